#pragma once

#include "domain/Hold.h"
#include "domain/SeatAtHub.h"

#include <optional>

namespace foyer {

class Connection;

struct SeatRow {
    SeatIndex seat{};
    SeatState state = SeatState::Pool;
    Fence fence;
    std::optional<HoldId> hold;
    bool here = false; ///< the right is this node's, of its present epoch

    /// Nobody's hold uses it, and this node may sell it.
    bool isUnusedHere() const { return here && state == SeatState::Given && !hold; }
};

/// Who has the right to sell which seat, and the holds that use those rights. Calls throw StorageFailure.
class SeatStore
{
public:
    explicit SeatStore(Connection &db) : m_db(db) {}

    /// Gives a seat that is in the pool to a hold here; false when somebody has the right to it already.
    bool give(PerformanceKey performance, SeatIndex seat, NodeId node, int epoch, Fence fence, HoldId hold);
    /// Takes in a right that came from elsewhere for an epoch of this node, used by no hold yet. False when it may not
    /// (law 5): of another epoch or one that was closed, of an incarnation older than the one known here, held here, or
    /// once parted with.
    bool take(PerformanceKey performance, const SeatRight &right, int epoch);
    /// The newest fence of a seat that was taken here, or given from here.
    void noteSeen(PerformanceKey performance, const SeatRight &right);
    /// All of this node's present epoch that aren't sold: held, or in its allotment.
    QList<PlacedRight> given() const;
    /// Uses a right that lies here unused; its fence, or nothing when there is none.
    std::optional<Fence> use(PerformanceKey performance, SeatIndex seat, HoldId hold);
    /// The right stays here, unused.
    void unuse(PerformanceKey performance, SeatIndex seat);
    /// Back to the pool; the row goes.
    void giveBack(PerformanceKey performance, SeatIndex seat);
    /// given → sold, all seats of a hold; the rights they were sold under.
    QList<SeatRight> sell(PerformanceKey performance, HoldId hold);
    /// sold → given under a new fence, used by nothing.
    void refund(PerformanceKey performance, SeatIndex seat, Fence fence);

    std::optional<SeatRow> find(PerformanceKey performance, SeatIndex seat) const;
    QList<SeatRow> all(PerformanceKey performance) const; ///< every seat that isn't in the pool
    /// Now, once, or asked for: others name its seats by number, so that its plan must stay.
    bool anyGiven(PerformanceKey performance) const;
    void keepPlan(PerformanceKey performance, SeatIndex seat); ///< as if this one had been given

    void addHold(const Hold &hold);
    void addSeat(HoldId hold, const HeldSeat &seat);
    void removeSeat(HoldId hold, SeatIndex seat);
    void setType(HoldId hold, const HeldSeat &seat);
    void setState(HoldId hold, HoldState state); ///< of one that lives or is blocked
    void block(HoldId hold, const QString &why);
    void setDeadline(HoldId hold, SteadyTime deadline, bool prolonged);

    /// Of the holds being paid: a new run of the program counts from its own clock.
    void setPayingDeadlines(SteadyTime deadline);

    std::optional<Hold> hold(HoldId id) const; ///< with its seats
    std::optional<Hold> liveHold(TokenId token, PerformanceKey performance) const;
    QList<HoldId> heldBy(TokenId token) const; ///< but for what is being paid
    QList<HoldId> lapsing(SteadyTime now) const;
    QList<HoldId> allHeld() const; ///< in state Held, whatever the deadline
    QList<HoldId> allBlocked() const;
    /// What staff set aside, and why.
    QList<std::pair<HoldId, QString>> blocked(PerformanceKey performance) const;

private:
    Connection &m_db;
};

} // namespace foyer
