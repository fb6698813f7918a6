#include "OpenKiosk.h"
#include "documents/Fonts.h"
#include "domain/SeatChooser.h"
#include "support/Journey.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/OfferRow.h"
#include "ui/widgets/SeatChip.h"
#include "ui/widgets/SeatMapView.h"

#include <QAccessible>
#include <QScrollArea>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// Choosing seats: on the map, from the list, or by us; in the real window over a real shop.
class SeatsScreenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_folder = std::make_unique<DemoFolder>(DemoFolder::Season::Demo, houseToday(), 8);
    }
    void init()
    {
        m_shop = std::make_unique<DemoShop>(*m_folder);
        open();
    }
    void cleanup()
    {
        m_kiosk.reset();
        m_shop.reset();
    }

    void twoTouchesChooseForUs_4_1();
    void whoLooksElsewhereFindsTheProposalsAgain();
    void aProposalIsFlownTo();
    void proposalsFollowWhatIsWished();
    void wheelchairUsersSitBesideTheirCompanions();
    void whatWasHeldIsGivenUpForAProposalAndComesBackByUndo();
    void theListDoesWhatTheMapDoes();
    void whoLeavesASingleSeatIsToldOnce_data();
    void whoLeavesASingleSeatIsToldOnce();
    void whatIsSaidOfASingleSeatGoesWhenItIsSoNoMore();
    void aHouseMayForbidSingleSeats();
    void anotherSeatIsOfferedForOneThatWasJustTaken_4_3();

private:
    VisitModel &visit() { return m_shop->visit(); }
    SeatMapModel &seats() { return visit().seats(); }

    void open()
    {
        m_kiosk = std::make_unique<OpenKiosk>(
            visit(), Theme(ThemeKind::Dark, 2.75, 100, Place::Kiosk, Motion::Reduced), QSize(1080, 1920), u"en"_s);
        Journey(*m_shop).goTo(Step::Attract);
        visit().touch();
        visit().continueAsGuest();
        Journey::waitFor([&] { return visit().step() == Step::Dates && visit().dates().isLoaded(); });
        for (const PerformanceOffer &offer : visit().dates().offers())
            if (visit().step() == Step::Dates && offer.isBookable() && offer.house.id == u"hall")
                visit().chooseDate(offer.performance.key);
        Journey::waitFor([&] { return seats().date().has_value(); });
    }

    /// The first that can be pressed whose name begins so, in the window's order.
    Pressable *find(const QString &name)
    {
        for (Pressable *button : m_kiosk->window.findChildren<Pressable *>()) {
            const auto *accessible = QAccessible::queryAccessibleInterface(button);
            if (button->isVisible() && button->isEnabled() && accessible &&
                accessible->text(QAccessible::Name).startsWith(name))
                return button;
        }
        return nullptr;
    }
    void press(const QString &name)
    {
        QTRY_VERIFY2(find(name), qPrintable(name));
        tap(find(name));
    }
    /// Dragged into sight before, as a person does.
    static void tap(QWidget *button)
    {
        QTest::qWait(50); // what was laid out anew is laid out
        for (QWidget *parent = button->parentWidget(); parent; parent = parent->parentWidget())
            if (auto *area = qobject_cast<QScrollArea *>(parent)) {
                area->ensureWidgetVisible(button);
                QTest::qWait(10);
            }
        QTest::mouseClick(button->window()->windowHandle(), Qt::LeftButton, {},
            button->mapTo(button->window(), button->rect().center()));
    }
    QList<OfferRow *> shown(const QString &kind)
    {
        QList<OfferRow *> rows = m_kiosk->window.findChildren<OfferRow *>(kind);
        rows.removeIf([](const OfferRow *row) { return !row->isVisible(); });
        return rows;
    }
    bool says(const QString &part)
    {
        for (const auto *label : m_kiosk->window.findChildren<Label *>())
            if (label->isVisible() && label->text().contains(part))
                return true;
        return false;
    }
    QList<SeatIndex> held()
    {
        QList<SeatIndex> own;
        if (const auto hold = seats().hold())
            for (const HeldSeat &seat : hold->seats)
                own.append(seat.seat);
        std::sort(own.begin(), own.end());
        return own;
    }
    bool settled(qsizetype count)
    {
        return QTest::qWaitFor([&] { return held().size() == count; });
    }
    bool areBeside(const QList<SeatIndex> &own)
    {
        const std::vector<bool> all(size_t(seats().date()->plan->seatCount()), true);
        for (qsizetype i = 1; i < own.size(); ++i)
            if (!seats().date()->chooser->freeBeside(own[i - 1], all).contains(own[i]))
                return false;
        return true;
    }
    /// Two seats with one free seat before them that nobody else sits beside, and room to move up.
    QList<SeatIndex> twoThatLeaveOne()
    {
        const SeatsOfDate &date = *seats().date();
        std::vector<bool> free(size_t(date.plan->seatCount()));
        for (size_t i = 0; i < free.size(); ++i)
            free[i] = date.shown[qsizetype(i)] == SeatShown::Free;
        for (qint32 i = 0; i + 1 < date.plan->seatCount(); ++i) {
            const QList<SeatIndex> two{SeatIndex{i}, SeatIndex{i + 1}};
            if (free[size_t(i)] && free[size_t(i + 1)] && areBeside(two) &&
                date.chooser->stranded(two, free).size() == 1 && !date.chooser->movedUp(two, free).isEmpty())
                return two;
        }
        return {};
    }
    void leaveASingleSeat()
    {
        for (const SeatIndex seat : twoThatLeaveOne())
            seats().toggle(seat);
        QVERIFY(settled(2));
        QCOMPARE(seats().stranded().size(), 1);
    }

    std::unique_ptr<DemoFolder> m_folder;
    std::unique_ptr<DemoShop> m_shop;
    std::unique_ptr<OpenKiosk> m_kiosk;
};

void SeatsScreenTest::twoTouchesChooseForUs_4_1()
{
    press(u"Choose for us"_s);
    QTRY_COMPARE(shown(u"proposal"_s).size(), 3);
    QVERIFY(!m_kiosk->window.findChildren<SeatChip *>().size());
    tap(shown(u"proposal"_s).constFirst());
    QVERIFY(settled(2));
    QVERIFY(areBeside(held()));
    QVERIFY(seats().stranded().isEmpty());
    QVERIFY(shown(u"proposal"_s).isEmpty());
    const auto *map = m_kiosk->window.findChild<SeatMapView *>();
    QTRY_VERIFY(
        map->canTapSeats() && map->rect().contains(map->rectOf(held().constFirst()))); // one sees where they are
    press(u"Continue with 2 seats"_s);
    QCOMPARE(visit().step(), Step::Checkout);
}

void SeatsScreenTest::whoLooksElsewhereFindsTheProposalsAgain()
{
    press(u"Choose for us"_s);
    QTRY_COMPARE(shown(u"proposal"_s).size(), 3);
    press(u"Display"_s);
    QTRY_VERIFY(says(u"Text and display"_s));
    m_shop->holdBeside(seats().date()->offer.performance.key, SeatIndex{seats().date()->plan->seatCount() - 1});
    QTRY_COMPARE(seats().shown(SeatIndex{seats().date()->plan->seatCount() - 1}), SeatShown::Taken);
    press(u"Go on"_s);
    QTRY_COMPARE(shown(u"proposal"_s).size(), 3);
}

void SeatsScreenTest::aProposalIsFlownTo()
{
    FoyerStyle::wear(*qApp, Theme(ThemeKind::Dark, 2.75, 100)); // everything moves
    press(u"Choose for us"_s);
    QTRY_COMPARE(shown(u"proposal"_s).size(), 3);
    tap(shown(u"proposal"_s).constFirst());
    QVERIFY(settled(2));
    const auto *map = m_kiosk->window.findChild<SeatMapView *>();
    QTRY_VERIFY(map->canTapSeats() && map->rect().contains(map->rectOf(held().constFirst())));
}

void SeatsScreenTest::proposalsFollowWhatIsWished()
{
    press(u"Choose for us"_s);
    press(u"One seat more"_s);
    press(u"One seat more"_s);
    press(u"Up to ₩44,000"_s);
    tap(shown(u"proposal"_s).constFirst());
    QVERIFY(settled(4));
    QVERIFY(areBeside(held()));
    for (const SeatIndex seat : held())
        QVERIFY(seats().priceOf(seat).minor <= 44'000);
}

void SeatsScreenTest::wheelchairUsersSitBesideTheirCompanions()
{
    press(u"Choose for us"_s);
    press(u"One wheelchair place more"_s);
    tap(shown(u"proposal"_s).constFirst());
    QVERIFY(settled(2));
    const QList<SeatKind> &kinds = seats().date()->plan->kind;
    QList<SeatKind> got{kinds[indexOf(held()[0])], kinds[indexOf(held()[1])]};
    std::sort(got.begin(), got.end());
    QCOMPARE(got, (QList<SeatKind>{SeatKind::Wheelchair, SeatKind::Companion}));
}

void SeatsScreenTest::whatWasHeldIsGivenUpForAProposalAndComesBackByUndo()
{
    const SeatIndex mine{seats().date()->plan->seatCount() - 1};
    seats().toggle(mine);
    QVERIFY(settled(1));
    QVERIFY(!find(u"Undo"_s));
    press(u"Choose for us"_s);
    tap(shown(u"proposal"_s).constFirst());
    QVERIFY(QTest::qWaitFor([&] { return held().size() == 2 && !held().contains(mine); }));
    press(u"Undo"_s);
    QVERIFY(QTest::qWaitFor([&] { return held() == QList<SeatIndex>{mine}; }));
    QCOMPARE(m_shop->audit().count(u"held"), 1); // one hold, of one seat
}

void SeatsScreenTest::theListDoesWhatTheMapDoes()
{
    press(u"Show the seats as a list"_s);
    QTRY_COMPARE(shown(u"listed"_s).size(), 3);
    press(u"2F"_s);
    press(u"Row B"_s);
    QTRY_VERIFY(says(u"2F · Row B"_s));
    OfferRow *wanted = nullptr;
    for (OfferRow *row : shown(u"listed"_s))
        wanted = wanted ? wanted : row->isEnabled() ? row : nullptr;
    QVERIFY(wanted);
    tap(wanted);
    QVERIFY(settled(1));
    const SeatName name = nameOfSeat(*seats().date()->plan, held().constFirst());
    QCOMPARE(name.zone + name.row, u"2FB"_s);
    tap(wanted); // given back
    QVERIFY(settled(0));
    press(u"Back in the list"_s);
    QTRY_VERIFY(find(u"Row A"_s));
    press(u"Show the seats as a map"_s);
    QVERIFY(m_kiosk->window.findChild<SeatMapView *>()->isVisible());
}

void SeatsScreenTest::whoLeavesASingleSeatIsToldOnce_data()
{
    QTest::addColumn<bool>("movesUp");
    QTest::newRow("and moves up with one tap") << true;
    QTest::newRow("and may keep the seats") << false;
}

void SeatsScreenTest::whoLeavesASingleSeatIsToldOnce()
{
    QFETCH(bool, movesUp);
    leaveASingleSeat();
    press(u"Continue with 2 seats"_s);
    QCOMPARE(visit().step(), Step::Seats);
    QVERIFY(says(u"would stay free on its own"_s));
    if (movesUp) {
        press(u"Take "_s);
        QTRY_VERIFY(held().size() == 2 && seats().stranded().isEmpty());
        QVERIFY(!says(u"would stay free on its own"_s));
        press(u"Continue with 2 seats"_s);
    } else {
        press(u"Keep my seats"_s);
    }
    QTRY_COMPARE(visit().step(), Step::Checkout);
}

void SeatsScreenTest::whatIsSaidOfASingleSeatGoesWhenItIsSoNoMore()
{
    leaveASingleSeat();
    press(u"Continue with 2 seats"_s);
    QVERIFY(says(u"would stay free on its own"_s));
    m_shop->holdBeside(seats().date()->offer.performance.key, seats().stranded().constFirst());
    QTRY_VERIFY(!says(u"would stay free on its own"_s));
    QCOMPARE(held().size(), 2);
    press(u"Continue with 2 seats"_s);
    QTRY_COMPARE(visit().step(), Step::Checkout);
}

void SeatsScreenTest::aHouseMayForbidSingleSeats()
{
    m_kiosk.reset();
    m_shop->changeSeason([](Season &season) { season.settings.noSingleSeats = true; });
    m_shop->restart();
    open();
    leaveASingleSeat();
    press(u"Continue with 2 seats"_s);
    QVERIFY(says(u"This house keeps no single seats"_s));
    QVERIFY(!find(u"Continue with 2 seats"_s) && !find(u"Keep my seats"_s));
    visit().confirmSeats(); // by whatever way
    QCOMPARE(visit().step(), Step::Seats);
    press(u"Take "_s);
    QTRY_VERIFY(held().size() == 2 && seats().stranded().isEmpty());
    press(u"Continue with 2 seats"_s);
    QTRY_COMPARE(visit().step(), Step::Checkout);
}

void SeatsScreenTest::anotherSeatIsOfferedForOneThatWasJustTaken_4_3()
{
    const SeatIndex wanted = twoThatLeaveOne().constFirst();
    const Money price = seats().priceOf(wanted);
    m_shop->holdBeside(seats().date()->offer.performance.key, wanted);
    seats().toggle(wanted); // before the map has heard of it
    press(u"Take "_s);
    QVERIFY(settled(1));
    QVERIFY(held().constFirst() != wanted);
    QCOMPARE(seats().priceOf(held().constFirst()), price);
    QTRY_COMPARE(seats().shown(wanted), SeatShown::Taken);
}

QTEST_MAIN(SeatsScreenTest)
#include "SeatsScreenTest.moc"
