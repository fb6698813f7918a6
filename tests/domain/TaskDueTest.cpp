#include "domain/HubTask.h"

#include <QtTest>

using namespace foyer;
using namespace std::chrono_literals;

/// Until when what only people can put right has to be.
class TaskDueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTaskHasItsTime_data()
    {
        QTest::addColumn<HubTask::Kind>("kind");
        QTest::addColumn<int>("beginsAfter"); // minutes after it was seen
        QTest::addColumn<bool>("hasPerformance");
        QTest::addColumn<int>("dueAfter"); // minutes
        using enum HubTask::Kind;
        const int hour = 60, day = 24 * hour;
        QTest::newRow("a seat, tomorrow's") << SeatSoldTwice << day << true << hour;
        QTest::newRow("a seat, in half an hour") << SeatSoldTwice << 30 << true << 30;
        QTest::newRow("a seat, it has begun") << SeatSoldTwice << -20 << true << 0;
        QTest::newRow("a seat of nobody knows what") << SeatSoldTwice << 0 << false << hour;
        QTest::newRow("a debt") << WalletNegative << 0 << false << day;
        QTest::newRow("a guest's money") << MoneyUnclaimed << 0 << false << day;
        QTest::newRow("refunded twice, next week's") << RefundedTwice << 7 * day << true << day;
        QTest::newRow("refunded twice, tonight's") << RefundedTwice << 3 * hour << true << 3 * hour;
        QTest::newRow("in doubt, tonight's seats") << TenderInDoubt << 3 * hour << true << 3 * hour;
        QTest::newRow("in doubt, next week's seats") << TenderInDoubt << 7 * day << true << day;
    }

    void everyTaskHasItsTime()
    {
        QFETCH(HubTask::Kind, kind);
        QFETCH(int, beginsAfter);
        QFETCH(bool, hasPerformance);
        QFETCH(int, dueAfter);
        const QDateTime since({2026, 11, 25}, {9, 0}, Qt::UTC);
        const auto begins = hasPerformance ? std::optional(since + std::chrono::minutes(beginsAfter)) : std::nullopt;
        QCOMPARE(taskDue(kind, since, begins), since + std::chrono::minutes(dueAfter));
    }

    void everyKindHasARemedyAndTheFirstIsTheBest()
    {
        for (int i = 0; i <= int(HubTask::Kind::TenderInDoubt); ++i)
            QVERIFY(!remediesFor(HubTask::Kind(i)).isEmpty());
        QCOMPARE(remediesFor(HubTask::Kind::SeatSoldTwice).constFirst(), Remedy::OtherSeat);
        QVERIFY(settlesItself(remediesFor(HubTask::Kind::WalletNegative).constFirst()));
    }
};

QTEST_GUILESS_MAIN(TaskDueTest)
#include "TaskDueTest.moc"
