#include "domain/SeatGrid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace foyer {

namespace {

constexpr double pitchesACell = 4;
constexpr double seatsACell = 1; // at least so many on average: far-apart seats don't ask for a million empty cells

double usualPitch(const SeatingPlan &plan)
{
    std::vector<double> steps;
    for (qint32 i = 1; i < plan.seatCount(); ++i)
        if (plan.row[i] == plan.row[i - 1])
            if (const double step = std::hypot(plan.x[i] - plan.x[i - 1], plan.y[i] - plan.y[i - 1]); step > 1e-3)
                steps.push_back(step);
    if (steps.empty()) // single seats, or all in one place
        return std::max(1.0, plan.size.width() / 20);
    const auto middle = steps.begin() + std::ptrdiff_t((steps.size() - 1) / 2); // of two the smaller: seats, not a gap
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

QRectF seatBounds(const SeatingPlan &plan)
{
    const auto [left, right] = std::minmax_element(plan.x.begin(), plan.x.end());
    const auto [top, bottom] = std::minmax_element(plan.y.begin(), plan.y.end());
    return plan.x.isEmpty() ? QRectF() : QRectF(QPointF(*left, *top), QPointF(*right, *bottom));
}

std::vector<QRectF> boundsOfZones(const SeatingPlan &plan, double pitch)
{
    std::vector<QRectF> zones(size_t(plan.zones.size()));
    for (qint32 i = 0; i < plan.seatCount(); ++i) {
        QRectF &zone = zones[size_t(plan.rows[plan.row[i]].zone)];
        zone = zone.united(QRectF(plan.x[i] - pitch, plan.y[i] - pitch, 2 * pitch, 2 * pitch));
    }
    return zones;
}

QRectF wholeBounds(const SeatingPlan &plan, double pitch)
{
    QRectF bounds = seatBounds(plan).adjusted(-pitch / 2, -pitch / 2, pitch / 2, pitch / 2);
    for (const PlanArea &area : plan.areas)
        if (const QRectF its = boundsOf(area); its.isValid()) // a text is no reason to show less of the hall
            bounds = bounds.united(its);
    return bounds.adjusted(-pitch, -pitch, pitch, pitch);
}

} // namespace

SeatGrid::SeatGrid(std::shared_ptr<const SeatingPlan> plan)
    : m_plan(std::move(plan)), m_pitch(usualPitch(*m_plan)), m_bounds(wholeBounds(*m_plan, m_pitch)),
      m_zones(boundsOfZones(*m_plan, m_pitch))
{
    const QRectF seats = seatBounds(*m_plan);
    const double count = std::max<double>(1, m_plan->seatCount());
    m_origin = seats.topLeft();
    // neither more cells than seats over an area, nor along a line
    m_cell = std::max({m_pitch * pitchesACell, std::sqrt(seats.width() * seats.height() / count * seatsACell),
        std::max(seats.width(), seats.height()) / count});
    m_columns = int(seats.width() / m_cell) + 1;
    m_rows = int(seats.height() / m_cell) + 1;
    m_begin.assign(size_t(m_columns) * size_t(m_rows) + 1, 0);
    m_places.resize(size_t(m_plan->seatCount()));
    const auto cellOf = [this](qint32 seat) {
        return size_t(rowAt(m_plan->y[seat])) * size_t(m_columns) + size_t(columnAt(m_plan->x[seat]));
    };
    for (qint32 i = 0; i < m_plan->seatCount(); ++i)
        ++m_begin[cellOf(i) + 1];
    for (size_t cell = 1; cell < m_begin.size(); ++cell)
        m_begin[cell] += m_begin[cell - 1];
    std::vector<qint32> next(m_begin.begin(), m_begin.end() - 1);
    for (qint32 i = 0; i < m_plan->seatCount(); ++i)
        m_places[size_t(next[cellOf(i)]++)] = {m_plan->x[i], m_plan->y[i], SeatIndex{i}};
}

int SeatGrid::cellAt(double along, int count) const
{
    return int(std::clamp(std::floor(along / m_cell), 0.0, double(count - 1)));
}

template <typename GoOn, typename Visit>
void SeatGrid::rings(const QPointF &at, GoOn goOn, Visit visit) const
{
    const int column = columnAt(at.x()), row = rowAt(at.y());
    for (int ring = 0; ring < std::max(m_columns, m_rows); ++ring) {
        if (!goOn(std::max(0, ring - 1) * m_cell)) // a place may lie at its own cell's edge
            return;
        const int left = std::max(0, column - ring), right = std::min(m_columns - 1, column + ring);
        for (int y = std::max(0, row - ring); y <= std::min(m_rows - 1, row + ring); ++y) {
            if (std::abs(y - row) == ring) {
                cells(left, right, y, visit);
                continue;
            }
            if (column - ring >= 0)
                cells(column - ring, column - ring, y, visit);
            if (column + ring < m_columns)
                cells(column + ring, column + ring, y, visit);
        }
    }
}

std::optional<SeatIndex> SeatGrid::nearest(const QPointF &at, double within) const
{
    std::optional<SeatIndex> best;
    double least = within * within; // squared, as all below
    rings(
        at, [&least](double distance) { return distance * distance <= least; },
        [&](const Place &place) {
            const double dx = place.x - at.x(), dy = place.y - at.y();
            if (const double distance = dx * dx + dy * dy; distance < least) {
                least = distance;
                best = place.seat;
            }
        });
    return best;
}

std::optional<SeatIndex> SeatGrid::towards(SeatIndex from, const QPointF &direction) const
{
    std::optional<SeatIndex> best;
    double least = std::numeric_limits<double>::max();
    const QPointF start = positionOf(*m_plan, from);
    rings(
        start, [&least](double distance) { return distance <= least; }, // no cost is below its distance
        [&](const Place &place) {
            const QPointF step = QPointF(place.x, place.y) - start;
            const double along = QPointF::dotProduct(step, direction);
            const double across = std::abs(step.x() * direction.y() - step.y() * direction.x());
            if (along <= 1e-6 || across > along) // outside a quarter of the compass
                return;
            if (const double cost = along + 2 * across; cost < least) {
                least = cost;
                best = place.seat;
            }
        });
    return best;
}

} // namespace foyer
