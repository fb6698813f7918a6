#include "wording/Wording.h"

namespace foyer {

QString Wording::name(SalesWindow window) const
{
    switch (window) {
    case SalesWindow::NotYetOpen: return tr("Opens soon");
    case SalesWindow::Open: return tr("On sale");
    case SalesWindow::Closed: return tr("Sales closed");
    }
    return {};
}

QString Wording::name(PerformanceState state) const
{
    switch (state) {
    case PerformanceState::Scheduled: return tr("As planned");
    case PerformanceState::Cancelled: return tr("Cancelled", "performance");
    }
    return {};
}

QString Wording::name(TokenState state) const
{
    switch (state) {
    case TokenState::Waiting: return tr("Waiting");
    case TokenState::Admitted: return tr("Your turn");
    case TokenState::Passed: return tr("Called, and not here");
    case TokenState::Ended: return tr("Ended");
    }
    return {};
}

QString Wording::name(SeatKind kind) const
{
    switch (kind) {
    case SeatKind::Ordinary: return tr("Seat");
    case SeatKind::Wheelchair: return tr("Wheelchair space");
    case SeatKind::Companion: return tr("Companion seat");
    case SeatKind::RestrictedView: return tr("Restricted view");
    }
    return {};
}

QString Wording::name(SeatState state) const
{
    switch (state) {
    case SeatState::Pool: return tr("Free");
    case SeatState::Given: return tr("Set aside");
    case SeatState::Sold: return tr("Sold");
    case SeatState::Quarantined: return tr("Held back");
    }
    return {};
}

QString Wording::name(SeatShown shown) const
{
    switch (shown) {
    case SeatShown::Free: return tr("Free");
    case SeatShown::Yours: return tr("Your seat");
    case SeatShown::Taken: return tr("Taken");
    case SeatShown::NotHere: return tr("Not for sale here now");
    }
    return {};
}

QString Wording::name(OrderState state) const
{
    switch (state) {
    case OrderState::Paid: return tr("Paid");
    case OrderState::Refunded: return tr("Refunded");
    }
    return {};
}

QString Wording::name(TenderKind kind) const
{
    switch (kind) {
    case TenderKind::Cash: return tr("Cash");
    case TenderKind::Card: return tr("Card");
    }
    return {};
}

QString Wording::name(TenderStage stage) const
{
    switch (stage) {
    case TenderStage::Starting: return tr("One moment, please");
    case TenderStage::PresentCard: return tr("Please hold or insert your card");
    case TenderStage::InsertCash: return tr("Please insert your cash");
    case TenderStage::Processing: return tr("Processing, please wait");
    case TenderStage::TakeMoney: return tr("Please take your money");
    }
    return {};
}

QString Wording::name(TenderState state) const
{
    switch (state) {
    case TenderState::Open: return tr("Under way");
    case TenderState::InDoubt: return tr("Not known yet");
    case TenderState::Approved: return tr("Approved");
    case TenderState::Declined: return tr("Declined");
    case TenderState::Cancelled: return tr("Cancelled", "payment");
    }
    return {};
}

QString Wording::name(MovementKind kind) const
{
    switch (kind) {
    case MovementKind::TopUp: return tr("Top-up");
    case MovementKind::Purchase: return tr("Tickets");
    case MovementKind::Refund: return tr("Refund");
    case MovementKind::PayOutSet: return tr("Set aside to be paid out");
    case MovementKind::PayOutDone: return tr("Paid out");
    case MovementKind::PayOutFailed: return tr("Pay-out not possible, returned");
    case MovementKind::ClaimMade: return tr("Moved to a claim code");
    case MovementKind::Redeemed: return tr("From a claim code");
    case MovementKind::WrittenOff: return tr("Written off");
    case MovementKind::Brought: return tr("Moved between screens");
    case MovementKind::ClaimPaid: return tr("Claim code paid out");
    }
    return {};
}

QString Wording::name(HubTask::Kind kind) const
{
    switch (kind) {
    case HubTask::Kind::SeatSoldTwice: return tr("A late sale of a seat that somebody else has");
    case HubTask::Kind::WalletNegative: return tr("More was spent than the wallet held");
    case HubTask::Kind::RefundedTwice: return tr("An order that was refunded twice");
    case HubTask::Kind::MoneyUnclaimed: return tr("A guest's money that nobody has a code for");
    case HubTask::Kind::TenderInDoubt: return tr("A payment that nobody knows the end of");
    }
    return {};
}

QString Wording::name(Remedy remedy) const
{
    switch (remedy) {
    case Remedy::OtherSeat: return tr("Another seat was found");
    case Remedy::Refund: return tr("Refund the order");
    case Remedy::AskForMoney: return tr("Ask for the money");
    case Remedy::TakeBack: return tr("Take it out of the wallet again");
    case Remedy::WriteOff: return tr("The house bears it");
    case Remedy::NewCode: return tr("Make a code for it");
    case Remedy::FreeSeats: return tr("Let the seats go");
    }
    return {};
}

QString Wording::name(NodeKind kind) const
{
    switch (kind) {
    case NodeKind::Kiosk: return tr("Kiosk");
    case NodeKind::Desk: return tr("Desk");
    }
    return {};
}

QString Wording::name(Role role) const
{
    switch (role) {
    case Role::Clerk: return tr("Clerk");
    case Role::Supervisor: return tr("Supervisor");
    case Role::Manager: return tr("Manager");
    }
    return {};
}

QString Wording::name(StaffAction action) const
{
    switch (action) {
    case StaffAction::OpenCorner: return tr("Open the staff corner");
    case StaffAction::EndCall: return tr("End a call for staff");
    case StaffAction::LeaveKiosk: return tr("Leave the kiosk");
    case StaffAction::SetAdmissionLimit: return tr("Change how many are served at once");
    case StaffAction::SetOutOfService: return tr("Take out of service");
    case StaffAction::OpenDesk: return tr("Open the desk");
    case StaffAction::BlockSeats: return tr("Mark seats as not for sale");
    case StaffAction::GiveAway: return tr("Give a ticket away");
    case StaffAction::VoidSale: return tr("Void a sale");
    case StaffAction::MoveCash: return tr("Move cash into or out of the drawer");
    case StaffAction::CloseShift: return tr("Close a shift");
    case StaffAction::SeeFigures: return tr("See the figures");
    case StaffAction::ExportFigures: return tr("Export figures");
    case StaffAction::GiveCard: return tr("Give a member a card");
    case StaffAction::PayOutBalance: return tr("Pay out a member's balance");
    case StaffAction::RevokeMachine: return tr("Revoke a machine");
    case StaffAction::AllotSeats: return tr("Give a terminal seats ahead");
    case StaffAction::SettleTask: return tr("Settle a task");
    case StaffAction::SettleTender: return tr("Settle a payment");
    case StaffAction::RefundOrder: return tr("Refund an order");
    case StaffAction::PayClaim: return tr("Pay out a claim code");
    case StaffAction::ResetPin: return tr("Reset a PIN");
    case StaffAction::BlockMember: return tr("Block a member");
    case StaffAction::ReleaseRights: return tr("Release the seats of a lost terminal");
    case StaffAction::EnrolMachine: return tr("Join a house");
    }
    return {};
}

} // namespace foyer
