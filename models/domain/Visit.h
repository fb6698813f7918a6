#pragma once

#include <optional>

namespace foyer {

/// A customer's journey at one screen, and the staff's way behind it. The table below is the whole of it; VisitModel
/// only asks it where to go.
enum class Step {
    Attract,
    SignIn,
    Register,
    Queue,
    Dates,
    Tickets, ///< a customer's own: a member's, or those of the one that was held to the scanner
    Seats,
    Wallet,
    Checkout,
    Tender, ///< a device has been asked for money: nothing leaves this step but its answer
    Ticket,
    Farewell, ///< a guest's money is on its way back, or on a claim code
    OutOfService,
    StaffSignIn,
    StaffCorner,
    StaffEnrol, ///< this machine is to join a house
};

enum class VisitEvent {
    Touched,
    RegisterWanted,
    Issued,   ///< a token, still waiting
    Admitted, ///< a token with a place
    LeftWithSlip,
    DateChosen,
    SeatsChosen,
    WalletWanted,
    TicketsWanted,
    TenderBegun,
    TenderEnded, ///< any answer of the device
    Paid,
    HoldLapsed,
    TokenLost, ///< expired, ended, continued elsewhere
    Back,
    StartOver,
    IdleOut,
    MoneyLeft, ///< the visit ends while a guest still has a balance
    Finished,
    BuyAnother,
    Broken,
    Repaired,
    StaffWanted, ///< the corner gesture
    StaffKnown,
    TakenOut, ///< staff are done with a screen that is out of service
    PrintAgain,
    EnrolWanted,
};

/// The staff's own steps: nobody's visit is under way.
constexpr std::optional<Step> nextOfStaff(Step step, VisitEvent event)
{
    switch (event) {
    case VisitEvent::StaffKnown: return step == Step::StaffSignIn ? std::optional(Step::StaffCorner) : std::nullopt;
    case VisitEvent::PrintAgain: return step == Step::StaffCorner ? std::optional(Step::Ticket) : std::nullopt;
    case VisitEvent::EnrolWanted: return step == Step::StaffCorner ? std::optional(Step::StaffEnrol) : std::nullopt;
    case VisitEvent::Back: return step == Step::StaffEnrol ? std::optional(Step::StaffCorner) : std::nullopt;
    case VisitEvent::TakenOut: return Step::OutOfService;
    case VisitEvent::StartOver:
    case VisitEvent::IdleOut: return Step::Attract;
    default: return std::nullopt;
    }
}

constexpr std::optional<Step> next(Step step, VisitEvent event)
{
    using enum VisitEvent;
    if (event == Broken)
        return Step::OutOfService;
    if (event == StaffWanted)
        return step == Step::Attract || step == Step::OutOfService ? std::optional(Step::StaffSignIn) : std::nullopt;
    if (step == Step::OutOfService)
        return event == Repaired ? std::optional(Step::Attract) : std::nullopt;
    if (step == Step::StaffSignIn || step == Step::StaffCorner || step == Step::StaffEnrol)
        return nextOfStaff(step, event);
    if (step == Step::Tender) // never left by a touch or by idling (law 3, FLOWS 8.4)
        return event == TenderEnded ? std::optional(Step::Checkout) : std::nullopt;
    if (step == Step::Farewell)
        return event == Finished || event == IdleOut ? std::optional(Step::Attract) : std::nullopt;
    if (event == Paid) // what was paid is shown, whatever came between the ask and the answer
        return step == Step::Checkout || step == Step::Wallet || step == Step::Seats ? std::optional(Step::Ticket)
                                                                                     : std::nullopt;
    if (event == MoneyLeft)
        return step == Step::Attract ? std::nullopt : std::optional(Step::Farewell);
    if (event == StartOver || event == IdleOut)
        return step == Step::Attract ? std::nullopt : std::optional(Step::Attract);
    if (event == TokenLost)
        return step == Step::Attract || step == Step::Ticket ? std::nullopt : std::optional(Step::SignIn);

    switch (step) {
    case Step::Attract: return event == Touched ? std::optional(Step::SignIn) : std::nullopt;
    case Step::SignIn:
    case Step::Register:
        switch (event) {
        case RegisterWanted: return step == Step::SignIn ? std::optional(Step::Register) : std::nullopt;
        case TicketsWanted: return step == Step::SignIn ? std::optional(Step::Tickets) : std::nullopt;
        case Issued: return Step::Queue;
        case Admitted: return Step::Dates;
        case Back: return step == Step::SignIn ? Step::Attract : Step::SignIn;
        default: return std::nullopt;
        }
    case Step::Queue:
        switch (event) {
        case Admitted: return Step::Dates;
        case LeftWithSlip: return Step::Attract;
        default: return std::nullopt;
        }
    case Step::Dates:
        switch (event) {
        case DateChosen: return Step::Seats;
        case TicketsWanted: return Step::Tickets;
        default: return std::nullopt;
        }
    case Step::Tickets:
        switch (event) {
        case PrintAgain: return Step::Ticket;
        case Back: return Step::Dates; // whoever has no visit starts over
        default: return std::nullopt;
        }
    case Step::Seats:
        switch (event) {
        case SeatsChosen: return Step::Checkout;
        case Back: return Step::Dates;
        case HoldLapsed: return Step::Seats;
        default: return std::nullopt;
        }
    case Step::Wallet:
        switch (event) {
        case TenderBegun: return Step::Tender;
        case Back: return Step::Checkout;
        case HoldLapsed: return Step::Seats;
        default: return std::nullopt;
        }
    case Step::Checkout:
        switch (event) {
        case WalletWanted: return Step::Wallet;
        case TenderBegun: return Step::Tender;
        case Back:
        case HoldLapsed: return Step::Seats;
        default: return std::nullopt;
        }
    case Step::Ticket:
        switch (event) {
        case Finished: return Step::Attract;
        case TakenOut: return Step::OutOfService;
        case Issued: return Step::Queue;
        case Admitted: return Step::Dates;
        default: return std::nullopt;
        }
    case Step::Tender:
    case Step::Farewell:
    case Step::OutOfService:
    case Step::StaffSignIn:
    case Step::StaffCorner:
    case Step::StaffEnrol: break;
    }
    return std::nullopt;
}
static_assert(!next(Step::Tender, VisitEvent::IdleOut), "idling never ends a payment");
static_assert(!next(Step::Tender, VisitEvent::StartOver), "nor does a touch");
static_assert(next(Step::Tender, VisitEvent::TenderEnded) == Step::Checkout, "the same checkout goes on");
static_assert(next(Step::Seats, VisitEvent::Paid) == Step::Ticket, "nobody pays and isn't told");
static_assert(next(Step::Ticket, VisitEvent::IdleOut) == Step::Attract, "the ticket screen makes way by itself");
static_assert(!next(Step::Checkout, VisitEvent::StaffWanted), "staff never walk into a customer's visit");
static_assert(!next(Step::Attract, VisitEvent::TicketsWanted), "nobody's tickets are shown before a code opened them");
static_assert(next(Step::Tickets, VisitEvent::PrintAgain) == Step::Ticket, "what is printed again is shown as bought");
static_assert(next(Step::Tickets, VisitEvent::MoneyLeft) == Step::Farewell, "a guest's code is shown before they go");
static_assert(!next(Step::StaffSignIn, VisitEvent::PrintAgain), "nor past the PIN");
static_assert(!next(Step::StaffSignIn, VisitEvent::EnrolWanted), "nor does a machine change its house without one");
static_assert(next(Step::StaffCorner, VisitEvent::IdleOut) == Step::Attract, "a corner left open closes by itself");

} // namespace foyer
