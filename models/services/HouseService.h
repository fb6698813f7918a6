#pragma once

#include "domain/Clock.h"
#include "domain/HouseWork.h"
#include "domain/IdMaker.h"
#include "domain/Result.h"

namespace foyer {

class Connection;
class Services;
class Transaction;

/// What staff see of a house that is this machine alone, and do with it. At a terminal only the payments of its own
/// devices are its own; all else is the hub's. In the thread of its connection.
class HouseService
{
public:
    HouseService(Connection &db, const Clock &clock, IdMaker &ids, Services &services)
        : m_db(db), m_clock(clock), m_ids(ids), m_services(services)
    {
    }

    Result<HouseTasks> tasks();
    Result<HouseView> view();
    /// NodeUnknown: there are no terminals here. Each kind as its hub does it, see HubWork.
    Result<HouseActDone> act(const HouseAct &act);
    /// Such a task is settled at this machine, whoever its hub is.
    static bool isOwnTask(const QString &task) { return task.startsWith(QLatin1String("tender-")); }

private:
    QList<HubTask> open(Transaction &tx);
    Result<HouseActDone> settle(Transaction &tx, const HouseAct &act);
    Done endNoShow(Transaction &tx, const HouseAct &act);

    Connection &m_db;
    const Clock &m_clock;
    IdMaker &m_ids;
    Services &m_services;
};

} // namespace foyer
