#include "OpenDesk.h"
#include "Scanner.h"
#include "domain/Limits.h"
#include "services/ScriptedSale.h"
#include "support/ManualClock.h"
#include "ui/widgets/Table.h"

#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Selling at a counter, by the keyboard alone.
class DeskSellTest : public QObject
{
    Q_OBJECT

    static ActionButton *button(OpenDesk &desk, const QString &text)
    {
        for (ActionButton *each : desk.window->findChildren<ActionButton *>())
            if (each->isVisible() && each->text() == text)
                return each;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday());
        m_folder->addStaff(u"Kim"_s, Role::Clerk, u"246810"_s);
        m_folder->addStaff(u"Park"_s, Role::Supervisor, u"135790"_s);
    }

    void aWalkUpIsServedInFewKeysAndTheTicketsAreInThePrinter()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn());
        QVERIFY(desk.openDate());
        QVERIFY(desk.sell(u"2 S"_s, 2));
        // and again: the line still has the focus
        desk.keys(u"2"_s);
        desk.key(Qt::Key_Return);
        QVERIFY(desk.waitForSeats(2));
        desk.key(Qt::Key_F9);
        desk.key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(desk.tray.names.size(), 2, patience); // four keys
        QCOMPARE(shop.sale().sold()->tickets.size(), 2);
        QCOMPARE(shop.sale().sold()->soldBy, u"Kim"_s);
        QVERIFY(shop.audit().violations.isEmpty());
    }

    void everyPageOfASale_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        QTest::newRow("small, en") << QSize(1280, 800) << u"en"_s;
        QTest::newRow("large, ko") << QSize(1920, 1080) << u"ko"_s;
    }
    /// Its pictures are for people; here nothing may be cut.
    void everyPageOfASale()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop, size, language);
        desk.save(u"sign-in"_s);
        QVERIFY(desk.signIn());
        desk.save(u"dates"_s);
        QVERIFY(desk.openDate());
        desk.save(u"hall"_s);
        desk.keys(u"2 S"_s);
        desk.key(Qt::Key_Return);
        QVERIFY(desk.waitForSeats(2));
        desk.save(u"chosen"_s);
        desk.key(Qt::Key_F9);
        desk.keys(u"200000"_s);
        desk.save(u"cash"_s);
        desk.key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().sold(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().lines().balance(), patience);
        desk.save(u"sold"_s);
        QVERIFY(desk.choose(u"3 A"_s, 3));
        desk.key(Qt::Key_F12);
        QTRY_COMPARE_WITH_TIMEOUT(shop.sale().parked().size(), 1, patience);
        QVERIFY(desk.choose(u"1 R"_s, 1));
        desk.key(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(shop.desk().consent().asked(), patience);
        desk.save(u"why"_s);
        desk.keys(language == u"ko"_s ? u"카메라 자리"_s : u"Camera"_s);
        desk.key(Qt::Key_Return);
        desk.keys(u"246810"_s);
        desk.key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(shop.sale().blocked().size(), 1, patience);
        desk.save(u"put-aside"_s);
        desk.window->resize(size); // laid out for what it shows now
        QVERIFY(desk.isNothingCut());
    }

    void cashIsCountedWithItsChange()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate() && desk.choose(u"1 S"_s, 1));
        const Money price = shop.sale().lines().total();
        desk.key(Qt::Key_F9);
        desk.keys(QString::number(price.minor + 12'000));
        desk.key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().sold(), patience);
        QCOMPARE(shop.sale().change().minor, 12'000);
        QCOMPARE(shop.sale().sold()->total, price); // what is booked is what it costs
        QVERIFY(shop.audit().violations.isEmpty());
    }

    void aPartInCashTheRestByCard()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate() && desk.choose(u"2 S"_s, 2));
        const Money total = shop.sale().lines().total();
        desk.key(Qt::Key_F9);
        desk.keys(u"50000"_s);
        desk.key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(shop.sale().lines().missing().minor, total.minor - 50'000, patience);
        QVERIFY(!shop.sale().sold());
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().canTake(), patience);
        const auto labels = desk.window->findChildren<Label *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
            [](const Label *label) { return label->isVisible() && label->text() == u"₩50,000 is paid already"_s; }));
        desk.key(Qt::Key_F10);
        desk.key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().sold(), patience);
        QCOMPARE(DeskShop::must(shop.shop().totals()).cash.taken.minor, 50'000);
        QCOMPARE(DeskShop::must(shop.shop().totals()).card.taken.minor, total.minor - 50'000);
        QVERIFY(shop.audit().violations.isEmpty());
    }

    void whoPaidAPartBeforeTheOrderBecameCheaperGetsTheRestBack()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate() && desk.choose(u"2 S"_s, 2));
        const qint64 total = shop.sale().lines().total().minor;
        desk.key(Qt::Key_F9);
        desk.keys(QString::number(total - 1'000));
        desk.key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(shop.sale().lines().missing().minor, 1'000, patience);
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().canTake(), patience);
        shop.sale().giveAway({shop.sale().seats().hold()->seats[0].seat});
        QTRY_VERIFY_WITH_TIMEOUT(shop.desk().consent().asked(), patience);
        shop.desk().consent().give(u"Park"_s, u"135790"_s, u"companion"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().canTake() && shop.sale().lines().missing().isZero(), patience);
        desk.key(Qt::Key_F9);
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().sold(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(DeskShop::must(shop.shop().totals()).cash.given.minor, total / 2 - 1'000, patience);
        QVERIFY(shop.audit().violations.isEmpty());
    }

    void aCardIsNeverChargedMoreThanIsMissing()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate() && desk.choose(u"1 S"_s, 1));
        desk.key(Qt::Key_F10);
        desk.keys(u"99999999"_s);
        desk.key(Qt::Key_Return);
        QTest::qWait(100);
        QVERIFY(!shop.sale().tender().tender() && !shop.sale().sold());
        desk.key(Qt::Key_Escape);
        QCOMPARE(desk.window->focusWidget()->objectName(), u"line"_s);
    }

    void aDeclinedCardKeepsTheSeatsAndSaysSo()
    {
        DeskShop shop(*m_folder, {.behaviour = SimulatorScript::Behaviour::Decline, .delay = {}});
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate() && desk.choose(u"1 S"_s, 1));
        desk.key(Qt::Key_F10);
        desk.key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shop.desk().problem(), patience);
        QCOMPARE(shop.desk().problem()->refused->why, Refusal::TenderDeclined);
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().canTake(), patience);
        desk.key(Qt::Key_F9);
        desk.key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().sold(), patience);
    }

    void whoChangesTheirMindGetsSeatsAndMoneyBack()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate() && desk.choose(u"2 S"_s, 2));
        desk.key(Qt::Key_F9);
        desk.keys(u"50000"_s);
        desk.key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().canTake() && shop.sale().lines().balance()->amount.isPositive(), patience);
        desk.key(Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(DeskShop::must(shop.shop().totals()).cash.given.minor, 50'000, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!shop.sale().hasSeats(), patience);
        QVERIFY(desk.choose(u"2 S"_s, 2)); // the next customer
        QVERIFY(shop.audit().violations.isEmpty());
    }

    void anOrderPutAsideComesBackAsItWas()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate() && desk.choose(u"3 A"_s, 3));
        const QList<SeatIndex> seats = shop.sale().seats().hold()->seatIndices();
        desk.key(Qt::Key_F12);
        QTRY_COMPARE_WITH_TIMEOUT(shop.sale().parked().size(), 1, patience);
        QVERIFY(desk.sell(u"1 S"_s, 1)); // somebody else in between
        desk.key(Qt::Key_1, Qt::AltModifier);
        QVERIFY(desk.waitForSeats(3));
        QCOMPARE(shop.sale().seats().hold()->seatIndices(), seats);
        QVERIFY(shop.sale().parked().isEmpty());
        desk.key(Qt::Key_F9);
        desk.key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(desk.tray.names.size(), 2, patience);
        QVERIFY(shop.audit().violations.isEmpty());
    }

    void nothingIsGivenAwayWithoutASupervisorAndAReason()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate() && desk.choose(u"1 S"_s, 1));
        desk.key(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(shop.desk().consent().asked(), patience);
        desk.key(Qt::Key_Return); // no reason
        desk.keys(u"135790"_s);
        desk.key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(shop.desk().problem()->refused->why, Refusal::ReasonNeeded, patience);
        desk.key(Qt::Key_Backtab);
        desk.keys(u"Press"_s);
        desk.key(Qt::Key_Return);
        desk.keys(u"246810"_s); // the clerk's
        desk.key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(
            shop.desk().problem()->refused->why, Refusal::StaffNotAuthenticated, patience); // for Park alone may
        QVERIFY(!shop.sale().lines().total().isZero());
        desk.keys(u"135790"_s);
        desk.key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().canTake() && shop.sale().lines().total().isZero(), patience);
        QVERIFY(shop.journal(u"givenAway"_s).contains(u"Press"_s));
        QVERIFY(button(desk, u"Finish"_s)); // and no way to pay nothing by card
        QVERIFY(!button(desk, u"Cash"_s) && !button(desk, u"Card"_s));
        desk.key(Qt::Key_F9); // nothing is missing: it is sold at once
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().sold(), patience);
        QTRY_VERIFY(button(desk, u"Next customer"_s)); // what is sold isn't cancelled so
        QVERIFY(shop.sale().sold()->total.isZero());
    }

    void ticketsAreExchangedAndTheDifferenceIsSettled_data()
    {
        QTest::addColumn<QString>("instead");
        QTest::addColumn<qint64>("taken"); // by the drawer, beside what the first order cost
        QTest::addColumn<qint64>("given");
        QTest::newRow("for a dearer seat") << u"1 R"_s << qint64(22'000) << qint64(0);
        QTest::newRow("for one of the same price") << u"1 S"_s << qint64(0) << qint64(0);
        QTest::newRow("for a cheaper one") << u"1 A"_s << qint64(0) << qint64(22'000);
    }
    void ticketsAreExchangedAndTheDifferenceIsSettled()
    {
        QFETCH(QString, instead);
        QFETCH(qint64, taken);
        QFETCH(qint64, given);
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate() && desk.sell(u"2 S"_s, 2));
        const Order first = *shop.sale().sold();
        shop.sale().exchange(first, {first.tickets[0].seat});
        QVERIFY(desk.choose(instead, 1));
        desk.key(Qt::Key_F9); // the tickets come back first
        QTRY_VERIFY_WITH_TIMEOUT(shop.desk().consent().asked(), patience);
        desk.keys(u"better view"_s);
        desk.key(Qt::Key_Return);
        desk.keys(u"135790"_s);
        desk.key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!shop.sale().exchange() && shop.sale().canTake(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(shop.sale().lines().missing().minor, taken, patience);
        shop.sale().park(); // what came back would be left behind
        QVERIFY(shop.sale().parked().isEmpty());
        desk.key(Qt::Key_F9);
        if (taken > 0)
            desk.key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(desk.tray.names.size(), 2, patience);
        QTRY_COMPARE_WITH_TIMEOUT(DeskShop::must(shop.shop().totals()).cash.given.minor, given, patience);
        QCOMPARE(DeskShop::must(shop.shop().totals()).cash.taken.minor, first.total.minor + taken);
        QVERIFY(shop.journal(u"refunded"_s).contains(u"better view"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!shop.sale().tender().tender(), patience);
        QVERIFY(shop.audit().violations.isEmpty());
    }

    void aMembersTicketsAreExchangedOverTheirOwnWallet()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate());
        const TokenPass member = DeskShop::must(shop.shop().registerMember(u"010-4821-0007"_s, u"2580"_s)).pass;
        const Order first = boughtBy(shop, member, 300'000);
        const qint64 left = 300'000 - first.total.minor;
        QVERIFY(desk.find(first.number));
        desk.key(Qt::Key_F10);
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().exchange() && shop.sale().seats().date(), patience);
        QVERIFY(desk.choose(u"1 A"_s, 1));
        desk.key(Qt::Key_F9);
        QTRY_VERIFY_WITH_TIMEOUT(shop.desk().consent().asked(), patience);
        desk.keys(u"fewer"_s);
        desk.key(Qt::Key_Return);
        desk.keys(u"135790"_s);
        desk.key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!shop.sale().exchange() && shop.sale().canTake(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(shop.sale().lines().balance()->amount.minor, left + first.total.minor, patience);
        desk.key(Qt::Key_F9); // nothing is missing
        QTRY_COMPARE_WITH_TIMEOUT(desk.tray.names.size(), 1, patience);
        const qint64 price = shop.sale().sold()->total.minor;
        QCOMPARE(DeskShop::must(shop.shop().totals()).cash.given.minor, 0); // the rest is in the wallet
        const TokenPass again = DeskShop::must(shop.shop().signIn(u"010-4821-0007"_s, u"2580"_s)).pass;
        QCOMPARE(DeskShop::must(shop.shop().balance(again)).amount.minor, 300'000 - price);
        QVERIFY(desk.choose(u"1 A"_s, 1)); // a walk-up, over nobody's wallet
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().lines().balance()->amount.isZero(), patience);
        QVERIFY(shop.audit().violations.isEmpty());
    }

    void whoComesAfterAnExchangeThatWasGivenUpBuysOverNobodysWallet()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate());
        const TokenPass member = DeskShop::must(shop.shop().registerMember(u"010-4821-0007"_s, u"2580"_s)).pass;
        const Order first = boughtBy(shop, member, 0);
        shop.sale().exchange(first, {});
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().seats().date() && shop.sale().lines().balance(), patience);
        shop.sale().cancel(); // before any seat, and nothing is in the wallet
        QVERIFY(desk.sell(u"1 A"_s, 1));
        const auto sold = DeskShop::must(shop.desk().office().open(shop.sale().sold()->id, shop.desk().member()->id));
        QVERIFY(!sold.isMembers);
    }

    /// A part is paid, the customer fetches the rest and doesn't come back.
    void whatWasPaidOnAnOrderPutAsideIsATaskOnceItsTimeIsOver()
    {
        ManualClock clock;
        DeskShop shop(*m_folder, {.delay = {}}, std::make_unique<RootAuthority>(), &clock);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate() && desk.choose(u"2 S"_s, 2));
        shop.sale().take(TenderKind::Cash, {30'000, *Currency::fromCode(u"KRW"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(
            shop.sale().canPark() && shop.sale().lines().balance()->amount.minor == 30'000, patience);
        desk.key(Qt::Key_F12);
        QTRY_COMPARE_WITH_TIMEOUT(shop.sale().parked().size(), 1, patience);
        clock.advance(HouseSettings().holdTime + 1s);
        shop.sale().tick();
        QVERIFY(shop.sale().parked().isEmpty());
        const auto tasks = [&] {
            return DeskShop::must(shop.desk().office().tasks(shop.desk().member()->id)).all.tasks;
        };
        QTRY_COMPARE_WITH_TIMEOUT(tasks().size(), 1, patience);
        QCOMPARE(tasks().constFirst().kind, HubTask::Kind::MoneyUnclaimed);
        QCOMPARE(tasks().constFirst().amount.minor, 30'000);
        QVERIFY(shop.audit().violations.isEmpty());
    }

    /// Whatever the clerk looks at by then.
    void moneyThatACardDoesNotTakeBackIsOnACodeThatIsShown()
    {
        DeskShop shop(*m_folder, {.behaviour = SimulatorScript::Behaviour::Decline, .delay = 1s});
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate() && desk.sell(u"2 S"_s, 2));
        const Order sold = *shop.sale().sold();
        const StaffId kim = shop.desk().member()->id;
        QVERIFY(desk.find(sold.number));
        desk.key(Qt::Key_F9);
        desk.key(Qt::Key_3); // to the card
        QTRY_VERIFY_WITH_TIMEOUT(shop.desk().consent().asked(), patience);
        shop.desk().consent().give(u"Park"_s, u"135790"_s, u"ill"_s);
        auto *money = desk.window->findChild<Label *>(u"money"_s);
        const QString worth = Wording().money(sold.total);
        QTRY_VERIFY_WITH_TIMEOUT(money->text().contains(worth), patience); // it says what goes on
        QVERIFY(!money->text().contains(u"code"_s));
        desk.key(Qt::Key_Escape);
        desk.keys(u"nobody"_s); // its order isn't open any more
        QTRY_VERIFY_WITH_TIMEOUT(money->text().contains(u"code"_s) && money->isVisible(), patience);
        QVERIFY(money->text().contains(sold.number) && money->text().contains(worth));
        const QString code = money->text().section(u' ', -1);
        desk.key(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window->findChild<Label *>(u"money"_s)->text().contains(code), patience);
        DeskShop::must(shop.desk().office().payClaim(code, kim));
        QVERIFY(shop.audit().violations.isEmpty());
    }

    void aTicketThatIsScannedAnywhereOpensItsOrder()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate() && desk.sell(u"2 S"_s, 2));
        const Ticket ticket = shop.sale().sold()->tickets[0];
        QTRY_VERIFY_WITH_TIMEOUT(
            shop.sale().closed() == SaleModel::Closed::No && shop.sale().lines().balance(), patience);
        scan(desk.window->windowHandle(), ticket.code);
        auto *orders = desk.window->findChild<Table *>(u"orders"_s);
        QTRY_VERIFY_WITH_TIMEOUT(orders->isVisible() && orders->currentRow() == 0, patience);
        QTRY_COMPARE_WITH_TIMEOUT(orders->model()->rowCount(), 1, patience);
        desk.key(Qt::Key_F1);
        QVERIFY(!shop.sale().hasSeats()); // its keys were no command
        desk.keys(u"2 S"_s);              // nor is a clerk a scanner
        desk.key(Qt::Key_Return);
        QVERIFY(desk.waitForSeats(2));
    }

    void seatsNotForSaleAreListedAndReleased()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate() && desk.choose(u"2 S"_s, 2));
        const QList<SeatIndex> seats = shop.sale().seats().hold()->seatIndices();
        desk.key(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(shop.desk().consent().asked(), patience);
        desk.keys(u"Camera"_s);
        desk.key(Qt::Key_Return);
        desk.keys(u"246810"_s);
        desk.key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(shop.sale().blocked().size(), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(shop.sale().seats().shown(seats[0]), SeatShown::Taken, patience);
        shop.sale().unblock(shop.sale().blocked()[0].id);
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().blocked().isEmpty(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(shop.sale().seats().shown(seats[0]), SeatShown::Free, patience);
    }

    void withoutAShiftNothingIsSoldAndThePageSaysWhatToDo()
    {
        DeskShop shop(*m_folder);
        OpenDesk desk(shop);
        QVERIFY(desk.signIn());
        desk.key(Qt::Key_Return); // a date
        QTRY_COMPARE_WITH_TIMEOUT(shop.sale().closed(), SaleModel::Closed::NoShift, patience);
        desk.keys(u"2"_s);
        desk.key(Qt::Key_Return);
        QTest::qWait(100);
        QVERIFY(!shop.sale().hasSeats());
        shop.openShift(); // beside, as another program would
        QTRY_COMPARE_WITH_TIMEOUT(shop.sale().closed(), SaleModel::Closed::No, patience);
        QVERIFY(desk.choose(u"2"_s, 2));
    }

    void whatIsNotUnderstoodIsNamedAndChangesNothing()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate() && desk.choose(u"2 S"_s, 2));
        const QList<SeatIndex> seats = shop.sale().seats().hold()->seatIndices();
        QSignalSpy bad(&shop.sale(), &SaleModel::badCommand);
        for (const QString &typed : {u"2 Q"_s, u"=cmd|"_s, u"<b>"_s, u"\u202e2"_s, u"😀"_s}) {
            desk.key(Qt::Key_A, Qt::ControlModifier);
            desk.window->focusWidget()->setProperty("text", typed);
            desk.key(Qt::Key_Return);
        }
        QCOMPARE(bad.size(), 5);
        QCOMPARE(shop.sale().seats().hold()->seatIndices(), seats);
    }

    void aLockedDeskSellsNothingAndForgetsNothing()
    {
        DeskShop shop(*m_folder);
        shop.openShift();
        OpenDesk desk(shop);
        QVERIFY(desk.signIn() && desk.openDate() && desk.choose(u"2 S"_s, 2));
        desk.key(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!shop.desk().member());
        desk.key(Qt::Key_F9);
        desk.key(Qt::Key_Return);
        QTest::qWait(100);
        QVERIFY(!shop.sale().sold());
        desk.keys(u"000000"_s);
        desk.key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shop.desk().problem(), patience);
        QCOMPARE(shop.desk().problem()->refused->triesLeft, limits::pinTries - 1);
        QVERIFY(desk.signIn());
        QVERIFY(desk.waitForSeats(2));
        desk.key(Qt::Key_F9);
        desk.key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shop.sale().sold(), patience);
    }

private:
    /// Two seats of the date that is open, out of the wallet; nothing paid in: as much as they cost.
    static Order boughtBy(DeskShop &shop, const TokenPass &pass, qint64 paidIn)
    {
        Shop &at = shop.shop();
        const PerformanceKey date = shop.sale().offer()->performance.key;
        const SeatsOfDate &map = *shop.sale().seats().date();
        const Hold hold = DeskShop::must(at.hold(pass, date, firstFreeSeats(map, 2)));
        const Tender tender = DeskShop::must(at.beginTopUp(
            pass, at.newTenderId(), paidIn > 0 ? Money{paidIn, {}} : hold.total({}), TenderKind::Card, std::nullopt));
        DeskShop::must(at.tenderAnswered(tender.id, DeviceAnswer::Approved));
        return DeskShop::must(at.pay(pass, at.newOrderId(), hold.id));
    }
    std::unique_ptr<DemoFolder> m_folder;
};

QTEST_MAIN(DeskSellTest)
#include "DeskSellTest.moc"
