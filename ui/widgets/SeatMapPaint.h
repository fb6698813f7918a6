#pragma once

#include "ui/widgets/SeatMapView.h"

#include <QTransform>

namespace foyer
{

/// One seat as an image of `side` pixels, its centre off the image's by `phase` (fractions of a pixel): 17,000 images
/// are copied in the time in which a thousand circles are drawn.
QImage seatSprite(const Theme &theme, SeatMark mark, SeatKind kind, double diameter, const QPointF &phase, qreal ratio);
int spriteSide(double diameter);

void paintAreas(QPainter &painter, const Theme &theme, const SeatingPlan &plan, const QTransform &toScreen);
void paintRowLabels(
    QPainter &painter, const Theme &theme, const SeatingPlan &plan, const QTransform &toScreen, const QRect &visible);
void paintZoneNames(QPainter &painter, const Theme &theme, const SeatingPlan &plan, const QTransform &toScreen);
void paintSeatNumber(
    QPainter &painter, const Theme &theme, const SeatMark &mark, const QString &number, const QRectF &seat);

} // namespace foyer
