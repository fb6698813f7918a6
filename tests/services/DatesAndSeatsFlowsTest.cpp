#include "support/Audit.h"

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
std::optional<PerformanceOffer> offerOf(TestShop &shop, const QString &id)
{
    for (const PerformanceOffer &offer : must(shop->reservations.dates()))
        if (offer.performance.id == id)
            return offer;
    return std::nullopt;
}

TestShop::Options onePlace()
{
    TestShop::Options options;
    options.settings.admissionLimit = 1;
    return options;
}
} // namespace

/// Flows 3 and 4: dates that can be booked, and the seats of one.
class DatesAndSeatsFlowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flow3_1_aWaitingCustomerIsNotLetIn()
    {
        TestShop shop(onePlace());
        const TokenPass inside = shop.guest();
        const TokenPass waiting = shop.guest();
        QCOMPARE(must(shop->tokens.verify(waiting)).state, TokenState::Waiting);
        QCOMPARE(answerOf(shop->reservations.hold(waiting, shop.performance(), shop.seats({0}))), u"StillWaiting"_s);
        QCOMPARE(must(shop->tokens.verify(inside)).state, TokenState::Admitted);
        QCOMPARE(shop.shown(0), SeatShown::Free);
    }

    void flow3_1_holdingVerifiesAndRenewsFirst()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.clock.advance(9min);
        shop.hold(pass, {0});
        shop.clock.advance(9min);
        QCOMPARE(answerOf(shop->tokens.verify(pass)), u"ok"_s);
        QCOMPARE(answerOf(shop->reservations.hold({pass.id, "forged"}, shop.performance(), shop.seats({1}))),
            u"TokenUnknown"_s);
    }

    void flow3_2_datesInOrderWithWhatIsLeftAndFromWhatPrice()
    {
        TestShop shop;
        QStringList ids;
        for (const PerformanceOffer &offer : must(shop->reservations.dates()))
            ids.append(offer.performance.id);
        QCOMPARE(ids, (QStringList{u"tonight"_s, u"tomorrow"_s, u"free"_s, u"later"_s})); // 'over' is over
        const auto tonight = offerOf(shop, u"tonight"_s);
        QCOMPARE(tonight->seatsLeft, 30);
        QCOMPARE(tonight->priceFrom, shop.won(15'000));
        QCOMPARE(tonight->show.id, u"seagull"_s);
        QCOMPARE(tonight->house.id, u"main"_s);
        QVERIFY(tonight->isBookable());
        shop.hold(shop.guest(), {0, 1, 2});
        QCOMPARE(offerOf(shop, u"tonight"_s)->seatsLeft, 27);
        QCOMPARE(offerOf(shop, u"tomorrow"_s)->seatsLeft, 30);
    }

    void flow3_2_thePriceFromIsOfSeatsThatAreLeft()
    {
        TestShop::Options options;
        options.settings.seatsPerOrder = 10;
        TestShop shop(options);
        shop.hold(shop.guest(), {20, 21, 22, 23, 24, 25, 26, 27, 28, 29});
        QCOMPARE(offerOf(shop, u"tonight"_s)->priceFrom, shop.won(30'000));
    }

    void flow3_2_soldOutIsSaidNotHidden()
    {
        TestShop::Options options;
        options.settings.seatsPerOrder = 30;
        TestShop shop(options);
        QList<int> all;
        for (int i = 0; i < 30; ++i)
            all.append(i);
        const Hold hold = shop.hold(shop.guest(), all);
        const auto offer = offerOf(shop, u"tonight"_s);
        QVERIFY(offer && offer->isSoldOut() && !offer->isBookable());
        QCOMPARE(audit(shop), QString());
        shop.clock.advance(options.settings.holdTime);
        must(shop->sweep());
        QVERIFY(offerOf(shop, u"tonight"_s)->isBookable());
        QCOMPARE(audit(shop), QString());
    }

    void flow3_2_notYetOpenIsSaidNotHidden()
    {
        TestShop shop;
        const auto later = offerOf(shop, u"later"_s);
        QVERIFY(later);
        QCOMPARE(later->window, SalesWindow::NotYetOpen);
        QVERIFY(!later->isBookable());
        const TokenPass pass = shop.guest();
        QCOMPARE(answerOf(shop->reservations.hold(pass, later->performance.key, shop.seats({0}))), u"SalesNotOpen"_s);
        shop.clock.setUtc(later->performance.salesOpen);
        QVERIFY(offerOf(shop, u"later"_s)->isBookable());
        QCOMPARE(answerOf(shop->reservations.hold(pass, later->performance.key, shop.seats({0}))), u"ok"_s);
    }

    void flow8_8_salesGoOnAfterTheStart_data()
    {
        QTest::addColumn<int>("minutesAllowed");
        QTest::addColumn<int>("minutesAfter");
        QTest::addColumn<QString>("answer");
        QTest::newRow("a quarter, 14 late") << 15 << 14 << u"ok"_s;
        QTest::newRow("a quarter, 15 late") << 15 << 15 << u"SalesClosed"_s;
        QTest::newRow("none, a minute before") << 0 << -1 << u"ok"_s;
        QTest::newRow("none, at the start") << 0 << 0 << u"SalesClosed"_s;
    }

    void flow8_8_salesGoOnAfterTheStart()
    {
        QFETCH(int, minutesAllowed);
        QFETCH(int, minutesAfter);
        QFETCH(QString, answer);
        TestShop::Options options;
        options.settings.sellAfterStart = std::chrono::minutes(minutesAllowed);
        TestShop shop(options);
        shop.clock.setUtc(offerOf(shop, u"tonight"_s)->performance.startsAt.addSecs(60 * minutesAfter));
        QCOMPARE(answerOf(shop->reservations.hold(shop.guest(), shop.performance(), shop.seats({0}))), answer);
        QCOMPARE(offerOf(shop, u"tonight"_s).has_value(), answer == u"ok"_s);
    }

    void flow8_8_whatWasHeldInTimeIsPaidAfterTheEndOfSales()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 30'000);
        shop.clock.setUtc(offerOf(shop, u"tonight"_s)->performance.startsAt.addSecs(14 * 60));
        const Hold hold = shop.hold(pass, {0});
        shop.clock.advance(2min);
        shop.pay(pass, hold);
    }

    void flow4_1_unknownPerformanceAndOtherCustomersSeats()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        QCOMPARE(answerOf(shop->reservations.seats({999}, pass.id)), u"PerformanceUnknown"_s);
        QCOMPARE(answerOf(shop->reservations.hold(pass, {999}, shop.seats({0}))), u"PerformanceUnknown"_s);
    }

    void flow4_2_everySeatWithStatePriceAndCategory()
    {
        TestShop shop;
        const TokenPass mine = shop.guest();
        const Hold hold = shop.hold(mine, {3, 4});
        shop.hold(shop.guest(), {10});
        shop.sold({20});
        const SeatsOfDate date = must(shop->reservations.seats(shop.performance(), mine.id));
        QCOMPARE(date.shown.size(), 30);
        for (int seat = 0; seat < 30; ++seat) {
            const SeatShown expected = seat == 3 || seat == 4     ? SeatShown::Yours
                                       : seat == 10 || seat == 20 ? SeatShown::Taken
                                                                  : SeatShown::Free;
            QCOMPARE(date.shown[seat], expected);
            QCOMPARE(date.priceOf(SeatIndex(seat), date.types.constFirst().key),
                std::optional(shop.won(seat < 20 ? 30'000 : 15'000)));
        }
        QCOMPARE(date.types.constFirst().id, u"adult"_s);
        QCOMPARE(date.plan->categoryOf(SeatIndex(20)).name, u"S"_s);
        QCOMPARE(date.hold->id, hold.id);
        QCOMPARE(date.hold->total({}), shop.won(60'000));
        QCOMPARE(date.offer.seatsLeft, 26);
        QCOMPARE(must(shop->reservations.seats(shop.performance(), {})).shown[3], SeatShown::Taken);
    }

    void flow4_2_oneConsistentReadForAllOfIt()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.hold(pass, {0, 1});
        const SeatsOfDate date = must(shop->reservations.seats(shop.performance(), pass.id));
        QCOMPARE(date.shown.count(SeatShown::Free), date.offer.seatsLeft);
        // the read itself is one transaction: a reader's snapshot doesn't see a later commit
        auto reader = must(Connection::open(shop.file(), {.mode = Connection::Mode::ReadOnly}));
        const qint64 seen = must(reader->read([&]() -> Result<qint64> {
            const auto count = [&] {
                Rows rows = reader->run("SELECT count(*) FROM seat_right");
                return rows.next() ? rows.integer(0) : 0;
            };
            const qint64 before = count();
            shop.hold(pass, {2});
            return count() - before;
        }));
        QCOMPARE(seen, 0);
    }

    void flow4_3_changesNameTheSeatsThatChanged()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.takeChanges();
        const Hold hold = shop.hold(pass, {3, 4});
        const PerformanceKey tonight = shop.performance();
        const auto changed = [&] { return shop.takeChanges().seats.value(tonight); };
        const QSet<SeatIndex> both{SeatIndex(3), SeatIndex(4)};
        QCOMPARE(changed(), both);
        must(shop->reservations.release(pass, hold.id, shop.seats({4})));
        QCOMPARE(changed(), QSet<SeatIndex>{SeatIndex(4)});
        shop.hold(pass, {4});
        changed();
        shop.topUp(pass, 60'000);
        QVERIFY(changed().isEmpty());
        const OrderId order = shop.pay(pass, hold);
        QCOMPARE(changed(), both);
        must(shop->payments.refund(order, {}, u"wrong date"_s));
        QCOMPARE(changed(), both);
        const TokenPass other = shop.guest();
        shop.hold(other, {3, 4});
        changed();
        shop.clock.advance(5min);
        must(shop->sweep());
        QCOMPARE(changed(), both); // lapsed
    }

    void flow4_3_aRefusalTellsNobodyAnything()
    {
        TestShop shop;
        shop.hold(shop.guest(), {3});
        const TokenPass pass = shop.guest();
        shop.takeChanges();
        QCOMPARE(answerOf(shop->reservations.hold(pass, shop.performance(), shop.seats({2, 3}))), u"SeatTaken"_s);
        QVERIFY(shop.takeChanges().isEmpty());
    }
};

QTEST_GUILESS_MAIN(DatesAndSeatsFlowsTest)
#include "DatesAndSeatsFlowsTest.moc"
