#include "sync/HubRules.h"

#include "domain/EnumName.h"

#include <QTest>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {
const EpochId mine{{QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)}, 1}, theirs{{QUuid(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)}, 1};
const OrderId order{QUuid(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)}, other{QUuid(4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)};
const Fence older{1, 4}, fence{1, 5}, newer{2, 1};
const PerformanceKey tonight{1};

SeatAtHub given(EpochId to, Fence under) { return {SeatState::Given, to, under, {}}; }
SeatAtHub sold(EpochId by, Fence under, OrderId as) { return {SeatState::Sold, by, under, as}; }
SeatAtHub quarantined(EpochId of, Fence under) { return {SeatState::Quarantined, of, under, {}}; }
} // namespace

/// What a hub makes of a fact and of a report, rule by rule.
class HubRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsAreRuledOn_data()
    {
        QTest::addColumn<SeatAtHub>("seat");
        QTest::addColumn<SeatFact>("fact");
        QTest::addColumn<bool>("restored");
        QTest::addColumn<SeatAtHub>("after");
        QTest::addColumn<Ruling>("ruling");
        const SeatFact sale{SeatFact::Kind::Sold, mine, fence, order};
        const SeatFact back{SeatFact::Kind::Returned, mine, fence, {}};
        const SeatFact refund{SeatFact::Kind::Refunded, mine, fence, order};
        const SeatAtHub is = sold(mine, fence, order);
        const auto row = [](const char *name, const SeatAtHub &seat, const SeatFact &fact, bool restored,
                             const SeatAtHub &after,
                             Ruling ruling) { QTest::newRow(name) << seat << fact << restored << after << ruling; };
        row("a sale under the right that was given", given(mine, fence), sale, false, is, Ruling::Applied);
        row("a late sale of a seat in quarantine is simply the sale", quarantined(mine, fence), sale, false, is,
            Ruling::Applied);
        row("a sale of what this hub never gave stands, and is looked into", {}, sale, false, is, Ruling::Unexpected);
        row("a restored hub may have given it", {}, sale, true, is, Ruling::Applied);
        row("a late sale of a seat that was given again is a task", given(theirs, newer), sale, false,
            given(theirs, newer), Ruling::Conflict);
        row("or sold again", sold(theirs, newer, other), sale, false, sold(theirs, newer, other), Ruling::Conflict);
        row("the same sale again changes nothing", is, sale, false, is, Ruling::Moot);
        row("under another fence than was given", given(mine, older), sale, false, given(mine, older),
            Ruling::Conflict);
        row("a restored hub takes over what is newer than it remembers", given(theirs, older), sale, true, is,
            Ruling::TakenOver);
        row("and nothing that is older", given(theirs, newer), sale, true, given(theirs, newer), Ruling::Conflict);
        row("a return", given(mine, fence), back, false, {}, Ruling::Applied);
        row("a return from quarantine", quarantined(mine, fence), back, false, {}, Ruling::Applied);
        row("a return of what others have", given(theirs, newer), back, false, given(theirs, newer), Ruling::Moot);
        row("a return of what is sold", is, back, false, is, Ruling::Moot);
        row("a refund of a sale that was never sent before", is, refund, false, given(mine, fence), Ruling::Applied);
        row("a refund by somebody else", sold(theirs, fence, order), refund, false, sold(theirs, fence, order),
            Ruling::Moot);
        row("a refund of another sale", sold(theirs, newer, other), refund, false, sold(theirs, newer, other),
            Ruling::Moot);
    }
    void factsAreRuledOn()
    {
        QFETCH(SeatAtHub, seat);
        QFETCH(SeatFact, fact);
        QFETCH(bool, restored);
        const RuledSeat result = ruled(seat, fact, EpochState::Live, restored);
        QTEST(result.seat, "after");
        QTEST(result.ruling, "ruling");
    }

    void aLateSaleOfASeatThatWasReleasedAndIsFreeIsTheSale()
    {
        const RuledSeat result = ruled({}, {SeatFact::Kind::Sold, mine, fence, order}, EpochState::Over, false);
        QCOMPARE(result.seat, sold(mine, fence, order));
        QCOMPARE(result.ruling, Ruling::Applied);
    }

    void aRefundByANodeThatIsRevokedStaysInQuarantine()
    {
        const SeatFact refund{SeatFact::Kind::Refunded, mine, fence, order};
        QCOMPARE(ruled(sold(mine, fence, order), refund, EpochState::Over, false).seat, quarantined(mine, fence));
        // as after a restore, before the epoch has reported
        QCOMPARE(ruled(sold(mine, fence, order), refund, EpochState::Begun, true).seat, given(mine, fence));
    }

    void reportsAreJudged_data()
    {
        QTest::addColumn<EpochState>("state");
        QTest::addColumn<QByteArray>("nonce");
        QTest::addColumn<int>("incarnation");
        QTest::addColumn<qint64>("position");
        QTest::addColumn<QByteArray>("hash");
        QTest::addColumn<ReportVerdict>("verdict");
        const auto row = [](const char *name, EpochState state, const char *nonce, int incarnation, qint64 position,
                             const char *hash, ReportVerdict verdict) {
            QTest::newRow(name) << state << QByteArray(nonce) << incarnation << position << QByteArray(hash) << verdict;
        };
        row("at the hub's position", EpochState::Live, "now", 2, 7, "right", ReportVerdict::Compared);
        row("the first of an epoch", EpochState::Begun, "now", 2, 7, "right", ReportVerdict::Compared);
        row("the journal comes first", EpochState::Live, "now", 2, 9, "later", ReportVerdict::AwaitsJournal);
        row("an older challenge", EpochState::Live, "before", 2, 7, "right", ReportVerdict::Ignored);
        row("no challenge", EpochState::Live, "", 2, 7, "right", ReportVerdict::Ignored);
        row("an older incarnation", EpochState::Live, "now", 1, 7, "right", ReportVerdict::Ignored);
        row("behind what was acknowledged", EpochState::Live, "now", 2, 6, "right", ReportVerdict::Forked);
        row("another journal", EpochState::Live, "now", 2, 7, "wrong", ReportVerdict::Forked);
        row("revoked", EpochState::Over, "now", 2, 7, "right", ReportVerdict::Over);
        row("closed", EpochState::Closed, "now", 2, 7, "right", ReportVerdict::Over);
    }
    void reportsAreJudged()
    {
        QFETCH(EpochState, state);
        QFETCH(QByteArray, nonce);
        QFETCH(int, incarnation);
        QFETCH(qint64, position);
        QFETCH(QByteArray, hash);
        const EpochAtHub epoch{mine, state, 7, "now"};
        QTEST(judged(epoch, {nonce, incarnation, position, hash, {}}, 2, "right"), "verdict");
    }

    void whatWasNeverTakenIsSentAgain()
    {
        const PlacedRight lost{tonight, SeatIndex{1}, newer}, kept{tonight, SeatIndex{2}, newer};
        const Compared result = compared({lost, kept}, {kept}, {given(mine, newer)}, {2, 99}, false);
        QCOMPARE(result.told.sentAgain, QList{lost});
        QVERIFY(result.told.unknown.isEmpty() && result.freed.isEmpty() && result.takenOver.isEmpty());
    }

    void underANewerIncarnationWhatWasNeverTakenIsFreeAgain()
    {
        const PlacedRight lost{tonight, SeatIndex{1}, fence};
        const Compared result = compared({lost}, {}, {}, {2, 99}, false);
        QCOMPARE(result.freed, QList{lost});
        QVERIFY(result.told.sentAgain.isEmpty());
    }

    void whatTheHubDoesntKnowStopsSelling()
    {
        const PlacedRight strange{tonight, SeatIndex{1}, fence};
        QCOMPARE(compared({}, {strange}, {given(theirs, older)}, {1, 99}, false).told.unknown, QList{strange});
        QCOMPARE(compared({}, {strange}, {given(theirs, older)}, {2, 99}, true).takenOver, QList{strange});
        QCOMPARE(compared({}, {strange}, {given(theirs, newer)}, {2, 99}, true).told.unknown, QList{strange});
        const PlacedRight never{tonight, SeatIndex{1}, {3, 1}}; // of an incarnation that this hub never had
        QCOMPARE(compared({}, {never}, {given(theirs, older)}, {2, 99}, true).told.unknown, QList{never});
    }
};

QTEST_GUILESS_MAIN(HubRulesTest)
#include "HubRulesTest.moc"
