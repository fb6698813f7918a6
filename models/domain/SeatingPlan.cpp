#include "domain/SeatingPlan.h"

#include <algorithm>

namespace foyer {

QList<SeatIndex> nearestSeats(
    const SeatingPlan &plan, SeatIndex seat, int count, const std::function<bool(SeatIndex)> &isFree)
{
    const qint32 wanted = indexOf(seat);
    const auto distance = [&](SeatIndex other) {
        const float dx = plan.x[indexOf(other)] - plan.x[wanted];
        const float dy = plan.y[indexOf(other)] - plan.y[wanted];
        return dx * dx + dy * dy;
    };
    QList<SeatIndex> candidates;
    for (qint32 i = 0; i < plan.seatCount(); ++i)
        if (i != wanted && plan.category[i] == plan.category[wanted] && plan.kind[i] == plan.kind[wanted] &&
            isFree(SeatIndex{i}))
            candidates.append(SeatIndex{i});
    const auto keep = std::min<qsizetype>(count, candidates.size());
    std::partial_sort(candidates.begin(), candidates.begin() + keep, candidates.end(),
        [&](SeatIndex a, SeatIndex b) { return distance(a) < distance(b); });
    candidates.resize(keep);
    return candidates;
}

} // namespace foyer
