#include "storage/HubSeatStore.h"

#include "storage/Connection.h"
#include "storage/Transaction.h"

namespace foyer {

namespace {
constexpr auto selectSeat =
    "SELECT state, node, epoch, incarnation, fence, sale FROM seat_right WHERE performance = ? AND seat = ?";
constexpr auto deleteSeat = "DELETE FROM seat_right WHERE performance = ? AND seat = ?";
constexpr auto putSeat = R"(
    INSERT INTO seat_right (performance, seat, state, node, epoch, incarnation, fence, sale)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (performance, seat) DO UPDATE SET state = excluded.state, node = excluded.node,
        epoch = excluded.epoch, incarnation = excluded.incarnation, fence = excluded.fence, sale = excluded.sale)";
constexpr auto selectHeld = R"(
    SELECT performance, seat, incarnation, fence FROM seat_right WHERE node = ? AND epoch = ? AND state = ? AND state <> 2
    ORDER BY performance, seat)";
constexpr auto updateQuarantine =
    "UPDATE seat_right SET state = 3 WHERE node = ? AND epoch = ? AND state = 1 AND state <> 2";
constexpr auto insertConflict = R"(
    INSERT INTO conflict (performance, seat, sale, node, epoch, incarnation, fence) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (performance, seat, sale) DO NOTHING)";
constexpr auto selectConflictsOf = R"(
    SELECT performance, seat, sale, node, epoch, incarnation, fence FROM conflict
    WHERE performance = ? AND seat = ? AND settled = 0 ORDER BY sale LIMIT 1)";
constexpr auto updateSettled = "UPDATE conflict SET settled = 1 WHERE performance = ? AND seat = ? AND sale = ?";
constexpr auto deleteConflict = "DELETE FROM conflict WHERE performance = ? AND seat = ? AND sale = ?";
constexpr auto deleteConflicts = "DELETE FROM conflict WHERE performance = ? AND sale = ?";
constexpr auto selectSold = R"(
    SELECT seat, incarnation, fence FROM seat_right WHERE performance = ? AND state = 2 AND sale = ? ORDER BY seat)";
constexpr auto selectConflicts = R"(
    SELECT performance, seat, sale, node, epoch, incarnation, fence FROM conflict
    WHERE settled = 0 ORDER BY performance, seat, sale)";
constexpr auto updateUse = R"(
    UPDATE seat_right SET in_use = ? WHERE performance = ? AND seat = ? AND node = ? AND epoch = ? AND state = 1
        AND in_use <> ?)";
constexpr auto selectUse = "SELECT 1 FROM seat_right WHERE performance = ? AND seat = ? AND in_use <> 0";
constexpr auto clearVain =
    "UPDATE seat_right SET in_use = 0 WHERE node = ? AND epoch = ? AND state = 1 AND state <> 2 AND in_use = 2 "
    "RETURNING performance, seat";
constexpr auto selectCounts = R"(
    SELECT performance, node, epoch, count(*) FROM seat_right WHERE state = 1 AND state <> 2
    GROUP BY performance, node, epoch)";
constexpr auto insertOwned = R"(
    INSERT INTO seat_change (performance, seat, change)
    SELECT performance, seat, row_number() OVER (ORDER BY performance, seat) FROM seat_right)";
constexpr auto selectLastChange = "SELECT coalesce(max(change), 0) FROM seat_change";
constexpr auto upsertChange = R"(
    INSERT INTO seat_change (performance, seat, change) VALUES (?, ?, ?)
    ON CONFLICT (performance, seat) DO UPDATE SET change = excluded.change)";
constexpr auto selectChanges = R"(
    SELECT c.change, c.performance, c.seat, r.state, r.node, r.epoch, r.incarnation, r.fence, r.in_use
    FROM seat_change c LEFT JOIN seat_right r ON r.performance = c.performance AND r.seat = c.seat
    LEFT JOIN performance p ON p.key = c.performance
    WHERE c.change > ? AND (p.key IS NULL OR p.starts_at >= ? OR p.sales_close >= ?) ORDER BY c.change LIMIT ?)";

HubSeatStore::Conflict conflictIn(const Rows &rows)
{
    return {{rows.integer(0)}, SeatIndex(rows.small(1)),
        {SeatState::Sold, {NodeId::fromBytes(rows.blob(3)), rows.small(4)}, {rows.small(5), rows.integer(6)},
            OrderId::fromBytes(rows.blob(2))}};
}
} // namespace

SeatAtHub HubSeatStore::find(PerformanceKey performance, SeatIndex seat) const
{
    Rows rows = m_db.run(selectSeat, {performance.value, indexOf(seat)});
    if (!rows.next())
        return {};
    return {SeatState(rows.small(0)), {NodeId::fromBytes(rows.blob(1)), rows.small(2)},
        {rows.small(3), rows.integer(4)}, rows.isNull(5) ? OrderId() : OrderId::fromBytes(rows.blob(5))};
}

void HubSeatStore::put(PerformanceKey performance, SeatIndex seat, const SeatAtHub &now)
{
    if (now.state == SeatState::Pool) {
        m_db.run(deleteSeat, {performance.value, indexOf(seat)});
        return;
    }
    m_db.run(putSeat,
        {performance.value, indexOf(seat), int(now.state), now.holder.node.bytes(), now.holder.number,
            now.fence.incarnation, now.fence.number, now.order.isNull() ? QVariant() : QVariant(now.order.bytes())});
}

QList<PlacedRight> HubSeatStore::heldBy(EpochId epoch, SeatState state) const
{
    QList<PlacedRight> rights;
    for (Rows rows = m_db.run(selectHeld, {epoch.node.bytes(), epoch.number, int(state)}); rows.next();)
        rights.append({{rows.integer(0)}, SeatIndex(rows.small(1)), {rows.small(2), rows.integer(3)}});
    return rights;
}

void HubSeatStore::quarantine(EpochId epoch) { m_db.run(updateQuarantine, {epoch.node.bytes(), epoch.number}); }

void HubSeatStore::addConflict(const Conflict &conflict)
{
    const SeatAtHub &late = conflict.late;
    m_db.run(
        insertConflict, {conflict.performance.value, indexOf(conflict.seat), late.order.bytes(),
                            late.holder.node.bytes(), late.holder.number, late.fence.incarnation, late.fence.number});
}

void HubSeatStore::endConflict(PerformanceKey performance, SeatIndex seat, OrderId late)
{
    m_db.run(deleteConflict, {performance.value, indexOf(seat), late.bytes()});
}

void HubSeatStore::endConflicts(PerformanceKey performance, OrderId late)
{
    m_db.run(deleteConflicts, {performance.value, late.bytes()});
}

QList<PlacedRight> HubSeatStore::soldAs(PerformanceKey performance, OrderId order) const
{
    QList<PlacedRight> rights;
    for (Rows rows = m_db.run(selectSold, {performance.value, order.bytes()}); rows.next();)
        rights.append({performance, SeatIndex(rows.small(0)), {rows.small(1), rows.integer(2)}});
    return rights;
}

void HubSeatStore::settleConflict(PerformanceKey performance, SeatIndex seat, OrderId late)
{
    m_db.run(updateSettled, {performance.value, indexOf(seat), late.bytes()});
}

QList<HubSeatStore::Conflict> HubSeatStore::conflicts() const
{
    QList<Conflict> conflicts;
    for (Rows rows = m_db.run(selectConflicts); rows.next();)
        conflicts.append(conflictIn(rows));
    return conflicts;
}

std::optional<HubSeatStore::Conflict> HubSeatStore::conflictOf(PerformanceKey performance, SeatIndex seat) const
{
    Rows rows = m_db.run(selectConflictsOf, {performance.value, indexOf(seat)});
    return rows.next() ? std::optional(conflictIn(rows)) : std::nullopt;
}

bool HubSeatStore::setUse(EpochId holder, PerformanceKey performance, SeatIndex seat, Use use)
{
    return m_db.run(updateUse,
                   {int(use), performance.value, indexOf(seat), holder.node.bytes(), holder.number, int(use)})
               .changed() > 0;
}

bool HubSeatStore::isInUse(PerformanceKey performance, SeatIndex seat) const
{
    return m_db.run(selectUse, {performance.value, indexOf(seat)}).next();
}

QList<std::pair<PerformanceKey, SeatIndex>> HubSeatStore::forgetVainRecalls(EpochId holder)
{
    QList<std::pair<PerformanceKey, SeatIndex>> seats;
    for (Rows rows = m_db.run(clearVain, {holder.node.bytes(), holder.number}); rows.next();)
        seats.append({{rows.integer(0)}, SeatIndex(rows.small(1))});
    return seats;
}

QHash<std::pair<PerformanceKey, EpochId>, int> HubSeatStore::givenCounts() const
{
    QHash<std::pair<PerformanceKey, EpochId>, int> counts;
    for (Rows rows = m_db.run(selectCounts); rows.next();)
        counts.insert({{rows.integer(0)}, {NodeId::fromBytes(rows.blob(1)), rows.small(2)}}, rows.small(3));
    return counts;
}

void HubSeatStore::beginCounting(Transaction &tx)
{
    m_db.run(insertOwned);
    Rows rows = m_db.run(selectLastChange);
    rows.next();
    tx.beginChanges(rows.integer(0) + 1);
}

void HubSeatStore::noteChanges(Transaction &tx)
{
    for (auto it = tx.changes().seats.constBegin(); it != tx.changes().seats.constEnd(); ++it)
        for (const SeatIndex seat : it.value())
            m_db.run(upsertChange, {it.key().value, indexOf(seat), tx.nextChange()});
}

QList<HubSeatStore::Change> HubSeatStore::changes(qint64 after, const QDateTime &from, int most) const
{
    QList<Change> changes;
    for (Rows rows = m_db.run(selectChanges, {after, from.toMSecsSinceEpoch(), from.toMSecsSinceEpoch(), most});
         rows.next();) {
        changes.append({rows.integer(0), {rows.integer(1)}, SeatIndex(rows.small(2)), {}});
        if (!rows.isNull(3))
            changes.last().now = {SeatState(rows.small(3)), {NodeId::fromBytes(rows.blob(4)), rows.small(5)},
                {rows.small(6), rows.integer(7)}, {}};
        changes.last().isInUse = !rows.isNull(8) && rows.small(8) != 0;
    }
    return changes;
}

} // namespace foyer
