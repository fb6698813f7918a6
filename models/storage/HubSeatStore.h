#pragma once

#include "domain/SeatAtHub.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <optional>

namespace foyer {

class Connection;
class Transaction;

/// Whose right every seat is, at a hub that gives them to other nodes. Calls throw StorageFailure.
class HubSeatStore
{
public:
    explicit HubSeatStore(Connection &db) : m_db(db) {}

    SeatAtHub find(PerformanceKey performance, SeatIndex seat) const;
    void put(PerformanceKey performance, SeatIndex seat, const SeatAtHub &now);
    QList<PlacedRight> heldBy(EpochId epoch, SeatState state) const; ///< given, or in quarantine
    QList<PlacedRight> soldAs(PerformanceKey performance, OrderId order) const;
    void quarantine(EpochId epoch); ///< all that it was given

    struct Conflict {
        PerformanceKey performance;
        SeatIndex seat{};
        SeatAtHub late; ///< as it would be
    };
    void addConflict(const Conflict &conflict);
    void endConflict(PerformanceKey performance, SeatIndex seat, OrderId late);    ///< nothing when there is none
    void endConflicts(PerformanceKey performance, OrderId late);                   ///< of all its seats
    void settleConflict(PerformanceKey performance, SeatIndex seat, OrderId late); ///< it stays for the books
    QList<Conflict> conflicts() const;                                             ///< that aren't settled
    std::optional<Conflict> conflictOf(PerformanceKey performance, SeatIndex seat) const; ///< one of them

    /// What the holder of a given right does with it.
    enum class Use : quint8 { None = 0, Customer = 1, RecalledInVain = 2 };
    /// Nothing when that epoch doesn't hold it; true when it was used otherwise before.
    bool setUse(EpochId holder, PerformanceKey performance, SeatIndex seat, Use use);
    bool isInUse(PerformanceKey performance, SeatIndex seat) const;
    QList<std::pair<PerformanceKey, SeatIndex>> forgetVainRecalls(EpochId holder);
    QHash<std::pair<PerformanceKey, EpochId>, int> givenCounts() const;

    /// From its first terminal on a hub counts the changes of its seats, beginning with those that have an owner.
    void beginCounting(Transaction &tx);
    void noteChanges(Transaction &tx); ///< of the seats in its change set
    struct Change {
        qint64 number = 0;
        PerformanceKey performance;
        SeatIndex seat{};
        SeatAtHub now;
        bool isInUse = true; ///< else a given one can be recalled
    };
    /// Each seat once, as it is now, in order; not of dates that began, and whose sale ended, before `from`.
    QList<Change> changes(qint64 after, const QDateTime &from, int most) const;

private:
    Connection &m_db;
};

} // namespace foyer
