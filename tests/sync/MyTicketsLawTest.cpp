#include "sync/RefundStories.h"

#include <QtTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A customer cancels at a terminal: what it may no longer refund its hub does, by the same rule and as once (law 10).
class MyTicketsLawTest : public RefundStories
{
    Q_OBJECT

    static TicketProof ticket(TestTerminal &at, OrderId order)
    {
        return {std::nullopt, must(at.shop->payments.order(order)).tickets.constFirst().code};
    }
    static RefundWish cancelling(OrderId order, const QList<int> &seats)
    {
        return {.order = order, .seats = TestShop::seats(seats)};
    }

private Q_SLOTS:
    void whatWasntToldOfIsCancelledHere()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4});
        const MoneyBack back = must(w.one.shop->tickets.cancel(ticket(w.one, order), order, TestShop::seats({4})));
        QVERIFY(back.claim);
        w.one.meet(w.hub);
        QCOMPARE(seatTonight(w, 3).state, SeatState::Sold);
        QVERIFY(seatTonight(w, 4).state != SeatState::Sold);
        QCOMPARE(refundsBooked(w), 1); // as the terminal's journal tells of it
        QCOMPARE(w.complaints(), QString());
    }

    void whatWasToldOfTheHubCancelsOnce()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4});
        const TicketProof proof = ticket(w.one, order);
        w.one.meet(w.hub);
        QCOMPARE(answerOf(w.one.shop->tickets.cancel(proof, order, TestShop::seats({3}))), u"RefundAtHub"_s);
        QCOMPARE(w.one.shop.entries(u"refunded"_s), 0);
        const RefundRequest wanted = must(w.one.shop->payments.refundRequest(cancelling(order, {3})));
        QVERIFY(!wanted.who);
        const RefundAnswer lost = must(refund(w, w.one, wanted)), answer = must(refund(w, w.one, wanted));
        QCOMPARE(answer.total, lost.total);
        QVERIFY(answer.claimCode != lost.claimCode); // which is worth nothing any more
        QCOMPARE(refundsBooked(w), 1);
        QVERIFY(w.hub.shop.lastEntry(u"refunded"_s).contains(u"\"by\":\"customer\""_s));
        QVERIFY(!w.hub.shop.lastEntry(u"refunded"_s).contains(u"staff"_s));
        w.one.meet(w.hub); // and hears of it
        QCOMPARE(must(w.one.shop->payments.order(order)).tickets.constFirst().isLive, false);
        QCOMPARE(answerOf(w.one.shop->tickets.orders(proof)), u"AlreadyRefunded"_s);
        QCOMPARE(w.complaints(), QString());
    }

    /// Whoever finds a void ticket must not get the code of its money, which a lost answer may have left at the hub.
    void whoHoldsTheOtherTicketGetsNoNewCodeForAVoidOne()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4});
        w.one.meet(w.hub);
        must(refund(w, w.one, must(w.one.shop->payments.refundRequest(cancelling(order, {3})))));
        w.one.meet(w.hub);
        const TicketProof other{std::nullopt, must(w.one.shop->payments.order(order)).tickets[1].code};
        QCOMPARE(answerOf(w.one.shop->tickets.cancel(other, order, TestShop::seats({3}))), u"AlreadyRefunded"_s);
        QCOMPARE(answerOf(w.one.shop->payments.refund(wish(order, {3}))), u"RefundAtHub"_s); // staff may ask again
    }

    void whatStaffRefundedIsntTheCustomersToAskAbout()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4});
        w.one.meet(w.hub);
        must(refund(w, w.one, must(w.one.shop->payments.refundRequest(wish(order, {3})))));
        QCOMPARE(answerOf(refund(w, w.one, must(w.one.shop->payments.refundRequest(cancelling(order, {3}))))),
            u"AlreadyRefunded"_s);
        QCOMPARE(refundsBooked(w), 1);
    }

    void aMembersMoneyIsInTheirWalletAtTheHub()
    {
        World w;
        const Member member = w.member();
        const TokenPass pass = w.one.enter(w.hub, member);
        const OrderId order = buy(w, w.one, {3}, pass);
        const qint64 price = must(w.one.shop->payments.order(order)).total.minor;
        w.one.meet(w.hub);
        QVERIFY(must(w.one.shop->payments.order(order)).isMembers);
        const TokenPass next = w.one.enter(w.hub, member);
        QCOMPARE(must(w.one.shop->tickets.orders({next})).size(), 1);
        QCOMPARE(answerOf(w.one.shop->tickets.cancel({next}, order, TestShop::seats({3}))), u"RefundAtHub"_s);
        const RefundAnswer answer =
            must(refund(w, w.one, must(w.one.shop->payments.refundRequest(cancelling(order, {3})))));
        QVERIFY(answer.isMembers && answer.claimCode.isEmpty());
        QCOMPARE(answer.total.minor, price);
        w.one.meet(w.hub);
        QCOMPARE(w.one.shop.balance(next) + w.freeAtHub(member.wallet), price);
        QCOMPARE(w.complaints(), QString());
    }

    void theHubKeepsTheHousesRuleToo()
    {
        World w;
        const OrderId late = buyAsGuest(w, w.one, {3}), blocked = buyAsGuest(w, w.one, {4});
        w.one.meet(w.hub);
        w.hub.shop.clock.advance(31min);
        QCOMPARE(answerOf(w.one.shop->tickets.cancel(ticket(w.one, late), late, {})), u"RefundAtHub"_s);
        const RefundRequest wanted = must(w.one.shop->payments.refundRequest(cancelling(late, {3})));
        QCOMPARE(answerOf(refund(w, w.one, wanted)), u"CancelTooLate"_s); // whatever the terminal's clock says
        QCOMPARE(refundsBooked(w), 0);
        QCOMPARE(answerOf(refund(w, w.one, blocked)), u"ok"_s); // staff may
        QCOMPARE(w.complaints(), QString());
    }

    void aTicketOfAnotherTerminalIsntKnownHere()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3});
        w.one.meet(w.hub);
        w.two.meet(w.hub);
        QCOMPARE(answerOf(w.two.shop->tickets.orders(ticket(w.one, order))), u"TicketUnknown"_s);
    }
};

QTEST_GUILESS_MAIN(MyTicketsLawTest)
#include "MyTicketsLawTest.moc"
