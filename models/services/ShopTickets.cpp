#include "services/ShopEngine.h"

// A customer's own tickets: of this machine, and of the house that it is a terminal of.

namespace foyer {

namespace {
/// It is the house's own affair why its books can't be reached.
bool isNotNow(const Result<MoneyBack> &back)
{
    return back.isRefused(Refusal::RefundAtHub) || back.isRefused(Refusal::RefundAtSeller) ||
           back.isRefused(Refusal::HubRecovering) || back.isRefused(Refusal::NotReportedYet);
}

/// Nothing of this machine's; another may have sold it.
template <typename T>
bool isNotHere(const Result<T> &result)
{
    return result.isRefused(Refusal::OrderUnknown) || result.isRefused(Refusal::TicketUnknown);
}
} // namespace

QFuture<Result<QList<Order>>> Shop::tickets(const TicketProof &proof)
{
    const auto orders = [proof](Services &s) { return s.tickets.orders(proof); };
    if (proof.pass)
        return m_engine->admittedRead(*proof.pass, orders);
    const auto here = m_engine->read(orders);
    if (!m_hubState)
        return here;
    const auto promise = begun<QList<Order>>();
    deliver(here, this, [=, this](const Result<QList<Order>> &own) {
        if (!own.isRefused(Refusal::TicketUnknown))
            return finish(promise, own);
        deliver(ticketsElsewhere(proof), this, [promise](const Result<OrdersElsewhere> &found) {
            if (!found.ok())
                finish<QList<Order>>(promise, Failure(found));
            else if (found.value().orders.isEmpty())
                finish<QList<Order>>(promise, found.value().isWhole ? Refusal::TicketUnknown : Refusal::TicketsNotNow);
            else
                finish<QList<Order>>(promise, found.value().orders);
        });
    });
    return promise->future();
}

QFuture<Result<OrdersElsewhere>> Shop::ticketsElsewhere(const TicketProof &proof)
{
    using Proof = std::optional<HouseProof>;
    const auto promise = begun<OrdersElsewhere>();
    const auto end = [promise](const OrdersElsewhere &rest) { finish<OrdersElsewhere>(promise, rest); };
    const auto wanted = m_engine->read([proof](Services &s) { return s.tickets.proofAtHub(proof); });
    deliver(wanted, this, [=, this](const Result<Proof> &shown) {
        if (!shown.ok())
            return finish<OrdersElsewhere>(promise, Failure(shown));
        if (!m_hubState || !shown.value()) // there is nowhere else, or nobody to ask for
            return end({});
        const HouseDesk *house = m_engine->authority().house();
        if (!house || !house->tickets)
            return end({.isWhole = false});
        askHouse(house->tickets, MyTicketsWish{*shown.value()}, [=, this](const Result<MyTickets> &found) {
            if (isNotHere(found) || found.isRefused(Refusal::AlreadyRefunded))
                return finish<OrdersElsewhere>(promise, Failure(found));
            if (!found.ok())
                return end({.isWhole = false});
            deliver(m_engine->read([found = found.value()](Services &s) { return s.tickets.elsewhere(found); }), this,
                [promise](const Result<OrdersElsewhere> &rest) { finish(promise, rest); });
        });
    });
    return promise->future();
}

QFuture<Result<MoneyBack>> Shop::cancel(const TicketProof &proof, OrderId order, const QList<SeatIndex> &seats)
{
    const auto here = m_engine->write([=](Services &s) { return s.tickets.cancel(proof, order, seats); });
    if (!m_hubState)
        return here;
    const auto promise = begun<MoneyBack>();
    const RefundWish wish{.order = order, .seats = seats};
    deliver(here, this, [=, this](const Result<MoneyBack> &own) {
        if (isNotHere(own) || (own.isRefused(Refusal::RefundAtHub) && !proof.pass))
            return cancelAtHub(proof, wish, promise);
        deliver(elseAtHub(here, wish), this, [promise](const Result<MoneyBack> &back) {
            finish<MoneyBack>(promise, isNotNow(back) ? Result<MoneyBack>(Refusal::CancelNotNow) : back);
        });
    });
    return promise->future();
}

/// To which the customer shows that it is theirs.
void Shop::cancelAtHub(
    const TicketProof &proof, const RefundWish &wish, const std::shared_ptr<QPromise<Result<MoneyBack>>> &promise)
{
    if (!m_engine->authority().house())
        return finish<MoneyBack>(promise, Refusal::CancelNotNow);
    const auto wanted = m_engine->write(
        [=, id = m_engine->ids.make<RequestId>()](Services &s) { return s.tickets.cancelRequest(proof, wish, id); });
    deliver(wanted, this, [=, this](const Result<RefundRequest> &request) {
        if (request.ok())
            sendCancel(request.value(), promise);
        else
            finish<MoneyBack>(promise, Failure(request));
    });
}

QFuture<Result<std::optional<MoneyBack>>> Shop::lostCancel(const TicketProof &proof)
{
    const auto promise = begun<std::optional<MoneyBack>>();
    const auto lost = m_engine->read([proof](Services &s) { return s.tickets.unanswered(proof); });
    deliver(lost, this, [=, this](const Result<std::optional<RefundRequest>> &request) {
        if (!request.ok() || !request.value())
            return finish<std::optional<MoneyBack>>(promise, std::optional<MoneyBack>());
        const auto asked = begun<MoneyBack>();
        sendCancel(*request.value(), asked);
        deliver(asked->future(), this, [promise](const Result<MoneyBack> &back) {
            finish(promise, back.ok() ? Result<std::optional<MoneyBack>>(back.value()) : Failure(back));
        });
    });
    return promise->future();
}

/// A lost answer is asked for again as it was (law 4), also by the next run of the program. Once it is known what
/// became of it nobody asks again: who finds a void ticket would get a code.
void Shop::sendCancel(const RefundRequest &request, const std::shared_ptr<QPromise<Result<MoneyBack>>> &promise)
{
    const HouseDesk *house = m_engine->authority().house();
    if (!house)
        return finish<MoneyBack>(promise, Refusal::CancelNotNow);
    askHouse(house->refund, request, [=, this, id = request.id](const Result<RefundAnswer> &answer) {
        if (answer.ok() || answer.isRefused(Refusal::AlreadyRefunded) || answer.isRefused(Refusal::RequestReused))
            m_engine->write([id](Services &s) { return s.tickets.cancelAnswered(id); });
        const auto back = answer.ok() ? moneyBackOf(answer.value()) : Result<MoneyBack>(Failure(answer));
        const bool isUnknown = back.error() || isNotNow(back) || back.isRefused(Refusal::TokenUnknown);
        finish<MoneyBack>(promise, isUnknown ? Result<MoneyBack>(Refusal::CancelNotNow) : back);
    });
}

/// The hub counts copies while it answers, also of what was sold here; alone this machine does, of its own.
QFuture<Result<Order>> Shop::printAgain(const TicketProof &proof, OrderId order)
{
    if (!m_hubState)
        return m_engine->write([=](Services &s) { return s.tickets.printAgain(proof, order); });
    const auto promise = begun<Order>();
    const auto wanted = m_engine->write(
        [=, id = m_engine->ids.make<RequestId>()](Services &s) { return s.tickets.printRequest(proof, order, id); });
    deliver(wanted, this, [=, this](const Result<MyTicketsPrint> &print) {
        if (!print.ok())
            return finish<Order>(promise, Failure(print));
        const HouseDesk *house = m_engine->authority().house();
        if (!house || !house->printTickets)
            return printCounted(proof, order, Refusal::HubNeeded, promise);
        const MyTicketsPrint sent = m_lostPrint.again(print.value(), clock().steady());
        askHouse(house->printTickets, sent, [=, this](const Result<HouseOrderFile> &counted) {
            m_lostPrint.answered(sent, counted, clock().steady());
            printCounted(proof, order, counted, promise);
        });
    });
    return promise->future();
}

/// As the hub counted, if it did.
void Shop::printCounted(const TicketProof &proof, OrderId order, const Result<HouseOrderFile> &counted,
    const std::shared_ptr<QPromise<Result<Order>>> &promise)
{
    if (counted.isRefused(Refusal::AlreadyRefunded)) // which this machine may not have heard of yet
        return finish<Order>(promise, Failure(counted));
    const int copy = counted.ok() ? counted.value().copy : 0;
    const auto here = m_engine->write([=](Services &s) { return s.tickets.printAgain(proof, order, copy); });
    deliver(here, this, [=, this](const Result<Order> &own) {
        if (!isNotHere(own)) {
            if (m_lostPrint.request() && m_lostPrint.request()->order == order)
                m_lostPrint.forget(*m_lostPrint.request()); // it was printed, with a number of its own
            return finish(promise, own);
        }
        if (counted.ok())
            return handOn(
                m_engine->read([file = counted.value()](Services &s) { return s.payments.copyOf(file); }), promise);
        finish<Order>(promise, isNotHere(counted) ? Result<Order>(Failure(counted)) : Refusal::TicketsNotNow);
    });
}

} // namespace foyer
