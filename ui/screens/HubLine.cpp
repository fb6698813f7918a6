#include "ui/screens/HubLine.h"

#include "domain/Clock.h"
#include "items/VisitModel.h"
#include "wording/Wording.h"

namespace foyer {

using namespace Qt::StringLiterals;

HubLine::HubLine(VisitModel &visit, QWidget *parent) : Label(TypeRole::Caption, parent), m_visit(visit)
{
    setObjectName(u"hub"_s);
    connect(&visit.hub(), &HubModel::changed, this, &HubLine::showState);
    connect(&visit, &VisitModel::timePassed, this, &HubLine::showState); // news grow older
    connect(&visit, &VisitModel::settingsChanged, this, &HubLine::showState);
}

void HubLine::showState()
{
    const auto &state = m_visit.hub().state();
    setVisible(state.has_value());
    if (!state)
        return;
    setTone(m_visit.hub().isOnline() ? Tone::Soft : Tone::Warn);
    const QString waits = state->waiting > 0 ? tr("%n entry (entries) waiting for it", nullptr,
                                                   int(std::min<qint64>(state->waiting, INT_MAX)))
                                             : tr("nothing waiting for it");
    //: without the hub
    const QString here = tr("%n seat(s) can be sold without it", nullptr, m_visit.hub().seatsHere());
    setText(QStringList{reachText(), newsText(), here, waits}.join(u" · "_s));
}

QString HubLine::reachText() const
{
    const HubState &state = *m_visit.hub().state();
    const QString since =
        Wording().momentText(state.since, m_visit.clock().utc(), QTimeZone(m_visit.settings().timeZone));
    switch (state.reach) {
    case Reach::Online: return tr("Hub online since %1").arg(since);
    case Reach::Offline: return tr("Hub offline since %1").arg(since);
    case Reach::Ended: return tr("The hub has ended this enrolment");
    }
    return {};
}

QString HubLine::newsText() const
{
    const auto age = m_visit.hub().newsAge();
    if (!age)
        return tr("no data yet");
    if (*age < std::chrono::minutes(1))
        return tr("data less than a minute old");
    //: %1 is a duration, such as 5 minutes
    return tr("data %1 old").arg(Wording().durationText(*age));
}

} // namespace foyer
