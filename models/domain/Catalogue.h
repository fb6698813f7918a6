#pragma once

#include "domain/Id.h"
#include "domain/Money.h"
#include "domain/SeatingPlan.h"
#include "domain/Text.h"

#include <QDateTime>
#include <optional>

namespace foyer {

/// A room with a seating plan. Another house is another performance (law 11).
struct House {
    HouseKey key;
    QString id;
    Text name;
    QString planId;
};

struct Show {
    ShowKey key;
    QString id;
    Text title, subtitle, description;
    int minutes = 0; ///< 0: not said
    int ageFrom = 0; ///< 0: everybody
    QString color;   ///< "#rrggbb": its poster's colour
};

/// What a person may be charged as: adult, youth with a proof. The first of the list is the default.
struct TicketType {
    TicketTypeKey key;
    QString id;
    Text name;
    Text proof; ///< what to show at the door; empty: nothing
};

/// A price of one performance for one category as one ticket type.
struct Price {
    QString category;
    TicketTypeKey type;
    Money amount;
    friend bool operator==(const Price &, const Price &) = default;
};

enum class PerformanceState : quint8 { Scheduled = 1, Cancelled = 2 };

/// What says whether a performance is on sale. Times are UTC; an invalid salesOpen is 'always', an invalid salesClose
/// is 'by the house's rule'.
struct SalesTimes {
    QDateTime startsAt, salesOpen, salesClose;
    PerformanceState state = PerformanceState::Scheduled;
};

/// Made of the performance's id, so that every node of a house means the same date by it. Less than 2^53: as far as
/// JSON's numbers go for everybody.
PerformanceKey keyOf(const QString &performanceId);

struct Performance : SalesTimes {
    PerformanceKey key;
    QString id;
    ShowKey show;
    HouseKey house;
    PlanKey plan;
    int capacity = 0;
};

/// Where a performance's sales stand at a moment (FLOWS 3.2).
enum class SalesWindow : quint8 { NotYetOpen, Open, Closed };

/// One line of 'dates that can be booked', with everything a screen shows of it.
struct PerformanceOffer {
    Performance performance;
    Show show;
    House house;
    SalesWindow window = SalesWindow::Open;
    int seatsLeft = 0;       ///< in the house, or here while the hub can't be reached
    bool isHereOnly = false; ///< the hub can't be reached: others may have more
    Money priceFrom;

    bool isSoldOut() const { return seatsLeft == 0 && !isHereOnly; }
    bool isBookable() const { return window == SalesWindow::Open && seatsLeft > 0; }
    bool isNearlySoldOut() const { return seatsLeft > 0 && seatsLeft * 20 <= performance.capacity; }
};

/// The end of sales: as the season says, else `sellAfterStart` after the start.
QDateTime salesEnd(const SalesTimes &times, std::chrono::seconds sellAfterStart);
SalesWindow salesWindow(const SalesTimes &times, const QDateTime &now, std::chrono::seconds sellAfterStart);
/// Until when customers may cancel by themselves; invalid: where they never may.
QDateTime cancelEnd(const SalesTimes &times, std::optional<std::chrono::seconds> cancelBefore);
/// What the house itself cancelled they may give back at any time.
bool mayCancel(const SalesTimes &times, const QDateTime &now, std::optional<std::chrono::seconds> cancelBefore);

} // namespace foyer
