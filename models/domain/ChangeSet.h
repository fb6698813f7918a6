#pragma once

#include "domain/Id.h"

#include <QHash>
#include <QSet>

namespace foyer {

/// The ids of what a committed transaction changed; the one source of live updates.
struct ChangeSet {
    QHash<PerformanceKey, QSet<SeatIndex>> seats;
    QSet<TokenId> tokens;
    QSet<HoldId> holds;
    QSet<WalletId> wallets;
    QSet<OrderId> orders;
    bool queue = false; ///< somebody's place in the queue may have moved
    bool catalogue = false;
    bool settings = false;
    bool everything = false; ///< another program wrote; what exactly isn't known

    bool isEmpty() const
    {
        return seats.isEmpty() && tokens.isEmpty() && holds.isEmpty() && wallets.isEmpty() && orders.isEmpty() &&
               !queue && !catalogue && !settings && !everything;
    }
};

} // namespace foyer
