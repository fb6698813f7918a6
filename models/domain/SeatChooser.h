#pragma once

#include "domain/Limits.h"
#include "domain/SeatGrid.h"

#include <functional>

namespace foyer {

/// What a party asks for.
struct SeatWish {
    int seats = 2;
    int wheelchairs = 0;          ///< of them; the others sit beside, at most three each
    std::vector<bool> affordable; ///< by category; empty: all are
    bool aisle = false;           ///< one of them at a row's end

    bool hasTooManyCompanions() const
    {
        return wheelchairs > 0 && seats - wheelchairs > limits::companionsEach * wheelchairs;
    }
    friend bool operator==(const SeatWish &, const SeatWish &) = default;
};

/// What sets a proposal apart from those before it.
enum class SeatReason : quint8 { Best, Aisle, Accessible, OtherCategory, OtherSection, OtherPlace, Apart };

struct SeatProposal {
    QList<SeatIndex> seats; ///< as they lie beside each other
    SeatReason reason = SeatReason::Best;
};

/// Chooses for a party: together in one row first, then leaving no single seat behind, then the plan's own order of
/// quality (its categories as listed, nearer to the stage first). Neighbours are neighbours in space, whatever is
/// printed on them. Accessible places go to others only when nothing else is left. Immutable; any thread may ask.
class SeatChooser
{
public:
    explicit SeatChooser(std::shared_ptr<const SeatGrid> hall);

    const std::shared_ptr<const SeatGrid> &hall() const { return m_hall; }
    /// At most three, the best first, no seat in two of them; none when the party doesn't fit. `free` by seat.
    QList<SeatProposal> propose(const SeatWish &wish, const std::vector<bool> &free) const;
    /// The free seats that nobody free sits beside any more once `chosen` are taken; not those that were alone before.
    QList<SeatIndex> stranded(const QList<SeatIndex> &chosen, const std::vector<bool> &free) const;
    /// As many beside each other in the same row, a few places on and of the same category, that strand none: instead
    /// of `chosen`, which count as free. None where there are no such, where the chosen don't sit beside each other or
    /// are of several categories, and never out of or into an accessible place.
    QList<SeatIndex> movedUp(const QList<SeatIndex> &chosen, const std::vector<bool> &free) const;
    /// The free seats beside this one, in space: two, one or none.
    QList<SeatIndex> freeBeside(SeatIndex seat, const std::vector<bool> &free) const;

private:
    struct Place {
        SeatIndex seat;
        bool startsRun; ///< nobody sits beside it on the left
    };
    struct Question;
    struct Window {
        size_t first = 0;
        bool offAisle = true, strands = true;
        double cost = 0; ///< lower is better
    };
    using Cluster = std::vector<std::pair<double, SeatIndex>>; ///< away from an anchor

    std::optional<Window> bestTogether(const Question &question) const;
    QList<SeatIndex> bestApart(const Question &question) const;
    double unease(Cluster &near, const Question &question) const;
    QList<SeatIndex> besideWheelchairs(const Question &question) const;
    QList<SeatProposal> proposeTogether(Question &question) const;
    SeatProposal proposal(const Window &window, const Question &question, SeatReason reason) const;
    Cluster around(const QPointF &at, double reach, const Question &question) const;
    void lineUp(const PlanRow &row);
    bool continuesAt(size_t place) const { return place < m_places.size() && !m_places[place].startsRun; }
    double cost(SeatIndex seat) const { return m_cost[size_t(indexOf(seat))]; }

    std::shared_ptr<const SeatGrid> m_hall;
    std::vector<Place> m_places;    ///< row by row, each row as it lies
    std::vector<quint32> m_placeOf; ///< by seat
    std::vector<float> m_cost;      ///< by seat: category, then distance to the stage
};

} // namespace foyer
