#include "support/Audit.h"

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// What staff at a counter may beside what a customer can: serve without a turn, give away, set seats aside.
class CounterFlowsTest : public QObject
{
    Q_OBJECT

    static StaffId kim(TestShop &shop) { return must(shop->staff.add(u"Kim"_s, Role::Supervisor, shop.pinHash())).id; }
    static void openShift(TestShop &shop)
    {
        shop.run("INSERT INTO shift (id, number, open, staff, opened_at, currency, opening) "
                 "SELECT randomblob(16), 1, 1, id, 0, 'KRW', 0 FROM staff LIMIT 1");
    }

private Q_SLOTS:
    void aCustomerAtACounterWaitsForNoTurnAndTakesNobodysPlace()
    {
        HouseSettings settings = TestShop::house();
        settings.admissionLimit = 1;
        TestShop shop({.settings = settings});
        const StaffId clerk = kim(shop);
        openShift(shop);
        must(shop->tokens.serve(std::nullopt, clerk)); // somebody is at the counter already
        const IssuedToken first = must(shop->tokens.issueToGuest());
        QCOMPARE(first.token.state, TokenState::Admitted);
        const IssuedToken waits = must(shop->tokens.issueToGuest());
        QCOMPARE(waits.token.state, TokenState::Waiting);

        const IssuedToken served = must(shop->tokens.serve(std::nullopt, clerk));
        QCOMPARE(served.token.state, TokenState::Admitted);
        QCOMPARE(served.token.servedBy, std::optional(clerk));
        QVERIFY(shop.lastEntry(u"token"_s).contains(clerk.text()));
        QCOMPARE(must(shop->queue.place(waits.token)).peopleAhead, 0);
        must(shop->payments.endVisit(served.pass, {})); // whoever it leaves lets in nobody beyond the limit
        QCOMPARE(must(shop->tokens.verify(waits.pass)).state, TokenState::Waiting);
        must(shop->payments.endVisit(first.pass, {}));
        QCOMPARE(must(shop->tokens.verify(waits.pass)).state, TokenState::Admitted);
        QCOMPARE(audit(shop), QString());
    }

    void nobodyIsServedWithoutAnOpenDrawer()
    {
        TestShop shop;
        const StaffId clerk = kim(shop);
        QCOMPARE(answerOf(shop->tokens.serve(std::nullopt, clerk)), u"ShiftNotOpen"_s);
        QCOMPARE(shop.entries(u"token"_s), 0);
    }

    void aSaleSaysWhoSoldItAndInWhichShift()
    {
        TestShop shop;
        const StaffId clerk = kim(shop);
        openShift(shop);
        const IssuedToken served = must(shop->tokens.serve(std::nullopt, clerk));
        const Hold hold = shop.hold(served.pass, {0});
        shop.topUp(served.pass, hold.total({}).minor, TenderKind::Cash);
        const Order order = must(shop->payments.order(shop.pay(served.pass, hold)));
        QCOMPARE(order.soldBy, u"Kim"_s);
        QVERIFY(shop.lastEntry(u"sold"_s).contains(clerk.text()));
        QCOMPARE(shop.number("SELECT count(*) FROM sale s JOIN shift h ON h.id = s.shift"), 1);
        QCOMPARE(shop.number("SELECT count(*) FROM tender t JOIN shift h ON h.id = t.shift"), 1);
    }

    void aTicketGivenAwayCostsNothingAndSaysWhy()
    {
        TestShop shop;
        const StaffId clerk = kim(shop);
        openShift(shop);
        const IssuedToken served = must(shop->tokens.serve(std::nullopt, clerk));
        const Hold hold = shop.hold(served.pass, {0, 1});
        QCOMPARE(answerOf(shop->reservations.giveAway(served.pass, hold.id, SeatIndex(0), clerk, u"  "_s)),
            u"ReasonNeeded"_s);
        QCOMPARE(answerOf(shop->reservations.giveAway(served.pass, hold.id, SeatIndex(7), clerk, u"press"_s)),
            u"SeatUnknown"_s);
        const Hold given = must(shop->reservations.giveAway(served.pass, hold.id, SeatIndex(0), clerk, u"press"_s));
        QCOMPARE(given.total({}).minor, hold.seats[1].price.minor);
        QVERIFY(shop.lastEntry(u"givenAway"_s).contains(u"press"_s));
        QVERIFY(shop.lastEntry(u"givenAway"_s).contains(clerk.text()));
        // a ticket type gives it its price again
        QCOMPARE(
            must(shop->reservations.setTicketType(served.pass, hold.id, SeatIndex(0), hold.seats[0].type)).total({}),
            hold.total({}));
        must(shop->reservations.giveAway(served.pass, hold.id, SeatIndex(0), clerk, u"press"_s));
        const Hold all = must(shop->reservations.giveAway(served.pass, hold.id, SeatIndex(1), clerk, u"prize"_s));
        const Order order = must(shop->payments.order(shop.pay(served.pass, all))); // nothing was paid in
        QVERIFY(order.total.isZero());
        QCOMPARE(order.tickets[0].freeBecause, u"press"_s);
        QCOMPARE(order.tickets[1].freeBecause, u"prize"_s);
        QCOMPARE(audit(shop), QString());
    }

    void seatsSetAsideAreNobodysUntilStaffReleaseThem()
    {
        TestShop shop;
        const StaffId clerk = kim(shop);
        openShift(shop);
        const IssuedToken served = must(shop->tokens.serve(std::nullopt, clerk));
        const Hold hold = shop.hold(served.pass, {0, 1});
        QCOMPARE(answerOf(shop->reservations.block(served.pass, hold.id, clerk, {})), u"ReasonNeeded"_s);
        must(shop->reservations.block(served.pass, hold.id, clerk, u"camera"_s));
        QVERIFY(shop.lastEntry(u"blocked"_s).contains(clerk.text()));
        QVERIFY(shop.lastEntry(u"blocked"_s).contains(u"camera"_s));

        QCOMPARE(answerOf(shop->payments.pay(served.pass, shop.ids.make<OrderId>(), hold.id)), u"HoldUnknown"_s);
        QCOMPARE(answerOf(shop->reservations.release(served.pass, hold.id, {})), u"HoldUnknown"_s);
        shop.clock.advance(std::chrono::minutes(30));
        must(shop->sweep());
        shop.restart();
        QCOMPARE(shop.shown(0), SeatShown::Taken);
        const TokenPass other = shop.guest();
        QCOMPARE(answerOf(shop->reservations.hold(other, shop.performance(), TestShop::seats({0}))), u"SeatTaken"_s);
        QCOMPARE(audit(shop), QString());

        const auto blocked = must(shop->reservations.blocked(shop.performance()));
        QCOMPARE(blocked.size(), 1);
        QCOMPARE(blocked[0].why, u"camera"_s);
        QCOMPARE(answerOf(shop->reservations.unblock(hold.id, TestShop::seats({5}), clerk)), u"SeatUnknown"_s);
        must(shop->reservations.unblock(hold.id, TestShop::seats({1}), clerk));
        QCOMPARE(must(shop->reservations.blocked(shop.performance()))[0].seats, TestShop::seats({0}));
        must(shop->reservations.unblock(hold.id, {}, clerk));
        QVERIFY(must(shop->reservations.blocked(shop.performance())).isEmpty());
        QCOMPARE(answerOf(shop->reservations.unblock(hold.id, {}, clerk)), u"HoldUnknown"_s);
        shop.hold(other, {0, 1});
        QCOMPARE(audit(shop), QString());
    }

    void onlyBlockedSeatsAreReleasedAsSuch()
    {
        TestShop shop;
        const StaffId clerk = kim(shop);
        const TokenPass guest = shop.guest();
        const Hold hold = shop.hold(guest, {0});
        QCOMPARE(answerOf(shop->reservations.unblock(hold.id, {}, clerk)), u"HoldUnknown"_s);
        QCOMPARE(shop.shown(0), SeatShown::Taken);
    }

    void anOrdersNumberNamesTheMachineThatSoldIt_data()
    {
        QTest::addColumn<int>("epoch");
        QTest::addColumn<QString>("lane"); // none: a root
        QTest::addColumn<QString>("number");
        QTest::newRow("a root") << 1 << QString() << u"2026-000001"_s;
        QTest::newRow("a root that began anew") << 2 << QString() << u"2026-2-000001"_s;
        QTest::newRow("a terminal") << 2 << u"B"_s << u"2026-B000001"_s;
        QTest::newRow("a terminal that was enrolled anew") << 3 << u"B"_s << u"2026-B2-000001"_s;
    }
    void anOrdersNumberNamesTheMachineThatSoldIt()
    {
        QFETCH(int, epoch);
        QFETCH(QString, lane);
        QFETCH(QString, number);
        TestShop shop;
        shop.run("UPDATE head SET epoch = ?", {epoch});
        shop.run("UPDATE seat_right SET epoch = ?", {epoch});
        if (!lane.isEmpty())
            shop.run("INSERT INTO hub (one, node, url, name, incarnation, change, catalogue, heard_at, lane) "
                     "VALUES (1, randomblob(16), '', '', 0, 0, 0, 0, ?)",
                {lane});
        const Order order = must(shop->payments.order(shop.sold({0})));
        QCOMPARE(order.number, number);
        QCOMPARE(must(shop->payments.orderByDigits(u"2026000001"_s)).id, order.id);
        QCOMPARE(must(shop->payments.orderByNumber(number.toLower())).id, order.id);
    }
};

QTEST_GUILESS_MAIN(CounterFlowsTest)
#include "CounterFlowsTest.moc"
