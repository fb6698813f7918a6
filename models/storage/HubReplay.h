#pragma once

#include "storage/Audit.h"

#include <QHash>
#include <QSet>

namespace foyer {

class JournalFacts;
struct RefundNews;

/// Every seat's sales as the journals tell them that other nodes pushed to this hub. Several may have sold one: then
/// all but one wait for staff.
class HubReplay
{
public:
    HubReplay(Connection &db, AuditReport &report) : m_db(db), m_report(report) {}

    void applyOwn(const JournalFacts &facts); ///< of this hub's own journal
    void apply(const QByteArray &node, const JournalFacts &facts);
    /// What the hub says of its seats at the end must be what the journals told.
    void compareWithRows();

private:
    using Seat = std::pair<qint64, qint32>; ///< of a performance
    void refunded(const RefundNews &news);
    void violate(const char *rule, const Seat &seat, const QString &words);

    Connection &m_db;
    AuditReport &m_report;
    QHash<QByteArray, QSet<qint32>> m_refunded; ///< at the hub, by order: its seats; none: all of them
    QHash<QByteArray, QByteArray> m_sellers;    ///< nodes, by order
    QHash<Seat, QList<QByteArray>> m_sales;     ///< by seat: the orders that weren't refunded
};

} // namespace foyer
