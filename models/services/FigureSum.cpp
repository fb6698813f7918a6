#include "services/FigureSum.h"

namespace foyer {

FigureSum::FigureSum(FigureDimension by, const HouseSettings &settings, NodeId node)
    : m_by(by), m_settings(settings), m_zone(settings.timeZone), m_node(node)
{
    m_none.gross = m_none.refunded = m_none.tax = {0, settings.currency};
    m_total = m_none;
}

FigureRow &FigureSum::row(const FigureKey &key)
{
    const auto [at, isNew] = m_rows.try_emplace(key, m_none);
    at->second.key = key;
    return at->second;
}

int FigureSum::hourOf(const QDateTime &at) const
{
    constexpr qint64 quarter = 15 * 60 * 1000; // no time zone is nearer to the next
    const qint64 when = at.toMSecsSinceEpoch() / quarter;
    const auto known = m_hours.constFind(when);
    return known != m_hours.constEnd() ? *known : *m_hours.insert(when, at.toTimeZone(m_zone).time().hour());
}

FigureKey FigureSum::keyOf(const FigureStore::Sold &order) const
{
    switch (m_by) {
    case FigureDimension::Performance: return order.performance;
    case FigureDimension::Hour: return hourOf(order.at);
    case FigureDimension::Terminal: return order.seller.value_or(m_node);
    case FigureDimension::Clerk: return order.staff ? FigureKey(*order.staff) : FigureKey(FigureRest::SelfService);
    case FigureDimension::Category:
    case FigureDimension::Type:
    case FigureDimension::Tender: break; // parts of an order
    }
    FOYER_REQUIRE(false);
}

FigureKey FigureSum::keyOf(const FigureStore::Ticket &ticket) const
{
    return m_by == FigureDimension::Category ? FigureKey(ticket.category) : FigureKey(ticket.type);
}

QList<FigureSum::Part> FigureSum::partsOf(const FigureStore::Sold &order, const FigureStore::Taken &taken) const
{
    QList<Part> parts;
    if (isByTicket()) {
        for (const FigureStore::Ticket &ticket : order.tickets)
            parts.append({keyOf(ticket), ticket.price, int(!ticket.isGiven), int(ticket.isGiven)});
        return parts;
    }
    if (m_by == FigureDimension::Tender) {
        const qint64 cash = std::min(taken.cash, order.total), card = std::min(taken.card, order.total - cash);
        parts = {{PaidWith::Cash, cash}, {PaidWith::Card, card}, {PaidWith::Balance, order.total - cash - card}};
        parts.removeIf([](const Part &part) { return part.amount == 0; });
        if (parts.isEmpty())
            parts = {{PaidWith::Nothing}};
    } else {
        parts = {{keyOf(order), order.total}};
    }
    // seats can't be cut: they count where most of the money came from
    const auto most =
        std::max_element(parts.begin(), parts.end(), [](const Part &a, const Part &b) { return a.amount < b.amount; });
    for (const FigureStore::Ticket &ticket : order.tickets)
        ++(ticket.isGiven ? most->given : most->seats);
    return parts;
}

void FigureSum::add(const FigureStore::Sold &order, const FigureStore::Taken &taken)
{
    const QList<Part> parts = partsOf(order, taken);
    QList<qint64> amounts;
    for (const Part &part : parts)
        amounts.append(part.amount);
    const QList<qint64> taxes = cutUp(order.tax, amounts);
    QList<FigureRow *> counted;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        FigureRow &of = row(parts[i].key);
        for (FigureRow *each : {&of, &m_total}) {
            each->seats += parts[i].seats;
            each->given += parts[i].given;
            each->gross.minor += parts[i].amount;
            each->tax.minor += taxes[i];
        }
        if (!counted.contains(&of)) {
            counted.append(&of);
            ++of.orders;
        }
    }
    ++m_total.orders;
}

QList<FigureSum::Part> FigureSum::partsOf(
    const FigureStore::Sold &order, const FigureStore::Refund &refund, qint64 inSpan) const
{
    if (m_by == FigureDimension::Hour)
        return {{hourOf(refund.at), refund.amount}};
    if (m_by == FigureDimension::Tender)
        return {{PaidWith::Balance, refund.amount}};
    if (!isByTicket())
        return {{keyOf(order), refund.amount}};
    QList<Part> parts;
    qint64 gone = 0;
    for (const FigureStore::Ticket &ticket : order.tickets) {
        if (ticket.isLive || ticket.price == 0)
            continue;
        gone += ticket.price;
        parts.append({keyOf(ticket), ticket.price});
    }
    const bool isOfOneKind = !parts.isEmpty() && std::all_of(parts.begin(), parts.end(), [&](const Part &part) {
        return part.key == parts.constFirst().key;
    });
    if (isOfOneKind)
        return {{parts.constFirst().key, refund.amount}};
    if (gone != inSpan)
        return {{FigureRest::NotToldApart, refund.amount}};
    return parts;
}

void FigureSum::addRefunds(
    const std::optional<FigureStore::Sold> &order, const QList<FigureStore::Refund> &refunds, qint64 before)
{
    qint64 inSpan = 0;
    for (const FigureStore::Refund &refund : refunds)
        inSpan += refund.amount;
    // tickets are only told apart in all that the span brought; else each refund counts for itself
    const QList<FigureStore::Refund> each =
        isByTicket() ? QList<FigureStore::Refund>{{refunds.constFirst().order, refunds.constFirst().at, inSpan}}
                     : refunds;
    for (const FigureStore::Refund &refund : each) {
        QList<Part> parts;
        qint64 tax = 0;
        if (order) {
            parts = partsOf(*order, refund, inSpan);
            tax = partOf(order->tax, before + refund.amount, order->total) - partOf(order->tax, before, order->total);
        } else {
            parts = {{FigureRest::Elsewhere, refund.amount}};
            tax = taxWithin({refund.amount, m_settings.currency}, m_settings.taxBasisPoints).minor;
        }
        before += refund.amount;
        QList<qint64> amounts;
        for (const Part &part : parts)
            amounts.append(part.amount);
        const QList<qint64> taxes = cutUp(tax, amounts);
        for (qsizetype i = 0; i < parts.size(); ++i)
            for (FigureRow *of : {&row(parts[i].key), &m_total}) {
                of->refunded.minor += parts[i].amount;
                of->tax.minor -= taxes[i];
            }
    }
}

QList<FigureRow> FigureSum::rows() const
{
    QList<FigureRow> rows;
    for (const auto &[key, each] : m_rows)
        rows.append(each);
    if (m_by == FigureDimension::Hour)
        fillHours(rows);
    else if (m_by != FigureDimension::Tender)
        std::stable_sort(rows.begin(), rows.end(), [](const FigureRow &a, const FigureRow &b) {
            return std::tuple(a.net().minor, a.gross.minor, a.seats) >
                   std::tuple(b.net().minor, b.gross.minor, b.seats);
        });
    return rows;
}

/// From the first with anything in it to the last, in the order of the business day.
void FigureSum::fillHours(QList<FigureRow> &rows) const
{
    QList<FigureRow> day;
    for (int i = 0; i < 24; ++i) {
        const FigureKey hour = (m_settings.businessDayStartsAt + i) % 24;
        const auto found = m_rows.find(hour);
        day.append(found != m_rows.end() ? found->second : m_none);
        day.last().key = hour;
    }
    rows.removeIf([](const FigureRow &row) { return std::holds_alternative<int>(row.key); });
    const auto isBusy = [this](const FigureRow &row) { return m_rows.contains(row.key); };
    const auto first = std::find_if(day.begin(), day.end(), isBusy);
    const auto last = std::find_if(day.rbegin(), day.rend(), isBusy).base();
    for (auto hour = first; hour < last; ++hour)
        rows.append(*hour);
}

} // namespace foyer
