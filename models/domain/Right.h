#pragma once

#include "domain/Id.h"

#include <QList>
#include <optional>

namespace foyer {

/// The name of a right as given: one counter per incarnation of the authority, never used again.
struct Fence {
    qint32 incarnation = 0;
    qint64 number = 0;
    friend auto operator<=>(const Fence &, const Fence &) = default;
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
enum class SeatEvent { Give, Return, Sell, Refund, Revoke, Release };

constexpr std::optional<SeatState> next(SeatState state, SeatEvent event)
{
    switch (state) {
    case SeatState::Pool: return event == SeatEvent::Give ? std::optional(SeatState::Given) : std::nullopt;
    case SeatState::Given:
        switch (event) {
        case SeatEvent::Return: return SeatState::Pool;
        case SeatEvent::Sell: return SeatState::Sold;
        case SeatEvent::Revoke: return SeatState::Quarantined;
        case SeatEvent::Give:
        case SeatEvent::Refund:
        case SeatEvent::Release: return std::nullopt;
        }
        break;
    case SeatState::Sold: return event == SeatEvent::Refund ? std::optional(SeatState::Given) : std::nullopt;
    case SeatState::Quarantined:
        switch (event) {
        case SeatEvent::Sell: return SeatState::Sold;
        case SeatEvent::Release: return SeatState::Pool;
        case SeatEvent::Give:
        case SeatEvent::Return:
        case SeatEvent::Refund:
        case SeatEvent::Revoke: return std::nullopt;
        }
        break;
    }
    return std::nullopt;
}
static_assert(!next(SeatState::Given, SeatEvent::Give), "a right is given once");
static_assert(!next(SeatState::Sold, SeatEvent::Give), "a sold seat is never given");
static_assert(!next(SeatState::Sold, SeatEvent::Return), "a sale isn't undone by giving back");
static_assert(!next(SeatState::Quarantined, SeatEvent::Give), "quarantine keeps a seat until its holder closed");

} // namespace foyer
