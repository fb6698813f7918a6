#pragma once

#include "domain/Catalogue.h"
#include "domain/Hold.h"
#include "domain/SeatChooser.h"

#include <memory>

namespace foyer {

/// What one customer sees of a seat. NotHere: this terminal can't sell it now, though nobody has bought it.
enum class SeatShown : quint8 { Free, Yours, Taken, NotHere };

/// FLOWS 4.2: every seat of one date, from one consistent read.
struct SeatsOfDate {
    PerformanceOffer offer;
    std::shared_ptr<const SeatingPlan> plan;
    std::shared_ptr<const SeatChooser> chooser; ///< over the same plan
    QList<SeatShown> shown;                     ///< one a seat of the plan
    QList<Price> prices;
    QList<TicketType> types;  ///< the default first
    std::optional<Hold> hold; ///< the asking customer's own

    std::optional<Money> priceOf(const QString &category, TicketTypeKey type) const
    {
        for (const Price &price : prices)
            if (price.type == type && price.category == category)
                return price.amount;
        return std::nullopt;
    }
    std::optional<Money> priceOf(SeatIndex seat, TicketTypeKey type) const
    {
        return priceOf(plan->categoryOf(seat).name, type);
    }
    /// As everybody pays it who doesn't say otherwise.
    std::optional<Money> usualPrice(const QString &category) const
    {
        return types.isEmpty() ? std::nullopt : priceOf(category, types.constFirst().key);
    }
};

} // namespace foyer
