#include "services/DemoSeason.h"
#include "services/PlanReader.h"
#include "services/SeasonReader.h"

#include <QElapsedTimer>
#include <QTest>
#include <cmath>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {
const QDate today(2026, 11, 22);

SeatingPlan planOf(DemoHouse house) { return readPlan(demoPlan(house), demoHouseId(house)).value(); }
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
    void theSeasonRunsForFiveWeeks();
    void oneNightIsNotYetOnSale();
    void theSeasonIsReadOnAnyDay();

private:
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
    QCOMPARE(plan.zones, (QList<PlanZone>{{u"1층"_s}, {u"2층"_s}, {u"3층"_s}}));
    QCOMPARE(nameOfSeat(plan, SeatIndex{0}), (SeatName{u"1층"_s, u"A"_s, u"1"_s}));
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
    QCOMPARE(demo.shows.size(), 6);
    for (const Show &show : demo.shows)
        QVERIFY(show.title.in(u"ko"_s) != show.title.in(u"en"_s) && !show.color.isEmpty());
    QCOMPARE(demo.ticketTypes.size(), 3);
    QVERIFY(demo.ticketTypes[0].proof.isEmpty() && !demo.ticketTypes[1].proof.isEmpty());
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
    QVERIFY(demo.performances.size() >= 24 && demo.performances.size() <= 28);
    const auto dayOf = [](const SeasonPerformance &performance) {
        return performance.startsAt.toTimeZone(QTimeZone("Asia/Seoul")).date();
    };
    QCOMPARE(dayOf(demo.performances.first()), today);
    QVERIFY(dayOf(demo.performances.last()) > today.addDays(28));
    QVERIFY(dayOf(demo.performances.last()) <= today.addDays(35));
}

void DemoSeasonTest::oneNightIsNotYetOnSale()
{
    const Season demo = season();
    const QDateTime now(today, {12, 0}, QTimeZone("Asia/Seoul"));
    const auto isLater = [&](const SeasonPerformance &night) {
        return night.salesOpen.isValid() && night.salesOpen > now;
    };
    QCOMPARE(std::ranges::count_if(demo.performances, isLater), 1);
}

void DemoSeasonTest::theSeasonIsReadOnAnyDay()
{
    for (int day = 0; day < 400; day += 7)
        QVERIFY(readSeason(demoSeason(today.addDays(day))).ok());
}

QTEST_GUILESS_MAIN(DemoSeasonTest)
#include "DemoSeasonTest.moc"
