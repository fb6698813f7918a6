#include "services/RootAuthority.h"

#include "storage/EpochStore.h"
#include "storage/SeatStore.h"
#include "storage/Transaction.h"

namespace foyer {

/// Law 12: of what terminals may have been given nothing is sold here.
Result<std::optional<RightsAnswer>> RootAuthority::obtain(Transaction &tx, const RightsRequest &request, HoldId hold)
{
    if (EpochStore(tx.db()).any())
        return Refusal::HubSellsNothing;
    SeatStore seats(tx.db());
    RightsAnswer answer{request.id, {}, {}};
    for (SeatIndex seat : request.seats) {
        const Fence fence = tx.nextFence();
        if (seats.give(request.performance, seat, tx.head().node, tx.head().epoch, fence, hold))
            answer.given.append({seat, fence});
        else
            answer.refused.append(seat);
    }
    return std::optional(answer);
}

void RootAuthority::send(const RightsRequest &)
{
    FOYER_REQUIRE(false); // a root has answered already
}

void RootAuthority::letGo(Transaction &tx, PerformanceKey performance, const QList<SeatIndex> &seats)
{
    SeatStore store(tx.db());
    for (SeatIndex seat : seats)
        store.giveBack(performance, seat);
}

Done RootAuthority::mayRefund(Transaction &, OrderId) { return done; }
Fence RootAuthority::afterRefund(Transaction &tx, Fence) { return tx.nextFence(); }

} // namespace foyer
