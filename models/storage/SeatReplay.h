#pragma once

#include "storage/Audit.h"

#include <QHash>
#include <QJsonObject>

namespace foyer {

struct JournalEntry;

/// Every seat's life as the journal tells it: held, let go, sold, refunded. At no time may a seat be anybody's twice.
class SeatReplay
{
public:
    SeatReplay(Connection &db, AuditReport &report) : m_db(db), m_report(report) {}

    void apply(const JournalEntry &entry);
    /// What the rows say at the end must be what the journal told.
    void compareWithRows();

private:
    enum class Life : quint8 { Free, Held, Sold };
    struct Trace {
        quint64 owner = 0; ///< half of the hold's or order's id, the random one
        Life life = Life::Free;
        bool seen = false;
    };
    void held(const QJsonObject &body);
    void letGo(const QJsonObject &body);
    void sold(const QJsonObject &body);
    void refunded(const QJsonObject &body, bool isHeard);
    void compareSales();
    Trace &trace(qint64 performance, qint64 seat);
    void violate(const char *rule, qint64 performance, qint64 seat, const QString &words);

    Connection &m_db;
    AuditReport &m_report;
    QHash<qint64, QList<Trace>> m_seats; ///< by performance, then by seat
    Trace m_nowhere;                     ///< of a seat that no plan has
    qint64 m_sales = 0, m_total = 0, m_refunded = 0;
};

} // namespace foyer
