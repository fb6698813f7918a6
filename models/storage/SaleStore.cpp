#include "storage/SaleStore.h"

#include "storage/Connection.h"

namespace foyer {

namespace {
#define SALE_COLUMNS                                                                                                   \
    "id, number, hold, token, wallet, performance, state, paid_at, total, tax, currency, catalogue, staff, shift"
constexpr auto selectSale = "SELECT " SALE_COLUMNS " FROM sale WHERE id = ?";
constexpr auto selectAsked = "SELECT hold, token FROM sale WHERE id = ?";
constexpr auto selectByNumber = "SELECT " SALE_COLUMNS " FROM sale WHERE number = ?";
constexpr auto insertSale = "INSERT INTO sale (" SALE_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto insertTicket = R"(
    INSERT INTO ticket (id, sale, performance, seat, category, ticket_type, price, code, live, free_because)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?))";
constexpr auto selectTickets = R"(
    SELECT id, performance, seat, category, ticket_type, price, code, live, free_because, refunded_at_hub
    FROM ticket WHERE sale = ? ORDER BY seat)";
constexpr auto updateTicket =
    "UPDATE ticket SET live = 0, refunded_at_hub = ? WHERE sale = ? AND seat = ? AND live = 1";
constexpr auto updateRefunded = R"(
    UPDATE sale SET state = 2 WHERE id = ? AND state = 1
        AND NOT EXISTS (SELECT 1 FROM ticket WHERE sale = ? AND live = 1))";

std::optional<SaleRow> oneIn(Rows rows)
{
    if (!rows.next())
        return std::nullopt;
    const auto currency = Currency::fromCode(rows.text(10));
    FOYER_REQUIRE(currency);
    return SaleRow{OrderId::fromBytes(rows.blob(0)), rows.text(1), HoldId::fromBytes(rows.blob(2)),
        TokenId::fromBytes(rows.blob(3)), WalletId::fromBytes(rows.blob(4)), {rows.integer(5)},
        OrderState(rows.small(6)), QDateTime::fromMSecsSinceEpoch(rows.integer(7), Qt::UTC),
        {rows.integer(8), *currency}, {rows.integer(9), *currency}, rows.integer(11), idOrNone<StaffId>(rows, 12),
        idOrNone<ShiftId>(rows, 13)};
}
} // namespace

void SaleStore::add(const SaleRow &s)
{
    m_db.run(insertSale, {s.id.bytes(), s.number, s.hold.bytes(), s.token.bytes(), s.wallet.bytes(),
                             s.performance.value, int(s.state), s.paidAt.toMSecsSinceEpoch(), s.total.minor,
                             s.tax.minor, s.total.currency.text(), s.catalogue, orNull(s.staff), orNull(s.shift)});
}

void SaleStore::add(const TicketRow &t)
{
    m_db.run(insertTicket, {t.id.bytes(), t.sale.bytes(), t.performance.value, indexOf(t.seat), t.category,
                               t.type.value, t.price.minor, t.code, t.freeBecause});
}

std::optional<SaleRow> SaleStore::find(OrderId id) const { return oneIn(m_db.run(selectSale, {id.bytes()})); }
std::optional<SaleStore::Asked> SaleStore::asked(OrderId id) const
{
    Rows rows = m_db.run(selectAsked, {id.bytes()});
    return rows.next() ? std::optional(Asked{HoldId::fromBytes(rows.blob(0)), TokenId::fromBytes(rows.blob(1))})
                       : std::nullopt;
}

std::optional<SaleRow> SaleStore::findByNumber(const QString &number) const
{
    return oneIn(m_db.run(selectByNumber, {number}));
}

QList<TicketRow> SaleStore::tickets(const SaleRow &sale) const
{
    QList<TicketRow> tickets;
    for (Rows rows = m_db.run(selectTickets, {sale.id.bytes()}); rows.next();)
        tickets.append({TicketId::fromBytes(rows.blob(0)), sale.id, {rows.integer(1)}, SeatIndex(rows.small(2)),
            rows.text(3), {rows.integer(4)}, {rows.integer(5), sale.total.currency}, rows.text(6), rows.flag(7),
            rows.text(8), rows.flag(9)});
    return tickets;
}

void SaleStore::setRefunded(OrderId id, const QList<SeatIndex> &seats, bool byHub)
{
    for (const SeatIndex seat : seats)
        FOYER_REQUIRE(m_db.run(updateTicket, {int(byHub), id.bytes(), indexOf(seat)}).changed() == 1);
    m_db.run(updateRefunded, {id.bytes(), id.bytes()});
}

} // namespace foyer
