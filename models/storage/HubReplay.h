#pragma once

#include "storage/Audit.h"

#include <QHash>

namespace foyer {

struct JournalEntry;

/// Every seat's sales as the journals tell them that other nodes pushed to this hub. Several may have sold one: then
/// all but one wait for staff.
class HubReplay
{
public:
    HubReplay(Connection &db, AuditReport &report) : m_db(db), m_report(report) {}

    void apply(const JournalEntry &entry);
    /// What the hub says of its seats at the end must be what the journals told.
    void compareWithRows();

private:
    using Seat = std::pair<qint64, qint32>; ///< of a performance
    void violate(const char *rule, const Seat &seat, const QString &words);

    Connection &m_db;
    AuditReport &m_report;
    QHash<Seat, QList<QByteArray>> m_sales; ///< by seat: the orders that weren't refunded
};

} // namespace foyer
