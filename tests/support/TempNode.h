#pragma once

#include "domain/HouseSettings.h"
#include "domain/IdMaker.h"
#include "storage/Connection.h"
#include "storage/DataFolder.h"
#include "support/ManualClock.h"

#include <QTemporaryDir>

namespace foyer::test {

/// A node of its own in a scratch folder: a real file, migrated, founded, gone with the test. Settings are the
/// defaults.
class TempNode
{
public:
    explicit TempNode(StatementObserver *observer = nullptr, const HouseSettings &settings = {});

    Connection &db() { return *m_db; }
    DataFolder folder() const { return DataFolder(m_folder.path()); }
    NodeId id() const { return m_id; }

    /// A second connection to the same file, as another program or the reader's thread has one.
    std::unique_ptr<Connection> connect(Connection::Mode mode = Connection::Mode::ReadWrite) const;
    /// What a crash and a new start leave: the file, and nothing that was in memory.
    void restart();

    template <typename IdType>
    IdType make()
    {
        return m_ids.make<IdType>();
    }
    /// One transaction; `work(Transaction &)` may return nothing.
    template <typename Work>
    Done write(Work &&work);

    ManualClock clock;

private:
    QTemporaryDir m_folder;
    StatementObserver *m_observer;
    IdMaker m_ids{clock, QRandomGenerator(1)};
    NodeId m_id;
    std::unique_ptr<Connection> m_db;
};

template <typename Work>
Done TempNode::write(Work &&work)
{
    return m_db->write(clock, [&](Transaction &transaction) -> Done {
        if constexpr (std::is_void_v<std::invoke_result_t<Work, Transaction &>>) {
            work(transaction);
            return done;
        } else {
            return work(transaction);
        }
    });
}

} // namespace foyer::test
