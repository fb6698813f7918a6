#pragma once

#include "domain/JournalEntry.h"
#include "domain/SeatAtHub.h"

#include <QHash>
#include <QList>

namespace foyer {

/// Node → hub: it wants to be enrolled, from the epoch on that its database stands at.
struct EnrolmentRequest {
    EpochId present;
    QByteArray code; ///< 16 bytes that its database has just made
};

/// Hub → node: the epoch that begins, and the code it was wanted with: no other database takes it, nor this one after
/// it was restored (law 6).
struct Enrolment {
    int epoch = 0;
    int incarnation = 0; ///< the hub's
    QByteArray code;
};

/// Hub → terminal, when a session opens: answered once or not at all (law 5).
struct Challenge {
    QByteArray nonce;    ///< 16 bytes
    int incarnation = 0; ///< the hub's
    qint64 position = 0; ///< of the epoch's journal at the hub
    struct Earlier {
        int epoch = 0;
        qint64 position = 0;
    };
    QList<Earlier> earlier; ///< of this node, as far as they are at the hub: a restore may have lost what it once had
};

/// Terminal → hub, before any push: what it holds, as of its journal's position. Names the incarnation that it has
/// committed, so that it never takes an older right afterwards.
struct RightsReport {
    QByteArray nonce;
    int incarnation = 0;
    qint64 position = 0;
    QByteArray hash; ///< of the entry at the position
    QList<PlacedRight> rights;
};

/// Hub → terminal, once it has read the journal up to a report's position.
struct Comparison {
    QList<PlacedRight> sentAgain;            ///< given to this epoch and never taken
    QList<PlacedRight> unknown;              ///< nothing may be sold under these
    QHash<PerformanceKey, QByteArray> plans; ///< the hash of the plan whose seats `sentAgain` names
};

/// Terminal → hub: entries of one epoch in order, the first of them following `after`.
struct Push {
    int epoch = 0;
    qint64 after = 0;
    QByteArray previous; ///< the hash there, as the terminal has it
    QList<JournalEntry> entries;
};

/// What the hub says of an epoch that it hears from.
enum class EpochWord : quint8 { Goes, Over, Forked };

/// Hub → terminal: how far it has stored the journal, and what came of a report.
struct Acknowledged {
    EpochWord word = EpochWord::Goes;
    qint64 position = 0;
    std::optional<Comparison> comparison;
    int epoch = 0;
};

} // namespace foyer
