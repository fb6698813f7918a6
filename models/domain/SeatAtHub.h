#pragma once

#include "domain/Epoch.h"
#include "domain/Right.h"

namespace foyer {

/// A right to one seat, named in full.
struct PlacedRight {
    PerformanceKey performance;
    SeatIndex seat{};
    Fence fence;
    friend bool operator==(const PlacedRight &, const PlacedRight &) = default;
    friend size_t qHash(const PlacedRight &right, size_t seed = 0)
    {
        return qHashMulti(seed, right.performance, qint32(right.seat), right.fence.incarnation, right.fence.number);
    }
};

/// A seat as its authority knows it. In the pool its fence is unknown, and lower than any.
struct SeatAtHub {
    SeatState state = SeatState::Pool;
    EpochId holder;
    Fence fence;
    OrderId order; ///< of a sold one
    friend bool operator==(const SeatAtHub &, const SeatAtHub &) = default;
};

} // namespace foyer
