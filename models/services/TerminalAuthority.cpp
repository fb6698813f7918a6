#include "services/TerminalAuthority.h"

#include "storage/SeatStore.h"
#include "storage/Transaction.h"

namespace foyer {

Result<std::optional<RightsAnswer>> TerminalAuthority::obtain(
    Transaction &tx, const RightsRequest &request, HoldId hold)
{
    SeatStore store(tx.db());
    RightsAnswer answer{request.id, {}, {}, tx.head().epoch};
    bool allHere = true;
    for (SeatIndex seat : request.seats) {
        const auto row = store.find(request.performance, seat);
        allHere = allHere && row;
        if (row && !row->isUnusedHere())
            answer.refused.append(seat); // another customer of this terminal has it
    }
    if (!answer.refused.isEmpty())
        return std::optional(answer);
    if (!allHere)
        return std::optional<RightsAnswer>();
    for (SeatIndex seat : request.seats)
        answer.given.append({seat, *store.use(request.performance, seat, hold)});
    return std::optional(answer);
}

void TerminalAuthority::letGo(Transaction &tx, PerformanceKey performance, const QList<SeatIndex> &seats)
{
    SeatStore store(tx.db());
    for (SeatIndex seat : seats)
        store.unuse(performance, seat); // into this terminal's allotment
}

/// The seller's own until it gives that up, before it tells of the sale; afterwards the hub's.
Done TerminalAuthority::mayRefund(Transaction &tx, OrderId order)
{
    return journal::isClosed(tx.db()) || journal::isGivenUp(tx.db(), order) ? Done(Refusal::RefundAtHub) : Done(done);
}

Fence TerminalAuthority::afterRefund(Transaction &, Fence sold) { return sold; }

} // namespace foyer
