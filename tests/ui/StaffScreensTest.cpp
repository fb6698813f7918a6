#include "documents/Fonts.h"
#include "support/Journey.h"
#include "ui/screens/KioskWindow.h"
#include "ui/screens/OutOfServiceScreen.h"
#include "ui/screens/StaffCallPanel.h"
#include "ui/screens/StaffPinEntry.h"
#include "ui/screens/StaffScreen.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/DigitsField.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/PaperView.h"
#include "wording/Translator.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
const QString pin = u"246810"_s, wrongPin = u"000000"_s;
} // namespace

/// Staff at a kiosk: called by a customer, and in their corner; on the window that everybody touches.
class StaffScreensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { open(*m_folder); }
    void cleanup();

    void aCallStaysUntilTheRightPinAndTheVisitGoesOn();
    void theCustomerTakesTheCallBack();
    void aLoneMemberOfStaffIsAskedForThePinOnly();
    void aCallStaysOverEveryStep();
    void theCornerOpens_data();
    void theCornerOpens();
    void noGestureWalksIntoAVisit();
    void aTouchElsewhereIsNoGesture();
    void theDaysSalesAreShown();
    void theAdmissionLimitGoesUpAndDown();
    void outOfServiceStopsSellingUntilStaffBringItBack();
    void aRestartShowsWhatWasLeft();
    void aCallIsInSightAgainForWhoeverPressesAgain();
    void anOrderIsFoundAndPrintedAgain();
    void anUnknownOrderIsToldSo();
    void aClerkFindsSwitchesGrey();
    void noDigitIsLeftOnceLeft();

private:
    void open(const DemoFolder &folder);
    void showWindow();
    VisitModel &visit() { return m_shop->visit(); }
    ActionButton *button(const QString &text);
    void press(const QString &text) { QTest::mouseClick(button(text), Qt::LeftButton); }
    void type(const QString &digits);
    bool says(const QString &text);
    void enter(const QString &name, const QString &itsPin);
    QString buyTwoSeats();

    std::unique_ptr<DemoFolder> m_folder;
    std::unique_ptr<DemoShop> m_shop;
    Translator m_translator;
    std::unique_ptr<KioskWindow> m_window;
};

void StaffScreensTest::initTestCase()
{
    loadFonts();
    FoyerStyle::wear(*qApp, Theme(ThemeKind::Dark, 2.75, 100));
    m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday(), 1);
    m_folder->addStaff(u"Kim"_s, Role::Manager, pin);
    m_folder->addStaff(u"Lee"_s, Role::Clerk, u"135791"_s);
}

void StaffScreensTest::open(const DemoFolder &folder)
{
    m_translator.use(u"en"_s);
    m_shop = std::make_unique<DemoShop>(folder, SimulatorScript{.delay = std::chrono::milliseconds(30)});
    showWindow();
    Journey(*m_shop).goTo(Step::Attract);
}

void StaffScreensTest::showWindow()
{
    m_window = std::make_unique<KioskWindow>(visit(), m_translator, u"en"_s);
    m_window->resize(1080, 1920);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void StaffScreensTest::cleanup()
{
    m_window.reset();
    m_shop.reset();
}

/// One that can be seen; by its words, or by its object name where it has none.
ActionButton *StaffScreensTest::button(const QString &text)
{
    for (auto *button : m_window->findChildren<ActionButton *>())
        if (button->isVisible() && (button->text() == text || button->objectName() == text))
            return button;
    qFatal("no button says %s", qPrintable(text));
}

void StaffScreensTest::type(const QString &digits)
{
    for (const QChar digit : digits)
        press(digit);
    press(u"OK"_s);
}

bool StaffScreensTest::says(const QString &text)
{
    const auto labels = m_window->findChildren<Label *>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const Label *label) { return label->isVisible() && label->text().contains(text); });
}

void StaffScreensTest::enter(const QString &name, const QString &itsPin)
{
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(visit().step(), Step::StaffSignIn);
    QTRY_COMPARE(visit().staff().names().size(), 2);
    press(name);
    type(itsPin);
    QTRY_COMPARE_WITH_TIMEOUT(visit().step(), Step::StaffCorner, 10'000);
    QTRY_VERIFY(visit().staff().totals());
}

QString StaffScreensTest::buyTwoSeats()
{
    Journey(*m_shop).goTo(Step::Ticket);
    const QString number = visit().order()->number;
    visit().finish();
    Journey::waitFor([&] { return visit().step() == Step::Attract; });
    return number;
}

void StaffScreensTest::aCallStaysUntilTheRightPinAndTheVisitGoesOn()
{
    Journey(*m_shop).goTo(Step::Checkout);
    const Hold before = *visit().seats().hold();
    const QString payWith = button(u"main"_s)->text();
    press(u"Call staff"_s);
    QVERIFY(says(u"Staff called"_s));
    press(u"end-call"_s);
    QTRY_COMPARE(visit().staff().names().size(), 2);
    press(u"Kim"_s);
    type(wrongPin);
    QTRY_VERIFY_WITH_TIMEOUT(says(u"Name and PIN don't match"_s), 10'000);
    QVERIFY(says(u"Staff called"_s));
    QVERIFY(m_shop->journal(u"staffAuthorised"_s).isEmpty());
    type(pin);
    QTRY_VERIFY_WITH_TIMEOUT(!says(u"Staff called"_s), 10'000);
    QCOMPARE(m_shop->journal(u"staffCalled"_s), u"{}"_s);
    const QString kim = DemoShop::must(m_shop->shop().staff()).first().id.text();
    QCOMPARE(m_shop->journal(u"staffAuthorised"_s), u"{\"action\":\"EndCall\",\"staff\":\"%1\"}"_s.arg(kim));
    QCOMPARE(visit().step(), Step::Checkout);
    QCOMPARE(visit().seats().hold()->id, before.id);
    QCOMPARE(visit().seats().hold()->deadline, before.deadline);
    QCOMPARE(visit().seats().hold()->seats.size(), before.seats.size());
    QCOMPARE(button(u"main"_s)->text(), payWith);
}

void StaffScreensTest::theCustomerTakesTheCallBack()
{
    Journey(*m_shop).goTo(Step::SignIn);
    press(u"Call staff"_s);
    press(u"No help needed"_s);
    QVERIFY(!says(u"Staff called"_s));
    QTRY_COMPARE(m_shop->journal(u"staffCallTakenBack"_s), u"{}"_s);
    QVERIFY(m_shop->journal(u"staffAuthorised"_s).isEmpty());
    QCOMPARE(visit().step(), Step::SignIn);
}

void StaffScreensTest::aLoneMemberOfStaffIsAskedForThePinOnly()
{
    cleanup();
    DemoFolder lone(DemoFolder::Season::None, {});
    lone.addStaff(u"manager"_s, Role::Manager, pin);
    m_shop = std::make_unique<DemoShop>(lone);
    showWindow();
    press(u"Call staff"_s);
    press(u"end-call"_s);
    QTRY_VERIFY(says(u"PIN of manager"_s));
    QVERIFY(!says(u"First your name"_s));
    type(pin);
    QTRY_VERIFY_WITH_TIMEOUT(!says(u"Staff called"_s), 10'000);
}

void StaffScreensTest::aCallStaysOverEveryStep()
{
    press(u"Call staff"_s);
    for (const Step step : {Step::SignIn, Step::Register}) {
        Journey(*m_shop).goTo(step);
        QVERIFY(says(u"Staff called"_s));
        visit().startOver();
    }
    Journey(*m_shop).goTo(Step::Tender);
    QVERIFY(says(u"Staff called"_s));
    press(u"end-call"_s); // a step that comes meanwhile doesn't take the keypad away from staff
    QTRY_COMPARE_WITH_TIMEOUT(visit().step(), Step::Ticket, 10'000);
    QVERIFY(m_window->findChild<StaffPinEntry *>()->isVisible());
    press(u"end-call"_s);
    QVERIFY(says(u"Enjoy the show"_s) && says(u"Staff called"_s));
}

void StaffScreensTest::theCornerOpens_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<Step>("from");
    for (const Step from : {Step::Attract, Step::OutOfService})
        for (const QString &how : {u"hold"_s, u"taps"_s, u"keys"_s})
            QTest::addRow("%s, %s", qPrintable(nameOf(from)), qPrintable(how)) << how << from;
}

void StaffScreensTest::theCornerOpens()
{
    QFETCH(QString, how);
    QFETCH(Step, from);
    if (from == Step::OutOfService)
        Q_EMIT m_shop->shop().broken(Error{Error::Kind::Full, {}});
    QCOMPARE(visit().step(), from);
    QWindow *glass = m_window->windowHandle();
    const QPoint corner(40, 60); // on the house's name
    if (how == u"hold"_s) {
        QTest::mousePress(glass, Qt::LeftButton, {}, corner);
        QTest::qWait(1'500);
        QCOMPARE(visit().step(), from);
        QTRY_COMPARE(visit().step(), Step::StaffSignIn);
        QTest::mouseRelease(glass, Qt::LeftButton, {}, corner);
    } else if (how == u"taps"_s) {
        for (int tap = 1; tap <= 5; ++tap) {
            QCOMPARE(visit().step(), from);
            QTest::mouseClick(glass, Qt::LeftButton, {}, corner);
        }
    } else {
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    }
    QCOMPARE(visit().step(), Step::StaffSignIn);
    press(u"Back"_s);
    QCOMPARE(visit().step(), from);
}

void StaffScreensTest::noGestureWalksIntoAVisit()
{
    Journey(*m_shop).goTo(Step::SignIn);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(visit().step(), Step::SignIn);
}

void StaffScreensTest::aTouchElsewhereIsNoGesture()
{
    QTest::mousePress(m_window->windowHandle(), Qt::LeftButton, {}, {900, 60});
    QTest::qWait(2'200);
    QVERIFY(visit().step() != Step::StaffSignIn);
}

void StaffScreensTest::theDaysSalesAreShown()
{
    buyTwoSeats();
    enter(u"Kim"_s, pin);
    const DayTotals totals = *visit().staff().totals();
    QCOMPARE(totals.orders, 1);
    QCOMPARE(totals.seats, 2);
    QCOMPARE(totals.card.taken, totals.sold);
    QVERIFY(says(Wording().money(totals.sold)) && totals.sold.isPositive());
    QVERIFY(says(u"Kim · Manager"_s));
}

void StaffScreensTest::theAdmissionLimitGoesUpAndDown()
{
    const TokenPass first = DemoShop::must(m_shop->shop().continueAsGuest()).pass;
    const TokenPass waiting = DemoShop::must(m_shop->shop().continueAsGuest()).pass;
    QCOMPARE(DemoShop::must(m_shop->shop().place(waiting)).token.state, TokenState::Waiting);
    enter(u"Kim"_s, pin);
    QVERIFY(!button(u"less"_s)->isEnabled()); // nobody could buy at 0
    press(u"more"_s);
    QTRY_COMPARE(visit().settings().admissionLimit, 2);
    QTRY_COMPARE(DemoShop::must(m_shop->shop().place(waiting)).token.state, TokenState::Admitted);
    QTRY_VERIFY(button(u"less"_s)->isEnabled());
    press(u"less"_s);
    QTRY_COMPARE(visit().settings().admissionLimit, 1);
    const QString kim = visit().staff().member()->id.text();
    QCOMPARE(m_shop->journal(u"admissionLimit"_s).count(kim), 2);
}

void StaffScreensTest::outOfServiceStopsSellingUntilStaffBringItBack()
{
    enter(u"Kim"_s, pin);
    press(u"service"_s);
    QTRY_VERIFY(says(u"This screen is out of service"_s));
    press(u"Leave"_s);
    QCOMPARE(visit().step(), Step::OutOfService);
    QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, {540, 960});
    QCOMPARE(visit().step(), Step::OutOfService);
    enter(u"Kim"_s, pin);
    press(u"service"_s);
    QTRY_VERIFY(says(u"This screen sells tickets"_s));
    press(u"Leave"_s);
    QCOMPARE(visit().step(), Step::Attract);
    const QString kim = DemoShop::must(m_shop->shop().staff()).first().id.text();
    QVERIFY(m_shop->journal(u"outOfService"_s).contains(kim) && m_shop->journal(u"backInService"_s).contains(kim));
}

void StaffScreensTest::aRestartShowsWhatWasLeft()
{
    press(u"Call staff"_s);
    enter(u"Kim"_s, pin);
    press(u"service"_s);
    QTRY_VERIFY(says(u"This screen is out of service"_s));
    m_window.reset();
    m_shop->restart();
    showWindow();
    QCOMPARE(visit().step(), Step::OutOfService);
    QVERIFY(m_window->findChild<OutOfServiceScreen *>()->isVisible() && says(u"Staff called"_s));
}

void StaffScreensTest::aCallIsInSightAgainForWhoeverPressesAgain()
{
    m_window->resize(1280, 800);
    Journey(*m_shop).goTo(Step::Checkout);
    press(u"Call staff"_s);
    const auto *panel = m_window->findChild<StaffCallPanel *>();
    QScrollArea *page = nullptr;
    for (QWidget *around = panel->parentWidget(); !page; around = around->parentWidget())
        page = qobject_cast<QScrollArea *>(around);
    QTRY_VERIFY(page->verticalScrollBar()->maximum() > panel->height());
    page->verticalScrollBar()->setValue(panel->height());
    QVERIFY(panel->visibleRegion().isEmpty());
    press(u"Call staff"_s);
    QVERIFY(panel->visibleRegion().contains(panel->rect().center()));
}

void StaffScreensTest::anOrderIsFoundAndPrintedAgain()
{
    const QString number = buyTwoSeats();
    enter(u"Lee"_s, u"135791"_s);
    QSignalSpy printing(m_window.get(), &KioskWindow::ticketsReady);
    type(number.section(u'-', 1)); // the year is there already
    QTRY_VERIFY(visit().staff().order());
    for (const Ticket &ticket : visit().staff().order()->tickets)
        QVERIFY(says(Wording().seatText(ticket.name)));
    press(u"print"_s);
    QTRY_COMPARE(printing.size(), 1);
    QCOMPARE(visit().step(), Step::Ticket);
    QCOMPARE(visit().order()->number, number);
    QCOMPARE(m_window->currentScreen()->findChildren<PaperView *>().size(), 2);
    QVERIFY(m_shop->journal(u"printedAgain"_s).contains(visit().order()->id.text()));
    QVERIFY(!visit().staff().member());
    visit().buyAnother(); // nobody's visit is there to go on
    QCOMPARE(visit().step(), Step::Ticket);
    press(u"Done"_s);
    QCOMPARE(visit().step(), Step::Attract);
    QVERIFY(!visit().order());
}

void StaffScreensTest::anUnknownOrderIsToldSo()
{
    enter(u"Kim"_s, pin);
    type(u"999999"_s);
    QTRY_VERIFY(visit().problem() && visit().problem()->refused);
    QCOMPARE(visit().problem()->refused->why, Refusal::OrderUnknown);
    QVERIFY(!visit().staff().order());
}

void StaffScreensTest::aClerkFindsSwitchesGrey()
{
    enter(u"Lee"_s, u"135791"_s);
    for (const QString &name : {u"less"_s, u"more"_s, u"service"_s})
        QVERIFY(!button(name)->isEnabled());
    QVERIFY(says(u"What is grey needs a higher role."_s));
}

void StaffScreensTest::noDigitIsLeftOnceLeft()
{
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(visit().staff().names().size(), 2);
    press(u"Kim"_s);
    for (const QChar digit : pin)
        press(digit);
    QVERIFY(button(u"OK"_s)->isEnabled());
    QWidget *page = m_window->currentScreen();
    press(u"Back"_s);
    QCOMPARE(visit().step(), Step::Attract);
    for (auto *typed : page->findChildren<DigitsField *>())
        QVERIFY2(typed->accessibleDescription().isEmpty(), qPrintable(typed->accessibleDescription()));
    visit().wantStaff();
    QTRY_VERIFY(!button(u"OK"_s)->isEnabled());
}

QTEST_MAIN(StaffScreensTest)
#include "StaffScreensTest.moc"
