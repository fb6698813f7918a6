#include "GridPlan.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/Countdown.h"
#include "ui/widgets/Counter.h"
#include "ui/widgets/DayButton.h"
#include "ui/widgets/DigitsField.h"
#include "ui/widgets/FrameBar.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Keypad.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/MonthCalendar.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/OfferRow.h"
#include "ui/widgets/SeatChip.h"
#include "ui/widgets/SeatMapView.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QFontDatabase>
#include <QSignalSpy>
#include <QtTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double density = 2.75;

QList<ActionButton *> keysOf(Keypad &keypad)
{
    QList<ActionButton *> keys = keypad.findChildren<ActionButton *>();
    return keys;
}

ActionButton *keyNamed(Keypad &keypad, const QString &text)
{
    for (ActionButton *key : keysOf(keypad))
        if (key->text() == text)
            return key;
    return nullptr;
}

DayButton *dayOf(MonthCalendar &calendar, int day) { return calendar.findChildren<DayButton *>()[day - 1]; }

void fill(MonthCalendar &calendar)
{
    calendar.setLocale(QLocale(QLocale::Korean, QLocale::SouthKorea));
    calendar.setWords(u"Previous month"_s, u"Next month"_s);
    QHash<QDate, DayMark> marks;
    for (const int day : {22, 24, 25, 29})
        marks.insert(QDate(2026, 11, day), {{Availability::OnSale}, u"%1 November"_s.arg(day)});
    calendar.setMonth(QDate(2026, 11, 1), u"2026년 11월"_s, marks);
    calendar.resize(900, 900);
}

} // namespace

/// Real widgets, pressed as people press them.
class WidgetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void buttonActsOnRelease();
    void slidingOffCancels();
    void enterPressesAFocusedButton();
    void keypadByTouch();
    void keypadByKeyboard();
    void maskedDigitsAreNeverSpoken();
    void countdownTellsMinutesAndSeconds();
    void aCounterKeepsTheFocusAtItsLimits();
    void calendarByTouchAndKeyboard();
    void calendarLeavesOutTheWeeksThatAreOver();
    void calendarAsksForOtherMonths();
    void noticeOffersAWayOn();
    void aNoticeWithoutATitleIsReadAsOne();
    void everyControlHasANameAndIsLargeEnough_data();
    void everyControlHasANameAndIsLargeEnough();
    void largeTextIsNotCut();
    void newThemeReachesShownWidgets();
};

void WidgetsTest::initTestCase()
{
    const QString fonts = qEnvironmentVariable("FOYER_SOURCE") + u"/resources/fonts/"_s;
    for (const QString &file : {u"Pretendard-Regular.otf"_s, u"Pretendard-SemiBold.otf"_s})
        QVERIFY2(QFontDatabase::addApplicationFont(fonts + file) >= 0, qPrintable(fonts + file));
    FoyerStyle::wear(*qApp, Theme(ThemeKind::Dark, density, 100));
}

void WidgetsTest::buttonActsOnRelease()
{
    ActionButton button(ButtonLook::Primary);
    button.resize(300, 120);
    QSignalSpy clicked(&button, &ActionButton::clicked);
    QTest::mousePress(&button, Qt::LeftButton, {}, {50, 50});
    QVERIFY(button.isDown());
    QCOMPARE(clicked.count(), 0);
    QTest::mouseRelease(&button, Qt::LeftButton, {}, {60, 50});
    QCOMPARE(clicked.count(), 1);
}

void WidgetsTest::slidingOffCancels()
{
    ActionButton button(ButtonLook::Primary);
    button.resize(300, 120);
    button.show();
    QSignalSpy clicked(&button, &ActionButton::clicked);
    QTest::mousePress(&button, Qt::LeftButton, {}, {50, 50});
    QTest::mouseMove(&button, {50, 400});
    QTest::mouseRelease(&button, Qt::LeftButton, {}, {50, 400});
    QCOMPARE(clicked.count(), 0);
    QVERIFY(!button.isDown());
}

void WidgetsTest::enterPressesAFocusedButton()
{
    ActionButton button(ButtonLook::Secondary);
    QSignalSpy clicked(&button, &ActionButton::clicked);
    QTest::keyPress(&button, Qt::Key_Return);
    QVERIFY(button.isDown());
    QTest::keyRelease(&button, Qt::Key_Return);
    QCOMPARE(clicked.count(), 1);
    QTest::keyClick(&button, Qt::Key_Space);
    QCOMPARE(clicked.count(), 2);
}

void WidgetsTest::keypadByTouch()
{
    Keypad keypad;
    keypad.setWords(u"Delete"_s, u"OK"_s);
    keypad.resize(800, 600);
    QSignalSpy digit(&keypad, &Keypad::digit), erased(&keypad, &Keypad::erased), accepted(&keypad, &Keypad::accepted);
    for (int value = 0; value <= 9; ++value)
        QTest::mouseClick(keyNamed(keypad, QString::number(value)), Qt::LeftButton);
    QTest::mouseClick(keyNamed(keypad, u"Delete"_s), Qt::LeftButton);
    QTest::mouseClick(keyNamed(keypad, u"OK"_s), Qt::LeftButton);
    QCOMPARE(digit.count(), 10);
    for (int value = 0; value <= 9; ++value)
        QCOMPARE(digit[value][0].toInt(), value);
    QCOMPARE(erased.count(), 1);
    QCOMPARE(accepted.count(), 1);
}

void WidgetsTest::keypadByKeyboard()
{
    Keypad keypad;
    keypad.setWords(u"Delete"_s, u"OK"_s);
    keypad.show();
    keypad.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&keypad));
    QSignalSpy digit(&keypad, &Keypad::digit), erased(&keypad, &Keypad::erased), accepted(&keypad, &Keypad::accepted);
    keyNamed(keypad, u"1"_s)->setFocus();
    QTest::keyClick(keypad.focusWidget(), Qt::Key_Right);
    QTest::keyClick(keypad.focusWidget(), Qt::Key_Down);
    QTest::keyClick(keypad.focusWidget(), Qt::Key_Return); // presses what has the focus
    QCOMPARE(digit.takeFirst()[0].toInt(), 5);
    QTest::keyClick(keypad.focusWidget(), Qt::Key_7);
    QCOMPARE(digit.takeFirst()[0].toInt(), 7);
    QTest::keyClick(keypad.focusWidget(), Qt::Key_Backspace);
    QCOMPARE(erased.count(), 1);
    QTest::keyClick(keypad.focusWidget(), Qt::Key_Return); // after typing it accepts
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(digit.count(), 0);
}

void WidgetsTest::maskedDigitsAreNeverSpoken()
{
    DigitsField pin({6}, DigitsField::Show::Masked);
    pin.setName(u"PIN"_s);
    pin.setDigits(u"4821"_s);
    QVERIFY(!pin.accessibleDescription().contains(u'4'));
    QCOMPARE(pin.accessibleDescription().size(), 4);
}

void WidgetsTest::aCounterKeepsTheFocusAtItsLimits()
{
    Counter counter;
    counter.setName(u"Seats"_s, u"Fewer"_s, u"More"_s);
    counter.setRange(1, 3);
    counter.setValue(1);
    counter.show();
    QVERIFY(QTest::qWaitForWindowActive(&counter));
    const auto buttons = counter.findChildren<ActionButton *>();
    buttons[1]->setFocus();
    QTest::keyClick(buttons[1], Qt::Key_Return);
    QVERIFY(buttons[1]->hasFocus());
    QTest::keyClick(buttons[1], Qt::Key_Return);
    QCOMPARE(counter.value(), 3);
    QVERIFY(buttons[0]->hasFocus() && buttons[0]->isEnabled() && !buttons[1]->isEnabled());
}

void WidgetsTest::countdownTellsMinutesAndSeconds()
{
    Countdown countdown;
    countdown.setWording(u"held for %1"_s);
    countdown.setRemaining(std::chrono::seconds(184), std::chrono::minutes(5));
    QCOMPARE(countdown.accessibleName(), u"held for 3:04"_s);
    const int width = countdown.sizeHint().width();
    countdown.setRemaining(std::chrono::seconds(71), std::chrono::minutes(5));
    QCOMPARE(countdown.sizeHint().width(), width);
    countdown.setRemaining(std::chrono::seconds(-5), std::chrono::minutes(5));
    QCOMPARE(countdown.accessibleName(), u"held for 0:00"_s);
}

void WidgetsTest::calendarByTouchAndKeyboard()
{
    MonthCalendar calendar;
    fill(calendar);
    calendar.show();
    calendar.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&calendar));
    QSignalSpy chosen(&calendar, &MonthCalendar::dayChosen);
    QTest::mouseClick(dayOf(calendar, 3), Qt::LeftButton); // nothing is on that day
    QCOMPARE(chosen.count(), 0);
    QTest::mouseClick(dayOf(calendar, 24), Qt::LeftButton);
    QCOMPARE(chosen.takeFirst()[0].toDate(), QDate(2026, 11, 24));
    dayOf(calendar, 22)->setFocus();
    QTest::keyClick(calendar.focusWidget(), Qt::Key_Right); // past the 23rd
    QVERIFY(dayOf(calendar, 24)->hasFocus());
    dayOf(calendar, 22)->setFocus();
    QTest::keyClick(calendar.focusWidget(), Qt::Key_Down);
    QVERIFY(dayOf(calendar, 29)->hasFocus());
    QTest::keyClick(calendar.focusWidget(), Qt::Key_Return);
    QCOMPARE(chosen.takeFirst()[0].toDate(), QDate(2026, 11, 29));
    QVERIFY(dayOf(calendar, 29)->isChecked());
    QVERIFY(!dayOf(calendar, 24)->isChecked());
}

void WidgetsTest::calendarLeavesOutTheWeeksThatAreOver()
{
    MonthCalendar calendar;
    fill(calendar);
    const auto shown = [&](int day) { return !dayOf(calendar, day)->isHidden(); };
    QVERIFY(shown(1));
    calendar.setRange(QDate(2026, 11, 24), QDate(2027, 1, 2));
    QVERIFY(!shown(21) && shown(22) && shown(30)); // a Korean week begins on Sunday, the 22nd
    calendar.setMonth(QDate(2026, 12, 1), u"2026년 12월"_s, {});
    QVERIFY(shown(1) && shown(31));
}

void WidgetsTest::calendarAsksForOtherMonths()
{
    MonthCalendar calendar;
    fill(calendar);
    QSignalSpy wanted(&calendar, &MonthCalendar::monthWanted);
    for (ActionButton *button : calendar.findChildren<ActionButton *>())
        QTest::mouseClick(button, Qt::LeftButton);
    QTest::keyClick(&calendar, Qt::Key_PageDown);
    QCOMPARE(wanted.count(), 3);
    QCOMPARE(wanted[0][0].toDate(), QDate(2026, 10, 1));
    QCOMPARE(wanted[1][0].toDate(), QDate(2026, 12, 1));
    QCOMPARE(wanted[2][0].toDate(), QDate(2026, 12, 1));
}

void WidgetsTest::noticeOffersAWayOn()
{
    Notice notice;
    notice.setMessage(Glyph::Warning, Tone::Warn, u"Seat 13 was just sold"_s, u"Nothing was charged."_s);
    notice.setAction(u"Take 11 and 12"_s);
    QSignalSpy wanted(&notice, &Notice::actionWanted), other(&notice, &Notice::otherActionWanted);
    const auto buttons = notice.findChildren<ActionButton *>();
    QVERIFY(buttons[1]->isHidden());
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(other.count(), 0);
    QVERIFY(notice.accessibleName().contains(u"Nothing was charged."_s));
}

void WidgetsTest::aNoticeWithoutATitleIsReadAsOne()
{
    Notice notice;
    const QList<Label *> labels = notice.findChildren<Label *>();
    notice.setMessage(Glyph::Warning, Tone::Warn, u"Seat 13 was just sold"_s, u"Nothing was charged."_s);
    const int detail = labels[1]->sizeHint().height();
    notice.setMessage(Glyph::Warning, Tone::Warn, {}, u"Nothing was charged."_s);
    QVERIFY(labels[0]->isHidden() && labels[1]->sizeHint().height() > detail);
    QCOMPARE(notice.accessibleName(), u"Nothing was charged."_s);
    notice.resize(900, 100);
    notice.show();
    QVERIFY(QTest::qWaitForWindowExposed(&notice));
    const auto *icon = notice.findChild<Icon *>();
    QVERIFY(std::abs(labels[1]->geometry().center().y() - icon->geometry().center().y()) <= 1);
}

void WidgetsTest::everyControlHasANameAndIsLargeEnough_data()
{
    QTest::addColumn<int>("textPercent");
    QTest::newRow("100 %") << 100;
    QTest::newRow("200 %") << 200;
}

void WidgetsTest::everyControlHasANameAndIsLargeEnough()
{
    QFETCH(int, textPercent);
    FoyerStyle::wear(*qApp, Theme(ThemeKind::Dark, density, textPercent));
    const auto restore = qScopeGuard([] { FoyerStyle::wear(*qApp, Theme(ThemeKind::Dark, density, 100)); });
    QWidget page;
    auto *column = new QVBoxLayout(&page);
    auto *keypad = new Keypad(&page);
    keypad->setWords(u"지움"_s, u"확인"_s);
    auto *calendar = new MonthCalendar(&page);
    fill(*calendar);
    auto *map = new SeatMapView(&page);
    map->setWords({u"Seat map"_s, u"Closer"_s, u"Further"_s, u"Whole hall"_s});
    auto *frame = new FrameBar(&page);
    frame->setWords({u"이전"_s, u"처음으로"_s, u"직원 호출"_s, u"English"_s, u"글자·화면"_s});
    frame->setMain(u"2석 예매하기"_s, true);
    auto *offer = new OfferRow(&page);
    offer->setOffer({.lead = u"14:00"_s, .title = u"달의 정원"_s, .price = u"₩55,000"_s});
    auto *chip = new SeatChip(u"1층 G열 12번"_s, u"1층 G열 12번 빼기"_s, &page);
    for (QWidget *part : QList<QWidget *>{keypad, calendar, map, offer, chip, frame})
        column->addWidget(part);
    page.resize(1080, 3600);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));

    for (const auto *button : page.findChildren<QAbstractButton *>()) {
        if (!button->isVisible())
            continue;
        auto *accessible = QAccessible::queryAccessibleInterface(const_cast<QAbstractButton *>(button));
        QVERIFY(accessible && !accessible->text(QAccessible::Name).isEmpty());
        const QByteArray name = accessible->text(QAccessible::Name).toUtf8();
        QVERIFY2(button->width() >= 20 * density && button->height() >= 20 * density, name);
    }
    QVERIFY(!map->accessibleName().isEmpty());
}

void WidgetsTest::largeTextIsNotCut()
{
    FoyerStyle::wear(*qApp, Theme(ThemeKind::Dark, density, 200));
    const auto restore = qScopeGuard([] { FoyerStyle::wear(*qApp, Theme(ThemeKind::Dark, density, 100)); });
    ActionButton button(ButtonLook::Primary);
    button.setText(u"G열 11·12번으로 바꾸기 (같은 가격)"_s);
    QVERIFY(button.heightForWidth(420) > button.heightForWidth(2000));
    Label label(TypeRole::Title, u"어떻게 구매하시겠어요?"_s);
    QVERIFY(label.heightForWidth(500) > label.heightForWidth(3000));
    FrameBar frame;
    frame.setWords({u"Back"_s, u"Start over"_s, u"Call staff"_s, u"한국어"_s, u"Text, display"_s});
    frame.resize(1080, frame.heightForWidth(1080));
    frame.show();
    for (const ActionButton *part : frame.findChildren<ActionButton *>())
        if (part->isVisible()) {
            QVERIFY(part->width() >= part->minimumSizeHint().width());
            QVERIFY(part->height() >= part->heightForWidth(part->width()));
        }
}

void WidgetsTest::newThemeReachesShownWidgets()
{
    Label label(TypeRole::Body, u"언제 보시겠어요?"_s);
    label.show();
    const QSize before = label.sizeHint();
    FoyerStyle::wear(*qApp, Theme(ThemeKind::Light, density, 150));
    const auto restore = qScopeGuard([] { FoyerStyle::wear(*qApp, Theme(ThemeKind::Dark, density, 100)); });
    QVERIFY(label.sizeHint().width() > before.width() * 1.4);
    QCOMPARE(FoyerStyle::of(&label).kind(), ThemeKind::Light);
    QTRY_COMPARE(label.palette().color(QPalette::WindowText), colorsOf(ThemeKind::Light).ink);
}

QTEST_MAIN(WidgetsTest)
#include "WidgetsTest.moc"
