#pragma once

#include "domain/Result.h"
#include "domain/SeatingPlan.h"

namespace foyer {

/// Reads a pretix seating plan whole or not at all; `planId` empty: the file's name. Positions are absolute, in the
/// file's unit, y downward; a drawing that doesn't cover its seats is enlarged, and moved when they lie left of it or
/// above. Rows without seats are left out, as are areas of unknown shapes and colours that aren't CSS.
/// Refused with BadInput, fault, place (JSON pointer, or "byte 123") and value. Any thread; takes a second or two
/// for the largest plan.
Result<SeatingPlan> readPlan(const QByteArray &json, const QString &planId);

} // namespace foyer
