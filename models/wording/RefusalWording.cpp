#include "wording/Wording.h"

namespace foyer {

// One case a refusal, so that the compiler finds the one without words.
QString Wording::message(const Refused &refused, const SeatNamer &namer) const
{
    switch (refused.why) {
    case Refusal::NotAuthenticated: return notAuthenticatedText(refused.triesLeft);
    case Refusal::NotKnownHere:
        return tr(
            "Number and PIN don't match, or this screen doesn't know you while it is offline. Please try again, go on "
            "as a guest, or go to the desk.");
    case Refusal::HubNeeded:
        return tr("This needs the network, and we are offline right now. Please go on as a guest, or try again later.");
    case Refusal::LockedOut:
        return tr("Too many tries. Please try again in %1, or ask our staff to reset your PIN.")
            .arg(durationText(refused.wait));
    case Refusal::MemberBlocked: return tr("This membership is blocked. Please speak to our staff at the desk.");
    case Refusal::AlreadyRegistered: return tr("This phone number is registered already. Please sign in with its PIN.");
    case Refusal::PhoneInvalid: return tr("This phone number isn't complete. Please check it and enter it again.");
    case Refusal::PinInvalid: return tr("This PIN can't be used. Please choose another that is hard to guess.");
    case Refusal::CardUnknown:
        return tr("We don't know this card. Please try again, or sign in with your phone number.");
    case Refusal::CardTaken:
        return tr("This card is somebody else's already. Nothing was changed. Please take another card.");
    case Refusal::MemberUnknown: return tr("There is no such member. Please look for them again.");
    case Refusal::TokenUnknown: return tr("We don't know this number. Please get a new one.");
    case Refusal::TokenExpired: return tr("The time of your number has run out. Please get a new one.");
    case Refusal::TokenEnded: return tr("This visit is over already. Please get a new number to start again.");
    case Refusal::ContinuedElsewhere:
        return tr("You went on at another screen, so this one has ended. Please go on there, or sign in here again.");
    case Refusal::NotInQueue: return tr("You have no place in the queue. Please get a number first.");
    case Refusal::StillWaiting: return tr("It isn't your turn yet. Please wait until your number is called.");

    case Refusal::PerformanceUnknown: return tr("This date isn't on the programme any more. Please choose another.");
    case Refusal::SalesNotOpen: return tr("Tickets for this date aren't on sale yet. Please choose another date.");
    case Refusal::SalesClosed: return tr("Sales for this date have closed. Please choose another date.");
    case Refusal::SoldOut: return tr("This date is sold out. Please choose another date.");
    case Refusal::SeatUnknown: return tr("There is no such seat in this house. Please choose another seat.");
    case Refusal::SeatTaken: return seatTakenText(refused, namer);
    case Refusal::SeatsNotHere: return seatsNotHereText(refused, namer);
    case Refusal::OrderLimit:
        return tr("You can buy up to %n seat(s) at a time. For more, please go to the desk.", nullptr, refused.limit);
    case Refusal::NoPrice:
        return tr("This seat isn't sold with this ticket type. Please choose another type or another seat.");
    case Refusal::HoldUnknown: return tr("No seats are set aside for you. Please choose your seats again.");
    case Refusal::HoldExpired: return holdExpiredText(refused, namer);
    case Refusal::HoldPaying: return tr("Your seats are being paid for right now. Please wait a moment.");
    case Refusal::AlreadyProlonged: return tr("The time was extended once already. Please pay before it runs out.");
    case Refusal::TicketTypeUnknown: return tr("This ticket type isn't sold any more. Please choose another.");
    case Refusal::AgeNotConfirmed: return tr("Please confirm the age rating first.");

    case Refusal::WalletUnknown: return tr("We couldn't find your balance. Please ask our staff.");
    case Refusal::WalletBlocked: return tr("Your balance is blocked. Please speak to our staff at the desk.");
    case Refusal::WalletLimit: return walletLimitText(refused.amount);
    case Refusal::AmountInvalid: return tr("This amount can't be used. Please choose another.");
    case Refusal::InsufficientBalance:
        return tr("Your balance is %1 short. Please top it up, then go on paying.").arg(money(refused.amount));
    case Refusal::TenderDeclined:
        return tr("The payment was declined. Nothing was charged. Please try another card or pay another way.");
    case Refusal::TenderInDoubt:
        return tr("We don't know yet whether the payment went through. Please don't pay again, but call our staff.");
    case Refusal::TenderUnavailable: return tr("This way of paying isn't available right now. Please choose another.");
    case Refusal::RequestReused:
        return tr("This was asked before, in another way. Nothing was changed. Please start again.");
    case Refusal::OrderUnknown: return tr("We couldn't find this order. Please check its number.");
    case Refusal::AlreadyRefunded:
        if (namer && !refused.seats.isEmpty())
            return tr("Refunded already: %1. Nothing was changed.").arg(seatsText(refused.seats, namer));
        return tr("This order was refunded already. There is nothing more to do.");
    case Refusal::RefundAtHub:
        return tr("This order is in the house's books by now. Nothing was changed. It can be refunded once the hub "
                  "answers.");
    case Refusal::RefundAtSeller:
        return tr("The hub doesn't know yet that the screen which sold this order no longer refunds it. Nothing was "
                  "changed. Please try again once that screen is connected.");
    case Refusal::ClaimUnknown:
        return tr("This code is unknown or was paid out already. Please check it, or ask our staff.");
    case Refusal::TicketUnknown:
        return tr("We don't know this ticket at this screen. Please hold its code to the scanner again, or ask at the "
                  "desk.");
    case Refusal::CancelTooLate:
        return refused.until.isValid()
                   ? tr("Tickets of this date could be cancelled here until %1. Nothing was changed. Please ask at the "
                        "desk.")
                         .arg(dateTimeText(refused.until, refused.until.timeZone()))
                   : tr("Tickets are only cancelled at the desk. Nothing was changed. Please ask there.");
    case Refusal::CancelNotNow:
        return tr("We can't reach the house's books, so we can't say that these tickets are cancelled. Please try "
                  "again in a moment, or ask at the desk.");
    case Refusal::TicketsNotNow:
        return tr(
            "These tickets were sold at another screen or at the desk, and we can't reach the house's books right "
            "now. Please try again in a moment, or ask at the desk.");

    case Refusal::StaffNotAuthenticated: return tr("Name and PIN don't match. Please try again.");
    case Refusal::RoleTooLow: return tr("Your role doesn't allow this. Please ask a supervisor or a manager.");
    case Refusal::TwoPeopleNeeded: return tr("Two members of staff are needed for this. Nothing was changed.");
    case Refusal::ReasonNeeded: return tr("Please say why. Nothing was changed.");
    case Refusal::TaskUnknown:
        return tr("There is no such task any more, or it can't be settled so. Please look at the list again.");
    case Refusal::ShiftNotOpen: return tr("No shift is open. Please count the float and open one first.");
    case Refusal::ShiftOpen: return tr("A shift is open here. Please close it first.");
    case Refusal::OutOfService: return tr("This screen is out of service. Please use another one or go to the desk.");
    case Refusal::DeskOnly:
        return tr("Only a machine that is enrolled as a desk may do this. Nothing was changed. Please ask a manager to "
                  "enrol this one as a desk.");
    case Refusal::NodeUnknown:
        return tr("The hub doesn't know this terminal. Nothing was changed. Please enrol it, or ask our staff.");
    case Refusal::NodeIsRoot:
        return tr("This machine has sold tickets on its own. Nothing was changed. It can be the hub; to make it a "
                  "terminal, please begin with an empty data folder.");
    case Refusal::EnrolmentOver:
        return tr("This terminal's enrolment has ended. Nothing was changed. Please use another screen and tell our "
                  "staff.");
    case Refusal::NotReportedYet:
        return tr("This terminal is still agreeing with the hub. Nothing was changed. Please try again in a moment.");
    case Refusal::HubRecovering:
        return tr("The hub is waiting for its terminals after a repair. Nothing was changed. Please try again later.");
    case Refusal::HubSellsNothing:
        return tr("This machine is the hub of other terminals, so nothing is sold here. Please use one of them.");
    case Refusal::OtherProgramme:
        return tr("This date has just changed at the hub. Nothing was changed. Please choose it again in a moment.");
    case Refusal::NodeIsTerminal:
        return tr(
            "This machine is a terminal: its programme comes from its hub. Nothing was changed. Please do this at "
            "the hub.");
    case Refusal::NotATerminal: return tr("This machine has no hub. Nothing was changed. Please enrol it first.");
    case Refusal::HubWasRestored:
        return tr("This hub's database is older than what it once knew. Nothing is given until you say so: foyerctl "
                  "restored.");
    case Refusal::EnrolCodeUnknown:
        return tr("This code is wrong, used or too old. Nothing was changed. Please get a new one at the hub.");
    case Refusal::BadInput: return message(refused.fault, refused.place, refused.value);
    case Refusal::PerformanceHasSales:
        return tr("Tickets of this performance are sold already, so nothing was changed. Please add a new "
                  "performance instead.");
    }
    return {};
}

QString Wording::notAuthenticatedText(int triesLeft) const
{
    const QString next = triesLeft > 0 ? tr("Please try again; you have %n try (tries) left.", nullptr, triesLeft)
                                       : tr("Please try again.");
    return tr("Number and PIN don't match.") + u' ' + next;
}

QString Wording::seatTakenText(const Refused &refused, const SeatNamer &namer) const
{
    if (!namer || refused.seats.isEmpty())
        return tr("A seat you chose has just been taken. Please choose another.");
    const QString taken = seatsText(refused.seats, namer);
    if (refused.nearest.isEmpty())
        return tr("Just taken: %1. Please choose another seat.").arg(taken);
    return tr("Just taken: %1. Please choose another seat. Free close by: %2.")
        .arg(taken, seatsText(refused.nearest, namer));
}

QString Wording::seatsNotHereText(const Refused &refused, const SeatNamer &namer) const
{
    if (!namer || refused.seats.isEmpty())
        return tr("This seat can't be sold at this screen right now. Please choose another, or ask at the desk.");
    return tr("Can't be sold at this screen right now: %1. Please choose another seat, or ask at the desk.")
        .arg(seatsText(refused.seats, namer));
}

QString Wording::holdExpiredText(const Refused &refused, const SeatNamer &namer) const
{
    if (!namer || refused.seats.isEmpty())
        return tr("The time for your seats has run out. Nothing was charged. Please choose your seats again.");
    return tr("The time for your seats has run out: %1. Nothing was charged. Please choose your seats again.")
        .arg(seatsText(refused.seats, namer));
}

QString Wording::walletLimitText(const Money &room) const
{
    if (!room.isPositive())
        return tr("Your balance is as high as it may be. Please spend from it first.");
    return tr("Your balance can't go that high. You can top up %1 at most.").arg(money(room));
}

} // namespace foyer
