#include "sync/HubProof.h"

#include "domain/OrderSearch.h"
#include "services/Secrets.h"
#include "storage/HouseTokenStore.h"
#include "storage/TokenStore.h"
#include "sync/HubOrder.h"

namespace foyer {

Result<HubProof> HubProof::of(Connection &db, EpochId at, const HouseProof &shown, const Secrets *secrets)
{
    HubProof proof;
    if (!shown.token.isNull()) {
        const auto visit = TokenStore(db).find(shown.token);
        const bool isHere =
            visit && visit->token.state != TokenState::Ended && HouseTokenStore(db).holder(shown.token) == at;
        if (!isHere || !visit->token.member)
            return Refusal::TokenUnknown;
        proof.m_wallet = visit->token.wallet;
        return proof;
    }
    const OrderReading reading = readingsOf(shown.code).constFirst();
    if (reading.kind != OrderReading::Kind::Ticket || !secrets || !secrets->ticketCodeFits(reading.text))
        return Refusal::TicketUnknown;
    proof.m_ticket = reading.ticket;
    return proof;
}

Done HubProof::isTheirs(const HubOrder &order) const
{
    if (!m_wallet.isNull())
        return order.row().wallet == m_wallet ? Done(done) : Refusal::OrderUnknown;
    const QList<SaleFact::Ticket> tickets = order.sale().tickets;
    const bool isOfIt = !m_ticket.isNull() && std::any_of(tickets.begin(), tickets.end(),
                                                  [this](const auto &each) { return each.id == m_ticket; });
    return isOfIt ? Done(done) : Refusal::OrderUnknown;
}

Done HubProof::isValid(const HubOrder &order) const
{
    if (!m_wallet.isNull())
        return done;
    const QList<SeatIndex> left = order.left();
    for (const SaleFact::Ticket &each : order.sale().tickets)
        if (each.id == m_ticket && left.contains(each.seat))
            return done;
    return Refusal::AlreadyRefunded;
}

} // namespace foyer
