#pragma once

#include "domain/Clock.h"
#include "domain/HubTask.h"
#include "domain/IdMaker.h"
#include "domain/Result.h"
#include "domain/Staff.h"

namespace foyer {

class Connection;
class Transaction;

/// What only people can put right, as far as a hub and a machine on its own have it in common. Found in the books each
/// time, so that nothing is ever dropped; since when, and who looks after it, is kept beside them. All of it within
/// another service's transaction.
class TaskService
{
public:
    TaskService(Connection &db, const Clock &clock, IdMaker &ids) : m_db(db), m_clock(clock), m_ids(ids) {}

    /// Wallets in debt, and guests' money that nobody has a code for.
    QList<HubTask> ofMoney();
    /// The same tasks with all that is known of each, what is due first before others; new ones are noted, and those
    /// that aren't open any more forgotten.
    QList<HubTask> noted(Transaction &tx, QList<HubTask> open);
    /// Also from somebody else. TaskUnknown.
    static Done take(Transaction &tx, const QList<HubTask> &open, const QString &task, const TaskOwner &owner);
    /// The task that this remedy can settle; TaskUnknown, ReasonNeeded.
    static Result<HubTask> toSettle(const QList<HubTask> &open, const QString &task, Remedy remedy, const QString &why);
    void writeOff(Transaction &tx, const HubTask &task);
    static void settled(Transaction &tx, const QString &task, Remedy remedy, StaffId who, const QString &why);

private:
    Connection &m_db;
    const Clock &m_clock;
    IdMaker &m_ids;
};

} // namespace foyer
