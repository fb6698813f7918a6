#include "storage/NodeStore.h"

#include "storage/Connection.h"

namespace foyer {

namespace {
constexpr auto insertCode = "INSERT INTO enrol_code (hash, name, kind, expires_at) VALUES (?, ?, ?, ?)";
constexpr auto selectCode = "SELECT hash, name, kind, expires_at, key, wish FROM enrol_code WHERE hash = ?";
constexpr auto updateCode = "UPDATE enrol_code SET key = ?, wish = ? WHERE hash = ?";
constexpr auto deleteCodes = "DELETE FROM enrol_code WHERE expires_at < ?";
constexpr auto upsertKey = R"(
    INSERT INTO node_key (key, node, epoch, name, kind, enrolled_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (key, node) DO UPDATE SET epoch = excluded.epoch, name = excluded.name, kind = excluded.kind,
        enrolled_at = excluded.enrolled_at)";
constexpr auto selectKey =
    "SELECT key, node, epoch, name, kind FROM node_key WHERE key = ? ORDER BY enrolled_at DESC LIMIT 1";
constexpr auto selectKeys = R"(
    SELECT key, node, epoch, name, kind FROM node_key k
    WHERE epoch = (SELECT max(epoch) FROM node_key o WHERE o.node = k.node) ORDER BY name, node)";

NodeKey keyAt(const Rows &rows)
{
    return {rows.blob(0), NodeId::fromBytes(rows.blob(1)), rows.small(2), rows.text(3), NodeKind(rows.small(4))};
}
} // namespace

void NodeStore::addCode(const EnrolCode &code)
{
    m_db.run(insertCode, {code.hash, code.name, int(code.kind), code.expiresAt.toMSecsSinceEpoch()});
}

std::optional<EnrolCode> NodeStore::code(const QByteArray &hash) const
{
    Rows rows = m_db.run(selectCode, {hash});
    if (!rows.next())
        return std::nullopt;
    return EnrolCode{rows.blob(0), rows.text(1), NodeKind(rows.small(2)),
        QDateTime::fromMSecsSinceEpoch(rows.integer(3), Qt::UTC), rows.blob(4), rows.blob(5)};
}

void NodeStore::useCode(const QByteArray &hash, const QByteArray &key, const QByteArray &wish)
{
    m_db.run(updateCode, {key, wish, hash});
}

void NodeStore::removeCodes(const QDateTime &expiredBefore)
{
    m_db.run(deleteCodes, {expiredBefore.toMSecsSinceEpoch()});
}

void NodeStore::save(const NodeKey &key, const QDateTime &at)
{
    m_db.run(upsertKey, {key.key, key.node.bytes(), key.epoch, key.name, int(key.kind), at.toMSecsSinceEpoch()});
}

std::optional<NodeKey> NodeStore::find(const QByteArray &key) const
{
    Rows rows = m_db.run(selectKey, {key});
    return rows.next() ? std::optional(keyAt(rows)) : std::nullopt;
}

QList<NodeKey> NodeStore::all() const
{
    QList<NodeKey> keys;
    for (Rows rows = m_db.run(selectKeys); rows.next();)
        keys.append(keyAt(rows));
    return keys;
}

} // namespace foyer
