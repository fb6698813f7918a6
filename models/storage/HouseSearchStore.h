#pragma once

#include "domain/JournalFacts.h"

namespace foyer {

class Connection;

/// The orders of a whole house by what people know of them, and how they were paid (FigureStore adds them up), at its
/// hub: read from the terminals' journals behind a cursor, a bounded step at a time, so that storing a journal costs
/// nothing more. Calls throw StorageFailure.
class HouseSearchStore
{
public:
    explicit HouseSearchStore(Connection &db) : m_db(db) {}

    bool isBehind() const; ///< some journal isn't read to its end
    /// Reads on, some hundred entries of one journal.
    void readOn();
    void add(NodeId seller, const QDateTime &at,
        const SaleFact &sale); ///< also of a journal beside the chain; nothing when it is known

    QList<OrderId> byNumberStart(const QString &start, int count) const;
    QList<OrderId> byNumberEnd(const QString &end, int count) const; ///< six characters at least
    QList<OrderId> byMemberDigits(const QString &lastDigits, int count) const;
    /// Those that are still to come first, the soonest before; then what is over, the latest before.
    QList<OrderId> soonestOfWallet(WalletId wallet, const QDateTime &now, int count) const;
    std::optional<OrderId> byTicket(TicketId ticket) const;
    /// What this node's journals tell of it after its sale, as far as they are read.
    QList<JournalEntry> entries(OrderId order, NodeId node) const;

private:
    void read(NodeId node, const JournalEntry &entry);
    void readBeside(NodeId node, int epoch);
    void addTaken(NodeId node, const MoneyFact &money);

    Connection &m_db;
};

} // namespace foyer
