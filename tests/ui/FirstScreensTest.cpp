#include "documents/Fonts.h"
#include "support/DemoShop.h"
#include "ui/screens/AttractScreen.h"
#include "ui/screens/DatesScreen.h"
#include "ui/screens/QueueScreen.h"
#include "ui/screens/RegisterScreen.h"
#include "ui/screens/SignInScreen.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/DayButton.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Keypad.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/OfferRow.h"
#include "ui/widgets/PaperView.h"
#include "ui/widgets/Poster.h"
#include "wording/Translator.h"

#include <QRegularExpression>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
const QString phone = u"01048211234"_s, pin = u"2468"_s;

ActionButton *button(const QWidget &screen, const QString &text)
{
    for (auto *button : screen.findChildren<ActionButton *>())
        if (button->text() == text)
            return button;
    qFatal("no button says %s", qPrintable(text));
}

bool says(const QWidget &screen, const QString &text)
{
    const auto labels = screen.findChildren<Label *>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const Label *label) { return label->isVisible() && label->text().contains(text); });
}

void press(const QWidget &screen, const QString &text) { QTest::mouseClick(button(screen, text), Qt::LeftButton); }

void tapDigits(const QWidget &screen, const QString &digits)
{
    for (const QChar digit : digits)
        press(screen, digit);
    press(screen, u"OK"_s);
}

void typeDigits(const QWidget &screen, const QString &digits)
{
    for (const QChar digit : digits)
        QTest::keyClick(screen.focusWidget(), digit.toLatin1());
    QTest::keyClick(screen.focusWidget(), Qt::Key_Return);
}

QList<OfferRow *> rows(const QWidget &screen)
{
    QList<OfferRow *> shown;
    for (auto *row : screen.findChildren<OfferRow *>())
        if (row->isVisible())
            shown.append(row);
    return shown;
}
} // namespace

/// From a passer-by to a chosen date, on the screens that a customer touches and the shop that stands behind them.
class FirstScreensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_shop = std::make_unique<DemoShop>(*m_demo); }
    void cleanup();

    void thePasserBySeesWhatIsNext();
    void aTouchAnywhereStarts_data();
    void aTouchAnywhereStarts();
    void aHouseWithoutDatesSaysSo();
    void flow1_1_aGuestGoesOnWithOneTap();
    void flow1_1_aMemberSignsInByTouch();
    void flow1_1_aMemberSignsInByKeyboardAlone();
    void flow1_2_aWrongPinLeavesTheNumberAndAsksAgain();
    void aScannedCardAsksOnlyForItsPin();
    void aNewMemberTypesEverythingTwice();
    void aKnownNumberIsToldSo();
    void nothingTypedIsLeftForTheNextCustomer();
    void flow2_4_theQueueIsShownLiveUntilAdmitted();
    void flow2_5_aSlipIsShownBeforeLeavingAndBringsBack();
    void aForgedSlipIsToldSo();
    void flow3_2_everyDateOfADayIsListed();
    void flow3_2_whatIsNotYetOnSaleCantBeChosen();
    void flow3_2_aDateLeadsToItsSeats();
    void everyScreenSpeaksTheLanguageInUse();

private:
    template <typename ScreenType>
    ScreenType *show();
    VisitModel &visit() { return m_shop->visit(); }
    TokenPass somebodyInTheShop() { return DemoShop::must(m_shop->shop().continueAsGuest()).pass; }
    void signInAsGuest();

    std::unique_ptr<DemoFolder> m_demo;
    std::unique_ptr<DemoShop> m_shop;
    std::vector<std::unique_ptr<Screen>> m_screens;
    Translator m_translator;
};

void FirstScreensTest::initTestCase()
{
    loadFonts();
    FoyerStyle::wear(*qApp, Theme(ThemeKind::Dark, 2.75, 100));
    m_translator.use(u"en"_s);
    m_demo = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday(), 1); // a second customer waits
}

void FirstScreensTest::cleanup()
{
    m_screens.clear();
    m_shop.reset();
}

template <typename ScreenType>
ScreenType *FirstScreensTest::show()
{
    auto screen = std::make_unique<ScreenType>(visit());
    ScreenType *shown = screen.get();
    m_screens.push_back(std::move(screen));
    shown->resize(968, 1400);
    shown->show();
    shown->begin();
    [&] { QVERIFY(QTest::qWaitForWindowExposed(shown)); }();
    return shown;
}

void FirstScreensTest::signInAsGuest()
{
    visit().touch();
    visit().continueAsGuest();
    QTRY_VERIFY(visit().step() != Step::SignIn);
}

void FirstScreensTest::thePasserBySeesWhatIsNext()
{
    auto *screen = show<AttractScreen>();
    QTRY_VERIFY(!rows(*screen).isEmpty());
    const QString poster = screen->findChild<Poster *>()->accessibleName();
    QVERIFY2(poster.contains(u"from ₩"_s) && poster.contains(u"left"_s), qPrintable(poster));
    QVERIFY(rows(*screen).first()->accessibleName().contains(u"₩"_s));
}

void FirstScreensTest::aTouchAnywhereStarts_data()
{
    QTest::addColumn<QPoint>("at");
    QTest::newRow("poster") << QPoint(300, 300);
    QTest::newRow("row of a date") << QPoint(300, 1390);
    QTest::newRow("corner") << QPoint(1, 1);
}

void FirstScreensTest::aTouchAnywhereStarts()
{
    QFETCH(QPoint, at);
    auto *screen = show<AttractScreen>();
    QTRY_VERIFY(!rows(*screen).isEmpty());
    QTest::mouseClick(screen->window()->windowHandle(), Qt::LeftButton, {}, at);
    QCOMPARE(visit().step(), Step::SignIn);
}

void FirstScreensTest::aHouseWithoutDatesSaysSo()
{
    const DemoFolder empty(DemoFolder::Season::None, {});
    m_shop = std::make_unique<DemoShop>(empty);
    auto *attract = show<AttractScreen>();
    QTRY_VERIFY(says(*attract, u"No dates just now"_s));
    signInAsGuest();
    auto *dates = show<DatesScreen>();
    QTRY_VERIFY(says(*dates, u"No dates can be booked"_s));
}

void FirstScreensTest::flow1_1_aGuestGoesOnWithOneTap()
{
    visit().touch();
    auto *screen = show<SignInScreen>();
    press(*screen, u"Continue as guest"_s);
    QTRY_COMPARE(visit().step(), Step::Dates); // 2.4: with a free place the queue isn't shown
    QVERIFY(!visit().isMember());
}

void FirstScreensTest::flow1_1_aMemberSignsInByTouch()
{
    const TokenPass before = DemoShop::must(m_shop->shop().registerMember(phone, pin)).pass;
    visit().touch();
    auto *screen = show<SignInScreen>();
    tapDigits(*screen, phone);
    QVERIFY(says(*screen, u"Your PIN"_s));
    QVERIFY(!button(*screen, u"OK"_s)->isEnabled());
    tapDigits(*screen, pin);
    QTRY_COMPARE(visit().step(), Step::Dates);
    QVERIFY(visit().isMember());
}

void FirstScreensTest::flow1_1_aMemberSignsInByKeyboardAlone()
{
    const TokenPass before = DemoShop::must(m_shop->shop().registerMember(phone, pin)).pass;
    visit().touch();
    auto *screen = show<SignInScreen>();
    typeDigits(*screen, phone);
    typeDigits(*screen, pin);
    QTRY_COMPARE(visit().step(), Step::Dates);
}

void FirstScreensTest::flow1_2_aWrongPinLeavesTheNumberAndAsksAgain()
{
    const TokenPass before = DemoShop::must(m_shop->shop().registerMember(phone, pin)).pass;
    visit().touch();
    auto *screen = show<SignInScreen>();
    tapDigits(*screen, phone);
    tapDigits(*screen, u"9999"_s);
    QTRY_VERIFY(visit().problem());
    QCOMPARE(visit().problem()->refused->why, Refusal::NotAuthenticated);
    QVERIFY(says(*screen, u"Your PIN"_s));
    QCOMPARE(screen->frame().side, u"Use another number"_s);
    tapDigits(*screen, pin);
    QTRY_COMPARE(visit().step(), Step::Dates);
}

void FirstScreensTest::aScannedCardAsksOnlyForItsPin()
{
    visit().touch();
    auto *screen = show<SignInScreen>();
    screen->scanned(u"CARD-0042"_s);
    QVERIFY(says(*screen, u"PIN of your card"_s));
    tapDigits(*screen, pin);
    QTRY_VERIFY(visit().problem());
    QCOMPARE(visit().problem()->refused->why, Refusal::NotAuthenticated); // nobody's card, and not told apart
}

void FirstScreensTest::aNewMemberTypesEverythingTwice()
{
    visit().touch();
    auto *signIn = show<SignInScreen>();
    press(*signIn, u"Become a member"_s);
    QCOMPARE(visit().step(), Step::Register);
    auto *screen = show<RegisterScreen>();
    tapDigits(*screen, phone);
    tapDigits(*screen, u"01048211235"_s);
    QVERIFY(says(*screen, u"weren't the same"_s));
    tapDigits(*screen, phone);
    tapDigits(*screen, phone);
    QVERIFY(says(*screen, u"4 to 8 digits"_s));
    tapDigits(*screen, u"1111"_s);
    tapDigits(*screen, pin);
    QVERIFY(says(*screen, u"PINs weren't the same"_s));
    tapDigits(*screen, pin);
    tapDigits(*screen, pin);
    QTRY_COMPARE(visit().step(), Step::Dates);
    QVERIFY(visit().isMember());
}

void FirstScreensTest::aKnownNumberIsToldSo()
{
    const TokenPass before = DemoShop::must(m_shop->shop().registerMember(phone, pin)).pass;
    visit().touch();
    visit().wantRegistration();
    auto *screen = show<RegisterScreen>();
    for (const QString &digits : {phone, phone, pin, pin})
        tapDigits(*screen, digits);
    QTRY_VERIFY(visit().problem());
    QCOMPARE(visit().problem()->refused->why, Refusal::AlreadyRegistered);
    QVERIFY(says(*screen, u"First your mobile number"_s));
}

void FirstScreensTest::nothingTypedIsLeftForTheNextCustomer()
{
    visit().touch();
    auto *screen = show<SignInScreen>();
    for (const QChar digit : phone)
        press(*screen, digit);
    visit().startOver();
    QCOMPARE(visit().step(), Step::Attract);
    for (const auto *widget : screen->findChildren<QWidget *>())
        QVERIFY2(!widget->accessibleDescription().contains(phone), widget->metaObject()->className());
    QVERIFY(!button(*screen, u"OK"_s)->isEnabled());
}

void FirstScreensTest::flow2_4_theQueueIsShownLiveUntilAdmitted()
{
    const TokenPass first = somebodyInTheShop(), second = somebodyInTheShop();
    signInAsGuest();
    QCOMPARE(visit().step(), Step::Queue);
    auto *screen = show<QueueScreen>();
    const auto shows = [&](const QString &text) {
        const auto amounts = screen->findChildren<Amount *>();
        return std::any_of(
            amounts.begin(), amounts.end(), [&](const Amount *amount) { return amount->accessibleName() == text; });
    };
    QTRY_VERIFY(shows(u"003"_s));
    QVERIFY(shows(u"1 person"_s) && shows(u"not known yet"_s));
    (void)DemoShop::must(m_shop->shop().endVisit(first, {}));
    QTRY_VERIFY(shows(u"0 people"_s));
    (void)DemoShop::must(m_shop->shop().endVisit(second, {}));
    QTRY_COMPARE(visit().step(), Step::Dates);
}

void FirstScreensTest::flow2_5_aSlipIsShownBeforeLeavingAndBringsBack()
{
    const TokenPass first = somebodyInTheShop();
    signInAsGuest();
    auto *queue = show<QueueScreen>();
    QTRY_VERIFY(visit().queue().place());
    const QString number = visit().queue().place()->token.number.text(), code = visit().queue().slipCode();
    QVERIFY(queue->frame().main.isEmpty());
    queue->sidePressed();
    QVERIFY(queue->findChild<PaperView *>()->isVisible() && queue->frame().mainEnabled);
    queue->mainPressed();
    QTRY_COMPARE(visit().step(), Step::Attract);
    visit().touch();
    show<SignInScreen>()->scanned(code);
    QTRY_COMPARE(visit().step(), Step::Queue);
    QTRY_VERIFY(visit().queue().place());
    QCOMPARE(visit().queue().place()->token.number.text(), number);
}

void FirstScreensTest::aForgedSlipIsToldSo()
{
    visit().touch();
    show<SignInScreen>()->scanned(u"FOYER-Q1:abc"_s);
    QVERIFY(visit().problem());
    QCOMPARE(visit().problem()->refused->why, Refusal::TokenUnknown);
}

void FirstScreensTest::flow3_2_everyDateOfADayIsListed()
{
    signInAsGuest();
    auto *screen = show<DatesScreen>();
    QTRY_VERIFY(!rows(*screen).isEmpty());
    const QTimeZone zone("Asia/Seoul");
    for (auto *day : screen->findChildren<DayButton *>()) {
        if (!day->isVisible() || !day->isEnabled())
            continue;
        QTest::mouseClick(day, Qt::LeftButton);
        const auto &offers = visit().dates().offers();
        const auto onDay = std::count_if(offers.begin(), offers.end(), [&](const PerformanceOffer &offer) {
            return offer.performance.startsAt.toTimeZone(zone).date().day() == day->text().toInt() &&
                   day->accessibleName().contains(offer.performance.startsAt.toTimeZone(zone).toString(u"HH:mm"_s));
        });
        QVERIFY(onDay >= rows(*screen).size());
        static const QRegularExpression timeAndNote(u"\\d\\d:\\d\\d \\S"_s); // a note may end with when sales open
        QCOMPARE(day->accessibleName().count(timeAndNote), rows(*screen).size());
    }
}

void FirstScreensTest::flow3_2_whatIsNotYetOnSaleCantBeChosen()
{
    signInAsGuest();
    auto *screen = show<DatesScreen>();
    QTRY_VERIFY(!rows(*screen).isEmpty());
    const auto &offers = visit().dates().offers();
    QVERIFY(std::any_of(offers.begin(), offers.end(),
        [](const PerformanceOffer &offer) { return offer.window == SalesWindow::NotYetOpen; }));
    const auto opensLater = [&] {
        for (auto *row : rows(*screen))
            if (row->accessibleName().contains(u"Opens "_s))
                return row;
        return static_cast<OfferRow *>(nullptr);
    };
    for (int month = 0; month < 3 && !opensLater(); ++month) {
        for (auto *day : screen->findChildren<DayButton *>())
            if (day->isVisible() && day->isEnabled() && !opensLater())
                QTest::mouseClick(day, Qt::LeftButton);
        if (!opensLater())
            for (auto *next : screen->findChildren<ActionButton *>())
                if (next->accessibleName() == u"Next month"_s)
                    QTest::mouseClick(next, Qt::LeftButton);
    }
    QVERIFY(opensLater());
    QVERIFY(!opensLater()->isEnabled());
    QTest::mouseClick(opensLater(), Qt::LeftButton);
    QCOMPARE(visit().step(), Step::Dates);
}

void FirstScreensTest::flow3_2_aDateLeadsToItsSeats()
{
    signInAsGuest();
    auto *screen = show<DatesScreen>();
    QTRY_VERIFY(!rows(*screen).isEmpty());
    const auto shown = rows(*screen);
    const auto bookable =
        std::find_if(shown.begin(), shown.end(), [](const OfferRow *row) { return row->isEnabled(); });
    QVERIFY(bookable != shown.end()); // the first day with something to book is preselected
    QTest::mouseClick(*bookable, Qt::LeftButton);
    QCOMPARE(visit().step(), Step::Seats);
}

void FirstScreensTest::everyScreenSpeaksTheLanguageInUse()
{
    signInAsGuest();
    show<AttractScreen>();
    show<SignInScreen>();
    show<RegisterScreen>();
    show<QueueScreen>();
    auto *dates = show<DatesScreen>();
    QTRY_VERIFY(!rows(*dates).isEmpty());
    m_translator.use(u"ko"_s);
    for (const auto &screen : m_screens) {
        screen->retranslate();
        for (const auto *label : screen->findChildren<Label *>())
            QVERIFY2(!label->text().contains(QRegularExpression(u"[A-Za-z]{4,}"_s)), qPrintable(label->text()));
        for (const auto *button : screen->findChildren<QAbstractButton *>())
            QVERIFY2(!button->text().contains(QRegularExpression(u"[A-Za-z]{4,}"_s)), qPrintable(button->text()));
        QVERIFY(!screen->frame().main.contains(QRegularExpression(u"[a-z]"_s)));
        QVERIFY(!screen->frame().side.contains(QRegularExpression(u"[a-z]"_s)));
    }
    m_translator.use(u"en"_s);
}

QTEST_MAIN(FirstScreensTest)
#include "FirstScreensTest.moc"
