#pragma once

#include "domain/Money.h"
#include "domain/Right.h"

namespace foyer {

/// A right to spend so much of one wallet, at one node at a time; named like a right to a seat (law 9).
struct AmountRight {
    WalletId wallet;
    std::optional<MemberId> member; ///< none: a guest's
    Money amount;
    Fence fence;
    friend bool operator==(const AmountRight &, const AmountRight &) = default;
};

} // namespace foyer
