#pragma once

#include "domain/Clock.h"
#include "domain/Epoch.h"
#include "domain/Result.h"
#include "storage/NodeStore.h"

#include <QList>
#include <memory>

namespace foyer {

class Connection;

/// Which epochs ever began at this hub, which of them had a list, were revoked or found forked, and its incarnations: a
/// database of its own beside the node's, so that a restore of that doesn't make the hub forget whom it must hear from,
/// and whom not to believe (laws 6, 7). That one was closed isn't noted: a database that doesn't know of it lacks the
/// sales before it as well. What is noted is on the disk before the call returns. In the thread that opened it.
class EpochRegister
{
public:
    static Result<std::unique_ptr<EpochRegister>> open(const QString &file, const Clock &clock);
    ~EpochRegister();

    Done noteBegun(EpochId epoch);
    Done noteListed(EpochId epoch);                ///< before its first right
    Done noteEnded(EpochId epoch, EpochState how); ///< before the database says so
    struct Known {
        EpochId id;
        EpochState state = EpochState::Begun; ///< or how it ended
        bool wasListed = false;               ///< else it never held anything
    };
    Result<QList<Known>> all();
    /// Whose key belongs to which node, so that who was enrolled since a backup is still known by it.
    Done noteKey(const NodeKey &key);
    Result<QList<NodeKey>> keys();
    /// Higher than any that was ever begun, `known` among them; noted before it is used.
    Result<int> beginIncarnation(int known);

private:
    EpochRegister(std::unique_ptr<Connection> db, const Clock &clock);

    std::unique_ptr<Connection> m_db;
    const Clock &m_clock;
};

} // namespace foyer
