#include "storage/HubSeatStore.h"
#include "storage/SeatStore.h"
#include "support/Audit.h"
#include "support/SyncWorld.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
/// A hub and two terminals that have reported; all sell the same small hall.
struct World {
    TestHub hub;
    TestTerminal one{2}, two{3};

    World()
    {
        for (TestTerminal *terminal : {&one, &two}) {
            terminal->enrol(hub);
            terminal->session(hub);
        }
    }
    SeatAtHub seat(int number) { return HubSeatStore(hub.shop.db()).find(free(), SeatIndex(number)); }
    QList<HubSeatStore::Conflict> conflicts() { return HubSeatStore(hub.shop.db()).conflicts(); }
    EpochState state(EpochId epoch) { return EpochStore(hub.shop.db()).find(epoch)->state; }
    PerformanceKey free() { return hub.shop.performance(u"free"_s); }
    RightsRequest request(TestTerminal &by, const QList<int> &seats)
    {
        return {by.shop.ids.make<RequestId>(), free(), TestShop::seats(seats)};
    }
    /// Takes an answer in as a terminal does that nobody waits at any more.
    bool take(TestTerminal &by, const RightsAnswer &answer)
    {
        bool all = true;
        must(by.shop.db().write(by.shop.clock, [&](Transaction &tx) -> Done {
            for (const SeatRight &right : answer.given)
                all = SeatStore(tx.db()).take(free(), right, answer.epoch) && all;
            return done;
        }));
        return all;
    }
};
} // namespace

/// The law between a hub and its terminals, told as what may happen to it. Each story is a counterexample to a law
/// without the sentence it is named after.
class LawTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        const EpochId next = must(w.hub->begin(w.one.epoch()));
        QCOMPARE(answerOf(w.one->begin(next.number, 1)), u"TenderInDoubt"_s);
        must(w.one.shop->payments.answered(tender.id, DeviceAnswer::Approved));
        must(w.one.shop->payments.pay(pass, w.one.shop.ids.make<OrderId>(), hold.id));
        must(w.one->begin(next.number, 1));
    }

    void law1_staffMayReleaseAndALateSaleIsATask()
    {
        World w;
        const TokenPass pass = w.one.shop.guest();
        const Hold hold = must(w.one.hold(w.hub, pass, {3}));
        must(w.hub->revoke(w.one.node()));
        must(w.hub->release(w.one.epoch()));
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

    void law4_theSameRequestIsAnsweredTheSame()
    {
        World w;
        const RightsRequest request = w.request(w.one, {3});
        const RightsAnswer first = must(w.hub->give(w.one.epoch(), request));
        w.hub.restart();
        const RightsAnswer second = must(w.hub->give(w.one.epoch(), request));
        QCOMPARE(jsonOf(first), jsonOf(second));
        RightsRequest other = request;
        other.seats = TestShop::seats({4});
        QCOMPARE(answerOf(w.hub->give(w.one.epoch(), other)), u"RequestReused"_s);
        QCOMPARE(answerOf(w.hub->give(w.two.epoch(), request)), u"RequestReused"_s);
        QCOMPARE(w.seat(4).state, SeatState::Pool);
    }

    void law5_whatALostReplyOrphanedIsFoundAgain()
    {
        World w;
        must(w.hub->give(w.one.epoch(), w.request(w.one, {3, 4}))); // lost on the way
        QCOMPARE(w.one.unused(), 0);
        w.one.session(w.hub);
        QCOMPARE(w.one.unused(), 2);
        must(w.one.sell(w.hub, {3}));
        w.one.session(w.hub);
        QCOMPARE(w.seat(3).state, SeatState::Sold);
    }

    void law5_aRightThatWasPartedWithIsNeverTakenAgain()
    {
        World w;
        const RightsAnswer answer = must(w.hub->give(w.one.epoch(), w.request(w.one, {3})));
        QVERIFY(w.take(w.one, answer));
        must(w.one->giveBack(w.free(), {SeatIndex(3)}));
        w.one.session(w.hub);
        must(w.two.sell(w.hub, {3}));
        QVERIFY(!w.take(w.one, answer)); // the answer comes once more
        QCOMPARE(w.one.unused(), 0);
    }

    void law5_aReportThatAnswersNoOpenChallengeIsIgnored()
    {
        World w;
        const RightsReport late = must(w.one->report(must(w.hub->open(w.one.epoch()))));
        must(w.one.hold(w.hub, w.one.shop.guest(), {3}));
        w.one.pushAll(w.hub, 0); // a report precedes the pushes of its session
        QCOMPARE(answerOf(w.hub->report(w.one.epoch(), late)), u"NotReportedYet"_s);
        const RightsReport stale = must(w.one->report(must(w.hub->open(w.one.epoch()))));
        must(w.hub->open(w.one.epoch()));
        QCOMPARE(answerOf(w.hub->report(w.one.epoch(), stale)), u"NotReportedYet"_s);
        QCOMPARE(w.seat(3).state, SeatState::Given);
        QCOMPARE(w.state(w.one.epoch()), EpochState::Live); // and nobody is taken for a restored one
    }

    void law5_theJournalIsAppliedBeforeTheReportIsCompared()
    {
        World w;
        must(w.one.sell(w.hub, {3})); // not pushed yet
        const Challenge challenge = must(w.hub->open(w.one.epoch()));
        const Acknowledged said = must(w.hub->report(w.one.epoch(), must(w.one->report(challenge))));
        QVERIFY(!said.comparison);
        const Acknowledged after = w.one.pushAll(w.hub, challenge.position);
        QCOMPARE(after.word, EpochWord::Goes);
        QCOMPARE(w.seat(3).state, SeatState::Sold); // and not sent again
        QCOMPARE(w.one.unused(), 0);
    }

    void law5_noRightBeforeTheFirstReport()
    {
        World w;
        TestTerminal three(4);
        three.enrol(w.hub);
        QCOMPARE(answerOf(three.sell(w.hub, {3})), u"NotReportedYet"_s);
        three.session(w.hub);
        must(three.sell(w.hub, {3}));
    }

    void law5_rightsOfAnotherEpochAreNotTaken()
    {
        World w;
        const RightsAnswer late = must(w.hub->give(w.one.epoch(), w.request(w.one, {3})));
        QVERIFY(must(w.one->close()));
        w.one.pushAll(w.hub, 0);
        w.one.enrol(w.hub);
        w.one.session(w.hub);
        QCOMPARE(w.seat(3).state, SeatState::Pool);
        must(w.two.sell(w.hub, {3}));
        QVERIFY(!w.take(w.one, late));
    }

    void law6_aRestoredDatabaseIsFoundOut()
    {
        World w;
        const QByteArray backup = w.one.shop.copy();
        must(w.one.sell(w.hub, {3}));
        w.one.session(w.hub);
        w.one.restore(backup);
        QCOMPARE(w.one.session(w.hub).word, EpochWord::Forked); // behind what was acknowledged
        QCOMPARE(w.state(w.one.epoch()), EpochState::Forked);
        QCOMPARE(answerOf(w.one.sell(w.hub, {4})), u"EnrolmentOver"_s);
        QVERIFY(must(w.one->close())); // it says so, but nobody believes it
        w.one.pushAll(w.hub, 0);
        QCOMPARE(w.state(w.one.epoch()), EpochState::Forked);
    }

    void law6_anotherJournalAtTheSamePositionIsFoundOut()
    {
        World w;
        const QByteArray backup = w.one.shop.copy();
        must(w.one.sell(w.hub, {3}));
        const qint64 position = w.one.session(w.hub).position;
        w.one.restore(backup);
        while (must(w.one->push(w.one.epoch().number, 0, 1'000)).entries.size() < position)
            must(w.one.shop->payments.endVisit(w.one.shop.guest(), {})); // life goes on, another one
        RightsReport report = must(w.one->report(must(w.hub->open(w.one.epoch()))));
        const JournalEntry there = must(w.one->push(w.one.epoch().number, 0, 1'000)).entries[position - 1];
        report.position = there.seq;
        report.hash = there.hash;
        QCOMPARE(must(w.hub->report(w.one.epoch(), report)).word, EpochWord::Forked);
    }

    void law7_afterANewIncarnationNoOlderRightIsTaken()
    {
        World w;
        const RightsAnswer late = must(w.hub->give(w.one.epoch(), w.request(w.one, {3})));
        w.hub.shop.run("UPDATE head SET incarnation = 2"); // promoted
        w.one.session(w.hub);
        QCOMPARE(w.seat(3).state, SeatState::Pool); // neither listed nor in its journal
        must(w.two.sell(w.hub, {3}));
        QVERIFY(!w.take(w.one, late));
    }

    void law7_aReportUnderAnOlderIncarnationIsIgnored()
    {
        World w;
        const RightsReport older = must(w.one->report(must(w.hub->open(w.one.epoch()))));
        w.hub.shop.run("UPDATE head SET incarnation = 2");
        QCOMPARE(answerOf(w.hub->report(w.one.epoch(), older)), u"NotReportedYet"_s);
        // nor does a terminal talk to a hub that is older than one it knew
        w.one.session(w.hub);
        w.hub.shop.run("UPDATE head SET incarnation = 1");
        QCOMPARE(answerOf(w.one->report(must(w.hub->open(w.one.epoch())))), u"HubRecovering"_s);
    }

    void law7_aRestoredHubGivesNothingUntilEveryEpochHasReported()
    {
        World w;
        const QByteArray backup = w.hub.shop.copy();
        const OrderId sold = must(w.one.sell(w.hub, {3}));
        must(w.two.hold(w.hub, w.two.shop.guest(), {4}));
        w.hub.restore(backup);
        w.hub.shop.run("UPDATE head SET incarnation = 2");
        w.hub.shop.run("UPDATE epoch SET must_report = 1");
        QCOMPARE(w.seat(3).state, SeatState::Pool); // it has forgotten
        QCOMPARE(answerOf(w.two.sell(w.hub, {3})), u"HubRecovering"_s);
        w.one.session(w.hub);
        QCOMPARE(answerOf(w.one.sell(w.hub, {4})), u"HubRecovering"_s);
        w.two.session(w.hub);
        QCOMPARE(w.seat(3).order, sold);
        QCOMPARE(w.seat(4).holder, w.two.epoch());
        QCOMPARE(answerOf(w.one.sell(w.hub, {4})), u"SeatTaken"_s);
        must(w.one.sell(w.hub, {5}));
    }

    void law8_entriesOfAForkAreKeptBesideTheChain()
    {
        World w;
        must(w.one.hold(w.hub, w.one.shop.guest(), {5}));
        const QByteArray backup = w.one.shop.copy();
        must(w.one.sell(w.hub, {3}));
        w.one.session(w.hub);
        const qint64 known = w.hub.shop.number("SELECT count(*) FROM node_journal");
        w.one.restore(backup); // lapses its hold at start: another entry at a seq that is taken
        const TokenPass pass = w.one.shop.guest();
        const Hold hold = must(w.one.hold(w.hub, pass, {5}));
        must(w.one.shop->payments.pay(pass, w.one.shop.ids.make<OrderId>(), hold.id));
        QCOMPARE(w.one.pushAll(w.hub, 0).word, EpochWord::Forked);
        QCOMPARE(w.hub.shop.number("SELECT count(*) FROM node_journal"), known);
        QVERIFY(w.hub.shop.number("SELECT count(*) FROM node_fork") > 0);
        QCOMPARE(w.conflicts().size(), 1); // somebody has a ticket for seat 5
        QCOMPARE(w.seat(3).state, SeatState::Sold);
    }

    void law8_aPushIsStoredWholeOrNotAtAll()
    {
        World w;
        must(w.one.sell(w.hub, {3}));
        Push push = must(w.one->push(w.one.epoch().number, 0, 50));
        push.entries.last().body.append(' ');
        QCOMPARE(answerOf(w.hub->push(w.one.node(), push)), u"BadInput"_s);
        QCOMPARE(w.seat(3).state, SeatState::Given);
    }

    void law8_aPushWithAGapIsAskedForFromWhereItIsMissing()
    {
        World w;
        const qint64 here = must(w.hub->open(w.one.epoch())).position;
        must(w.one.sell(w.hub, {3}));
        const Acknowledged said =
            must(w.hub->push(w.one.node(), must(w.one->push(w.one.epoch().number, here + 1, 50))));
        QCOMPARE(said.position, here);
        QCOMPARE(w.seat(3).state, SeatState::Given);
        w.one.pushAll(w.hub, said.position);
        QCOMPARE(w.seat(3).state, SeatState::Sold);
    }

    void law8_whatAnEarlierEpochSoldIsStillSent()
    {
        World w;
        const OrderId order = must(w.one.sell(w.hub, {3})); // never pushed
        const int before = w.one.epoch().number;
        w.one.enrol(w.hub);
        w.one.session(w.hub);
        QCOMPARE(w.seat(3).state, SeatState::Quarantined);
        w.one.pushAll(w.hub, before, 0);
        QCOMPARE(w.seat(3).order, order);
        QCOMPARE(w.state({w.one.node(), before}), EpochState::Closed); // its closing entry came along
    }

    void law8_aPushTwiceChangesNothing()
    {
        World w;
        must(w.one.sell(w.hub, {3}));
        const Push push = must(w.one->push(w.one.epoch().number, 0, 50));
        must(w.hub->push(w.one.node(), push));
        const qint64 entries = w.hub.shop.number("SELECT count(*) FROM node_journal");
        const SeatAtHub seat = w.seat(3);
        must(w.hub->push(w.one.node(), push));
        QCOMPARE(w.hub.shop.number("SELECT count(*) FROM node_journal"), entries);
        QCOMPARE(w.seat(3), seat);
    }

    void law8_anEarlierEpochsSalesStillCount()
    {
        World w;
        const OrderId order = must(w.one.sell(w.hub, {3})); // never pushed
        const Push late = must(w.one->push(w.one.epoch().number, 0, 50));
        must(w.hub->begin(w.one.epoch())); // enrolled anew; the first epoch's seats are quarantined
        QCOMPARE(w.seat(3).state, SeatState::Quarantined);
        QCOMPARE(must(w.hub->push(w.one.node(), late)).word, EpochWord::Over);
        QCOMPARE(w.seat(3).order, order);
    }

    void law10_aSaleThatWasNeverSentIsTheSellersToRefund()
    {
        World w;
        const OrderId order = must(w.one.sell(w.hub, {3}));
        must(w.one.shop->payments.refund(order, {}, u"changed her mind"_s));
        const OrderId again = must(w.one.sell(w.hub, {3})); // under the same right, which nobody else has
        w.one.session(w.hub);
        QCOMPARE(w.seat(3).order, again);
        QVERIFY(w.conflicts().isEmpty());
        QCOMPARE(audit(w.one.shop), QString());
    }

    void law10_onceSentOnlyTheHubRefunds()
    {
        World w;
        const OrderId order = must(w.one.sell(w.hub, {3}));
        must(w.one->push(w.one.epoch().number, 0, 100)); // and lost on the way: nobody can know
        w.one.restart();
        QCOMPARE(answerOf(w.one.shop->payments.refund(order, {}, u"changed her mind"_s)), u"RefundAtHub"_s);
        const OrderId later = must(w.one.sell(w.hub, {4}));
        must(w.one.shop->payments.refund(later, {}, u"changed his mind"_s));
        w.one.session(w.hub);
        QCOMPARE(w.seat(3).state, SeatState::Sold);
        QCOMPARE(w.seat(4).state, SeatState::Given);
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

QTEST_GUILESS_MAIN(LawTest)
#include "LawTest.moc"
