#include "support/LateAuthority.h"

namespace foyer::test {

Result<std::optional<RightsAnswer>> LateAuthority::obtain(Transaction &tx, const RightsRequest &request, HoldId hold)
{
    return m_terminal.obtain(tx, request, hold);
}

void LateAuthority::letGo(Transaction &tx, PerformanceKey performance, const QList<SeatIndex> &seats)
{
    m_terminal.letGo(tx, performance, seats);
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
