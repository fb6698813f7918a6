#pragma once

#include "ui/widgets/SeatMapView.h"

#include <QTransform>
#include <algorithm>

namespace foyer {

constexpr double zoomStep = 1.5; ///< of a zoom button or a wheel's notch

/// Where the plan lies on the screen.
struct SeatMapView::View {
    QRectF bounds; ///< of the plan
    double pitch = 1;
    double scale = 1; ///< pixels a unit of the plan
    QPointF offset;   ///< of the plan's origin on the screen
    bool fitted = true;

    QTransform toScreen() const { return {scale, 0, 0, scale, offset.x(), offset.y()}; }
    QPointF toPlan(const QPointF &at) const { return (at - offset) / scale; }

    void fitInto(const QRectF &room)
    {
        scale = std::min(room.width() / bounds.width(), room.height() / bounds.height());
        offset = room.center() - bounds.center() * scale;
        fitted = true;
    }
    double fittingScale(const QRectF &room) const
    {
        return std::min(room.width() / bounds.width(), room.height() / bounds.height());
    }
    /// Keeps the plan from being lost: its edge stops at the middle of the room.
    void keepInSight(const QRectF &room)
    {
        const QRectF shown = toScreen().mapRect(bounds);
        offset.rx() +=
            std::max(0.0, room.center().x() - shown.right()) - std::max(0.0, shown.left() - room.center().x());
        offset.ry() +=
            std::max(0.0, room.center().y() - shown.bottom()) - std::max(0.0, shown.top() - room.center().y());
    }
};

} // namespace foyer
