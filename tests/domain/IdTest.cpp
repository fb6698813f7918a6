#include "domain/IdMaker.h"
#include "support/ManualClock.h"

#include <QSet>
#include <QtTest>
#include <thread>

using namespace foyer;
using namespace std::chrono_literals;

class IdTest : public QObject
{
    Q_OBJECT

    static qint64 millisecondsOf(OrderId id)
    {
        return qint64(id.value.toRfc4122().first(6).toHex().toULongLong(nullptr, 16));
    }

private Q_SLOTS:
    void anIdIsAUuidOfVersion7WithItsTimeInFront()
    {
        test::ManualClock clock;
        IdMaker ids(clock);
        for (int i = 0; i < 1'000; ++i) {
            clock.advance(1ms);
            const auto id = ids.make<OrderId>();
            const QByteArray bytes = id.bytes();
            QCOMPARE(bytes.size(), 16);
            QCOMPARE(uchar(bytes[6]) >> 4, 7);
            QCOMPARE(uchar(bytes[8]) >> 6, 0b10);
            QCOMPARE(millisecondsOf(id), clock.utc().toMSecsSinceEpoch());
        }
    }

    void idsRiseWhateverTheClockDoes_data()
    {
        QTest::addColumn<qint64>("stepMs");
        QTest::newRow("clock goes on") << qint64(3);
        QTest::newRow("clock stands still") << qint64(0);
        QTest::newRow("clock goes back") << qint64(-1'000);
    }
    void idsRiseWhateverTheClockDoes()
    {
        QFETCH(qint64, stepMs);
        test::ManualClock clock;
        IdMaker ids(clock);
        auto last = ids.make<OrderId>();
        for (int i = 0; i < 10'000; ++i) { // past the 4,096 that one millisecond counts
            clock.setUtc(clock.utc().addMSecs(stepMs));
            const auto next = ids.make<OrderId>();
            QVERIFY(last < next);
            QVERIFY(last.bytes() < next.bytes()); // the order of rows is the order of values
            QCOMPARE(uchar(next.bytes()[6]) >> 4, 7);
            last = next;
        }
    }

    void aHundredThousandIdsAreDifferentAlsoFromTwoMakersOfOneMoment()
    {
        test::ManualClock clock;
        IdMaker one(clock), other(clock);
        QSet<OrderId> seen;
        for (int i = 0; i < 50'000; ++i)
            seen << one.make<OrderId>() << other.make<OrderId>();
        QCOMPARE(seen.size(), 100'000);
    }

    void threadsShareAMakerWithoutSharingAnId()
    {
        test::ManualClock clock;
        IdMaker ids(clock);
        constexpr int threads = 4, each = 20'000;
        std::array<QList<OrderId>, threads> made;
        std::vector<std::thread> running;
        for (auto &list : made)
            running.emplace_back([&] {
                for (int i = 0; i < each; ++i)
                    list.append(ids.make<OrderId>());
            });
        for (auto &thread : running)
            thread.join();
        QSet<OrderId> seen;
        for (const auto &list : made) {
            QVERIFY(std::is_sorted(list.begin(), list.end()));
            seen.unite(QSet<OrderId>(list.begin(), list.end()));
        }
        QCOMPARE(seen.size(), threads * each);
    }

    void anIdReturnsFromItsBytesAndBytesOfAnotherLengthAreNone()
    {
        test::ManualClock clock;
        const auto id = IdMaker(clock).make<HoldId>();
        QCOMPARE(HoldId::fromBytes(id.bytes()), id);
        QCOMPARE(id.text().size(), 36);
        QVERIFY(HoldId::fromBytes(QByteArray()).isNull());
        QVERIFY(HoldId::fromBytes(id.bytes().first(15)).isNull());
    }

    void anIdOfOneThingDoesNotFitAnother()
    {
        static_assert(!std::is_convertible_v<OrderId, HoldId> && !std::is_constructible_v<HoldId, OrderId>);
        static_assert(!std::is_convertible_v<PlanKey, HouseKey> && !std::is_convertible_v<int, SeatIndex>);
    }
};

QTEST_GUILESS_MAIN(IdTest)
#include "IdTest.moc"
