#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

namespace foyer {

/// A house to try things in, without any file: 120 seats with tables, about 1,100 on three floors, about 17,000 around
/// a floor.
enum class DemoHouse { Cellar, Hall, Arena };

/// The id of the house and of its plan in demoSeason().
QString demoHouseId(DemoHouse house);

/// A seating plan for readPlan(); always the same one.
QByteArray demoPlan(DemoHouse house);

constexpr int demoSeasonDays = 35;

/// A season for readSeason(): a dozen shows from `today` (the house's date) on, for five weeks.
QByteArray demoSeason(QDate today);

/// How many seats of a performance of demoSeason() people have bought before the demo begins.
struct DemoDemand {
    QString performance; ///< its id
    int seats = 0;
};
QList<DemoDemand> demoDemand(QDate today);

} // namespace foyer
