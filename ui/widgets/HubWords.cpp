#include "ui/widgets/HubWords.h"

#include "domain/Clock.h"
#include "domain/HouseSettings.h"
#include "items/HubModel.h"
#include "wording/Wording.h"

namespace foyer {

using namespace Qt::StringLiterals;

QString HubWords::since() const
{
    const QTimeZone zone(m_settings.timeZone);
    return Wording().momentText(m_hub.state()->since, m_clock.utc(), zone);
}

QString HubWords::reach() const
{
    switch (m_hub.state()->reach) {
    case Reach::Online: return tr("Online since %1").arg(since());
    case Reach::Offline: return tr("Offline since %1").arg(since());
    case Reach::Ended: return tr("The hub has ended this enrolment");
    }
    return {};
}

QString HubWords::age() const
{
    const auto age = m_hub.newsAge();
    if (!age)
        return tr("no data yet");
    if (*age < std::chrono::minutes(1))
        return tr("data less than a minute old");
    //: %1 is a duration, such as 5 minutes
    return tr("data %1 old").arg(Wording().durationText(*age));
}

QString HubWords::forCustomers() const
{
    if (m_hub.isOnline())
        return tr("Online");
    if (m_hub.state()->reach == Reach::Ended)
        return tr("Nothing can be sold here any more");
    //: %1 is a time, such as 14:05
    return tr("Offline since %1: %n seat(s) can be sold here", nullptr, m_hub.seatsHere()).arg(since());
}

QString HubWords::forStaff() const
{
    const auto &state = m_hub.state();
    if (!state)
        return forCustomers();
    const int count = int(std::min<qint64>(state->waiting, INT_MAX));
    const QString waits = count > 0 ? tr("%n entry (entries) waiting", nullptr, count) : tr("nothing waiting");
    const QString here = tr("%n seat(s) without the hub", nullptr, m_hub.seatsHere());
    return reach() + u" · "_s + age() + u'\n' + here + u" · "_s + waits;
}

} // namespace foyer
