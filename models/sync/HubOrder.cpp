#include "sync/HubOrder.h"

#include "domain/Limits.h"

namespace foyer {

namespace {
bool isGivenUpBy(const EpochRow &seller, const HouseOrder &order)
{
    return !order.isBeside && order.seq <= seller.givenUp;
}
} // namespace

std::optional<HubOrder> HubOrder::find(Connection &db, OrderId id)
{
    const HouseOrderStore orders(db);
    const auto row = orders.find(id);
    if (!row)
        return std::nullopt;
    HubOrder order(*row, isGivenUpBy(*EpochStore(db).find(row->seller), *row));
    order.m_refunds = orders.refundsOf(id);
    for (const JournalEntry &entry : orders.saleOf(*row)) {
        const OrderFact sold = JournalFacts(entry).sold();
        if (sold.order != id)
            continue;
        for (qsizetype i = 0; i < sold.rights.size(); ++i)
            order.m_prices.insert(sold.rights[i].seat, std::clamp<qint64>(sold.prices[i], 0, limits::moneyMax));
        order.m_sold = entry;
        break;
    }
    return order;
}

QList<SeatIndex> HubOrder::refunded(bool onlyHere) const
{
    QList<SeatIndex> seats;
    for (const HouseRefund &refund : m_refunds)
        if (!onlyHere || !refund.paidTo.isNull())
            seats += refund.seats.isEmpty() ? m_prices.keys() : refund.seats;
    return seats;
}

QList<SeatIndex> HubOrder::left() const
{
    const QList<SeatIndex> gone = refunded(false);
    QList<SeatIndex> seats = m_prices.keys();
    seats.removeIf([&gone](SeatIndex seat) { return gone.contains(seat); });
    return seats;
}

/// A sale that names no ticket is refunded whole or not at all.
bool HubOrder::isRefunded() const { return m_prices.isEmpty() ? anyRefunded() : left().isEmpty(); }

Result<QList<SeatIndex>> HubOrder::toRefund(const QList<SeatIndex> &asked) const
{
    if (isRefunded())
        return Refused{.why = Refusal::AlreadyRefunded, .seats = asked};
    const QList<SeatIndex> here = left();
    if (asked.isEmpty())
        return here;
    Refused no;
    for (const SeatIndex seat : asked)
        if (!m_prices.contains(seat))
            return Refused{.why = Refusal::SeatUnknown, .seats = {seat}};
        else if (!here.contains(seat))
            no.seats.append(seat);
    if (no.seats.isEmpty()) {
        QList<SeatIndex> seats = here;
        seats.removeIf([&asked](SeatIndex seat) { return !asked.contains(seat); });
        return seats;
    }
    no.why = Refusal::AlreadyRefunded;
    return no;
}

/// Whatever its prices say, the order's total is what was paid.
qint64 HubOrder::price(const QList<SeatIndex> &seats) const
{
    qint64 price = 0;
    bool isAll = true;
    for (auto it = m_prices.cbegin(); it != m_prices.cend(); ++it)
        if (seats.contains(it.key()))
            price += it.value();
        else
            isAll = false;
    return isAll ? m_row.total : std::min(price, m_row.total);
}

qint64 HubOrder::worth(const QList<SeatIndex> &seats) const
{
    qint64 paidBack = -m_row.beyond, worth = 0;
    for (const HouseRefund &refund : m_refunds)
        paidBack += refund.amount;
    const qint64 most = std::max<qint64>(0, m_row.total - paidBack);
    if (isRefunded())
        return 0;
    const QList<SeatIndex> here = left();
    bool isRest = true;
    for (const SeatIndex seat : here)
        if (seats.isEmpty() || seats.contains(seat))
            worth += m_prices.value(seat);
        else
            isRest = false;
    return isRest ? most : std::min(worth, most);
}

QList<SeatIndex> HubOrder::notRefundedHere(const QList<SeatIndex> &seats) const
{
    const QList<SeatIndex> gone = refunded(true);
    QList<SeatIndex> rest = seats.isEmpty() ? m_prices.keys() : seats;
    rest.removeIf([this, &gone](SeatIndex seat) { return gone.contains(seat) || !m_prices.contains(seat); });
    return rest;
}

void HubOrder::note(Connection &db, const HouseRefund &refund)
{
    const qint64 beyond = std::max<qint64>(0, refund.amount - worth(refund.seats));
    HouseOrderStore(db).add(refund, beyond);
    m_row.beyond += beyond;
    m_refunds.append(refund);
}

} // namespace foyer
