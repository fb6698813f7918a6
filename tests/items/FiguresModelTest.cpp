#include "items/FiguresModel.h"

#include "domain/BusinessDay.h"
#include "services/ScriptedSale.h"
#include "support/DeskShop.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
/// Somebody else's program beside the desk sells so many seats, one an order, of the first dates there are.
void sell(const QString &path, int orders)
{
    const DataFolder folder(path);
    const auto node = Node::open(folder).value();
    ScriptedCash cash(folder, node->services().payments);
    ScriptedSale guest(node->services(), node->ids(), cash);
    QList<PerformanceOffer> dates = node->services().reservations.dates().value();
    dates.removeIf([](const PerformanceOffer &offer) { return !offer.isBookable(); });
    for (int i = 0; i < orders; ++i) {
        const auto sold =
            guest.sell(dates[i % 3].performance.key, [](const SeatsOfDate &date) { return firstFreeSeats(date, 1); });
        FOYER_REQUIRE(sold.ok());
    }
    cash.forget();
}

/// A millisecond goes by whenever somebody looks: however quick the machine is, a long reading takes many turns.
class HastyClock final : public Clock
{
public:
    SteadyTime steady() const override { return SteadyTime(std::chrono::milliseconds(++m_looks)); }
    QDateTime utc() const override { return SystemClock().utc(); }

private:
    mutable std::atomic<qint64> m_looks = 0;
};
} // namespace

/// Figures as a desk's page has them, over a real shop.
class FiguresModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday());
        m_folder->addStaff(u"Kim"_s, Role::Clerk, u"246810"_s);
        m_folder->addStaff(u"Park"_s, Role::Supervisor, u"135790"_s);
    }
    void init()
    {
        m_shop = std::make_unique<DeskShop>(*m_folder);
        QTRY_COMPARE(m_shop->desk().staff().size(), 2);
        for (const StaffMember &member : m_shop->desk().staff())
            (member.role == Role::Clerk ? m_clerk : m_supervisor) = member;
        m_model = std::make_unique<FiguresModel>(m_shop->desk().office(), nullptr);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_shop.reset();
    }

    void aTableHasARowForEachAndTheTotalLast()
    {
        sell(m_shop->path(), 4);
        QVERIFY(ask(FigureDimension::Performance));
        QCOMPARE(m_model->rowCount(), 3 + 1);
        QVERIFY(!m_model->isTotal(2) && m_model->isTotal(3));
        qint64 net = 0;
        for (int row = 0; row < 3; ++row)
            net += money(row, FigureColumn::Net);
        QCOMPARE(money(3, FigureColumn::Net), net);
        QCOMPARE(m_model->index(3, int(FigureColumn::Orders)).data(FiguresModel::ValueRole).toInt(), 4);
        QVERIFY(m_model->index(3, 0).data(FiguresModel::IsTotalRole).toBool());
        QVERIFY(ask(FigureDimension::Clerk));
        QCOMPARE(m_model->rowCount(), 1 + 1);
    }

    void aDayWithoutSalesHasNoRowsButAnAnswer()
    {
        QVERIFY(ask(FigureDimension::Hour));
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(m_model->figures() && m_model->figures()->total.gross.isZero());
    }

    void theAnswerIsToTheLastQuestion()
    {
        sell(m_shop->path(), 1);
        m_model->ask({FigureDimension::Performance, today(), {}}, m_supervisor.id);
        m_model->ask({FigureDimension::Category, {today().from.addYears(-9), today().to}, {}}, m_supervisor.id);
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        QVERIFY(ask(FigureDimension::Hour));
        QTest::qWait(200);
        QCOMPARE(resets.size(), 1);
        QCOMPARE(m_model->figures()->question.by, FigureDimension::Hour);
    }

    void whatIsSoldMeanwhileIsCountedWhileSomebodyLooks()
    {
        QVERIFY(ask(FigureDimension::Hour));
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        sell(m_shop->path(), 1);
        QTest::qWait(3'500);
        QCOMPARE(resets.size(), 0); // nobody does
        m_model->setWatched(true);
        QTRY_COMPARE(m_model->rowCount(), 1 + 1);
        sell(m_shop->path(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_model->index(1, int(FigureColumn::Orders)).data(FiguresModel::ValueRole).toInt(), 3, 10'000);
    }

    void aClerkIsRefusedAlsoWhereAScreenForgotToGreyIt()
    {
        QSignalSpy failed(m_model.get(), &FiguresModel::failed);
        m_model->ask({FigureDimension::Hour, today(), {}}, m_clerk.id);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Problem>().refused->why, Refusal::RoleTooLow);
        QVERIFY(!m_model->figures());
        QVERIFY(ask(FigureDimension::Hour));
        const QString file = m_shop->path() + u"/figures.csv"_s;
        m_model->exportTo(file, {m_clerk, {}}, composed("x"));
        QTRY_COMPARE(failed.size(), 2);
        QVERIFY(!QFile::exists(file));
        QCOMPARE(m_shop->journal(u"figuresExported"_s), QString());
    }

    void aFileIsWrittenAndTheJournalKnowsWhoTookIt()
    {
        QVERIFY(ask(FigureDimension::Hour));
        QSignalSpy exported(m_model.get(), &FiguresModel::exported);
        const QString path = m_shop->path() + u"/figures.csv"_s;
        m_model->exportTo(path, {m_supervisor, u"audit"_s}, composed("all of it"));
        QVERIFY(m_model->isExporting());
        QTRY_COMPARE(exported.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "all of it");
        QVERIFY(m_shop->journal(u"figuresExported"_s).contains(m_supervisor.id.text()));
        QVERIFY(m_shop->audit().violations.isEmpty());
    }

    void anExportThatIsStoppedLeavesNoFile()
    {
        m_model->ask({FigureDimension::Hour, {today().from.addYears(-9), today().to}, {}}, m_supervisor.id);
        QTRY_VERIFY(!m_model->isLoading());
        QSignalSpy exported(m_model.get(), &FiguresModel::exported), failed(m_model.get(), &FiguresModel::failed);
        const QString file = m_shop->path() + u"/figures.csv"_s;
        m_model->exportTo(file, {m_supervisor, {}}, composed("too late"));
        m_model->cancelExport();
        QTRY_VERIFY(!m_model->isExporting());
        QTest::qWait(300);
        QVERIFY(!QFile::exists(file));
        QCOMPARE(exported.size() + failed.size(), 0);
    }

    void aFullDiskIsTold()
    {
        QVERIFY(ask(FigureDimension::Hour));
        QSignalSpy failed(m_model.get(), &FiguresModel::failed);
        m_model->exportTo(m_shop->path() + u"/no/such/folder.csv"_s, {m_supervisor, {}}, composed("x"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Problem>().error->kind, Error::Kind::Io);
    }

    void othersAreAnsweredWhileYearsAreRead()
    {
        const HastyClock clock;
        DeskShop shop(*m_folder, {.delay = {}}, std::make_unique<RootAuthority>(), &clock);
        FiguresModel model(shop.desk().office(), nullptr);
        QStringList order;
        connect(&model, &QAbstractItemModel::modelReset, this, [&] { order.append(u"years"_s); });
        model.ask({FigureDimension::Hour, {today().from.addDays(-3'600), today().to}, {}}, m_supervisor.id);
        deliver(shop.shop().settings(), &model, [&](const auto &) { order.append(u"settings"_s); });
        QTRY_COMPARE(order.size(), 2);
        QCOMPARE(order.join(u' '), u"settings years"_s);
    }

    void aShopThatGoesTakesItsQuestionsWithIt()
    {
        m_model->ask({FigureDimension::Hour, {today().from.addDays(-3'600), today().to}, {}}, m_supervisor.id);
        m_model->exportTo(m_shop->path() + u"/figures.csv"_s, {m_supervisor, {}}, composed("x"));
        cleanup(); // while it is read
    }

private:
    FigureSpan today() const
    {
        const QDate day = businessDay(SystemClock().utc(), HouseSettings());
        return {day, day};
    }
    bool ask(FigureDimension by)
    {
        m_model->ask({by, today(), {}}, m_supervisor.id);
        return QTest::qWaitFor([&] { return !m_model->isLoading() && m_model->figures(); });
    }
    qint64 money(int row, FigureColumn column) const
    {
        return m_model->index(row, int(column)).data(FiguresModel::ValueRole).value<Money>().minor;
    }
    static BoxOffice::Compose composed(const QByteArray &bytes)
    {
        return [bytes](const Figures &) -> Result<QByteArray> { return bytes; };
    }

    std::unique_ptr<DemoFolder> m_folder;
    std::unique_ptr<DeskShop> m_shop;
    std::unique_ptr<FiguresModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    StaffMember m_clerk, m_supervisor;
};

QTEST_GUILESS_MAIN(FiguresModelTest)
#include "FiguresModelTest.moc"
