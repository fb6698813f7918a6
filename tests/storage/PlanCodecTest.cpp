#include "storage/Json.h"
#include "storage/StorageFailure.h"

#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;

class PlanCodecTest : public QObject
{
    Q_OBJECT

    static SeatingPlan planOf(int seats)
    {
        SeatingPlan p;
        p.id = u"hall"_s;
        p.name = u"대극장 🎭"_s;
        p.size = {1'000.1, 700.7};
        p.categories = {{u"R석"_s, u"#aa3344"_s}, {u"𝔖"_s, {}}};
        p.zones = {{u"1층"_s}, {u"🎪"_s}};
        for (int first = 0; first < seats; first += 50)
            p.rows << PlanRow{qint32(first / 50 % 2), QString::number(first / 50), first, std::min(50, seats - first)};
        PlanArea stage;
        stage.shape = PlanArea::Shape::Polygon;
        stage.position = {0.1, -12.345678901};
        stage.size = {1e-3, 999'999.9};
        stage.rotation = 33.3;
        stage.color = u"#010203"_s;
        stage.borderColor = u"#fefefe"_s;
        stage.points = {{0, 0}, {0.3, 1.7}, {-5.5, 2}};
        stage.text = u"무대 🎭"_s;
        stage.textPosition = {0.7, 0.9};
        stage.textSize = 13.7;
        stage.textColor = u"#000000"_s;
        p.areas = {stage, PlanArea{}};
        for (int i = 0; i < seats; ++i) {
            p.x << float(i % 50) * 0.1f;
            p.y << float(i / 50) * 1.3f;
            p.category << quint16(i % 2);
            p.row << i / 50;
            p.kind << SeatKind(i % 4);
            p.number.append(i == 3 ? u"𝟛🪑"_s : QString::number(i % 50 + 1));
            p.guid.append(u"seat-%1"_s.arg(i));
        }
        return p;
    }

    static Error::Kind failureOf(const QByteArray &bytes)
    {
        try {
            planFromBytes(bytes);
        } catch (const StorageFailure &failure) {
            return failure.error().kind;
        }
        return Error::Kind::Internal;
    }

private Q_SLOTS:
    void aPlanReturnsExactlyAsItWasWritten_data()
    {
        QTest::addColumn<int>("seats");
        QTest::newRow("a cellar") << 50;
        QTest::newRow("one seat") << 1;
        QTest::newRow("no seat") << 0;
        QTest::newRow("an opera") << 3'000;
    }
    void aPlanReturnsExactlyAsItWasWritten()
    {
        QFETCH(int, seats);
        const SeatingPlan plan = planOf(seats);
        const QByteArray bytes = bytesOf(plan);
        const SeatingPlan read = planFromBytes(bytes);
        QVERIFY(read.areas == plan.areas);
        QVERIFY(read == plan);
        QCOMPARE(bytesOf(read), bytes); // or every import would make a new version
    }

    void bytesThatEndEarlyAreCorruptWhereverTheyEnd()
    {
        const QByteArray bytes = bytesOf(planOf(60));
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY2(failureOf(bytes.first(size)) == Error::Kind::Corrupt, qPrintable(QString::number(size)));
        QCOMPARE(failureOf(bytes + '\0'), Error::Kind::Corrupt);
    }

    void aPlanOfAnUnknownFormatIsCorrupt()
    {
        QByteArray bytes = bytesOf(planOf(1));
        bytes[3] = 2;
        QCOMPARE(failureOf(bytes), Error::Kind::Corrupt);
        QCOMPARE(failureOf("{\"not\": \"a plan\"}"), Error::Kind::Corrupt);
    }

    void aPlanThatPointsBeyondItselfIsCorrupt_data()
    {
        QTest::addColumn<std::function<void(SeatingPlan &)>>("spoil");
        const auto row = [](const char *name, std::function<void(SeatingPlan &)> spoil) {
            QTest::newRow(name) << std::move(spoil);
        };
        row("a category that isn't there", [](auto &p) { p.category[7] = 2; });
        row("a row that isn't there", [](auto &p) { p.row[7] = 99; });
        row("a negative row", [](auto &p) { p.row[7] = -1; });
        row("a zone that isn't there", [](auto &p) { p.rows[0].zone = 2; });
        row("a seat without a height", [](auto &p) { p.y.removeLast(); });
        row("a seat without a category", [](auto &p) { p.category.removeLast(); });
        row("a seat without a number", [](auto &p) { p.number.removeLast(); });
        row("a guid too many", [](auto &p) { p.guid.append(u"x"); });
    }
    void aPlanThatPointsBeyondItselfIsCorrupt()
    {
        QFETCH(std::function<void(SeatingPlan &)>, spoil);
        SeatingPlan plan = planOf(60);
        spoil(plan);
        QCOMPARE(failureOf(bytesOf(plan)), Error::Kind::Corrupt);
    }

    void seventyThousandSeatsTakeLittleRoom()
    {
        const QByteArray bytes = bytesOf(planOf(70'000));
        QVERIFY2(bytes.size() < 4'000'000, qPrintable(QString::number(bytes.size())));
        QCOMPARE(planFromBytes(bytes).seatCount(), 70'000);
    }
};

QTEST_GUILESS_MAIN(PlanCodecTest)
#include "PlanCodecTest.moc"
