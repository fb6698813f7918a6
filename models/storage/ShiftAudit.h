#pragma once

#include "storage/Audit.h"

namespace foyer {

/// Every closed shift against what its rows say now: nothing was sold, paid or moved in it after it was counted.
void compareShifts(Connection &db, AuditReport &report);

} // namespace foyer
