#pragma once

#include "domain/Clock.h"
#include "domain/HubTask.h"
#include "domain/IdMaker.h"
#include "domain/Result.h"
#include "domain/Wallet.h"
#include "services/TaskService.h"

namespace foyer {

class Connection;
class HubSync;
class Transaction;

/// What staff have to put right at a hub: nothing of it is ever dropped, nothing silently accepted (law 8). In the
/// thread of its connection.
class HubTasks
{
public:
    HubTasks(Connection &db, const Clock &clock, IdMaker &ids, HubSync &sync)
        : m_db(db), m_clock(clock), m_ids(ids), m_sync(sync), m_shared(db, clock, ids)
    {
    }

    Result<QList<HubTask>> all();
    /// By somebody who may, with the reason; into the journal. Another seat is only noted; a refund is
    /// paid back at the house's risk, a debt that is written off is booked; for a guest's money there is a code.
    /// TaskUnknown, ReasonNeeded.
    Result<std::optional<Claim>> settle(const QString &task, Remedy remedy, StaffId who, const QString &why);

    // Within another's transaction:
    Result<std::optional<Claim>> settle(
        Transaction &tx, const QString &task, Remedy remedy, StaffId who, const QString &why);
    Done take(Transaction &tx, const QString &task, const TaskOwner &owner);

private:
    QList<HubTask> open();
    void settleRefund(Transaction &tx, const HubTask &task, Remedy remedy);

    Connection &m_db;
    const Clock &m_clock;
    IdMaker &m_ids;
    HubSync &m_sync;
    TaskService m_shared;
};

} // namespace foyer
