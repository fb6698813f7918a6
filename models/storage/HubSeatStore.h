#pragma once

#include "domain/SeatAtHub.h"

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
    void quarantine(EpochId epoch);                                  ///< all that it was given

    struct Conflict {
        PerformanceKey performance;
        SeatIndex seat{};
        SeatAtHub late; ///< as it would be
    };
    void addConflict(const Conflict &conflict);
    void endConflict(PerformanceKey performance, SeatIndex seat, OrderId late); ///< nothing when there is none
    QList<Conflict> conflicts() const;
    std::optional<Conflict> conflictOf(PerformanceKey performance, SeatIndex seat) const; ///< one of them

    /// From its first terminal on a hub counts the changes of its seats, beginning with those that have an owner.
    void beginCounting(Transaction &tx);
    void noteChanges(Transaction &tx); ///< of the seats in its change set
    struct Change {
        qint64 number = 0;
        PerformanceKey performance;
        SeatIndex seat{};
        SeatAtHub now;
    };
    QList<Change> changes(qint64 after, int most) const; ///< each seat once, as it is now, in order

private:
    Connection &m_db;
};

} // namespace foyer
