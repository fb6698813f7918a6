#include "ui/widgets/SeatMapPaint.h"

#include "ui/theme/Paint.h"
#include "ui/theme/TextBlock.h"
#include "ui/widgets/Glyph.h"
#include "ui/widgets/SeatMapGeometry.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace foyer
{

namespace
{

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
    case SeatKind::Ordinary:
        break;
    case SeatKind::Wheelchair:
        paintGlyph(painter, Glyph::Wheelchair, inner, mark);
        break;
    case SeatKind::Companion:
        paintGlyph(painter, Glyph::Person, inner, mark);
        break;
    case SeatKind::RestrictedView: // hatched
        painter.setPen(QPen(theme.colors().surface, std::max(1.0, side * 0.09)));
        for (const double at : {0.3, 0.5, 0.7})
            painter.drawLine(box.topLeft() + QPointF(side * (at - 0.26), side * (at + 0.26)),
                box.topLeft() + QPointF(side * (at + 0.26), side * (at - 0.26)));
        break;
    }
}

void drawYours(QPainter &painter, const Theme &theme, const QRectF &box)
{
    const double ring = std::max(1.5, box.width() * 0.13);
    painter.setPen(QPen(theme.colors().accent, ring));
    painter.setBrush(theme.colors().surface);
    painter.drawEllipse(box.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2));
    const double inset = box.width() * 0.24;
    paintGlyph(painter, Glyph::Check, box.adjusted(inset, inset, -inset, -inset), theme.colors().accent);
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
    case PlanArea::Shape::Rectangle:
        path.addRect({{0, 0}, area.size});
        break;
    case PlanArea::Shape::Ellipse:
        path.addEllipse({0, 0}, area.size.width(), area.size.height());
        break;
    case PlanArea::Shape::Polygon:
        path.addPolygon(QPolygonF(area.points));
        path.closeSubpath();
        break;
    case PlanArea::Shape::Text:
        break;
    }
    return path;
}

} // namespace

int spriteSide(double diameter)
{
    return int(std::ceil(diameter)) + 3;
}

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
    case SeatLook::Free:
        drawFree(painter, theme, theme.category(mark.category), kind, box(diameter));
        break;
    case SeatLook::Yours:
        drawYours(painter, theme, box(diameter));
        break;
    case SeatLook::Taken:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colors().line);
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
    const double pitch = seatPitch(plan) * toScreen.m11();
    const QFont font = theme.seatFont(std::min<double>(pitch * 0.6, theme.font(TypeRole::Body).pixelSize()));
    for (const PlanRow &row : plan.rows) {
        if (row.label.isEmpty() || row.seatCount == 0)
            continue;
        const QPointF first = toScreen.map(positionOf(plan, SeatIndex(row.firstSeat)));
        const QPointF last = toScreen.map(positionOf(plan, SeatIndex(row.firstSeat + row.seatCount - 1)));
        const double length = std::hypot(last.x() - first.x(), last.y() - first.y());
        const QPointF outward = length > 0 ? (first - last) / length * pitch : QPointF(-pitch, 0);
        for (const QPointF &at : {first + outward, last - outward})
            if (visible.contains(at.toPoint()))
                drawText(painter, at, row.label, font, theme.colors().softInk);
    }
}

void paintZoneNames(QPainter &painter, const Theme &theme, const SeatingPlan &plan, const QTransform &toScreen)
{
    if (plan.zones.size() < 2)
        return;
    const QFont font = theme.font(TypeRole::Caption, Weight::Strong);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(theme.colors().softInk);
    for (int zone = 0; zone < plan.zones.size(); ++zone) {
        const QPointF at = toScreen.map(zoneLabelAt(plan, zone, metrics.height() / toScreen.m11()));
        const double gap = seatPitch(plan) * toScreen.m11() + theme.space(1);
        const double width = metrics.horizontalAdvance(plan.zones[zone].name);
        painter.drawText(
            QPointF(std::max<double>(theme.space(1), at.x() - gap - width), at.y() + metrics.capHeight() / 2),
            plan.zones[zone].name);
    }
}

void paintSeatNumber(
    QPainter &painter, const Theme &theme, const SeatMark &mark, const QString &number, const QRectF &seat)
{
    const QFont font = theme.seatFont(seat.width() * (number.size() > 2 ? 0.36 : 0.46));
    drawText(painter, seat.center(), number, font, theme.onFill(theme.category(mark.category)));
}

} // namespace foyer
