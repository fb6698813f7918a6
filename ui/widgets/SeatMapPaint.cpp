#include "ui/widgets/SeatMapPaint.h"

#include "ui/theme/Paint.h"
#include "ui/theme/TextBlock.h"
#include "ui/widgets/Glyph.h"
#include "ui/widgets/SeatMapGeometry.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace foyer {

namespace {

constexpr double yoursShare = 1.25; // of a free seat's diameter

void drawFree(QPainter &painter, const Theme &theme, const QColor &color, SeatKind kind, const QRectF &box)
{
    const double side = box.width();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    if (kind == SeatKind::Wheelchair || kind == SeatKind::Companion) // square: told from afar by shape
        painter.drawRoundedRect(box, side * 0.2, side * 0.2);
    else
        painter.drawEllipse(box);
    const QColor mark = theme.onFill(color);
    const QRectF inner = box.adjusted(side * 0.14, side * 0.14, -side * 0.14, -side * 0.14);
    switch (kind) {
    case SeatKind::Ordinary: break;
    case SeatKind::Wheelchair: paintGlyph(painter, Glyph::Wheelchair, inner, mark); break;
    case SeatKind::Companion: paintGlyph(painter, Glyph::Person, inner, mark); break;
    case SeatKind::RestrictedView: // hatched
        painter.setPen(QPen(theme.colors().surface, std::max(1.0, side * 0.09)));
        for (const double at : {0.3, 0.5, 0.7})
            painter.drawLine(box.topLeft() + QPointF(side * (at - 0.26), side * (at + 0.26)),
                box.topLeft() + QPointF(side * (at + 0.26), side * (at - 0.26)));
        break;
    }
}

/// A little larger than the others and with strokes that hold at any size: it must be found in the whole hall.
void drawYours(QPainter &painter, const Theme &theme, const QRectF &box)
{
    const double side = box.width(), ring = std::max<double>(theme.stroke() * 1.25, side * 0.12);
    painter.setPen(QPen(theme.colors().accent, ring, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(theme.colors().surface);
    painter.drawEllipse(box.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2));
    const auto at = [&](double x, double y) { return box.topLeft() + QPointF(x, y) * side; };
    painter.drawPolyline(QPolygonF{at(0.32, 0.52), at(0.45, 0.64), at(0.68, 0.38)});
}

void drawText(QPainter &painter, const QPointF &centre, const QString &text, const QFont &font, const QColor &color)
{
    painter.setFont(font);
    painter.setPen(color);
    const QRectF bounds = QFontMetricsF(font).boundingRect(text);
    painter.drawText(centre - bounds.center(), text);
}

QPainterPath pathOf(const PlanArea &area)
{
    QPainterPath path;
    switch (area.shape) {
    case PlanArea::Shape::Rectangle: path.addRect({{0, 0}, area.size}); break;
    case PlanArea::Shape::Ellipse: path.addEllipse({0, 0}, area.size.width(), area.size.height()); break;
    case PlanArea::Shape::Polygon:
        path.addPolygon(QPolygonF(area.points));
        path.closeSubpath();
        break;
    case PlanArea::Shape::Text: break;
    }
    return path;
}

/// Calls `visit(left end of the baseline, name)`; a hall of one zone needs no names.
template <typename Visit>
void eachZoneName(const Theme &theme, const SeatingPlan &plan, const QTransform &toScreen, Visit visit)
{
    if (plan.zones.size() < 2)
        return;
    const QFontMetricsF metrics(theme.font(TypeRole::Caption, Weight::Strong));
    const double gap = seatPitch(plan) * toScreen.m11() + theme.space(1);
    for (int zone = 0; zone < plan.zones.size(); ++zone) {
        const QString &name = plan.zones[zone].name;
        const QPointF end = toScreen.map(zoneLabelAt(plan, zone, metrics.height() / toScreen.m11()));
        visit(end + QPointF(-gap - metrics.horizontalAdvance(name), metrics.capHeight() / 2), name);
    }
}

} // namespace

int spriteSide(double diameter) { return int(std::ceil(diameter * yoursShare)) + 3; }

QImage seatSprite(const Theme &theme, SeatMark mark, SeatKind kind, double diameter, const QPointF &phase, qreal ratio)
{
    const int side = spriteSide(diameter);
    QImage image(QSize(side, side) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF centre = QPointF(side, side) / 2 + phase;
    const auto box = [&](double size) { return QRectF(centre - QPointF(size, size) / 2, QSizeF(size, size)); };
    switch (mark.look) {
    case SeatLook::Free: drawFree(painter, theme, theme.category(mark.category), kind, box(diameter)); break;
    case SeatLook::Yours: drawYours(painter, theme, box(diameter * yoursShare)); break;
    case SeatLook::Taken:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colors().taken);
        painter.drawEllipse(box(diameter * 0.38));
        break;
    }
    return image;
}

void paintAreas(QPainter &painter, const Theme &theme, const SeatingPlan &plan, const QTransform &toScreen)
{
    const Colors &c = theme.colors();
    const double scale = toScreen.m11();
    for (const PlanArea &area : plan.areas) {
        const QTransform local = QTransform().rotate(area.rotation) *
                                 QTransform::fromTranslate(area.position.x(), area.position.y()) * toScreen;
        painter.setPen(QPen(c.line, theme.stroke()));
        painter.setBrush(c.raised);
        painter.drawPath(local.map(pathOf(area)));
        if (area.text.isEmpty())
            continue;
        const double least = theme.font(TypeRole::Caption).pixelSize() * 0.8;
        const double most = theme.font(TypeRole::Title).pixelSize();
        drawText(painter, local.map(area.textPosition), area.text,
            theme.seatFont(std::clamp(area.textSize * scale, least, most)), c.softInk);
    }
}

void paintRowLabels(
    QPainter &painter, const Theme &theme, const SeatingPlan &plan, const QTransform &toScreen, const QRect &visible)
{
    const double planPitch = seatPitch(plan), pitch = planPitch * toScreen.m11();
    const QTransform toPlan = toScreen.inverted();
    const QFont font = theme.seatFont(std::min<double>(pitch * 0.6, theme.font(TypeRole::Body).pixelSize()));
    const auto isClear = [&](const QPointF &at) { // an aisle may be narrower than a letter
        return !nearestSeat(plan, toPlan.map(at), planPitch * 0.7);
    };
    for (const PlanRow &row : plan.rows) {
        if (row.label.isEmpty() || row.seatCount == 0)
            continue;
        const QPointF first = toScreen.map(positionOf(plan, SeatIndex(row.firstSeat)));
        const QPointF last = toScreen.map(positionOf(plan, SeatIndex(row.firstSeat + row.seatCount - 1)));
        const double length = std::hypot(last.x() - first.x(), last.y() - first.y());
        const QPointF outward = length > 0 ? (first - last) / length * pitch : QPointF(-pitch, 0);
        for (const QPointF &at : {first + outward, last - outward})
            if (visible.contains(at.toPoint()) && isClear(at))
                drawText(painter, at, row.label, font, theme.colors().softInk);
    }
}

double zoneNamesLeft(const Theme &theme, const SeatingPlan &plan, const QTransform &toScreen)
{
    double left = 0;
    eachZoneName(theme, plan, toScreen, [&left](const QPointF &at, const QString &) { left = std::min(left, at.x()); });
    return left;
}

void paintZoneNames(QPainter &painter, const Theme &theme, const SeatingPlan &plan, const QTransform &toScreen)
{
    painter.setFont(theme.font(TypeRole::Caption, Weight::Strong));
    painter.setPen(theme.colors().softInk);
    eachZoneName(
        theme, plan, toScreen, [&painter](const QPointF &at, const QString &name) { painter.drawText(at, name); });
}

void paintSeatNumber(
    QPainter &painter, const Theme &theme, const SeatMark &mark, const QString &number, const QRectF &seat)
{
    const QFont font = theme.seatFont(seat.width() * (number.size() > 2 ? 0.36 : 0.46));
    drawText(painter, seat.center(), number, font, theme.onFill(theme.category(mark.category)));
}

} // namespace foyer
