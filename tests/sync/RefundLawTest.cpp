#include "sync/RefundStories.h"

#include <QJsonArray>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// Law 10: an order's money goes back once, by its seller or by the hub.
class RefundLawTest : public RefundStories
{
    Q_OBJECT

private Q_SLOTS:
    void theSellerRefundsWhatItNeverToldOf()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3});
        QVERIFY(must(w.one.shop->payments.refund(order, {}, u"ill"_s))); // a guest's: a code
        w.one.meet(w.hub);
        QCOMPARE(answerOf(refund(w, w.two, order)), u"AlreadyRefunded"_s);
        QCOMPARE(refundsBooked(w), 1);
        QCOMPARE(w.complaints(), QString());
    }

    void whatAPushCarriesIsGivenUpEvenIfItIsLost()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3});
        must(w.one->push(w.one.epoch().number, 0, 50)); // nobody knows whether it arrives
        QCOMPARE(answerOf(w.one.shop->payments.refund(order, {}, u"ill"_s)), u"RefundAtHub"_s);
        w.one.meet(w.hub);
        QCOMPARE(must(refund(w, w.one, order)).order, order);
        QCOMPARE(w.complaints(), QString());
    }

    void theHubRefundsOnlyWhatItReadIsGivenUp()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3});
        const qint64 known = must(w.hub->open(w.one.epoch())).position;
        const Push push = must(w.one->push(w.one.epoch().number, known, 50)); // the entry that gives up isn't in it
        must(w.hub->push(w.one.node(), carried(push)));
        QCOMPARE(seatTonight(w, 3).order, order);
        QCOMPARE(answerOf(refund(w, w.two, order)), u"RefundAtSeller"_s);
        QCOMPARE(refundsBooked(w), 0);
        w.one.meet(w.hub);
        must(refund(w, w.two, order));
        QCOMPARE(w.complaints(), QString());
    }

    void anOrderThatTheHubHasNotReadIsUnknown()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3});
        QCOMPARE(answerOf(refund(w, w.two, order)), u"OrderUnknown"_s);
        RefundRequest wanted = request(w.two, order);
        wanted.why = u" "_s;
        QCOMPARE(answerOf(refund(w, w.two, wanted)), u"ReasonNeeded"_s);
    }

    void itsSeatsAreSoldAgainAndItsSellerHears()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3, 4});
        w.one.meet(w.hub);
        must(refund(w, w.two, order));
        QCOMPARE(seatTonight(w, 3).state, SeatState::Pool);
        const OrderId again = buyAsGuest(w, w.two, {3});
        w.two.meet(w.hub);
        QCOMPARE(must(w.one.shop->payments.order(order)).state, OrderState::Paid); // it hasn't heard yet
        w.one.meet(w.hub);
        w.one.meet(w.hub); // and says so once
        QCOMPARE(must(w.one.shop->payments.order(order)).state, OrderState::Refunded);
        QCOMPARE(answerOf(w.one.shop->payments.printAgain(order, {})), u"AlreadyRefunded"_s);
        QCOMPARE(w.one.shop.entries(u"refundHeard"_s), 1);
        QCOMPARE(w.one.shop.shown(3), SeatShown::Taken); // the other's now
        buyAsGuest(w, w.one, {4});                       // the seller may sell it again as well
        w.one.meet(w.hub);
        QCOMPARE(seatTonight(w, 3).order, again);
        QVERIFY(w.conflicts().isEmpty());
        QCOMPARE(w.complaints(), QString());
    }

    void aMembersMoneyIsInTheirWalletAndFollowsThem()
    {
        World w;
        const Member member = w.member();
        const OrderId order = buy(w, w.one, {3}, w.one.enter(w.hub, member));
        w.one.meet(w.hub);
        const TokenPass there = w.two.enter(w.hub, member);
        const RefundAnswer answer = must(refund(w, w.one, order));
        QVERIFY(answer.isMembers);
        QVERIFY(!claimOf(answer));
        w.two.meet(w.hub);
        QCOMPARE(w.two.shop.balance(there), answer.total.minor);
        QCOMPARE(w.complaints(), QString());
    }

    void aGuestsCodeIsPaidAtAnyTerminalAndTheirOtherCodeStaysGood()
    {
        World w;
        const TokenPass pass = w.one.shop.guest();
        const OrderId order = buy(w, w.one, {3}, pass);
        const TokenPass next = must(w.one.shop->tokens.buyAnother(pass)).pass;
        w.one.shop.topUp(next, 7'000);
        w.one.session(w.hub);
        const Claim rest = must(w.one.shop->payments.endVisit(next, {})).claim.value(); // not told of yet
        const Claim refunded = claimOf(must(refund(w, w.two, order))).value();
        w.one.meet(w.hub);
        w.one.meet(w.hub);
        for (const Claim &claim : {refunded, rest}) {
            const AmountRight right =
                must(w.hub.service().house.claim(w.two.epoch(), {Secrets::claimHash(claim.code)}));
            QCOMPARE(right.amount, claim.amount);
            const Tender tender = must(w.two.shop->customers.payClaim(right, claim.code, {}));
            must(w.two.shop->payments.answered(tender.id, DeviceAnswer::Approved));
            w.two.meet(w.hub);
        }
        QCOMPARE(w.complaints(), QString());
    }

    void askedTwiceItIsRefundedOnceAndTheLastCodeIsGood()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3}), other = buyAsGuest(w, w.one, {4});
        w.one.meet(w.hub);
        RefundRequest wanted = request(w.two, order);
        const Claim lost = claimOf(must(refund(w, w.two, wanted))).value();
        const Claim code = claimOf(must(refund(w, w.two, wanted))).value();
        QCOMPARE(refundsBooked(w), 1);
        QCOMPARE(answerOf(refund(w, w.two, order)), u"AlreadyRefunded"_s); // by another request
        wanted.order = other;
        QCOMPARE(answerOf(refund(w, w.two, wanted)), u"RequestReused"_s);
        HubHouse &house = w.hub.service().house;
        QCOMPARE(answerOf(house.claim(w.two.epoch(), {Secrets::claimHash(lost.code)})), u"ClaimUnknown"_s);
        QCOMPARE(must(house.claim(w.two.epoch(), {Secrets::claimHash(code.code)})).amount, code.amount);
        QCOMPARE(w.complaints(), QString());
    }

    void aTerminalAsksForAnOrderAlwaysByTheSameRequest()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3});
        w.one.meet(w.hub);
        const RefundRequest first = must(w.one.shop->payments.refundRequest(wish(order)));
        w.one.restart();
        QCOMPARE(must(w.one.shop->payments.refundRequest(wish(order, {}, u"really"_s))).id, first.id);
        must(refund(w, w.one, first)); // the answer is lost, but not the news
        w.one.meet(w.hub);
        QCOMPARE(must(w.one.shop->payments.order(order)).state, OrderState::Refunded);
        QCOMPARE(answerOf(w.one.shop->payments.refund(order, kim, u"ill"_s)), u"RefundAtHub"_s);
        const RefundAnswer again = must(refund(w, w.one, must(w.one.shop->payments.refundRequest(wish(order)))));
        const AmountRight right =
            must(w.hub.service().house.claim(w.two.epoch(), {Secrets::claimHash(again.claimCode)}));
        QCOMPARE(right.amount, again.total);
        const Tender tender = must(w.two.shop->customers.payClaim(right, again.claimCode, kim));
        must(w.two.shop->payments.answered(tender.id, DeviceAnswer::Approved));
        w.two.meet(w.hub);
        QCOMPARE(answerOf(refund(w, w.one, first)), u"AlreadyRefunded"_s); // and paid
        QCOMPARE(w.complaints(), QString());
    }

    void whoWaitsForASeatHasItOnceTheOtherIsRefunded()
    {
        World w;
        const OrderId late = buyAsGuest(w, w.one, {3}); // not told of, and its terminal is given up
        must(w.hub->revoke(w.one.node()));
        must(w.release(w.one.epoch()));
        const OrderId order = buyAsGuest(w, w.two, {3, 4});
        w.two.meet(w.hub);
        w.one.pushAll(w.hub, 0);
        QCOMPARE(w.conflicts().size(), 1);
        must(refund(w, w.two, order));
        QCOMPARE(seatTonight(w, 3).order, late);
        QCOMPARE(seatTonight(w, 4).state, SeatState::Pool);
        QVERIFY(w.conflicts().isEmpty());
        w.two.meet(w.hub);
        QCOMPARE(w.complaints(), QString());
    }

    void whatCostNothingIsRefundedWithoutACode()
    {
        World w;
        const OrderId order = must(w.one.sell(w.hub, {3}));
        w.one.meet(w.hub);
        const RefundAnswer answer = must(refund(w, w.two, order));
        QVERIFY(!claimOf(answer));
        QCOMPARE(w.seat(3).state, SeatState::Pool);
        w.one.meet(w.hub);
        QCOMPARE(w.complaints(), QString());
    }

    /// Nobody who has a key makes another's order look refunded.
    void onlyItsSellerIsBelievedAboutAnOrder()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3});
        w.one.meet(w.hub);
        must(w.two.shop.db().write(w.two.shop.clock, [&](Transaction &tx) -> Done {
            tx.tell(u"refunded"_s, {{u"order"_s, order.text()}, {u"rights"_s, QJsonArray()}});
            tx.tell(u"refundHeard"_s, {{u"order"_s, order.text()}, {u"wallet"_s, WalletId{kim.value}.text()}});
            return done;
        }));
        w.two.session(w.hub);
        QCOMPARE(seatTonight(w, 3).order, order);
        QVERIFY(must(w.hub.service().changedAfter(0)).refunded.isEmpty());
        must(refund(w, w.one, order));
        QCOMPARE(refundsBooked(w), 1);
        QVERIFY(must(foyer::audit(w.hub.shop.db())).clean());
    }

    /// Its seller may have refunded it as well, and sold its seats again: they are its own until it says otherwise.
    void whatStaffRefundBeforeItIsGivenUpFreesNoSeat()
    {
        World w;
        must(w.hub->revoke(w.two.node()));
        must(w.release(w.two.epoch()));
        const OrderId order = buyAsGuest(w, w.one, {3});
        const qint64 known = must(w.hub->open(w.one.epoch())).position;
        must(w.hub->push(w.one.node(), carried(must(w.one->push(w.one.epoch().number, known, 50)))));
        must(w.hub.shop.db().write(w.hub.shop.clock, [&](Transaction &tx) -> Result<bool> {
            return must(w.hub->refundAtRisk(tx, order, kim, u"no show"_s)).has_value();
        }));
        QCOMPARE(seatTonight(w, 3).state, SeatState::Given);
        w.one.meet(w.hub); // hears, and parts with it
        w.one.meet(w.hub);
        QCOMPARE(seatTonight(w, 3).state, SeatState::Pool);
        QCOMPARE(w.complaints(), QString());
    }

    void aSellerThatIsRevokedHearsInItsNextEpoch()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3});
        w.one.meet(w.hub);
        must(w.hub->revoke(w.one.node()));
        must(refund(w, w.two, order));
        QCOMPARE(seatTonight(w, 3).state, SeatState::Pool);
        w.one.enrol(w.hub);
        w.one.meet(w.hub);
        w.one.meet(w.hub);
        QCOMPARE(must(w.one.shop->payments.order(order)).state, OrderState::Refunded);
        QCOMPARE(w.complaints(), QString());
    }

    void theClosingEntryGivesUpAll()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3}); // never told of
        w.one.enrol(w.hub);
        QCOMPARE(answerOf(w.one.shop->payments.refund(order, {}, u"ill"_s)), u"RefundAtHub"_s);
        w.one.meet(w.hub);
        must(refund(w, w.one, order));
        w.one.meet(w.hub);
        QCOMPARE(w.complaints(), QString());
    }

    void aHubThatForgotARefundReadsOfItBeforeItRefundsAgain()
    {
        World w;
        const OrderId order = buyAsGuest(w, w.one, {3});
        w.one.meet(w.hub);
        const QByteArray backup = w.hub.shop.copy();
        must(refund(w, w.two, order));
        w.one.meet(w.hub); // hears
        w.hub.restore(backup);
        must(w.hub->restored());
        QCOMPARE(answerOf(refund(w, w.two, order)), u"HubRecovering"_s);
        w.two.meet(w.hub);
        w.one.meet(w.hub);
        QCOMPARE(answerOf(refund(w, w.two, order)), u"AlreadyRefunded"_s);
        QCOMPARE(seatTonight(w, 3).state, SeatState::Pool);
        HubTasks tasks(w.hub.shop.db(), w.hub.shop.clock, w.hub.shop.ids, w.hub.service().sync);
        QCOMPARE(must(tasks.all()).constFirst().kind, HubTask::Kind::MoneyUnclaimed); // the code was forgotten
        QCOMPARE(w.complaints(), QString());
    }

    void aCopyThatRefundsWhatTheHubRefundedIsATask_data()
    {
        QTest::addColumn<Remedy>("remedy");
        QTest::addColumn<int>("times"); // the customer keeps the money
        QTest::newRow("out of the wallet again") << Remedy::TakeBack << 1;
        QTest::newRow("at the house's loss") << Remedy::WriteOff << 2;
    }

    void aCopyThatRefundsWhatTheHubRefundedIsATask()
    {
        QFETCH(Remedy, remedy);
        QFETCH(int, times);
        World w;
        const Member member = w.member();
        const OrderId order = buy(w, w.one, {3}, w.one.enter(w.hub, member));
        const QByteArray copy = w.one.shop.copy(); // before it gave up
        w.one.meet(w.hub);
        const qint64 total = must(refund(w, w.two, order)).total.minor;
        w.one.restore(copy); // behind what the hub acknowledged
        must(w.one.shop->payments.refund(order, {}, u"ill"_s));
        w.one.pushAll(w.hub, 0);
        HubTasks tasks(w.hub.shop.db(), w.hub.shop.clock, w.hub.shop.ids, w.hub.service().sync);
        const QList<HubTask> open = must(tasks.all());
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.constFirst().kind, HubTask::Kind::RefundedTwice);
        QCOMPARE(open.constFirst().order, order);
        must(tasks.settle(open.constFirst().id, remedy, {}, u"a copied disk"_s));
        must(w.release(w.one.epoch())); // what it never took
        QVERIFY(must(tasks.all()).isEmpty());
        QCOMPARE(w.freeAtHub(member.wallet), times * total);
        QVERIFY(must(w.one->close()));
        w.one.enrol(w.hub);
        w.one.meet(w.hub); // hears of the hub's refund beside its own
        w.one.meet(w.hub);
        QCOMPARE(w.one.shop.entries(u"refundHeard"_s), 1);
        QVERIFY(must(w.hub.service().changedAfter(0)).refunded.isEmpty());
        QCOMPARE(w.complaints(), QString());
    }

    void whatOnlyACopySoldStaffRefund()
    {
        World w;
        const QByteArray copy = w.one.shop.copy();
        buyAsGuest(w, w.one, {3});
        buyAsGuest(w, w.one, {4});
        w.one.meet(w.hub); // gives up more than the copy ever wrote
        w.one.restore(copy);
        must(w.hub->allot(w.one.epoch(), tonight(w), 1));
        w.one.hear(w.hub);
        const OrderId order = buyAsGuest(w, w.one, {0});
        w.one.pushAll(w.hub, 0);
        QCOMPARE(answerOf(refund(w, w.two, order)), u"RefundAtSeller"_s); // the copy may do it itself
        HubTasks tasks(w.hub.shop.db(), w.hub.shop.clock, w.hub.shop.ids, w.hub.service().sync);
        const QList<HubTask> open = must(tasks.all());
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.constFirst().kind, HubTask::Kind::SeatSoldTwice);
        const auto claim = must(tasks.settle(open.constFirst().id, Remedy::Refund, kim, u"no such seat any more"_s));
        QVERIFY(claim && claim->amount.isPositive());
        QVERIFY(must(tasks.all()).isEmpty());
        QCOMPARE(answerOf(refund(w, w.two, order)), u"AlreadyRefunded"_s);
        QCOMPARE(w.complaints(), QString());
    }

    void aCopyThatRefundsWhatTheChainSoldFreesNothingByItself()
    {
        World w;
        const Member member = w.member();
        const OrderId order = buy(w, w.one, {3}, w.one.enter(w.hub, member));
        const QByteArray copy = w.one.shop.copy();
        w.one.meet(w.hub);
        w.one.restore(copy);
        must(w.one.shop->payments.refund(order, {}, u"ill"_s));
        w.one.pushAll(w.hub, 0);
        QCOMPARE(seatTonight(w, 3).state, SeatState::Quarantined); // the copy may have sold it again
        QCOMPARE(answerOf(refund(w, w.two, order)), u"AlreadyRefunded"_s);
        QCOMPARE(w.complaints(), QString());
    }
};

QTEST_GUILESS_MAIN(RefundLawTest)
#include "RefundLawTest.moc"
