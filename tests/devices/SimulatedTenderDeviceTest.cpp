#include "devices/SimulatedTenderDevice.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace foyer;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Behaviour = SimulatorScript::Behaviour;

namespace {
Tender tenderOf(qint64 minor, TenderDirection direction = TenderDirection::In)
{
    Tender tender;
    tender.id = TenderId{QUuid::createUuid()};
    tender.direction = direction;
    tender.amount = Money{minor, {}};
    return tender;
}
constexpr Money won(qint64 minor) { return Money{minor, {}}; }

/// A device with its spies; making a second one on the same file is the restart after a crash.
struct Bench {
    explicit Bench(const QString &file, Behaviour behaviour = Behaviour::Approve, TenderKind kind = TenderKind::Card)
        : device(kind, file, {.behaviour = behaviour, .delay = 10ms})
    {
        QObject::connect(&device, &TenderDevice::answered, [this](TenderId, DeviceAnswer a) { answers.append(a); });
        QObject::connect(&device, &TenderDevice::progressed, [this](TenderId, TenderStage s) { stages.append(s); });
    }
    SimulatedTenderDevice device;
    QList<DeviceAnswer> answers;
    QList<TenderStage> stages;
};
using Answers = QList<DeviceAnswer>;
using Stages = QList<TenderStage>;
constexpr int settled = 60; ///< ms after which a device of 10 ms has said all it will say
} // namespace

Q_DECLARE_METATYPE(foyer::SimulatorScript::Behaviour)

/// Whatever a device does or fails to say, its memory tells the truth and no id moves money twice.
class SimulatedTenderDeviceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.emplace().isValid()); }

    void saysWhatItsScriptSays_data()
    {
        QTest::addColumn<Behaviour>("behaviour");
        QTest::addColumn<Answers>("answersToAsk");
        QTest::addColumn<Answers>("answersAfterQuery");
        QTest::addColumn<qint64>("taken");
        const auto yes = DeviceAnswer::Approved, no = DeviceAnswer::Declined, unknown = DeviceAnswer::Unknown;
        QTest::newRow("approves") << Behaviour::Approve << Answers{yes} << Answers{yes, yes} << qint64(500);
        QTest::newRow("declines") << Behaviour::Decline << Answers{no} << Answers{no, no} << qint64(0);
        QTest::newRow("late") << Behaviour::ApproveLate << Answers{} << Answers{yes} << qint64(500);
        QTest::newRow("unknown") << Behaviour::UnknownFirst << Answers{unknown} << Answers{unknown, yes} << qint64(500);
        QTest::newRow("dies") << Behaviour::DieAfterMoney << Answers{} << Answers{yes} << qint64(500);
        QTest::newRow("twice") << Behaviour::AnswerTwice << Answers{yes, yes} << Answers{yes, yes, yes} << qint64(500);
        QTest::newRow("dead") << Behaviour::NeverAnswer << Answers{} << Answers{} << qint64(0);
    }
    void saysWhatItsScriptSays()
    {
        QFETCH(Behaviour, behaviour);
        QFETCH(qint64, taken);
        Bench bench(file(), behaviour);
        const Tender tender = tenderOf(500);
        bench.device.ask(tender);
        QVERIFY(bench.answers.isEmpty()); // never from within the call
        QTest::qWait(settled);
        QTEST(bench.answers, "answersToAsk");
        bench.device.query(tender);
        QTest::qWait(settled);
        QTEST(bench.answers, "answersAfterQuery");
        QCOMPARE(bench.device.moneyTaken(), won(taken));
    }

    void asksOfAKnownIdMoveNothingAgain_data() { allThatMoveMoney(); }
    void asksOfAKnownIdMoveNothingAgain()
    {
        QFETCH(Behaviour, behaviour);
        const Tender tender = tenderOf(500);
        {
            Bench before(file(), behaviour);
            before.device.ask(tender);
            before.device.ask(tender);
            QTest::qWait(settled);
            QCOMPARE(before.device.moneyTaken(), won(500));
        }
        Bench after(file());
        after.device.ask(tender);
        after.device.query(tender);
        QTest::qWait(settled);
        QCOMPARE(after.answers, Answers(2, DeviceAnswer::Approved));
        QCOMPARE(after.device.moneyTaken(), won(500));
    }

    void aCrashBeforeTheMoneyMovedLeavesNothing()
    {
        const Tender tender = tenderOf(500);
        {
            Bench before(file());
            before.device.ask(tender);
        }
        Bench after(file());
        after.device.query(tender);
        QTRY_COMPARE(after.answers, Answers{DeviceAnswer::Unknown});
        after.device.cancel(tender);
        QTRY_COMPARE(after.answers.size(), 2);
        QCOMPARE(after.answers.last(), DeviceAnswer::Cancelled);
        QCOMPARE(after.device.moneyTaken(), won(0));
    }

    void aCancelInTimeAlsoStopsALateAsk()
    {
        const Tender tender = tenderOf(500);
        {
            Bench before(file());
            before.device.ask(tender);
            before.device.cancel(tender);
            QTest::qWait(settled);
            QCOMPARE(before.answers, Answers{DeviceAnswer::Cancelled});
        }
        Bench after(file());
        after.device.ask(tender);
        QTest::qWait(settled);
        QCOMPARE(after.answers, Answers{DeviceAnswer::Cancelled});
        QCOMPARE(after.device.moneyTaken(), won(0));
    }

    void aCancelThatComesTooLateSaysWhatHappened_data() { allThatMoveMoney(); }
    void aCancelThatComesTooLateSaysWhatHappened()
    {
        QFETCH(Behaviour, behaviour);
        Bench bench(file(), behaviour);
        const Tender tender = tenderOf(500);
        bench.device.ask(tender);
        QTest::qWait(settled);
        bench.answers.clear();
        bench.device.cancel(tender);
        QTRY_COMPARE(bench.answers, Answers{DeviceAnswer::Approved});
        QCOMPARE(bench.device.moneyTaken(), won(500));
    }

    void tellsTheCustomerWhatToDo_data()
    {
        QTest::addColumn<TenderKind>("kind");
        QTest::addColumn<TenderDirection>("direction");
        QTest::addColumn<Stages>("stages");
        using enum TenderStage;
        QTest::newRow("card in") << TenderKind::Card << TenderDirection::In << Stages{PresentCard, Processing};
        QTest::newRow("cash in") << TenderKind::Cash << TenderDirection::In << Stages{InsertCash, Processing};
        QTest::newRow("card out") << TenderKind::Card << TenderDirection::Out << Stages{PresentCard, Processing};
        QTest::newRow("cash out") << TenderKind::Cash << TenderDirection::Out
                                  << Stages{Processing, Processing, TakeMoney};
    }
    void tellsTheCustomerWhatToDo()
    {
        QFETCH(TenderKind, kind);
        QFETCH(TenderDirection, direction);
        Bench bench(file(), Behaviour::Approve, kind);
        bench.device.ask(tenderOf(700, direction));
        QTRY_COMPARE(bench.answers, Answers{DeviceAnswer::Approved});
        QTEST(bench.stages, "stages");
        QCOMPARE(bench.device.moneyGiven(), won(direction == TenderDirection::Out ? 700 : 0));
        QCOMPARE(bench.device.moneyTaken(), won(direction == TenderDirection::In ? 700 : 0));
    }

    void aLastLineCutShortNeverHappened()
    {
        const Tender kept = tenderOf(500), cut = tenderOf(900);
        {
            Bench before(file());
            before.device.ask(kept);
            QTRY_COMPARE(before.answers.size(), 1);
            before.device.ask(cut);
            QTRY_COMPARE(before.answers.size(), 2);
        }
        QFile memory(file());
        QVERIFY(memory.resize(memory.size() - 4));
        Bench after(file());
        QCOMPARE(after.device.moneyTaken(), won(500));
        after.device.ask(cut);
        QTRY_COMPARE(after.answers, Answers{DeviceAnswer::Approved});
        QCOMPARE(Bench(file()).device.moneyTaken(), won(1400)); // and the line after it is whole
    }

    void withoutAMemoryItMovesNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("not ours") << QByteArray("something else\n");
        QTest::newRow("an answer that is none") << QByteArray("018f0000-0000-7000-8000-000000000001 1 500 KRW 4\n");
        QTest::newRow("no such folder") << QByteArray();
    }
    void withoutAMemoryItMovesNothing()
    {
        QFETCH(QByteArray, content);
        QString path = m_folder->filePath(u"missing/memory"_s);
        if (!content.isEmpty()) {
            path = file();
            QFile memory(path);
            QVERIFY(memory.open(QIODevice::WriteOnly) && memory.write(content) == content.size());
        }
        Bench bench(path);
        const Tender tender = tenderOf(500);
        bench.device.ask(tender);
        QTRY_COMPARE(bench.answers, Answers{DeviceAnswer::Unknown});
        bench.device.cancel(tender);
        QTRY_COMPARE(bench.answers, Answers(2, DeviceAnswer::Unknown));
        QCOMPARE(bench.device.moneyTaken(), won(0));
    }

private:
    static void allThatMoveMoney()
    {
        QTest::addColumn<Behaviour>("behaviour");
        QTest::newRow("approves") << Behaviour::Approve;
        QTest::newRow("late") << Behaviour::ApproveLate;
        QTest::newRow("unknown first") << Behaviour::UnknownFirst;
        QTest::newRow("dies after the money moved") << Behaviour::DieAfterMoney;
        QTest::newRow("answers twice") << Behaviour::AnswerTwice;
    }
    QString file() const { return m_folder->filePath(u"memory"_s); }

    std::optional<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SimulatedTenderDeviceTest)
#include "SimulatedTenderDeviceTest.moc"
