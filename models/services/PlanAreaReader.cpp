#include "services/PlanAreaReader.h"

#include "domain/Limits.h"
#include "services/CssColor.h"

#include <cmath>

namespace foyer {

bool isDrawable(double coordinate)
{
    return std::isfinite(coordinate) && std::abs(coordinate) <= limits::coordinateMax;
}

namespace {
double checkedCoordinate(const JsonCursor &at, double value)
{
    if (isDrawable(value))
        return value;
    at.refuse(InputFault::BadCoordinate);
    return 0;
}

double coordinateIfGiven(const JsonCursor &at, double otherwise)
{
    return checkedCoordinate(at, at.numberIfGiven(otherwise));
}
} // namespace

double coordinate(const JsonCursor &at) { return checkedCoordinate(at, at.number()); }

QPointF point(const JsonCursor &at) { return {coordinate(at.member(u"x")), coordinate(at.member(u"y"))}; }

QPointF pointIfGiven(const JsonCursor &at, QPointF otherwise) { return at.isGiven() ? point(at) : otherwise; }

namespace {
/// The shape's own object; older plans have its fields flat on the area.
struct AreaShape {
    QStringView name;
    PlanArea::Shape shape;
};
constexpr std::array areaShapes{
    AreaShape{u"rectangle", PlanArea::Shape::Rectangle},
    AreaShape{u"circle", PlanArea::Shape::Ellipse},
    AreaShape{u"ellipse", PlanArea::Shape::Ellipse},
    AreaShape{u"polygon", PlanArea::Shape::Polygon},
    AreaShape{u"text", PlanArea::Shape::Text},
};

QSizeF radii(const JsonCursor &body)
{
    const JsonCursor radius = body.member(u"radius");
    if (!radius.isObject()) {
        const double both = coordinateIfGiven(radius, 0);
        return {both, both};
    }
    const QPointF two = point(radius);
    return {two.x(), two.y()};
}

void readOutline(PlanArea &area, const JsonCursor &body)
{
    switch (area.shape) {
    case PlanArea::Shape::Rectangle:
        area.size = {coordinateIfGiven(body.member(u"width"), 0), coordinateIfGiven(body.member(u"height"), 0)};
        return;
    case PlanArea::Shape::Ellipse: area.size = radii(body); return;
    case PlanArea::Shape::Polygon:
        body.member(u"points").forEach([&](const JsonCursor &corner) { area.points.append(point(corner)); });
        return;
    case PlanArea::Shape::Text: return;
    }
}

void readAreaText(PlanArea &area, const JsonCursor &text)
{
    if (area.shape == PlanArea::Shape::Rectangle)
        area.textPosition = {area.size.width() / 2, area.size.height() / 2};
    if (!text.isObject()) {
        area.text = text.textIfGiven();
        return;
    }
    area.text = text.member(u"text").textIfGiven();
    area.textPosition = pointIfGiven(text.member(u"position"), area.textPosition);
    area.textSize = coordinateIfGiven(text.member(u"size"), area.textSize);
    area.textColor = cssColor(text.member(u"color").textIfGiven());
}
} // namespace

std::optional<PlanArea> readArea(const JsonCursor &at, QPointF zone)
{
    const QString name = at.member(u"shape").textIfGiven();
    const auto *known =
        std::ranges::find_if(areaShapes, [&](const AreaShape &shape) { return name == shape.name || name.isEmpty(); });
    if (known == areaShapes.end())
        return std::nullopt;
    PlanArea area{.shape = known->shape};
    area.position = zone + pointIfGiven(at.member(u"position"));
    area.rotation = coordinateIfGiven(at.member(u"rotation"), 0);
    area.color = cssColor(at.member(u"color").textIfGiven());
    area.borderColor = cssColor(at.member(u"border_color").textIfGiven());
    const JsonCursor body = at.member(known->name);
    readOutline(area, body.isObject() ? body : at);
    readAreaText(area, at.member(u"text"));
    return area;
}

} // namespace foyer
