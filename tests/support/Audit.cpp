#include "support/Audit.h"

#include <QCryptographicHash>
#include <QUuid>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>
#include <QtSql/QSqlRecord>

namespace foyer::test {

using namespace Qt::StringLiterals;

namespace {
struct Rule {
    const char *broken; ///< how many rows break it
    QStringView says;
};

constexpr Rule rules[] = {
    {"SELECT count(*) FROM (SELECT movement FROM posting GROUP BY movement HAVING sum(amount) <> 0)",
        u"every movement sums to zero"},
    {"SELECT count(*) FROM wallet w WHERE balance < 0"
     " OR balance <> (SELECT coalesce(sum(amount), 0) FROM posting p WHERE p.wallet = w.id AND p.account = 1)",
        u"a balance is the sum of its postings and never negative"},
    {"SELECT count(*) FROM (SELECT 1 FROM ticket WHERE live = 1 GROUP BY performance, seat HAVING count(*) > 1)",
        u"a seat has one live ticket"},
    {"SELECT count(*) FROM ticket t WHERE live = 1 AND NOT EXISTS (SELECT 1 FROM seat_right r"
     " WHERE r.performance = t.performance AND r.seat = t.seat AND r.state = 2)",
        u"every live ticket's seat is sold"},
    {"SELECT count(*) FROM seat_right r WHERE state = 2 AND NOT EXISTS (SELECT 1 FROM ticket t"
     " WHERE r.performance = t.performance AND r.seat = t.seat AND t.live = 1)",
        u"every sold seat has a live ticket"},
    {"SELECT count(*) FROM seat_right r WHERE state = 1 AND hold IS NOT NULL AND NOT EXISTS (SELECT 1 FROM hold h"
     " JOIN hold_seat s ON s.hold = h.id WHERE h.id = r.hold AND h.performance = r.performance AND s.seat = r.seat"
     " AND h.state IN (1, 2, 5))",
        u"a right in use belongs to a live hold of its seat"},
    {"SELECT count(*) FROM hold h JOIN hold_seat s ON s.hold = h.id WHERE h.state IN (1, 2, 5) AND NOT EXISTS"
     " (SELECT 1 FROM seat_right r WHERE r.performance = h.performance AND r.seat = s.seat AND r.hold = h.id"
     " AND r.state = 1)",
        u"every seat of a live hold is a right here"},
    {"SELECT count(*) FROM sale s WHERE total <> (SELECT sum(price) FROM ticket t WHERE t.sale = s.id)",
        u"an order's total is its tickets' prices"},
    {"SELECT count(*) FROM sale s WHERE (SELECT coalesce(sum(amount), 0) FROM posting p JOIN movement m"
     " ON m.id = p.movement WHERE m.cause = s.id AND p.account = 4)"
     " <> (SELECT coalesce(sum(price), 0) FROM ticket t WHERE t.sale = s.id AND (live = 1 OR refunded_at_hub = 1))",
        u"sales keep what was paid and not refunded"},
    {"SELECT count(*) FROM tender t WHERE direction = 1 AND (SELECT count(*) FROM movement m WHERE m.cause = t.id)"
     " <> (t.state = 3)",
        u"money in counts exactly once, and only when approved"},
    {"SELECT count(*) FROM tender t WHERE direction = 2 AND ("
     " (SELECT count(*) FROM movement m WHERE m.cause = t.id AND kind = 4) <> 1"
     " OR (SELECT count(*) FROM movement m WHERE m.cause = t.id AND kind = 5) <> (t.state = 3)"
     " OR (SELECT count(*) FROM movement m WHERE m.cause = t.id AND kind = 6) <> (t.state > 3))",
        u"money out is set aside once and given or taken back once"},
    {"SELECT (SELECT coalesce(sum(amount), 0) FROM posting WHERE account = 5)"
     " <> (SELECT coalesce(sum(amount), 0) FROM tender WHERE direction = 2 AND state < 3)",
        u"what is set aside is what devices were asked to give"},
    {"SELECT count(*) FROM hold h WHERE (h.state = 2) <> (SELECT count(*) FROM tender t"
     " WHERE t.hold = h.id AND t.state < 3 AND h.state NOT IN (3, 4))",
        u"a hold is being paid while its tender is open"},
    {"SELECT count(*) FROM (SELECT level, sum(waiting) AS n FROM queue_count GROUP BY level)"
     " WHERE n <> (SELECT count(*) FROM token WHERE state = 1)",
        u"the queue's counts are the waiting tokens"},
    {"SELECT count(*) FROM queue_count WHERE waiting < 0", u"no run of places has fewer than nobody waiting"},
    {"SELECT count(*) FROM hold h JOIN token t ON t.id = h.token JOIN sale s ON s.token = t.id"
     " WHERE h.state = 1 AND t.state = 4",
        u"a visit that was paid holds nothing else"},
    {"SELECT count(*) FROM seat_right GROUP BY incarnation, fence HAVING count(*) > 1", u"a fence names one right"},
};

QString brokenSeatCount(TestShop &shop)
{
    QList<PerformanceKey> performances;
    for (Rows rows = shop.db().run("SELECT key FROM performance"); rows.next();)
        performances.append(PerformanceKey{rows.integer(0)});
    for (PerformanceKey performance : performances) {
        const auto plan = shop->reservations.planOf(performance);
        QHash<QString, int> left;
        for (qint32 seat = 0; seat < plan->seatCount(); ++seat)
            ++left[plan->categoryOf(SeatIndex(seat)).name];
        for (Rows rows =
                 shop.db().run("SELECT seat FROM seat_right WHERE performance = ? AND (hold IS NOT NULL OR state <> 1)"
                               " UNION SELECT seat FROM seat_elsewhere WHERE performance = ?"
                               " AND (performance, seat) NOT IN (SELECT performance, seat FROM seat_right)",
                     {performance.value, performance.value});
             rows.next();)
            --left[plan->categoryOf(SeatIndex(rows.small(0))).name];
        for (Rows rows =
                 shop.db().run("SELECT category, seats FROM seats_left WHERE performance = ?", {performance.value});
             rows.next();)
            if (left.take(rows.text(0)) != rows.small(1))
                return u"seats left of %1 in %2 are counted wrongly"_s.arg(performance.value).arg(rows.text(0));
        if (!left.isEmpty())
            return u"seats left of %1 lack a category"_s.arg(performance.value);
    }
    return {};
}

QString brokenChain(TestShop &shop)
{
    const Head head = journal::head(shop.db());
    QByteArray hash(32, '\0');
    qint64 seq = 0;
    for (const JournalEntry &entry : journal::entries(shop.db(), head.epoch, 0, 1'000'000)) {
        if (entry.seq != ++seq || entry.hash != hashOf(hash, entry))
            return u"the journal's chain breaks at %1"_s.arg(entry.seq);
        hash = entry.hash;
    }
    return seq == head.seq && hash == head.hash ? QString() : u"the head isn't the journal's end"_s;
}
} // namespace

QString audit(TestShop &shop)
{
    for (const Rule &rule : rules)
        if (shop.number(rule.broken) != 0)
            return u"broken: %1"_s.arg(rule.says);
    if (const QString broken = brokenSeatCount(shop); !broken.isEmpty())
        return broken;
    return brokenChain(shop);
}

QString auditReachable(TestShop &shop)
{
    const qint64 lost = shop.number("SELECT count(*) FROM wallet w WHERE w.member IS NULL AND w.balance > 0"
                                    " AND NOT EXISTS (SELECT 1 FROM token t WHERE t.wallet = w.id AND t.state < 4)"
                                    " AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.wallet = w.id AND c.paid = 0)"
                                    " AND NOT EXISTS (SELECT 1 FROM tender o WHERE o.wallet = w.id AND o.state < 3)");
    return lost ? u"a guest's money is out of reach"_s : audit(shop);
}

QByteArray dumpHash(const QString &file)
{
    const QString name = QUuid::createUuid().toString();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(file);
        if (!database.open())
            qFatal("cannot read %s", qPrintable(file));
        QSqlQuery tables(database);
        tables.exec(u"SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"_s);
        while (tables.next()) {
            QSqlQuery rows(database);
            rows.exec(u"SELECT * FROM \"%1\" ORDER BY 1, 2"_s.arg(tables.value(0).toString()));
            while (rows.next())
                for (int column = 0; column < rows.record().count(); ++column)
                    hash.addData(rows.value(column).toByteArray() + '\x1f');
            hash.addData(tables.value(0).toByteArray());
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
    return hash.result();
}

} // namespace foyer::test
