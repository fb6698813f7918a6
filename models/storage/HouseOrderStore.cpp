#include "storage/HouseOrderStore.h"

#include "storage/Connection.h"

namespace foyer {

namespace {
#define ORDER_COLUMNS "id, node, epoch, seq, beside, wallet, performance, total, refunds, paid_to"
constexpr auto insertOrder = R"(
    INSERT INTO house_order (id, node, epoch, seq, beside, wallet, performance, total, refunds, told, settled)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 1, 0) ON CONFLICT (id) DO NOTHING)";
constexpr auto selectOrder = "SELECT " ORDER_COLUMNS " FROM house_order WHERE id = ?";
constexpr auto selectByRefund = "SELECT " ORDER_COLUMNS " FROM house_order WHERE refund = ?";
constexpr auto countRefund = "UPDATE house_order SET refunds = refunds + 1 WHERE id = ? AND node = ?";
constexpr auto updateRefund =
    "UPDATE house_order SET refunds = refunds + 1, refund = ?, paid_to = ?, told = 0 WHERE id = ?";
constexpr auto updateTold = "UPDATE house_order SET told = 1 WHERE id = ? AND node = ?";
constexpr auto selectUntold = "SELECT " ORDER_COLUMNS " FROM house_order WHERE told = 0 ORDER BY id";
constexpr auto selectTwice =
    "SELECT " ORDER_COLUMNS " FROM house_order WHERE refunds > 1 AND refunds - 1 > settled ORDER BY id";
constexpr auto updateSettled = "UPDATE house_order SET settled = settled + 1 WHERE id = ?";
constexpr auto updateBeside = "UPDATE house_order SET beside = 0, seq = 0 WHERE node = ? AND epoch = ? AND beside = 1";

HouseOrder orderAt(const Rows &rows)
{
    HouseOrder order{OrderId::fromBytes(rows.blob(0)), {NodeId::fromBytes(rows.blob(1)), rows.small(2)},
        rows.integer(3), rows.flag(4), WalletId::fromBytes(rows.blob(5)), {rows.integer(6)}, rows.integer(7),
        rows.small(8), {}};
    if (!rows.isNull(9))
        order.paidTo = WalletId::fromBytes(rows.blob(9));
    return order;
}

QList<HouseOrder> allIn(Rows rows)
{
    QList<HouseOrder> orders;
    while (rows.next())
        orders.append(orderAt(rows));
    return orders;
}

std::optional<HouseOrder> orderIn(Rows rows) { return rows.next() ? std::optional(orderAt(rows)) : std::nullopt; }
} // namespace

void HouseOrderStore::add(const HouseOrder &o)
{
    m_db.run(insertOrder, {o.id.bytes(), o.seller.node.bytes(), o.seller.number, o.seq, int(o.isBeside),
                              o.wallet.bytes(), o.performance.value, o.total});
}

std::optional<HouseOrder> HouseOrderStore::find(OrderId id) const
{
    return orderIn(m_db.run(selectOrder, {id.bytes()}));
}

std::optional<HouseOrder> HouseOrderStore::refundedOn(RequestId request) const
{
    return orderIn(m_db.run(selectByRefund, {request.bytes()}));
}

void HouseOrderStore::noteRefunded(OrderId id, NodeId seller) { m_db.run(countRefund, {id.bytes(), seller.bytes()}); }

void HouseOrderStore::noteRefunded(OrderId id, const RefundedHere &refund)
{
    const QVariant request = refund.request.isNull() ? QVariant() : QVariant(refund.request.bytes());
    FOYER_REQUIRE(m_db.run(updateRefund, {request, refund.paidTo.bytes(), id.bytes()}).changed() == 1);
}

void HouseOrderStore::noteTold(OrderId id, NodeId seller) { m_db.run(updateTold, {id.bytes(), seller.bytes()}); }

QList<HouseOrder> HouseOrderStore::untold() const { return allIn(m_db.run(selectUntold)); }
QList<HouseOrder> HouseOrderStore::refundedTwice() const { return allIn(m_db.run(selectTwice)); }

void HouseOrderStore::giveUpBeside(EpochId seller) { m_db.run(updateBeside, {seller.node.bytes(), seller.number}); }

void HouseOrderStore::settle(OrderId id) { m_db.run(updateSettled, {id.bytes()}); }

} // namespace foyer
