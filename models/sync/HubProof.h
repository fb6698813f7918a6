#pragma once

#include "domain/Epoch.h"
#include "domain/HouseRequests.h"
#include "domain/Result.h"

namespace foyer {

class Connection;
class HubOrder;
class Secrets;

/// Whose orders a customer at a terminal may see and have printed or cancelled, as their hub itself can tell: those of
/// the member who has a visit at this very terminal, or the one of a ticket that this house sealed. Who knows an
/// order's id, or a ticket's without its seal, has shown nothing.
class HubProof
{
public:
    /// TokenUnknown, TicketUnknown. `secrets` null: no ticket shows anything.
    static Result<HubProof> of(Connection &db, EpochId at, const HouseProof &shown, const Secrets *secrets);

    WalletId wallet() const { return m_wallet; } ///< the member's; null: by a ticket
    TicketId ticket() const { return m_ticket; }
    /// OrderUnknown: it isn't theirs. Its ticket may be void.
    Done isTheirs(const HubOrder &order) const;
    /// AlreadyRefunded: the ticket that shows it is void.
    Done isValid(const HubOrder &order) const;

private:
    WalletId m_wallet;
    TicketId m_ticket;
};

} // namespace foyer
