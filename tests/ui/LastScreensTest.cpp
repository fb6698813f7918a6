#include "devices/SimulatedTenderDevice.h"
#include "documents/Fonts.h"
#include "services/TenderDesk.h"
#include "support/HallShop.h"
#include "ui/screens/CheckoutScreen.h"
#include "ui/screens/FarewellScreen.h"
#include "ui/screens/OutOfServiceScreen.h"
#include "ui/screens/SeatsScreen.h"
#include "ui/screens/TenderScreen.h"
#include "ui/screens/TicketScreen.h"
#include "ui/screens/WalletScreen.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/FrameBar.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Keypad.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/PaperView.h"
#include "ui/widgets/SeatChip.h"
#include "ui/widgets/SeatMapView.h"
#include "wording/Translator.h"

#include <QBoxLayout>
#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Behaviour = SimulatorScript::Behaviour;

namespace {

/// Takes money and gives none back; some of them say that they could.
class TakingDevice final : public TenderDevice
{
public:
    TakingDevice(TenderKind kind, const QString &memory, SimulatorScript script, bool promises)
        : m_device(kind, memory, script), m_promises(promises)
    {
        connect(&m_device, &TenderDevice::answered, this, &TenderDevice::answered);
        connect(&m_device, &TenderDevice::progressed, this, &TenderDevice::progressed);
    }
    TenderKind kind() const override { return m_device.kind(); }
    bool isDemo() const override { return true; }
    bool canGiveMoney() const override { return m_promises; }
    void ask(const Tender &tender) override
    {
        if (tender.direction == TenderDirection::In)
            m_device.ask(tender);
        else
            Q_EMIT answered(tender.id, DeviceAnswer::Declined);
    }
    void query(const Tender &tender) override { m_device.query(tender); }
    void cancel(const Tender &tender) override { m_device.cancel(tender); }

private:
    SimulatedTenderDevice m_device;
    bool m_promises;
};

enum class Gives { All, CardOnly, Nothing }; ///< of what it took

/// One customer at one kiosk: the screens of the steps from the seats on, in a frame, over a real shop.
class Kiosk : public QWidget
{
public:
    explicit Kiosk(Behaviour behaviour = Behaviour::Approve, Gives gives = Gives::All)
        : card(TenderKind::Card, demo.file(u"demo-card"_s), {behaviour, 40ms}),
          cash(TenderKind::Cash, demo.file(u"demo-cash"_s), {behaviour, 40ms}),
          taking(TenderKind::Card, demo.file(u"demo-taking"_s), {behaviour, 40ms}, false),
          jammed(TenderKind::Cash, demo.file(u"demo-jammed"_s), {behaviour, 40ms}, true),
          desk(demo.shop(), gives == Gives::All        ? QList<TenderDevice *>{&card, &cash}
                            : gives == Gives::CardOnly ? QList<TenderDevice *>{&card, &jammed}
                                                       : QList<TenderDevice *>{&taking}),
          visit(demo.shop(), desk), bar(new FrameBar(this)), column(new QVBoxLayout(this))
    {
        screens = {{Step::Seats, new SeatsScreen(visit, this)}, {Step::Checkout, new CheckoutScreen(visit, this)},
            {Step::Wallet, new WalletScreen(visit, this)}, {Step::Tender, new TenderScreen(visit, this)},
            {Step::Ticket, new TicketScreen(visit, this)}, {Step::Farewell, new FarewellScreen(visit, this)},
            {Step::OutOfService, new OutOfServiceScreen(visit, this)}};
        for (Screen *screen : std::as_const(screens)) {
            screen->hide();
            column->addWidget(screen, 1);
            connect(screen, &Screen::frameChanged, this, [this, screen] {
                if (screen == now)
                    showFrame();
            });
        }
        column->addWidget(bar);
        connect(&visit, &VisitModel::stepChanged, this, &Kiosk::showStep);
        connect(bar, &FrameBar::mainWanted, this, [this] { now->mainPressed(); });
        connect(bar, &FrameBar::sideWanted, this, [this] { now->sidePressed(); });
        connect(bar, &FrameBar::backWanted, &visit, &VisitModel::back);
        resize(1080, 1600);
        show();
    }

    void showStep(Step step)
    {
        if (now)
            now->hide();
        now = screens.value(step);
        if (!now)
            return;
        now->begin();
        now->show();
        showFrame();
    }
    void showFrame()
    {
        const Screen::Frame frame = now->frame();
        bar->setMain(frame.main, frame.mainEnabled);
        bar->setSide(frame.side, frame.sideEnabled);
        bar->setBackEnabled(frame.canGoBack);
        bar->setStartOverEnabled(frame.canStartOver);
    }

    /// As a guest to the seats of a performance of this show.
    void goToSeats(const QString &show)
    {
        visit.touch();
        visit.continueAsGuest();
        QTRY_VERIFY(!offerOf(show).isNull());
        visit.chooseDate(offerOf(show));
        QTRY_VERIFY(visit.seats().date());
    }
    PerformanceKey offerOf(const QString &show)
    {
        for (const PerformanceOffer &offer : visit.dates().offers())
            if (visit.step() == Step::Dates && offer.show.id == show && offer.isBookable())
                return offer.performance.key;
        return {};
    }
    QList<SeatIndex> freeSeats(int count)
    {
        QList<SeatIndex> seats;
        for (qint32 i = 0; seats.size() < count; ++i)
            if (visit.seats().shown(SeatIndex{i}) == SeatShown::Free)
                seats.append(SeatIndex{i});
        return seats;
    }
    /// To the checkout of seats that anybody may see ("paper-whale") or that have an age rating.
    void goToCheckout(int seats, const QString &show = u"paper-whale"_s)
    {
        goToSeats(show);
        for (const SeatIndex seat : freeSeats(seats)) {
            const qsizetype before = visit.seats().hold() ? visit.seats().hold()->seats.size() : 0;
            visit.seats().toggle(seat);
            QTRY_VERIFY(visit.seats().hold() && visit.seats().hold()->seats.size() == before + 1);
        }
        pressMain();
        QTRY_COMPARE(visit.step(), Step::Checkout);
        QTRY_VERIFY(visit.checkout().balance());
    }

    void pressMain() { QTest::mouseClick(bar->mainAction(), Qt::LeftButton); }
    void pressSide() { QTest::mouseClick(bar->sideAction(), Qt::LeftButton); }
    ActionButton *button(const QString &text)
    {
        for (auto *found : now->findChildren<ActionButton *>())
            if (found->text() == text && !found->isHidden())
                return found;
        return nullptr;
    }
    bool shows(const QString &part)
    {
        for (auto *label : now->findChildren<Label *>())
            if (label->isVisible() && label->text().contains(part))
                return true;
        return false;
    }

    test::HallShop demo;
    SimulatedTenderDevice card, cash;
    TakingDevice taking, jammed;
    TenderDesk desk;
    VisitModel visit;
    FrameBar *bar;
    QVBoxLayout *column;
    QHash<Step, Screen *> screens;
    Screen *now = nullptr;
};

} // namespace

/// From the seats to the door, on the real widgets over a real shop. Numbers are those of FLOWS.
class LastScreensTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aTapHoldsASeatAndAChipGivesItBack_5_4();
    void theNextSeatStaysWhereItIsWhenOneIsChosen_5_1();
    void aSeatTakenElsewhereChangesOnTheMap_4_3();
    void theHoldIsCountedDownAndProlongedOnce_5_4();
    void theMissingAmountIsNamedAndPaid_8_3();
    void payCantBePressedTwice_8_4();
    void aDeclinedTenderLeadsBackToTheSameCheckout_7_1();
    void aDoubtfulTenderCantBeLeft_8_4();
    void aTenderCanBeCancelledOnce_8_4();
    void whatToPayAndDoNeedsNoScrolling_8_4();
    void theAgeRatingIsConfirmedOnce_8_8();
    void aReducedTypeNamesItsProof_8_8();
    void toppingUpOwnAmountGoesOnWithTheCheckout_8_3();
    void theTicketScreenShowsPapersAndWaysOn_8_7();
    void aGuestsMoneyGoesBack_8_6();
    void aGuestsMoneyBecomesAClaimCode_8_6();
    void aCodeIsShownOnceAllThatCanBeGivenIs_8_6();
    void outOfServiceOffersNothing();
    void everyScreenSpeaksKorean();

private:
    std::unique_ptr<Translator> m_translator;
};

void LastScreensTest::initTestCase()
{
    loadFonts();
    FoyerStyle::wear(*qApp, Theme(ThemeKind::Dark, 2.75, 100, Place::Kiosk, Motion::Reduced));
    m_translator = std::make_unique<Translator>();
    m_translator->use(u"en"_s);
}

void LastScreensTest::aTapHoldsASeatAndAChipGivesItBack_5_4()
{
    Kiosk kiosk;
    kiosk.goToSeats(u"moon-garden"_s);
    QVERIFY(!kiosk.bar->mainAction()->isEnabled());
    auto *map = kiosk.now->findChild<SeatMapView *>();
    QTRY_VERIFY(map->isVisible() && map->width() > 500);
    while (!map->canTapSeats())
        map->zoomIn();
    const SeatIndex seat = kiosk.freeSeats(1).constFirst();
    map->setCurrentSeat(seat);
    QTest::mouseClick(map, Qt::LeftButton, {}, map->rectOf(seat).center());
    QCOMPARE(kiosk.visit.seats().shown(seat), SeatShown::Yours); // at once, before the store's answer
    QTRY_COMPARE(kiosk.bar->mainAction()->text(), u"Continue with 1 seat"_s);
    QVERIFY(kiosk.bar->mainAction()->isEnabled());
    const auto chips = kiosk.now->findChildren<SeatChip *>();
    QVERIFY(chips.constLast()->isVisible() && !chips.constLast()->visibleRegion().isEmpty());
    QTest::mouseClick(chips.constLast(), Qt::LeftButton);
    QTRY_VERIFY(!kiosk.bar->mainAction()->isEnabled());
    QTRY_COMPARE(kiosk.visit.seats().shown(seat), SeatShown::Free);
}

void LastScreensTest::theNextSeatStaysWhereItIsWhenOneIsChosen_5_1()
{
    Kiosk kiosk;
    kiosk.goToSeats(u"moon-garden"_s);
    auto *map = kiosk.now->findChild<SeatMapView *>();
    QTRY_VERIFY(map->isVisible() && map->width() > 500);
    QTest::qWait(50); // what was laid out anew is laid out
    while (!map->canTapSeats())
        map->zoomIn();
    const QList<SeatIndex> seats = kiosk.freeSeats(2);
    map->setCurrentSeat(seats[1]);
    map->setCurrentSeat(seats[0]);
    const QPoint next = map->mapTo(&kiosk, map->rectOf(seats[1]).center());
    QTest::mouseClick(map, Qt::LeftButton, {}, map->rectOf(seats[0]).center());
    QTRY_VERIFY(kiosk.visit.seats().hold() && kiosk.bar->mainAction()->isEnabled());
    QTest::qWait(50);
    QCOMPARE(map->mapTo(&kiosk, map->rectOf(seats[1]).center()), next);
}

void LastScreensTest::aSeatTakenElsewhereChangesOnTheMap_4_3()
{
    Kiosk kiosk;
    kiosk.goToSeats(u"moon-garden"_s);
    const SeatIndex seat = kiosk.freeSeats(1).constFirst();
    const PerformanceKey performance = kiosk.visit.seats().date()->offer.performance.key;
    auto guest = kiosk.demo.shop().continueAsGuest();
    QTRY_VERIFY(guest.isFinished());
    auto held = kiosk.demo.shop().hold(guest.result().value().pass, performance, {seat});
    QTRY_COMPARE(kiosk.visit.seats().shown(seat), SeatShown::Taken);
    kiosk.now->findChild<SeatMapView *>()->setCurrentSeat(seat);
    QTest::keyClick(kiosk.now->findChild<SeatMapView *>(), Qt::Key_Return);
    QVERIFY(kiosk.visit.problem() && kiosk.visit.problem()->refused->why == Refusal::SeatTaken);
}

void LastScreensTest::theHoldIsCountedDownAndProlongedOnce_5_4()
{
    Kiosk kiosk;
    kiosk.goToCheckout(1);
    QVERIFY(!kiosk.button(u"Hold longer"_s));
    kiosk.demo.clock.advance(3min + 30s);
    kiosk.visit.activity();
    auto *longer = kiosk.button(u"Hold longer"_s);
    QVERIFY(longer);
    QTest::mouseClick(longer, Qt::LeftButton);
    QTRY_VERIFY(kiosk.visit.seats().hold()->prolonged);
    QVERIFY(kiosk.visit.timeLeft() > 6min);
    QVERIFY(!kiosk.button(u"Hold longer"_s));
}

void LastScreensTest::theMissingAmountIsNamedAndPaid_8_3()
{
    Kiosk kiosk;
    kiosk.goToCheckout(2);
    const QString amount = Wording().money(kiosk.visit.checkout().total());
    QCOMPARE(kiosk.bar->mainAction()->text(), u"Pay %1 by card (demo)"_s.arg(amount));
    QCOMPARE(kiosk.bar->sideAction()->text(), u"Pay %1 in cash (demo)"_s.arg(amount));
    QVERIFY(kiosk.shows(u"Still missing"_s) && kiosk.shows(amount));
    kiosk.pressMain();
    QTRY_COMPARE(kiosk.visit.step(), Step::Tender);
    QVERIFY(kiosk.shows(u"no real money"_s));
    QVERIFY(!kiosk.now->frame().canGoBack && !kiosk.now->frame().canStartOver);
    QTRY_COMPARE(kiosk.visit.step(), Step::Ticket);
    QCOMPARE(kiosk.visit.order()->tickets.size(), 2);
    QCOMPARE(kiosk.card.moneyTaken(), kiosk.visit.order()->total);
}

void LastScreensTest::payCantBePressedTwice_8_4()
{
    Kiosk kiosk;
    kiosk.goToCheckout(1);
    const Money total = kiosk.visit.checkout().total();
    kiosk.pressMain();
    QVERIFY(!kiosk.bar->mainAction()->isEnabled() && !kiosk.bar->sideAction()->isEnabled());
    kiosk.pressMain();
    kiosk.pressSide();
    QTRY_COMPARE(kiosk.visit.step(), Step::Ticket);
    QCOMPARE(kiosk.card.moneyTaken() + kiosk.cash.moneyTaken(), total);
}

void LastScreensTest::aDeclinedTenderLeadsBackToTheSameCheckout_7_1()
{
    Kiosk kiosk(Behaviour::Decline);
    kiosk.goToCheckout(1);
    kiosk.pressMain();
    QTRY_COMPARE(kiosk.visit.step(), Step::Tender);
    QTRY_COMPARE(kiosk.visit.step(), Step::Checkout);
    QCOMPARE(kiosk.visit.problem()->refused->why, Refusal::TenderDeclined);
    QTRY_VERIFY(kiosk.bar->mainAction()->isEnabled());
    QVERIFY(kiosk.button(u"Top up another amount"_s)->isEnabled());
    QCOMPARE(kiosk.visit.seats().hold()->seats.size(), 1);
}

void LastScreensTest::aDoubtfulTenderCantBeLeft_8_4()
{
    Kiosk kiosk(Behaviour::UnknownFirst);
    kiosk.goToCheckout(1);
    kiosk.pressMain();
    QTRY_VERIFY(kiosk.visit.tender().isInDoubt());
    QVERIFY(kiosk.shows(u"We are asking the card terminal."_s));
    QVERIFY(kiosk.shows(u"Please don't pay again."_s));
    QVERIFY(kiosk.bar->sideAction()->isHidden() && kiosk.bar->mainAction()->isHidden());
    kiosk.now->sidePressed();
    kiosk.visit.back();
    kiosk.visit.startOver();
    QCOMPARE(kiosk.visit.step(), Step::Tender);
    QVERIFY(!kiosk.visit.tender().isCancelling());
    kiosk.demo.clock.advance(11s); // the terminal is asked again, and tells
    QTRY_COMPARE(kiosk.visit.step(), Step::Ticket);
}

void LastScreensTest::aTenderCanBeCancelledOnce_8_4()
{
    Kiosk kiosk(Behaviour::ApproveLate);
    kiosk.goToCheckout(1);
    kiosk.pressMain();
    QTRY_COMPARE(kiosk.visit.step(), Step::Tender);
    QCOMPARE(kiosk.bar->sideAction()->text(), u"Cancel this payment"_s);
    kiosk.pressSide();
    QVERIFY(!kiosk.bar->sideAction()->isEnabled());
    QCOMPARE(kiosk.bar->sideAction()->text(), u"Cancelling…"_s);
    QTRY_VERIFY(kiosk.visit.step() == Step::Ticket || kiosk.visit.step() == Step::Checkout); // the device decides
}

/// Between the head and the bar of a wide screen is little room for large letters.
void LastScreensTest::whatToPayAndDoNeedsNoScrolling_8_4()
{
    const auto restore =
        qScopeGuard([] { FoyerStyle::wear(*qApp, Theme(ThemeKind::Dark, 2.75, 100, Place::Kiosk, Motion::Reduced)); });
    Kiosk kiosk(Behaviour::ApproveLate);
    kiosk.goToCheckout(1);
    kiosk.pressMain();
    QTRY_COMPARE(kiosk.visit.step(), Step::Tender);
    const auto *icon = kiosk.now->findChild<Icon *>();
    QVERIFY(icon->isVisible());
    FoyerStyle::wear(*qApp, Theme(ThemeKind::Dark, 2.75 * 2 / 3, 200)); // as it is worn on 1280x800
    kiosk.resize(1280, 800);
    QTRY_VERIFY(!icon->isVisible());
    int needed = kiosk.now->findChild<Amount *>()->minimumSizeHint().height();
    for (const Label *label : kiosk.now->findChildren<Label *>())
        if (label->isVisible())
            needed += label->heightForWidth(1200);
    QVERIFY2(needed < 350, QByteArray::number(needed));
    kiosk.resize(800, 1280);
    QTRY_VERIFY(icon->isVisible());
}

void LastScreensTest::theAgeRatingIsConfirmedOnce_8_8()
{
    Kiosk kiosk;
    kiosk.goToCheckout(1, u"tide"_s);
    QVERIFY(kiosk.shows(u"For ages 12 and over"_s));
    QVERIFY(!kiosk.bar->mainAction()->isEnabled());
    kiosk.now->mainPressed();
    QCOMPARE(kiosk.visit.step(), Step::Checkout);
    QTest::mouseClick(kiosk.button(u"Yes, all of us"_s), Qt::LeftButton);
    QVERIFY(kiosk.bar->mainAction()->isEnabled());
    QVERIFY(!kiosk.shows(u"For ages 12 and over"_s));
}

void LastScreensTest::aReducedTypeNamesItsProof_8_8()
{
    Kiosk kiosk;
    kiosk.goToCheckout(1);
    const Money full = kiosk.visit.checkout().total();
    QTest::mouseClick(kiosk.button(u"Adult"_s), Qt::LeftButton);
    QTest::mouseClick(kiosk.button(u"Youth"_s), Qt::LeftButton);
    QTRY_VERIFY(kiosk.visit.checkout().total() < full);
    QTRY_VERIFY(kiosk.shows(u"bring: Student or youth card"_s));
    QVERIFY(kiosk.bar->mainAction()->text().contains(Wording().money(kiosk.visit.checkout().total())));
}

void LastScreensTest::toppingUpOwnAmountGoesOnWithTheCheckout_8_3()
{
    Kiosk kiosk;
    kiosk.goToCheckout(1);
    QTest::mouseClick(kiosk.button(u"Top up another amount"_s), Qt::LeftButton);
    QCOMPARE(kiosk.visit.step(), Step::Wallet);
    QVERIFY(kiosk.button(u"Exactly what is missing"_s)->isChecked());
    QTest::mouseClick(kiosk.button(u"Another amount"_s), Qt::LeftButton);
    QVERIFY(!kiosk.bar->mainAction()->isEnabled());
    QTest::keyClicks(kiosk.now->findChild<Keypad *>(), u"50000"_s);
    QCOMPARE(kiosk.bar->mainAction()->text(), u"₩50,000 by card (demo)"_s);
    kiosk.pressMain();
    QTRY_COMPARE(kiosk.visit.step(), Step::Checkout);
    const QString pay = u"Pay %1"_s.arg(Wording().money(kiosk.visit.checkout().total()));
    QTRY_COMPARE(kiosk.bar->mainAction()->text(), pay);
    QTRY_VERIFY(kiosk.bar->mainAction()->isEnabled());
    kiosk.pressMain();
    QVERIFY(!kiosk.bar->mainAction()->isEnabled());
    QTRY_COMPARE(kiosk.visit.step(), Step::Ticket);
}

void LastScreensTest::theTicketScreenShowsPapersAndWaysOn_8_7()
{
    Kiosk kiosk;
    kiosk.goToCheckout(2);
    kiosk.pressMain();
    QTRY_COMPARE(kiosk.visit.step(), Step::Ticket);
    QVERIFY(kiosk.shows(u"Enjoy the show"_s) && kiosk.shows(kiosk.visit.order()->number));
    QCOMPARE(kiosk.now->findChildren<PaperView *>().size(), 2);
    QTest::mouseClick(kiosk.button(u"Show the receipt"_s), Qt::LeftButton);
    QCOMPARE(kiosk.now->findChildren<PaperView *>().size(), 3);
    QCOMPARE(kiosk.bar->sideAction()->text(), u"Buy another"_s);
    kiosk.pressSide();
    QTRY_COMPARE(kiosk.visit.step(), Step::Dates);
}

void LastScreensTest::aGuestsMoneyGoesBack_8_6()
{
    Kiosk kiosk;
    kiosk.goToCheckout(1);
    kiosk.visit.openWallet();
    kiosk.pressMain();
    QTRY_COMPARE(kiosk.visit.step(), Step::Tender);
    QTRY_COMPARE(kiosk.visit.step(), Step::Checkout);
    QTRY_VERIFY(kiosk.visit.checkout().isPayable());
    kiosk.visit.startOver();
    QTRY_COMPARE(kiosk.visit.step(), Step::Farewell);
    QVERIFY(kiosk.shows(u"Your balance is on its way back"_s));
    QVERIFY(!kiosk.bar->mainAction()->isEnabled());
    QTRY_VERIFY(kiosk.bar->mainAction()->isEnabled());
    QVERIFY(kiosk.shows(u"Your money is back with you"_s));
    QCOMPARE(kiosk.card.moneyGiven(), kiosk.card.moneyTaken());
    kiosk.pressMain();
    QCOMPARE(kiosk.visit.step(), Step::Attract);
}

void LastScreensTest::aGuestsMoneyBecomesAClaimCode_8_6()
{
    Kiosk kiosk(Behaviour::Approve, Gives::Nothing);
    kiosk.goToCheckout(1);
    kiosk.visit.openWallet();
    kiosk.pressMain();
    QTRY_COMPARE(kiosk.visit.step(), Step::Tender);
    QTRY_VERIFY(kiosk.visit.checkout().isPayable());
    kiosk.visit.startOver();
    QTRY_COMPARE(kiosk.visit.step(), Step::Farewell);
    QVERIFY(kiosk.visit.claim());
    QVERIFY(kiosk.shows(u"Please keep this code"_s));
    QVERIFY(kiosk.shows(Wording().money(kiosk.visit.claim()->amount)));
    kiosk.pressMain();
    QCOMPARE(kiosk.visit.step(), Step::Attract);
}

/// Nobody goes with a code while a card terminal still waits for their card.
void LastScreensTest::aCodeIsShownOnceAllThatCanBeGivenIs_8_6()
{
    Kiosk kiosk(Behaviour::Approve, Gives::CardOnly);
    kiosk.goToCheckout(1);
    const Currency won = kiosk.visit.settings().currency;
    for (const auto &[amount, kind] : {std::pair(3'000, TenderKind::Card), std::pair(2'000, TenderKind::Cash)}) {
        kiosk.visit.topUp({amount, won}, kind);
        QTRY_COMPARE(kiosk.visit.step(), Step::Tender);
        QTRY_COMPARE(kiosk.visit.step(), Step::Checkout);
        QTRY_VERIFY(kiosk.visit.checkout().balance() && !kiosk.visit.isBusy());
    }
    bool isSeen = false;
    connect(&kiosk.visit.tender(), &TenderModel::changed, this, [&] {
        if (!kiosk.visit.claim() || !kiosk.visit.tender().tender())
            return;
        isSeen = true;
        QVERIFY(kiosk.shows(u"hold or insert the card"_s));
        QVERIFY(kiosk.now->findChild<Amount *>()->accessibleName() != kiosk.visit.claim()->code);
        QVERIFY(!kiosk.bar->mainAction()->isEnabled());
    });
    kiosk.visit.startOver();
    QTRY_COMPARE(kiosk.visit.step(), Step::Farewell);
    QTRY_VERIFY(kiosk.bar->mainAction()->isEnabled());
    QVERIFY(isSeen);
    QCOMPARE(kiosk.now->findChild<Amount *>()->accessibleName(), kiosk.visit.claim()->code);
    QVERIFY(kiosk.shows(Wording().money({2'000, won})));
    QCOMPARE(kiosk.card.moneyGiven().minor, 3'000);
}

void LastScreensTest::outOfServiceOffersNothing()
{
    Kiosk kiosk;
    kiosk.showStep(Step::OutOfService);
    QVERIFY(kiosk.shows(u"Out of service"_s));
    QVERIFY(kiosk.now->findChildren<QAbstractButton *>().isEmpty());
    const Screen::Frame frame = kiosk.now->frame();
    QVERIFY(frame.main.isEmpty() && frame.side.isEmpty() && !frame.canGoBack && !frame.canStartOver);
}

void LastScreensTest::everyScreenSpeaksKorean()
{
    Kiosk kiosk;
    kiosk.goToCheckout(1);
    m_translator->use(u"ko"_s);
    const auto english = [](const QString &text) { return text.contains(QRegularExpression(u"[a-z]{3}"_s)); };
    for (auto step = kiosk.screens.cbegin(); step != kiosk.screens.cend(); ++step) {
        step.value()->retranslate();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // chips of before
        for (auto *label : step.value()->findChildren<Label *>())
            QVERIFY2(!english(label->text()), qPrintable(label->text()));
        for (auto *button : step.value()->findChildren<QAbstractButton *>())
            QVERIFY2(!english(button->text()), qPrintable(button->text()));
        const Screen::Frame frame = step.value()->frame();
        QVERIFY2(!english(frame.main) && !english(frame.side), qPrintable(frame.main + frame.side));
    }
    m_translator->use(u"en"_s);
}

QTEST_MAIN(LastScreensTest)
#include "LastScreensTest.moc"
