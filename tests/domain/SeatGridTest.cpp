#include "domain/SeatGrid.h"

#include <QRandomGenerator>
#include <QTest>
#include <cmath>

using namespace foyer;

namespace {
std::shared_ptr<const SeatingPlan> planOf(const QList<QPointF> &places)
{
    auto plan = std::make_shared<SeatingPlan>();
    plan->size = {1000, 1000};
    plan->categories.append({QStringLiteral("A"), {}});
    plan->zones.append({QStringLiteral("Z")});
    plan->rows.append({0, QStringLiteral("1"), 0, qint32(places.size())});
    for (const QPointF &place : places) {
        plan->x.append(float(place.x()));
        plan->y.append(float(place.y()));
        plan->category.append(0);
        plan->row.append(0);
        plan->kind.append(SeatKind::Ordinary);
        plan->number.append(QString::number(plan->x.size()));
        plan->guid.append(QString::number(plan->x.size()));
    }
    return plan;
}

QList<QPointF> scattered(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    QList<QPointF> places;
    for (int i = 0; i < count; ++i)
        places.append({random.generateDouble() * 900, random.generateDouble() * 300});
    return places;
}
} // namespace

/// Finding seats by place, held against looking at every seat.
class SeatGridTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearestSeatIsTheOneThatLookingAtAllFinds();
    void everySeatInARectangleIsVisitedOnce();
    void arrowsLeadWhereTheEyeGoes();
    void strangePlansAreFoundToo_data();
    void strangePlansAreFoundToo();
};

void SeatGridTest::nearestSeatIsTheOneThatLookingAtAllFinds()
{
    const QList<QPointF> places = scattered(500, 7);
    const SeatGrid grid(planOf(places));
    QRandomGenerator random(11);
    for (int i = 0; i < 2'000; ++i) {
        const QPointF at(random.generateDouble() * 1'400 - 200, random.generateDouble() * 900 - 300);
        double least = 60;
        int expected = -1;
        for (int seat = 0; seat < places.size(); ++seat) {
            const double away = std::hypot(float(places[seat].x()) - at.x(), float(places[seat].y()) - at.y());
            if (away < least) {
                least = away;
                expected = seat;
            }
        }
        const auto found = grid.nearest(at, 60);
        QCOMPARE(found ? indexOf(*found) : -1, expected);
    }
}

void SeatGridTest::everySeatInARectangleIsVisitedOnce()
{
    const QList<QPointF> places = scattered(500, 13);
    const SeatGrid grid(planOf(places));
    QRandomGenerator random(17);
    for (int i = 0; i < 200; ++i) {
        const QRectF rect(random.generateDouble() * 900 - 50, random.generateDouble() * 300 - 50,
            random.generateDouble() * 400, random.generateDouble() * 200);
        QList<int> visits(places.size(), 0);
        grid.each(rect, [&](SeatIndex seat, double, double) { ++visits[indexOf(seat)]; });
        for (int seat = 0; seat < places.size(); ++seat)
            QVERIFY(visits[seat] == 1 || (visits[seat] == 0 && !rect.contains(places[seat])));
    }
}

void SeatGridTest::arrowsLeadWhereTheEyeGoes()
{
    const QList<QPointF> places = scattered(300, 19);
    const SeatGrid grid(planOf(places));
    for (const QPointF &direction : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
        for (int from = 0; from < places.size(); ++from) {
            double least = 1e9;
            int expected = -1;
            for (int to = 0; to < places.size(); ++to) {
                const QPointF step = positionOf(grid.plan(), SeatIndex{to}) - positionOf(grid.plan(), SeatIndex{from});
                const double along = QPointF::dotProduct(step, direction);
                const double across = std::abs(step.x() * direction.y() - step.y() * direction.x());
                if (along > 1e-6 && across <= along && along + 2 * across < least) {
                    least = along + 2 * across;
                    expected = to;
                }
            }
            const auto found = grid.towards(SeatIndex{from}, direction);
            QCOMPARE(found ? indexOf(*found) : -1, expected);
        }
}

void SeatGridTest::strangePlansAreFoundToo_data()
{
    QTest::addColumn<QList<QPointF>>("places");
    QList<QPointF> line, heap;
    for (int i = 0; i < 5'000; ++i) {
        line.append({i * 20.0, 5});
        heap.append({3, 3});
    }
    QTest::newRow("no seat") << QList<QPointF>();
    QTest::newRow("one seat") << QList<QPointF>{{5, 5}};
    QTest::newRow("one row of 5,000") << line;
    QTest::newRow("all in one place") << heap;
    QTest::newRow("far apart") << QList<QPointF>{{0, 0}, {20, 0}, {999'999, 999'999}, {-999'999, 5}};
}

void SeatGridTest::strangePlansAreFoundToo()
{
    QFETCH(QList<QPointF>, places);
    const SeatGrid grid(planOf(places));
    QVERIFY(grid.pitch() > 0 && grid.bounds().isValid());
    for (const QPointF &place : places.mid(0, 50)) {
        const auto found = grid.nearest(place + QPointF(0.25, 0), 1);
        QVERIFY(found && positionOf(grid.plan(), *found) == place);
        QVERIFY(grid.bounds().contains(place));
    }
    QVERIFY(!grid.nearest({-5e6, -5e6}, 1));
}

QTEST_APPLESS_MAIN(SeatGridTest)
#include "SeatGridTest.moc"
