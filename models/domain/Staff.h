#pragma once

#include "domain/Id.h"

#include <QString>

namespace foyer {

enum class Role : quint8 { Clerk = 1, Supervisor = 2, Manager = 3 };

/// What staff do that moves money, rights or the house; each asks for the PIN and is journalled with who and why.
enum class StaffAction {
    OpenCorner,
    EndCall, ///< of a customer who called for staff
    LeaveKiosk,
    SetAdmissionLimit,
    SetOutOfService,
    SettleTender,
    RefundOrder,
    PayClaim,
    ResetPin,
    BlockMember,
    ReleaseRights, ///< of a node that can't give them up any more: at the house's risk, and two people say so
    EnrolMachine,
    SettleTask, ///< of those that only people can put right
    // at a counter
    OpenDesk,
    BlockSeats, ///< not for sale until staff release them, and selling them all the same
    GiveAway,   ///< a ticket that nothing is paid for
    VoidSale,   ///< of one's own, made by mistake
    MoveCash,   ///< between a drawer and the safe
    CloseShift,
    SeeFigures,
    ExportFigures,
    GiveCard,      ///< to a member; the one before works no more
    PayOutBalance, ///< of a member, in cash
    RevokeMachine,
    AllotSeats, ///< ahead of need, to a terminal
};

constexpr Role roleFor(StaffAction action)
{
    switch (action) {
    case StaffAction::OpenCorner:
    case StaffAction::EndCall:
    case StaffAction::PayClaim:
    case StaffAction::OpenDesk:
    case StaffAction::BlockSeats:
    case StaffAction::MoveCash:
    case StaffAction::CloseShift:
    case StaffAction::GiveCard:
    case StaffAction::ReleaseRights: return Role::Clerk; // one of the two; the other is a supervisor
    case StaffAction::LeaveKiosk:
    case StaffAction::SetOutOfService:
    case StaffAction::SettleTender:
    case StaffAction::RefundOrder:
    case StaffAction::ResetPin:
    case StaffAction::BlockMember:
    case StaffAction::SettleTask:
    case StaffAction::GiveAway:
    case StaffAction::VoidSale:
    case StaffAction::SeeFigures:
    case StaffAction::ExportFigures:
    case StaffAction::PayOutBalance:
    case StaffAction::EnrolMachine:
    case StaffAction::AllotSeats: return Role::Supervisor;
    case StaffAction::RevokeMachine:
    case StaffAction::SetAdmissionLimit: return Role::Manager;
    }
    return Role::Manager;
}

/// What staff and customers left one screen at; a restart of the program doesn't change it.
struct ScreenState {
    bool isOutOfService = false; ///< by staff's word; a screen that is broken isn't meant
    bool isStaffCalled = false;

    friend bool operator==(const ScreenState &, const ScreenState &) = default;
};

struct StaffMember {
    StaffId id;
    QString name;
    Role role = Role::Clerk;
};

/// Somebody who stands for an act; their PIN was right just now.
struct Consent {
    StaffMember who;
    QString why;
};

} // namespace foyer
