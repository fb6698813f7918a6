#include "Stadium.h"

#include <cmath>
#include <numbers>

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr double pitch = 10, rowPitch = 11, innerRadius = 420, stretch = 1.6, aisle = 14;
constexpr int sections = 48;

struct Oval {
    double radius;
    QPointF at(double angle) const { return {stretch * radius * std::cos(angle), radius * std::sin(angle)}; }
    double speed(double angle) const
    {
        return std::hypot(stretch * radius * std::sin(angle), radius * std::cos(angle));
    }
};

QList<QPointF> rowOf(int section, int row)
{
    const Oval oval{innerRadius + row * rowPitch};
    const double width = 2 * std::numbers::pi / sections;
    double angle = section * width, end = angle + width;
    angle += aisle / oval.speed(angle) / 2;
    end -= aisle / oval.speed(end) / 2;
    QList<QPointF> places;
    for (; angle < end; angle += pitch / oval.speed(angle))
        places.append(oval.at(angle));
    return places;
}

int rowsFor(int seats)
{
    int rows = 0;
    for (int found = 0; found < seats; ++rows)
        for (int section = 0; section < sections; ++section)
            found += int(rowOf(section, rows).size());
    return rows;
}
} // namespace

SeatingPlan stadium(int seats)
{
    SeatingPlan plan;
    plan.id = plan.name = u"plan"_s;
    plan.categories = {{u"R"_s, {}}};
    const int rows = rowsFor(seats);
    const Oval outer{innerRadius + (rows + 2) * rowPitch};
    const QPointF centre(stretch * outer.radius, outer.radius);
    plan.size = QSizeF(centre.x() * 2, centre.y() * 2);
    plan.areas.append({.shape = PlanArea::Shape::Ellipse,
        .position = centre,
        .size = QSizeF(stretch * innerRadius * 0.8, innerRadius * 0.8),
        .text = u"Stage"_s});
    for (int section = 0; section < sections; ++section) {
        plan.zones.append({QString::number(section + 1)});
        for (int row = 0; row < rows; ++row) {
            plan.rows.append({section, QString::number(row + 1), plan.seatCount(), 0});
            int number = 0;
            for (const QPointF &place : rowOf(section, row)) {
                if (plan.seatCount() == seats)
                    return plan;
                plan.x.append(float(centre.x() + place.x()));
                plan.y.append(float(centre.y() + place.y()));
                plan.category.append(0);
                plan.row.append(qint32(plan.rows.size() - 1));
                plan.kind.append(SeatKind::Ordinary);
                plan.number.append(QString::number(++number));
                plan.guid.append(QString::number(plan.seatCount()));
                ++plan.rows.last().seatCount;
            }
        }
    }
    return plan;
}

} // namespace foyer::bench
