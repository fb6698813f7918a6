#pragma once

#include "domain/Epoch.h"
#include "domain/JournalEntry.h"

#include <QList>
#include <optional>

namespace foyer {

class Connection;

struct EpochRow {
    EpochId id;
    EpochState state = EpochState::Begun;
    qint64 position = 0;
    QByteArray code;  ///< of the enrolment; empty: not known any more
    QByteArray nonce; ///< empty: no challenge is open
    bool mustReport = false;
    std::optional<qint64> reportPosition;
    QByteArray report;  ///< as the store's owner writes it
    qint64 givenUp = 0; ///< up to here its node refunds nothing any more, as its journal says
};

/// The epochs that ever began at this hub, and what their nodes pushed. Calls throw StorageFailure.
class EpochStore
{
public:
    explicit EpochStore(Connection &db) : m_db(db) {}

    void add(const EpochRow &epoch);
    void save(const EpochRow &epoch);
    std::optional<EpochRow> find(EpochId id) const;
    std::optional<EpochRow> newest(NodeId node) const;
    QList<EpochRow> all(NodeId node) const; ///< oldest first
    QList<EpochRow> live() const;           ///< begun and not over, of all nodes
    bool any() const;                       ///< this is a hub with terminals
    bool anyMustReport() const;

    void append(NodeId node, const QList<JournalEntry> &entries);
    /// Beside the chain; the same entry a second time changes nothing, and is false.
    bool addFork(NodeId node, const JournalEntry &entry);
    bool hasFork(EpochId epoch, qint64 seq, const QByteArray &hash) const;
    QByteArray hashAt(EpochId epoch, qint64 seq) const; ///< empty: no such entry here

    /// What was answered to a request; nothing: it is new. An empty answer: answered, and forgotten since.
    struct Answered {
        QByteArray asked;
        QByteArray answer;
    };
    std::optional<Answered> answered(RequestId id) const;
    void addAnswer(RequestId id, const Answered &answered);
    void forgetAnswer(RequestId id);

private:
    Connection &m_db;
};

} // namespace foyer
