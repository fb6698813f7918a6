#include "support/DeskShop.h"
#include "support/ManualClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int patience = 20'000;
const auto kim = u"246810"_s, park = u"135790"_s;
} // namespace

/// Who works at a desk: who signs in, when it locks by itself, and whose PIN is asked for again.
class DeskModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday());
        m_folder->addStaff(u"Kim"_s, Role::Clerk, kim);
        m_folder->addStaff(u"Park"_s, Role::Supervisor, park);
    }

    void aWrongPinOpensNothingAndFiveLock()
    {
        DeskShop shop(*m_folder);
        for (int i = 1; i <= 5; ++i) {
            shop.desk().signIn(u"Kim"_s, u"000000"_s);
            QTRY_VERIFY_WITH_TIMEOUT(!shop.desk().isBusy() && shop.desk().problem(), patience);
            QCOMPARE(shop.desk().problem()->refused->why, i < 5 ? Refusal::StaffNotAuthenticated : Refusal::LockedOut);
        }
        shop.desk().signIn(u"Kim"_s, kim);
        QTRY_VERIFY_WITH_TIMEOUT(!shop.desk().isBusy(), patience);
        QVERIFY(!shop.desk().member());
    }

    void aDeskThatNobodyTouchesLocksAfterFifteenMinutes()
    {
        ManualClock clock(SystemClock().utc());
        DeskShop shop(*m_folder, {.delay = {}}, std::make_unique<RootAuthority>(), &clock);
        QVERIFY(signIn(shop, u"Kim"_s, kim));
        clock.advance(15min - 1s);
        QVERIFY(tick(shop));
        QVERIFY(shop.desk().member());
        clock.advance(1s);
        QVERIFY(tick(shop));
        QVERIFY(!shop.desk().member());
        QCOMPARE(shop.sale().closed(), SaleModel::Closed::NoClerk);
    }

    void anyKeyBeginsTheFifteenMinutesAnew()
    {
        ManualClock clock(SystemClock().utc());
        DeskShop shop(*m_folder, {.delay = {}}, std::make_unique<RootAuthority>(), &clock);
        QVERIFY(signIn(shop, u"Kim"_s, kim));
        for (int i = 0; i < 3; ++i) {
            clock.advance(14min);
            shop.desk().activity();
            QVERIFY(tick(shop));
            QVERIFY(shop.desk().member());
        }
    }

    void whoComesBackFindsTheOrderAsItWasAndSellsIt()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        QVERIFY(signIn(shop, u"Kim"_s, kim));
        QVERIFY(choose(shop));
        shop.desk().lock();
        shop.sale().take(TenderKind::Cash, shop.sale().lines().missing()); // nobody is there to take it
        QVERIFY(shop.sale().hasSeats());
        QVERIFY(signIn(shop, u"Kim"_s, kim));
        QVERIFY(shop.sale().hasSeats());
        QSignalSpy paid(&shop.sale(), &SaleModel::paid);
        shop.sale().take(TenderKind::Cash, shop.sale().lines().missing());
        QTRY_COMPARE_WITH_TIMEOUT(paid.size(), 1, patience);
        QVERIFY(shop.audit().violations.isEmpty());
    }

    /// The plan of whoever stood there before the owner may be on its way still.
    void whatIsTypedWhileAnOrdersOwnerComesIsTheirs()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        QVERIFY(signIn(shop, u"Park"_s, park));
        QVERIFY(choose(shop));
        SaleModel &sale = shop.sale();
        QSignalSpy paid(&sale, &SaleModel::paid);
        const auto slow = Connection::open(DataFolder(shop.path()).database(), {});
        const auto exchange = [&] {
            if (sale.seats().date() || sale.exchange())
                return;
            slow.value()->runOnce(u"BEGIN IMMEDIATE"_s); // who is served next is not known for a while
            sale.exchange(paid.constFirst().constFirst().value<Order>(), {});
        };
        connect(&sale.seats(), &SeatMapModel::modelReset, &sale, exchange, Qt::QueuedConnection);
        sale.take(TenderKind::Cash, sale.lines().missing()); // then the next customer's plan is asked for
        QTRY_VERIFY_WITH_TIMEOUT(sale.exchange(), patience);
        QVERIFY(QTest::qWaitFor([&sale] { return sale.seats().date().has_value(); }, patience));
        sale.command(u"1"_s);
        slow.value()->runOnce(u"ROLLBACK"_s);
        QVERIFY(QTest::qWaitFor([&sale] { return sale.canTake(); }, patience));
        QVERIFY(sale.exchange());
    }

    void whatWasTypedForSomebodyWhoLeftIsDoneForNobody()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        QVERIFY(signIn(shop, u"Kim"_s, kim));
        SaleModel &sale = shop.sale();
        QVERIFY(QTest::qWaitFor([&] { return shop.desk().programme().isLoaded(); }, patience));
        const QList<PerformanceOffer> &offers = shop.desk().programme().offers();
        sale.open(*std::find_if(
            offers.begin(), offers.end(), [](const PerformanceOffer &offer) { return offer.isBookable(); }));
        sale.command(u"2"_s); // before the plan is there
        sale.cancel();
        QVERIFY(QTest::qWaitFor([&sale] { return sale.seats().date().has_value(); }, patience));
        QTest::qWait(300);
        QVERIFY(!sale.hasSeats());
        sale.command(u"1"_s);
        QVERIFY(QTest::qWaitFor([&sale] { return sale.canTake(); }, patience));
        QCOMPARE(sale.seats().hold()->seats.size(), 1);
    }

    void aQuestionThatIsOpenWhenTheDeskLocksIsNeverAnswered()
    {
        DeskShop shop(*m_folder);
        QVERIFY(signIn(shop, u"Park"_s, park));
        ConsentModel &consent = shop.desk().consent();
        bool isGiven = false;
        consent.ask(StaffAction::RefundOrder, ConsentModel::Reason::Needed, [&](const Consent &) { isGiven = true; });
        consent.give(u"Park"_s, park, u"a reason"_s); // on its way
        shop.desk().lock();
        QVERIFY(!consent.asked());
        QTest::qWait(500);
        QVERIFY(!isGiven);
    }

    void moneyBackNeedsSomebodyWhoMayAndAReason()
    {
        DeskShop shop(*m_folder);
        QVERIFY(signIn(shop, u"Kim"_s, kim));
        ConsentModel &consent = shop.desk().consent();
        std::optional<Consent> given;
        const auto give = [&](const QString &who, const QString &pin, const QString &why) {
            shop.desk().clearProblem();
            consent.give(who, pin, why);
            return QTest::qWaitFor([&] { return !consent.isBusy(); }, patience);
        };
        consent.ask(StaffAction::RefundOrder, ConsentModel::Reason::Needed, [&](const Consent &by) { given = by; });
        QVERIFY(give(u"Park"_s, u"000000"_s, u"because"_s));
        QCOMPARE(shop.desk().problem()->refused->why, Refusal::StaffNotAuthenticated);
        QVERIFY(give(u"Kim"_s, kim, u"because"_s));
        QCOMPARE(shop.desk().problem()->refused->why, Refusal::RoleTooLow);
        QVERIFY(give(u"Park"_s, park, u"  "_s));
        QCOMPARE(shop.desk().problem()->refused->why, Refusal::ReasonNeeded);
        QVERIFY(consent.asked() && !given);
        QVERIFY(give(u"Park"_s, park, u"because"_s));
        QVERIFY(!consent.asked() && given);
        QCOMPARE(given->who.name, u"Park"_s);
        QCOMPARE(given->why, u"because"_s);
        QCOMPARE(shop.desk().member()->name, u"Kim"_s); // who works here stays
    }

private:
    static bool signIn(DeskShop &shop, const QString &who, const QString &pin)
    {
        shop.desk().signIn(who, pin);
        return QTest::qWaitFor([&] { return shop.desk().member() && !shop.desk().isBusy(); }, patience);
    }
    static bool tick(DeskShop &shop)
    {
        QSignalSpy passed(&shop.desk(), &DeskModel::timePassed);
        return passed.wait(patience);
    }
    static bool choose(DeskShop &shop)
    {
        if (!QTest::qWaitFor([&] { return shop.desk().programme().isLoaded(); }, patience))
            return false;
        const QList<PerformanceOffer> &offers = shop.desk().programme().offers();
        shop.sale().open(*std::find_if(
            offers.begin(), offers.end(), [](const PerformanceOffer &offer) { return offer.isBookable(); }));
        shop.sale().command(u"2"_s);
        return QTest::qWaitFor([&] { return shop.sale().canTake(); }, patience);
    }

    std::unique_ptr<DemoFolder> m_folder;
};

QTEST_GUILESS_MAIN(DeskModelTest)
#include "DeskModelTest.moc"
