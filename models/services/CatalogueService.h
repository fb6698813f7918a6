#pragma once

#include "domain/Clock.h"
#include "domain/HouseSettings.h"
#include "domain/Result.h"
#include "domain/Season.h"
#include "services/PlanCache.h"

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
    CatalogueService(Connection &db, const Clock &clock) : m_db(db), m_clock(clock), m_plans(db) {}

    /// A changed plan is a new version; performances with any right given out keep theirs, the others take the new one.
    Result<Imported> importPlan(const SeatingPlan &plan);
    /// Refused with PerformanceHasSales and the place for a performance that any right was given for.
    Result<Imported> importSeason(const Season &season);
    // Both are refused at a terminal, and at a hub that may have forgotten which plans are frozen.

    Result<HouseSettings> settings();

    /// What is in, as a season file would say it: houses that something is on in, and every performance.
    struct Programme {
        qint64 version = 0;
        Season season;
        QHash<QString, QByteArray> plans; ///< hash of its plan by performance's id
    };
    Result<Programme> programme();
    /// A plan version's bytes; PerformanceUnknown when there is none of that hash.
    Result<QByteArray> planBody(const QByteArray &hash);

    // Of a terminal, whose programme is its hub's
    /// Keeps a version that the hub named; refused when the bytes are no plan.
    Done keepPlan(const QByteArray &body);
    /// The hub's programme as it is now: nothing of it is refused, since others sell by it. A performance that
    /// rights were given for keeps its plan.
    Result<Imported> follow(const Programme &programme);

private:
    struct Keys;
    struct Origin;
    Result<Imported> import(Transaction &tx, const Season &season, const Origin &origin);
    Result<int> importPerformance(
        Transaction &tx, const SeasonPerformance &wanted, const Keys &keys, int index, const Origin &origin);
    Result<int> removeOthers(Transaction &tx, const Season &season, const Origin &origin);
    void resetLeft(Transaction &tx, PerformanceKey performance, const SeatingPlan &plan);

    Connection &m_db;
    const Clock &m_clock;
    PlanCache m_plans;
};

} // namespace foyer
