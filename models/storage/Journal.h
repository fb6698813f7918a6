#pragma once

#include "domain/Id.h"
#include "domain/JournalEntry.h"

#include <QList>

namespace foyer {

class Connection;

/// Who this node is and where its chain stands.
struct Head {
    NodeId node;
    int epoch = 0;
    int incarnation = 0;
    qint64 seq = 0;
    QByteArray hash; ///< of the entry at seq; 32 zero bytes before the first
    qint64 fence = 0;
    qint64 sales = 0;
    qint64 catalogue = 0;
    qint64 change = 0;   ///< of a hub's seats; 0: it has never had a terminal
    QByteArray settings; ///< HouseSettings as JSON; written by CatalogueStore
};

/// SHA-256 over the previous hash and every field of the entry but its own hash, each field with its length fixed or
/// closed by a zero byte, so that no two entries have the same bytes.
QByteArray hashOf(const QByteArray &previous, const JournalEntry &entry);

namespace journal {
/// Throws StorageFailure (NoDatabase) when the node was never set up.
Head head(Connection &db);
void writeHead(Connection &db, const Head &head);
void append(Connection &db, const JournalEntry &entry);
/// Entries after `after` of one epoch in order, `count` at most.
/// No more than `bytes` of bodies, but one entry at least.
QList<JournalEntry> entries(
    Connection &db, int epoch, qint64 after, int count, qsizetype bytes = std::numeric_limits<qsizetype>::max());
/// Entries of the present epoch up to `seq` may be at the hub from here on.
void noteSent(Connection &db, qint64 seq);
qint64 sent(Connection &db);
/// The present epoch has given up all its rights; it takes none any more.
void noteClosed(Connection &db);
bool isClosed(Connection &db);
void noteNewEpoch(Connection &db); ///< nothing of it is sent or given up, it is open, and no other is wanted
void noteEnrolmentWanted(Connection &db, const QByteArray &code);
QByteArray enrolmentWanted(Connection &db); ///< the code; empty: none is
/// This node refunds nothing any more that the present epoch sold up to `seq` (law 10).
void noteGivenUp(Connection &db, qint64 seq);
qint64 givenUp(Connection &db);
/// An entry waits to be sent that says that the hub's refund of these seats of it was heard of.
bool isHeardUntold(Connection &db, OrderId order, const QList<SeatIndex> &seats);
/// An earlier epoch's order too; else nobody else may refund it.
bool isGivenUp(Connection &db, OrderId order);
/// Writes the one row of a new node.
void found(Connection &db, NodeId node, const QByteArray &settings);
} // namespace journal

} // namespace foyer
