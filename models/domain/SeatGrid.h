#pragma once

#include "domain/SeatingPlan.h"

#include <memory>
#include <optional>
#include <vector>

namespace foyer {

inline QPointF positionOf(const SeatingPlan &plan, SeatIndex seat)
{
    return {plan.x[indexOf(seat)], plan.y[indexOf(seat)]};
}

/// Where a plan's seats lie: finds them by place in time that follows what is found, not what exists. Immutable, so
/// that any thread may read it; lengths are in the plan's units.
class SeatGrid
{
public:
    explicit SeatGrid(std::shared_ptr<const SeatingPlan> plan);

    const SeatingPlan &plan() const { return *m_plan; }
    double pitch() const { return m_pitch; }          ///< between neighbours in a row, as most have it
    const QRectF &bounds() const { return m_bounds; } ///< of all seats and areas, and a pitch around them

    const QRectF &zoneBounds(qint32 zone) const { return m_zones[size_t(zone)]; } ///< likewise; null: it has no seats

    std::optional<SeatIndex> nearest(const QPointF &at, double within) const;
    /// The seat that the eye would go to from `from` in `direction` (a unit vector); none at the edge.
    std::optional<SeatIndex> towards(SeatIndex from, const QPointF &direction) const;
    /// Calls `visit(SeatIndex, x, y)` for every seat in `rect`, and perhaps for some just outside of it.
    template <typename Visit>
    void each(const QRectF &rect, Visit visit) const;

private:
    struct Place {
        float x, y;
        SeatIndex seat;
    };
    int columnAt(double x) const { return cellAt(x - m_origin.x(), m_columns); }
    int rowAt(double y) const { return cellAt(y - m_origin.y(), m_rows); }
    int cellAt(double along, int count) const;
    /// Calls `visit(place)` ring by ring of cells around `at`, while `goOn(least distance of the next ring)`.
    template <typename GoOn, typename Visit>
    void rings(const QPointF &at, GoOn goOn, Visit visit) const;
    template <typename Visit>
    void cells(int fromColumn, int toColumn, int row, Visit visit) const;

    std::shared_ptr<const SeatingPlan> m_plan;
    double m_pitch;
    QRectF m_bounds;
    std::vector<QRectF> m_zones;
    QPointF m_origin; ///< of the first cell
    double m_cell = 1;
    int m_columns = 1, m_rows = 1;
    std::vector<qint32> m_begin; ///< of each cell in m_places, and one past the last
    std::vector<Place> m_places; ///< by cell
};

template <typename Visit>
void SeatGrid::cells(int fromColumn, int toColumn, int row, Visit visit) const
{
    const size_t line = size_t(row) * size_t(m_columns);
    for (qint32 i = m_begin[line + size_t(fromColumn)]; i < m_begin[line + size_t(toColumn) + 1]; ++i)
        visit(m_places[size_t(i)]);
}

template <typename Visit>
void SeatGrid::each(const QRectF &rect, Visit visit) const
{
    const int left = columnAt(rect.left()), right = columnAt(rect.right());
    for (int row = rowAt(rect.top()); row <= rowAt(rect.bottom()); ++row)
        cells(left, right, row, [&visit](const Place &place) { visit(place.seat, place.x, place.y); });
}

} // namespace foyer
