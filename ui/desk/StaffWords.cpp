#include "ui/desk/StaffWords.h"

namespace foyer {

QString StaffWords::message(const Refused &refused, const Wording::SeatNamer &seats)
{
    switch (refused.why) {
    case Refusal::HubNeeded:
        return tr(
            "This is the hub's to do, and it doesn't answer right now. Nothing was changed. Please try again later.");
    case Refusal::NotInQueue:
        return tr("Nobody waits there any more, or they are being served by now. Nothing was changed.");
    case Refusal::TenderInDoubt:
        return tr("An earlier payment has no answer from its device yet. Nothing was changed.");
    case Refusal::NodeUnknown:
        return tr("The hub doesn't know that terminal, or it is the one you are at: that one is revoked from another. "
                  "Nothing was changed.");
    case Refusal::MemberBlocked: return tr("The member is blocked. Unblock them first.");
    case Refusal::AlreadyRegistered: return tr("This phone number is registered: search for it.");
    case Refusal::CardUnknown: return tr("No card was read. Scan it once more.");
    default: return Wording().message(refused, seats);
    }
}

QString StaffWords::message(const Error &error)
{
    if (error.kind == Error::Kind::Unreachable)
        return tr("Nobody answered, so we can't tell whether it was done. Look again before you do it once more.");
    return Wording().message(error);
}

} // namespace foyer
