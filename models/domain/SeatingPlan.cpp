#include "domain/SeatingPlan.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foyer {

namespace {
/// Around points that are relative to the area's position, and turned with it.
QRectF boundsOf(const PlanArea &area, const QList<QPointF> &points)
{
    const double angle = area.rotation * std::numbers::pi / 180, sine = std::sin(angle), cosine = std::cos(angle);
    QPointF least, most;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const QPointF &p = points[i];
        const QPointF at(p.x() * cosine - p.y() * sine, p.x() * sine + p.y() * cosine);
        least = i == 0 ? at : QPointF(std::min(least.x(), at.x()), std::min(least.y(), at.y()));
        most = i == 0 ? at : QPointF(std::max(most.x(), at.x()), std::max(most.y(), at.y()));
    }
    return points.isEmpty() ? QRectF() : QRectF(least, most).translated(area.position);
}
} // namespace

QRectF boundsOf(const PlanArea &area)
{
    const double w = area.size.width(), h = area.size.height();
    switch (area.shape) {
    case PlanArea::Shape::Rectangle: return boundsOf(area, {{0, 0}, {w, 0}, {w, h}, {0, h}});
    case PlanArea::Shape::Ellipse: return boundsOf(area, {{-w, -h}, {w, -h}, {w, h}, {-w, h}});
    case PlanArea::Shape::Polygon: return boundsOf(area, area.points);
    case PlanArea::Shape::Text: break;
    }
    return {};
}

QList<SeatIndex> nearestSeats(
    const SeatingPlan &plan, SeatIndex seat, int count, const std::function<bool(SeatIndex)> &isFree)
{
    const qint32 wanted = indexOf(seat);
    const auto distance = [&](SeatIndex other) {
        const float dx = plan.x[indexOf(other)] - plan.x[wanted];
        const float dy = plan.y[indexOf(other)] - plan.y[wanted];
        return dx * dx + dy * dy;
    };
    QList<SeatIndex> candidates;
    for (qint32 i = 0; i < plan.seatCount(); ++i)
        if (i != wanted && plan.category[i] == plan.category[wanted] && plan.kind[i] == plan.kind[wanted] &&
            isFree(SeatIndex{i}))
            candidates.append(SeatIndex{i});
    const auto keep = std::min<qsizetype>(count, candidates.size());
    std::partial_sort(candidates.begin(), candidates.begin() + keep, candidates.end(),
        [&](SeatIndex a, SeatIndex b) { return distance(a) < distance(b); });
    candidates.resize(keep);
    return candidates;
}

} // namespace foyer
