#include "services/HouseService.h"

#include "domain/Limits.h"
#include "services/Services.h"
#include "services/TaskService.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/HubLinkStore.h"
#include "storage/LedgerStore.h"
#include "storage/TokenStore.h"

namespace foyer {

using namespace Qt::StringLiterals;

QList<HubTask> HouseService::open(Transaction &tx)
{
    QList<HubTask> tasks;
    for (const Tender &tender : m_services.payments.inDoubt(tx)) {
        const auto hold = m_services.reservations.find(tx, *tender.hold);
        tasks.append({.id = u"tender-"_s + tender.id.text(),
            .kind = HubTask::Kind::TenderInDoubt,
            .performance = hold->performance,
            .seat = hold->seats.constFirst().seat,
            .wallet = tender.wallet,
            .amount = tender.amount,
            .tender = tender.id});
    }
    if (!HubLinkStore(tx.db()).find()) // else money is the hub's
        tasks += TaskService(tx.db(), m_clock, m_ids).ofMoney();
    return tasks;
}

Result<HouseTasks> HouseService::tasks()
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<HouseTasks> {
        return HouseTasks{TaskService(tx.db(), m_clock, m_ids).noted(tx, open(tx))};
    });
}

Result<HouseView> HouseService::view()
{
    return m_db.read([&]() -> Result<HouseView> {
        const TokenStore tokens(m_db);
        HouseView view{.waiting = tokens.waitingCount(),
            .admitted = tokens.admittedCount(),
            .limit = CatalogueStore(m_db).settings().admissionLimit};
        for (const TokenRow &row : tokens.queue(limits::queueShown))
            view.queue.append({row.token.id, row.token.number, row.token.state, row.slip,
                IdMaker::madeAt(row.token.id.value), QString()});
        return view;
    });
}

Result<HouseActDone> HouseService::act(const HouseAct &act)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<HouseActDone> {
        const StaffId who = act.by.who.id;
        switch (act.kind) {
        case HouseAct::Kind::TakeTask:
            FOYER_CHECK(
                TaskService::take(tx, open(tx), act.task, TaskOwner{who, act.by.who.name, tx.head().node, QString()}));
            return HouseActDone();
        case HouseAct::Kind::SettleTask: return settle(tx, act);
        case HouseAct::Kind::SetLimit:
            if (act.by.why.trimmed().isEmpty())
                return Refusal::ReasonNeeded;
            FOYER_CHECK(StaffService::setAdmissionLimit(tx, act.count, who, act.by.why));
            m_services.queue.admitNext(tx);
            return HouseActDone();
        case HouseAct::Kind::CallNext: {
            FOYER_TRY(called, m_services.queue.callNext(tx));
            tx.tell(u"calledNext"_s, {{u"token"_s, called.text()}, {u"staff"_s, who.text()}});
            return HouseActDone();
        }
        case HouseAct::Kind::NoShow: FOYER_CHECK(endNoShow(tx, act)); return HouseActDone();
        case HouseAct::Kind::Revoke:
        case HouseAct::Kind::Allot: break;
        }
        return Refusal::NodeUnknown;
    });
}

Result<HouseActDone> HouseService::settle(Transaction &tx, const HouseAct &act)
{
    TaskService tasks(tx.db(), m_clock, m_ids);
    FOYER_TRY(task, TaskService::toSettle(open(tx), act.task, act.remedy, act.by.why));
    HouseActDone result;
    switch (act.remedy) {
    case Remedy::FreeSeats:
        FOYER_CHECK(m_services.payments.settleSeats(tx, task.tender, act.by.who.id, act.by.why));
        break;
    case Remedy::WriteOff: tasks.writeOff(tx, task); break;
    case Remedy::NewCode: result.claim = PaymentService::makeClaim(tx, task.wallet, task.amount); break;
    case Remedy::OtherSeat:
    case Remedy::Refund:
    case Remedy::AskForMoney:
    case Remedy::TakeBack: return Refusal::TaskUnknown;
    }
    TaskService::settled(tx, act.task, act.remedy, act.by.who.id, act.by.why);
    return result;
}

/// Their visit is over: seats are let go, a guest's money waits for them, the next comes in.
Done HouseService::endNoShow(Transaction &tx, const HouseAct &act)
{
    const auto row = TokenStore(tx.db()).find(act.token);
    if (!row || !mayBeNoShow(row->token.state, row->slip))
        return Refusal::NotInQueue;
    if (LedgerStore(tx.db()).anyOpenTender(row->token.wallet))
        return Refusal::TenderInDoubt; // whoever pays is there
    tx.tell(u"noShow"_s, {{u"token"_s, act.token.text()}, {u"staff"_s, act.by.who.id.text()}});
    m_services.payments.expireVisit(tx, *row);
    m_services.queue.admitNext(tx);
    return done;
}

} // namespace foyer
