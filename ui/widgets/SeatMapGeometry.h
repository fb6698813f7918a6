#pragma once

#include "domain/SeatingPlan.h"

#include <QPointF>
#include <QRectF>
#include <optional>

namespace foyer
{

inline QPointF positionOf(const SeatingPlan &plan, SeatIndex seat)
{
    return {plan.x[indexOf(seat)], plan.y[indexOf(seat)]};
}

double seatPitch(const SeatingPlan &plan); ///< distance between neighbours as most have it, in the plan's units
QRectF boundsOf(const SeatingPlan &plan);  ///< of all seats and areas
std::optional<SeatIndex> nearestSeat(const SeatingPlan &plan, const QPointF &at, double within);
/// The seat that the eye would go to from `from` in `direction` (a unit vector); none at the edge.
std::optional<SeatIndex> seatTowards(const SeatingPlan &plan, SeatIndex from, const QPointF &direction);
/// Where a zone's name is written: the right end of a line to the left of its seats.
QPointF zoneLabelAt(const SeatingPlan &plan, int zone, double lineHeight);

} // namespace foyer
