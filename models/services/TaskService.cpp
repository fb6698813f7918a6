#include "services/TaskService.h"

#include "domain/EnumName.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/LedgerStore.h"
#include "storage/TaskStore.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
const HubTask *named(const QList<HubTask> &open, const QString &name)
{
    const auto task = std::find_if(open.begin(), open.end(), [&](const HubTask &each) { return each.id == name; });
    return task == open.end() ? nullptr : &*task;
}
} // namespace

QList<HubTask> TaskService::ofMoney()
{
    QList<HubTask> tasks;
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

QList<HubTask> TaskService::noted(Transaction &tx, QList<HubTask> open)
{
    TaskStore store(tx.db());
    const CatalogueStore catalogue(tx.db());
    QHash<QString, TaskStore::Known> known = store.all();
    const QDateTime now = m_clock.utc();
    for (HubTask &task : open) {
        const auto before = known.find(task.id);
        if (before == known.end()) {
            store.add(task.id, now);
            tx.tell(u"taskFound"_s, {{u"task"_s, task.id}});
        } else {
            task.owner = before->owner;
        }
        task.since = before == known.end() ? now : before->since;
        const auto performance = catalogue.performance(task.performance);
        task.due = taskDue(task.kind, task.since, performance ? std::optional(performance->startsAt) : std::nullopt);
        known.remove(task.id);
    }
    for (auto over = known.keyBegin(); over != known.keyEnd(); ++over)
        store.remove(*over);
    std::stable_sort(open.begin(), open.end(), [](const HubTask &a, const HubTask &b) { return a.due < b.due; });
    return open;
}

Done TaskService::take(Transaction &tx, const QList<HubTask> &open, const QString &task, const TaskOwner &owner)
{
    if (!named(open, task))
        return Refusal::TaskUnknown;
    TaskStore(tx.db()).setOwner(task, owner);
    tx.tell(u"taskTaken"_s,
        {{u"task"_s, task}, {u"staff"_s, owner.staff.text()}, {u"name"_s, owner.name}, {u"node"_s, owner.node.text()}});
    return done;
}

Result<HubTask> TaskService::toSettle(
    const QList<HubTask> &open, const QString &name, Remedy remedy, const QString &why)
{
    if (why.trimmed().isEmpty())
        return Refusal::ReasonNeeded;
    const HubTask *task = named(open, name);
    if (!task || !remediesFor(task->kind).contains(remedy) || settlesItself(remedy))
        return Refusal::TaskUnknown;
    return *task;
}

void TaskService::writeOff(Transaction &tx, const HubTask &task)
{
    const Money owed{-task.amount.minor, task.amount.currency};
    LedgerStore(tx.db()).move(m_ids.make<MovementId>(), MovementKind::WrittenOff, m_clock.utc(), task.wallet.bytes(),
        {{Account::Wallet, task.wallet, owed}, {Account::Loss, {}, task.amount}});
    tx.changes().wallets.insert(task.wallet);
}

void TaskService::settled(Transaction &tx, const QString &task, Remedy remedy, StaffId who, const QString &why)
{
    TaskStore(tx.db()).remove(task); // should it come up once more, it is a new one
    tx.tell(u"taskSettled"_s,
        {{u"task"_s, task}, {u"remedy"_s, nameOf(remedy)}, {u"staff"_s, who.text()}, {u"why"_s, why.trimmed()}});
}

} // namespace foyer
