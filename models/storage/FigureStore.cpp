#include "storage/FigureStore.h"

#include "domain/Tender.h"
#include "storage/Connection.h"

#include <limits>

namespace foyer {

namespace {
#define SOLD_COLUMNS                                                                                                   \
    "s.id, s.performance, s.paid_at, s.total, s.tax, s.staff, t.category, t.ticket_type, t.price, t.free_because, "    \
    "t.live FROM sale s JOIN ticket t ON t.sale = s.id "
constexpr auto selectSold =
    "SELECT " SOLD_COLUMNS "WHERE s.paid_at >= ? AND s.paid_at < ? ORDER BY s.paid_at, s.id, t.seat";
constexpr auto selectSoldOf = "SELECT " SOLD_COLUMNS "WHERE s.performance = ? ORDER BY s.id, t.seat";
constexpr auto selectOrder = "SELECT " SOLD_COLUMNS "WHERE s.id = ? ORDER BY t.seat";

// a tender names the hold that waits for it, and that becomes one order
#define TAKEN                                                                                                          \
    "SELECT s.id, t.kind, t.amount FROM sale s JOIN tender t ON t.wallet = s.wallet AND t.hold = s.hold "              \
    "WHERE t.state = 3 AND t.direction = 1 "
constexpr auto selectTaken = TAKEN "AND s.paid_at >= ? AND s.paid_at < ?";
constexpr auto selectTakenOf = TAKEN "AND s.performance = ?";

#define REFUNDS                                                                                                        \
    "SELECT m.cause, m.at, p.amount FROM movement m JOIN posting p ON p.movement = m.id AND p.account = 1 "            \
    "WHERE m.kind = 3 "
constexpr auto selectRefunds = REFUNDS "AND m.at >= ? AND m.at < ? ORDER BY m.at, m.id";
constexpr auto selectRefundsOf =
    REFUNDS "AND m.cause IN (SELECT s.id FROM sale s WHERE s.performance = ?) ORDER BY m.at, m.id";
constexpr auto selectRefundedBefore = R"(
    SELECT coalesce(sum(p.amount), 0) FROM movement m JOIN posting p ON p.movement = m.id AND p.account = 1
    WHERE m.kind = 3 AND m.cause = ? AND m.at < ?)";

#define OWED                                                                                                           \
    "SELECT CASE WHEN w.member IS NOT NULL THEN 1 WHEN EXISTS (SELECT 1 FROM claim c WHERE c.wallet = w.id "           \
    "AND c.paid = 0) THEN 3 ELSE 2 END AS owner, sum(w.balance) FROM wallet w "
constexpr auto selectOwed = OWED "WHERE w.balance > 0 GROUP BY owner";
constexpr auto selectDebts = OWED "WHERE w.balance < 0 GROUP BY owner";
constexpr auto selectOnItsWay = "SELECT coalesce(sum(amount), 0) FROM posting WHERE account = 5";
constexpr auto selectOwedIn = R"(
    SELECT CASE WHEN p.account = 5 THEN 4 WHEN w.member IS NOT NULL THEN 1 ELSE 2 END AS owner, sum(p.amount)
    FROM movement m JOIN posting p ON p.movement = m.id LEFT JOIN wallet w ON w.id = p.wallet
    WHERE m.at >= ? AND m.at < ? AND p.account IN (1, 5) GROUP BY owner)";

QVariantList bounds(const FigureStore::Moments &span)
{
    return {span.from.toMSecsSinceEpoch(),
        span.to.isValid() ? span.to.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max()};
}

QList<FigureStore::Sold> ordersIn(Rows rows)
{
    QList<FigureStore::Sold> orders;
    QSet<QString> categories; // few, and shared by all
    QByteArray last;
    while (rows.next()) {
        if (QByteArray id = rows.blob(0); id != last) {
            orders.append(
                {OrderId::fromBytes(id), {rows.integer(1)}, QDateTime::fromMSecsSinceEpoch(rows.integer(2), Qt::UTC),
                    rows.integer(3), rows.integer(4), idOrNone<StaffId>(rows, 5), {}});
            last = std::move(id);
        }
        const QString category = *categories.insert(rows.text(6));
        orders.last().tickets.append(
            {category, {rows.integer(7)}, rows.integer(8), !rows.text(9).isEmpty(), rows.flag(10)});
    }
    return orders;
}

QHash<OrderId, FigureStore::Taken> takenIn(Rows rows)
{
    QHash<OrderId, FigureStore::Taken> taken;
    while (rows.next()) {
        FigureStore::Taken &of = taken[OrderId::fromBytes(rows.blob(0))];
        switch (TenderKind(rows.small(1))) {
        case TenderKind::Cash: of.cash += rows.integer(2); break;
        case TenderKind::Card: of.card += rows.integer(2); break;
        }
    }
    return taken;
}

QList<FigureStore::Refund> refundsIn(Rows rows)
{
    QList<FigureStore::Refund> refunds;
    while (rows.next())
        refunds.append({OrderId::fromBytes(rows.blob(0)), QDateTime::fromMSecsSinceEpoch(rows.integer(1), Qt::UTC),
            rows.integer(2)});
    return refunds;
}

void addOwed(FigureStore::Owed &owed, Rows rows)
{
    while (rows.next()) {
        const std::array parts{&owed.members, &owed.guests, &owed.claims, &owed.onItsWay};
        *parts.at(size_t(rows.small(0) - 1)) += rows.integer(1);
    }
}
} // namespace

QList<FigureStore::Sold> FigureStore::sold(const Moments &span) const
{
    return ordersIn(m_db.run(selectSold, bounds(span)));
}

QList<FigureStore::Sold> FigureStore::sold(PerformanceKey performance) const
{
    return ordersIn(m_db.run(selectSoldOf, {performance.value}));
}

std::optional<FigureStore::Sold> FigureStore::sold(OrderId order) const
{
    const QList<Sold> orders = ordersIn(m_db.run(selectOrder, {order.bytes()}));
    return orders.isEmpty() ? std::nullopt : std::optional(orders.constFirst());
}

QHash<OrderId, FigureStore::Taken> FigureStore::taken(const Moments &span) const
{
    return takenIn(m_db.run(selectTaken, bounds(span)));
}

QHash<OrderId, FigureStore::Taken> FigureStore::taken(PerformanceKey performance) const
{
    return takenIn(m_db.run(selectTakenOf, {performance.value}));
}

QList<FigureStore::Refund> FigureStore::refunds(const Moments &span) const
{
    return refundsIn(m_db.run(selectRefunds, bounds(span)));
}

QList<FigureStore::Refund> FigureStore::refunds(PerformanceKey performance) const
{
    return refundsIn(m_db.run(selectRefundsOf, {performance.value}));
}

qint64 FigureStore::refundedBefore(OrderId order, const QDateTime &at) const
{
    Rows rows = m_db.run(selectRefundedBefore, {order.bytes(), at.toMSecsSinceEpoch()});
    return rows.next() ? rows.integer(0) : 0;
}

FigureStore::Owed FigureStore::owedNow() const
{
    Owed owed;
    addOwed(owed, m_db.run(selectOwed));
    addOwed(owed, m_db.run(selectDebts));
    if (Rows rows = m_db.run(selectOnItsWay); rows.next())
        owed.onItsWay = rows.integer(0);
    return owed;
}

FigureStore::Owed FigureStore::owedIn(const Moments &span) const
{
    Owed owed;
    addOwed(owed, m_db.run(selectOwedIn, bounds(span)));
    return owed;
}

} // namespace foyer
