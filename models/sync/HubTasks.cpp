#include "sync/HubTasks.h"

#include "domain/EnumName.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/EpochStore.h"
#include "storage/HouseOrderStore.h"
#include "storage/HubSeatStore.h"
#include "storage/LedgerStore.h"
#include "sync/HubSync.h"

namespace foyer {

using namespace Qt::StringLiterals;

Result<QList<HubTask>> HubTasks::all()
{
    return m_db.read([&]() -> Result<QList<HubTask>> { return open(); });
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
    const LedgerStore ledger(m_db);
    for (const WalletRow &wallet : ledger.negative())
        tasks.append({.id = u"debt-"_s + wallet.id.text(),
            .kind = HubTask::Kind::WalletNegative,
            .wallet = wallet.id,
            .amount = wallet.balance});
    for (const WalletRow &wallet : ledger.withoutCode())
        tasks.append({.id = u"money-"_s + wallet.id.text(),
            .kind = HubTask::Kind::MoneyUnclaimed,
            .wallet = wallet.id,
            .amount = wallet.balance});
    return tasks;
}

Result<std::optional<Claim>> HubTasks::settle(const QString &name, Remedy remedy, StaffId who, const QString &why)
{
    if (why.trimmed().isEmpty())
        return Refusal::ReasonNeeded;
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<std::optional<Claim>> {
        const QList<HubTask> tasks = open();
        const auto task =
            std::find_if(tasks.begin(), tasks.end(), [&](const HubTask &each) { return each.id == name; });
        if (task == tasks.end() || !remediesFor(task->kind).contains(remedy))
            return Refusal::TaskUnknown;
        const bool movesMoney = remedy == Remedy::WriteOff || remedy == Remedy::Refund || remedy == Remedy::TakeBack;
        if (movesMoney && EpochStore(tx.db()).anyMustReport())
            return Refusal::HubRecovering; // what comes back may be on its way
        std::optional<Claim> claim;
        switch (remedy) {
        case Remedy::OtherSeat: HubSeatStore(tx.db()).settleConflict(task->performance, task->seat, task->order); break;
        case Remedy::Refund: {
            HubSeatStore(tx.db()).settleConflict(task->performance, task->seat, task->order);
            FOYER_TRY(paid, m_sync.refundAtRisk(tx, task->order, who, why));
            claim = paid;
            break;
        }
        case Remedy::AskForMoney: return Refusal::TaskUnknown; // settled by the money itself
        case Remedy::TakeBack:
        case Remedy::WriteOff:
            if (task->kind == HubTask::Kind::RefundedTwice)
                settleRefund(tx, *task, remedy);
            else
                writeOff(tx, *task);
            break;
        case Remedy::NewCode: claim = Claim{HubSync::newCode(tx, task->wallet), task->amount}; break;
        }
        tx.tell(u"taskSettled"_s,
            {{u"task"_s, name}, {u"remedy"_s, nameOf(remedy)}, {u"staff"_s, who.text()}, {u"why"_s, why.trimmed()}});
        return claim;
    });
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

void HubTasks::writeOff(Transaction &tx, const HubTask &task)
{
    const Money owed{-task.amount.minor, task.amount.currency};
    LedgerStore(tx.db()).move(m_ids.make<MovementId>(), MovementKind::WrittenOff, m_clock.utc(), task.wallet.bytes(),
        {{Account::Wallet, task.wallet, owed}, {Account::Loss, {}, task.amount}});
    tx.changes().wallets.insert(task.wallet);
}

} // namespace foyer
