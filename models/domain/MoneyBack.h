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
    bool isVoid = false;          ///< the sale was a mistake: all of it, and the journal says so
    std::optional<TenderKind> to; ///< the money leaves at once; nothing: it stays in the order's wallet
};

/// What became of it.
struct MoneyBack {
    QList<SeatIndex> seats;       ///< whose tickets are void now
    Money amount;                 ///< what they had cost
    std::optional<Claim> claim;   ///< a guest's, for all that their wallet holds
    std::optional<Tender> payOut; ///< committed as paying-out: now ask the device
};

/// As the hub answers: its money is in a wallet there.
inline MoneyBack moneyBackOf(const RefundAnswer &answer)
{
    return {answer.seats, answer.total, claimOf(answer), std::nullopt};
}

} // namespace foyer
