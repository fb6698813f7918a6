#include "support/LateAuthority.h"

#include "storage/SeatStore.h"
#include "storage/Transaction.h"

namespace foyer::test {

std::optional<RightsAnswer> LateAuthority::obtain(Transaction &tx, const RightsRequest &request, HoldId hold)
{
    SeatStore store(tx.db());
    RightsAnswer answer{request.id, {}, {}};
    for (SeatIndex seat : request.seats) {
        const auto row = store.find(request.performance, seat);
        if (row && !row->isUnusedHere())
            answer.refused.append(seat); // another customer of this terminal has it
    }
    if (!answer.refused.isEmpty())
        return answer;
    for (SeatIndex seat : request.seats)
        if (!store.find(request.performance, seat))
            return std::nullopt;
    for (SeatIndex seat : request.seats)
        answer.given.append({seat, *store.use(request.performance, seat, hold)});
    return answer;
}

void LateAuthority::letGo(Transaction &tx, PerformanceKey performance, const QList<SeatIndex> &seats)
{
    SeatStore store(tx.db());
    for (SeatIndex seat : seats)
        store.unuse(performance, seat); // into this terminal's allotment
}

RightsAnswer LateAuthority::decide(const RightsRequest &request)
{
    if (const auto stored = m_answers.constFind(request.id); stored != m_answers.constEnd())
        return *stored;
    RightsAnswer answer{request.id, {}, {}};
    for (SeatIndex seat : request.seats)
        if (othersHave.contains(seat))
            answer.refused.append(seat);
    if (answer.refused.isEmpty())
        for (SeatIndex seat : request.seats) {
            answer.given.append({seat, {1, ++m_fence}});
            othersHave.insert(seat);
        }
    m_answers.insert(request.id, answer);
    return answer;
}

} // namespace foyer::test
