#include "services/ScriptedSale.h"
#include "services/Shop.h"
#include "storage/DataFolder.h"
#include "storage/SeatStore.h"
#include "support/Audit.h"
#include "support/DemoFolder.h"
#include "support/LateAuthority.h"

#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// A terminal whose hub answers when the test says so.
struct Terminal {
    LateAuthority hub;
    TestShop shop{{.authority = &hub}};
    TokenPass pass = shop.guest();

    RightsRequest ask(const QList<int> &seats) { return ask(pass, seats); }
    RightsRequest ask(const TokenPass &by, const QList<int> &seats)
    {
        const HoldAnswer answer = must(shop->reservations.hold(by, shop.performance(), shop.seats(seats)));
        if (!answer.pending || answer.hold)
            qFatal("the authority didn't have to be asked");
        hub.send(*answer.pending);
        return *answer.pending;
    }
    qint64 rights() { return shop.number("SELECT count(*) FROM seat_right"); }
    qint64 unused() { return shop.number("SELECT count(*) FROM seat_right WHERE hold IS NULL AND state = 1"); }
};

bool isFence(TestShop &shop, SeatIndex seat, Fence fence)
{
    return shop.number("SELECT count(*) FROM seat_right WHERE seat = ? AND incarnation = ? AND fence = ?",
               {indexOf(seat), fence.incarnation, fence.number}) == 1;
}
} // namespace

/// Laws 1 and 2 at a terminal: a hold is two jobs with the authority between them.
class AuthorityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pendingThenAnsweredThenHeld()
    {
        Terminal t;
        const RightsRequest request = t.ask({0, 1});
        QCOMPARE(t.rights(), 0);
        const RightsAnswer answer = t.hub.decide(request);
        const Hold hold = must(t.shop->reservations.answered(answer, t.pass));
        QCOMPARE(hold.seats.size(), 2);
        QCOMPARE(hold.deadline, t.shop.clock.steady() + t.shop.house().holdTime);
        QVERIFY(isFence(t.shop, SeatIndex(0), answer.given[0].fence));
        QCOMPARE(audit(t.shop), QString());
        t.shop.topUp(t.pass, 60'000);
        t.shop.pay(t.pass, hold);
        QCOMPARE(audit(t.shop), QString());
    }

    void aSecondAnswerChangesNothing()
    {
        Terminal t;
        const RightsAnswer answer = t.hub.decide(t.ask({0, 1}));
        must(t.shop->reservations.answered(answer, t.pass));
        const QByteArray before = dumpHash(t.shop.file());
        QCOMPARE(answerOf(t.shop->reservations.answered(answer, t.pass)), u"HoldUnknown"_s);
        QCOMPARE(dumpHash(t.shop.file()), before);
        // also when the right was parted with in between
        t.shop.run("DELETE FROM seat_right WHERE seat = 1");
        (void)t.shop->reservations.answered(answer, t.pass);
        QCOMPARE(t.rights(), 1); // a fence once parted with is never taken again
    }

    void anAnswerNobodyAskedForGivesNothing()
    {
        Terminal t;
        QCOMPARE(answerOf(t.shop->reservations.answered(
                     {t.shop.ids.make<RequestId>(), {{SeatIndex(0), {1, 7}}}, {}}, t.pass)),
            u"HoldUnknown"_s);
        QCOMPARE(t.rights(), 0);
    }

    void aRefusedSeatIsNamedAndNothingIsHeld()
    {
        Terminal t;
        t.hub.othersHave = {SeatIndex(1)};
        const auto no = t.shop->reservations.answered(t.hub.decide(t.ask({0, 1})), t.pass);
        QCOMPARE(refusal(no).why, Refusal::SeatTaken);
        QCOMPARE(refusal(no).seats, t.shop.seats({1}));
        QCOMPARE(t.rights(), 0);
        QCOMPARE(audit(t.shop), QString());
    }

    void whatIsGivenUpInExchangeWaitsForTheAnswer()
    {
        Terminal t;
        must(t.shop->reservations.answered(t.hub.decide(t.ask({0, 1})), t.pass));
        const auto exchange = [&t](const QList<int> &seats, const QList<int> &instead) {
            const HoldAnswer asked = must(
                t.shop->reservations.hold(t.pass, t.shop.performance(), t.shop.seats(seats), t.shop.seats(instead)));
            return t.shop->reservations.answered(t.hub.decide(*asked.pending), t.pass);
        };
        t.hub.othersHave = {SeatIndex(3)};
        QCOMPARE(answerOf(exchange({2, 3}, {0, 1})), u"SeatTaken"_s);
        QCOMPARE(must(exchange({4}, {0})).seats.size(), 2);
        QCOMPARE(t.shop.shown(0), SeatShown::Free);
        QCOMPARE(audit(t.shop), QString());
    }

    void anAnswerAfterTheVisitLeavesItsRightsHereUnused()
    {
        Terminal t;
        const RightsRequest request = t.ask({0, 1});
        must(t.shop->payments.endVisit(t.pass, {}));
        QCOMPARE(answerOf(t.shop->reservations.answered(t.hub.decide(request), t.pass)), u"TokenEnded"_s);
        QCOMPARE(t.unused(), 2);
        QCOMPARE(t.shop.seatsLeft(), 30);
        QCOMPARE(audit(t.shop), QString());
        // the next customer sees them free and holds them without asking anybody
        const TokenPass next = t.shop.guest();
        QCOMPARE(t.shop.shown(0), SeatShown::Free);
        QCOMPARE(must(t.shop->reservations.seats(t.shop.performance(), next.id)).shown[1], SeatShown::Free);
        QCOMPARE(t.shop.hold(next, {0, 1}).seats.size(), 2);
        QCOMPARE(audit(t.shop), QString());
    }

    void aHoldLetGoLeavesItsRightInTheAllotment()
    {
        Terminal t;
        const Hold hold = must(t.shop->reservations.answered(t.hub.decide(t.ask({0})), t.pass));
        t.shop.clock.advance(5min);
        must(t.shop->sweep());
        QCOMPARE(t.unused(), 1);
        QCOMPARE(t.shop.seatsLeft(), 30);
        QCOMPARE(answerOf(t.shop->reservations.prolong(t.pass, hold.id)), u"HoldExpired"_s);
        QCOMPARE(t.shop.hold(t.pass, {0}).seats.size(), 1);
        QCOMPARE(audit(t.shop), QString());
    }

    void anAnswerThatNeverComesStopsNobody()
    {
        Terminal t;
        t.ask({0});
        const Hold hold = must(t.shop->reservations.answered(t.hub.decide(t.ask({5})), t.pass));
        t.shop.topUp(t.pass, 30'000);
        t.shop.pay(t.pass, hold);
        const TokenPass other = t.shop.guest();
        must(t.shop->reservations.answered(t.hub.decide(t.ask(other, {6})), other));
        QCOMPARE(audit(t.shop), QString());
    }

    void twoAskForOneSeatAndTheFirstAnswerWins()
    {
        Terminal t;
        const TokenPass other = t.shop.guest();
        const RightsRequest first = t.ask({0});
        const RightsRequest second = t.ask(other, {0});
        const RightsAnswer yes = t.hub.decide(first);
        const RightsAnswer no = t.hub.decide(second);
        QCOMPARE(answerOf(t.shop->reservations.answered(no, other)), u"SeatTaken"_s);
        QCOMPARE(answerOf(t.shop->reservations.answered(yes, t.pass)), u"ok"_s);
        QCOMPARE(t.rights(), 1);
        QCOMPARE(audit(t.shop), QString());
    }

    void anAnswerForSomebodyElseIsNotTheirs()
    {
        Terminal t;
        const TokenPass other = t.shop.guest();
        const RightsAnswer answer = t.hub.decide(t.ask({0}));
        QCOMPARE(answerOf(t.shop->reservations.answered(answer, other)), u"HoldUnknown"_s);
        QCOMPARE(t.unused(), 1);
    }

    void anAnswerTakesNoSeatFromAHoldHere()
    {
        Terminal t;
        const RightsRequest late = t.ask({0});
        const TokenPass other = t.shop.guest();
        const Hold hold = must(t.shop->reservations.answered(t.hub.decide(t.ask(other, {0})), other));
        const RightsAnswer again{late.id, {{SeatIndex(0), {1, 7}}}, {}}; // no hub that keeps the law says this
        QCOMPARE(answerOf(t.shop->reservations.answered(again, t.pass)), u"SeatTaken"_s);
        QCOMPARE(audit(t.shop), QString());
        t.shop.topUp(other, 30'000);
        t.shop.pay(other, hold);
        QCOMPARE(audit(t.shop), QString());
    }

    void aLimitReachedMeanwhileLeavesTheRights()
    {
        Terminal t;
        const RightsRequest late = t.ask({0, 1, 2, 3, 4});
        must(t.shop->reservations.answered(t.hub.decide(t.ask({5, 6, 7, 8, 9})), t.pass));
        QCOMPARE(answerOf(t.shop->reservations.answered(t.hub.decide(late), t.pass)), u"OrderLimit"_s);
        QCOMPARE(t.unused(), 5);
        QCOMPARE(audit(t.shop), QString());
    }

    /// What the hub gave on it, the next session finds (SessionLawTest).
    void aCrashBetweenTheJobsForgetsTheRequestAndItsLateAnswer()
    {
        Terminal t;
        const RightsRequest request = t.ask({0, 1});
        t.shop.restart(&t.hub);
        QCOMPARE(answerOf(t.shop->reservations.answered(t.hub.decide(request), t.pass)), u"HoldUnknown"_s);
        QCOMPARE(t.rights(), 0);
        QCOMPARE(audit(t.shop), QString());
    }

    /// Law 11: what is under way names seats of it.
    void thePlanStaysFromBeforeARequestIsSent()
    {
        Terminal t;
        QVERIFY(!SeatStore(t.shop.db()).anyGiven(t.shop.performance()));
        const RightsRequest request = t.ask({0});
        QVERIFY(SeatStore(t.shop.db()).anyGiven(t.shop.performance()));
        t.shop->reservations.refused(request.id);
        QCOMPARE(answerOf(t.shop->reservations.answered(t.hub.decide(request), t.pass)), u"HoldUnknown"_s);
        t.shop.restart(&t.hub);
        QVERIFY(SeatStore(t.shop.db()).anyGiven(t.shop.performance()));
    }

    /// A customer waits for one sync of this disk: that of the answer.
    void askingWritesNothing()
    {
        Terminal t;
        t.ask({0});
        const QByteArray before = dumpHash(t.shop.file());
        t.ask({1});
        QCOMPARE(dumpHash(t.shop.file()), before);
    }

    void aRightOfAnEarlierEpochIsntUsed()
    {
        Terminal t;
        const RightsRequest request = t.ask({0});
        must(t.shop->payments.endVisit(t.pass, {}));
        (void)t.shop->reservations.answered(t.hub.decide(request), t.pass);
        QCOMPARE(t.shop.shown(0), SeatShown::Free);
        t.shop.run("UPDATE head SET epoch = epoch + 1");
        QCOMPARE(t.shop.shown(0), SeatShown::Taken);
        const TokenPass next = t.shop.guest();
        QCOMPARE(answerOf(t.shop->reservations.hold(next, t.shop.performance(), t.shop.seats({0}))), u"SeatTaken"_s);
    }

    void aWaitingCustomerHearsWhatTheAuthoritySays_data()
    {
        QTest::addColumn<QString>("said");
        QTest::newRow("given") << u"ok"_s;
        QTest::newRow("taken by others") << u"SeatTaken"_s;
        QTest::newRow("refused with a reason") << u"HubRecovering"_s;
    }
    void aWaitingCustomerHearsWhatTheAuthoritySays()
    {
        QFETCH(QString, said);
        static const DemoFolder folder(DemoFolder::Season::Demo, houseToday());
        QTemporaryDir dir;
        folder.copyTo(dir.path());
        SystemClock clock;
        auto owned = std::make_unique<LateAuthority>();
        LateAuthority &hub = *owned;
        const auto shop = must(Shop::open(dir.path(), clock, std::move(owned)));
        const auto await = [](auto future) {
            while (!future.isFinished())
                QCoreApplication::processEvents();
            return future.result();
        };
        const TokenPass pass = must(await(shop->continueAsGuest())).pass;
        const QList<PerformanceOffer> offers = must(await(shop->dates(pass)));
        const auto offer =
            std::find_if(offers.begin(), offers.end(), [](const auto &each) { return each.isBookable(); });
        const PerformanceKey performance = offer->performance.key;
        const SeatIndex seat = firstFreeSeats(must(await(shop->seats(pass, performance))), 1).constFirst();
        const auto held = shop->hold(pass, performance, {seat});
        QTRY_COMPARE(hub.sent.size(), 1);
        QVERIFY(!held.isFinished());
        const RightsRequest request = hub.sent.constFirst();
        if (said == u"SeatTaken"_s)
            hub.othersHave.insert(seat);
        if (said == u"HubRecovering"_s)
            shop->authorityRefused(request.id, Refused{.why = Refusal::HubRecovering});
        else
            shop->authorityAnswered(hub.decide(request));
        QTRY_VERIFY(held.isFinished());
        QCOMPARE(answerOf(held.result()), said);
    }

    void aLateAnswerNeverNamesAnotherDatesSeat()
    {
        Terminal t;
        const PerformanceKey newest = t.shop.performance(u"over"_s);
        Season season = TestShop::season();
        season.performances.removeLast();
        must(t.shop->catalogue.importSeason(season));
        season.performances.append(season.performances.constLast());
        season.performances.last().id = u"new"_s;
        must(t.shop->catalogue.importSeason(season));
        QVERIFY(t.shop.performance(u"new"_s) != newest);
    }
};

QTEST_GUILESS_MAIN(AuthorityTest)
#include "AuthorityTest.moc"
