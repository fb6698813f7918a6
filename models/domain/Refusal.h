#pragma once

#include "domain/EnumName.h"
#include "domain/Id.h"
#include "domain/Money.h"

#include <QDateTime>
#include <QList>
#include <chrono>

namespace foyer {

/// Why the answer is no. A refusal changes nothing and says what to do next; its words are in models/wording.
enum class Refusal {
    // identifying (FLOWS 1)
    NotAuthenticated, ///< unknown number or wrong PIN, never told apart; triesLeft
    NotKnownHere,     ///< the same while the hub is away: it may be right, but nobody here knows; triesLeft
    HubNeeded,        ///< only while the hub answers
    LockedOut,        ///< wait
    MemberBlocked,
    AlreadyRegistered,
    PhoneInvalid,
    PinInvalid,
    CardUnknown,
    CardTaken, ///< it is somebody's
    MemberUnknown,
    // tokens and queue (FLOWS 2)
    TokenUnknown,
    TokenExpired,
    TokenEnded,
    ContinuedElsewhere,
    NotInQueue,
    StillWaiting,
    // dates and seats (FLOWS 3 to 5)
    PerformanceUnknown,
    SalesNotOpen,
    SalesClosed,
    SoldOut,
    SeatUnknown,
    SeatTaken,    ///< seats, nearest
    SeatsNotHere, ///< not available at this terminal now; never 'sold'
    OrderLimit,   ///< limit
    NoPrice,
    HoldUnknown,
    HoldExpired, ///< seats
    HoldPaying,
    AlreadyProlonged,
    // money (FLOWS 6 to 8)
    WalletUnknown,
    WalletBlocked,
    WalletLimit, ///< amount: what still fits
    AmountInvalid,
    InsufficientBalance, ///< amount: what is missing
    TenderDeclined,
    TenderInDoubt,
    TenderUnavailable,
    RequestReused, ///< same id, other body
    OrderUnknown,
    AlreadyRefunded,
    RefundAtHub,    ///< the sale was told of: only the hub can refund it
    RefundAtSeller, ///< it isn't known at the hub yet that its seller no longer can
    ClaimUnknown,
    TicketUnknown, ///< held to a scanner, and no ticket of this node
    CancelTooLate, ///< until: by themselves; invalid: never
    CancelNotNow,  ///< it is the hub's to cancel, which doesn't answer
    TicketsNotNow, ///< another machine sold them, and the hub doesn't answer
    TicketTypeUnknown,
    AgeNotConfirmed,
    // staff
    StaffNotAuthenticated,
    RoleTooLow,
    TwoPeopleNeeded,
    ReasonNeeded,
    TaskUnknown,
    OutOfService,
    ShiftNotOpen, ///< a drawer has to be counted before money goes into it
    ShiftOpen,    ///< the one before isn't closed
    // between nodes
    DeskOnly,         ///< asked by a machine of another kind
    NodeUnknown,      ///< no such enrolment at this hub
    NodeIsRoot,       ///< it has sold on its own: it can be the hub, but no terminal
    EnrolmentOver,    ///< revoked or replaced; its journal is still taken
    NotReportedYet,   ///< a session opens with a report of what the node holds
    HubRecovering,    ///< after a restore, until every terminal has reported
    HubSellsNothing,  ///< a hub with terminals
    OtherProgramme,   ///< the hub has another version of this date or its plan
    NodeIsTerminal,   ///< its programme and its seats come from its hub
    NotATerminal,     ///< it has no hub
    HubWasRestored,   ///< its database is older than what it once knew
    EnrolCodeUnknown, ///< wrong, used or too old
    // files (place, fault)
    BadInput,
    PerformanceHasSales,
};

/// What is wrong in an imported file; Refused::place says where (JSON pointer, or byte for broken JSON).
enum class InputFault {
    None,
    NotJson,
    TooLarge,
    TooDeep,
    WrongType,
    Missing,
    SchemaMismatch,
    DuplicateSeat,
    DuplicateId,
    UnknownCategory,
    NoSeats,
    TooManySeats,
    BadCoordinate,
    BadColor,
    NegativePrice,
    OtherCurrency,
    AmountTooLarge,
    UnknownHouse,
    UnknownPlan,
    UnknownShow,
    UnknownTicketType,
    BadDate,
    BadTimeZone,
    NameTooLong,
    WindowReversed,
};

/// A refusal with what a person needs to go on; only the fields that the enumerator names are set.
struct Refused {
    Refusal why = Refusal::NotAuthenticated;
    QList<SeatIndex> seats;
    QList<SeatIndex> nearest;
    Money amount;
    int triesLeft = 0;
    int limit = 0;
    std::chrono::seconds wait{0};
    QDateTime until = {}; ///< UTC
    InputFault fault = InputFault::None;
    QString place;
    QString value; ///< the offending text of a file, shortened
};

} // namespace foyer
