#include "domain/Catalogue.h"

#include <QtTest>

using namespace foyer;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(foyer::SalesWindow)

class SalesWindowTest : public QObject
{
    Q_OBJECT

    const QDateTime start{{2026, 11, 25}, {19, 0}, Qt::UTC};
    Performance performance() const
    {
        Performance p;
        p.startsAt = start;
        p.capacity = 100;
        return p;
    }

private Q_SLOTS:
    void aDateIsSoldInsideItsWindowOnly_data()
    {
        QTest::addColumn<int>("minute"); // seen from the start; sales 60 minutes before until 10 before
        QTest::addColumn<SalesWindow>("expected");
        QTest::newRow("long before") << -600 << SalesWindow::NotYetOpen;
        QTest::newRow("a minute early") << -61 << SalesWindow::NotYetOpen;
        QTest::newRow("the opening minute") << -60 << SalesWindow::Open;
        QTest::newRow("the last minute") << -11 << SalesWindow::Open;
        QTest::newRow("the closing minute") << -10 << SalesWindow::Closed;
        QTest::newRow("after") << 600 << SalesWindow::Closed;
    }
    void aDateIsSoldInsideItsWindowOnly()
    {
        QFETCH(int, minute);
        Performance p = performance();
        p.salesOpen = start.addSecs(-60 * 60);
        p.salesClose = start.addSecs(-10 * 60);
        QTEST(salesWindow(p, start.addSecs(minute * 60), 15min), "expected");
    }

    void customersCancelAsLongBeforeTheStartAsTheHouseSays_data()
    {
        QTest::addColumn<int>("minutesBefore"); // -1: never by themselves
        QTest::addColumn<int>("second");        // seen from the start
        QTest::addColumn<bool>("isCancelled");  // by the house
        QTest::addColumn<bool>("may");
        QTest::newRow("a year before") << 60 << -365 * 86'400 << false << true;
        QTest::newRow("the last second") << 60 << -3'601 << false << true;
        QTest::newRow("the hour begins") << 60 << -3'600 << false << false;
        QTest::newRow("half an hour before") << 60 << -1'800 << false << false;
        QTest::newRow("long after") << 60 << 86'400 << false << false;
        QTest::newRow("until the start") << 0 << -1 << false << true;
        QTest::newRow("at the start") << 0 << 0 << false << false;
        QTest::newRow("never, a year before") << -1 << -365 * 86'400 << false << false;
        QTest::newRow("the house cancelled it") << 60 << 86'400 << true << true;
        QTest::newRow("the house cancelled it, never") << -1 << -86'400 << true << false;
    }
    void customersCancelAsLongBeforeTheStartAsTheHouseSays()
    {
        QFETCH(int, minutesBefore);
        QFETCH(int, second);
        QFETCH(bool, isCancelled);
        Performance p = performance();
        p.state = isCancelled ? PerformanceState::Cancelled : PerformanceState::Scheduled;
        const auto before = minutesBefore < 0 ? std::nullopt : std::optional<std::chrono::seconds>(minutesBefore * 60);
        QTEST(mayCancel(p, start.addSecs(second), before), "may");
        QCOMPARE(cancelEnd(p, before), before ? start.addSecs(-*before / 1s) : QDateTime());
    }

    void withoutAWindowTheHouseSaysHowLongAfterTheStart_data()
    {
        QTest::addColumn<int>("allowedMinutes");
        QTest::addColumn<int>("second");
        QTest::addColumn<SalesWindow>("expected");
        QTest::newRow("a year before") << 15 << -365 * 86'400 << SalesWindow::Open;
        QTest::newRow("at the start") << 15 << 0 << SalesWindow::Open;
        QTest::newRow("14:59 after") << 15 << 899 << SalesWindow::Open;
        QTest::newRow("15 minutes after") << 15 << 900 << SalesWindow::Closed;
        QTest::newRow("nothing allowed, a second before") << 0 << -1 << SalesWindow::Open;
        QTest::newRow("nothing allowed, at the start") << 0 << 0 << SalesWindow::Closed;
    }
    void withoutAWindowTheHouseSaysHowLongAfterTheStart()
    {
        QFETCH(int, allowedMinutes);
        QFETCH(int, second);
        QTEST(salesWindow(performance(), start.addSecs(second), std::chrono::minutes(allowedMinutes)), "expected");
    }

    void aCancelledDateIsClosedAlsoBeforeItOpens()
    {
        Performance p = performance();
        p.salesOpen = start.addSecs(-60);
        p.state = PerformanceState::Cancelled;
        QCOMPARE(salesWindow(p, start.addSecs(-3'600), 15min), SalesWindow::Closed);
        QCOMPARE(salesWindow(p, start.addSecs(-30), 15min), SalesWindow::Closed);
    }

    void theClockOfAnotherZoneTellsTheSameMoment()
    {
        Performance p = performance();
        p.salesClose = start;
        QCOMPARE(salesWindow(p, start.addSecs(-1).toTimeZone(QTimeZone(9 * 3'600)), 0s), SalesWindow::Open);
        QCOMPARE(salesWindow(p, start.toTimeZone(QTimeZone(9 * 3'600)), 0s), SalesWindow::Closed);
    }

    void whatCanBeBookedIsOpenAndHasSomethingLeft()
    {
        PerformanceOffer offer{performance(), {}, {}, SalesWindow::Open, 6, {}};
        QVERIFY(offer.isBookable() && !offer.isSoldOut() && !offer.isNearlySoldOut());
        offer.seatsLeft = 5; // a twentieth
        QVERIFY(offer.isBookable() && offer.isNearlySoldOut());
        offer.seatsLeft = 0;
        QVERIFY(!offer.isBookable() && offer.isSoldOut() && !offer.isNearlySoldOut());
        offer.seatsLeft = 6;
        offer.window = SalesWindow::NotYetOpen;
        QVERIFY(!offer.isBookable() && !offer.isSoldOut());
    }
};

QTEST_GUILESS_MAIN(SalesWindowTest)
#include "SalesWindowTest.moc"
