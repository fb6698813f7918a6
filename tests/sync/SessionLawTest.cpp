#include "sync/World.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// What a terminal and its hub say to each other: laws 4 and 5. Each story is a counterexample to a law without the
/// sentence it is named after.
class SessionLawTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

    void law4_onceTheNodeHasTheAnswerItsRequestIsRefused()
    {
        World w;
        const TokenPass pass = w.one.shop.guest();
        const HoldAnswer asked = must(w.one.shop->reservations.hold(pass, w.free(), TestShop::seats({3})));
        must(w.one.shop->reservations.answered(must(w.hub->give(w.one.epoch(), *asked.pending)), pass));
        must(w.hub->give(w.one.epoch(), *asked.pending)); // not heard of yet
        w.one.session(w.hub);
        QCOMPARE(answerOf(w.hub->give(w.one.epoch(), *asked.pending)), u"RequestReused"_s);
    }

    void law5_whatASlowRequestGaveToWhoHasGoneIsFound()
    {
        World w;
        const TokenPass pass = w.one.shop.guest();
        const HoldAnswer asked = must(w.one.shop->reservations.hold(pass, w.free(), TestShop::seats({3})));
        must(w.one.shop->payments.endVisit(pass, {}));
        w.one.shop->reservations.refused(asked.pending->id); // its time is over
        w.one.session(w.hub);
        const RightsAnswer late = must(w.hub->give(w.one.epoch(), *asked.pending));
        QCOMPARE(answerOf(w.one.shop->reservations.answered(late, pass)), u"HoldUnknown"_s);
        QCOMPARE(w.one.unused(), 0);
        w.one.session(w.hub);
        QCOMPARE(w.one.unused(), 1);
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
};

QTEST_GUILESS_MAIN(SessionLawTest)
#include "SessionLawTest.moc"
