#include "storage/SeatStore.h"

#include "storage/Connection.h"
#include "storage/Json.h"

namespace foyer {

namespace {
constexpr auto giveSeat = R"(
    INSERT INTO seat_right (performance, seat, state, node, epoch, incarnation, fence, hold)
    VALUES (?, ?, 1, ?, ?, ?, ?, ?) ON CONFLICT (performance, seat) DO NOTHING)";
constexpr auto takeSeat = R"(
    INSERT INTO seat_right (performance, seat, state, node, epoch, incarnation, fence)
    SELECT ?, ?, 1, node, epoch, ?, ? FROM head
    WHERE epoch = ? AND closed = 0 AND incarnation <= ? AND NOT EXISTS (
        SELECT 1 FROM right_seen WHERE performance = ? AND seat = ? AND (incarnation, fence) >= (?, ?))
    ON CONFLICT (performance, seat) DO NOTHING)";
constexpr auto upsertSeen = R"(
    INSERT INTO right_seen (performance, seat, incarnation, fence) VALUES (?, ?, ?, ?)
    ON CONFLICT (performance, seat) DO UPDATE SET incarnation = excluded.incarnation, fence = excluded.fence)";
constexpr auto selectGiven = R"(
    SELECT performance, seat, incarnation, fence FROM seat_right WHERE state = 1 AND state <> 2
        AND node = (SELECT node FROM head) AND epoch = (SELECT epoch FROM head) ORDER BY performance, seat)";
constexpr auto useSeat = R"(
    UPDATE seat_right SET hold = ? WHERE performance = ? AND seat = ? AND state = 1 AND hold IS NULL
        AND node = (SELECT node FROM head) AND epoch = (SELECT epoch FROM head)
    RETURNING incarnation, fence)";
constexpr auto unuseSeat = "UPDATE seat_right SET hold = NULL WHERE performance = ? AND seat = ? AND state = 1";
constexpr auto giveBackSeat = "DELETE FROM seat_right WHERE performance = ? AND seat = ? AND state = 1";
constexpr auto sellSeats = R"(
    UPDATE seat_right SET state = 2 WHERE performance = ? AND state = 1 AND hold = ?
        AND seat IN (SELECT seat FROM hold_seat WHERE hold = ?)
    RETURNING seat, incarnation, fence)";
constexpr auto refundSeat = R"(
    UPDATE seat_right SET state = 1, hold = NULL, incarnation = ?, fence = ?
    WHERE performance = ? AND seat = ? AND state = 2)";
#define SEAT_COLUMNS                                                                                                   \
    "seat, state, incarnation, fence, hold, "                                                                          \
    "node = (SELECT node FROM head) AND epoch = (SELECT epoch FROM head)"
constexpr auto selectSeat = "SELECT " SEAT_COLUMNS " FROM seat_right WHERE performance = ? AND seat = ?";
constexpr auto selectSeats = "SELECT " SEAT_COLUMNS " FROM seat_right WHERE performance = ?";
// A refunded order's seats are in the pool again, but its tickets still name seats of this plan.
constexpr auto selectAnySeat = R"(
    SELECT 1 FROM seat_right WHERE performance = ?
    UNION ALL SELECT 1 FROM sale WHERE performance = ?
    UNION ALL SELECT 1 FROM right_seen WHERE performance = ? LIMIT 1)";

constexpr auto insertHold =
    "INSERT INTO hold (id, token, performance, state, deadline, prolonged) VALUES (?, ?, ?, ?, ?, ?)";
constexpr auto insertHoldSeat = "INSERT INTO hold_seat (hold, seat, ticket_type, price) VALUES (?, ?, ?, ?)";
constexpr auto deleteHoldSeat = "DELETE FROM hold_seat WHERE hold = ? AND seat = ?";
constexpr auto updateHoldSeat =
    "UPDATE hold_seat SET ticket_type = ?, price = ?, free_because = ? WHERE hold = ? AND seat = ?";
constexpr auto updateHoldState = "UPDATE hold SET state = ? WHERE id = ? AND (state < 3 OR state = 5)";
constexpr auto updateBlocked = "UPDATE hold SET state = 5, why = ? WHERE id = ? AND state = 1";
constexpr auto updatePaying = "UPDATE hold SET deadline = ? WHERE state = 2";
constexpr auto updateDeadline = "UPDATE hold SET deadline = ?, prolonged = ? WHERE id = ?";
// A hold and its seats in one statement: a seat a row, or one row without a seat.
#define HOLD_COLUMNS                                                                                                   \
    "h.id, h.token, h.performance, h.state, h.deadline, h.prolonged, s.seat, s.ticket_type, s.price, s.free_because"
constexpr auto selectHold =
    "SELECT " HOLD_COLUMNS " FROM hold h LEFT JOIN hold_seat s ON s.hold = h.id WHERE h.id = ? ORDER BY s.seat";
constexpr auto selectLiveHold = "SELECT id FROM hold WHERE token = ? AND performance = ? AND state < 3";
// state < 3 is said for its index, which it must match word for word
constexpr auto selectHeldBy = "SELECT id FROM hold WHERE token = ? AND state < 3 AND state = 1 ORDER BY id";
constexpr auto selectLapsing = "SELECT id FROM hold WHERE state = 1 AND deadline <= ?";
constexpr auto selectHeld = "SELECT id FROM hold WHERE state = 1";
constexpr auto selectBlocked = "SELECT id, why FROM hold WHERE state = 5 AND performance = ? ORDER BY id";
constexpr auto selectAllBlocked = "SELECT id FROM hold WHERE state = 5";

// what a request gives names seats of this plan, also when nobody hears of it
constexpr auto keepPlanOf = R"(
    INSERT INTO right_seen (performance, seat, incarnation, fence) VALUES (?, ?, 0, 0)
    ON CONFLICT (performance, seat) DO NOTHING)";

SeatRow seatIn(const Rows &rows)
{
    return {SeatIndex(rows.small(0)), SeatState(rows.small(1)), {rows.small(2), rows.integer(3)},
        rows.isNull(4) ? std::nullopt : std::optional(HoldId::fromBytes(rows.blob(4))), rows.flag(5)};
}

QList<Hold> holdsIn(Rows rows)
{
    QList<Hold> holds;
    while (rows.next()) {
        const HoldId id = HoldId::fromBytes(rows.blob(0));
        if (holds.isEmpty() || holds.constLast().id != id)
            holds.append({id, TokenId::fromBytes(rows.blob(1)), {rows.integer(2)}, HoldState(rows.small(3)),
                SteadyTime(std::chrono::milliseconds(rows.integer(4))), rows.flag(5), {}});
        if (!rows.isNull(6)) // the currency is the house's; services set it
            holds.last().seats.append(
                {SeatIndex(rows.small(6)), {rows.integer(7)}, {rows.integer(8), {}}, rows.text(9)});
    }
    return holds;
}

std::optional<Hold> firstOf(QList<Hold> holds)
{
    return holds.isEmpty() ? std::nullopt : std::optional(holds.takeFirst());
}

QList<HoldId> idsIn(Rows rows)
{
    QList<HoldId> ids;
    while (rows.next())
        ids.append(HoldId::fromBytes(rows.blob(0)));
    return ids;
}
} // namespace

bool SeatStore::give(PerformanceKey performance, SeatIndex seat, NodeId node, int epoch, Fence fence, HoldId hold)
{
    return m_db.run(giveSeat, {performance.value, indexOf(seat), node.bytes(), epoch, fence.incarnation, fence.number,
                                  hold.bytes()})
               .changed() == 1;
}

void SeatStore::noteSeen(PerformanceKey performance, const SeatRight &right)
{
    m_db.run(upsertSeen, {performance.value, indexOf(right.seat), right.fence.incarnation, right.fence.number});
}

bool SeatStore::take(PerformanceKey performance, const SeatRight &right, int epoch)
{
    const int seat = indexOf(right.seat), incarnation = right.fence.incarnation;
    const qint64 fence = right.fence.number;
    if (m_db.run(takeSeat, {performance.value, seat, incarnation, fence, epoch, incarnation, performance.value, seat,
                               incarnation, fence})
            .changed() == 0)
        return false;
    noteSeen(performance, right);
    return true;
}

QList<PlacedRight> SeatStore::given() const
{
    QList<PlacedRight> rights;
    for (Rows rows = m_db.run(selectGiven); rows.next();)
        rights.append({{rows.integer(0)}, SeatIndex(rows.small(1)), {rows.small(2), rows.integer(3)}});
    return rights;
}

std::optional<Fence> SeatStore::use(PerformanceKey performance, SeatIndex seat, HoldId hold)
{
    Rows rows = m_db.run(useSeat, {hold.bytes(), performance.value, indexOf(seat)});
    return rows.next() ? std::optional(Fence{rows.small(0), rows.integer(1)}) : std::nullopt;
}

void SeatStore::unuse(PerformanceKey performance, SeatIndex seat)
{
    m_db.run(unuseSeat, {performance.value, indexOf(seat)});
}

void SeatStore::giveBack(PerformanceKey performance, SeatIndex seat)
{
    FOYER_REQUIRE(m_db.run(giveBackSeat, {performance.value, indexOf(seat)}).changed() == 1);
}

QList<SeatRight> SeatStore::sell(PerformanceKey performance, HoldId hold)
{
    QList<SeatRight> sold;
    for (Rows rows = m_db.run(sellSeats, {performance.value, hold.bytes(), hold.bytes()}); rows.next();)
        sold.append({SeatIndex(rows.small(0)), {rows.small(1), rows.integer(2)}});
    return sold;
}

void SeatStore::refund(PerformanceKey performance, SeatIndex seat, Fence fence)
{
    const int changed =
        m_db.run(refundSeat, {fence.incarnation, fence.number, performance.value, indexOf(seat)}).changed();
    FOYER_REQUIRE(changed == 1);
}

std::optional<SeatRow> SeatStore::find(PerformanceKey performance, SeatIndex seat) const
{
    Rows rows = m_db.run(selectSeat, {performance.value, indexOf(seat)});
    return rows.next() ? std::optional(seatIn(rows)) : std::nullopt;
}

QList<SeatRow> SeatStore::all(PerformanceKey performance) const
{
    QList<SeatRow> seats;
    for (Rows rows = m_db.run(selectSeats, {performance.value}); rows.next();)
        seats.append(seatIn(rows));
    return seats;
}

bool SeatStore::anyGiven(PerformanceKey performance) const
{
    const qint64 key = performance.value;
    return m_db.run(selectAnySeat, {key, key, key}).next();
}

void SeatStore::addHold(const Hold &hold)
{
    m_db.run(insertHold, {hold.id.bytes(), hold.token.bytes(), hold.performance.value, int(hold.state),
                             qint64(hold.deadline.time_since_epoch().count()), int(hold.prolonged)});
}

void SeatStore::addSeat(HoldId hold, const HeldSeat &seat)
{
    m_db.run(insertHoldSeat, {hold.bytes(), indexOf(seat.seat), seat.type.value, seat.price.minor});
}

void SeatStore::removeSeat(HoldId hold, SeatIndex seat) { m_db.run(deleteHoldSeat, {hold.bytes(), indexOf(seat)}); }

void SeatStore::setType(HoldId hold, const HeldSeat &seat)
{
    m_db.run(updateHoldSeat, {seat.type.value, seat.price.minor, seat.freeBecause, hold.bytes(), indexOf(seat.seat)});
}

void SeatStore::setState(HoldId hold, HoldState state)
{
    FOYER_REQUIRE(m_db.run(updateHoldState, {int(state), hold.bytes()}).changed() == 1);
}

void SeatStore::block(HoldId hold, const QString &why)
{
    FOYER_REQUIRE(m_db.run(updateBlocked, {why, hold.bytes()}).changed() == 1);
}

void SeatStore::setDeadline(HoldId hold, SteadyTime deadline, bool prolonged)
{
    m_db.run(updateDeadline, {qint64(deadline.time_since_epoch().count()), int(prolonged), hold.bytes()});
}

void SeatStore::setPayingDeadlines(SteadyTime deadline)
{
    m_db.run(updatePaying, {qint64(deadline.time_since_epoch().count())});
}

std::optional<Hold> SeatStore::hold(HoldId id) const { return firstOf(holdsIn(m_db.run(selectHold, {id.bytes()}))); }

std::optional<Hold> SeatStore::liveHold(TokenId token, PerformanceKey performance) const
{
    Rows rows = m_db.run(selectLiveHold, {token.bytes(), performance.value}); // mostly there is none
    return rows.next() ? hold(HoldId::fromBytes(rows.blob(0))) : std::nullopt;
}

QList<HoldId> SeatStore::heldBy(TokenId token) const { return idsIn(m_db.run(selectHeldBy, {token.bytes()})); }

QList<HoldId> SeatStore::lapsing(SteadyTime now) const
{
    return idsIn(m_db.run(selectLapsing, {qint64(now.time_since_epoch().count())}));
}

QList<HoldId> SeatStore::allHeld() const { return idsIn(m_db.run(selectHeld)); }
QList<HoldId> SeatStore::allBlocked() const { return idsIn(m_db.run(selectAllBlocked)); }

QList<std::pair<HoldId, QString>> SeatStore::blocked(PerformanceKey performance) const
{
    QList<std::pair<HoldId, QString>> found;
    for (Rows rows = m_db.run(selectBlocked, {performance.value}); rows.next();)
        found.append({HoldId::fromBytes(rows.blob(0)), rows.text(1)});
    return found;
}

void SeatStore::keepPlan(PerformanceKey performance, SeatIndex seat)
{
    m_db.run(keepPlanOf, {performance.value, indexOf(seat)});
}

} // namespace foyer
