#include "services/DemoDrawing.h"
#include "services/DemoSeason.h"

#include <cmath>
#include <numbers>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
const QString wheelchair = u"wheelchair"_s;
const QString companion = u"companion"_s;

/// Theatres leave out I, which reads as 1, and O, which reads as 0.
QString rowLetter(int row) { return QStringView(u"ABCDEFGHJKLMNPQRSTUVWXYZ").mid(row, 1).toString(); }

/// A band between two arcs, rounded by short lines.
QList<QPointF> band(DemoArc inner, double depth)
{
    DemoArc outer = inner;
    outer.radius += depth;
    QList<QPointF> outline;
    constexpr int steps = 16;
    for (int i = 0; i <= steps; ++i)
        outline.append(inner.at(inner.from + i * (inner.to - inner.from) / steps));
    for (int i = steps; i >= 0; --i)
        outline.append(outer.at(inner.from + i * (inner.to - inner.from) / steps));
    return outline;
}

/// Eight tables of six before six rows of twelve: 120.
class Cellar
{
public:
    QByteArray draw()
    {
        m_drawing.beginZone(u"테이블"_s, {320, 170});
        m_drawing.addStage({{170, 24}, {470, 24}, {440, 90}, {200, 90}}, u"무대 STAGE"_s, 24);
        for (int table = 0; table < 8; ++table)
            drawTable(table);
        m_drawing.beginZone(u"1F"_s, {320, 480});
        for (int row = 0; row < 6; ++row)
            drawRow(row);
        m_drawing.addBox({320, 680}, {160, 32}, u"바 BAR"_s);
        return m_drawing.json();
    }

private:
    void drawTable(int table)
    {
        const int row = table / 4;
        const QPointF centre(320 + (table % 4 - 1.5) * 140, 170 + row * 130 + (table % 4 % 3 ? 14 : 0));
        m_drawing.beginRow(u"T%1"_s.arg(table + 1));
        for (int chair = 0; chair < 6; ++chair) {
            const double angle = (chair + 0.5) * std::numbers::pi / 3;
            m_drawing.addSeat(centre + 42 * QPointF(-std::sin(angle), std::cos(angle)), u"R"_s);
        }
        m_drawing.addTable(centre, 26, u"T%1"_s.arg(table + 1));
    }

    void drawRow(int row)
    {
        const double half = 6.2 * seatPitch / (radius(row) * std::numbers::pi / 180); // of twelve seats, in degrees
        const QString category = row < 3 ? u"S"_s : u"A"_s;
        m_drawing.beginRow(rowLetter(row));
        for (int side : {-1, 1})
            for (const QPointF &place :
                DemoArc{{320, -600}, radius(row), side < 0 ? -half - 1 : 1.0, side < 0 ? -1.0 : half + 1}.seats(0))
                m_drawing.addSeat(place, category, row == 5 ? flagOf(++m_inLastRow) : QString());
    }

    /// Both ends of the last row, on the level of the bar.
    static QString flagOf(int number)
    {
        return number == 1 || number == 12 ? wheelchair : number == 2 || number == 11 ? companion : QString();
    }
    static double radius(int row) { return 1'040 + row * (rowPitch + 6); }

    DemoDrawing m_drawing{u"소극장"_s, {640, 740}, {u"R"_s, u"S"_s, u"A"_s}};
    int m_inLastRow = 0;
};

/// Stalls and two balconies in three blocks each, fanned around a point behind the stage.
class Hall
{
public:
    QByteArray draw()
    {
        drawFloor(u"1F"_s, 14, 460);
        m_drawing.addStage(band({centre, 345, -22, 22}, 78), u"무대 STAGE"_s, 24);
        m_drawing.addBox({centre.x(), centre.y() + 460 + 13 * rowPitch}, {176, 34}, u"음향 SOUND"_s);
        drawFloor(u"2F"_s, 6, 890);
        drawFloor(u"3F"_s, 5, 1'110);
        return m_drawing.json();
    }

private:
    void drawFloor(const QString &name, int rows, double radius)
    {
        m_drawing.beginZone(name, centre);
        for (int row = 0; row < rows; ++row) {
            m_drawing.beginRow(rowLetter(row));
            for (int block : {-1, 0, 1})
                drawBlock(name, row, block, radius + row * rowPitch);
        }
    }

    void drawBlock(const QString &floor, int row, int block, double radius)
    {
        const QList<QPointF> places = DemoArc{centre, radius, block * 26.0 - 13, block * 26.0 + 13}.seats(30);
        for (qsizetype i = 0; i < places.size(); ++i) {
            const qsizetype fromOutside = block < 0 ? i : places.size() - 1 - i;
            if (floor == u"1F" && isBehindConsole(row, places[i]))
                m_drawing.skipNumber();
            else
                m_drawing.addSeat(places[i], categoryOf(floor, row, block), flagOf(floor, row, block, fromOutside));
        }
    }

    static bool isBehindConsole(int row, QPointF place) { return row == 13 && std::abs(place.x() - centre.x()) < 100; }

    static QString categoryOf(const QString &floor, int row, int block)
    {
        if (floor == u"3F")
            return u"B"_s;
        if (floor == u"2F")
            return row < 2 && block == 0 ? u"S"_s : u"A"_s;
        const int worth = row + (block == 0 ? 0 : 2); // a side seat is worth one two rows behind
        return worth < 6 ? u"R"_s : worth < 11 ? u"S"_s : u"A"_s;
    }

    static QString flagOf(const QString &floor, int row, int block, qsizetype fromOutside)
    {
        if (block == 0)
            return {};
        if (floor == u"1F" && row == 13 && fromOutside < 6)
            return fromOutside % 2 ? companion : wheelchair;
        return floor == u"3F" && row == 0 && fromOutside < 2 ? u"restricted_view"_s : QString();
    }

    static constexpr QPointF centre{800, -300};
    DemoDrawing m_drawing{u"대극장"_s, {1'600, 980}, {u"R"_s, u"S"_s, u"A"_s, u"B"_s}};
};

/// Blocks on the floor, two rings of sections around them, open towards the stage.
class Arena
{
public:
    QByteArray draw()
    {
        m_drawing.beginZone(u"Floor"_s, centre);
        m_drawing.addStage({centre + QPointF(-520, -900), centre + QPointF(520, -900), centre + QPointF(480, -660),
                               centre + QPointF(-480, -660)},
            u"무대 STAGE"_s, 80);
        m_drawing.addBox(centre + QPointF(0, -630), {180, 60}, {});
        for (int block = 0; block < 9; ++block)
            drawFloorBlock(block);
        for (int section = 0; section < 20; ++section)
            drawSection({QString::number(101 + section), section, 20, 1'000, 22, u"S"_s, u"A"_s});
        for (int section = 0; section < 30; ++section)
            drawSection({QString::number(201 + section), section, 30, 1'650, 29, u"A"_s, u"B"_s});
        return m_drawing.json();
    }

private:
    struct Section {
        QString name;
        int index, count; ///< from the stage's left, against the clock
        double radius;
        int rows;
        QString front, back;
    };

    void drawFloorBlock(int block)
    {
        const int line = block / 3;
        const QPointF corner = centre + QPointF((block % 3 - 1) * 450 - 17 * seatPitch / 2, -480 + line * 372);
        m_drawing.beginZone(u"플로어 F%1"_s.arg(block + 1), corner);
        for (int row = 0; row < 12; ++row) {
            m_drawing.beginRow(QString::number(row + 1));
            for (int seat = 0; seat < 18; ++seat)
                m_drawing.addSeat(corner + QPointF(seat * seatPitch, row * rowPitch), u"R"_s);
        }
    }

    /// Seats count from left to right as one faces the stage: against the clock along the ring.
    void drawSection(const Section &section)
    {
        const double span = 2 * opening / section.count;
        const double from = -opening + section.index * span;
        m_drawing.beginZone(section.name, centre);
        for (int row = 0; row < section.rows; ++row) {
            const DemoArc arc{centre, section.radius + row * rowPitch, from, from + span};
            const QList<QPointF> places = arc.seats(40);
            m_drawing.beginRow(QString::number(row + 1));
            for (qsizetype i = 0; i < places.size(); ++i)
                drawSeat(section, row, places[i], std::abs(2 * i + 1 - places.size()));
        }
    }

    /// `offMiddle` is twice the distance from the middle of the row, in seats.
    void drawSeat(const Section &section, int row, QPointF place, qsizetype offMiddle)
    {
        const bool isTunnel = section.index % 5 == 2 && row < 5 && offMiddle < 6;
        const bool isAccessible = section.index % 4 == 1 && section.front == u"S" && row == section.rows - 1;
        const bool isBesideStage = section.index == 0 || section.index == section.count - 1;
        const QString category = row < section.rows / 2 + 2 ? section.front : section.back;
        const QString flag = isAccessible && offMiddle < 6 ? flagOf(offMiddle)
                             : isBesideStage               ? u"restricted_view"_s
                                                           : QString();
        if (isTunnel)
            m_drawing.skipNumber();
        else
            m_drawing.addSeat(place, category, flag);
    }

    static QString flagOf(qsizetype offMiddle) { return offMiddle == 2 || offMiddle == 3 ? companion : wheelchair; }

    static constexpr QPointF centre{2'440, 1'760};
    static constexpr double opening = 136; ///< degrees to either side
    DemoDrawing m_drawing{u"한빛 아레나"_s, {4'880, 4'180}, {u"R"_s, u"S"_s, u"A"_s, u"B"_s}};
};
} // namespace

QByteArray demoPlan(DemoHouse house)
{
    switch (house) {
    case DemoHouse::Cellar: return Cellar().draw();
    case DemoHouse::Hall: return Hall().draw();
    case DemoHouse::Arena: return Arena().draw();
    }
    return {};
}

} // namespace foyer
