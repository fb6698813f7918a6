#pragma once

#include "domain/SeatChooser.h"
#include "domain/Seats.h"

namespace foyer {

/// What a clerk typed to choose seats: how many and which kind ("2", "2 S", "4 A aisle", "3 youth"), or the seats
/// themselves ("G12", "G12-14", "2F A3 A4").
struct SeatCommand {
    SeatWish wish;                     ///< where no seats are named
    QString category;                  ///< as the plan calls it; empty: any
    std::optional<TicketTypeKey> type; ///< of all of them; nothing: the usual one
    QList<SeatIndex> named;
    QString unknown; ///< the first word that means nothing here; empty: all of it is understood

    bool isUnderstood() const { return unknown.isEmpty(); }
};

/// Words mean categories, ticket types, sections and seats of this date, upper or lower case, in any language that the
/// house has them in; "aisle" and "wheelchair" in English and Korean. Nothing: nothing was typed.
std::optional<SeatCommand> readSeatCommand(const QString &typed, const SeatsOfDate &date);

} // namespace foyer
