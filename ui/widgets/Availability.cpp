#include "ui/widgets/Availability.h"

#include <QPainter>

namespace foyer
{

Tone toneOf(Availability availability)
{
    switch (availability) {
    case Availability::OnSale:
        return Tone::Good;
    case Availability::FewLeft:
        return Tone::Warn;
    case Availability::SoldOut:
    case Availability::NotYet:
        return Tone::Soft;
    }
    return Tone::Soft;
}

void paintAvailability(QPainter &painter, Availability availability, const QRectF &box, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double pen = box.width() * 0.15;
    const QRectF ring = box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
    painter.setPen(QPen(color, pen));
    painter.setBrush(availability == Availability::OnSale ? QBrush(color) : QBrush(Qt::NoBrush));
    if (availability == Availability::NotYet) {
        const QPointF c = ring.center();
        painter.drawPolygon(
            QPolygonF{{c.x(), ring.top()}, {ring.right(), c.y()}, {c.x(), ring.bottom()}, {ring.left(), c.y()}});
    } else {
        painter.drawEllipse(ring);
    }
    if (availability == Availability::FewLeft) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPie(box, 90 * 16, 180 * 16);
    }
    painter.restore();
}

} // namespace foyer
