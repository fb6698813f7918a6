#include "domain/Limits.h"
#include "support/Audit.h"

#include <QRandomGenerator>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Flow 5: hold seats.
class HoldFlowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flow5_1_onlyAnAdmittedTokenHolds()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0});
        must(shop->payments.endVisit(pass, {}));
        const PerformanceKey tonight = shop.performance();
        QCOMPARE(answerOf(shop->reservations.hold(pass, tonight, shop.seats({1}))), u"TokenEnded"_s);
        QCOMPARE(answerOf(shop->reservations.prolong(pass, hold.id)), u"TokenEnded"_s);
        QCOMPARE(answerOf(shop->reservations.release(pass, hold.id, {})), u"TokenEnded"_s);
        QCOMPARE(answerOf(shop->reservations.setTicketType(pass, hold.id, SeatIndex(0), shop.type(u"youth"_s))),
            u"TokenEnded"_s);
    }

    void flow5_2_aTakenSeatIsNamedWithTheNearestOfTheSamePrice()
    {
        TestShop shop;
        shop.hold(shop.guest(), {16, 17}); // D2, D3
        const auto no = shop->reservations.hold(shop.guest(), shop.performance(), shop.seats({15, 16, 17}));
        QCOMPARE(refusal(no).why, Refusal::SeatTaken);
        QCOMPARE(refusal(no).seats, shop.seats({16, 17}));
        QCOMPARE(refusal(no).nearest.size(), 3);
        QVERIFY(refusal(no).nearest.contains(SeatIndex(11))); // the seat before it; E2 behind it costs less
        for (SeatIndex seat : refusal(no).nearest) {
            QVERIFY(indexOf(seat) < 20);
            QCOMPARE(shop.shown(indexOf(seat)), SeatShown::Free);
        }
    }

    void flow5_2_soldIsTakenToo()
    {
        TestShop shop;
        shop.sold({0});
        QCOMPARE(
            refusal(shop->reservations.hold(shop.guest(), shop.performance(), shop.seats({0}))).seats, shop.seats({0}));
    }

    void flow5_2_seatsThatDontExist_data()
    {
        QTest::addColumn<QList<int>>("seats");
        QTest::newRow("none") << QList<int>{};
        QTest::newRow("beyond the plan") << QList<int>{30};
        QTest::newRow("before the plan") << QList<int>{-1};
        QTest::newRow("the same twice") << QList<int>{1, 1};
    }

    void flow5_2_seatsThatDontExist()
    {
        QFETCH(QList<int>, seats);
        TestShop shop;
        QCOMPARE(
            answerOf(shop->reservations.hold(shop.guest(), shop.performance(), shop.seats(seats))), u"SeatUnknown"_s);
    }

    void flow5_3_nothingIsHalfHeld()
    {
        TestShop shop;
        shop.hold(shop.guest(), {2});
        const TokenPass pass = shop.guest();
        const QByteArray before = dumpHash(shop.file());
        QCOMPARE(answerOf(shop->reservations.hold(pass, shop.performance(), shop.seats({0, 1, 2}))), u"SeatTaken"_s);
        QCOMPARE(dumpHash(shop.file()), before);
        QCOMPARE(shop.shown(0), SeatShown::Free);
    }

    void flow5_4_oneHoldAPerformanceGrowsSeatBySeat()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold first = shop.hold(pass, {0});
        shop.clock.advance(1min);
        const Hold grown = shop.hold(pass, {1, 2});
        QCOMPARE(grown.id, first.id);
        QCOMPARE(grown.seats.size(), 3);
        QCOMPARE(grown.deadline, first.deadline); // set by the first seat, not moved by more
        QCOMPARE(first.deadline, shop.clock.steady() - 1min + TestShop::house().holdTime);
        const Hold other = shop.hold(pass, {0}, u"tomorrow"_s);
        QVERIFY(other.id != first.id);
        QCOMPARE(audit(shop), QString());
    }

    void flow5_4_thePriceIsFixedWhenHeld()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0});
        shop.run("UPDATE price SET amount = 99000");
        QCOMPARE(must(shop->reservations.seats(shop.performance(), pass.id)).hold->total({}), shop.won(30'000));
        shop.topUp(pass, 30'000);
        const Order order = must(shop->payments.order(shop.pay(pass, hold)));
        QCOMPARE(order.total, shop.won(30'000));
    }

    void flow5_4_theTicketTypeChoosesAmongItsPrices()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0, 25});
        const TicketTypeKey youth = shop.type(u"youth"_s);
        const auto set = [&](int seat, TicketTypeKey type) {
            return shop->reservations.setTicketType(pass, hold.id, SeatIndex(seat), type);
        };
        QCOMPARE(must(set(0, youth)).total({}), shop.won(35'000));
        QCOMPARE(answerOf(set(25, youth)), u"TicketTypeUnknown"_s); // no such price in S
        QCOMPARE(answerOf(set(0, {77})), u"TicketTypeUnknown"_s);
        QCOMPARE(answerOf(set(1, youth)), u"SeatUnknown"_s);
        QCOMPARE(must(set(0, shop.type(u"adult"_s))).total({}), shop.won(45'000));
    }

    void flow5_4_prolongedOnce()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0});
        QCOMPARE(must(shop->reservations.prolong(pass, hold.id)).deadline, hold.deadline + TestShop::house().prolongBy);
        QCOMPARE(answerOf(shop->reservations.prolong(pass, hold.id)), u"AlreadyProlonged"_s);
        shop.clock.advance(9min + 59s);
        must(shop->sweep());
        QCOMPARE(shop.shown(0), SeatShown::Taken);
        shop.clock.advance(1s);
        must(shop->sweep());
        QCOMPARE(shop.shown(0), SeatShown::Free);
        QCOMPARE(audit(shop), QString());
    }

    void flow5_4_lapsesAtItsDeadline_data()
    {
        QTest::addColumn<int>("secondsLater");
        QTest::addColumn<QString>("answer");
        QTest::newRow("still held") << 299 << u"SeatTaken"_s;
        QTest::newRow("over") << 300 << u"ok"_s;
    }

    void flow5_4_lapsesAtItsDeadline()
    {
        QFETCH(int, secondsLater);
        QFETCH(QString, answer);
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0});
        shop.clock.advance(std::chrono::seconds(secondsLater));
        must(shop->sweep());
        QCOMPARE(answerOf(shop->reservations.hold(shop.guest(), shop.performance(), shop.seats({0}))), answer);
        if (answer == u"ok"_s) {
            const auto no = shop->reservations.prolong(pass, hold.id);
            QCOMPARE(refusal(no).why, Refusal::HoldExpired);
            QCOMPARE(refusal(no).seats, shop.seats({0}));
        }
    }

    void flow5_4_overIsOverAlsoBeforeTheSweep()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0});
        shop.topUp(pass, 100'000);
        shop.clock.advance(5min);
        const PerformanceKey tonight = shop.performance();
        QCOMPARE(answerOf(shop->reservations.hold(pass, tonight, shop.seats({1}))), u"HoldExpired"_s);
        QCOMPARE(answerOf(shop->reservations.prolong(pass, hold.id)), u"HoldExpired"_s);
        QCOMPARE(answerOf(shop->payments.pay(pass, shop.ids.make<OrderId>(), hold.id)), u"HoldExpired"_s);
        QCOMPARE(shop.balance(pass), 100'000);
        must(shop->sweep());
        QVERIFY(shop.hold(pass, {0}).id != hold.id); // once it has lapsed, the same customer may start again
    }

    void flow5_4_releasedSeatBySeatAndOnLeaving()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0, 1, 2});
        const auto release = [&](const QList<int> &seats) {
            return shop->reservations.release(pass, hold.id, shop.seats(seats));
        };
        QCOMPARE(answerOf(release({5})), u"SeatUnknown"_s);
        QCOMPARE(answerOf(release({0, 0, 0})), u"SeatUnknown"_s);
        QCOMPARE(must(release({1})).seats.size(), 2);
        QCOMPARE(shop.shown(1), SeatShown::Free);
        QCOMPARE(must(release({0, 2})).state, HoldState::Released);
        QCOMPARE(answerOf(release({0})), u"HoldExpired"_s);
        shop.hold(pass, {7});
        shop.hold(pass, {8}, u"tomorrow"_s);
        must(shop->payments.endVisit(pass, {}));
        QCOMPARE(shop.shown(7), SeatShown::Free);
        QCOMPARE(shop.shown(8, u"tomorrow"_s), SeatShown::Free);
        QCOMPARE(shop.number("SELECT count(*) FROM seat_right"), 0);
        QCOMPARE(audit(shop), QString());
    }

    void flow5_4_atStartAllHoldsLapseButWhatIsBeingPaid()
    {
        TestShop shop;
        const TokenPass held = shop.guest();
        shop.hold(held, {0, 1});
        const TokenPass paying = shop.guest();
        const Hold hold = shop.hold(paying, {2});
        const Tender tender = shop.beginTopUp(paying, 30'000, TenderKind::Card, hold.id);
        shop.clock.reboot();
        shop.restart();
        QCOMPARE(shop.shown(0), SeatShown::Free);
        QCOMPARE(shop.shown(2), SeatShown::Taken);
        QCOMPARE(must(shop->payments.openTenders()).size(), 1);
        QCOMPARE(audit(shop), QString());

        // its deadline was the old boot's; after the answer there is a minute to go on, and no more
        must(shop->payments.answered(tender.id, DeviceAnswer::Declined));
        shop.clock.advance(limits::holdAfterTender - 1s);
        must(shop->sweep());
        QCOMPARE(shop.shown(2), SeatShown::Taken);
        shop.clock.advance(1s);
        must(shop->sweep());
        QCOMPARE(shop.shown(2), SeatShown::Free);
        QCOMPARE(audit(shop), QString());
    }

    void flow5_4_anExpiredTokenLetsGo()
    {
        TestShop::Options options;
        options.settings.holdTime = 1h;
        TestShop shop(options);
        shop.hold(shop.guest(), {0});
        shop.clock.advance(limits::tokenPeriod);
        must(shop->sweep());
        QCOMPARE(shop.shown(0), SeatShown::Free);
        QCOMPARE(audit(shop), QString());
    }

    void flow5_4_otherCustomersCantTouchAHold()
    {
        TestShop shop;
        const Hold hold = shop.hold(shop.guest(), {0});
        const TokenPass thief = shop.guest();
        shop.topUp(thief, 100'000);
        QCOMPARE(answerOf(shop->reservations.release(thief, hold.id, {})), u"HoldUnknown"_s);
        QCOMPARE(answerOf(shop->reservations.prolong(thief, hold.id)), u"HoldUnknown"_s);
        QCOMPARE(answerOf(shop->reservations.setTicketType(thief, hold.id, SeatIndex(0), shop.type(u"youth"_s))),
            u"HoldUnknown"_s);
        QCOMPARE(answerOf(shop->payments.pay(thief, shop.ids.make<OrderId>(), hold.id)), u"HoldUnknown"_s);
        QCOMPARE(shop.balance(thief), 100'000);
    }

    void flow5_4_exchangedSeatsChangeHandsTogetherOrNotAtAll()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold full = shop.hold(pass, {0, 1, 2, 3, 4, 5, 6, 7}); // as many as an order may have
        shop.hold(shop.guest(), {10});
        const auto exchange = [&](const QList<int> &seats, const QList<int> &instead) {
            return shop->reservations.hold(pass, shop.performance(), shop.seats(seats), shop.seats(instead));
        };
        QCOMPARE(answerOf(exchange({9, 10}, {0, 1})), u"SeatTaken"_s);
        QCOMPARE(shop.shown(0), SeatShown::Taken); // by whom it was
        QCOMPARE(shop.shown(9), SeatShown::Free);
        QCOMPARE(answerOf(exchange({8, 9, 11}, {0, 1})), u"OrderLimit"_s);
        QCOMPARE(answerOf(exchange({8}, {0, 12})), u"HoldExpired"_s); // one isn't there to be given up
        const Hold after = *must(exchange({8, 9}, {0, 1})).hold;
        QCOMPARE(after.id, full.id);
        QCOMPARE(after.deadline, full.deadline); // no new time for seats
        QCOMPARE(after.seats.size(), 8);
        QCOMPARE(shop.shown(0), SeatShown::Free);
        QCOMPARE(shop.shown(8), SeatShown::Taken);
        const Hold all = *must(exchange({0, 1}, {2, 3, 4, 5, 6, 7, 8, 9})).hold;
        QCOMPARE(all.state, HoldState::Held);
        QCOMPARE(all.seats.size(), 2);
        QCOMPARE(audit(shop), QString());
    }

    void flow5_5_theLimitIsSaid()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.hold(pass, {0, 1, 2, 3, 4, 5, 6});
        const auto no = shop->reservations.hold(pass, shop.performance(), shop.seats({7, 8}));
        QCOMPARE(refusal(no).why, Refusal::OrderLimit);
        QCOMPARE(refusal(no).limit, 8);
        QCOMPARE(shop.hold(pass, {7}).seats.size(), 8);
        QCOMPARE(answerOf(shop->reservations.hold(pass, shop.performance(), shop.seats({8}))), u"OrderLimit"_s);
    }

    void flow5_5_aSeatWithoutAPriceIsNotSold()
    {
        TestShop shop;
        shop.run("DELETE FROM price WHERE category = 'S'");
        QCOMPARE(
            answerOf(shop->reservations.hold(shop.guest(), shop.performance(), shop.seats({0, 25}))), u"NoPrice"_s);
        QCOMPARE(shop.shown(0), SeatShown::Free);
    }

    void flow5_2_ofTwoWhoRaceOneWins()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        TestShop shop;
        for (int round = 0; round < 1'000; ++round) {
            TokenPass racers[2] = {shop.guest(), shop.guest()};
            QList<SeatIndex> wanted[2];
            const int shared = int(random.bounded(30));
            for (QList<SeatIndex> &seats : wanted) {
                seats = {SeatIndex(shared)};
                for (int more = int(random.bounded(3)); more > 0; --more)
                    if (const auto seat = static_cast<SeatIndex>(random.bounded(30)); !seats.contains(seat))
                        seats.insert(int(random.bounded(int(seats.size()) + 1)), seat);
            }
            const int first = int(random.bounded(2));
            const auto won = shop->reservations.hold(racers[first], shop.performance(), wanted[first]);
            const auto lost = shop->reservations.hold(racers[1 - first], shop.performance(), wanted[1 - first]);
            QCOMPARE(answerOf(won), u"ok"_s);
            QCOMPARE(refusal(lost).why, Refusal::SeatTaken);
            QVERIFY(refusal(lost).seats.contains(SeatIndex(shared)));
            if (round % 100 == 0)
                QCOMPARE(audit(shop), QString());
            for (const TokenPass &racer : racers)
                must(shop->payments.endVisit(racer, {}));
        }
        QCOMPARE(shop.number("SELECT count(*) FROM seat_right"), 0);
        QCOMPARE(audit(shop), QString());
    }

    void flow5_2_twoProgramsOnOneDatabaseRaceForASeat()
    {
        TestShop shop;
        auto other = must(Connection::open(shop.file(), {.durable = false}));
        RootAuthority root;
        Services desk(*other, shop.clock, shop.ids, shop.secrets(), root);
        const TokenPass here = shop.guest();
        const TokenPass there = must(desk.tokens.issueToGuest()).pass;
        must(desk.reservations.hold(there, shop.performance(), shop.seats({0})));
        QCOMPARE(answerOf(shop->reservations.hold(here, shop.performance(), shop.seats({0}))), u"SeatTaken"_s);
        QCOMPARE(audit(shop), QString());
    }
};

QTEST_GUILESS_MAIN(HoldFlowsTest)
#include "HoldFlowsTest.moc"
