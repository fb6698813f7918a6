#include "storage/FigureStore.h"

#include "domain/Tender.h"
#include "storage/Connection.h"
#include "storage/HouseOrderStore.h"

#include <limits>

namespace foyer {

/// The same columns of either books.
struct FigureStore::Statements {
    const char *sold, *soldOf, *order;
    const char *taken, *takenOf;
    const char *refunds, *refundsOf, *refundedBefore;
    std::array<const char *, 3> owed;
    const char *owedIn;
};

namespace {
#define OWNER                                                                                                          \
    "CASE WHEN w.member IS NOT NULL THEN 1 WHEN EXISTS (SELECT 1 FROM claim c WHERE c.wallet = w.id AND c.paid = 0) "  \
    "THEN 3 ELSE 2 END AS owner "
#define OWED "SELECT " OWNER ", sum(w.balance) FROM wallet w "
#define OWED_IN                                                                                                        \
    "SELECT CASE WHEN p.account = 5 THEN 4 WHEN w.member IS NOT NULL THEN 1 ELSE 2 END AS owner, sum(p.amount) "       \
    "FROM movement m JOIN posting p ON p.movement = m.id LEFT JOIN wallet w ON w.id = p.wallet "                       \
    "WHERE m.at >= ? AND m.at < ? AND p.account IN "
constexpr auto selectOwed = OWED "WHERE w.balance > 0 GROUP BY owner";
constexpr auto selectDebts = OWED "WHERE w.balance < 0 GROUP BY owner";
constexpr auto selectHeld = // of a hub: what terminals hold
    "SELECT " OWNER ", sum(a.amount + a.given) FROM amount_right a JOIN wallet w ON w.id = a.wallet "
    "WHERE (a.amount <> 0 OR a.given <> 0 OR a.visit <> 0) AND a.amount + a.given <> 0 GROUP BY owner";
constexpr auto selectOnItsWay = "SELECT coalesce(sum(amount), 0) FROM posting WHERE account = 5";
constexpr auto selectSeller = "SELECT sold_by, node FROM house_sale WHERE staff = ? ORDER BY at DESC LIMIT 1";

#define SOLD                                                                                                           \
    "SELECT s.id, s.performance, s.paid_at, s.total, s.tax, s.staff, NULL, t.category, t.ticket_type, t.price, "       \
    "t.free_because, t.live, t.seat FROM sale s JOIN ticket t ON t.sale = s.id "
// a tender names the hold that waits for it, and that becomes one order
#define TAKEN                                                                                                          \
    "SELECT s.id, t.kind, t.amount FROM sale s JOIN tender t ON t.wallet = s.wallet AND t.hold = s.hold "              \
    "WHERE t.state = 3 AND t.direction = 1 AND "
#define REFUNDS                                                                                                        \
    "SELECT m.cause, m.at, p.amount FROM movement m JOIN posting p ON p.movement = m.id AND p.account = 1 "            \
    "WHERE m.kind = 3 AND "

#define SOLD_HOUSE                                                                                                     \
    "SELECT s.id, s.performance, s.at, s.total, s.tax, s.staff, s.node, t.category, coalesce(y.key, 0), t.price, "     \
    "t.free_because, 1, t.seat FROM house_sale s JOIN house_ticket t ON t.sale = s.id LEFT JOIN ticket_type y ON "     \
    "y.id = t.type "
#define TAKEN_HOUSE                                                                                                    \
    "SELECT s.id, t.kind, t.amount FROM house_sale s JOIN house_taken t ON t.node = s.node AND t.hold = s.hold WHERE "
#define REFUNDS_HOUSE "SELECT r.sale, r.at, r.amount FROM house_refund r WHERE r.amount > 0 AND "
} // namespace

const FigureStore::Statements FigureStore::own{SOLD
    "WHERE s.paid_at >= ? AND s.paid_at < ? ORDER BY s.paid_at, s.id, t.seat",
    SOLD "WHERE s.performance = ? ORDER BY s.id, t.seat", SOLD "WHERE s.id = ? ORDER BY t.seat",
    TAKEN "s.paid_at >= ? AND s.paid_at < ?", TAKEN "s.performance = ?",
    REFUNDS "m.at >= ? AND m.at < ? ORDER BY m.at, m.id",
    REFUNDS "m.cause IN (SELECT s.id FROM sale s WHERE s.performance = ?) ORDER BY m.at, m.id",
    "SELECT coalesce(sum(p.amount), 0) FROM movement m JOIN posting p ON p.movement = m.id AND p.account = 1 "
    "WHERE m.kind = 3 AND m.cause = ? AND m.at < ?",
    {selectOwed, selectDebts, nullptr}, OWED_IN "(1, 5) GROUP BY owner"};

// What is free at the hub and what terminals hold are both owed. It may have sold by itself before it was one: those
// are orders of its own books, beside which its ledger has the refunds of others' that it gave.
#define IF_SOLD_HERE " AND EXISTS (SELECT 1 FROM sale s WHERE s.id = m.cause) "
const FigureStore::Statements FigureStore::house{SOLD "WHERE s.paid_at >= ?1 AND s.paid_at < ?2 UNION ALL " SOLD_HOUSE
                                                      "WHERE s.at >= ?1 AND s.at < ?2 ORDER BY 3, 1, 13",
    SOLD "WHERE s.performance = ?1 UNION ALL " SOLD_HOUSE "WHERE s.performance = ?1 ORDER BY 1, 13",
    SOLD "WHERE s.id = ?1 UNION ALL " SOLD_HOUSE "WHERE s.id = ?1 ORDER BY 13",
    TAKEN "s.paid_at >= ?1 AND s.paid_at < ?2 UNION ALL " TAKEN_HOUSE "s.at >= ?1 AND s.at < ?2",
    TAKEN "s.performance = ?1 UNION ALL " TAKEN_HOUSE "s.performance = ?1",
    REFUNDS "m.at >= ?1 AND m.at < ?2" IF_SOLD_HERE "UNION ALL " REFUNDS_HOUSE "r.at >= ?1 AND r.at < ?2 ORDER BY 2, 1",
    REFUNDS "m.cause IN (SELECT s.id FROM sale s WHERE s.performance = ?1) UNION ALL " REFUNDS_HOUSE
            "r.sale IN (SELECT s.id FROM house_sale s WHERE s.performance = ?1) ORDER BY 2, 1",
    "SELECT coalesce(sum(amount), 0) FROM (SELECT p.amount FROM movement m "
    "JOIN posting p ON p.movement = m.id AND p.account = 1 WHERE m.kind = 3 AND m.cause = ?1 AND m.at < ?2" IF_SOLD_HERE
    "UNION ALL SELECT r.amount FROM house_refund r WHERE r.sale = ?1 AND r.at < ?2)",
    {selectOwed, selectDebts, selectHeld}, OWED_IN "(1, 5, 6) GROUP BY owner"};

namespace {
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
                    rows.integer(3), rows.integer(4), idOrNone<StaffId>(rows, 5), idOrNone<NodeId>(rows, 6), {}});
            last = std::move(id);
        }
        const QString category = *categories.insert(rows.text(7));
        orders.last().tickets.append({category, {rows.integer(8)}, rows.integer(9), !rows.text(10).isEmpty(),
            rows.flag(11), SeatIndex(rows.small(12))});
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

void markVoid(FigureStore::Sold &order, const QList<HouseRefund> &refunds)
{
    for (const HouseRefund &refund : refunds)
        for (FigureStore::Ticket &ticket : order.tickets)
            if (refund.seats.isEmpty() || refund.seats.contains(ticket.seat))
                ticket.isLive = false;
}

void addOwed(FigureStore::Owed &owed, Rows rows)
{
    while (rows.next()) {
        const std::array parts{&owed.members, &owed.guests, &owed.claims, &owed.onItsWay};
        *parts.at(size_t(rows.small(0) - 1)) += rows.integer(1);
    }
}
} // namespace

FigureStore::FigureStore(Connection &db, Books books)
    : m_db(db), m_sql(books == Books::House ? house : own), m_isHouse(books == Books::House)
{
}

QList<FigureStore::Sold> FigureStore::sold(const Moments &span) const
{
    return ordersIn(m_db.run(m_sql.sold, bounds(span)));
}

QList<FigureStore::Sold> FigureStore::sold(PerformanceKey performance) const
{
    return ordersIn(m_db.run(m_sql.soldOf, {performance.value}));
}

std::optional<FigureStore::Sold> FigureStore::sold(OrderId order) const
{
    QList<Sold> orders = ordersIn(m_db.run(m_sql.order, {order.bytes()}));
    if (orders.isEmpty())
        return std::nullopt;
    if (m_isHouse)
        markVoid(orders.first(), HouseOrderStore(m_db).refundsOf(order));
    return orders.constFirst();
}

QHash<OrderId, FigureStore::Taken> FigureStore::taken(const Moments &span) const
{
    return takenIn(m_db.run(m_sql.taken, bounds(span)));
}

QHash<OrderId, FigureStore::Taken> FigureStore::taken(PerformanceKey performance) const
{
    return takenIn(m_db.run(m_sql.takenOf, {performance.value}));
}

QList<FigureStore::Refund> FigureStore::refunds(const Moments &span) const
{
    return refundsIn(m_db.run(m_sql.refunds, bounds(span)));
}

QList<FigureStore::Refund> FigureStore::refunds(PerformanceKey performance) const
{
    return refundsIn(m_db.run(m_sql.refundsOf, {performance.value}));
}

qint64 FigureStore::refundedBefore(OrderId order, const QDateTime &at) const
{
    Rows rows = m_db.run(m_sql.refundedBefore, {order.bytes(), at.toMSecsSinceEpoch()});
    return rows.next() ? rows.integer(0) : 0;
}

FigureStore::Owed FigureStore::owedNow() const
{
    Owed owed;
    for (const char *sql : m_sql.owed)
        if (sql)
            addOwed(owed, m_db.run(sql));
    if (Rows rows = m_db.run(selectOnItsWay); rows.next())
        owed.onItsWay = rows.integer(0);
    return owed;
}

FigureStore::Owed FigureStore::owedIn(const Moments &span) const
{
    Owed owed;
    addOwed(owed, m_db.run(m_sql.owedIn, bounds(span)));
    return owed;
}

std::optional<FigureStore::Seller> FigureStore::seller(StaffId staff) const
{
    Rows rows = m_db.run(selectSeller, {staff.bytes()});
    return rows.next() ? std::optional(Seller{rows.text(0), NodeId::fromBytes(rows.blob(1))}) : std::nullopt;
}

} // namespace foyer
