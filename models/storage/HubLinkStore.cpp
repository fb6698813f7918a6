#include "storage/HubLinkStore.h"

#include "storage/Connection.h"
#include "storage/Json.h"

namespace foyer {

namespace {
constexpr auto selectLink = "SELECT node, url, name, incarnation, change, catalogue, heard_at, lane FROM hub";
constexpr auto upsertLink = R"(
    INSERT INTO hub (one, node, url, name, incarnation, change, catalogue, heard_at, lane)
    VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (one) DO UPDATE SET node = excluded.node, url = excluded.url, name = excluded.name,
        incarnation = excluded.incarnation, change = excluded.change, catalogue = excluded.catalogue,
        heard_at = excluded.heard_at, lane = excluded.lane)";
constexpr auto upsertElsewhere = R"(
    INSERT INTO seat_elsewhere (performance, seat, state) VALUES (?, ?, ?)
    ON CONFLICT (performance, seat) DO UPDATE SET state = excluded.state)";
constexpr auto deleteElsewhere = "DELETE FROM seat_elsewhere WHERE performance = ? AND seat = ?";
constexpr auto deleteAllElsewhere = "DELETE FROM seat_elsewhere";
constexpr auto selectElsewhere = "SELECT seat, state FROM seat_elsewhere WHERE performance = ?";
constexpr auto selectSeatElsewhere = "SELECT state FROM seat_elsewhere WHERE performance = ? AND seat = ?";
constexpr auto selectAllElsewhere = "SELECT performance, seat FROM seat_elsewhere";
constexpr auto insertRefund = R"(
    INSERT INTO refund_asked (shown_by, sale, seats, request) VALUES (?, ?, ?, ?)
    ON CONFLICT (shown_by, sale, seats) DO NOTHING)";
constexpr auto selectRefund = "SELECT request FROM refund_asked WHERE shown_by = ? AND sale = ? AND seats = ?";
constexpr auto selectAnyRefund = "SELECT request, sale, seats FROM refund_asked WHERE shown_by = ? LIMIT 1";
constexpr auto deleteRefund = "DELETE FROM refund_asked WHERE request = ?";
constexpr auto deleteAllRefunds = "DELETE FROM refund_asked";
} // namespace

std::optional<HubLink> HubLinkStore::find() const
{
    Rows rows = m_db.run(selectLink);
    if (!rows.next())
        return std::nullopt;
    return HubLink{NodeId::fromBytes(rows.blob(0)), rows.text(1), rows.text(2), rows.small(3), rows.integer(4),
        rows.integer(5), QDateTime::fromMSecsSinceEpoch(rows.integer(6), Qt::UTC), rows.text(7)};
}

void HubLinkStore::save(const HubLink &link)
{
    m_db.run(upsertLink, {link.hub.bytes(), link.url, link.name, link.incarnation, link.change, link.catalogue,
                             link.heardAt.toMSecsSinceEpoch(), link.lane});
}

void HubLinkStore::noteElsewhere(PerformanceKey performance, SeatIndex seat, SeatState state)
{
    m_db.run(upsertElsewhere, {performance.value, indexOf(seat), int(state)});
}

void HubLinkStore::forgetElsewhere(PerformanceKey performance, SeatIndex seat)
{
    m_db.run(deleteElsewhere, {performance.value, indexOf(seat)});
}

QHash<SeatIndex, SeatState> HubLinkStore::elsewhere(PerformanceKey performance) const
{
    QHash<SeatIndex, SeatState> seats;
    for (Rows rows = m_db.run(selectElsewhere, {performance.value}); rows.next();)
        seats.insert(SeatIndex(rows.small(0)), SeatState(rows.small(1)));
    return seats;
}

std::optional<SeatState> HubLinkStore::elsewhere(PerformanceKey performance, SeatIndex seat) const
{
    Rows rows = m_db.run(selectSeatElsewhere, {performance.value, indexOf(seat)});
    return rows.next() ? std::optional(SeatState(rows.small(0))) : std::nullopt;
}

QHash<PerformanceKey, QList<SeatIndex>> HubLinkStore::allElsewhere() const
{
    QHash<PerformanceKey, QList<SeatIndex>> seats;
    for (Rows rows = m_db.run(selectAllElsewhere); rows.next();)
        seats[{rows.integer(0)}].append(SeatIndex(rows.small(1)));
    return seats;
}

void HubLinkStore::forgetAllElsewhere() { m_db.run(deleteAllElsewhere); }

RequestId HubLinkStore::askRefund(const Refund &refund, const QByteArray &shownBy)
{
    const QString seats = jsonOf(refund.seats);
    m_db.run(insertRefund, {shownBy, refund.order.bytes(), seats, refund.request.bytes()});
    Rows rows = m_db.run(selectRefund, {shownBy, refund.order.bytes(), seats});
    rows.next();
    return RequestId::fromBytes(rows.blob(0));
}

std::optional<HubLinkStore::Refund> HubLinkStore::refundAsked(const QByteArray &shownBy) const
{
    Rows rows = m_db.run(selectAnyRefund, {shownBy});
    if (!rows.next())
        return std::nullopt;
    return Refund{RequestId::fromBytes(rows.blob(0)), OrderId::fromBytes(rows.blob(1)), seatsFromJson(rows.text(2))};
}

void HubLinkStore::forgetRefund(RequestId answered) { m_db.run(deleteRefund, {answered.bytes()}); }
void HubLinkStore::forgetRefunds() { m_db.run(deleteAllRefunds); }

} // namespace foyer
