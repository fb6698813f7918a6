#include "sync/World.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// Whose right a seat is: laws 1 to 3. Each story is a counterexample to a law without the sentence it is named after.
class RightsLawTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The hub may ask for it back before it has heard of the hold.
    void law3_whatACustomerHasIsNotGivenBack()
    {
        World w;
        const TokenPass pass = w.one.shop.guest();
        const Hold hold = must(w.one.hold(w.hub, pass, {3}));
        must(w.one->giveBack(w.free(), TestShop::seats({3})));
        w.one.session(w.hub);
        QCOMPARE(w.seat(3).state, SeatState::Given);
        QCOMPARE(answerOf(w.two.sell(w.hub, {3})), u"SeatTaken"_s);
        must(w.one.shop->payments.pay(pass, w.one.shop.ids.make<OrderId>(), hold.id));
        w.one.session(w.hub);
        QCOMPARE(w.seat(3).state, SeatState::Sold);
    }

    void aSaleReachesTheHub()
    {
        World w;
        const OrderId order = must(w.one.sell(w.hub, {3, 4}));
        QCOMPARE(w.seat(3).state, SeatState::Given);
        w.one.session(w.hub);
        QCOMPARE(w.seat(3).state, SeatState::Sold);
        QCOMPARE(w.seat(4).order, order);
        QCOMPARE(w.seat(3).holder, w.one.epoch());
        QCOMPARE(audit(w.one.shop), QString());
    }

    void law1_aSeatIsGivenToOne()
    {
        World w;
        must(w.one.hold(w.hub, w.one.shop.guest(), {3}));
        QCOMPARE(answerOf(w.two.hold(w.hub, w.two.shop.guest(), {2, 3})), u"SeatTaken"_s);
        QCOMPARE(w.seat(2).state, SeatState::Pool); // all or none
    }

    void law1_whatARevokedNodeHeldStaysInQuarantineUntilItCloses()
    {
        World w;
        const TokenPass pass = w.one.shop.guest();
        must(w.one.hold(w.hub, pass, {3}));
        must(w.hub->revoke(w.one.node()));
        QCOMPARE(w.seat(3).state, SeatState::Quarantined);
        QCOMPARE(answerOf(w.two.sell(w.hub, {3})), u"SeatTaken"_s);
        // it learns of it, closes, and is read to its closing entry
        QVERIFY(must(w.one->close()));
        QCOMPARE(w.one.pushAll(w.hub, 0).word, EpochWord::Over);
        QCOMPARE(w.state(w.one.epoch()), EpochState::Closed);
        QCOMPARE(w.seat(3).state, SeatState::Pool);
        must(w.two.sell(w.hub, {3}));
        QCOMPARE(audit(w.one.shop), QString());
    }

    /// Read 'to the end' isn't read to the closing entry: it sells on until it knows.
    void law1_aRevokedNodeSellsOnAndItsSaleCounts()
    {
        World w;
        const TokenPass pass = w.one.shop.guest();
        const Hold hold = must(w.one.hold(w.hub, pass, {3}));
        must(w.hub->revoke(w.one.node()));
        w.one.pushAll(w.hub, 0); // all that it has
        QCOMPARE(w.seat(3).state, SeatState::Quarantined);
        const OrderId order = must(w.one.shop->payments.pay(pass, w.one.shop.ids.make<OrderId>(), hold.id));
        QCOMPARE(answerOf(w.two.sell(w.hub, {3})), u"SeatTaken"_s);
        w.one.pushAll(w.hub, 0);
        QCOMPARE(w.seat(3).state, SeatState::Sold);
        QCOMPARE(w.seat(3).order, order);
    }

    void law1_anEpochIsNotClosedWhileSomethingIsBeingPaid()
    {
        World w;
        const TokenPass pass = w.one.shop.guest();
        const Hold hold = must(w.one.hold(w.hub, pass, {3}));
        const Tender tender = w.one.shop.beginTopUp(pass, 1'000, TenderKind::Card, hold.id);
        must(w.hub->revoke(w.one.node()));
        QVERIFY(!must(w.one->close()));
        w.one.pushAll(w.hub, 0);
        QCOMPARE(w.seat(3).state, SeatState::Quarantined);
        must(w.one.shop->payments.answered(tender.id, DeviceAnswer::Declined));
        QVERIFY(must(w.one->close()));
    }

    void law1_nothingIsTakenAfterTheClosingEntry()
    {
        World w;
        const TokenPass pass = w.one.shop.guest();
        const HoldAnswer asked = must(w.one.shop->reservations.hold(pass, w.free(), TestShop::seats({3})));
        const RightsAnswer late = must(w.hub->give(w.one.epoch(), *asked.pending));
        must(w.hub->revoke(w.one.node()));
        QVERIFY(must(w.one->close()));
        w.one.pushAll(w.hub, 0);
        must(w.two.sell(w.hub, {3}));
        QVERIFY(!w.one.shop->reservations.answered(late, pass).ok());
        QCOMPARE(w.one.unused(), 0);
        QCOMPARE(answerOf(w.hub->give(w.one.epoch(), *asked.pending)), u"EnrolmentOver"_s); // asked once more
    }

    void law1_aClosedEpochsSaleIsNoLongerTheSellersToRefund()
    {
        World w;
        const OrderId order = must(w.one.sell(w.hub, {3})); // never sent
        QVERIFY(must(w.one->close()));
        QCOMPARE(answerOf(w.one.shop->payments.refund(order, {}, u"changed her mind"_s)), u"RefundAtHub"_s);
    }

    void law3_noNewEpochBeginsWhileSomethingIsBeingPaid()
    {
        World w;
        const TokenPass pass = w.one.shop.guest();
        const Hold hold = must(w.one.hold(w.hub, pass, {3}));
        const Tender tender = w.one.shop.beginTopUp(pass, 1'000, TenderKind::Card, hold.id);
        const Enrolment next = must(w.hub->begin(must(w.one->wantEnrolment())));
        QCOMPARE(answerOf(w.one->begin(next, w.hub.link())), u"TenderInDoubt"_s);
        must(w.one.shop->payments.answered(tender.id, DeviceAnswer::Approved));
        must(w.one.shop->payments.pay(pass, w.one.shop.ids.make<OrderId>(), hold.id));
        QCOMPARE(answerOf(w.one->begin(next, w.hub.link())), u"TenderInDoubt"_s); // the change is still here
        must(w.one.shop->payments.endVisit(pass, {}));
        must(w.one->begin(next, w.hub.link()));
    }

    void law1_staffMayReleaseAndALateSaleIsATask()
    {
        World w;
        const TokenPass pass = w.one.shop.guest();
        const Hold hold = must(w.one.hold(w.hub, pass, {3}));
        must(w.hub->revoke(w.one.node()));
        must(w.release(w.one.epoch()));
        const OrderId again = must(w.two.sell(w.hub, {3}));
        w.two.session(w.hub);
        const OrderId late = must(w.one.shop->payments.pay(pass, w.one.shop.ids.make<OrderId>(), hold.id));
        w.one.pushAll(w.hub, 0);
        QCOMPARE(w.seat(3).order, again);
        QCOMPARE(w.conflicts().size(), 1);
        QCOMPARE(w.conflicts().constFirst().late.order, late);
        w.one.pushAll(w.hub, 0);
        QCOMPARE(w.conflicts().size(), 1); // once
    }

    void law1_aSeatWithATicketIsNeverFreeAgain()
    {
        World w;
        const TokenPass pass = w.one.shop.guest();
        const Hold hold = must(w.one.hold(w.hub, pass, {3}));
        must(w.hub->revoke(w.one.node()));
        must(w.release(w.one.epoch()));
        must(w.two.hold(w.hub, w.two.shop.guest(), {3}));
        const OrderId late = must(w.one.shop->payments.pay(pass, w.one.shop.ids.make<OrderId>(), hold.id));
        w.one.pushAll(w.hub, 0);
        QCOMPARE(w.conflicts().size(), 1);
        QVERIFY(must(w.two->close())); // it didn't sell the seat
        w.two.pushAll(w.hub, 0);
        QCOMPARE(w.seat(3).order, late);
        QVERIFY(w.conflicts().isEmpty());
        QVERIFY(must(foyer::audit(w.hub.shop.db())).clean());
    }

    void law1_releaseTakesTwoPeopleWithReasonsOneASupervisor_data()
    {
        QTest::addColumn<int>("second");
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("answer");
        QTest::newRow("two, one a supervisor") << 2 << int(Role::Supervisor) << u"its disk burnt"_s << u"ok"_s;
        QTest::newRow("the same twice") << 1 << int(Role::Supervisor) << u"its disk burnt"_s << u"TwoPeopleNeeded"_s;
        QTest::newRow("no supervisor") << 2 << int(Role::Clerk) << u"its disk burnt"_s << u"RoleTooLow"_s;
        QTest::newRow("no reason") << 2 << int(Role::Manager) << u"  "_s << u"ReasonNeeded"_s;
    }
    void law1_releaseTakesTwoPeopleWithReasonsOneASupervisor()
    {
        QFETCH(int, second);
        QFETCH(int, role);
        QFETCH(QString, why);
        QFETCH(QString, answer);
        World w;
        must(w.one.hold(w.hub, w.one.shop.guest(), {3}));
        must(w.hub->revoke(w.one.node()));
        Consent other = w.consent(quint32(second), Role(role));
        other.why = why;
        QCOMPARE(answerOf(w.hub->release(w.one.epoch(), w.consent(1, Role::Clerk), other)), answer);
        QCOMPARE(w.seat(3).state, answer == u"ok"_s ? SeatState::Pool : SeatState::Quarantined);
    }

    void law12_aHubWithTerminalsSellsNothing()
    {
        World w;
        const TokenPass pass = w.hub.shop.guest();
        QCOMPARE(answerOf(w.hub.shop->reservations.hold(pass, w.free(), TestShop::seats({3}))), u"HubSellsNothing"_s);
        QCOMPARE(w.seat(3).state, SeatState::Pool);
        must(w.one.sell(w.hub, {3}));
    }

    void law2_theHubCommitsTheLossBeforeItSends()
    {
        World w;
        const RightsAnswer answer = must(w.hub->give(w.one.epoch(), w.request(w.one, {3})));
        w.hub.restart(); // after the commit, before the answer left
        QCOMPARE(w.seat(3).fence, answer.given.constFirst().fence);
        QCOMPARE(answerOf(w.two.sell(w.hub, {3})), u"SeatTaken"_s);
        w.one.session(w.hub); // law 5 finds it
        QCOMPARE(w.one.unused(), 1);
    }

    void sellsOnWithoutTheHubFromWhatItWasGiven()
    {
        World w;
        QVERIFY(w.take(w.one, must(w.hub->give(w.one.epoch(), w.request(w.one, {10, 11, 12})))));
        const TokenPass pass = w.one.shop.guest();
        const HoldAnswer alone = must(w.one.shop->reservations.hold(pass, w.free(), TestShop::seats({10, 11})));
        QVERIFY(alone.hold); // nobody was asked
        must(w.one.shop->payments.pay(pass, w.one.shop.ids.make<OrderId>(), alone.hold->id));
        w.one.session(w.hub);
        QCOMPARE(w.seat(11).state, SeatState::Sold);
        QCOMPARE(w.seat(12).state, SeatState::Given);
        QCOMPARE(w.hub.shop.seatsLeft(u"free"_s), 27);
    }
};

QTEST_GUILESS_MAIN(RightsLawTest)
#include "RightsLawTest.moc"
