#pragma once

#include "domain/Money.h"
#include "domain/Text.h"

#include <QTimeZone>
#include <chrono>
#include <optional>

namespace foyer {

/// What the house decides, the same on all its nodes: in the database, journalled, from the authority.
struct HouseSettings {
    Text name; ///< shown on every screen
    QByteArray timeZone = "Asia/Seoul";
    Currency currency;
    int admissionLimit = 8; ///< customers served at once over all screens of the house
    std::chrono::seconds holdTime{5 * 60};
    std::chrono::seconds prolongBy{5 * 60};
    int seatsPerOrder = 8;
    bool noSingleSeats =
        false; ///< who would leave one must choose others in the row, where there are; else is asked to
    std::chrono::seconds noShowAfter{2 * 60};
    int businessDayStartsAt = 5;                  ///< hour, local; queue numbers start from 001 then
    std::chrono::seconds sellAfterStart{15 * 60}; ///< 0: sales end at the start
    /// Before the start customers may cancel by themselves; nothing: never.
    std::optional<std::chrono::seconds> cancelBefore = std::chrono::hours(1);
    Money walletMax{1'000'000, {}};
    Money topUpMin{1'000, {}};
    int taxBasisPoints = 1'000; ///< prices include it; KR VAT 10 %
    // seller's legal data, for receipts
    QString sellerName, sellerAddress, sellerNumber;

    friend bool operator==(const HouseSettings &, const HouseSettings &) = default;
};

} // namespace foyer
