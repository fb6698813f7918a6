#include "storage/HouseOrderStore.h"
#include "sync/RefundStories.h"

#include <QJsonArray>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 front = 30'000, back = 15'000; // seats 0 to 19, and the rest
}

/// Law 10, ticket by ticket: each ticket's money goes back once, by its seller or by the hub. Seats 3 and 4 are front
/// seats, 20 is one at the back.
class TicketRefundLawTest : public RefundStories
{
    Q_OBJECT

private:
    static Result<MoneyBack> refundHere(TestTerminal &at, OrderId order, const QList<int> &seats = {})
    {
        return at.shop->payments.refund(wish(order, seats));
    }
    static QList<int> liveTickets(TestTerminal &at, OrderId order)
    {
        QList<int> seats;
        for (const Ticket &ticket : must(at.shop->payments.order(order)).tickets)
            if (ticket.isLive)
                seats.append(indexOf(ticket.seat));
        return seats;
    }
    /// In the house's books: what customers were given back of orders.
    static qint64 paidBack(World &w)
    {
        return -w.hub.shop.number("SELECT coalesce(sum(p.amount), 0) FROM movement m JOIN posting p"
                                  " ON p.movement = m.id AND p.account = 4 WHERE m.kind = 3");
    }
    static OrderState stateOf(TestTerminal &at, OrderId order) { return must(at.shop->payments.order(order)).state; }

private Q_SLOTS:
    void theSellerRefundsSomeAndTheHubTheRest()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4, 20});
        QCOMPARE(must(refundHere(w.one, order, {4})).amount.minor, front);
        QCOMPARE(stateOf(w.one, order), OrderState::Paid);
        w.one.meet(w.hub);
        QCOMPARE(seatTonight(w, 3).order, order);
        QCOMPARE(seatTonight(w, 4).state, SeatState::Given); // its seller's, to sell again
        QCOMPARE(answerOf(refundHere(w.one, order, {3})), u"RefundAtHub"_s);
        const RefundAnswer rest = must(refund(w, w.two, order)); // all that is left
        QCOMPARE(rest.total.minor, front + back);
        QCOMPARE(rest.seats, TestShop::seats({3, 20}));
        QCOMPARE(seatTonight(w, 3).state, SeatState::Pool);
        QCOMPARE(seatTonight(w, 4).state, SeatState::Given);
        QCOMPARE(answerOf(refund(w, w.two, order)), u"AlreadyRefunded"_s);
        QCOMPARE(paidBack(w), 2 * front + back);
        w.one.meet(w.hub);
        w.one.meet(w.hub);
        QCOMPARE(stateOf(w.one, order), OrderState::Refunded);
        QVERIFY(must(tasks(w).all()).isEmpty());
        QCOMPARE(w.complaints(), QString());
    }

    void theHubRefundsTicketByTicket()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4, 20});
        w.one.meet(w.hub);
        const RefundAnswer first = must(refund(w, w.two, order, {20}));
        QCOMPARE(first.total.minor, back);
        QCOMPARE(first.seats, TestShop::seats({20}));
        QCOMPARE(seatTonight(w, 20).state, SeatState::Pool);
        QCOMPARE(seatTonight(w, 3).order, order);
        const RefundAnswer second = must(refund(w, w.two, order, {4, 3})); // in any order
        QCOMPARE(second.total.minor, 2 * front);
        QCOMPARE(second.seats, TestShop::seats({3, 4}));
        for (const RefundAnswer &answer : {first, second}) // each has a code of its own
            QCOMPARE(must(w.hub.service().house.claim(w.two.epoch(), {Secrets::claimHash(answer.claimCode)})).amount,
                answer.total);
        w.one.meet(w.hub);
        QCOMPARE(liveTickets(w.one, order), QList<int>());
        QCOMPARE(stateOf(w.one, order), OrderState::Refunded);
        QCOMPARE(paidBack(w), 2 * front + back);
        QCOMPARE(w.complaints(), QString());
    }

    void aTicketThatCannotBeRefundedIsNamed_data()
    {
        QTest::addColumn<QList<int>>("asked");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QList<int>>("named");
        QTest::newRow("of another order") << QList<int>{3, 7} << u"SeatUnknown"_s << QList<int>{7};
        QTest::newRow("refunded by its seller") << QList<int>{3, 4} << u"AlreadyRefunded"_s << QList<int>{4};
        QTest::newRow("refunded here") << QList<int>{20, 3} << u"AlreadyRefunded"_s << QList<int>{20};
    }

    void aTicketThatCannotBeRefundedIsNamed()
    {
        QFETCH(QList<int>, asked);
        QFETCH(QString, answer);
        QFETCH(QList<int>, named);
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4, 20});
        must(refundHere(w.one, order, {4}));
        w.one.meet(w.hub);
        must(refund(w, w.two, order, {20}));
        const auto refused = refund(w, w.two, order, asked);
        QCOMPARE(answerOf(refused), answer);
        QCOMPARE(refusal(refused).seats, TestShop::seats(named));
        QCOMPARE(refusedIn(jsonOf(refusal(refused))).seats, TestShop::seats(named)); // as it travels
        QCOMPARE(seatTonight(w, 3).order, order);                                    // nothing half done
        QCOMPARE(paidBack(w), front + back);
        QCOMPARE(w.complaints(), QString());
    }

    void aRequestIsForTheTicketsItFirstNamed()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4, 20});
        w.one.meet(w.hub);
        RefundRequest wanted = request(w.two, order, {4, 3, 4}); // whoever says it twice means it once
        const RefundAnswer lost = must(refund(w, w.two, wanted));
        QCOMPARE(lost.total.minor, 2 * front);
        const RefundAnswer again = must(refund(w, w.two, wanted));
        QCOMPARE(again.seats, lost.seats);
        QCOMPARE(again.total, lost.total);
        QVERIFY(again.claimCode != lost.claimCode);
        for (const QList<int> &others : {QList<int>{3}, QList<int>{3, 20}, QList<int>()}) {
            wanted.seats = TestShop::seats(others);
            QCOMPARE(answerOf(refund(w, w.two, wanted)), u"RequestReused"_s);
        }
        QCOMPARE(refundsBooked(w), 1);
        RefundRequest rest = request(w.two, order);
        const RefundAnswer last = must(refund(w, w.two, rest));
        QCOMPARE(must(refund(w, w.two, rest)).seats, last.seats);
        QCOMPARE(refundsBooked(w), 2);
        QCOMPARE(paidBack(w), 2 * front + back);
        QCOMPARE(w.complaints(), QString());
    }

    void aTerminalAsksForTheSameTicketsAlwaysByTheSameRequest()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4, 20});
        w.one.meet(w.hub);
        const auto asked = [&](const QList<int> &seats) {
            return must(w.one.shop->payments.refundRequest(wish(order, seats)));
        };
        const RefundRequest first = asked({4, 3});
        QCOMPARE(asked({3, 4}).id, first.id);
        QVERIFY(asked({3}).id != first.id && asked({}).id != first.id);
        must(refund(w, w.one, first)); // the answer is lost, but not the news
        w.one.meet(w.hub);
        QCOMPARE(answerOf(refundHere(w.one, order, {3, 4})), u"RefundAtHub"_s); // where a guest's code is
        QCOMPARE(must(refund(w, w.one, asked({3, 4}))).total.minor, 2 * front);
        QCOMPARE(refundsBooked(w), 1);
        QCOMPARE(must(refund(w, w.one, asked({}))).total.minor, back);
        QCOMPARE(w.complaints(), QString());
    }

    void theSellerHearsWhichTicketsAreVoid()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4, 20});
        w.one.meet(w.hub);
        must(refund(w, w.two, order, {4}));
        w.one.hear(w.hub);
        QCOMPARE(liveTickets(w.one, order), (QList<int>{3, 20}));
        QCOMPARE(stateOf(w.one, order), OrderState::Paid);
        QCOMPARE(must(w.one.shop->payments.printAgain(order, kim)).tickets.size(), 2);
        QCOMPARE(w.one.shop.shown(3), SeatShown::Taken);
        w.one.meet(w.hub);
        QVERIFY(must(w.hub.service().changedAfter(0)).refunded.isEmpty());
        buyAsGuest(w, w.two, {4}); // another's now
        w.two.meet(w.hub);
        w.one.meet(w.hub);
        QVERIFY(w.conflicts().isEmpty());
        QCOMPARE(w.complaints(), QString());
    }

    void twoRefundsThatAreHeardOfAtOnceAreToldOfEach()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4, 20});
        w.one.meet(w.hub);
        const qint64 before = must(w.one->link()).change;
        must(refund(w, w.two, order, {4}));
        const HubNews old = HubService::newsFor(w.one.epoch(), before, must(w.hub.service().changedAfter(before)));
        must(refund(w, w.two, order, {20}));
        w.one.hear(w.hub);
        must(w.one->heard(carried(old))); // it was overtaken
        w.one.hear(w.hub);
        QCOMPARE(w.one.shop.entries(u"refundHeard"_s), 2);
        w.one.meet(w.hub);
        w.one.meet(w.hub);
        QCOMPARE(w.one.shop.entries(u"refundHeard"_s), 2);
        QVERIFY(must(w.hub.service().changedAfter(0)).refunded.isEmpty());
        QCOMPARE(liveTickets(w.one, order), QList<int>{3});
        QCOMPARE(w.complaints(), QString());
    }

    void aMembersTicketsComeBackIntoTheirWallet()
    {
        World w;
        const Member member = w.member();
        const OrderId order = buy(w, w.one, {3, 4, 20}, w.one.enter(w.hub, member));
        w.one.meet(w.hub);
        QVERIFY(must(refund(w, w.one, order, {3})).isMembers);
        QVERIFY(!claimOf(must(refund(w, w.one, order, {20}))));
        w.one.meet(w.hub);
        QCOMPARE(w.hub.shop.number("SELECT sum(amount) FROM posting WHERE wallet = ?", {member.wallet.bytes()}),
            front + back); // free or on its way to where they are
        QCOMPARE(liveTickets(w.one, order), QList<int>{4});
        QCOMPARE(w.complaints(), QString());
    }

    void whatCostNothingIsRefundedTicketByTicketToo()
    {
        World w;
        const OrderId order = must(w.one.sell(w.hub, {3, 4}));
        w.one.meet(w.hub);
        QVERIFY(!claimOf(must(refund(w, w.two, order, {3}))));
        QCOMPARE(w.seat(3).state, SeatState::Pool);
        QCOMPARE(w.seat(4).order, order);
        const auto again = refund(w, w.two, order, {3});
        QCOMPARE(answerOf(again), u"AlreadyRefunded"_s);
        must(refund(w, w.two, order));
        QCOMPARE(w.seat(4).state, SeatState::Pool);
        w.one.meet(w.hub);
        QCOMPARE(stateOf(w.one, order), OrderState::Refunded);
        QCOMPARE(refundsBooked(w), 0);
        QCOMPARE(w.complaints(), QString());
    }

    void whoWaitsForASeatHasItOnceThatTicketIsRefunded()
    {
        World w;
        const OrderId late = buyAsGuest(w, w.one, {3, 4}); // not told of, and its terminal is given up
        must(w.hub->revoke(w.one.node()));
        must(w.release(w.one.epoch()));
        const OrderId order = buyAsGuest(w, w.two, {3, 4});
        w.two.meet(w.hub);
        w.one.pushAll(w.hub, 0);
        QCOMPARE(w.conflicts().size(), 2);
        must(refund(w, w.two, order, {3}));
        QCOMPARE(seatTonight(w, 3).order, late);
        QCOMPARE(seatTonight(w, 4).order, order);
        QCOMPARE(w.conflicts().size(), 1);
        must(refund(w, w.two, late, {4})); // who waits for that one waits no more
        QVERIFY(w.conflicts().isEmpty());
        QCOMPARE(seatTonight(w, 3).order, late);
        w.two.meet(w.hub);
        QCOMPARE(w.complaints(), QString());
    }

    /// Its seller may have refunded it as well, and sold its seat again: it is its own until it says otherwise.
    void whatStaffRefundBeforeItIsGivenUpIsAllThatIsLeft()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3, 20});
        must(refundHere(w.one, order, {20}));
        const qint64 known = must(w.hub->open(w.one.epoch())).position;
        must(w.hub->push(w.one.node(), carried(must(w.one->push(w.one.epoch().number, known, 50)))));
        QCOMPARE(answerOf(refund(w, w.two, order, {3})), u"RefundAtSeller"_s);
        must(w.hub.shop.db().write(w.hub.shop.clock, [&](Transaction &tx) -> Result<bool> {
            const auto claim = must(w.hub->refundAtRisk(tx, order, kim, u"no show"_s));
            return claim && claim->amount.minor == front;
        }));
        QCOMPARE(paidBack(w), front + back);
        QCOMPARE(seatTonight(w, 3).state, SeatState::Given);
        w.one.meet(w.hub); // hears, and parts with it
        w.one.meet(w.hub);
        QCOMPARE(seatTonight(w, 3).state, SeatState::Pool);
        QCOMPARE(w.complaints(), QString());
    }

    void aHubThatForgotARefundReadsWhichTicketsItWasOf()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4, 20});
        w.one.meet(w.hub);
        must(refund(w, w.two, order, {4}));
        w.one.meet(w.hub);
        const QByteArray backup = w.hub.shop.copy();
        must(refund(w, w.two, order, {20}));
        w.one.meet(w.hub); // hears
        w.hub.restore(backup);
        must(w.hub->restored());
        w.two.meet(w.hub);
        w.one.meet(w.hub);
        QCOMPARE(seatTonight(w, 20).state, SeatState::Pool);
        QCOMPARE(seatTonight(w, 3).order, order);
        QCOMPARE(paidBack(w), front + back);
        QCOMPARE(refusal(refund(w, w.two, order, {3, 20})).seats, TestShop::seats({20}));
        QCOMPARE(must(refund(w, w.two, order)).total.minor, front);
        w.one.meet(w.hub);
        w.one.meet(w.hub);
        QVERIFY(must(w.hub.service().changedAfter(0)).refunded.isEmpty());
        QCOMPARE(paidBack(w), 2 * front + back);
        QCOMPARE(w.complaints(), QString());
    }

    void aCopyThatRefundsToo_data()
    {
        QTest::addColumn<QList<int>>("atHub");
        QTest::addColumn<QList<int>>("byCopy");
        QTest::addColumn<qint64>("beyond");
        QTest::addColumn<qint64>("inAll"); // the house gave
        QTest::newRow("the same ticket") << QList<int>{3} << QList<int>{3} << front << 2 * front;
        QTest::newRow("another ticket") << QList<int>{3} << QList<int>{20} << qint64(0) << front + back;
        QTest::newRow("all, and one of them the hub") << QList<int>{20} << QList<int>() << back << 2 * front + 2 * back;
        QTest::newRow("one, and the hub all") << QList<int>() << QList<int>{20} << back << 2 * front + 2 * back;
    }

    void aCopyThatRefundsToo()
    {
        QFETCH(QList<int>, atHub);
        QFETCH(QList<int>, byCopy);
        QFETCH(qint64, beyond);
        QFETCH(qint64, inAll);
        World w;
        const Member member = w.member();
        const OrderId order = buy(w, w.one, {3, 4, 20}, w.one.enter(w.hub, member));
        const QByteArray copy = w.one.shop.copy(); // before it gave up
        w.one.meet(w.hub);
        must(refund(w, w.two, order, atHub));
        w.one.restore(copy);
        must(refundHere(w.one, order, byCopy));
        w.one.pushAll(w.hub, 0);
        QCOMPARE(paidBack(w), inAll); // money that moved is booked
        QList<HubTask> open = must(tasks(w).all());
        QCOMPARE(open.size(), beyond > 0 ? 1 : 0);
        if (beyond > 0) {
            QCOMPARE(open.constFirst().kind, HubTask::Kind::RefundedTwice);
            QCOMPARE(open.constFirst().amount.minor, beyond); // of the ticket, not of the order
            must(tasks(w).settle(open.constFirst().id, Remedy::TakeBack, kim, u"a copied disk"_s));
        }
        must(w.release(w.one.epoch())); // what it never took
        QVERIFY(must(tasks(w).all()).isEmpty());
        QCOMPARE(w.freeAtHub(member.wallet), inAll - beyond);
        QVERIFY(must(w.one->close()));
        w.one.enrol(w.hub);
        w.one.meet(w.hub); // hears of the hub's refund beside its own
        w.one.meet(w.hub);
        QVERIFY(must(w.hub.service().changedAfter(0)).refunded.isEmpty());
        if (const auto rest = refund(w, w.two, order); rest.ok())
            QCOMPARE(rest.value().total.minor, 2 * front + back - (inAll - beyond));
        QCOMPARE(w.complaints(), QString());
    }

    void whatGoesBeyondAfterItWasSettledIsATaskAgain()
    {
        World w;
        const Member member = w.member();
        const OrderId order = buy(w, w.one, {3, 20}, w.one.enter(w.hub, member));
        const QByteArray copy = w.one.shop.copy();
        w.one.meet(w.hub);
        must(refund(w, w.two, order));
        w.one.restore(copy);
        must(refundHere(w.one, order, {20}));
        const qint64 first = journal::head(w.one.shop.db()).seq;
        must(refundHere(w.one, order, {3})); // which the hub reads later
        must(w.hub->push(w.one.node(), carried(must(w.one->push(w.one.epoch().number, 0, int(first))))));
        const QString task = must(tasks(w).all()).constFirst().id;
        must(tasks(w).settle(task, Remedy::WriteOff, kim, u"so be it"_s));
        QVERIFY(must(tasks(w).all()).isEmpty());
        w.one.pushAll(w.hub, 0);
        const QList<HubTask> open = must(tasks(w).all());
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.constFirst().amount.minor, front);
        must(tasks(w).settle(task, Remedy::WriteOff, kim, u"once more"_s));
        QVERIFY(must(tasks(w).all()).isEmpty());
        QVERIFY(must(audit(w.hub.shop.db())).clean());
    }

    /// Whatever a journal makes of prices, nobody is given back more than was booked as paid.
    void noOrderIsWorthMoreThanItsTotal()
    {
        World w;
        const OrderId order = w.two.shop.ids.make<OrderId>();
        must(w.two.shop.db().write(w.two.shop.clock, [&](Transaction &tx) -> Done {
            const QString ticket = order.text();
            tx.tell(u"sold"_s, {{u"order"_s, order.text()}, {u"wallet"_s, WalletId{kim.value}.text()},
                                   {u"performance"_s, tonight(w).value}, {u"total"_s, front},
                                   {u"tickets"_s, QJsonArray{QJsonArray{ticket, 3, front, 1, 901},
                                                      QJsonArray{ticket, 4, front, 1, 902}}}});
            return done;
        }));
        w.two.session(w.hub);
        w.two.session(w.hub);
        QCOMPARE(must(refund(w, w.one, order, {3})).total.minor, front);
        QCOMPARE(must(refund(w, w.one, order, {4})).total.minor, 0);
        QCOMPARE(paidBack(w), front);
    }

    void aSaleByMistakeIsVoidAlsoAtTheHub()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4}), parted = buyAsGuest(w, w.one, {20, 21});
        w.one.meet(w.hub);
        RefundWish mistake = wish(order);
        mistake.isVoid = true;
        QCOMPARE(answerOf(w.one.shop->payments.refund(mistake)), u"RefundAtHub"_s);
        const RefundRequest wanted = must(w.one.shop->payments.refundRequest(mistake));
        QCOMPARE(must(refund(w, w.one, wanted)).total.minor, 2 * front);
        QVERIFY(w.hub.shop.lastEntry(u"refunded"_s).contains(u"\"void\":true"_s));
        RefundRequest some = request(w.one, parted, {20});
        some.isVoid = true;
        QCOMPARE(answerOf(refund(w, w.one, some)), u"BadInput"_s); // all of it or nothing
        must(refund(w, w.one, parted, {20}));
        QVERIFY(!w.hub.shop.lastEntry(u"refunded"_s).contains(u"void"_s));
        some = request(w.one, parted);
        some.isVoid = true;
        QCOMPARE(answerOf(refund(w, w.one, some)), u"AlreadyRefunded"_s);
        w.one.meet(w.hub);
        QCOMPARE(w.complaints(), QString());
    }

    /// Rows as a hub has them that was upgraded: its refunds were of whole orders and named no seats.
    void whatWasRefundedBeforeTheUpgradeWasAllOfTheOrder()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4}), other = buyAsGuest(w, w.one, {20});
        w.one.meet(w.hub);
        const RefundRequest wanted = request(w.two, order);
        const RefundAnswer before = must(refund(w, w.two, wanted));
        w.hub.shop.run("UPDATE house_refund SET seats = '[]'");
        QCOMPARE(answerOf(refund(w, w.two, order, {3})), u"AlreadyRefunded"_s);
        QCOMPARE(must(refund(w, w.two, wanted)).total, before.total);
        w.one.meet(w.hub);
        w.one.meet(w.hub);
        QCOMPARE(stateOf(w.one, order), OrderState::Refunded);
        QVERIFY(must(w.hub.service().changedAfter(0)).refunded.isEmpty());
        must(refund(w, w.two, other));
        QCOMPARE(w.complaints(), QString());
    }
};

QTEST_GUILESS_MAIN(TicketRefundLawTest)
#include "TicketRefundLawTest.moc"
