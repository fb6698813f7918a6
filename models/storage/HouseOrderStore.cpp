#include "storage/HouseOrderStore.h"

#include "storage/Connection.h"
#include "storage/Json.h"

namespace foyer {

namespace {
#define ORDER_COLUMNS "id, node, epoch, seq, beside, wallet, performance, total, beyond, settled"
constexpr auto insertOrder = "INSERT INTO house_order (" ORDER_COLUMNS R"()
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0) ON CONFLICT (id) DO NOTHING)";
constexpr auto selectOrder = "SELECT " ORDER_COLUMNS " FROM house_order WHERE id = ?";
constexpr auto selectBeyond = "SELECT " ORDER_COLUMNS " FROM house_order WHERE beyond > settled ORDER BY id";
constexpr auto updateBeyond = "UPDATE house_order SET beyond = beyond + ? WHERE id = ?";
constexpr auto updateSettled = "UPDATE house_order SET settled = settled + ? WHERE id = ?";
constexpr auto updateBeside = "UPDATE house_order SET beside = 0, seq = 0 WHERE node = ? AND epoch = ? AND beside = 1";
#define ENTRY_COLUMNS "epoch, seq, at, kind, body, hash"
constexpr auto selectSale =
    "SELECT " ENTRY_COLUMNS " FROM node_journal WHERE node = ? AND epoch = ? AND seq = ? AND kind = 'sold'";
constexpr auto selectSaleBeside =
    "SELECT " ENTRY_COLUMNS " FROM node_fork WHERE node = ? AND epoch = ? AND kind = 'sold' AND body LIKE ?";
#define REFUND_COLUMNS "sale, seats, amount, request, paid_to, at"
constexpr auto insertRefund = "INSERT INTO house_refund (" REFUND_COLUMNS R"(, told, number)
    VALUES (?, ?, ?, ?, ?, ?, ?, 1 + (SELECT count(*) FROM house_refund WHERE sale = ?)))";
constexpr auto selectRefunds = "SELECT " REFUND_COLUMNS " FROM house_refund WHERE sale = ? ORDER BY number";
constexpr auto selectByRequest = "SELECT " REFUND_COLUMNS " FROM house_refund WHERE request = ?";
constexpr auto selectUntold = R"(
    SELECT r.sale, r.seats, r.amount, r.request, r.paid_to, r.at, o.node
    FROM house_refund r JOIN house_order o ON o.id = r.sale WHERE r.told = 0 ORDER BY r.sale, r.number)";
constexpr auto updateRequest = "UPDATE house_refund SET request = NULL WHERE paid_to = ? AND request IS NOT NULL";
constexpr auto updateTold = R"(
    UPDATE house_refund SET told = 1 WHERE sale = ? AND seats = ? AND told = 0
        AND EXISTS (SELECT 1 FROM house_order WHERE id = ? AND node = ?))";

HouseOrder orderAt(const Rows &rows)
{
    return {OrderId::fromBytes(rows.blob(0)), {NodeId::fromBytes(rows.blob(1)), rows.small(2)}, rows.integer(3),
        rows.flag(4), WalletId::fromBytes(rows.blob(5)), {rows.integer(6)}, rows.integer(7), rows.integer(8),
        rows.integer(9)};
}

HouseRefund refundAt(const Rows &rows)
{
    HouseRefund refund{OrderId::fromBytes(rows.blob(0)), seatsFromJson(rows.text(1)), rows.integer(2), RequestId(),
        WalletId(), QDateTime::fromMSecsSinceEpoch(rows.integer(5), Qt::UTC)};
    if (!rows.isNull(3))
        refund.request = RequestId::fromBytes(rows.blob(3));
    if (!rows.isNull(4))
        refund.paidTo = WalletId::fromBytes(rows.blob(4));
    return refund;
}

template <typename IdType>
QVariant orNull(const IdType &id)
{
    return id.isNull() ? QVariant() : QVariant(id.bytes());
}
} // namespace

void HouseOrderStore::add(const HouseOrder &o)
{
    m_db.run(insertOrder, {o.id.bytes(), o.seller.node.bytes(), o.seller.number, o.seq, int(o.isBeside),
                              o.wallet.bytes(), o.performance.value, o.total});
}

std::optional<HouseOrder> HouseOrderStore::find(OrderId id) const
{
    Rows rows = m_db.run(selectOrder, {id.bytes()});
    return rows.next() ? std::optional(orderAt(rows)) : std::nullopt;
}

QList<JournalEntry> HouseOrderStore::saleOf(const HouseOrder &o) const
{
    QList<JournalEntry> entries;
    const auto addAll = [&entries](Rows rows) {
        while (rows.next())
            entries.append(
                {rows.small(0), rows.integer(1), rows.integer(2), rows.text(3), rows.text(4).toUtf8(), rows.blob(5)});
    };
    addAll(m_db.run(selectSale, {o.seller.node.bytes(), o.seller.number, o.seq}));
    addAll(m_db.run(selectSaleBeside, {o.seller.node.bytes(), o.seller.number, u'%' + o.id.text() + u'%'}));
    return entries;
}

void HouseOrderStore::add(const HouseRefund &refund, qint64 beyond)
{
    m_db.run(insertRefund,
        {refund.order.bytes(), jsonOf(refund.seats), refund.amount, orNull(refund.request), orNull(refund.paidTo),
            refund.at.toMSecsSinceEpoch(), int(refund.request.isNull()), refund.order.bytes()});
    FOYER_REQUIRE(m_db.run(updateBeyond, {beyond, refund.order.bytes()}).changed() == 1);
}

QList<HouseRefund> HouseOrderStore::refundsOf(OrderId id) const
{
    QList<HouseRefund> refunds;
    for (Rows rows = m_db.run(selectRefunds, {id.bytes()}); rows.next();)
        refunds.append(refundAt(rows));
    return refunds;
}

std::optional<HouseRefund> HouseOrderStore::refundedOn(RequestId request) const
{
    Rows rows = m_db.run(selectByRequest, {request.bytes()});
    return rows.next() ? std::optional(refundAt(rows)) : std::nullopt;
}

void HouseOrderStore::forgetRequest(WalletId paidTo) { m_db.run(updateRequest, {paidTo.bytes()}); }

void HouseOrderStore::noteTold(OrderId id, const QList<SeatIndex> &seats, NodeId seller)
{
    m_db.run(updateTold, {id.bytes(), jsonOf(seats), id.bytes(), seller.bytes()});
}

QList<HouseOrderStore::Untold> HouseOrderStore::untold() const
{
    QList<Untold> untold;
    for (Rows rows = m_db.run(selectUntold); rows.next();)
        untold.append({NodeId::fromBytes(rows.blob(6)), refundAt(rows)});
    return untold;
}

QList<HouseOrder> HouseOrderStore::refundedBeyond() const
{
    QList<HouseOrder> orders;
    for (Rows rows = m_db.run(selectBeyond); rows.next();)
        orders.append(orderAt(rows));
    return orders;
}

void HouseOrderStore::settle(OrderId id, qint64 amount) { m_db.run(updateSettled, {amount, id.bytes()}); }

void HouseOrderStore::giveUpBeside(EpochId seller) { m_db.run(updateBeside, {seller.node.bytes(), seller.number}); }

} // namespace foyer
