#include "services/ScriptedSale.h"

#include "services/Services.h"

namespace foyer {

QList<SeatIndex> firstFreeSeats(const SeatsOfDate &date, int count)
{
    const TicketTypeKey type = date.types.isEmpty() ? TicketTypeKey() : date.types.constFirst().key;
    QList<SeatIndex> first, run;
    for (qint32 i = 0; i < date.plan->seatCount(); ++i) {
        const SeatIndex seat{i};
        if (date.shown[i] != SeatShown::Free || !date.priceOf(seat, type)) {
            run.clear();
            continue;
        }
        if (!run.isEmpty() && date.plan->row[i] != date.plan->row[indexOf(run.constLast())])
            run.clear();
        run.append(seat);
        if (run.size() == count)
            return run;
        if (first.size() < count)
            first.append(seat);
    }
    return first.size() == count ? first : QList<SeatIndex>();
}

Result<Order> ScriptedSale::sell(PerformanceKey performance, const Choice &choose)
{
    FOYER_TRY(issued, m_services.tokens.issueToGuest());
    auto order = issued.token.state == TokenState::Admitted ? buy(issued.pass, performance, choose)
                                                            : Result<Order>(Refusal::StillWaiting);
    if (const Done left = leave(issued.pass); !left.ok() && order.ok())
        return Failure(left);
    return order;
}

Result<Order> ScriptedSale::buy(const TokenPass &pass, PerformanceKey performance, const Choice &choose)
{
    FOYER_TRY(held, hold(pass, performance, choose));
    FOYER_CHECK(payIn(pass, held));
    FOYER_TRY(order, m_services.payments.pay(pass, m_ids.make<OrderId>(), held.id));
    return m_services.payments.order(order);
}

Result<Hold> ScriptedSale::hold(const TokenPass &pass, PerformanceKey performance, const Choice &choose)
{
    ReservationService &reservations = m_services.reservations;
    QSet<SeatIndex> taken; // somebody was quicker, and the news of it may still be on its way here
    for (;;) {
        FOYER_TRY(date, reservations.seats(performance, pass.id));
        for (const SeatIndex seat : taken)
            date.shown[indexOf(seat)] = SeatShown::Taken;
        const QList<SeatIndex> wanted = choose(date);
        if (wanted.isEmpty())
            return date.offer.isHereOnly ? Refusal::SeatsNotHere : Refusal::SoldOut;
        const auto answer = reservations.hold(pass, performance, wanted);
        const auto held = !answer.ok()          ? Result<Hold>(Failure(answer))
                          : answer.value().hold ? Result<Hold>(*answer.value().hold)
                                                : answered(*answer.value().pending, pass);
        const qsizetype before = taken.size();
        if (held.isRefused(Refusal::SeatTaken))
            for (const SeatIndex seat : held.refused()->seats)
                taken.insert(seat);
        if (taken.size() == before) // else there are fewer left each time
            return held;
    }
}

/// Job 2: with the hub's answer, or without one.
Result<Hold> ScriptedSale::answered(const RightsRequest &request, const TokenPass &pass)
{
    const auto answer = m_ask ? m_ask(request) : Result<RightsAnswer>(Refusal::SeatsNotHere);
    if (answer.ok())
        return m_services.reservations.answered(answer.value(), pass);
    m_services.reservations.refused(request.id);
    return Failure(answer);
}

Done ScriptedSale::payIn(const TokenPass &pass, const Hold &hold)
{
    FOYER_TRY(balance, m_services.payments.balance(pass));
    const Money missing = hold.total(balance.amount.currency) - balance.amount;
    if (!missing.isPositive())
        return done;
    const TenderId id = m_ids.make<TenderId>();
    FOYER_CHECK(m_cash.expect(id));
    FOYER_TRY(tender, m_services.payments.beginTopUp(pass, id, missing, TenderKind::Cash, hold.id));
    FOYER_TRY(state, m_cash.ask(tender.id));
    return state == TenderState::Approved ? done : Done(Refusal::TenderDeclined);
}

Done ScriptedSale::leave(const TokenPass &pass)
{
    FOYER_TRY(end, m_services.payments.endVisit(pass, {TenderKind::Cash}));
    for (const Tender &back : end.payOuts) {
        FOYER_CHECK(m_cash.expect(back.id));
        FOYER_CHECK(m_cash.ask(back.id));
    }
    return done;
}

} // namespace foyer
