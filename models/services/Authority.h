#pragma once

#include "domain/Result.h"
#include "domain/Right.h"
#include "services/HouseDesk.h"

#include <optional>

namespace foyer {

class Transaction;

/// Who gives rights. A root's is its own database and answers within the transaction; a terminal's is its hub and
/// answers later, twice or never. No transaction waits for the network: a use case that needs a right is two store
/// jobs with the authority between them.
class Authority
{
public:
    virtual ~Authority() = default;

    /// Job 1, in its transaction: gives a hold rights, from what lies here unused or, at a root, from the pool.
    /// Nothing: the authority has to be asked; note the request and call send() after the commit. Refused where nothing
    /// is sold at all.
    virtual Result<std::optional<RightsAnswer>> obtain(Transaction &tx, const RightsRequest &request, HoldId hold) = 0;
    /// Between the jobs, after job 1's commit, from the store's thread. The answer comes back through
    /// Shop::authorityAnswered and becomes job 2.
    virtual void send(const RightsRequest &request) = 0;
    /// A hold let go of its seats: back to the pool at a root, into this terminal's allotment elsewhere.
    virtual void letGo(Transaction &tx, PerformanceKey performance, const QList<SeatIndex> &seats) = 0;
    /// Law 10: refused where this node may not refund the order, since the authority may do so by now.
    virtual Done mayRefund(Transaction &tx, OrderId order) = 0;
    /// Under which fence a seat that was sold under `sold` can be sold again after its refund.
    virtual Fence afterRefund(Transaction &tx, Fence sold) = 0;
    /// Seats that don't lie here can be had now. From any thread.
    virtual bool isReachable() const = 0;
    /// Who waits here is let in by this node: at a terminal only while its hub is away, but for its own lane.
    virtual bool ownsQueue() const = 0;
    /// Who is asked for a customer; nothing: this node itself, at a root and while the hub is away.
    virtual const HouseDesk *house() const = 0;
};

} // namespace foyer
