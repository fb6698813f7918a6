#include "storage/TokenStore.h"
#include "sync/World.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// One queue for the house: whoever comes first is let in first, at whichever terminal; offline each runs its own lane.
class HouseQueueTest : public QObject
{
    Q_OBJECT

private:
    /// At most one customer is served at once.
    static void servesOne(World &w) { must(w.hub.shop->staff.setAdmissionLimit(1, {})); }
    static IssuedToken guest(World &w, TestTerminal &at) { return must(at.enter(w.hub, at.guest())); }
    static QueuePlace place(TestTerminal &at, const IssuedToken &token)
    {
        return must(at.shop->queue.place(must(at.shop->tokens.verify(token.pass))));
    }

private Q_SLOTS:
    void numbersAndTurnsAreTheHouses()
    {
        World w;
        servesOne(w);
        const IssuedToken first = guest(w, w.one), second = guest(w, w.two), third = guest(w, w.one);
        QCOMPARE(first.token.number.text(), u"001"_s);
        QCOMPARE(second.token.number.text(), u"002"_s);
        QCOMPARE(first.token.state, TokenState::Admitted);
        QCOMPARE(second.token.state, TokenState::Waiting);
        QCOMPARE(place(w.one, third).peopleAhead, 1);

        must(w.one.shop->payments.endVisit(first.pass, {}));
        w.one.meet(w.hub); // tells of it
        w.two.meet(w.hub);
        QCOMPARE(place(w.two, second).token.state, TokenState::Admitted);
        w.one.meet(w.hub);
        QCOMPARE(place(w.one, third).peopleAhead, 0);
        QCOMPARE(place(w.one, third).token.state, TokenState::Waiting);
    }

    void askingTwiceIsOnePlace()
    {
        World w;
        const TokenRequest wanted = w.one.guest();
        const HouseVisit said = must(w.hub.service().house.enter(w.one.epoch(), wanted));
        const HouseVisit again = must(w.hub.service().house.enter(w.one.epoch(), wanted));
        QCOMPARE(again.place.number, said.place.number);
        QCOMPARE(answerOf(w.hub.service().house.enter(w.two.epoch(), wanted)), u"RequestReused"_s);
        QCOMPARE(w.hub.shop.number("SELECT count(*) FROM token"), 1);
    }

    void aMemberKeepsTheirPlaceAtAnotherTerminal()
    {
        World w;
        servesOne(w);
        guest(w, w.one);
        const Member member = w.member();
        const TokenPass there = w.one.enter(w.hub, member);
        const QString number = must(w.one.shop->tokens.verify(there)).number.text();
        const TokenPass here = w.two.enter(w.hub, member);
        QCOMPARE(must(w.two.shop->tokens.verify(here)).number.text(), number);
        w.one.meet(w.hub);
        QCOMPARE(answerOf(w.one.shop->tokens.verify(there)), u"ContinuedElsewhere"_s);
        const TokenPass back = w.one.enter(w.hub, member); // and back again
        QCOMPARE(must(w.one.shop->tokens.verify(back)).number.text(), number);
        w.two.meet(w.hub);
        QCOMPARE(answerOf(w.two.shop->tokens.verify(here)), u"ContinuedElsewhere"_s);
        QCOMPARE(w.complaints(), QString());
    }

    void whatAnEarlierTerminalTellsOfAPlaceThatMovedOnChangesNothing()
    {
        World w;
        const Member member = w.member();
        const TokenPass before = w.one.enter(w.hub, member);
        const TokenPass now = w.two.enter(w.hub, member); // the first hasn't heard
        must(w.one.shop->payments.endVisit(before, {}));
        w.one.session(w.hub);
        w.two.meet(w.hub);
        QCOMPARE(must(w.two.shop->tokens.verify(now)).state, TokenState::Admitted);
        QCOMPARE(w.hub.shop.number("SELECT count(*) FROM token WHERE state = 2"), 1);
    }

    void offlineATerminalRunsItsOwnLane()
    {
        World w;
        guest(w, w.one);
        w.one.setOnline(false);
        const IssuedToken alone = must(w.one.shop->tokens.issueToGuest());
        QCOMPARE(alone.token.number.text(), u"A001"_s);
        QCOMPARE(alone.token.state, TokenState::Admitted);
        w.one.setOnline(true);
        w.one.meet(w.hub);
        QVERIFY(w.one.shop->tokens.verify(alone.pass).ok()); // the hub doesn't name it, and ends it all the less
        QCOMPARE(w.hub.shop.number("SELECT count(*) FROM token"), 1);
    }

    void whoWaitsAtATerminalThatLosesItsHubIsLetInThere()
    {
        World w;
        servesOne(w);
        guest(w, w.two);
        const IssuedToken waiting = guest(w, w.one);
        must(w.one.shop->sweep());
        QCOMPARE(place(w.one, waiting).token.state, TokenState::Waiting); // the hub decides
        w.one.setOnline(false);
        must(w.one.shop->sweep());
        QCOMPARE(place(w.one, waiting).token.state, TokenState::Admitted);
        w.one.setOnline(true);
        w.one.meet(w.hub);
        QCOMPARE(w.hub.shop.number("SELECT count(*) FROM token WHERE state = 2"), 2); // it was let in: a fact
    }

    void whoIsCalledAndAbsentIsPassedOverForTheWholeHouse()
    {
        World w;
        servesOne(w);
        const IssuedToken first = guest(w, w.one), away = guest(w, w.one), next = guest(w, w.two);
        must(w.one.shop->tokens.takeSlip(away.pass));
        must(w.one.shop->payments.endVisit(first.pass, {}));
        w.one.meet(w.hub);
        w.one.meet(w.hub);
        w.one.shop.clock.advance(3min);
        must(w.one.shop->sweep());
        w.one.meet(w.hub);
        w.two.meet(w.hub);
        QCOMPARE(place(w.two, next).token.state, TokenState::Admitted);
        must(w.one.shop->tokens.comeBack(away.pass));
        w.one.meet(w.hub);
        must(w.two.shop->payments.endVisit(next.pass, {}));
        w.two.meet(w.hub);
        w.one.meet(w.hub);
        QCOMPARE(place(w.one, away).token.state, TokenState::Admitted);
    }

    void aRevokedTerminalsCustomersHoldUpNobody()
    {
        World w;
        servesOne(w);
        guest(w, w.one);
        const IssuedToken next = guest(w, w.two);
        must(w.hub->revoke(w.one.node()));
        w.two.meet(w.hub);
        QCOMPARE(place(w.two, next).token.state, TokenState::Admitted);
        QCOMPARE(answerOf(w.hub.service().house.enter(w.one.epoch(), w.one.guest())), u"EnrolmentOver"_s);
    }

    void aTerminalThatIsGoneForLongHoldsUpNobody()
    {
        World w;
        servesOne(w);
        guest(w, w.one);
        const IssuedToken next = guest(w, w.two);
        must(w.hub.service().house.endAbsent({w.two.epoch()}));
        w.two.meet(w.hub);
        QCOMPARE(place(w.two, next).token.state, TokenState::Admitted);
    }

    void aGuestStaysWhenTheHubHasGivenUpTheirTerminal()
    {
        World w;
        const IssuedToken visit = guest(w, w.one);
        w.one.shop.topUp(visit.pass, 20'000);
        must(w.hub.service().house.endAbsent({w.two.epoch()}));
        w.one.meet(w.hub);
        QVERIFY(w.one.shop->tokens.verify(visit.pass).ok());
        QVERIFY(must(w.one.shop->payments.endVisit(visit.pass, {})).claim);
    }

    void whoIsPassedOverAndSignsInElsewhereIsLetIn()
    {
        World w;
        servesOne(w);
        const Member member = w.member();
        const TokenPass away = w.one.enter(w.hub, member);
        must(w.one.shop->tokens.takeSlip(away));
        w.one.shop.clock.advance(3min);
        must(w.one.shop->sweep());
        w.one.meet(w.hub);
        QCOMPARE(w.hub.shop.number("SELECT state FROM token"), int(TokenState::Passed));
        const TokenPass here = w.two.enter(w.hub, member);
        QCOMPARE(must(w.two.shop->tokens.verify(here)).state, TokenState::Admitted);
    }

    void aPlaceWhoseAnswerWasLostIsGivenUp()
    {
        World w;
        servesOne(w);
        w.one.meet(w.hub);
        must(w.hub.service().house.enter(w.one.epoch(), w.one.guest()));
        const IssuedToken next = guest(w, w.two);
        w.one.meet(w.hub);
        QCOMPARE(place(w.two, next).token.state, TokenState::Waiting); // the answer may still be on its way
        w.one.shop.clock.advance(1min);
        w.one.meet(w.hub);
        w.two.meet(w.hub);
        QCOMPARE(place(w.two, next).token.state, TokenState::Admitted);
    }

    void aRestoredHubEndsNobodysVisit()
    {
        World w;
        const QByteArray backup = w.hub.shop.copy();
        const IssuedToken visit = guest(w, w.one);
        w.hub.restore(backup);
        must(w.hub->restored());
        w.one.meet(w.hub);
        w.one.meet(w.hub);
        QVERIFY(w.one.shop->tokens.verify(visit.pass).ok());
    }
};

QTEST_GUILESS_MAIN(HouseQueueTest)
#include "HouseQueueTest.moc"
