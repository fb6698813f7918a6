#include "storage/SeatStore.h"
#include "support/TempNode.h"

#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;

class SeatStoreTest : public QObject
{
    Q_OBJECT

    static constexpr PerformanceKey tonight{1}, tomorrow{2};
    std::unique_ptr<test::TempNode> m_node;

    SeatStore store() { return SeatStore(m_node->db()); }
    static SteadyTime at(qint64 ms) { return SteadyTime(std::chrono::milliseconds(ms)); }

    Hold addHold(PerformanceKey performance = tonight, TokenId token = {}, qint64 deadline = 1'000)
    {
        Hold hold{m_node->make<HoldId>(), token.isNull() ? m_node->make<TokenId>() : token, performance,
            HoldState::Held, at(deadline), false, {}};
        store().addHold(hold);
        return hold;
    }
    bool give(int seat, HoldId hold, qint64 fence, PerformanceKey performance = tonight)
    {
        return store().give(performance, SeatIndex(seat), m_node->id(), 1, {1, fence}, hold);
    }
    void giveAndHold(int seat, HoldId hold, qint64 fence)
    {
        QVERIFY(give(seat, hold, fence));
        store().addSeat(hold, {SeatIndex(seat), {1}, {55'000, {}}});
    }
    SeatState stateOf(int seat, PerformanceKey performance = tonight)
    {
        const auto row = store().find(performance, SeatIndex(seat));
        return row ? row->state : SeatState::Pool;
    }

private Q_SLOTS:
    void init() { m_node = std::make_unique<test::TempNode>(); }

    void aFreeSeatHasNoRow()
    {
        QVERIFY(!store().find(tonight, SeatIndex(7)));
        QVERIFY(!store().anyGiven(tonight));
        QVERIFY(store().all(tonight).isEmpty());
    }

    void aSeatIsGivenOnceAndTheFirstKeepsIt()
    {
        const HoldId first = addHold().id, second = addHold().id;
        QVERIFY(give(7, first, 1));
        QVERIFY(!give(7, second, 2));
        QVERIFY(!give(7, first, 3)); // not even to itself
        const auto row = store().find(tonight, SeatIndex(7));
        QCOMPARE(row->hold, first);
        QCOMPARE(row->fence, (Fence{1, 1}));
        QVERIFY(give(7, second, 4, tomorrow)); // the same chair on another date
        QVERIFY(store().anyGiven(tomorrow));
    }

    void theKeyOfTheTableIsTheLastLineOfDefence()
    {
        QVERIFY(give(7, addHold().id, 1));
        QVERIFY_THROWS_EXCEPTION(
            StorageFailure, m_node->db().runOnce(u"INSERT INTO seat_right VALUES (1, 7, 1, x'00', 1, 1, 2, NULL)"_s));
    }

    void aRightFromElsewhereLiesUnusedUntilAHoldUsesIt()
    {
        const HoldId first = addHold().id, second = addHold().id;
        QVERIFY(store().take(tonight, {SeatIndex(7), {3, 9}}, 1));
        QVERIFY(!store().take(tonight, {SeatIndex(7), {3, 10}}, 1));
        QVERIFY(!store().find(tonight, SeatIndex(7))->hold);
        QCOMPARE(store().use(tonight, SeatIndex(7), first), (Fence{3, 9}));
        QVERIFY(!store().use(tonight, SeatIndex(7), second));
        QVERIFY(!store().use(tonight, SeatIndex(8), second)); // no right, no use
        store().unuse(tonight, SeatIndex(7));
        QCOMPARE(store().use(tonight, SeatIndex(7), second), (Fence{3, 9}));
    }

    void aHoldSellsItsOwnSeatsOnly()
    {
        const HoldId mine = addHold().id, other = addHold().id;
        giveAndHold(1, mine, 1);
        giveAndHold(2, mine, 2);
        giveAndHold(3, other, 3);
        QVERIFY(store().take(tonight, {SeatIndex(4), {1, 4}}, 1)); // lies unused
        QCOMPARE(store().sell(tonight, mine).size(), 2);
        QCOMPARE(stateOf(1), SeatState::Sold);
        QCOMPARE(stateOf(2), SeatState::Sold);
        QCOMPARE(stateOf(3), SeatState::Given);
        QCOMPARE(stateOf(4), SeatState::Given);
        QCOMPARE(store().sell(tonight, mine).size(), 0); // nothing is sold twice
    }

    void aSeatThatAnotherTookOverIsNotSoldWithTheHold()
    {
        const HoldId mine = addHold().id, other = addHold().id;
        giveAndHold(1, mine, 1);
        giveAndHold(2, mine, 2);
        store().giveBack(tonight, SeatIndex(2));
        QVERIFY(give(2, other, 3)); // still on the list of the first hold
        QCOMPARE(store().sell(tonight, mine).size(), 1);
        QCOMPARE(stateOf(2), SeatState::Given);
    }

    void aHoldOfOneDateSellsNothingOfAnother()
    {
        const HoldId mine = addHold().id;
        giveAndHold(1, mine, 1);
        QCOMPARE(store().sell(tomorrow, mine).size(), 0);
        QCOMPARE(stateOf(1), SeatState::Given);
    }

    void aSoldSeatIsNeitherGivenNorUsedNorGivenBack()
    {
        const HoldId mine = addHold().id, other = addHold().id;
        giveAndHold(1, mine, 1);
        QCOMPARE(store().sell(tonight, mine).size(), 1);
        QVERIFY(!give(1, other, 2));
        QVERIFY(!store().take(tonight, {SeatIndex(1), {1, 3}}, 1));
        store().unuse(tonight, SeatIndex(1));
        QVERIFY(!store().use(tonight, SeatIndex(1), other));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, store().giveBack(tonight, SeatIndex(1)));
        QCOMPARE(stateOf(1), SeatState::Sold);
        QCOMPARE(store().find(tonight, SeatIndex(1))->hold, mine);
    }

    void aRefundLeavesTheRightHereUnderANewFence()
    {
        const HoldId mine = addHold().id;
        giveAndHold(1, mine, 1);
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, store().refund(tonight, SeatIndex(1), {1, 2})); // not sold yet
        QCOMPARE(store().sell(tonight, mine).size(), 1);
        store().refund(tonight, SeatIndex(1), {1, 2});
        const auto row = store().find(tonight, SeatIndex(1));
        QCOMPARE(row->state, SeatState::Given);
        QCOMPARE(row->fence, (Fence{1, 2}));
        QVERIFY(!row->hold);
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, store().refund(tonight, SeatIndex(1), {1, 3}));
    }

    void whatIsGivenBackIsFreeAgainAndOnce()
    {
        const HoldId mine = addHold().id;
        QVERIFY(give(1, mine, 1));
        store().giveBack(tonight, SeatIndex(1));
        QCOMPARE(stateOf(1), SeatState::Pool);
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, store().giveBack(tonight, SeatIndex(1)));
        QVERIFY(give(1, mine, 2));
    }

    void aHoldReturnsWithItsSeatsInOrder()
    {
        const Hold hold = addHold();
        for (int seat : {5, 3})
            store().addSeat(hold.id, {SeatIndex(seat), {seat}, {seat * 1'000, {}}});
        store().setType(hold.id, {SeatIndex(5), {2}, {700, {}}});
        store().setDeadline(hold.id, at(2'000), true);
        const auto found = store().hold(hold.id);
        QVERIFY(found);
        QCOMPARE(found->token, hold.token);
        QCOMPARE(found->performance, tonight);
        QCOMPARE(found->deadline, at(2'000));
        QVERIFY(found->prolonged);
        QCOMPARE(found->seats.size(), 2);
        QCOMPARE(indexOf(found->seats[0].seat), 3);
        QCOMPARE(found->seats[1].price.minor, 700);
        QCOMPARE(found->total({}).minor, 3'700);
        store().removeSeat(hold.id, SeatIndex(3));
        store().removeSeat(hold.id, SeatIndex(5));
        QVERIFY(store().hold(hold.id)->seats.isEmpty()); // the hold without seats is still there
    }

    void aTokenHasOneLiveHoldAPerformance()
    {
        const Hold hold = addHold();
        QVERIFY_THROWS_EXCEPTION(StorageFailure, addHold(tonight, hold.token));
        addHold(tomorrow, hold.token);
        QCOMPARE(store().heldBy(hold.token).size(), 2);
        store().setState(hold.id, HoldState::Released);
        QVERIFY(!store().liveHold(hold.token, tonight));
        addHold(tonight, hold.token);
        QVERIFY(store().liveHold(hold.token, tonight));
    }

    void aHoldBeingPaidIsLiveButNeverLapses()
    {
        const Hold hold = addHold();
        QCOMPARE(store().lapsing(at(999)), QList<HoldId>());
        QCOMPARE(store().lapsing(at(1'000)), QList<HoldId>({hold.id}));
        store().setState(hold.id, HoldState::Paying);
        QCOMPARE(store().lapsing(at(1'000'000)), QList<HoldId>());
        QCOMPARE(store().allHeld(), QList<HoldId>());
        QVERIFY(store().liveHold(hold.token, tonight));
    }

    void aHoldThatEndedStaysEnded_data()
    {
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("then");
        for (HoldState end : {HoldState::Sold, HoldState::Released})
            for (HoldState then : {HoldState::Held, HoldState::Paying, HoldState::Sold, HoldState::Released})
                QTest::addRow("%d to %d", int(end), int(then)) << int(end) << int(then);
    }
    void aHoldThatEndedStaysEnded()
    {
        QFETCH(int, end);
        QFETCH(int, then);
        const Hold hold = addHold();
        store().setState(hold.id, HoldState(end));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, store().setState(hold.id, HoldState(then)));
        QCOMPARE(int(store().hold(hold.id)->state), end);
    }
};

QTEST_GUILESS_MAIN(SeatStoreTest)
#include "SeatStoreTest.moc"
