#pragma once

#include "domain/Catalogue.h"
#include "domain/HouseSettings.h"

namespace foyer {

/// A performance as a season file names it: by the file's own ids. Times are UTC.
struct SeasonPerformance {
    struct Price {
        QString category, type; ///< category by name, ticket type by id
        Money amount;
        friend bool operator==(const Price &, const Price &) = default;
    };
    QString id, show, house;
    QDateTime startsAt, salesOpen, salesClose; ///< invalid: as in Performance
    PerformanceState state = PerformanceState::Scheduled;
    QList<Price> prices;
};

/// A whole season file, checked within itself: every id it refers to is in it, or said to be unknown.
struct Season {
    HouseSettings settings;
    QList<House> houses; ///< keys are null here
    QList<Show> shows;
    QList<TicketType> ticketTypes; ///< in the file's order; the first is the default
    QList<SeasonPerformance> performances;
};

} // namespace foyer
