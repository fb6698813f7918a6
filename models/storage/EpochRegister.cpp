#include "storage/EpochRegister.h"

#include "storage/Connection.h"

namespace foyer {

namespace {
constexpr auto createEpoch = R"(
    CREATE TABLE IF NOT EXISTS epoch (node BLOB NOT NULL, number INTEGER NOT NULL, state INTEGER NOT NULL,
        listed INTEGER NOT NULL, PRIMARY KEY (node, number)) WITHOUT ROWID)";
constexpr auto createIncarnation = "CREATE TABLE IF NOT EXISTS incarnation (number INTEGER PRIMARY KEY)";
constexpr auto createKey = R"(
    CREATE TABLE IF NOT EXISTS node_key (key BLOB NOT NULL, node BLOB NOT NULL, epoch INTEGER NOT NULL,
        name TEXT NOT NULL, kind INTEGER NOT NULL, enrolled_at BIGINT NOT NULL, PRIMARY KEY (key, node)) WITHOUT ROWID)";
constexpr auto insertEpoch =
    "INSERT INTO epoch (node, number, state, listed) VALUES (?, ?, 1, 0) ON CONFLICT (node, number) DO NOTHING";
constexpr auto insertListed = R"(
    INSERT INTO epoch (node, number, state, listed) VALUES (?, ?, 1, 1)
    ON CONFLICT (node, number) DO UPDATE SET listed = 1)";
constexpr auto updateState = "UPDATE epoch SET state = ? WHERE node = ? AND number = ?";
constexpr auto selectAll = "SELECT node, number, state, listed FROM epoch ORDER BY node, number";
constexpr auto selectIncarnation = "SELECT coalesce(max(number), 0) FROM incarnation";
constexpr auto insertIncarnation = "INSERT INTO incarnation (number) VALUES (?)";
} // namespace

EpochRegister::EpochRegister(std::unique_ptr<Connection> db, const Clock &clock) : m_db(std::move(db)), m_clock(clock)
{
}
EpochRegister::~EpochRegister() = default;

Result<std::unique_ptr<EpochRegister>> EpochRegister::open(const QString &file, const Clock &clock)
{
    auto db = Connection::open(file, {});
    if (!db.ok())
        return Failure(db);
    std::unique_ptr<EpochRegister> made(new EpochRegister(std::move(db).value(), clock));
    FOYER_CHECK(made->m_db->write(clock, [&](Transaction &tx) -> Done {
        tx.db().run(createEpoch);
        tx.db().run(createIncarnation);
        tx.db().run(createKey);
        return done;
    }));
    return made;
}

Done EpochRegister::noteBegun(EpochId epoch)
{
    return m_db->write(m_clock, [&](Transaction &tx) -> Done {
        tx.db().run(insertEpoch, {epoch.node.bytes(), epoch.number});
        return done;
    });
}

Done EpochRegister::noteListed(EpochId epoch)
{
    return m_db->write(m_clock, [&](Transaction &tx) -> Done {
        tx.db().run(insertListed, {epoch.node.bytes(), epoch.number});
        return done;
    });
}

Done EpochRegister::noteEnded(EpochId epoch, EpochState how)
{
    return m_db->write(m_clock, [&](Transaction &tx) -> Done {
        tx.db().run(updateState, {int(how), epoch.node.bytes(), epoch.number});
        return done;
    });
}

Result<QList<EpochRegister::Known>> EpochRegister::all()
{
    return m_db->read([&]() -> Result<QList<Known>> {
        QList<Known> epochs;
        for (Rows rows = m_db->run(selectAll); rows.next();)
            epochs.append({{NodeId::fromBytes(rows.blob(0)), rows.small(1)}, EpochState(rows.small(2)), rows.flag(3)});
        return epochs;
    });
}

Done EpochRegister::noteKey(const NodeKey &key)
{
    return m_db->write(m_clock, [&](Transaction &tx) -> Done {
        NodeStore(tx.db()).save(key, m_clock.utc());
        return done;
    });
}

Result<QList<NodeKey>> EpochRegister::keys()
{
    return m_db->read([&]() -> Result<QList<NodeKey>> { return NodeStore(*m_db).all(); });
}

Result<int> EpochRegister::beginIncarnation(int known)
{
    return m_db->write(m_clock, [&](Transaction &tx) -> Result<int> {
        Rows rows = tx.db().run(selectIncarnation);
        FOYER_REQUIRE(rows.next());
        const int next = std::max(known, rows.small(0)) + 1;
        tx.db().run(insertIncarnation, {next});
        return next;
    });
}

} // namespace foyer
