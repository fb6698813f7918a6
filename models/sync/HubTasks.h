#pragma once

#include "domain/Clock.h"
#include "domain/HubTask.h"
#include "domain/IdMaker.h"
#include "domain/Result.h"
#include "domain/Wallet.h"

namespace foyer {

class Connection;
class Transaction;

/// What staff have to put right at a hub: nothing of it is ever dropped, nothing silently accepted (law 8). In the
/// thread of its connection.
class HubTasks
{
public:
    HubTasks(Connection &db, const Clock &clock, IdMaker &ids) : m_db(db), m_clock(clock), m_ids(ids) {}

    Result<QList<HubTask>> all();
    /// By somebody who may, with the reason; into the journal. What was settled with the customer is only noted; a debt
    /// that is written off is booked; for unclaimed money there is a new code. TaskUnknown, ReasonNeeded.
    Result<std::optional<Claim>> settle(const QString &task, Remedy remedy, StaffId who, const QString &why);

private:
    QList<HubTask> open();
    void settleRefund(Transaction &tx, const HubTask &task, Remedy remedy);
    void writeOff(Transaction &tx, const HubTask &task);

    Connection &m_db;
    const Clock &m_clock;
    IdMaker &m_ids;
};

} // namespace foyer
