#include "services/ShopEngine.h"

// A customer's own tickets.

namespace foyer {

namespace {
/// It is the house's own affair why its books can't be reached.
bool isNotNow(const Result<MoneyBack> &back)
{
    return back.isRefused(Refusal::RefundAtHub) || back.isRefused(Refusal::RefundAtSeller) ||
           back.isRefused(Refusal::HubRecovering) || back.isRefused(Refusal::NotReportedYet);
}
} // namespace

QFuture<Result<QList<Order>>> Shop::tickets(const TicketProof &proof)
{
    const auto orders = [proof](Services &s) { return s.tickets.orders(proof); };
    return proof.pass ? m_engine->admittedRead(*proof.pass, orders) : m_engine->read(orders);
}

QFuture<Result<MoneyBack>> Shop::cancel(const TicketProof &proof, OrderId order, const QList<SeatIndex> &seats)
{
    const auto here = m_engine->write([=](Services &s) { return s.tickets.cancel(proof, order, seats); });
    if (!m_hubState)
        return here;
    auto promise = std::make_shared<QPromise<Result<MoneyBack>>>();
    promise->start();
    deliver(elseAtHub(here, {.order = order, .seats = seats}), this, [promise](const Result<MoneyBack> &back) {
        promise->addResult(isNotNow(back) ? Result<MoneyBack>(Refusal::CancelNotNow) : back);
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<Order>> Shop::printAgain(const TicketProof &proof, OrderId order)
{
    return m_engine->write([=](Services &s) { return s.tickets.printAgain(proof, order); });
}

} // namespace foyer
