#include "items/HouseModel.h"

#include "domain/Deliver.h"
#include "services/Shop.h"

namespace foyer {

namespace {
constexpr auto readAgain = std::chrono::seconds(5);
}

HouseModel::HouseModel(BoxOffice &office, QObject *parent) : QObject(parent), m_office(office)
{
    m_again.setInterval(readAgain);
    connect(&m_again, &QTimer::timeout, this, &HouseModel::refresh);
    connect(&office.shop(), &Shop::hubStateChanged, this, [this] {
        if (m_isAway != (m_office.hasHub() && m_office.shop().hubState()->reach != Reach::Online))
            refresh();
    });
    connect(&office.shop().changes(), &Changes::committed, this, [this](const ChangeSet &changes) {
        if (!m_office.hasHub() && (changes.queue || changes.settings || changes.everything))
            refresh();
    });
}

void HouseModel::setClerk(const std::optional<StaffMember> &who)
{
    ++m_session;
    ++m_reading;
    m_who = who;
    m_view = {};
    m_dates.clear();
    m_loaded = m_isAway = m_busy = m_isTold = false;
    Q_EMIT changed();
    setWatched(m_isWatched);
}

void HouseModel::setWatched(bool watched)
{
    m_isWatched = watched;
    if (!watched || !m_who)
        return m_again.stop();
    m_again.start();
    refresh();
}

void HouseModel::refresh()
{
    if (!m_who || !m_isWatched)
        return;
    deliver(m_office.house(m_who->id), this, [this, reading = ++m_reading](const Result<BoxOffice::House> &house) {
        if (reading != m_reading || !m_who)
            return;
        m_isAway = house.isRefused(Refusal::HubNeeded);
        if (house.ok())
            return show(house.value());
        if (!m_isAway && !std::exchange(m_isTold, true)) // once, not every few seconds
            Q_EMIT failed(Problem::of(house));
        Q_EMIT changed();
    });
}

void HouseModel::show(const BoxOffice::House &house)
{
    m_loaded = true;
    m_isTold = false;
    m_view = house.view;
    m_dates = house.dates;
    m_readAt = m_office.shop().clock().utc();
    Q_EMIT changed();
}

void HouseModel::callNext()
{
    if (m_who)
        act({.kind = HouseAct::Kind::CallNext, .by = {*m_who, QString()}});
}

void HouseModel::noShow(TokenId token)
{
    if (m_who)
        act({.kind = HouseAct::Kind::NoShow, .by = {*m_who, QString()}, .token = token});
}

void HouseModel::setLimit(int limit, const Consent &by)
{
    act({.kind = HouseAct::Kind::SetLimit, .by = by, .count = limit});
}

void HouseModel::revoke(NodeId node, const Consent &by)
{
    act({.kind = HouseAct::Kind::Revoke, .by = by, .node = node});
}

void HouseModel::allot(NodeId node, PerformanceKey performance, int seats, const Consent &by)
{
    act({.kind = HouseAct::Kind::Allot, .by = by, .node = node, .performance = performance, .count = seats});
}

void HouseModel::act(const HouseAct &wanted)
{
    if (!m_who || m_busy)
        return;
    m_busy = true;
    Q_EMIT changed();
    deliver(m_office.act(wanted), this, [this, wanted, session = m_session](const Result<HouseActDone> &answer) {
        if (session != m_session)
            return;
        m_busy = false;
        if (answer.ok())
            Q_EMIT acted(wanted, answer.value());
        else
            Q_EMIT failed(Problem::of(answer));
        Q_EMIT changed();
        refresh();
    });
}

} // namespace foyer
