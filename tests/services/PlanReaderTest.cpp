#include "services/PlanReader.h"
#include "domain/JsonInput.h"
#include "domain/Limits.h"
#include "services/CssColor.h"
#include "support/JsonEdit.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
/// Two rows of two seats and a stage, as the format's editor writes them.
const QByteArray smallPlan = R"({
    "name": "Cellar",
    "size": {"width": 300, "height": 200},
    "categories": [{"name": "Stalls", "color": "#07B"}, {"name": "Sides", "color": "Red"}],
    "zones": [{
        "name": "Ground", "position": {"x": 10, "y": 20}, "zone_id": "z", "uuid": "u",
        "areas": [{"shape": "rectangle", "position": {"x": 1, "y": 2}, "rectangle": {"width": 50, "height": 8}}],
        "rows": [
            {"row_number": "A", "position": {"x": 0.5, "y": 0}, "seats": [
                {"seat_guid": "a1", "seat_number": "1", "position": {"x": 5, "y": 5}, "category": "Stalls"},
                {"seat_guid": "a2", "seat_number": "2", "position": {"x": 30, "y": 5}, "category": "Sides"}]},
            {"row_number": "B", "row_number_position": "both", "seats": [
                {"seat_guid": "b1", "seat_number": "1", "position": {"x": 5.25, "y": 30}, "category": "Stalls"},
                {"seat_guid": "b2", "seat_number": "2", "position": {"x": 30, "y": 30}, "category": "Stalls"}]}]}]})";
const QString seat = u"/zones/0/rows/0/seats/1"_s;
const QString area = u"/zones/0/areas/0"_s;
const QJsonValue absent{QJsonValue::Undefined};

SeatingPlan planOf(const QByteArray &json) { return readPlan(json, u"plan"_s).value(); }
SeatingPlan planWith(const QString &pointer, const QJsonValue &put) { return planOf(edited(smallPlan, pointer, put)); }
PlanArea areaOf(const QByteArray &json)
{
    return planWith(area, QJsonDocument::fromJson(json).object()).areas.value(0);
}

QByteArray manySeats(int count)
{
    QByteArray seats;
    for (int i = 0; i < count; ++i)
        seats += (i ? ",\n" : "") + QByteArray(R"({"seat_guid": "0f8fad5b-d9cb-469f-a165-)") +
                 QByteArray::number(i).rightJustified(12, '0') + R"(", "seat_number": ")" +
                 QByteArray::number(i % 50 + 1) + R"(", "position": {"x": )" + QByteArray::number(i % 500 * 20.5) +
                 R"(, "y": )" + QByteArray::number(i / 500 * 25.25) +
                 R"(}, "category": "Stalls", "radius": 10, "uuid": "a-uuid-nobody-needs-here"})";
    return R"({"name": "Large", "categories": [{"name": "Stalls"}], "zones": [{"position": {"x": 0, "y": 0},
        "rows": [{"row_number": "A", "seats": [)" +
           seats + "]}]}]}";
}
} // namespace

class PlanReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seatsStandWhereZoneRowAndSeatAddUpTo();
    void rowsAndSeatsAreCalledAsTheFileSays();
    void patternsNameRowsAndSeats();
    void thePlanIsCalledAsToldOrAsTheFileIs();
    void categoriesKeepTheirOrderAndColours();
    void aSeatWithoutCategoryTakesTheOnlyOneOrANamelessOne();
    void accessibleSeatsAreRecognised_data();
    void accessibleSeatsAreRecognised();
    void areasOfEveryShapeAreRead();
    void areasOfOlderPlansAreFlat();
    void theDrawingCoversItsSeats();
    void whatNobodyKnowsIsIgnored();
    void coloursAreCss_data();
    void coloursAreCss();
    void faultsAreRefusedWithTheirPlace_data();
    void faultsAreRefusedWithTheirPlace();
    void brokenFilesAreRefusedWithTheByte_data();
    void brokenFilesAreRefusedWithTheByte();
    void aFileTooLargeIsNotParsed();
    void aPlanCutAnywhereIsRefused();
    void aPlanWithAnyValueOfAnotherTypeIsReadOrRefused();
    void aPlanWithBytesChangedIsReadOrRefused();
    void theLargestPlanIsReadAndOneSeatMoreIsNot();
};

void PlanReaderTest::seatsStandWhereZoneRowAndSeatAddUpTo()
{
    const SeatingPlan plan = planOf(smallPlan);
    QCOMPARE(plan.x, (QList<float>{15.5F, 40.5F, 15.25F, 40.F}));
    QCOMPARE(plan.y, (QList<float>{25.F, 25.F, 50.F, 50.F}));
    QCOMPARE(plan.size, QSizeF(300, 200));
}

void PlanReaderTest::rowsAndSeatsAreCalledAsTheFileSays()
{
    const SeatingPlan plan = planOf(smallPlan);
    QCOMPARE(plan.seatCount(), 4);
    StringColumn guids;
    for (const QStringView guid : {u"a1", u"a2", u"b1", u"b2"})
        guids.append(guid);
    QCOMPARE(plan.guid, guids);
    QCOMPARE(nameOfSeat(plan, SeatIndex{3}), (SeatName{u"Ground"_s, u"B"_s, u"2"_s}));
    QCOMPARE(plan.rows, (QList<PlanRow>{{0, u"A"_s, 0, 2}, {0, u"B"_s, 2, 2}}));
}

void PlanReaderTest::patternsNameRowsAndSeats()
{
    QByteArray json = edited(smallPlan, u"/zones/0/rows/0/row_label"_s, u"Row %s"_s);
    json = edited(json, u"/zones/0/rows/0/seat_label"_s, u"No. %s"_s);
    json = edited(json, u"/zones/0/rows/1/row_label"_s, u"left"_s);
    json = edited(json, u"/zones/0/rows/1/seat_label"_s, QString());
    const SeatingPlan plan = planOf(json);
    QCOMPARE(nameOfSeat(plan, SeatIndex{1}), (SeatName{u"Ground"_s, u"Row A"_s, u"No. 2"_s}));
    QCOMPARE(nameOfSeat(plan, SeatIndex{3}), (SeatName{u"Ground"_s, u"B"_s, u"2"_s}));
}

void PlanReaderTest::thePlanIsCalledAsToldOrAsTheFileIs()
{
    QCOMPARE(readPlan(smallPlan, u"cellar-2"_s).value().id, u"cellar-2"_s);
    QCOMPARE(readPlan(smallPlan, u"cellar-2"_s).value().name, u"Cellar"_s);
    QCOMPARE(readPlan(smallPlan, QString()).value().id, u"Cellar"_s);
}

void PlanReaderTest::categoriesKeepTheirOrderAndColours()
{
    const SeatingPlan plan = planOf(smallPlan);
    QCOMPARE(plan.categories, (QList<SeatCategory>{{u"Stalls"_s, u"#0077bb"_s}, {u"Sides"_s, u"#ff0000"_s}}));
    QCOMPARE(plan.category, (QList<quint16>{0, 1, 0, 0}));
    QCOMPARE(planWith(u"/categories/0/color"_s, u"nocolour"_s).categories[0].color, QString());
    QCOMPARE(planWith(u"/categories/0/color"_s, absent).categories[0].color, QString());
}

void PlanReaderTest::aSeatWithoutCategoryTakesTheOnlyOneOrANamelessOne()
{
    const SeatingPlan nameless = planWith(seat + u"/category"_s, absent);
    QCOMPARE(nameless.categories.size(), 3);
    QCOMPARE(nameless.categoryOf(SeatIndex{1}), SeatCategory{});
    QCOMPARE(planWith(seat + u"/category"_s, QString()), nameless);

    const QByteArray onlyOne = edited(smallPlan, u"/categories/1"_s, absent);
    const SeatingPlan sole = planOf(edited(onlyOne, seat + u"/category"_s, QJsonValue::Null));
    QCOMPARE(sole.categories.size(), 1);
    QCOMPARE(sole.category, (QList<quint16>{0, 0, 0, 0}));
}

void PlanReaderTest::accessibleSeatsAreRecognised_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<SeatKind>("kind");
    QTest::newRow("by its flag") << seat + u"/wheelchair"_s << QJsonValue(true) << SeatKind::Wheelchair;
    QTest::newRow("flag down") << seat + u"/wheelchair"_s << QJsonValue(false) << SeatKind::Ordinary;
    QTest::newRow("flag null") << seat + u"/wheelchair"_s << QJsonValue() << SeatKind::Ordinary;
    QTest::newRow("companion's flag") << seat + u"/companion"_s << QJsonValue(true) << SeatKind::Companion;
    QTest::newRow("view's flag") << seat + u"/restricted_view"_s << QJsonValue(true) << SeatKind::RestrictedView;
    for (const auto &[name, kind] :
        {std::pair{u"Wheelchair places"_s, SeatKind::Wheelchair}, std::pair{u"휠체어석"_s, SeatKind::Wheelchair},
            std::pair{u"ACCESSIBLE"_s, SeatKind::Wheelchair}, std::pair{u"휠체어 동반석"_s, SeatKind::Companion},
            std::pair{u"Wheelchair companion"_s, SeatKind::Companion},
            std::pair{u"시야제한석"_s, SeatKind::RestrictedView}})
        QTest::newRow(qUtf8Printable(name)) << u"category"_s << QJsonValue(name) << kind;
}

void PlanReaderTest::accessibleSeatsAreRecognised()
{
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, value);
    QByteArray json = smallPlan;
    if (pointer == "category"_L1)
        json = edited(edited(json, u"/categories/1/name"_s, value), seat + u"/category"_s, value);
    else
        json = edited(json, pointer, value);
    const SeatingPlan plan = planOf(json);
    QTEST(plan.kind[1], "kind");
    QCOMPARE(plan.kind[0], SeatKind::Ordinary);
}

void PlanReaderTest::areasOfEveryShapeAreRead()
{
    PlanArea expected{.shape = PlanArea::Shape::Rectangle, .position = {11, 22}, .size = {50, 8}};
    expected.textPosition = {25, 4};
    QCOMPARE(planOf(smallPlan).areas, QList{expected});

    const PlanArea circle = areaOf(R"({"shape": "circle", "position": {"x": 0, "y": 0}, "circle": {"radius": 7}})");
    QCOMPARE(circle.shape, PlanArea::Shape::Ellipse);
    QCOMPARE(circle.size, QSizeF(7, 7));
    const PlanArea ellipse = areaOf(R"({"shape": "ellipse", "ellipse": {"radius": {"x": 7, "y": 3}}, "rotation": 30})");
    QCOMPARE(ellipse.size, QSizeF(7, 3));
    QCOMPARE(ellipse.rotation, 30.);
    const PlanArea polygon = areaOf(R"({"shape": "polygon", "color": "#ABCDEF", "border_color": "black",
        "polygon": {"points": [{"x": 0, "y": 0}, {"x": 9, "y": 0}, {"x": 4, "y": -6.5}]}})");
    QCOMPARE(polygon.points, (QList<QPointF>{{0, 0}, {9, 0}, {4, -6.5}}));
    QCOMPARE(polygon.color + polygon.borderColor, u"#abcdef#000000"_s);
    const PlanArea text = areaOf(R"({"shape": "text", "position": {"x": 1, "y": 1},
        "text": {"text": "무대", "size": 24, "color": "grey", "position": {"x": 3, "y": 4}}})");
    QCOMPARE(text.shape, PlanArea::Shape::Text);
    QCOMPARE(text.text + text.textColor, u"무대#808080"_s);
    QCOMPARE(text.textSize, 24.);
    QCOMPARE(text.textPosition, QPointF(3, 4));
}

void PlanReaderTest::areasOfOlderPlansAreFlat()
{
    const PlanArea area =
        areaOf(R"({"position": {"x": 2, "y": 3}, "width": 40, "height": 10, "text": "Stage", "color": "#123"})");
    QCOMPARE(area.shape, PlanArea::Shape::Rectangle);
    QCOMPARE(area.size, QSizeF(40, 10));
    QCOMPARE(area.text, u"Stage"_s);
    QCOMPARE(area.textPosition, QPointF(20, 5));
    QCOMPARE(areaOf(R"({"shape": "circle", "radius": 6})").size, QSizeF(6, 6));
}

void PlanReaderTest::theDrawingCoversItsSeats()
{
    const SeatingPlan unsized = planWith(u"/size"_s, absent);
    QVERIFY(unsized.size.width() > 40.5 && unsized.size.height() > 50);
    QCOMPARE(unsized.x[0], 15.5F);
    const SeatingPlan tooSmall = planWith(u"/size/width"_s, 20);
    QVERIFY(tooSmall.size.width() > 40.5);
    QCOMPARE(tooSmall.size.height(), 200.);

    const SeatingPlan leftOfIt = planWith(u"/zones/0/position/x"_s, -500);
    const auto [left, right] = std::ranges::minmax(leftOfIt.x);
    QVERIFY(left > 0 && right < leftOfIt.size.width());
    QCOMPARE(float(leftOfIt.areas[0].position.x()) - leftOfIt.x[0], 11 - 15.5F); // the stage moved along
}

void PlanReaderTest::whatNobodyKnowsIsIgnored()
{
    const SeatingPlan plan = planOf(smallPlan);
    QCOMPARE(planWith(u"/brand"_s, u"new"_s), plan);
    QCOMPARE(planWith(seat + u"/uuid"_s, 5), plan);
    QCOMPARE(planWith(area + u"/shape"_s, u"hexagon"_s).areas.size(), 0);
    QCOMPARE(planWith(u"/zones/0/rows/2"_s, QJsonObject{{u"row_number"_s, u"C"_s}, {u"seats"_s, QJsonArray()}}), plan);
    QCOMPARE(planOf("\xEF\xBB\xBF" + smallPlan), plan);
}

void PlanReaderTest::coloursAreCss_data()
{
    QTest::addColumn<QString>("color");
    for (const auto &[text, color] :
        {std::pair{"#07B", "#0077bb"}, {"#AbCdEf", "#abcdef"}, {" red ", "#ff0000"}, {"RebeccaPurple", "#663399"},
            {"yellowgreen", "#9acd32"}, {"", ""}, {"#12", ""}, {"#12345g", ""}, {"rgb(1,2,3)", ""}, {"#", ""}})
        QTest::newRow(text) << QString::fromLatin1(color);
}

void PlanReaderTest::coloursAreCss() { QTEST(cssColor(QString::fromLatin1(QTest::currentDataTag())), "color"); }

void PlanReaderTest::faultsAreRefusedWithTheirPlace_data()
{
    QTest::addColumn<QString>("pointer"); // edited in the small plan
    QTest::addColumn<QJsonValue>("put");
    QTest::addColumn<InputFault>("fault");
    QTest::addColumn<QString>("place"); // empty: as edited
    const auto row = [](const char *name, const QString &pointer, const QJsonValue &put, InputFault fault,
                         const QString &place = {}) { QTest::newRow(name) << pointer << put << fault << place; };
    using enum InputFault;
    const QString tooLong(limits::nameLengthMax + 1, u'a');

    row("no zones", u"/zones"_s, absent, Missing);
    row("no categories", u"/categories"_s, absent, Missing);
    row("no name", u"/name"_s, absent, Missing);
    row("name null", u"/name"_s, QJsonValue::Null, Missing);
    row("no rows", u"/zones/0/rows"_s, absent, Missing);
    row("no zone's position", u"/zones/0/position"_s, absent, Missing);
    row("no row number", u"/zones/0/rows/1/row_number"_s, absent, Missing);
    row("no seats", u"/zones/0/rows/1/seats"_s, absent, Missing);
    row("no guid", seat + u"/seat_guid"_s, absent, Missing);
    row("empty guid", seat + u"/seat_guid"_s, QString(), Missing);
    row("no number", seat + u"/seat_number"_s, absent, Missing);
    row("no position", seat + u"/position"_s, absent, Missing);
    row("no y", seat + u"/position/y"_s, absent, Missing);
    row("no category's name", u"/categories/1/name"_s, absent, Missing);
    row("half a size", u"/size/height"_s, absent, Missing);
    row("polygon without points", area + u"/shape"_s, u"polygon"_s, Missing, area + u"/points"_s);

    row("zones an object", u"/zones"_s, QJsonObject(), WrongType);
    row("zone a number", u"/zones/0"_s, 7, WrongType);
    row("rows a text", u"/zones/0/rows"_s, u"A"_s, WrongType);
    row("seat an array", seat, QJsonArray(), WrongType);
    row("guid a number", seat + u"/seat_guid"_s, 12, WrongType);
    row("number a number", seat + u"/seat_number"_s, 12, WrongType);
    row("position a list", seat + u"/position"_s, QJsonArray{1, 2}, WrongType);
    row("x a text", seat + u"/position/x"_s, u"5"_s, WrongType);
    row("category a number", seat + u"/category"_s, 1, WrongType);
    row("wheelchair a text", seat + u"/wheelchair"_s, u"yes"_s, WrongType);
    row("colour a number", u"/categories/0/color"_s, 1, WrongType);
    row("size a number", u"/size"_s, 300, WrongType);
    row("areas an object", u"/zones/0/areas"_s, QJsonObject(), WrongType);
    row("area a text", area, u"stage"_s, WrongType);
    row("area's width a text", area + u"/rectangle/width"_s, u"5"_s, WrongType);

    row("guid twice", seat + u"/seat_guid"_s, u"a1"_s, DuplicateSeat);
    row("guid twice over rows", u"/zones/0/rows/1/seats/1/seat_guid"_s, u"a1"_s, DuplicateSeat);
    row("category unknown", seat + u"/category"_s, u"Balcony"_s, UnknownCategory);
    row("category twice", u"/categories/1/name"_s, u"Stalls"_s, DuplicateId);
    row("no zone", u"/zones"_s, QJsonArray(), NoSeats);
    row("only rows", u"/zones/0/rows"_s, QJsonArray(), NoSeats, u"/zones"_s);

    row("x too far", seat + u"/position/x"_s, 1'000'001, BadCoordinate);
    row("y too far", seat + u"/position/y"_s, -1e300, BadCoordinate);
    row("zone too far", u"/zones/0/position/x"_s, 2e6, BadCoordinate);
    row("sum too far", seat + u"/position/x"_s, 999'995, BadCoordinate, seat + u"/position"_s);
    row("size too large", u"/size/width"_s, 1e7, BadCoordinate);
    row("area too far", area + u"/position/x"_s, 1e7, BadCoordinate);

    row("plan's name", u"/name"_s, tooLong, NameTooLong);
    row("zone's name", u"/zones/0/name"_s, tooLong, NameTooLong);
    row("category's name", u"/categories/0/name"_s, tooLong, NameTooLong);
    row("row's number", u"/zones/0/rows/0/row_number"_s, tooLong, NameTooLong);
    row("seat's guid", seat + u"/seat_guid"_s, tooLong, NameTooLong);
    row("seat's number", seat + u"/seat_number"_s, tooLong, NameTooLong);
    row("seat's label", u"/zones/0/rows/0/seat_label"_s, u"%s%s"_s + tooLong.mid(4), NameTooLong, QString());
    row("stage's text", area + u"/text"_s, tooLong, NameTooLong);
}

void PlanReaderTest::faultsAreRefusedWithTheirPlace()
{
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, put);
    QFETCH(QString, place);
    const auto plan = readPlan(edited(smallPlan, pointer, put), u"plan"_s);
    QVERIFY(plan.isRefused(Refusal::BadInput));
    QTEST(plan.refused()->fault, "fault");
    QCOMPARE(plan.refused()->place, place.isEmpty() ? pointer : place);
    QVERIFY(plan.refused()->value.size() < 80);
}

void PlanReaderTest::brokenFilesAreRefusedWithTheByte_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<InputFault>("fault");
    QTest::addColumn<QString>("place");
    using enum InputFault;
    const auto deep = [](int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QTest::newRow("nothing") << QByteArray() << NotJson << u"byte 0"_s;
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n") << NotJson << u"byte 1"_s;
    QTest::newRow("comma missing") << QByteArray(R"({"name": "a" "b": 1})") << NotJson << u"byte 14"_s;
    QTest::newRow("text after the end") << QByteArray("{} more") << NotJson << u"byte 3"_s;
    QTest::newRow("minus alone") << QByteArray(R"({"name": -})") << NotJson << u"byte 10"_s;
    QTest::newRow("a list") << QByteArray("[]") << WrongType << QString();
    QTest::newRow("past a double") << QByteArray(R"({"zones": 1e999})") << BadCoordinate << u"byte 10"_s;
    QTest::newRow("past a double, negative") << QByteArray(R"({"x": [3,-2.5E+400]})") << BadCoordinate << u"byte 9"_s;
    QTest::newRow("65 deep") << deep(65) << TooDeep << u"byte 64"_s;
    QTest::newRow("64 deep") << deep(64) << WrongType << QString();
    QTest::newRow("100,000 deep") << deep(100'000) << TooDeep << u"byte 64"_s;
    QTest::newRow("100,000 objects deep") << QByteArray(R"({"a":)").repeated(100'000) << TooDeep << u"byte 320"_s;
    QTest::newRow("deep behind a backslash") << R"({"a\\": )" + deep(64) << TooDeep << u"byte 71"_s;
    QTest::newRow("brackets in a text") << QByteArray(R"({"\"[{": ")") + QByteArray(100, '[') + "\"}" << Missing
                                        << u"/name"_s;
}

void PlanReaderTest::brokenFilesAreRefusedWithTheByte()
{
    QFETCH(QByteArray, json);
    const auto plan = readPlan(json, u"plan"_s);
    QVERIFY(plan.isRefused(Refusal::BadInput));
    QTEST(plan.refused()->fault, "fault");
    QTEST(plan.refused()->place, "place");
}

void PlanReaderTest::aFileTooLargeIsNotParsed()
{
    const auto plan = readPlan(QByteArray(limits::importBytesMax + 1, ' '), u"plan"_s);
    QVERIFY(plan.isRefused(Refusal::BadInput));
    QCOMPARE(plan.refused()->fault, InputFault::TooLarge);
    QCOMPARE(plan.refused()->place, u"byte 268435456"_s);
}

void PlanReaderTest::aPlanCutAnywhereIsRefused()
{
    for (qsizetype length = 0; length < smallPlan.size(); ++length) {
        const auto plan = readPlan(smallPlan.left(length), u"plan"_s);
        QVERIFY(plan.isRefused(Refusal::BadInput));
        QCOMPARE(plan.refused()->fault, InputFault::NotJson);
    }
}

void PlanReaderTest::aPlanWithAnyValueOfAnotherTypeIsReadOrRefused()
{
    const QList<QJsonValue> others{QJsonValue(), true, -1, 0.5, 1e18, QString(), u"%s"_s, QJsonArray(),
        QJsonArray{QJsonObject()}, QJsonObject(), QJsonObject{{u"x"_s, 1}}};
    int read = 0, refused = 0;
    const std::function<void(const QJsonValue &, const QString &)> swapAll = [&](const QJsonValue &at,
                                                                                 const QString &pointer) {
        for (const QJsonValue &other : others) {
            const auto plan = readPlan(edited(smallPlan, pointer, other), u"plan"_s);
            ++(plan.ok() ? read : refused);
            QVERIFY(plan.ok() || plan.refused()->place.startsWith(u'/'));
        }
        for (const QString &key : at.toObject().keys())
            swapAll(at[key], pointer + pointerStep(key));
        for (qsizetype i = 0; i < at.toArray().size(); ++i)
            swapAll(at[i], u"%1/%2"_s.arg(pointer).arg(i));
    };
    const QJsonObject plan = QJsonDocument::fromJson(smallPlan).object();
    for (const QString &key : plan.keys())
        swapAll(plan[key], pointerStep(key));
    QVERIFY(read > 50 && refused > 300);
}

void PlanReaderTest::aPlanWithBytesChangedIsReadOrRefused()
{
    QRandomGenerator random(20'261'125);
    for (int round = 0; round < 5'000; ++round) {
        QByteArray json = smallPlan;
        for (int change = 0; change < 3; ++change)
            json[random.bounded(json.size())] = char(random.bounded(256));
        const auto plan = readPlan(json, u"plan"_s);
        QVERIFY(plan.ok() || plan.isRefused(Refusal::BadInput));
        QVERIFY(!plan.ok() || plan.value().number.size() == plan.value().seatCount());
    }
}

void PlanReaderTest::theLargestPlanIsReadAndOneSeatMoreIsNot()
{
    const QByteArray largest = manySeats(limits::seatsInPlanMax);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(planOf(largest).seatCount(), limits::seatsInPlanMax);
    qInfo("%.1f MB in %lld ms", double(largest.size()) / 1e6, timer.elapsed());

    const auto oneMore = readPlan(manySeats(limits::seatsInPlanMax + 1), u"plan"_s);
    QVERIFY(oneMore.isRefused(Refusal::BadInput));
    QCOMPARE(oneMore.refused()->fault, InputFault::TooManySeats);
    QCOMPARE(oneMore.refused()->place, u"/zones/0/rows/0/seats/200000"_s);
}

QTEST_GUILESS_MAIN(PlanReaderTest)
#include "PlanReaderTest.moc"
