#pragma once

#include "domain/SeatingPlan.h"

namespace foyer::bench {

/// An oval arena around a stage: curved rows in forty-eight sections with aisles between, so many seats in all, one
/// price category "R". Named "plan", as the bench's season asks for.
SeatingPlan stadium(int seats);

} // namespace foyer::bench
