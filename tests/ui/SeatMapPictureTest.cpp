#include "ui/widgets/SeatMapPicture.h"
#include "documents/Fonts.h"
#include "services/DemoSeason.h"
#include "services/PlanReader.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QTest>

using namespace foyer;

/// What is kept from frame to frame, held against drawing all of it anew.
class SeatMapPictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { loadFonts(); }
    void everyPixelIsRightAfterAnyChange_data();
    void everyPixelIsRightAfterAnyChange();
};

void SeatMapPictureTest::everyPixelIsRightAfterAnyChange_data()
{
    QTest::addColumn<double>("pitchMm");
    for (const double pitch : {1.0, 4.0, 9.5, 14.0, 25.0}) // from the whole hall to numbers on seats
        QTest::addRow("%g mm", pitch) << pitch;
}

void SeatMapPictureTest::everyPixelIsRightAfterAnyChange()
{
    QFETCH(double, pitchMm);
    const Theme theme(ThemeKind::Dark, 2.75, 100);
    const QSize size(700, 500);
    const auto plan =
        std::make_shared<const SeatingPlan>(readPlan(demoPlan(DemoHouse::Hall), QStringLiteral("hall")).value());
    const auto hall = std::make_shared<const SeatGrid>(plan);
    QRandomGenerator random(quint32(pitchMm * 10));
    std::vector<SeatMark> marks(size_t(plan->seatCount()));
    const auto anyMark = [&](qint32 seat) {
        return SeatMark{SeatLook(random.bounded(3)), quint8(plan->category[seat])};
    };
    for (qint32 i = 0; i < plan->seatCount(); ++i)
        marks[size_t(i)] = anyMark(i);
    SeatMapPicture kept;
    kept.setTheme(theme);
    kept.setHall(hall, marks);
    SeatCamera camera;
    camera.zoom(pitchMm * 2.75 / hall->pitch(), {});
    camera.offset = QRectF({}, size).center() - hall->bounds().center() * camera.scale;
    for (int round = 0; round < 60; ++round) {
        switch (random.bounded(8)) {
        case 0: camera.zoom(camera.scale * (0.9 + random.generateDouble() * 0.2), {350, 250}); break;
        case 1: camera.offset += QPointF(random.bounded(-900, 900), random.bounded(-700, 700)); break; // far
        case 2: camera.offset = QRectF({}, size).center() - hall->bounds().center() * camera.scale; break;
        default: camera.offset += QPointF(random.bounded(-40, 41), random.bounded(-40, 41));
        }
        kept.setView(camera, size);
        for (int change = random.bounded(20); change > 0; --change) {
            const qint32 seat = random.bounded(plan->seatCount());
            marks[size_t(seat)] = anyMark(seat);
            kept.setMark(SeatIndex{seat}, marks[size_t(seat)]);
        }
        SeatMapPicture anew;
        anew.setTheme(theme);
        anew.setHall(hall, marks);
        anew.setView(camera, size);
        const QImage expected = anew.draw(), actual = kept.draw();
        if (actual != expected)
            for (int y = 0; y < size.height(); ++y)
                for (int x = 0; x < size.width(); ++x)
                    QVERIFY2(actual.pixel(x, y) == expected.pixel(x, y),
                        qPrintable(QStringLiteral("round %1 at %2, %3").arg(round).arg(x).arg(y)));
    }
}

QTEST_MAIN(SeatMapPictureTest)
#include "SeatMapPictureTest.moc"
