#include "services/DemoDrawing.h"

#include <QJsonDocument>
#include <cmath>
#include <numbers>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr double degree = std::numbers::pi / 180;

QJsonObject xy(QPointF point)
{
    const auto rounded = [](double value) { return std::round(value * 100) / 100; };
    return {{u"x"_s, rounded(point.x())}, {u"y"_s, rounded(point.y())}};
}

QString colorOf(const QString &category)
{
    const QMap<QString, QString> colors{
        {u"R"_s, u"#0072B2"_s}, {u"S"_s, u"#C77700"_s}, {u"A"_s, u"#007A58"_s}, {u"B"_s, u"#A8447F"_s}};
    return colors.value(category);
}
} // namespace

QPointF DemoArc::at(double degrees) const
{
    return centre + radius * QPointF(std::sin(degrees * degree), std::cos(degrees * degree));
}

QList<QPointF> DemoArc::seats(double aisle) const
{
    const double step = seatPitch / radius / degree;
    const int count = int(((to - from) * degree * radius - aisle) / seatPitch);
    QList<QPointF> places;
    for (int i = 0; i < count; ++i)
        places.append(at((from + to) / 2 + (i - (count - 1) / 2.0) * step));
    return places;
}

DemoDrawing::DemoDrawing(const QString &name, QSizeF size, const QStringList &categories)
{
    QJsonArray known;
    for (const QString &category : categories)
        known.append(QJsonObject{{u"name"_s, category}, {u"color"_s, colorOf(category)}});
    m_plan = {{u"name"_s, name}, {u"categories"_s, known},
        {u"size"_s, QJsonObject{{u"width"_s, size.width()}, {u"height"_s, size.height()}}}};
}

void DemoDrawing::beginZone(const QString &name, QPointF position)
{
    endZone();
    m_origin = position;
    m_zone = {{u"name"_s, name}, {u"position"_s, xy(position)}};
}

void DemoDrawing::beginRow(const QString &label)
{
    endRow();
    m_number = 0;
    m_row = {{u"row_number"_s, label}, {u"row_number_position"_s, u"both"_s}};
}

void DemoDrawing::addSeat(QPointF place, const QString &category, const QString &flag)
{
    const QString number = QString::number(++m_number);
    const QString guid = m_zone[u"name"].toString() + u'-' + m_row[u"row_number"].toString() + u'-' + number;
    QJsonObject seat{{u"seat_guid"_s, guid}, {u"seat_number"_s, number}, {u"position"_s, xy(place - m_origin)},
        {u"category"_s, category}};
    if (!flag.isEmpty())
        seat[flag] = true;
    m_seats.append(seat);
}

void DemoDrawing::addArea(QJsonObject area, QPointF place, const QString &text, QPointF textPlace, int textSize)
{
    area[u"position"] = xy(place - m_origin);
    area[u"color"] = u"#E9E6F2"_s;
    area[u"border_color"] = u"#8A8597"_s;
    area[u"text"] = QJsonObject{
        {u"text"_s, text}, {u"position"_s, xy(textPlace)}, {u"size"_s, textSize}, {u"color"_s, u"#5A5666"_s}};
    m_areas.append(area);
}

void DemoDrawing::addStage(const QList<QPointF> &outline, const QString &text, int textSize)
{
    QPointF middle;
    for (const QPointF &corner : outline)
        middle += corner / outline.size();
    QJsonArray points;
    for (const QPointF &corner : outline)
        points.append(xy(corner - middle));
    addArea(
        {{u"shape"_s, u"polygon"_s}, {u"polygon"_s, QJsonObject{{u"points"_s, points}}}}, middle, text, {}, textSize);
}

void DemoDrawing::addBox(QPointF centre, QSizeF size, const QString &text)
{
    const QPointF half(size.width() / 2, size.height() / 2);
    const QJsonObject sides{{u"width"_s, size.width()}, {u"height"_s, size.height()}};
    addArea({{u"shape"_s, u"rectangle"_s}, {u"rectangle"_s, sides}}, centre - half, text, half, 14);
}

void DemoDrawing::addTable(QPointF centre, double radius, const QString &text)
{
    const QJsonObject circle{{u"radius"_s, radius}};
    addArea({{u"shape"_s, u"circle"_s}, {u"circle"_s, circle}}, centre, text, {}, 14);
}

void DemoDrawing::endRow()
{
    if (!m_row.isEmpty()) {
        m_row[u"seats"] = m_seats;
        m_rows.append(m_row);
    }
    m_row = {};
    m_seats = {};
}

void DemoDrawing::endZone()
{
    endRow();
    if (!m_zone.isEmpty()) {
        m_zone[u"rows"] = m_rows;
        m_zone[u"areas"] = m_areas;
        m_zones.append(m_zone);
    }
    m_zone = {};
    m_rows = m_areas = {};
}

QByteArray DemoDrawing::json()
{
    endZone();
    m_plan[u"zones"] = m_zones;
    return QJsonDocument(m_plan).toJson(QJsonDocument::Compact);
}

} // namespace foyer
