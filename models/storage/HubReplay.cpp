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

void HubReplay::applyOwn(const JournalFacts &facts)
{
    if (const OrderFact refunded = facts.refunded(); !refunded.order.isNull())
        m_refunded.insert(refunded.order.bytes());
}

void HubReplay::apply(const QByteArray &node, const JournalFacts &facts)
{
    const OrderFact sold = facts.sold(), refunded = facts.refunded();
    if (!sold.order.isNull() && !m_sellers.contains(sold.order.bytes()))
        m_sellers.insert(sold.order.bytes(), node);
    const RefundNews heard = facts.refundHeard();
    if (!heard.order.isNull() && m_sellers.value(heard.order.bytes()) == node)
        m_refunded.insert(heard.order.bytes()); // also by a hub that this database forgot
    for (const PlacedRight &right : sold.rights)
        m_sales[{right.performance.value, indexOf(right.seat)}].append(sold.order.bytes());
    for (const PlacedRight &right : refunded.rights)
        m_sales[{right.performance.value, indexOf(right.seat)}].removeAll(refunded.order.bytes());
}

void HubReplay::compareWithRows()
{
    for (QList<QByteArray> &orders : m_sales)
        orders.removeIf([this](const QByteArray &order) { return m_refunded.contains(order); });
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
