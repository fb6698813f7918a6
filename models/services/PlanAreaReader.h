#pragma once

#include "domain/JsonInput.h"
#include "domain/SeatingPlan.h"

namespace foyer {

/// Finite and within limits::coordinateMax.
bool isDrawable(double coordinate);

/// A coordinate of a plan file, refused as BadCoordinate where it stands.
double coordinate(const JsonCursor &at);
QPointF point(const JsonCursor &at);
QPointF pointIfGiven(const JsonCursor &at, QPointF otherwise = {});

/// What is drawn but not sold, in the shapes of the format and its older flat form; none for an unknown shape.
/// `zone` is added to its position.
std::optional<PlanArea> readArea(const JsonCursor &at, QPointF zone);

} // namespace foyer
