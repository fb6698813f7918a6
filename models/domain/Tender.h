#pragma once

#include "domain/Id.h"
#include "domain/Money.h"

#include <optional>

namespace foyer {

enum class TenderKind : quint8 { Cash = 1, Card = 2 };

/// In: a device is asked to take money (paying). Out: to give money (paying-out).
enum class TenderDirection : quint8 { In = 1, Out = 2 };

/// What a device says. Unknown is no answer: the tender stays open (law 3).
enum class DeviceAnswer : quint8 { Approved = 1, Declined = 2, Cancelled = 3, Unknown = 4 };

/// Where a device is with a tender, for the screen; it decides nothing.
enum class TenderStage : quint8 { Starting, PresentCard, InsertCash, Processing, TakeMoney };

/// Open is committed before the device is asked; InDoubt is open, with an answer that was none.
enum class TenderState : quint8 { Open = 1, InDoubt = 2, Approved = 3, Declined = 4, Cancelled = 5 };

constexpr bool isOpen(TenderState state) { return state == TenderState::Open || state == TenderState::InDoubt; }

constexpr std::optional<TenderState> next(TenderState state, DeviceAnswer answer)
{
    if (!isOpen(state))
        return std::nullopt;
    switch (answer) {
    case DeviceAnswer::Approved: return TenderState::Approved;
    case DeviceAnswer::Declined: return TenderState::Declined;
    case DeviceAnswer::Cancelled: return TenderState::Cancelled;
    case DeviceAnswer::Unknown: return TenderState::InDoubt;
    }
    return std::nullopt;
}
static_assert(next(TenderState::Open, DeviceAnswer::Unknown) == TenderState::InDoubt, "'unknown' ends nothing");
static_assert(next(TenderState::InDoubt, DeviceAnswer::Approved) == TenderState::Approved, "a late approval counts");
static_assert(!next(TenderState::Approved, DeviceAnswer::Approved), "an answer counts once");
static_assert(!next(TenderState::Cancelled, DeviceAnswer::Approved), "a cancel stops a late ask");

struct Tender {
    TenderId id;
    WalletId wallet;
    std::optional<HoldId> hold; ///< the hold that waits for it
    TenderKind kind = TenderKind::Card;
    TenderDirection direction = TenderDirection::In;
    TenderState state = TenderState::Open;
    Money amount;
};

} // namespace foyer
