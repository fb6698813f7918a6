#include "storage/Journal.h"

#include "domain/Sha256.h"
#include "storage/Connection.h"
#include "storage/Json.h"

#include <QtEndian>

namespace foyer {

namespace {
constexpr auto selectHead =
    "SELECT node, epoch, incarnation, seq, hash, fence, sales, catalogue, change, settings FROM head WHERE one = 1";
constexpr auto updateHead = R"(
    UPDATE head SET epoch = ?, incarnation = ?, seq = ?, hash = ?, fence = ?, sales = ?, catalogue = ?, change = ?
    WHERE one = 1)";
constexpr auto insertHead = R"(
    INSERT INTO head (one, node, epoch, incarnation, seq, hash, fence, sales, catalogue, settings)
    VALUES (1, ?, 1, 1, 0, ?, 0, 0, 0, ?))";
constexpr auto insertEntry = "INSERT INTO journal (epoch, seq, at, kind, body, hash) VALUES (?, ?, ?, ?, ?, ?)";
constexpr auto selectEntries = R"(
    SELECT epoch, seq, at, kind, body, hash FROM journal WHERE epoch = ? AND seq > ? ORDER BY seq LIMIT ?)";

constexpr auto updateClosed = "UPDATE head SET closed = 1";
constexpr auto selectClosed = "SELECT 1 FROM head WHERE closed = 1";
constexpr auto updateNew = "UPDATE head SET sent = 0, given_up = 0, closed = 0, enrolment = NULL";
constexpr auto updateEnrolment = "UPDATE head SET enrolment = ?";
constexpr auto selectEnrolment = "SELECT enrolment FROM head WHERE enrolment IS NOT NULL";
constexpr auto selectSent = "SELECT sent FROM head";
constexpr auto updateSent = "UPDATE head SET sent = ? WHERE sent < ?";
constexpr auto selectUntold = R"(
    SELECT 1 FROM journal WHERE epoch = (SELECT epoch FROM head) AND seq > (SELECT sent FROM head)
        AND kind = 'refundHeard' AND body LIKE ? AND body LIKE ? LIMIT 1)";
constexpr auto selectGivenUp = "SELECT given_up FROM head";
constexpr auto updateGivenUp = "UPDATE head SET given_up = ? WHERE given_up < ?";
// an earlier epoch's closing entry gave up all
constexpr auto selectOwn = R"(
    SELECT 1 FROM journal WHERE epoch = (SELECT epoch FROM head) AND seq > (SELECT given_up FROM head)
        AND kind = 'sold' AND body LIKE ? LIMIT 1)";

template <typename Integer>
QByteArray bigEndian(Integer value)
{
    QByteArray bytes(sizeof value, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}
} // namespace

QByteArray hashOf(const QByteArray &previous, const JournalEntry &entry)
{
    FOYER_REQUIRE(previous.size() == 32);
    const QByteArray kind = entry.kind.toUtf8();
    const QByteArray numbers = bigEndian(qint32(entry.epoch)) + bigEndian(entry.seq) + bigEndian(entry.at);
    const QByteArrayView withZero(kind.constData(), kind.size() + 1); // the byte that ends it
    return sha256({previous, numbers, withZero, entry.body});
}

Head journal::head(Connection &db)
{
    Rows rows = db.run(selectHead);
    if (!rows.next())
        throw StorageFailure({Error::Kind::NoDatabase, QStringLiteral("the head row is missing")});
    return {NodeId::fromBytes(rows.blob(0)), rows.small(1), rows.small(2), rows.integer(3), rows.blob(4),
        rows.integer(5), rows.integer(6), rows.integer(7), rows.integer(8), rows.text(9).toUtf8()};
}

void journal::writeHead(Connection &db, const Head &head)
{
    db.run(updateHead,
        {head.epoch, head.incarnation, head.seq, head.hash, head.fence, head.sales, head.catalogue, head.change});
}

void journal::append(Connection &db, const JournalEntry &entry)
{
    db.run(insertEntry, {entry.epoch, entry.seq, entry.at, entry.kind, QString::fromUtf8(entry.body), entry.hash});
}

QList<JournalEntry> journal::entries(Connection &db, int epoch, qint64 after, int count, qsizetype bytes)
{
    QList<JournalEntry> entries;
    for (Rows rows = db.run(selectEntries, {epoch, after, count}); rows.next();) {
        const QByteArray body = rows.text(4).toUtf8();
        bytes -= body.size();
        if (bytes < 0 && !entries.isEmpty())
            break;
        entries.append({rows.small(0), rows.integer(1), rows.integer(2), rows.text(3), body, rows.blob(5)});
    }
    return entries;
}

void journal::noteSent(Connection &db, qint64 seq) { db.run(updateSent, {seq, seq}); }

qint64 journal::sent(Connection &db)
{
    Rows rows = db.run(selectSent);
    return rows.next() ? rows.integer(0) : 0;
}

void journal::noteClosed(Connection &db) { db.run(updateClosed); }
bool journal::isClosed(Connection &db) { return db.run(selectClosed).next(); }
void journal::noteNewEpoch(Connection &db) { db.run(updateNew); }
void journal::noteEnrolmentWanted(Connection &db, const QByteArray &code) { db.run(updateEnrolment, {code}); }

QByteArray journal::enrolmentWanted(Connection &db)
{
    Rows rows = db.run(selectEnrolment);
    return rows.next() ? rows.blob(0) : QByteArray();
}

void journal::noteGivenUp(Connection &db, qint64 seq) { db.run(updateGivenUp, {seq, seq}); }

qint64 journal::givenUp(Connection &db)
{
    Rows rows = db.run(selectGivenUp);
    return rows.next() ? rows.integer(0) : 0;
}

bool journal::isHeardUntold(Connection &db, OrderId order, const QList<SeatIndex> &seats)
{
    const QString named = QStringLiteral("%\"seats\":%1%").arg(jsonOf(seats));
    return db.run(selectUntold, {u'%' + order.text() + u'%', named}).next();
}

bool journal::isGivenUp(Connection &db, OrderId order)
{
    return !db.run(selectOwn, {u'%' + order.text() + u'%'}).next();
}

void journal::found(Connection &db, NodeId node, const QByteArray &settings)
{
    db.run(insertHead, {node.bytes(), QByteArray(32, '\0'), QString::fromUtf8(settings)});
}

} // namespace foyer
