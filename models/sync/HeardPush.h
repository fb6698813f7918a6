#pragma once

#include "domain/JournalFacts.h"
#include "protocol/Session.h"

#include <vector>

namespace foyer {

/// What an entry of another node's journal says to its hub, all of it read.
struct HeardEntry {
    explicit HeardEntry(const JournalFacts &facts);

    OrderFact sold, refunded;
    RefundNews refundHeard;
    qint64 refundsGivenUp = 0;
    QList<PlacedRight> returned;
    UseFact use;
    RequestId answered;
    MoneyFact money;
    ClaimFact claim;
    MemberFact member;
    WalletId visit;
    TokenFact tokens;
    bool isClosing = false;
};

/// A push with its chain followed and its entries read: half the work of storing it, done in any thread, so that the
/// store's needn't. As it came for whoever has time: a Push is one.
struct HeardPush {
    HeardPush(const Push &push); // NOLINT(google-explicit-constructor)

    Push push;
    bool isChain = false;            ///< each entry follows the one before; else nothing was read
    std::vector<HeardEntry> entries; ///< what they say, in their order
};

} // namespace foyer
