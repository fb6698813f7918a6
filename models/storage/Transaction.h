#pragma once

#include "domain/ChangeSet.h"
#include "domain/Clock.h"
#include "domain/HouseSettings.h"
#include "domain/Right.h"
#include "storage/Journal.h"

#include <QJsonObject>

namespace foyer {

class Connection;

/// What one write transaction does besides its rows: the node's head, the journal entries that tell of the change,
/// and the ids that listeners hear of after the commit.
class Transaction
{
public:
    Transaction(Connection &connection, const Clock &clock) : m_connection(connection), m_clock(clock) {}

    Connection &db() { return m_connection; }
    const Clock &clock() const { return m_clock; }

    /// Read once, when first asked for.
    const Head &head();
    const HouseSettings &settings();
    /// The next fence number of this incarnation. Once committed it is never used again; of a transaction that ends in
    /// nothing no right was given, and its number names the next one.
    Fence nextFence();
    qint64 nextSaleNumber();
    void learnIncarnation(int incarnation);      ///< of the authority; no older right is taken from then on
    void beginEpoch(int epoch, int incarnation); ///< with a chain of its own
    qint64 nextCatalogueVersion();
    void beginChanges(qint64 first); ///< this node is a hub from now on
    qint64 nextChange();             ///< of a seat, at a hub

    /// Appends an entry; every change of state is told of by one.
    void tell(const QString &kind, const QJsonObject &body);

    ChangeSet &changes() { return m_changes; }

private:
    friend class Connection;
    void finish(); ///< writes the head, and at a hub which seats changed

    Connection &m_connection;
    const Clock &m_clock;
    std::optional<Head> m_head;
    const HouseSettings *m_settings = nullptr; ///< the connection's
    bool m_headChanged = false;
    ChangeSet m_changes;
};

} // namespace foyer
