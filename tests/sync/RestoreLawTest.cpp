#include "sync/World.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// Databases that aren't what they were: laws 6 and 7. Each story is a counterexample to a law without the sentence it
/// is named after.
class RestoreLawTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

    /// The database may have gone back in time between the wish and its answer.
    void law6_anEnrolmentIsTakenOnlyByTheDatabaseThatWantedIt()
    {
        World w;
        const QByteArray backup = w.one.shop.copy();
        const Enrolment answer = must(w.hub->begin(must(w.one->wantEnrolment())));
        w.one.restore(backup);
        QCOMPARE(answerOf(w.one->begin(answer, w.hub.link())), u"EnrolmentOver"_s);
        const Enrolment late = must(w.hub->begin(must(w.one->wantEnrolment())));
        const Enrolment newest = must(w.hub->begin(must(w.one->wantEnrolment())));
        QCOMPARE(answerOf(w.one->begin(late, w.hub.link())), u"EnrolmentOver"_s);
        must(w.one->begin(newest, w.hub.link()));
        QCOMPARE(answerOf(w.one->begin(newest, w.hub.link())), u"EnrolmentOver"_s); // twice on the way
        w.one.session(w.hub);
        must(w.one.sell(w.hub, {3}));
    }

    void law6_theSameWishIsAnsweredTheSame()
    {
        World w;
        const EnrolmentRequest wish = must(w.one->wantEnrolment());
        const Enrolment first = must(w.hub->begin(wish));
        must(w.one->begin(first, w.hub.link()));
        QCOMPARE(must(w.hub->begin(wish)).epoch, first.epoch); // Qt sends a POST again by itself
        w.one.session(w.hub);
        must(w.one.sell(w.hub, {3}));
    }

    void law6_whatWasForkedBeforeARestoreIsForkedAfterIt()
    {
        World w;
        const QByteArray hubsBackup = w.hub.shop.copy(), ones = w.one.shop.copy();
        must(w.one.sell(w.hub, {3}));
        w.one.session(w.hub);
        w.one.restore(ones);
        must(w.one.shop->payments.endVisit(w.one.shop.guest(), {}));
        w.one.session(w.hub);
        const EpochId forked = w.one.epoch();
        QCOMPARE(w.state(forked), EpochState::Forked);
        w.hub.restore(hubsBackup);
        must(w.hub->restored());
        QVERIFY(must(w.one->close())); // as if its disk were the only one there ever was
        w.one.pushAll(w.hub, 0);
        QCOMPARE(w.state(forked), EpochState::Forked);
        QCOMPARE(answerOf(w.two.sell(w.hub, {3})), u"HubRecovering"_s);
    }

    void law6_aRootIsNeverATerminal()
    {
        World w;
        TestTerminal root{5};
        root.shop.restart(); // which sells by itself
        root.shop.sold({3});
        root.restart();
        QCOMPARE(answerOf(root->wantEnrolment()), u"NodeIsRoot"_s);
    }

    void law7_afterANewIncarnationNoOlderRightIsTaken()
    {
        World w;
        const RightsAnswer late = must(w.hub->give(w.one.epoch(), w.request(w.one, {3})));
        must(w.hub->promoted());
        w.one.session(w.hub);
        QCOMPARE(w.seat(3).state, SeatState::Pool); // neither listed nor in its journal
        must(w.two.sell(w.hub, {3}));
        QVERIFY(!w.take(w.one, late));
    }

    void law7_aReportUnderAnOlderIncarnationIsIgnored()
    {
        World w;
        const RightsReport older = must(w.one->report(must(w.hub->open(w.one.epoch()))));
        must(w.hub->promoted());
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
        must(w.hub->restored());
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

    void law7_anEpochThatBeganSinceTheBackupIsWaitedForToo()
    {
        World w;
        const QByteArray backup = w.hub.shop.copy();
        TestTerminal three{4};
        three.enrol(w.hub);
        three.session(w.hub);
        must(three.hold(w.hub, three.shop.guest(), {6}));
        const OrderId sold = must(w.two.sell(w.hub, {7})); // never pushed
        w.two.enrol(w.hub);
        w.hub.restore(backup);
        must(w.hub->restored());
        w.one.session(w.hub);
        three.session(w.hub);
        QCOMPARE(w.seat(6).holder, three.epoch());
        QCOMPARE(answerOf(w.one.sell(w.hub, {8})), u"HubRecovering"_s);
        w.two.session(w.hub); // with the journal of the epoch that was replaced
        QCOMPARE(w.seat(7).order, sold);
        must(w.one.sell(w.hub, {8}));
    }

    /// Its closing entry was read once; what it sold before that is forgotten with it.
    void law7_anEpochThatClosedSinceTheBackupIsHeardAgain()
    {
        World w;
        const QByteArray backup = w.hub.shop.copy();
        const OrderId sold = must(w.one.sell(w.hub, {3}));
        w.one.enrol(w.hub);
        w.one.session(w.hub);
        QCOMPARE(w.seat(3).order, sold);
        w.hub.restore(backup);
        must(w.hub->restored());
        w.two.session(w.hub);
        QCOMPARE(answerOf(w.two.sell(w.hub, {3})), u"HubRecovering"_s);
        w.one.session(w.hub);
        QCOMPARE(w.seat(3).order, sold);
        QCOMPARE(answerOf(w.two.sell(w.hub, {3})), u"SeatTaken"_s);
    }

    void law7_aHubWithoutItsRegisterWaitsForAllThatItKnows()
    {
        World w;
        const QByteArray backup = w.hub.shop.copy();
        must(w.one.sell(w.hub, {3}));
        w.one.session(w.hub);
        w.hub.restore(backup);
        w.hub.loseRegister();
        must(w.hub->restored());
        QCOMPARE(answerOf(w.two.sell(w.hub, {3})), u"HubRecovering"_s);
    }

    /// The same backup twice is two incarnations.
    void law7_noIncarnationComesTwice()
    {
        World w;
        const QByteArray backup = w.hub.shop.copy();
        for (const int incarnation : {2, 3}) {
            w.hub.restore(backup);
            must(w.hub->restored());
            QCOMPARE(must(w.hub->open(w.one.epoch())).incarnation, incarnation);
        }
    }

    void law7_aPromotionForgetsNothing()
    {
        World w;
        must(w.hub->promoted());
        w.one.session(w.hub);
        must(w.one.sell(w.hub, {3})); // nobody is waited for
        QVERIFY(!EpochStore(w.hub.shop.db()).anyMustReport());
    }
};

QTEST_GUILESS_MAIN(RestoreLawTest)
#include "RestoreLawTest.moc"
