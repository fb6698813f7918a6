#include "services/DemoSeason.h"
#include "services/Node.h"
#include "services/PlanReader.h"
#include "services/SeasonReader.h"
#include "storage/Audit.h"
#include "support/TestShop.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
const QDate today(2026, 11, 22);

SeatingPlan planOf(DemoHouse house) { return readPlan(demoPlan(house), demoHouseId(house)).value(); }
QDate dayOf(const SeasonPerformance &performance)
{
    return performance.startsAt.toTimeZone(QTimeZone("Asia/Seoul")).date();
}

Season season() { return readSeason(demoSeason(today)).value(); }

/// Seats sorted into squares of a seat's width, so that only neighbouring squares need a look.
double closestSeats(const SeatingPlan &plan)
{
    const double square = 25;
    QMultiHash<std::pair<int, int>, int> squares;
    double closest = square;
    for (int i = 0; i < plan.seatCount(); ++i) {
        const int column = int(plan.x[i] / square), row = int(plan.y[i] / square);
        for (int dx : {-1, 0, 1})
            for (int dy : {-1, 0, 1})
                for (int other : squares.values({column + dx, row + dy}))
                    closest = std::min(
                        closest, std::hypot(double(plan.x[i] - plan.x[other]), double(plan.y[i] - plan.y[other])));
        squares.insert({column, row}, i);
    }
    return closest;
}

/// A demo house as `foyerctl init --demo` leaves it.
class DemoNode
{
public:
    DemoNode() : m_node(must(Node::found(DataFolder(m_dir.path())))) { must(importDemoSeason(*m_node, SystemClock())); }

    Node &node() { return *m_node; }
    QList<PerformanceOffer> offers() { return must(m_node->services().reservations.dates()); }
    SeatsOfDate seatsOf(const PerformanceOffer &offer)
    {
        return must(m_node->services().reservations.seats(offer.performance.key, TokenId()));
    }
    PerformanceOffer tonight()
    {
        for (const PerformanceOffer &offer : offers())
            if (offer.house.id == u"hall")
                return offer;
        return {};
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Node> m_node;
};
} // namespace

class DemoSeasonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyHouseHasItsSeats_data();
    void everyHouseHasItsSeats();
    void seatsAreCalledOnceOnly_data() { everyHouse(); }
    void seatsAreCalledOnceOnly();
    void seatsDontOverlapAndLieInTheDrawing_data() { everyHouse(); }
    void seatsDontOverlapAndLieInTheDrawing();
    void aHouseMirrorsItself_data() { everyHouse(); }
    void aHouseMirrorsItself();
    void theHallIsCalledAsPeopleDo();
    void wheelchairsHaveCompanionsBeside_data() { everyHouse(); }
    void wheelchairsHaveCompanionsBeside();
    void theSeasonFitsItsHouses();
    void everyCategoryHasAPriceForEveryType();
    void postersAreToldApart();
    void theSeasonRunsForFiveWeeks();
    void noHousePlaysTwoShowsAtOnce();
    void tonightInTheHallIsOnSaleUntilMidnight();
    void twoNightsAreNotYetOnSale();
    void peopleWantTheSameOnAnyDay();
    void theSeasonIsReadOnAnyDay();
    void someNightsAreSoldOutOrNearlySo();
    void mostNightsArePartlySold();
    void partiesSitTogetherAndLeaveGaps();
    void theGuidedToursSeatsAreFree();
    void theBooksOfTheCrowdAreClean();
    void theSameSeatsAreSoldOnEveryNode();
    void importedTwiceNothingChanges();

private:
    DemoNode &demo()
    {
        if (!m_demo)
            m_demo = std::make_unique<DemoNode>();
        return *m_demo;
    }
    std::unique_ptr<DemoNode> m_demo; ///< set up once; stories only look at it
    void everyHouse()
    {
        QTest::addColumn<DemoHouse>("house");
        QTest::newRow("cellar") << DemoHouse::Cellar;
        QTest::newRow("hall") << DemoHouse::Hall;
        QTest::newRow("arena") << DemoHouse::Arena;
    }
};

void DemoSeasonTest::everyHouseHasItsSeats_data()
{
    QTest::addColumn<DemoHouse>("house");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("cellar") << DemoHouse::Cellar << 120 << 120;
    QTest::newRow("hall") << DemoHouse::Hall << 1'050 << 1'150;
    QTest::newRow("arena") << DemoHouse::Arena << 16'500 << 17'500;
}

void DemoSeasonTest::everyHouseHasItsSeats()
{
    QFETCH(DemoHouse, house);
    QFETCH(int, least);
    QFETCH(int, most);
    const QByteArray json = demoPlan(house);
    QElapsedTimer timer;
    timer.start();
    const SeatingPlan plan = readPlan(json, demoHouseId(house)).value();
    qInfo("%d seats, %lld bytes in %lld ms", plan.seatCount(), qint64(json.size()), timer.elapsed());
    QVERIFY(plan.seatCount() >= least && plan.seatCount() <= most);
    for (int category = 0; category < plan.categories.size(); ++category)
        QVERIFY(plan.category.contains(category));
    QVERIFY(!plan.areas.isEmpty());
}

void DemoSeasonTest::seatsAreCalledOnceOnly()
{
    QFETCH(DemoHouse, house);
    const SeatingPlan plan = planOf(house);
    QSet<QString> names;
    for (int i = 0; i < plan.seatCount(); ++i) {
        const SeatName name = nameOfSeat(plan, SeatIndex{i});
        names.insert(name.zone + u'|' + name.row + u'|' + name.number);
        QVERIFY(!name.zone.isEmpty() && !name.row.isEmpty() && !name.number.isEmpty());
    }
    QCOMPARE(names.size(), plan.seatCount());
}

void DemoSeasonTest::seatsDontOverlapAndLieInTheDrawing()
{
    QFETCH(DemoHouse, house);
    const SeatingPlan plan = planOf(house);
    QVERIFY2(closestSeats(plan) > 20, qPrintable(QString::number(closestSeats(plan))));
    const auto [left, right] = std::ranges::minmax(plan.x);
    const auto [top, bottom] = std::ranges::minmax(plan.y);
    QVERIFY(left > 20 && top > 20);
    QVERIFY(right < plan.size.width() - 20 && bottom < plan.size.height() - 20);
}

void DemoSeasonTest::aHouseMirrorsItself()
{
    QFETCH(DemoHouse, house);
    const SeatingPlan plan = planOf(house);
    QSet<std::pair<int, int>> places;
    for (int i = 0; i < plan.seatCount(); ++i)
        for (int nudge : {-1, 0, 1})
            places.insert({qRound(plan.x[i]) + nudge, qRound(plan.y[i])});
    int mirrored = 0;
    for (int i = 0; i < plan.seatCount(); ++i)
        mirrored += places.contains({qRound(plan.size.width() - double(plan.x[i])), qRound(plan.y[i])});
    QVERIFY(mirrored > plan.seatCount() * 95 / 100); // but for tunnels
}

void DemoSeasonTest::theHallIsCalledAsPeopleDo()
{
    const SeatingPlan plan = planOf(DemoHouse::Hall);
    QCOMPARE(plan.zones, (QList<PlanZone>{{u"1F"_s}, {u"2F"_s}, {u"3F"_s}}));
    QCOMPARE(nameOfSeat(plan, SeatIndex{0}), (SeatName{u"1F"_s, u"A"_s, u"1"_s}));
    QVERIFY(std::ranges::none_of(plan.rows, [](const PlanRow &row) { return row.label == u"I"; }));
    QVERIFY(plan.kind.contains(SeatKind::RestrictedView));
}

void DemoSeasonTest::wheelchairsHaveCompanionsBeside()
{
    QFETCH(DemoHouse, house);
    const SeatingPlan plan = planOf(house);
    QVERIFY(plan.kind.contains(SeatKind::Wheelchair));
    for (int i = 0; i < plan.seatCount(); ++i)
        if (plan.kind[i] == SeatKind::Wheelchair)
            QVERIFY(plan.kind.value(i - 1) == SeatKind::Companion || plan.kind.value(i + 1) == SeatKind::Companion);
}

void DemoSeasonTest::theSeasonFitsItsHouses()
{
    const Season demo = season();
    QCOMPARE(demo.settings.name.in(u"ko"_s), u"한빛아트홀"_s);
    QCOMPARE(demo.houses.size(), 3);
    QCOMPARE(demo.shows.size(), 12);
    QSet<int> ages, lengths;
    for (const Show &show : demo.shows) {
        for (const Text &text : {show.title, show.subtitle, show.description})
            QVERIFY(!text.in(u"ko"_s).isEmpty() && text.in(u"ko"_s) != text.in(u"en"_s));
        ages.insert(show.ageFrom);
        lengths.insert(show.minutes);
    }
    QCOMPARE(ages, (QSet<int>{0, 8, 12, 15, 19}));
    QVERIFY(lengths.size() > 6);
    QCOMPARE(demo.ticketTypes.size(), 4);
    QVERIFY(demo.ticketTypes[0].proof.isEmpty());
    for (const TicketType &reduced : demo.ticketTypes.mid(1))
        QVERIFY(!reduced.proof.isEmpty() && reduced.proof.in(u"ko"_s) != reduced.proof.in(u"en"_s));
}

void DemoSeasonTest::postersAreToldApart()
{
    const auto rgb = [](const Show &show) { return show.color.mid(1).toUInt(nullptr, 16); };
    const Season demo = season();
    for (const Show &show : demo.shows)
        for (const Show &other : demo.shows) {
            int apart = 0;
            for (int shift : {16, 8, 0})
                apart += std::abs(int(rgb(show) >> shift & 0xff) - int(rgb(other) >> shift & 0xff));
            QVERIFY2(show.id == other.id || apart > 70, qPrintable(show.id + u' ' + other.id));
        }
}

void DemoSeasonTest::everyCategoryHasAPriceForEveryType()
{
    const Season demo = season();
    QMap<QString, QStringList> categories;
    for (DemoHouse house : {DemoHouse::Cellar, DemoHouse::Hall, DemoHouse::Arena})
        for (const SeatCategory &category : planOf(house).categories)
            categories[demoHouseId(house)].append(category.name);
    for (const SeasonPerformance &performance : demo.performances) {
        QCOMPARE(performance.prices.size(), categories[performance.house].size() * demo.ticketTypes.size());
        for (const SeasonPerformance::Price &price : performance.prices)
            QVERIFY(categories[performance.house].contains(price.category) && price.amount.isPositive());
    }
}

void DemoSeasonTest::theSeasonRunsForFiveWeeks()
{
    const Season demo = season();
    QVERIFY(demo.performances.size() >= 55 && demo.performances.size() <= 65);
    QMap<QDate, int> days;
    QSet<QString> shows, houses;
    for (const SeasonPerformance &performance : demo.performances) {
        ++days[dayOf(performance)];
        shows.insert(performance.show);
        houses.insert(performance.house);
    }
    QCOMPARE(shows.size(), demo.shows.size());
    QCOMPARE(houses.size(), demo.houses.size());
    QCOMPARE(days.firstKey(), today);
    QVERIFY(days.lastKey() > today.addDays(28) && days.lastKey() <= today.addDays(35));
    QCOMPARE(std::ranges::max(days), 4);
    QVERIFY(!days.contains(today.addDays(4))); // the week's dark day
}

void DemoSeasonTest::noHousePlaysTwoShowsAtOnce()
{
    const Season demo = season();
    QHash<QString, int> minutes;
    for (const Show &show : demo.shows)
        minutes.insert(show.id, show.minutes);
    QHash<QString, QDateTime> freeFrom;
    for (const SeasonPerformance &performance : demo.performances) {
        QDateTime &free = freeFrom[performance.house];
        QVERIFY2(!free.isValid() || free < performance.startsAt, qPrintable(performance.id));
        free = performance.startsAt.addSecs((minutes[performance.show] + 30) * 60);
    }
}

// A guided tour takes the first that can be bought.
void DemoSeasonTest::tonightInTheHallIsOnSaleUntilMidnight()
{
    const SeasonPerformance tonight = season().performances.constFirst();
    QCOMPARE(tonight.house, u"hall"_s);
    QCOMPARE(tonight.show, u"moon-garden"_s);
    const SalesTimes times{tonight.startsAt, tonight.salesOpen, tonight.salesClose, tonight.state};
    for (const QTime &at : {QTime(0, 0), QTime(12, 0), QTime(23, 59)})
        QCOMPARE(
            salesWindow(times, QDateTime(today, at, QTimeZone("Asia/Seoul")).toUTC(), HouseSettings().sellAfterStart),
            SalesWindow::Open);
}

void DemoSeasonTest::twoNightsAreNotYetOnSale()
{
    const Season demo = season();
    const QDateTime now(today, {12, 0}, QTimeZone("Asia/Seoul"));
    QSet<QString> later;
    for (const SeasonPerformance &night : demo.performances)
        if (night.salesOpen.isValid() && night.salesOpen > now)
            later.insert(night.id);
    QCOMPARE(later.size(), 2);
    for (const DemoDemand &demand : demoDemand(today))
        QVERIFY(!later.contains(demand.performance) || demand.seats == 0);
}

void DemoSeasonTest::peopleWantTheSameOnAnyDay()
{
    const Season demo = season();
    const QList<DemoDemand> demand = demoDemand(today), later = demoDemand(today.addDays(100));
    QCOMPARE(demand.size(), demo.performances.size());
    for (qsizetype i = 0; i < demand.size(); ++i) {
        QVERIFY(std::ranges::any_of(demo.performances,
            [&](const SeasonPerformance &performance) { return performance.id == demand[i].performance; }));
        QCOMPARE(later[i].seats, demand[i].seats);
    }
}

void DemoSeasonTest::theSeasonIsReadOnAnyDay()
{
    for (int day = 0; day < 400; day += 7)
        QVERIFY(readSeason(demoSeason(today.addDays(day))).ok());
}

void DemoSeasonTest::someNightsAreSoldOutOrNearlySo()
{
    const QList<PerformanceOffer> offers = demo().offers();
    QCOMPARE(std::ranges::count_if(offers, &PerformanceOffer::isSoldOut), 1);
    const auto few = std::ranges::count_if(offers, &PerformanceOffer::isNearlySoldOut);
    QVERIFY(few == 1 || few == 2); // late in the evening tonight's is over
}

void DemoSeasonTest::mostNightsArePartlySold()
{
    qsizetype partly = 0;
    const QList<PerformanceOffer> offers = demo().offers();
    for (const PerformanceOffer &offer : offers)
        partly += offer.isBookable() && offer.seatsLeft < offer.performance.capacity;
    QVERIFY(partly * 10 > offers.size() * 9);
}

void DemoSeasonTest::partiesSitTogetherAndLeaveGaps()
{
    const SeatsOfDate date = demo().seatsOf(demo().tonight());
    QCOMPARE(date.shown.count(SeatShown::Taken), 108);
    int together = 0, gaps = 0;
    for (int i = 1; i + 1 < date.shown.size(); ++i) {
        const bool isTaken = date.shown[i] == SeatShown::Taken;
        const bool besideTaken = date.shown[i - 1] == SeatShown::Taken || date.shown[i + 1] == SeatShown::Taken;
        together += isTaken && besideTaken;
        gaps += !isTaken && besideTaken;
        QVERIFY(!isTaken || date.plan->kind[i] != SeatKind::Wheelchair);
    }
    QCOMPARE(together, 108);
    QVERIFY2(gaps > 30, qPrintable(QString::number(gaps)));
}

void DemoSeasonTest::theGuidedToursSeatsAreFree()
{
    const SeatsOfDate date = demo().seatsOf(demo().tonight());
    QVERIFY(date.offer.isBookable());
    const PlanRow &row = date.plan->rows[date.plan->rows.size() / 3];
    for (int seat : {0, 1})
        QCOMPARE(date.shown[row.firstSeat + row.seatCount / 2 + seat], SeatShown::Free);
}

void DemoSeasonTest::theBooksOfTheCrowdAreClean()
{
    const AuditReport report = must(audit(demo().node().db()));
    QVERIFY(report.clean());
    QVERIFY(report.count(u"sales") > 100);
    QCOMPARE(report.count(u"sales"), report.count(u"wallets")); // a guest each, who is gone
    for (const QStringView left : {u"held", u"paying", u"openTenders", u"claims", u"admitted", u"waiting"})
        QCOMPARE(report.count(left), 0);
}

void DemoSeasonTest::theSameSeatsAreSoldOnEveryNode()
{
    DemoNode other;
    const QList<PerformanceOffer> offers = other.offers();
    for (const PerformanceOffer &offer : demo().offers()) {
        const auto same = std::ranges::find_if(
            offers, [&](const PerformanceOffer &found) { return found.performance.id == offer.performance.id; });
        if (same != offers.end()) // else its sales ended just now
            QCOMPARE(other.seatsOf(*same).shown, demo().seatsOf(offer).shown);
    }
}

void DemoSeasonTest::importedTwiceNothingChanges()
{
    const AuditReport before = must(audit(demo().node().db()));
    must(importDemoSeason(demo().node(), SystemClock()));
    const AuditReport after = must(audit(demo().node().db()));
    for (const AuditCount &count : before.counts)
        QCOMPARE(after.count(count.name), count.value); // the journal's entries are one of them
}

QTEST_GUILESS_MAIN(DemoSeasonTest)
#include "DemoSeasonTest.moc"
