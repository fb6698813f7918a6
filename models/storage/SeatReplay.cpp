#include "storage/SeatReplay.h"

#include "domain/Limits.h"
#include "storage/Connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr auto selectRights = R"(
    SELECT performance, seat, state, hold FROM seat_right WHERE node = (SELECT node FROM head)
    ORDER BY performance, seat)";
constexpr auto selectSales = "SELECT count(*), coalesce(sum(total), 0) FROM sale";
constexpr auto selectSale = "SELECT 1 FROM sale WHERE id = ?";
constexpr auto selectRefunded = "SELECT coalesce(sum(price), 0) FROM ticket WHERE live = 0 AND refunded_at_hub = 0";

// A UUIDv7's last eight bytes are random.
quint64 halfOf(const QByteArray &id) { return id.size() == 16 ? qFromBigEndian<quint64>(id.constData() + 8) : 0; }
quint64 halfOf(const QJsonValue &id) { return halfOf(QUuid::fromString(id.toString()).toRfc4122()); }
} // namespace

void SeatReplay::apply(const JournalEntry &entry)
{
    const bool ofSeats = entry.kind == "held"_L1 || entry.kind == "released"_L1 || entry.kind == "lapsed"_L1 ||
                         entry.kind == "sold"_L1 || entry.kind == "refunded"_L1 || entry.kind == "refundHeard"_L1;
    if (!ofSeats)
        return;
    const QJsonDocument document = QJsonDocument::fromJson(entry.body);
    if (!document.isObject()) {
        m_report.violate(u"entry-unreadable"_s, u"%1/%2"_s.arg(entry.epoch).arg(entry.seq), u"the entry isn't JSON"_s);
        return;
    }
    const QJsonObject body = document.object();
    if (entry.kind == "held"_L1)
        held(body);
    else if (entry.kind == "sold"_L1)
        sold(body);
    else if (entry.kind == "refunded"_L1)
        refunded(body, false);
    else if (entry.kind == "refundHeard"_L1)
        refunded(body, true);
    else
        letGo(body);
}

void SeatReplay::held(const QJsonObject &body)
{
    const qint64 performance = body["performance"_L1].toInteger();
    const quint64 hold = halfOf(body["hold"_L1]);
    for (const QJsonValue each : body["seats"_L1].toArray()) {
        const qint64 seat = each[0].toInteger();
        Trace &known = trace(performance, seat);
        if (known.life != Life::Free)
            violate("seat-held-twice", performance, seat, u"held while it was somebody else's"_s);
        known = {hold, Life::Held, false};
    }
}

void SeatReplay::letGo(const QJsonObject &body)
{
    const qint64 performance = body["performance"_L1].toInteger();
    const quint64 hold = halfOf(body["hold"_L1]);
    for (const QJsonValue seat : body["seats"_L1].toArray()) {
        Trace &known = trace(performance, seat.toInteger());
        if (known.life != Life::Held || known.owner != hold)
            violate("seat-let-go-by-other", performance, seat.toInteger(), u"let go by who didn't hold it"_s);
        known = {};
    }
}

void SeatReplay::sold(const QJsonObject &body)
{
    const qint64 performance = body["performance"_L1].toInteger();
    const quint64 hold = halfOf(body["hold"_L1]);
    const quint64 order = halfOf(body["order"_L1]);
    for (const QJsonValue ticket : body["tickets"_L1].toArray()) {
        const qint64 seat = ticket[1].toInteger();
        Trace &known = trace(performance, seat);
        if (known.life == Life::Sold)
            violate("seat-sold-twice", performance, seat, u"sold again while it was sold"_s);
        else if (known.life != Life::Held || known.owner != hold)
            violate("seat-sold-unheld", performance, seat, u"sold to who didn't hold it"_s);
        known = {order, Life::Sold, false};
    }
    ++m_sales;
    m_total += body["total"_L1].toInteger();
}

/// What only was heard of, the hub's refund, names only what wasn't refunded here before. A hub tells of what others
/// sold as well.
void SeatReplay::refunded(const QJsonObject &body, bool isHeard)
{
    if (!m_db.run(selectSale, {QUuid::fromString(body["order"_L1].toString()).toRfc4122()}).next())
        return;
    const qint64 performance = body["performance"_L1].toInteger();
    const quint64 order = halfOf(body["order"_L1]);
    for (const QJsonValue right : body["rights"_L1].toArray()) {
        const qint64 seat = right[0].toInteger();
        Trace &known = trace(performance, seat);
        if (known.life != Life::Sold || known.owner != order)
            violate("seat-refunded-by-other", performance, seat, u"refunded to who hadn't bought it"_s);
        known = {};
    }
    if (!isHeard)
        m_refunded += body["total"_L1].toInteger();
}

void SeatReplay::compareWithRows()
{
    for (Rows rows = m_db.run(selectRights); rows.next();) {
        const qint64 performance = rows.integer(0), seat = rows.integer(1);
        Trace &told = trace(performance, seat);
        told.seen = true;
        const Life life = rows.integer(2) == 2 ? Life::Sold : rows.isNull(3) ? Life::Free : Life::Held;
        const bool same = told.life == life && (life != Life::Held || told.owner == halfOf(rows.blob(3)));
        if (!same)
            violate("seat-not-as-told", performance, seat, u"the row says otherwise than the journal"_s);
    }
    for (auto seats = m_seats.constBegin(); seats != m_seats.constEnd(); ++seats)
        for (qsizetype seat = 0; seat < seats->size(); ++seat)
            if (const Trace &told = seats->at(seat); told.life != Life::Free && !told.seen)
                violate("seat-not-as-told", seats.key(), seat, u"the journal gave it away, but there is no row"_s);
    compareSales();
}

void SeatReplay::compareSales()
{
    Rows rows = m_db.run(selectSales);
    FOYER_REQUIRE(rows.next());
    if (rows.integer(0) != m_sales || rows.integer(1) != m_total)
        m_report.violate(u"sales-not-as-told"_s, u"sale"_s,
            u"%1 sales for %2, the journal tells of %3 for %4"_s.arg(rows.integer(0))
                .arg(rows.integer(1))
                .arg(m_sales)
                .arg(m_total));
    Rows refunded = m_db.run(selectRefunded);
    FOYER_REQUIRE(refunded.next());
    if (refunded.integer(0) != m_refunded)
        m_report.violate(u"refunds-not-as-told"_s, u"sale"_s,
            u"tickets for %1 are refunded, the journal tells of %2"_s.arg(refunded.integer(0)).arg(m_refunded));
}

SeatReplay::Trace &SeatReplay::trace(qint64 performance, qint64 seat)
{
    if (seat < 0 || seat >= limits::seatsInPlanMax) {
        violate("seat-unknown", performance, seat, u"no plan has such a seat"_s);
        return m_nowhere = {};
    }
    QList<Trace> &seats = m_seats[performance];
    if (seats.size() <= seat)
        seats.resize(seat + 1);
    return seats[seat];
}

void SeatReplay::violate(const char *rule, qint64 performance, qint64 seat, const QString &words)
{
    m_report.violate(QString::fromLatin1(rule), u"%1/%2"_s.arg(performance).arg(seat), words);
}

} // namespace foyer
