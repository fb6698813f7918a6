#include "storage/HubReplay.h"

#include "domain/JournalFacts.h"
#include "storage/Connection.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr auto selectSold =
    "SELECT performance, seat, sale FROM seat_right WHERE state = 2 AND node <> (SELECT node FROM head)";
constexpr auto selectConflicts = "SELECT performance, seat, sale FROM conflict";
} // namespace

void HubReplay::applyOwn(const JournalFacts &facts) { refunded(facts.refundedHere()); }

/// Also by a hub that this database forgot.
void HubReplay::refunded(const RefundNews &news)
{
    if (news.order.isNull())
        return;
    const bool wasAll = m_refunded.contains(news.order.bytes()) && m_refunded[news.order.bytes()].isEmpty();
    QSet<qint32> &seats = m_refunded[news.order.bytes()];
    if (news.seats.isEmpty() || wasAll)
        return seats.clear();
    for (const SeatIndex seat : news.seats)
        seats.insert(indexOf(seat));
}

void HubReplay::apply(const QByteArray &node, const JournalFacts &facts)
{
    const OrderFact sold = facts.sold(), refunded = facts.refunded();
    if (!sold.order.isNull() && !m_sellers.contains(sold.order.bytes()))
        m_sellers.insert(sold.order.bytes(), node);
    if (const RefundNews heard = facts.refundHeard(); m_sellers.value(heard.order.bytes()) == node)
        this->refunded(heard);
    for (const PlacedRight &right : sold.rights)
        m_sales[{right.performance.value, indexOf(right.seat)}].append(sold.order.bytes());
    for (const PlacedRight &right : refunded.rights)
        m_sales[{right.performance.value, indexOf(right.seat)}].removeAll(refunded.order.bytes());
}

void HubReplay::compareWithRows()
{
    for (auto it = m_sales.begin(); it != m_sales.end(); ++it)
        it->removeIf([this, seat = it.key().second](const QByteArray &order) {
            const auto refunded = m_refunded.constFind(order);
            return refunded != m_refunded.constEnd() && (refunded->isEmpty() || refunded->contains(seat));
        });
    for (Rows rows = m_db.run(selectSold); rows.next();) {
        const Seat seat{rows.integer(0), rows.small(1)};
        if (m_sales[seat].removeAll(rows.blob(2)) == 0)
            violate("seat-sold-unheard", seat, u"no node's journal tells of its sale"_s);
    }
    for (Rows rows = m_db.run(selectConflicts); rows.next();)
        m_sales[{rows.integer(0), rows.small(1)}].removeAll(rows.blob(2));
    for (auto it = m_sales.cbegin(); it != m_sales.cend(); ++it)
        if (!it->isEmpty())
            violate(
                "sale-forgotten", it.key(), u"a node sold it, but it is neither sold here nor for staff to settle"_s);
}

void HubReplay::violate(const char *rule, const Seat &seat, const QString &words)
{
    m_report.violate(QString::fromLatin1(rule), u"%1/%2"_s.arg(seat.first).arg(seat.second), words);
}

} // namespace foyer
