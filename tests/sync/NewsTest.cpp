#include "sync/World.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// What a terminal knows of seats that others have: enough to show a true map, never enough to sell by.
class NewsTest : public QObject
{
    Q_OBJECT

private:
    static SeatShown shown(TestTerminal &terminal, World &w, int seat)
    {
        return must(terminal.shop->reservations.shown(w.free(), {SeatIndex(seat)}, {})).constFirst();
    }
    static int left(TestShop &shop, World &w)
    {
        int seats = 0;
        for (const CatalogueStore::Left &category : CatalogueStore(shop.db()).left(w.free()))
            seats += category.seats;
        return seats;
    }
    static void verifyClean(TestShop &shop)
    {
        const AuditReport report = foyer::audit(shop.db()).value();
        QVERIFY2(report.clean(), report.violations.isEmpty()
                                     ? ""
                                     : qPrintable(report.violations[0].rule + u": "_s + report.violations[0].words));
    }
    static void agree(World &w, std::initializer_list<TestTerminal *> terminals)
    {
        for (TestTerminal *terminal : terminals) {
            terminal->session(w.hub);
            terminal->hear(w.hub);
        }
        for (TestTerminal *terminal : terminals) // of what the others told
            terminal->hear(w.hub);
    }

private Q_SLOTS:
    void whatOthersHoldAndSellIsShownSo()
    {
        World w;
        const TokenPass pass = w.one.shop.guest();
        const Hold hold = must(w.one.hold(w.hub, pass, {3, 4}));
        w.two.hear(w.hub);
        QCOMPARE(shown(w.two, w, 3), SeatShown::NotHere);
        QCOMPARE(left(w.two.shop, w), left(w.hub.shop, w));
        must(w.one.shop->payments.pay(pass, w.one.shop.ids.make<OrderId>(), hold.id));
        agree(w, {&w.one, &w.two});
        QCOMPARE(shown(w.two, w, 3), SeatShown::Taken);
        QCOMPARE(left(w.two.shop, w), left(w.hub.shop, w));
        QCOMPARE(left(w.one.shop, w), left(w.hub.shop, w));
        for (TestTerminal *terminal : {&w.one, &w.two})
            verifyClean(terminal->shop);
        verifyClean(w.hub.shop);
    }

    void whatComesBackIsShownSo()
    {
        World w;
        const TokenPass pass = w.one.shop.guest();
        must(w.one.hold(w.hub, pass, {3}));
        const int before = left(w.two.shop, w);
        w.two.hear(w.hub);
        QCOMPARE(left(w.two.shop, w), before - 1);
        must(w.one.shop->payments.endVisit(pass, {})); // into its allotment, whence anybody can have it
        agree(w, {&w.one, &w.two});
        QCOMPARE(left(w.two.shop, w), before);
        must(w.one->giveBack(w.free(), TestShop::seats({3})));
        agree(w, {&w.one, &w.two});
        QCOMPARE(left(w.two.shop, w), before);
        QCOMPARE(left(w.hub.shop, w), before);
        verifyClean(w.two.shop);
    }

    void theSameNewsTwiceChangeNothing()
    {
        World w;
        must(w.one.sell(w.hub, {3}));
        const auto changed = must(w.hub.service().changedAfter(0));
        const HubNews news = HubService::newsFor(w.two.epoch(), 0, changed);
        w.two.hear(w.hub);
        const int once = left(w.two.shop, w);
        must(w.two->heard(news));
        QCOMPARE(left(w.two.shop, w), once);
        verifyClean(w.two.shop);
    }

    void whatIsGivenAheadIsTakenOnce()
    {
        World w;
        QCOMPARE(must(w.hub->allot(w.one.epoch(), w.free(), 4)), 4);
        QCOMPARE(must(w.hub->allot(w.one.epoch(), w.free(), 4)), 0); // it has them
        w.one.hear(w.hub);
        QCOMPARE(w.one.unused(), 4);
        const PlacedRight right = SeatStore(w.one.shop.db()).given().constFirst();
        const auto stale = must(w.hub.service().changedAfter(0));
        must(w.one->giveBack(right.performance, {right.seat}));
        must(w.one->heard(HubService::newsFor(w.one.epoch(), 0, stale))); // late: it has parted with one since
        QCOMPARE(w.one.unused(), 3);
        agree(w, {&w.one, &w.two});
        QCOMPARE(w.one.unused(), 3);
        QCOMPARE(left(w.hub.shop, w), left(w.two.shop, w) - 3); // which two could have as well
    }

    /// Other numbers are other chairs: a plan that grew by a row in front would sell each of them twice.
    void rightsToSeatsOfAnotherPlanAreNotTaken()
    {
        World w;
        SeatingPlan other = TestShop::smallHall();
        other.name = u"rebuilt"_s;
        must(w.hub.shop->catalogue.importPlan(other)); // which the terminals don't have yet
        must(w.hub->allot(w.one.epoch(), w.free(), 4));
        w.one.hear(w.hub);
        w.one.session(w.hub);
        QCOMPARE(w.one.unused(), 0);
        w.one.follow(w.hub);
        w.one.session(w.hub); // sent again
        QCOMPARE(w.one.unused(), 4);
        verifyClean(w.one.shop);
        verifyClean(w.hub.shop);
    }

    /// Seats that were another's are taken by an answer, or sent again: they are left here from then on.
    void whatIsTakenCountsAsLeftWhoeverHadIt()
    {
        World w;
        must(w.hub->allot(w.two.epoch(), w.free(), 4));
        w.two.session(w.hub);
        const RightsRequest vain = w.request(w.one, {0, 1, 2, 3, 4, 5, 6, 7});
        must(w.hub.service().give(w.one.epoch(), vain, false)); // recalled in vain: shown to be another's
        w.one.hear(w.hub);
        must(w.hub->revoke(w.two.node()));
        QVERIFY(must(w.two->close()));
        w.two.pushAll(w.hub, 0);
        must(w.hub->allot(w.one.epoch(), w.free(), 4));
        w.one.session(w.hub); // before any news
        w.one.hear(w.hub);
        QCOMPARE(w.one.unused(), 4);
        verifyClean(w.one.shop);
        QCOMPARE(left(w.one.shop, w), left(w.hub.shop, w) + 4);
    }

    /// Of a date that nobody sells any more nothing is told, and its unused rights come back before.
    void nearADatesEndWhatIsUnusedComesBackAndLaterNothingIsTold()
    {
        World w;
        must(w.hub->allot(w.one.epoch(), w.free(), 4));
        const TokenPass pass = w.one.shop.guest();
        must(w.one.hold(w.hub, pass, {9})); // a customer has it
        agree(w, {&w.one});
        const auto ending = [&] { return must(w.hub.service().nearTheEnd({w.one.epoch()})); };
        QVERIFY(ending().isEmpty());
        const Performance date = *CatalogueStore(w.hub.shop.db()).performance(w.free());
        const auto until = [&](const QDateTime &at) {
            w.hub.shop.clock.advance(std::chrono::milliseconds(w.hub.shop.clock.utc().msecsTo(at)));
        };
        until(date.startsAt + CatalogueStore(w.hub.shop.db()).settings().sellAfterStart - std::chrono::minutes(5));
        QVERIFY(ending().isEmpty()); // a clock two days ahead of the journal isn't believed
        must(w.hub->allot(w.two.epoch(), w.hub.shop.performance(), 1));
        QCOMPARE(ending().size(), 4);
        const auto topUps = must(w.hub.service().topUps({w.one.epoch()}));
        QVERIFY(
            std::none_of(topUps.begin(), topUps.end(), [&](const auto &each) { return each.performance == w.free(); }));
        for (const HubService::Recall &each : ending())
            must(w.one->giveBack(each.performance, {each.seat}));
        agree(w, {&w.one});
        QCOMPARE(w.one.unused(), 0);
        QVERIFY(ending().isEmpty());
        QVERIFY(!must(w.hub.service().changedAfter(0)).seats.isEmpty());
        until(date.startsAt.addDays(9));
        QVERIFY(must(w.hub.service().changedAfter(0)).seats.isEmpty());
    }

    /// Its changes are counted anew: what was heard of the other one is forgotten.
    void afterARestoreOfTheHubNewsAreCountedAnew()
    {
        World w;
        const QByteArray backup = w.hub.shop.copy();
        must(w.one.sell(w.hub, {3}));
        must(w.one.sell(w.hub, {4}));
        w.two.hear(w.hub);
        QCOMPARE(shown(w.two, w, 4), SeatShown::NotHere); // given, and not told of yet
        w.hub.restore(backup);
        must(w.hub->restored());
        w.two.session(w.hub);
        w.two.hear(w.hub);
        QCOMPARE(shown(w.two, w, 4), SeatShown::Free);                  // the hub has forgotten it
        QCOMPARE(answerOf(w.two.sell(w.hub, {4})), u"HubRecovering"_s); // and gives nothing for now
        agree(w, {&w.one, &w.two});
        QCOMPARE(shown(w.two, w, 4), SeatShown::Taken);
        QCOMPARE(left(w.two.shop, w), left(w.hub.shop, w));
        verifyClean(w.two.shop);
    }
};

QTEST_GUILESS_MAIN(NewsTest)
#include "NewsTest.moc"
