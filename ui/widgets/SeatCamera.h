#pragma once

#include <QRectF>
#include <QTransform>
#include <algorithm>
#include <cmath>

namespace foyer {

/// Where a plan lies on the screen. Scale is in pixels a unit of the plan; the offset is its origin's place.
struct SeatCamera {
    double scale = 1;
    QPointF offset;

    QTransform toScreen() const { return {scale, 0, 0, scale, offset.x(), offset.y()}; }
    QPointF toScreen(const QPointF &at) const { return at * scale + offset; }
    QPointF toPlan(const QPointF &at) const { return (at - offset) / scale; }
    QRectF toPlan(const QRectF &rect) const { return {toPlan(rect.topLeft()), rect.size() / scale}; }
    QRectF toScreen(const QRectF &rect) const { return {toScreen(rect.topLeft()), rect.size() * scale}; }

    static double fittingScale(const QRectF &plan, const QRectF &room)
    {
        return std::min(room.width() / plan.width(), room.height() / plan.height());
    }
    static SeatCamera fitting(const QRectF &plan, const QRectF &room)
    {
        const double scale = fittingScale(plan, room);
        return {scale, room.center() - plan.center() * scale};
    }
    void zoom(double toScale, const QPointF &around)
    {
        const QPointF fixed = toPlan(around);
        scale = toScale;
        offset = around - fixed * scale;
    }
    /// Keeps the plan from being lost: its edge stops at the middle of the room. Moves by whole pixels, as a drag does.
    void keepInSight(const QRectF &plan, const QRectF &room)
    {
        const QRectF shown = toScreen(plan);
        offset.rx() += std::ceil(std::max(0.0, room.center().x() - shown.right())) -
                       std::ceil(std::max(0.0, shown.left() - room.center().x()));
        offset.ry() += std::ceil(std::max(0.0, room.center().y() - shown.bottom())) -
                       std::ceil(std::max(0.0, shown.top() - room.center().y()));
    }
    /// On the way to another: straight there at the same scale, by whole pixels; else around the one point of the
    /// screen that stays where it is.
    SeatCamera towards(const SeatCamera &to, double share) const
    {
        const double ratio = to.scale / scale;
        if (share >= 1)
            return to;
        if (std::abs(ratio - 1) < 1e-3)
            return {scale, offset + QPointF(((to.offset - offset) * share).toPoint())};
        const QPointF fixed = (to.offset - offset * ratio) / (1 - ratio);
        SeatCamera camera = *this;
        camera.zoom(scale * std::pow(ratio, share), fixed);
        return camera;
    }
    friend bool operator==(const SeatCamera &, const SeatCamera &) = default;
};

} // namespace foyer
