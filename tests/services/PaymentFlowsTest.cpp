#include "domain/Limits.h"
#include "support/Audit.h"

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Flow 8 up to the paid order; refunds and the end of a visit are MoneyBackFlowsTest's.
class PaymentFlowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flow8_1_theTokenIsVerifiedFirst()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0});
        shop.topUp(pass, 30'000);
        const auto pay = [&](const TokenPass &by) { return shop->payments.pay(by, shop.ids.make<OrderId>(), hold.id); };
        QCOMPARE(answerOf(pay({pass.id, "forged"})), u"TokenUnknown"_s);
        shop.clock.advance(limits::tokenPeriod);
        QCOMPARE(answerOf(pay(pass)), u"TokenExpired"_s);
        must(shop->sweep());
        QCOMPARE(answerOf(pay(pass)), u"TokenEnded"_s);
        QCOMPARE(shop.number("SELECT count(*) FROM sale"), 0);
    }

    void flow8_2_anExpiredHoldIsNamedAndMovesNoMoney()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 60'000);
        const Hold hold = shop.hold(pass, {0, 1});
        shop.clock.advance(5min);
        must(shop->sweep());
        const auto no = shop->payments.pay(pass, shop.ids.make<OrderId>(), hold.id);
        QCOMPARE(refusal(no).why, Refusal::HoldExpired);
        QCOMPARE(refusal(no).seats, shop.seats({0, 1}));
        QCOMPARE(shop.balance(pass), 60'000);
        QCOMPARE(
            answerOf(shop->payments.pay(pass, shop.ids.make<OrderId>(), shop.ids.make<HoldId>())), u"HoldUnknown"_s);
        QCOMPARE(answerOf(shop->payments.beginTopUp(
                     pass, shop.ids.make<TenderId>(), shop.won(1), TenderKind::Card, hold.id)),
            u"HoldExpired"_s);
    }

    void flow8_3_theMissingAmountIsNamedAndTheSameCheckoutGoesOn()
    {
        TestShop shop;
        const TokenPass pass = shop.member();
        shop.topUp(pass, 12'345);
        const Hold hold = shop.hold(pass, {0});
        const OrderId order = shop.ids.make<OrderId>();
        const auto no = shop->payments.pay(pass, order, hold.id);
        QCOMPARE(refusal(no).why, Refusal::InsufficientBalance);
        QCOMPARE(refusal(no).amount, shop.won(17'655));
        QCOMPARE(audit(shop), QString());
        const Tender tender = shop.beginTopUp(pass, 17'655, TenderKind::Card, hold.id);
        must(shop->payments.answered(tender.id, DeviceAnswer::Approved));
        QCOMPARE(must(shop->payments.pay(pass, order, hold.id)), order);
        QCOMPARE(shop.balance(pass), 0);
        QCOMPARE(audit(shop), QString());
    }

    void flow8_3_whatAHoldMissesMayBeLessThanTheLeastTopUp()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 14'999, TenderKind::Cash);
        const Hold hold = shop.hold(pass, {25});
        const auto begin = [&](std::optional<HoldId> for_) {
            return shop->payments.beginTopUp(pass, shop.ids.make<TenderId>(), shop.won(1), TenderKind::Card, for_);
        };
        QCOMPARE(answerOf(begin({})), u"AmountInvalid"_s);
        const Tender tender = must(begin(hold.id));
        must(shop->payments.answered(tender.id, DeviceAnswer::Approved));
        shop.pay(pass, hold);
        QCOMPARE(shop.balance(pass), 0);
    }

    void flow8_3_aDearOrderMayPassTheWalletsLimit()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0, 1, 2, 3, 4, 5, 6, 7}); // 240,000 with a limit of 200,000
        const auto begin = [&](qint64 amount) {
            return shop->payments.beginTopUp(
                pass, shop.ids.make<TenderId>(), shop.won(amount), TenderKind::Card, hold.id);
        };
        QCOMPARE(answerOf(begin(240'001)), u"WalletLimit"_s);
        must(shop->payments.answered(must(begin(240'000)).id, DeviceAnswer::Approved));
        shop.pay(pass, hold);
        QCOMPARE(audit(shop), QString());
    }

    void flow8_4_whileATenderIsUnderWayTheHoldDoesntLapse()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0});
        const Tender tender = shop.beginTopUp(pass, 30'000, TenderKind::Card, hold.id);
        must(shop->payments.answered(tender.id, DeviceAnswer::Unknown)); // no answer: in doubt
        for (int i = 0; i < 4; ++i) {
            shop.clock.advance(9min);
            must(shop->tokens.verify(pass));
            must(shop->sweep());
        }
        QCOMPARE(shop.shown(0), SeatShown::Taken);
        QCOMPARE(answerOf(shop->payments.pay(pass, shop.ids.make<OrderId>(), hold.id)), u"HoldPaying"_s);
        must(shop->payments.answered(tender.id, DeviceAnswer::Approved));
        shop.clock.advance(59s); // at least a minute to go on
        must(shop->sweep());
        shop.pay(pass, hold);
        QCOMPARE(audit(shop), QString());
    }

    void flow8_4_aTenderAnsweredAfterTheVisitLetsGoOfItsSeats()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.topUp(pass, 30'000);
        const Hold doubtful = shop.hold(pass, {0}, u"tomorrow"_s);
        const Tender tender = shop.beginTopUp(pass, 30'000, TenderKind::Card, doubtful.id);
        must(shop->payments.answered(tender.id, DeviceAnswer::Unknown));
        shop.pay(pass, shop.hold(pass, {0})); // another date, from the balance: the visit's token ends
        QCOMPARE(must(shop->reservations.shown(shop.performance(u"tomorrow"_s), shop.seats({0}), {})).constFirst(),
            SeatShown::Taken);
        must(shop->payments.answered(tender.id, DeviceAnswer::Declined));
        QCOMPARE(must(shop->reservations.shown(shop.performance(u"tomorrow"_s), shop.seats({0}), {})).constFirst(),
            SeatShown::Free);
        QCOMPARE(audit(shop), QString());
    }

    void flow8_4_aLateCancelEndsTheHoldOnlyWithItsAnswer()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0});
        const Tender tender = shop.beginTopUp(pass, 30'000, TenderKind::Card, hold.id);
        shop.clock.advance(limits::tenderPatience + limits::tokenPeriod); // the token expires meanwhile
        must(shop->sweep());
        QCOMPARE(shop.shown(0), SeatShown::Taken);
        must(shop->payments.answered(tender.id, DeviceAnswer::Cancelled));
        shop.clock.advance(limits::holdAfterTender);
        must(shop->sweep());
        QCOMPARE(shop.shown(0), SeatShown::Free);
        QCOMPARE(auditReachable(shop), QString());
    }

    void flow8_4_payingIsAllInOneTransaction()
    {
        TestShop shop;
        const TokenPass pass = shop.member();
        shop.topUp(pass, 100'000);
        const Hold hold = shop.hold(pass, {0, 20});
        const qint64 seq = shop.number("SELECT seq FROM head");
        const Order order = must(shop->payments.order(shop.pay(pass, hold)));
        QCOMPARE(order.total, shop.won(45'000));
        QCOMPARE(order.tax, shop.won(4'091)); // 45,000 / 11, rounded half up
        QCOMPARE(order.tickets.size(), 2);
        QCOMPARE(order.tickets[0].name, (SeatName{u"1F"_s, u"A"_s, u"1"_s}));
        QCOMPARE(order.tickets[0].type.id, u"adult"_s);
        QVERIFY(order.tickets[0].code != order.tickets[1].code);
        for (const Ticket &ticket : order.tickets)
            QVERIFY(shop.secrets().ticketCodeFits(ticket.code));
        QCOMPARE(order.number, u"2026-000001"_s);
        QCOMPARE(must(shop->payments.orderByNumber(u"2026-000001"_s)).id, order.id);
        QCOMPARE(answerOf(shop->payments.orderByNumber(u"2026-000002"_s)), u"OrderUnknown"_s);
        QCOMPARE(shop.number("SELECT seq FROM head"), seq + 1); // one entry tells of all of it
        QCOMPARE(shop.balance(pass), 55'000);
        QCOMPARE(answerOf(shop->tokens.verify(pass)), u"TokenEnded"_s);
        QCOMPARE(audit(shop), QString());
    }

    void flow8_4_theSameOrderTwiceIsOneOrder()
    {
        TestShop shop;
        const TokenPass pass = shop.member();
        shop.topUp(pass, 100'000);
        const Hold hold = shop.hold(pass, {0});
        const OrderId order = shop.ids.make<OrderId>();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(must(shop->payments.pay(pass, order, hold.id)), order);
        shop.restart();
        QCOMPARE(must(shop->payments.pay(pass, order, hold.id)), order);
        QCOMPARE(shop.balance(pass), 70'000);
        QCOMPARE(answerOf(shop->payments.pay(pass, order, shop.ids.make<HoldId>())), u"RequestReused"_s);
        QCOMPARE(answerOf(shop->payments.pay(shop.guest(), order, hold.id)), u"RequestReused"_s);
        QCOMPARE(answerOf(shop->payments.pay(pass, shop.ids.make<OrderId>(), hold.id)), u"TokenEnded"_s);
        QCOMPARE(shop.number("SELECT count(*) FROM sale"), 1);
        QCOMPARE(audit(shop), QString());
    }

    void flow8_4_aTotalOfZeroSkipsTheTender()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Order order = must(shop->payments.order(shop.pay(pass, shop.hold(pass, {0, 1}, u"free"_s))));
        QCOMPARE(order.total, shop.won(0));
        QCOMPARE(order.tickets.size(), 2);
        QCOMPARE(shop.number("SELECT count(*) FROM movement"), 0);
        QCOMPARE(audit(shop), QString());
    }

    void flow8_4_aPaidVisitHoldsNothingElse()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        shop.hold(pass, {5}, u"tomorrow"_s);
        shop.pay(pass, shop.hold(pass, {0}, u"free"_s));
        QCOMPARE(shop.shown(5, u"tomorrow"_s), SeatShown::Free);
        QCOMPARE(audit(shop), QString());
    }

    void flow8_4_staffSettleTheSeatsAndTheTenderStaysOpen()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0});
        const Tender tender = shop.beginTopUp(pass, 30'000, TenderKind::Card, hold.id);
        must(shop->payments.answered(tender.id, DeviceAnswer::Unknown));
        const StaffId who = shop.ids.make<StaffId>();
        must(shop->payments.settleSeats(tender.id, who, u"card terminal is dead"_s));
        QVERIFY(shop.lastEntry(u"seatsSettled"_s).contains(u"card terminal is dead"_s));
        QVERIFY(shop.lastEntry(u"seatsSettled"_s).contains(who.text()));
        QCOMPARE(answerOf(shop->payments.settleSeats(tender.id, who, u"again"_s)), u"HoldUnknown"_s);
        QCOMPARE(shop.shown(0), SeatShown::Free);
        QCOMPARE(must(shop->payments.openTenders()).size(), 1);
        shop.sold({0}); // to somebody else
        must(shop->payments.endVisit(pass, {TenderKind::Card}));
        must(shop->payments.answered(tender.id, DeviceAnswer::Approved)); // late: it becomes a claim
        QCOMPARE(must(shop->payments.unclaimed()).size(), 1);
        QCOMPARE(auditReachable(shop), QString());
        QCOMPARE(answerOf(shop->payments.settleSeats(tender.id, who, u"again"_s)), u"HoldUnknown"_s);
    }

    void flow8_5_whatWasAnsweredIsThereAfterACrash()
    {
        TestShop shop;
        TokenPass pass;
        const OrderId order = shop.sold({0, 1}, &pass);
        shop.restart();
        QCOMPARE(must(shop->payments.order(order)).tickets.size(), 2);
        QCOMPARE(shop.shown(0), SeatShown::Taken);
        QCOMPARE(audit(shop), QString());
        // a selling program opens its database durably unless it is told otherwise
        auto durable = must(Connection::open(shop.file(), {}));
        Rows rows = durable->run("PRAGMA synchronous");
        QVERIFY(rows.next() && rows.integer(0) >= 2); // FULL
    }

    void flow8_7_theTicketScreenGoesByOrder()
    {
        TestShop shop;
        TokenPass pass;
        const OrderId order = shop.sold({0}, &pass);
        must(shop->payments.endVisit(pass, {}));
        QCOMPARE(must(shop->payments.order(order)).tickets.size(), 1); // no token needed for a reprint
        QCOMPARE(answerOf(shop->payments.order(shop.ids.make<OrderId>())), u"OrderUnknown"_s);
    }

    void flow8_8_anOrderCarriesWhatItsScreenAndTicketSay()
    {
        TestShop shop;
        const TokenPass pass = shop.guest();
        const Hold hold = shop.hold(pass, {0});
        must(shop->reservations.setTicketType(pass, hold.id, SeatIndex(0), shop.type(u"youth"_s)));
        shop.topUp(pass, 20'000);
        const Order order = must(shop->payments.order(shop.pay(pass, hold)));
        QCOMPARE(order.performance.startsAt, QDateTime({2026, 11, 25}, {10, 30}, Qt::UTC));
        QCOMPARE(order.show.ageFrom, 12);
        QCOMPARE(order.tickets[0].type.proof.in(u"ko"_s), u"ID card"_s);
        QCOMPARE(order.tickets[0].price, shop.won(20'000));
    }
};

QTEST_GUILESS_MAIN(PaymentFlowsTest)
#include "PaymentFlowsTest.moc"
