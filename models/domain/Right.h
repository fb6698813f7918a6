#pragma once

#include "domain/Id.h"

#include <QList>
#include <optional>

namespace foyer {

/// The name of a right as given: one counter per incarnation of the authority, never used again.
struct Fence {
    qint32 incarnation = 0;
    qint64 number = 0;
    // the 0 in it is no pointer, whatever clang-tidy 14 says
    friend auto operator<=>(const Fence &, const Fence &) = default; // NOLINT(modernize-use-nullptr)
};

struct SeatRight {
    SeatIndex seat{};
    Fence fence;
};

/// Asked of the authority: the rights to sell these seats. The id is stored before it is sent.
struct RightsRequest {
    RequestId id;
    PerformanceKey performance;
    QList<SeatIndex> seats;
    QByteArray plan; ///< the hash of the plan whose seats they are: another version's numbers mean other seats
};

/// All or nothing: either every seat asked for is in `given`, or `refused` names those that others have.
struct RightsAnswer {
    RequestId id;
    QList<SeatRight> given;
    QList<SeatIndex> refused;
    int epoch = 1; ///< whose rights they are; another takes none of them
};

/// A seat at its authority (law: 'Never twice'). No row in the database is Pool.
enum class SeatState : quint8 { Pool = 0, Given = 1, Sold = 2, Quarantined = 3 };

} // namespace foyer
