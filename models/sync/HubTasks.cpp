#include "sync/HubTasks.h"

#include "services/PaymentService.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/EpochStore.h"
#include "storage/HouseOrderStore.h"
#include "storage/HubSeatStore.h"
#include "storage/LedgerStore.h"
#include "storage/NodeStore.h"
#include "sync/HubSync.h"

namespace foyer {

using namespace Qt::StringLiterals;

Result<QList<HubTask>> HubTasks::all()
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<QList<HubTask>> {
        QList<HubTask> tasks = m_shared.noted(tx, open());
        const QList<NodeKey> nodes = NodeStore(tx.db()).all();
        const auto nameOfNode = [&](const NodeId &id) {
            const auto node =
                std::find_if(nodes.begin(), nodes.end(), [&](const NodeKey &each) { return each.node == id; });
            return node == nodes.end() ? QString() : node->name;
        };
        for (HubTask &task : tasks) {
            task.sellerName = nameOfNode(task.seller.node);
            if (task.owner)
                task.owner->machine = nameOfNode(task.owner->node);
        }
        return tasks;
    });
}

QList<HubTask> HubTasks::open()
{
    QList<HubTask> tasks;
    for (const auto &[performance, seat, late] : HubSeatStore(m_db).conflicts())
        tasks.append({.id = u"seat-%1-%2-%3"_s.arg(performance.value).arg(indexOf(seat)).arg(late.order.text()),
            .kind = HubTask::Kind::SeatSoldTwice,
            .performance = performance,
            .seat = seat,
            .order = late.order,
            .seller = late.holder});
    const Currency currency = CatalogueStore(m_db).settings().currency;
    for (const HouseOrder &order : HouseOrderStore(m_db).refundedBeyond())
        tasks.append({.id = u"refund-"_s + order.id.text(),
            .kind = HubTask::Kind::RefundedTwice,
            .performance = order.performance,
            .order = order.id,
            .seller = order.seller,
            .wallet = order.wallet,
            .amount = {order.beyond - order.settled, currency}});
    return tasks + m_shared.ofMoney();
}

Done HubTasks::take(Transaction &tx, const QString &task, const TaskOwner &owner)
{
    return TaskService::take(tx, m_shared.noted(tx, open()), task, owner);
}

Result<std::optional<Claim>> HubTasks::settle(const QString &name, Remedy remedy, StaffId who, const QString &why)
{
    return m_db.write(m_clock, [&](Transaction &tx) { return settle(tx, name, remedy, who, why); });
}

Result<std::optional<Claim>> HubTasks::settle(
    Transaction &tx, const QString &name, Remedy remedy, StaffId who, const QString &why)
{
    FOYER_TRY(task, TaskService::toSettle(open(), name, remedy, why));
    const bool movesMoney = remedy == Remedy::WriteOff || remedy == Remedy::Refund || remedy == Remedy::TakeBack;
    if (movesMoney && EpochStore(tx.db()).anyMustReport())
        return Refusal::HubRecovering; // what comes back may be on its way
    std::optional<Claim> claim;
    switch (remedy) {
    case Remedy::OtherSeat: HubSeatStore(tx.db()).settleConflict(task.performance, task.seat, task.order); break;
    case Remedy::Refund: {
        HubSeatStore(tx.db()).settleConflict(task.performance, task.seat, task.order);
        FOYER_TRY(paid, m_sync.refundAtRisk(tx, task.order, who, why));
        claim = paid;
        break;
    }
    case Remedy::TakeBack:
    case Remedy::WriteOff:
        if (task.kind == HubTask::Kind::RefundedTwice)
            settleRefund(tx, task, remedy);
        else
            m_shared.writeOff(tx, task);
        break;
    case Remedy::NewCode:
        HouseOrderStore(tx.db()).forgetRequest(task.wallet);
        claim = PaymentService::makeClaim(tx, task.wallet, task.amount);
        break;
    case Remedy::AskForMoney:
    case Remedy::FreeSeats: return Refusal::TaskUnknown; // settled by the money itself, or at its machine
    }
    TaskService::settled(tx, name, remedy, who, why);
    return claim;
}

/// What was refunded twice comes out of the wallet again, which may leave a debt, or the house bears it.
void HubTasks::settleRefund(Transaction &tx, const HubTask &task, Remedy remedy)
{
    HouseOrderStore orders(tx.db());
    orders.settle(task.order, task.amount.minor);
    LedgerStore ledger(tx.db());
    ledger.openWallet({task.wallet, {}, {0, task.amount.currency}});
    WalletId from = task.wallet;
    for (const HouseRefund &refund : orders.refundsOf(task.order)) // a guest's code from here may not be paid yet
        if (const auto unpaid = ledger.wallet(refund.paidTo); unpaid && !(unpaid->balance < task.amount))
            from = refund.paidTo;
    const Money less{-task.amount.minor, task.amount.currency};
    const Posting source =
        remedy == Remedy::TakeBack ? Posting{Account::Wallet, from, less} : Posting{Account::Loss, {}, less};
    ledger.move(m_ids.make<MovementId>(), MovementKind::WrittenOff, m_clock.utc(), task.order.bytes(),
        {source, {Account::Sales, {}, task.amount}});
    tx.changes().wallets.insert(from);
}

} // namespace foyer
