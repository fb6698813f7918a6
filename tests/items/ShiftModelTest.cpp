#include "items/ShiftModel.h"
#include "services/BoxOffice.h"
#include "services/Node.h"
#include "services/ShiftService.h"
#include "support/HallShop.h"

#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
Money won(qint64 amount) { return {amount, {}}; }
} // namespace

/// The drawer as its page sees it, on the real store threads.
class ShiftModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_hall = std::make_unique<HallShop>();
        const auto beside = Node::open(DataFolder(m_hall->file({})));
        StaffService &staff = beside.value()->services().staff;
        m_kim = staff.add(u"Kim"_s, Role::Supervisor, u"no PIN is asked for here"_s).value();
        m_lee = staff.add(u"Lee"_s, Role::Clerk, u"no PIN is asked for here"_s).value();
        m_office = std::make_unique<BoxOffice>(m_hall->shop());
        m_model = std::make_unique<ShiftModel>(*m_office, nullptr);
    }
    void cleanup()
    {
        m_model.reset();
        m_office.reset();
        m_hall.reset();
    }

    void aDrawerIsOpenedMovedAndCounted()
    {
        work(m_kim);
        QVERIFY(!m_model->open());
        m_model->openWith(won(100'000));
        QTRY_VERIFY(m_model->soFar());
        QCOMPARE(m_model->open()->openedByName, u"Kim"_s);
        QSignalSpy moved(m_model.get(), &ShiftModel::moved);
        m_model->move({m_lee, u"to the safe"_s}, won(-40'000));
        QTRY_COMPARE(moved.size(), 1);
        QTRY_COMPARE(m_model->soFar()->movements.size(), 1);
        QCOMPARE(m_model->soFar()->movements.constFirst().whoName, u"Lee"_s); // whose PIN it was
        QCOMPARE(m_model->soFar()->tenders->expected.minor, 60'000);
        m_model->close({m_kim, {}}, CashCount::ofSum(won(59'000)));
        QTRY_VERIFY(m_model->looked());
        QCOMPARE(m_model->looked()->shift.end->difference().minor, -1'000);
        QVERIFY(!m_model->open());
        QTRY_COMPARE(m_model->history().size(), 1);
        m_model->lookAway();
        m_model->look(0);
        QTRY_VERIFY(m_model->looked());
        QCOMPARE(m_model->looked()->shift.end->counted.minor, 59'000);
    }

    void aClerkCountsBlindAndIsToldAfterwards()
    {
        work(m_lee);
        m_model->openWith(won(100'000));
        QTRY_VERIFY(m_model->soFar());
        QVERIFY(!m_model->soFar()->tenders);
        m_model->close({m_lee, {}}, CashCount::ofSum(won(100'000)));
        QTRY_VERIFY(m_model->looked());
        QCOMPARE(m_model->looked()->tenders->expected.minor, 100'000);
    }

    void aRefusalIsToldAndNothingChanges()
    {
        work(m_kim);
        m_model->openWith(won(100'000));
        QTRY_VERIFY(m_model->soFar());
        QList<Refusal> refusals;
        connect(m_model.get(), &ShiftModel::failed, m_model.get(),
            [&](const Problem &problem) { refusals.append(problem.refused->why); });
        m_model->move({m_kim, u"to the safe"_s}, won(-100'001));
        QTRY_COMPARE(refusals, QList{Refusal::AmountInvalid});
        m_model->move({StaffMember(), u"to the safe"_s}, won(-1));
        QTRY_COMPARE(refusals.size(), 2);
        QCOMPARE(refusals.constLast(), Refusal::StaffNotAuthenticated);
        QCOMPARE(m_model->soFar()->movements.size(), 0);
    }

    void moneyThatComesInIsSeenWhileItIsLookedAt()
    {
        work(m_kim);
        m_model->openWith(won(0));
        QTRY_VERIFY(m_model->soFar());
        topUp();
        QTRY_COMPARE(m_model->soFar()->tenders->cash.taken.minor, 5'000);
        m_model->setWatched(false);
        topUp();
        QTest::qWait(1'500);
        QCOMPARE(m_model->soFar()->tenders->cash.taken.minor, 5'000);
        m_model->setWatched(true);
        QTRY_COMPARE(m_model->soFar()->tenders->cash.taken.minor, 10'000);
    }

    void whoLeavesTakesEverythingAlong()
    {
        work(m_kim);
        m_model->openWith(won(100'000));
        m_model->setClerk(std::nullopt); // the answer comes later
        QTest::qWait(300);
        QVERIFY(!m_model->open() && !m_model->soFar() && !m_model->isLoaded() && !m_model->isBusy());
        m_model->setClerk(m_lee);
        QTRY_VERIFY(m_model->open());
    }

    void aLongHistoryIsReadAsItIsScrolled()
    {
        {
            const auto beside = Node::open(DataFolder(m_hall->file({})));
            const SystemClock clock;
            ShiftService drawer(beside.value()->db(), clock, beside.value()->ids());
            for (int i = 1; i <= 60; ++i) {
                QVERIFY(drawer.open(m_kim.id, won(i)).ok());
                QVERIFY(drawer.close(m_kim.id, CashCount::ofSum(won(i))).ok());
            }
        }
        work(m_kim);
        QTRY_COMPARE(m_model->history().size(), 50);
        QCOMPARE(m_model->history().constFirst().number, 60);
        QVERIFY(m_model->hasMore());
        m_model->loadMore();
        m_model->loadMore(); // at once: read once
        QTRY_COMPARE(m_model->history().size(), 60);
        QCOMPARE(m_model->history().constLast().number, 1);
        QVERIFY(!m_model->hasMore());
    }

private:
    void work(const StaffMember &who)
    {
        m_model->setClerk(who);
        m_model->setWatched(true);
        QTRY_VERIFY(m_model->isLoaded());
    }
    /// Through another program beside: a guest pays 5,000 into this drawer.
    void topUp()
    {
        const auto beside = Node::open(DataFolder(m_hall->file({})));
        Services &services = beside.value()->services();
        const TokenPass pass = services.tokens.serve(std::nullopt, m_lee.id).value().pass;
        const Tender tender =
            services.payments
                .beginTopUp(pass, beside.value()->ids().make<TenderId>(), won(5'000), TenderKind::Cash, std::nullopt)
                .value();
        QVERIFY(services.payments.answered(tender.id, DeviceAnswer::Approved).ok());
    }

    std::unique_ptr<HallShop> m_hall;
    StaffMember m_kim, m_lee;
    std::unique_ptr<BoxOffice> m_office;
    std::unique_ptr<ShiftModel> m_model;
};

QTEST_GUILESS_MAIN(ShiftModelTest)
#include "ShiftModelTest.moc"
