#include "ui/widgets/SeatMapView.h"
#include "GridPlan.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
constexpr double density = 2.75;
constexpr int restsAfterMs = 400;

std::unique_ptr<SeatMapView> shownMap(std::shared_ptr<const SeatingPlan> plan)
{
    auto map = std::make_unique<SeatMapView>();
    map->setWords({u"Seat map"_s, u"Closer"_s, u"Further"_s, u"Whole hall"_s});
    map->resize(900, 900);
    const QList<SeatMark> marks = allFree(*plan);
    map->setHall(std::make_shared<const SeatGrid>(std::move(plan)), marks);
    map->show();
    (void)QTest::qWaitForWindowExposed(map.get());
    return map;
}
std::unique_ptr<SeatMapView> shownMap(int rows, int columns) { return shownMap(gridPlan(rows, columns)); }

std::shared_ptr<const SeatingPlan> planAt(const QList<QPointF> &places)
{
    const auto plan = gridPlan(1, int(places.size()));
    for (qsizetype i = 0; i < places.size(); ++i) {
        plan->x[i] = float(places[i].x());
        plan->y[i] = float(places[i].y());
    }
    return plan;
}

void wear(Motion motion) { FoyerStyle::wear(*qApp, Theme(ThemeKind::Dark, density, 100, Place::Kiosk, motion)); }

/// A mouse that says when: the time of an event is what a thrown hall goes by.
void mouse(QWidget &on, QEvent::Type type, const QPoint &at, quint64 when)
{
    const bool isHeld = type != QEvent::MouseButtonRelease;
    QMouseEvent event(type, at, on.mapToGlobal(QPointF(at)), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
        isHeld ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
    event.setTimestamp(when);
    QCoreApplication::sendEvent(&on, &event);
}
/// 100 pixels to the right in 50 ms, then still for so long.
void drag(SeatMapView &map, quint64 stillMs)
{
    const QPoint from = map.rect().center();
    mouse(map, QEvent::MouseButtonPress, from, 1'000);
    for (int i = 1; i <= 10; ++i)
        mouse(map, QEvent::MouseMove, from + QPoint(10 * i, 0), quint64(1'000 + 5 * i));
    mouse(map, QEvent::MouseButtonRelease, from + QPoint(100, 0), 1'050 + stillMs);
}

/// Counts what a widget is asked to repaint.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget *widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent *>(event)->region();
        return false;
    }
    QRegion painted;
};
} // namespace

/// The hall under a finger, a mouse and keys.
class SeatMapViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { wear(Motion::Reduced); }
    void tapHitsTheSeatUnderTheFinger();
    void ambiguousTapGoesCloser();
    void draggingMovesAndChoosesNothing();
    void arrowsWalkInSpace();
    void theCurrentSeatIsNeverCovered();
    void aTapMovesNothing();
    void changedSeatRepaintsItsRectangleOnly();
    void seatsTooCloseToTellApartAreNeverChosen();
    void twoFingersKeepWhatIsUnderThem();
    void aFlightArrivesAndTwoPressesLeadTwiceAsFar();
    void whatFliesStandsStillUnderAFinger();
    void aThrownHallGlidesOnAndRests();
    void aHandThatStoodStillThrowsNothing();
    void reducedMotionNeitherFliesNorGlides();
    void theWholeHallIsInSightWhateverItsPlan_data();
    void theWholeHallIsInSightWhateverItsPlan();
    void everySeatCanBeChosenWhateverItsPlan_data() { theWholeHallIsInSightWhateverItsPlan_data(); }
    void everySeatCanBeChosenWhateverItsPlan();
};

void SeatMapViewTest::tapHitsTheSeatUnderTheFinger()
{
    const auto map = shownMap(10, 12);
    QVERIFY(map->canTapSeats());
    QSignalSpy tapped(map.get(), &SeatMapView::seatTapped);
    for (const int seat : {0, 40, 57, 119}) {
        QTest::mouseClick(map.get(), Qt::LeftButton, {}, map->rectOf(SeatIndex(seat)).center() + QPoint(3, -3));
        QCOMPARE(tapped.takeFirst()[0].value<SeatIndex>(), SeatIndex(seat));
    }
}

void SeatMapViewTest::ambiguousTapGoesCloser()
{
    const auto map = shownMap(100, 100);
    QVERIFY(!map->canTapSeats());
    QSignalSpy tapped(map.get(), &SeatMapView::seatTapped);
    const auto wanted = SeatIndex(5050);
    const QPoint at = map->rectOf(wanted).center();
    QTest::mouseClick(map.get(), Qt::LeftButton, {}, at);
    QCOMPARE(tapped.count(), 0);
    QVERIFY(map->canTapSeats());
    QVERIFY(map->rectOf(wanted).contains(at)); // it came closer where the finger was
    QTest::mouseClick(map.get(), Qt::LeftButton, {}, map->rectOf(wanted).center());
    QCOMPARE(tapped.takeFirst()[0].value<SeatIndex>(), wanted);
}

void SeatMapViewTest::draggingMovesAndChoosesNothing()
{
    const auto map = shownMap(10, 12);
    QSignalSpy tapped(map.get(), &SeatMapView::seatTapped);
    const QPoint from = map->rectOf(SeatIndex(40)).center();
    QTest::mousePress(map.get(), Qt::LeftButton, {}, from);
    QTest::mouseMove(map.get(), from + QPoint(60, 10));
    QTest::mouseRelease(map.get(), Qt::LeftButton, {}, from + QPoint(60, 10));
    QCOMPARE(tapped.count(), 0);
    QCOMPARE(map->rectOf(SeatIndex(40)).center(), from + QPoint(60, 10));
}

void SeatMapViewTest::arrowsWalkInSpace()
{
    const auto map = shownMap(10, 12);
    map->setCurrentSeat(SeatIndex(40)); // fourth row, fifth seat
    QSignalSpy tapped(map.get(), &SeatMapView::seatTapped);
    const QList<std::pair<Qt::Key, int>> walk{
        {Qt::Key_Right, 41}, {Qt::Key_Down, 53}, {Qt::Key_Left, 52}, {Qt::Key_Up, 40}};
    for (const auto &[key, seat] : walk) {
        QTest::keyClick(map.get(), key);
        QCOMPARE(map->currentSeat(), SeatIndex(seat));
    }
    map->setCurrentSeat(SeatIndex(0));
    QTest::keyClick(map.get(), Qt::Key_Up); // the edge holds
    QCOMPARE(map->currentSeat(), SeatIndex(0));
    QTest::keyClick(map.get(), Qt::Key_Return);
    QCOMPARE(tapped.takeFirst()[0].value<SeatIndex>(), SeatIndex(0));
}

void SeatMapViewTest::theCurrentSeatIsNeverCovered()
{
    const auto map = shownMap(60, 60);
    for (int i = 0; i < 6; ++i)
        map->zoomIn();
    QRegion covered(0, map->height() * 3 / 4, map->width() / 4, map->height() / 4); // the minimap
    for (const auto *button : map->findChildren<ActionButton *>())
        covered += button->geometry();
    map->setCurrentSeat(SeatIndex(30 * 60 + 30));
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Up, Qt::Key_Left, Qt::Key_Left, Qt::Key_Down, Qt::Key_Down})
        for (int step = 0; step < 29; ++step) {
            QTest::keyClick(map.get(), key);
            const QRect seat = map->rectOf(*map->currentSeat());
            QVERIFY(map->rect().contains(seat));
            QVERIFY(!covered.intersects(seat));
        }
}

void SeatMapViewTest::aTapMovesNothing()
{
    const auto map = shownMap(10, 12);
    const QPoint before = map->rectOf(SeatIndex(40)).center();
    QTest::mousePress(map.get(), Qt::LeftButton, {}, before);
    QTest::mouseMove(map.get(), QPoint(3, before.y())); // half of it is in sight
    QTest::mouseRelease(map.get(), Qt::LeftButton, {}, QPoint(3, before.y()));
    const QPoint half = map->rectOf(SeatIndex(40)).center();
    QVERIFY(half != before);
    QSignalSpy tapped(map.get(), &SeatMapView::seatTapped);
    QTest::mouseClick(map.get(), Qt::LeftButton, {}, {5, half.y()});
    QCOMPARE(tapped.takeFirst()[0].value<SeatIndex>(), SeatIndex(40));
    QCOMPARE(map->rectOf(SeatIndex(40)).center(), half);
}

void SeatMapViewTest::changedSeatRepaintsItsRectangleOnly()
{
    const auto map = shownMap(10, 12);
    QTest::qWait(20);
    PaintWatch watch(map.get());
    map->setMark(SeatIndex(57), {SeatLook::Taken, 0});
    QTRY_VERIFY(!watch.painted.isEmpty());
    QCOMPARE(watch.painted.boundingRect(), map->rectOf(SeatIndex(57)));
    watch.painted = {};
    map->setMark(SeatIndex(57), {SeatLook::Taken, 0}); // nothing new
    QTest::qWait(20);
    QVERIFY(watch.painted.isEmpty());
}

void SeatMapViewTest::seatsTooCloseToTellApartAreNeverChosen()
{
    const auto plan = gridPlan(10, 12);
    plan->x[41] = plan->x[40] + 5; // nearly in its neighbour's lap
    const auto map = shownMap(plan);
    QVERIFY(map->canTapSeats());
    QSignalSpy tapped(map.get(), &SeatMapView::seatTapped);
    const double before = map->camera().scale;
    QTest::mouseClick(map.get(), Qt::LeftButton, {}, map->rectOf(SeatIndex(40)).center());
    QCOMPARE(tapped.count(), 0);
    QVERIFY(map->camera().scale > before);
}

void SeatMapViewTest::twoFingersKeepWhatIsUnderThem()
{
    const auto map = shownMap(40, 40);
    static QPointingDevice *const screen = QTest::createTouchDevice();
    const QPoint left(300, 400), right(500, 440);
    const QPointF underLeft = map->camera().toPlan(QPointF(left)), underRight = map->camera().toPlan(QPointF(right));
    QTest::touchEvent(map.get(), screen).press(0, left).press(1, right);
    QTest::touchEvent(map.get(), screen).move(0, QPoint(200, 380)).move(1, QPoint(600, 460));
    QTest::touchEvent(map.get(), screen).release(0, QPoint(200, 380)).release(1, QPoint(600, 460));
    const auto isAt = [&](const QPointF &inPlan, const QPointF &at) {
        return (map->camera().toScreen(inPlan) - at).manhattanLength() < 2;
    };
    QVERIFY(isAt(underLeft, {200, 380}) && isAt(underRight, {600, 460}));
}

void SeatMapViewTest::aFlightArrivesAndTwoPressesLeadTwiceAsFar()
{
    wear(Motion::Full);
    const auto map = shownMap(100, 100);
    const double from = map->camera().scale;
    map->zoomIn();
    map->zoomIn();
    QVERIFY(map->camera().scale < from * 2);
    QTest::qWait(restsAfterMs);
    QVERIFY(qAbs(map->camera().scale / from - 1.5 * 1.5) < 0.01);
    map->fit();
    QTest::qWait(restsAfterMs);
    QCOMPARE(map->camera().scale, from);
}

void SeatMapViewTest::whatFliesStandsStillUnderAFinger()
{
    wear(Motion::Full);
    const auto map = shownMap(100, 100);
    map->zoomIn();
    mouse(*map, QEvent::MouseButtonPress, {400, 400}, 10);
    const SeatCamera held = map->camera();
    QTest::qWait(restsAfterMs);
    QCOMPARE(map->camera(), held);
}

void SeatMapViewTest::aThrownHallGlidesOnAndRests()
{
    wear(Motion::Full);
    const auto map = shownMap(100, 100);
    map->zoomIn();
    QTest::qWait(restsAfterMs);
    const QPointF from = map->camera().offset;
    drag(*map, 0);
    QCOMPARE(map->camera().offset, from + QPointF(100, 0));
    QTest::qWait(restsAfterMs);
    const SeatCamera rested = map->camera();
    QVERIFY(rested.offset.x() > from.x() + 150 && rested.offset.y() == from.y());
    QTest::qWait(100);
    QCOMPARE(map->camera(), rested);
}

void SeatMapViewTest::aHandThatStoodStillThrowsNothing()
{
    wear(Motion::Full);
    const auto map = shownMap(100, 100);
    const QPointF from = map->camera().offset;
    drag(*map, 200);
    QTest::qWait(restsAfterMs);
    QCOMPARE(map->camera().offset, from + QPointF(100, 0));
}

void SeatMapViewTest::reducedMotionNeitherFliesNorGlides()
{
    const auto map = shownMap(100, 100);
    const double from = map->camera().scale;
    map->zoomIn();
    QVERIFY(qAbs(map->camera().scale / from - 1.5) < 0.01);
    const QPointF at = map->camera().offset;
    drag(*map, 0);
    QTest::qWait(50);
    QCOMPARE(map->camera().offset, at + QPointF(100, 0));
}

void SeatMapViewTest::theWholeHallIsInSightWhateverItsPlan_data()
{
    QTest::addColumn<QList<QPointF>>("places");
    QTest::newRow("one seat") << QList<QPointF>{{17, -40}};
    QTest::newRow("two in one place") << QList<QPointF>{{5, 5}, {5, 5}};
    QTest::newRow("one row") << QList<QPointF>{{0, 0}, {20, 0}, {40, 0}, {60, 0}, {80, 0}};
    QTest::newRow("one column") << QList<QPointF>{{0, 0}, {0, 20}, {0, 4'000}};
    QTest::newRow("one far away") << QList<QPointF>{{0, 0}, {20, 0}, {900'000, 900'000}};
    QList<QPointF> row;
    for (int i = 0; i < 5'000; ++i)
        row.append(QPointF(20 * i, 0));
    QTest::newRow("one row of 5,000") << row;
    QTest::newRow("tiny units") << QList<QPointF>{{0, 0}, {0.001, 0}, {0.002, 0.001}};
}

void SeatMapViewTest::theWholeHallIsInSightWhateverItsPlan()
{
    QFETCH(QList<QPointF>, places);
    const auto map = shownMap(planAt(places));
    const SeatingPlan *plan = map->plan();
    for (qint32 seat = 0; seat < plan->seatCount(); ++seat)
        QVERIFY(map->rect().contains(map->rectOf(SeatIndex(seat)).center()));
    for (int i = 0; i < 40; ++i)
        map->zoomIn();
    QVERIFY(!map->grab().isNull());
    for (int i = 0; i < 80; ++i)
        map->zoomOut();
    QVERIFY(map->rect().contains(map->rectOf(SeatIndex(0)).center()));
}

/// By taps alone, as close as it goes; of two in one place whichever, the other by keys.
void SeatMapViewTest::everySeatCanBeChosenWhateverItsPlan()
{
    QFETCH(QList<QPointF>, places);
    const auto map = shownMap(planAt(places));
    QSignalSpy tapped(map.get(), &SeatMapView::seatTapped);
    const qint32 last = map->plan()->seatCount() - 1;
    for (const qint32 i : {0, last / 2, last}) {
        const SeatIndex wanted{i};
        map->goTo({wanted});
        for (int taps = 0; taps < 10 && tapped.isEmpty(); ++taps)
            QTest::mouseClick(map.get(), Qt::LeftButton, {}, map->rectOf(wanted).center());
        QVERIFY(!tapped.isEmpty());
        const auto chosen = tapped.takeFirst()[0].value<SeatIndex>();
        QVERIFY(chosen == wanted || places[indexOf(chosen)] == places[i]);
        map->setCurrentSeat(wanted);
        QTest::keyClick(map.get(), Qt::Key_Return);
        QCOMPARE(tapped.takeFirst()[0].value<SeatIndex>(), wanted);
    }
}

QTEST_MAIN(SeatMapViewTest)
#include "SeatMapViewTest.moc"
