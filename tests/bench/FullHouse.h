#pragma once

#include <QString>

namespace foyer::bench {

constexpr int fullHouseSeats = 170'000; ///< of each performance's plan
constexpr int fullHousePerformances = 6;

/// A database in which one seat a sale was sold `sales` times, written row by row without the services but as they
/// would have, so that an audit finds nothing; kept in the scratch folder for the next run. The last performance has
/// seats left.
QString fullHouse(int sales);

} // namespace foyer::bench
