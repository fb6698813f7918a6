#include "domain/SeatingPlan.h"

#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;

class SeatingPlanTest : public QObject
{
    Q_OBJECT

    // Two rows of five, a unit apart; the outer seats of each row are cheap.
    //   0 1 2 3 4
    //   5 6 7 8 9
    static SeatingPlan plan()
    {
        SeatingPlan p;
        p.categories = {{u"dear"_s, {}}, {u"cheap"_s, {}}};
        p.zones = {{u"Stalls"_s}};
        p.rows = {{0, u"A"_s, 0, 5}, {0, u"B"_s, 5, 5}};
        for (int i = 0; i < 10; ++i) {
            p.x << float(i % 5);
            p.y << float(i / 5) * 1.1f;
            p.category << quint16(i % 5 == 0 || i % 5 == 4);
            p.row << i / 5;
            p.kind << SeatKind::Ordinary;
            p.number.append(QString::number(i % 5 + 1));
            p.guid.append(QString::number(i));
        }
        return p;
    }
    static QList<int> nearest(int seat, int count, const QList<int> &taken = {})
    {
        QList<int> found;
        for (SeatIndex i :
            nearestSeats(plan(), SeatIndex(seat), count, [&](SeatIndex s) { return !taken.contains(indexOf(s)); }))
            found << indexOf(i);
        return found;
    }

private Q_SLOTS:
    void theNeighbourComesFirstThenTheSeatBehind() { QCOMPARE(nearest(1, 3), QList<int>({2, 6, 7})); }

    void onlySeatsOfTheSamePriceAreOffered() { QCOMPARE(nearest(0, 10), QList<int>({5, 4, 9})); }

    void takenSeatsAndTheSeatItselfAreNotOffered()
    {
        QCOMPARE(nearest(1, 10, {2, 6}), QList<int>({7, 3, 8}));
        QVERIFY(!nearest(1, 10).contains(1));
    }

    void thereMayBeFewerThanAskedForOrNone()
    {
        QCOMPARE(nearest(1, 0), QList<int>());
        QCOMPARE(nearest(1, 100).size(), 5);
        QCOMPARE(nearest(1, 4, {0, 2, 3, 4, 5, 6, 7, 8, 9}), QList<int>());
    }

    void aSeatIsCalledByZoneRowAndNumber()
    {
        QCOMPARE(nameOfSeat(plan(), SeatIndex(7)), (SeatName{u"Stalls"_s, u"B"_s, u"3"_s}));
        QVERIFY(plan().contains(SeatIndex(0)) && plan().contains(SeatIndex(9)));
        QVERIFY(!plan().contains(SeatIndex(-1)) && !plan().contains(SeatIndex(10)));
    }
};

QTEST_GUILESS_MAIN(SeatingPlanTest)
#include "SeatingPlanTest.moc"
