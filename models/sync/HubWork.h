#pragma once

#include "domain/HouseWork.h"
#include "sync/HubTasks.h"

namespace foyer {

class HubService;

/// What staff at the house's desks see of it and do with it, and who runs the hub by hand. In the thread of its
/// connection.
class HubWork
{
public:
    HubWork(Connection &db, const Clock &clock, IdMaker &ids, HubService &hub);

    HubTasks tasks;

    struct Heard {
        bool isOnline = false; ///< it waits for news, or is about to
        QDateTime at;          ///< UTC
    };
    Result<HouseView> view(const QHash<EpochId, Heard> &heard);
    Result<QStringList> silent(const QHash<EpochId, Heard> &heard); ///< that may be selling, by name
    /// One transaction, done once: the same again is answered the same, with a new code where there is one (law 4).
    /// RequestReused, ReasonNeeded, and what its kind is refused with.
    Result<HouseActDone> act(EpochId by, const HouseAct &act);
    /// By a manager, with the reason: the terminal gets no rights any more. NodeUnknown, ReasonNeeded.
    Done revoke(NodeId node, const Consent &by);

private:
    Done revoke(Transaction &tx, NodeId node, const Consent &by);
    Result<HouseActDone> begin(Transaction &tx, EpochId by, const HouseAct &act);
    Result<HouseActDone> again(Transaction &tx, const QByteArray &answer);

    Connection &m_db;
    const Clock &m_clock;
    HubService &m_hub;
};

} // namespace foyer
