#pragma once

#include <QtGlobal>
#include <chrono>

/// Everything has a limit; what a house may choose is in HouseSettings, what no one may exceed is here.
namespace foyer::limits {

using namespace std::chrono_literals;

constexpr qint64 moneyMax = 1'000'000'000'000; ///< minor units; a price, a top-up, a balance
constexpr int seatsInPlanMax = 200'000;
constexpr int seatsInHoldMax = 100;         ///< the house's own limit is lower
constexpr double coordinateMax = 1'000'000; ///< a plan's units
constexpr int importDepthMax = 64;          ///< nesting of an imported JSON file
constexpr qint64 importBytesMax = qint64(256) * 1024 * 1024;
constexpr qint64 requestBytesMax = qint64(4) * 1024 * 1024; ///< that a hub takes
constexpr int pushEntries = 1'000;    ///< of a journal, at once: each push is a sync of the hub's disk
constexpr int pushBytes = 512 * 1024; ///< of these, where more than one: in base64 a proxy's mebibyte
constexpr int rightsInEntry = 10'000; ///< of a journal, which is told whole
constexpr int nameLengthMax = 500;    ///< characters of a title, a section, a seat
constexpr int performancesInSeasonMax = 10'000;
constexpr auto tokenPeriod = 10min;    ///< a token lives this long after its last verification
constexpr auto verifyAgain = 1min;     ///< while somebody is at the screen
constexpr auto slipPeriod = 12h;       ///< somebody who walks about with a slip
constexpr auto holdAfterTender = 1min; ///< at least this long to go on after a tender that took long
constexpr int nearestOffered = 3;
constexpr int seatProposals = 3;
constexpr int companionsEach = 3; ///< beside a wheelchair user
constexpr int movementsShown = 50;
constexpr int membersFound = 20;
constexpr int ordersShown = 20;
constexpr int houseOrdersFound = 50;     ///< of other machines, in a list
constexpr int figureRowsOfHouse = 1'000; ///< in one answer of a hub
constexpr int phoneDigitsMin = 8;
constexpr int phoneDigitsMax = 15; ///< E.164
constexpr int pinDigitsMin = 4;    ///< members; staff have six
constexpr int pinDigitsMax = 8;
constexpr auto staffIdle = 60s;       ///< what staff left open closes by itself
constexpr auto ringAgainAfter = 15s;  ///< while nobody came whom a customer called
constexpr auto ringAtMost = 5min;     ///< then only the screen says it
constexpr auto idleWarning = 30s;     ///< to say "I am still here"
constexpr auto askDeviceAgain = 10s;  ///< a device that said nothing, or nothing certain
constexpr auto tenderPatience = 3min; ///< then a tender is cancelled; its answer still decides
constexpr int pinTries = 5;
constexpr auto pinLockFirst = 1min; ///< doubles with each further failure
constexpr auto pinLockMax = 30min;
constexpr int queueShown = 200;      ///< lines of the queue that staff look at
constexpr int serviceTimesKept = 50; ///< measured visits that the estimated wait rests on

} // namespace foyer::limits
