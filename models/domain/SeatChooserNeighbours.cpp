#include "domain/SeatChooser.h"

#include <algorithm>

// Who sits beside whom: single seats left behind, and how to move up.

namespace foyer {

namespace {
constexpr qsizetype mostMovedUp = 4; // places: farther on they aren't the same seats to anybody
} // namespace

QList<SeatIndex> SeatChooser::freeBeside(SeatIndex seat, const std::vector<bool> &free) const
{
    const size_t place = m_placeOf[size_t(indexOf(seat))];
    QList<SeatIndex> beside;
    const auto addIfFree = [&](size_t at) {
        if (free[size_t(indexOf(m_places[at].seat))])
            beside.append(m_places[at].seat);
    };
    if (!m_places[place].startsRun)
        addIfFree(place - 1);
    if (continuesAt(place + 1))
        addIfFree(place + 1);
    return beside;
}

QList<SeatIndex> SeatChooser::stranded(const QList<SeatIndex> &chosen, const std::vector<bool> &free) const
{
    std::vector<bool> left = free;
    for (const SeatIndex seat : chosen)
        left[size_t(indexOf(seat))] = false;
    QList<SeatIndex> alone;
    for (const SeatIndex seat : chosen)
        for (const SeatIndex beside : freeBeside(seat, left))
            if (freeBeside(beside, left).isEmpty() && !alone.contains(beside))
                alone.append(beside);
    return alone;
}

QList<SeatIndex> SeatChooser::movedUp(const QList<SeatIndex> &chosen, const std::vector<bool> &free) const
{
    if (chosen.isEmpty())
        return {};
    std::vector<qsizetype> places;
    for (const SeatIndex seat : chosen)
        places.push_back(qsizetype(m_placeOf[size_t(indexOf(seat))]));
    std::sort(places.begin(), places.end());
    const qsizetype first = places.front(), count = chosen.size();
    for (qsizetype i = 1; i < count; ++i)
        if (places[size_t(i)] != first + i || !continuesAt(size_t(first + i)))
            return {};
    const auto windowAt = [&](qsizetype begin) -> QList<SeatIndex> {
        QList<SeatIndex> window;
        for (qsizetype i = 0; i < count; ++i) {
            const qsizetype place = begin + i;
            const bool isIn = place >= 0 && size_t(place) < m_places.size() && (i == 0 || continuesAt(size_t(place)));
            if (!isIn || !free[size_t(indexOf(m_places[size_t(place)].seat))])
                return {};
            window.append(m_places[size_t(place)].seat);
        }
        return window;
    };
    const SeatingPlan &plan = m_hall->plan();
    const auto isAlike = [&plan, &chosen](const QList<SeatIndex> &window) { // for the same price, in the same row
        const auto alike = [&plan](SeatIndex a, SeatIndex b) {
            return plan.category[indexOf(a)] == plan.category[indexOf(b)] &&
                   plan.row[indexOf(a)] == plan.row[indexOf(b)] && !isAccessible(plan.kind[indexOf(a)]) &&
                   !isAccessible(plan.kind[indexOf(b)]);
        };
        return std::all_of(window.begin(), window.end(), [&](SeatIndex seat) {
            return std::all_of(chosen.begin(), chosen.end(), [&](SeatIndex mine) { return alike(seat, mine); });
        });
    };
    for (qsizetype by = 1; by <= mostMovedUp; ++by)
        for (const qsizetype begin : {first - by, first + by}) {
            const QList<SeatIndex> window = windowAt(begin);
            if (!window.isEmpty() && isAlike(window) && stranded(window, free).isEmpty())
                return window;
        }
    return {};
}

} // namespace foyer
