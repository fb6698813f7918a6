#pragma once

#include "storage/DataFolder.h"

namespace foyer::bench {

/// A house with a million orders of one seat with a name and four digits each, written row by row; kept for the next
/// run.
DataFolder millionOrders();

} // namespace foyer::bench
