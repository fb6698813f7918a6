// What a visit does with money: topping up, paying, and giving back what is left.
#include "items/VisitModel.h"

#include "services/Shop.h"
#include "services/TenderDesk.h"

namespace foyer {

void VisitModel::topUp(Money amount, TenderKind kind)
{
    const auto hold = m_seats.hold();
    if (m_busy || !hold || !next(m_step, VisitEvent::TenderBegun))
        return;
    ask(m_shop.beginTopUp(*m_pass, m_shop.newTenderId(), amount, kind, hold->id),
        [this](const Result<Tender> &tender) { tenderBegun(tender); });
}

void VisitModel::tenderBegun(const Result<Tender> &tender)
{
    if (!tender.ok()) {
        m_payAfterTender = false;
        setProblem(Problem::of(tender));
        return;
    }
    go(VisitEvent::TenderBegun);
    m_tender.run(tender.value());
}

void VisitModel::tenderSettled(const TenderOutcome &outcome)
{
    if (m_step == Step::Farewell) { // a guest's money back
        if (outcome.claim)
            m_claim = outcome.claim;
        else if (outcome.onCode && m_claim)
            m_claim->amount = *outcome.onCode;
        if (outcome.tender.state == TenderState::Approved && !m_tender.tender())
            m_moneyBack.reset();
        Q_EMIT moneyChanged();
        return;
    }
    if (m_step != Step::Tender)
        return;
    m_seats.refreshHold();
    m_checkout.refreshBalance();
    go(VisitEvent::TenderEnded);
    const bool goOn = std::exchange(m_payAfterTender, false);
    if (outcome.tender.state == TenderState::Declined)
        setProblem(Problem{Refused{.why = Refusal::TenderDeclined}, std::nullopt});
    else if (outcome.tender.state == TenderState::Approved && goOn)
        pay();
}

void VisitModel::pay(std::optional<TenderKind> kind)
{
    const auto hold = m_seats.hold();
    if (m_step != Step::Checkout || m_busy || !hold || m_checkout.needsAgeConfirmed())
        return;
    if (kind && m_checkout.missing().isPositive()) {
        m_payAfterTender = true;
        topUp(m_checkout.missing(), *kind);
        return;
    }
    if (m_orderHold != hold->id) {
        m_orderHold = hold->id;
        m_orderId = m_shop.newOrderId();
    }
    m_checkout.setBusy(true);
    ask(m_shop.pay(*m_pass, m_orderId, hold->id), [this](const Result<Order> &order) { paid(order); });
}

void VisitModel::paid(const Result<Order> &order)
{
    m_checkout.setBusy(false);
    if (!order.ok()) {
        setProblem(Problem::of(order));
        if (order.isRefused(Refusal::HoldExpired) || order.isRefused(Refusal::HoldUnknown)) {
            m_seats.refreshHold();
            seatsLost(order.refused()->seats);
        }
        return;
    }
    m_order = order.value();
    m_seats.close();
    m_checkout.close();
    go(VisitEvent::Paid);
}

// Whoever goes: holds are let go, the place in the shop is freed, a guest's money goes back or onto a code first.
void VisitModel::leave(VisitEvent event)
{
    if (!next(m_step, event) || m_step == Step::Tender || m_enrol.isBusy())
        return;
    if (m_enrol.joined()) {
        Q_EMIT startAnewWanted();
        return;
    }
    if (!m_pass || m_step == Step::Farewell) {
        const bool selling = !m_broken && !m_staff.isOutOfService();
        go(selling || !next(m_step, VisitEvent::TakenOut) ? event : VisitEvent::TakenOut);
        return;
    }
    if (m_busy)
        return;
    ask(m_shop.endVisit(*m_pass, m_desk.kindsThatGive()),
        [this, event](const Result<VisitEnd> &end) { visitEnded(end, event); });
}

void VisitModel::visitEnded(const Result<VisitEnd> &end, VisitEvent event)
{
    if (!end.ok() && !end.refused()) {
        setProblem(Problem::of(end));
        return;
    }
    if (!end.ok() || (end.value().payOuts.isEmpty() && !end.value().claim)) {
        go(event);
        return;
    }
    m_claim = end.value().claim;
    m_moneyBack.reset();
    for (const Tender &back : end.value().payOuts)
        m_moneyBack = m_moneyBack ? *m_moneyBack + back.amount : back.amount;
    m_pass.reset();
    m_queue.close();
    m_seats.close();
    m_checkout.close();
    go(VisitEvent::MoneyLeft);
    m_tender.run(end.value().payOuts);
}

} // namespace foyer
