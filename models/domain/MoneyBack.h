#pragma once

#include "domain/HouseRequests.h"
#include "domain/Tender.h"

namespace foyer {

/// What of an order is to be given back, as staff say it or its customer.
struct RefundWish {
    OrderId order;
    QList<SeatIndex> seats;     ///< empty: all that is left
    std::optional<StaffId> who; ///< nobody of them: the customer, who needn't say why
    QString why = {};
    bool isVoid = false;               ///< the sale was a mistake: all of it, and the journal says so
    std::optional<TenderKind> to = {}; ///< the money leaves at once; nothing: it stays in a wallet
    /// Or it leaves as it was taken for the order, as far as these devices give it.
    QList<TenderKind> asItCame = {};
};

/// What became of it.
struct MoneyBack {
    QList<SeatIndex> seats;          ///< whose tickets are void now
    Money amount;                    ///< what they had cost
    std::optional<Claim> claim = {}; ///< a guest's, for what doesn't leave
    QList<Tender> payOuts = {};      ///< committed as paying-out: now ask their devices
    /// The code that what leaves was on: good again where its device can't give it.
    std::optional<Claim> leaving = {};
};

/// As the hub answers: its money is in a wallet there.
inline MoneyBack moneyBackOf(const RefundAnswer &answer) { return {answer.seats, answer.total, claimOf(answer)}; }

} // namespace foyer
