#include "storage/Audit.h"
#include "storage/HubSeatStore.h"
#include "storage/SeatStore.h"
#include "support/SyncWorld.h"

#include <QTest>
#include <malloc.h>

namespace foyer::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int days = 30; // ten times as slow
#else
constexpr int days = 365;
#endif
constexpr int salesADay = 200;
constexpr int rowsInHall = 20, seatsARow = 20, allotted = 60, longestCut = 60; // visits
constexpr int visitsAPush = 10, visitsASweep = 20;
constexpr int freeDays = 5;                                      // of seven: what costs nothing is sold in fewer steps
constexpr qint64 priceOfSeat = 10'000, startsAfter = 14 * 3'600; // seconds

SeatingPlan hall()
{
    SeatingPlan plan;
    plan.id = plan.name = u"hall"_s;
    plan.size = {seatsARow * 10 + 20, rowsInHall * 10 + 20};
    plan.categories = {{u"R"_s, {}}};
    plan.zones = {{u"1F"_s}};
    for (qint32 row = 0; row < rowsInHall; ++row) {
        plan.rows.append({0, QString::number(row + 1), row * seatsARow, seatsARow});
        for (qint32 seat = 0; seat < seatsARow; ++seat) {
            plan.x.append(float(10 + 10 * seat));
            plan.y.append(float(10 + 10 * row));
            plan.category.append(0);
            plan.row.append(row);
            plan.kind.append(SeatKind::Ordinary);
            plan.number.append(QString::number(seat + 1));
            plan.guid.append(u"%1-%2"_s.arg(row).arg(seat));
        }
    }
    return plan;
}
} // namespace

/// One hub, one terminal, and what befalls them in a year. All of it from one seed.
class Year
{
public:
    explicit Year(quint32 seed) : m_random(seed), m_hub(seed * 2 + 1), m_terminal(seed * 2 + 2)
    {
        spare();
        must(m_hub.shop->catalogue.importPlan(hall()));
        m_terminal.enrol(m_hub);
        meet();
    }

    void day();
    /// No more cuts, everybody leaves, and what is left over goes back to the hub.
    void end();
    qint64 sales() const { return m_sales; }
    qint64 refunds() const { return m_refunds; }
    qint64 crashes() const { return m_crashes; }
    QString complaint(); ///< empty: all is as it should be

private:
    struct Sale {
        OrderId order;
        int date;
        QList<SeatIndex> seats;
    };

    int upTo(int limit) { return int(m_random.bounded(limit)); }
    bool chance(int inThousand) { return upTo(1'000) < inThousand; }
    TestShop &shop() { return m_terminal.shop; }
    QDateTime morning(int day) const { return m_first.addDays(day); }
    static QString idOf(int day) { return u"day-%1"_s.arg(day); }

    void putOnSale(int day);
    void meet(); ///< a session, all news, and the programme
    void pass(std::chrono::seconds time);
    bool visit();
    QList<SeatIndex> chosen(int date);
    std::optional<Hold> held(const TokenPass &pass, int date, const QList<SeatIndex> &seats);
    bool pay(const TokenPass &pass, const Hold &hold);
    void refundLast();
    void crash();
    void giveBack(); ///< whatever nobody has
    void spare();

    QRandomGenerator m_random;
    TestHub m_hub;
    TestTerminal m_terminal;
    const QDateTime m_first = m_hub.shop.clock.utc();
    int m_day = -1, m_visits = 0, m_cutFor = 0; ///< visits
    qint64 m_position = 0, m_sales = 0, m_refunds = 0, m_crashes = 0;
    QHash<int, QList<SeatIndex>> m_free; ///< by date, in the order that customers want them
    QList<Sale> m_unsent;                ///< since the network was cut
};

void Year::day()
{
    pass(std::chrono::seconds(shop().clock.utc().secsTo(morning(++m_day))));
    putOnSale(m_day + 1);
    meet();
    must(m_hub->allot(m_terminal.epoch(), keyOf(idOf(m_day)), allotted));
    m_terminal.hear(m_hub);
    const qint64 evening = m_sales + salesADay;
    qint64 untilCut = upTo(salesADay); // visits
    while (m_sales < evening) {
        FOYER_REQUIRE(shop().clock.utc() < morning(m_day).addSecs(startsAfter));
        if (untilCut-- == 0)
            m_cutFor = 1 + upTo(longestCut);
        m_sales += visit();
        pass(2min);
        if (chance(2))
            crash();
        if (m_cutFor > 0 && --m_cutFor == 0)
            meet();
        if (++m_visits % visitsAPush == 0 && m_cutFor == 0)
            m_position = m_terminal.pushAll(m_hub, m_position).position;
        if (m_visits % visitsASweep == 0)
            must(shop()->sweep());
    }
    m_cutFor = 0;
    giveBack(); // else every session's report would go on naming what is over
    for (TestShop *books : {&m_hub.shop, &shop()}) {
        books->db().checkpoint();
        books->takeChanges();
    }
}

/// The day before it came its date did: what is over stays where it is.
void Year::putOnSale(int day)
{
    Season season = TestShop::season();
    season.houses = {{{}, u"main"_s, season.houses[0].name, u"hall"_s}};
    season.performances.clear();
    for (int date : {day - 1, day}) {
        season.performances.append({idOf(date), u"seagull"_s, u"main"_s, morning(date).addSecs(startsAfter), {}, {},
            PerformanceState::Scheduled, {{u"R"_s, u"adult"_s, TestShop::won(date % 7 < freeDays ? 0 : priceOfSeat)}}});
        if (m_free.contains(date))
            continue;
        QList<SeatIndex> &seats = m_free[date];
        for (int seat = 0; seat < rowsInHall * seatsARow; ++seat)
            seats.insert(upTo(int(seats.size()) + 1), SeatIndex(seat));
    }
    m_free.remove(day - 2);
    must(m_hub.shop->catalogue.importSeason(season));
}

void Year::meet()
{
    m_position = m_terminal.session(m_hub).position;
    m_unsent.clear();
    m_terminal.follow(m_hub);
    m_terminal.hear(m_hub);
}

void Year::pass(std::chrono::seconds time)
{
    m_hub.shop.clock.advance(time);
    shop().clock.advance(time);
}

bool Year::visit()
{
    const int date = m_day + (chance(300) ? 1 : 0);
    const QList<SeatIndex> seats = chosen(date);
    const auto pass = shop().guest();
    const auto hold = held(pass, date, seats);
    if (chance(20)) // goes away without a word
        return false;
    if (!hold || !pay(pass, *hold)) {
        (void)shop()->payments.endVisit(pass, {});
        return false;
    }
    for (const SeatIndex seat : seats)
        m_free[date].removeOne(seat);
    if (m_cutFor > 0 && chance(100))
        refundLast();
    return true;
}

/// One or two that nobody has; of what is here while the network is cut.
QList<SeatIndex> Year::chosen(int date)
{
    const int count = 1 + upTo(2);
    if (m_cutFor == 0)
        return m_free[date].mid(upTo(10), count);
    QList<SeatIndex> seats;
    for (Rows rows =
             shop().db().run("SELECT seat FROM seat_right WHERE performance = ? AND state = 1 AND hold IS NULL LIMIT ?",
                 {keyOf(idOf(date)).value, count});
         rows.next();)
        seats.append(SeatIndex(rows.small(0)));
    return seats;
}

std::optional<Hold> Year::held(const TokenPass &pass, int date, const QList<SeatIndex> &seats)
{
    const auto asked = shop()->reservations.hold(pass, keyOf(idOf(date)), seats);
    if (!asked.ok() || asked.value().hold)
        return asked.ok() ? asked.value().hold : std::nullopt;
    const RightsRequest request = *asked.value().pending;
    const bool isLost = chance(10);
    if (m_cutFor == 0) {
        const auto answer = m_hub->give(m_terminal.epoch(), carried(request));
        if (answer.ok() && !isLost)
            if (const auto hold = shop()->reservations.answered(carried(answer.value()), pass); hold.ok())
                return hold.value();
    }
    shop()->reservations.refused(request.id); // the session says so: nobody answered
    if (isLost && m_cutFor == 0)
        meet();
    return std::nullopt;
}

/// Everything that isn't paid in the end is free again.
bool Year::pay(const TokenPass &pass, const Hold &hold)
{
    if (!hold.total({}).isZero()) {
        const auto begun =
            shop()->payments.beginTopUp(pass, shop().ids.make<TenderId>(), hold.total({}), TenderKind::Card, hold.id);
        if (!begun.ok())
            return false;
        if (chance(5))
            crash(); // and the device answers afterwards
        must(shop()->payments.answered(begun.value().id, chance(30) ? DeviceAnswer::Declined : DeviceAnswer::Approved));
    }
    const auto order = shop()->payments.pay(pass, shop().ids.make<OrderId>(), hold.id);
    if (!order.ok())
        return false;
    QList<SeatIndex> seats;
    for (const HeldSeat &seat : hold.seats)
        seats.append(seat.seat);
    const int date = keyOf(idOf(m_day)) == hold.performance ? m_day : m_day + 1;
    if (m_cutFor > 0)
        m_unsent.append({order.value(), date, seats});
    return true;
}

/// The seller's own as long as nobody else can know of it.
void Year::refundLast()
{
    const Sale sale = m_unsent.takeLast();
    must(shop()->payments.refund(sale.order, {}, u"ill"_s));
    m_free[sale.date] += sale.seats;
    ++m_refunds;
}

void Year::crash()
{
    ++m_crashes;
    if (chance(500)) {
        m_hub.restart();
        return spare();
    }
    m_terminal.restart();
    spare();
    if (m_cutFor == 0)
        meet();
}

/// Nobody else reads these databases: the system needn't be asked so often.
void Year::spare()
{
    for (TestShop *books : {&m_hub.shop, &shop()})
        for (const QString &pragma : {u"PRAGMA locking_mode = EXCLUSIVE"_s, u"PRAGMA cache_size = -100000"_s})
            books->db().runOnce(pragma);
}

void Year::end()
{
    m_terminal.restart();
    pass(24h); // after the start, which renews every visit
    must(shop()->sweep());
    meet();
    giveBack();
    meet();
}

void Year::giveBack()
{
    QHash<PerformanceKey, QList<SeatIndex>> left;
    for (const PlacedRight &right : SeatStore(shop().db()).given())
        left[right.performance].append(right.seat);
    for (auto it = left.cbegin(); it != left.cend(); ++it)
        must(m_terminal->giveBack(it.key(), it.value()));
}

QString Year::complaint()
{
    for (TestShop *books : {&m_hub.shop, &shop()})
        if (const AuditReport report = must(audit(books->db())); !report.clean())
            return report.violations.constFirst().rule + u' ' + report.violations.constFirst().words;
    const Head head = journal::head(shop().db());
    if (EpochStore(m_hub.shop.db()).hashAt({head.node, head.epoch}, head.seq) != head.hash)
        return u"the hub's copy of the journal is another"_s;
    struct {
        const char *sql;
        qint64 atHub, atTerminal;
        QString what;
    } const counts[] = {
        {"SELECT count(*) FROM seat_right WHERE state <> 2", 0, 0, u"given"_s},
        {"SELECT count(*) FROM conflict", 0, 0, u"conflicts"_s},
        {"SELECT count(*) FROM hold WHERE state < 3", 0, 0, u"live holds"_s},
        {"SELECT count(*) FROM token WHERE state < 4", 0, 0, u"visits that go on"_s},
        {"SELECT count(*) FROM tender WHERE state < 3", 0, 0, u"open tenders"_s},
        {"SELECT count(*) FROM seat_elsewhere", 0, 0, u"others' seats"_s},
        {"SELECT count(*) FROM sale", 0, m_sales, u"sales"_s},
        {"SELECT count(*) FROM sale WHERE state = 2", 0, m_refunds, u"refunds"_s},
        {"SELECT count(*) FROM node_journal WHERE kind = 'sold'", m_sales, 0, u"sales told"_s},
        {"SELECT count(DISTINCT json_extract(body, '$.order')) FROM node_journal WHERE kind = 'sold'", m_sales, 0,
            u"orders told"_s},
    };
    for (const auto &[sql, atHub, atTerminal, what] : counts)
        if (m_hub.shop.number(sql) != atHub || shop().number(sql) != atTerminal)
            return u"%1: %2 at the hub, %3 at the terminal"_s.arg(what)
                .arg(m_hub.shop.number(sql))
                .arg(shop().number(sql));
    const auto all = [](TestShop &books, const char *sql) {
        QList<QByteArray> seats;
        for (Rows rows = books.db().run(sql); rows.next();)
            seats.append(
                QByteArray::number(rows.integer(0)) + ' ' + QByteArray::number(rows.integer(1)) + ' ' + rows.blob(2));
        return seats;
    };
    if (all(m_hub.shop, "SELECT performance, seat, sale FROM seat_right ORDER BY performance, seat") !=
        all(shop(), "SELECT performance, seat, sale FROM ticket WHERE live = 1 ORDER BY performance, seat"))
        return u"the hub knows of other tickets"_s;
    constexpr auto left = "SELECT performance, seats, CAST(category AS BLOB) FROM seats_left ORDER BY performance";
    return all(m_hub.shop, left) == all(shop(), left) ? QString() : u"other seats are left at the hub"_s;
}

/// A terminal sells for a year, now and then alone: every sale is at the hub, once.
class YearTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySaleOfAYearIsAtTheHubOnce()
    {
        mallopt(M_TRIM_THRESHOLD, 1 << 28); // else SQLite's temporary tables are the system's memory again and again
        const int seed = std::max(1, qEnvironmentVariableIntValue("FOYER_SEED"));
        Year year{quint32(seed)};
        for (int i = 0; i < days; ++i)
            year.day();
        year.end();
        const QString complaint = year.complaint();
        QVERIFY2(complaint.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(complaint)));
        QCOMPARE(year.sales(), days * salesADay);
        QVERIFY(year.refunds() > days && year.crashes() > days / 10);
    }
};

} // namespace foyer::test

QTEST_GUILESS_MAIN(foyer::test::YearTest)
#include "YearTest.moc"
