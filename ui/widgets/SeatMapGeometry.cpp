#include "ui/widgets/SeatMapGeometry.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace foyer
{

double seatPitch(const SeatingPlan &plan)
{
    std::vector<double> steps;
    for (qint32 i = 1; i < plan.seatCount(); ++i)
        if (plan.row[i] == plan.row[i - 1])
            steps.push_back(std::hypot(plan.x[i] - plan.x[i - 1], plan.y[i] - plan.y[i - 1]));
    if (steps.empty())
        return std::max(1.0, plan.size.width() / 20);
    const auto middle = steps.begin() + std::ptrdiff_t(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return std::max(*middle, 1e-3);
}

QRectF boundsOf(const SeatingPlan &plan)
{
    const double margin = seatPitch(plan);
    QRectF bounds;
    const auto include = [&bounds](const QRectF &rect) { bounds = bounds.isNull() ? rect : bounds.united(rect); };
    for (qint32 i = 0; i < plan.seatCount(); ++i)
        include({plan.x[i] - margin / 2, plan.y[i] - margin / 2, margin, margin});
    for (const PlanArea &area : plan.areas) {
        if (area.shape == PlanArea::Shape::Rectangle)
            include({area.position, area.size});
        for (const QPointF &point : area.points)
            include(QRectF(area.position + point, QSizeF(margin / 8, margin / 8)));
    }
    return bounds.isNull() ? QRectF({0, 0}, plan.size) : bounds.adjusted(-margin, -margin, margin, margin);
}

std::optional<SeatIndex> nearestSeat(const SeatingPlan &plan, const QPointF &at, double within)
{
    std::optional<SeatIndex> best;
    double bestDistance = within;
    for (qint32 i = 0; i < plan.seatCount(); ++i)
        if (const double distance = std::hypot(plan.x[i] - at.x(), plan.y[i] - at.y()); distance < bestDistance) {
            bestDistance = distance;
            best = SeatIndex(i);
        }
    return best;
}

std::optional<SeatIndex> seatTowards(const SeatingPlan &plan, SeatIndex from, const QPointF &direction)
{
    std::optional<SeatIndex> best;
    double bestCost = std::numeric_limits<double>::max();
    const QPointF start = positionOf(plan, from);
    for (qint32 i = 0; i < plan.seatCount(); ++i) {
        const QPointF step = positionOf(plan, SeatIndex(i)) - start;
        const double along = QPointF::dotProduct(step, direction);
        const double across = std::abs(step.x() * direction.y() - step.y() * direction.x());
        if (along <= 1e-6 || across > along) // outside a quarter of the compass
            continue;
        if (const double cost = along + 2 * across; cost < bestCost) {
            bestCost = cost;
            best = SeatIndex(i);
        }
    }
    return best;
}

QPointF zoneLabelAt(const SeatingPlan &plan, int zone, double lineHeight)
{
    double top = std::numeric_limits<double>::max(), bottom = std::numeric_limits<double>::lowest();
    for (qint32 i = 0; i < plan.seatCount(); ++i)
        if (plan.rows[plan.row[i]].zone == zone) {
            top = std::min<double>(top, plan.y[i]);
            bottom = std::max<double>(bottom, plan.y[i]);
        }
    const double middle = (top + bottom) / 2;
    double left = std::numeric_limits<double>::max();
    for (qint32 i = 0; i < plan.seatCount(); ++i) // another zone's seats may reach into this one's height
        if (std::abs(plan.y[i] - middle) < lineHeight)
            left = std::min<double>(left, plan.x[i]);
    return {left, middle};
}

} // namespace foyer
