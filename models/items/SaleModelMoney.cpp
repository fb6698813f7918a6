#include "items/ConsentModel.h"
#include "items/SaleModel.h"
#include "services/BoxOffice.h"
#include "services/Shop.h"
#include "services/TenderDesk.h"

// Money in, the order, and money back.
namespace foyer {

void SaleModel::take(TenderKind kind, Money given)
{
    if (!canTake())
        return;
    if (m_exchange)
        return bringBack();
    const Money missing = m_lines.missing(), none{0, missing.currency};
    m_changeDue = kind == TenderKind::Cash ? std::max(given - missing, none) : none;
    if (missing.isZero())
        return pay();
    const Money amount = std::min(given, missing);
    m_left = missing - amount;
    ask(m_office.shop().beginTopUp(*m_pass, m_office.shop().newTenderId(), amount, kind, m_seats.hold()->id),
        [this](const Tender &tender) { m_tender.run(tender); });
}

void SaleModel::exchange(const Order &order, const QList<SeatIndex> &seats)
{
    if (m_busy || m_tender.tender() || closed() != Closed::No || isExchanging() || !makeRoom())
        return;
    ++m_customer; // it is the owner who comes next
    m_exchange = Exchange{order.id, order.number, seats, {0, order.total.currency}};
    for (const Ticket &ticket : order.tickets)
        if (ticket.isLive && (seats.isEmpty() || seats.contains(ticket.seat)))
            m_exchange->worth += ticket.price;
    open({.performance = order.performance, .show = order.show, .house = order.house});
}

void SaleModel::bringBack()
{
    m_consent.ask(StaffAction::RefundOrder, ConsentModel::Reason::Needed, [this](const Consent &consent) {
        if (!canTake() || !m_exchange)
            return;
        const RefundWish wish{
            .order = m_exchange->order, .seats = m_exchange->seats, .who = consent.who.id, .why = consent.why};
        ask(m_office.bringBack(*m_pass, wish), [this, why = consent.why](const MoneyBack &back) {
            m_exchange.reset();
            m_exchangedBecause = why;
            m_claim = back.claim; // of money that couldn't go to this order
            m_lines.refreshBalance();
            Q_EMIT changed();
        });
    });
}

void SaleModel::settled(const TenderOutcome &outcome)
{
    const Tender &tender = outcome.tender;
    if (tender.direction == TenderDirection::Out) {
        if (outcome.claim)
            m_claim = outcome.claim;
        else if (outcome.onCode && m_claim)
            m_claim->amount = *outcome.onCode;
        Q_EMIT changed();
        return;
    }
    m_seats.refreshHold();
    m_lines.refreshBalance();
    if (tender.state != TenderState::Approved)
        Q_EMIT failed({.refused = Refused{.why = Refusal::TenderDeclined}});
    else if (m_left.isZero())
        pay();
}

void SaleModel::payOutLeft(const TokenPass &pass, WalletId wallet, Money left, const QString &why)
{
    m_changeDue = left;
    deliver(m_office.payOutLeft(wallet, left, m_clerk->id, why), this, [this, pass](const Result<Tender> &tender) {
        if (tender.ok())
            return m_tender.run(tender.value());
        Q_EMIT failed(Problem::of(tender));
        giveBackWhatIsLeft(pass);
    });
}

void SaleModel::pay()
{
    if (!m_seats.hold() || !m_pass)
        return;
    const HoldId hold = m_seats.hold()->id;
    if (m_orderHold != hold) {
        m_orderHold = hold;
        m_orderId = m_office.shop().newOrderId();
    }
    const Balance balance = *m_lines.balance();
    ask(m_office.shop().pay(*m_pass, m_orderId, hold), [this, balance](const Order &order) {
        ++m_customer;
        const QString why = std::exchange(m_exchangedBecause, {});
        const Money left = balance.amount - order.total;
        if (left.isPositive() && !m_isMember && !why.isEmpty() && m_clerk)
            payOutLeft(*m_pass, balance.wallet, left, why); // cheaper seats
        else if (left.isPositive() && !m_isMember)
            giveBackWhatIsLeft(*m_pass); // a part was paid before the order became cheaper
        m_sold = order;
        m_change = m_changeDue;
        if (why.isEmpty())
            m_claim.reset();
        m_pass.reset(); // paid, their visit is over
        m_isOpen = false;
        Q_EMIT paid(order);
        begin();
    });
}

} // namespace foyer
