#include "domain/SeatingPlan.h"

#include <algorithm>

namespace foyer {

QRectF boundsOf(const PlanArea &area)
{
    switch (area.shape) {
    case PlanArea::Shape::Rectangle: return {area.position, area.size};
    case PlanArea::Shape::Ellipse:
        return {area.position - QPointF(area.size.width(), area.size.height()), area.size * 2};
    case PlanArea::Shape::Polygon: {
        const QList<QPointF> &p = area.points;
        if (p.isEmpty())
            return {};
        const auto byX = [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); };
        const auto byY = [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); };
        const auto [left, right] = std::minmax_element(p.begin(), p.end(), byX);
        const auto [top, bottom] = std::minmax_element(p.begin(), p.end(), byY);
        return QRectF(QPointF(left->x(), top->y()), QPointF(right->x(), bottom->y())).translated(area.position);
    }
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
