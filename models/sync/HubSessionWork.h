#pragma once

#include "sync/HubSession.h"

#include "domain/EnumName.h"

/// What HubSession's files share.
namespace foyer {

/// This try is over; another follows, or the enrolment is.
template <typename T>
void HubSession::lost(const Result<T> &failure)
{
    if (failure.isRefused(Refusal::EnrolmentOver))
        return ended();
    lose(failure.error()
             ? *failure.error()
             : Error{Error::Kind::Unreachable, QStringLiteral("refused: ") + nameOf(failure.refused()->why)});
}

} // namespace foyer
