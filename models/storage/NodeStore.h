#pragma once

#include "domain/Id.h"
#include "domain/NodeKind.h"

#include <QDateTime>
#include <QList>
#include <optional>

namespace foyer {

class Connection;

struct EnrolCode {
    QByteArray hash;
    QString name;
    NodeKind kind = NodeKind::Kiosk;
    QDateTime expiresAt; ///< UTC
    QByteArray key;      ///< of the machine that used it; empty: nobody has
    QByteArray wish;     ///< that it was used for
};

struct NodeKey {
    QByteArray key; ///< Ed25519, public
    NodeId node;
    int epoch = 0; ///< the last that was enrolled with it
    QString name;
    NodeKind kind = NodeKind::Kiosk;
};

/// Of a hub: whom it knows, and who may come. Calls throw StorageFailure.
class NodeStore
{
public:
    explicit NodeStore(Connection &db) : m_db(db) {}

    void addCode(const EnrolCode &code);
    std::optional<EnrolCode> code(const QByteArray &hash) const;
    void useCode(const QByteArray &hash, const QByteArray &key, const QByteArray &wish);
    void removeCodes(const QDateTime &expiredBefore);

    void save(const NodeKey &key, const QDateTime &at);
    std::optional<NodeKey> find(const QByteArray &key) const; ///< the node that had it last
    QList<NodeKey> all() const;                               ///< each node with its newest key, by name

private:
    Connection &m_db;
};

} // namespace foyer
