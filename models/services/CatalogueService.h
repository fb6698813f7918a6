#pragma once

#include "domain/Clock.h"
#include "domain/HouseSettings.h"
#include "domain/Result.h"
#include "domain/Season.h"

namespace foyer {

class Connection;
class Transaction;

/// What an import did; all zero when the file was known already.
struct Imported {
    int plans = 0;        ///< new versions
    int performances = 0; ///< added, changed or removed
    int other = 0;        ///< settings, houses, shows, ticket types
    bool changed() const { return plans || performances || other; }
};

/// Houses, seating plans, shows, performances, prices. An import is one transaction: all of the file or nothing.
class CatalogueService
{
public:
    CatalogueService(Connection &db, const Clock &clock) : m_db(db), m_clock(clock) {}

    /// A changed plan is a new version; performances with any right given out keep theirs, the others take the new one.
    Result<Imported> importPlan(const SeatingPlan &plan);
    /// Refused with PerformanceHasSales and the place for a performance that any right was given for.
    Result<Imported> importSeason(const Season &season);

    Result<HouseSettings> settings();

private:
    struct Keys;
    Result<int> importPerformance(Transaction &tx, const SeasonPerformance &wanted, const Keys &keys, int index);
    Result<int> removeOthers(Transaction &tx, const Season &season);
    void resetLeft(Transaction &tx, PerformanceKey performance, const SeatingPlan &plan);

    Connection &m_db;
    const Clock &m_clock;
};

} // namespace foyer
