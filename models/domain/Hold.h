#pragma once

#include "domain/Clock.h"
#include "domain/Id.h"
#include "domain/Money.h"
#include "domain/Right.h"

#include <QList>

namespace foyer {

/// Paying never lapses: it ends only with the device's answer (law 3). Nor does Blocked, which staff set aside for the
/// house: only they release it.
enum class HoldState : quint8 { Held = 1, Paying = 2, Sold = 3, Released = 4, Blocked = 5 };
enum class HoldEvent { BeginTender, TenderEnded, Pay, Lapse, Release, Block };

constexpr std::optional<HoldState> next(HoldState state, HoldEvent event)
{
    switch (state) {
    case HoldState::Held:
        switch (event) {
        case HoldEvent::BeginTender: return HoldState::Paying;
        case HoldEvent::Pay: return HoldState::Sold;
        case HoldEvent::Lapse:
        case HoldEvent::Release: return HoldState::Released;
        case HoldEvent::Block: return HoldState::Blocked;
        case HoldEvent::TenderEnded: return std::nullopt;
        }
        break;
    case HoldState::Paying: return event == HoldEvent::TenderEnded ? std::optional(HoldState::Held) : std::nullopt;
    case HoldState::Blocked: return event == HoldEvent::Release ? std::optional(HoldState::Released) : std::nullopt;
    case HoldState::Sold:
    case HoldState::Released: return std::nullopt;
    }
    return std::nullopt;
}
static_assert(!next(HoldState::Paying, HoldEvent::Lapse), "a hold being paid never lapses");
static_assert(!next(HoldState::Paying, HoldEvent::Release), "nor is it let go");
static_assert(!next(HoldState::Blocked, HoldEvent::Lapse), "nor does what staff set aside");
static_assert(!next(HoldState::Released, HoldEvent::Pay), "what lapsed can't be paid");
static_assert(!next(HoldState::Sold, HoldEvent::Pay), "nothing is paid twice");

struct HeldSeat {
    SeatIndex seat{};
    TicketTypeKey type;
    Money price;         ///< fixed when held, for its ticket type
    QString freeBecause; ///< why nothing is paid for it; empty: it has its price
};

/// Seats set aside for one token and one performance, until a deadline.
struct Hold {
    HoldId id;
    TokenId token;
    PerformanceKey performance;
    HoldState state = HoldState::Held;
    SteadyTime deadline; ///< set by the first seat; belongs to one run of the program
    bool prolonged = false;
    QList<HeldSeat> seats;

    QList<SeatIndex> seatIndices() const
    {
        QList<SeatIndex> all;
        for (const HeldSeat &held : seats)
            all.append(held.seat);
        return all;
    }
    Money total(Currency currency) const
    {
        Money sum{0, currency};
        for (const HeldSeat &held : seats)
            sum += held.price;
        return sum;
    }
};

} // namespace foyer
