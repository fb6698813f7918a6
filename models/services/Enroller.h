#pragma once

#include "domain/HubLink.h"
#include "services/HubAddress.h"
#include "services/StaffService.h"

#include <QFuture>

namespace foyer {

/// What came of an enrolment: this machine is a hub's terminal now, and every program on its folder must start anew.
struct Joined {
    HubLink hub;
    QList<NewPin> pins;              ///< the house's key is another one, and no earlier PIN fits
    std::optional<Error> unfinished; ///< why there are none
};

/// Makes the machine that a Shop sells at a terminal of a hub, at the word of a member of staff who is signed in. In
/// the Shop's thread; no call waits, and futures always finish. What it asks lies beyond items: sync has the real one.
class Enroller
{
public:
    Enroller() = default;
    virtual ~Enroller() = default;
    Q_DISABLE_COPY_MOVE(Enroller)

    /// NodeIsRoot once this machine has sold on its own, TenderInDoubt while something is being paid.
    virtual QFuture<Done> mayEnrol() = 0;
    /// One at a time. PINs are made anew for everybody; those of a higher role than who asks aren't told.
    virtual QFuture<Result<Joined>> enrol(const HubAddress &hub, const QString &code, const StaffMember &who) = 0;
    /// What is on its way is lost, as on a network: Error::Kind::Unreachable. Too late once the hub has answered.
    virtual void giveUp() = 0;
    virtual std::chrono::seconds patience() const = 0; ///< the longest that a hub may take
};

} // namespace foyer
