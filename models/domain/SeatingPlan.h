#pragma once

#include "domain/Id.h"
#include "domain/StringColumn.h"

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <functional>

namespace foyer {

struct SeatCategory {
    QString name;
    QString color; ///< "#rrggbb", or empty; screens colour by position in the list, so that contrast holds
    friend bool operator==(const SeatCategory &, const SeatCategory &) = default;
};

/// Something drawn that isn't sold: stage, bar, a text. Colours are "#rrggbb" or empty.
struct PlanArea {
    enum class Shape : quint8 { Rectangle, Ellipse, Polygon, Text };
    Shape shape = Shape::Rectangle;
    QPointF position;    ///< top left of a rectangle, centre of an ellipse, origin of a polygon, centre of a text
    QSizeF size;         ///< of a rectangle; of an ellipse both radii
    double rotation = 0; ///< degrees, clockwise
    QString color, borderColor;
    QList<QPointF> points; ///< relative to position
    QString text;
    QPointF textPosition; ///< relative to position
    double textSize = 16;
    QString textColor;
    friend bool operator==(const PlanArea &, const PlanArea &) = default;
};

struct PlanZone {
    QString name;
    friend bool operator==(const PlanZone &, const PlanZone &) = default;
};

struct PlanRow {
    qint32 zone = 0;
    QString label; ///< for people; may be empty
    qint32 firstSeat = 0;
    qint32 seatCount = 0; ///< its seats follow each other in the plan
    friend bool operator==(const PlanRow &, const PlanRow &) = default;
};

enum class SeatKind : quint8 { Ordinary, Wheelchair, Companion, RestrictedView };
inline bool isAccessible(SeatKind kind) { return kind == SeatKind::Wheelchair || kind == SeatKind::Companion; }

/// One version of a seating plan: immutable, read whole, one array a property, indexed by SeatIndex.
struct SeatingPlan {
    QString id; ///< the file's
    QString name;
    QSizeF size; ///< the drawing's; covers every seat
    QList<SeatCategory> categories;
    QList<PlanZone> zones;
    QList<PlanRow> rows;
    QList<PlanArea> areas;

    // one element a seat
    QList<float> x, y;       ///< centre, y downward
    QList<quint16> category; ///< index into categories
    QList<qint32> row;       ///< index into rows
    QList<SeatKind> kind;
    StringColumn number; ///< for people; any text
    StringColumn guid;   ///< unique in the plan, not for people

    qint32 seatCount() const { return qint32(x.size()); }
    bool contains(SeatIndex seat) const { return indexOf(seat) >= 0 && indexOf(seat) < seatCount(); }
    const SeatCategory &categoryOf(SeatIndex seat) const { return categories[category[indexOf(seat)]]; }
    const PlanRow &rowOf(SeatIndex seat) const { return rows[row[indexOf(seat)]]; }
    const PlanZone &zoneOf(SeatIndex seat) const { return zones[rowOf(seat).zone]; }
    friend bool operator==(const SeatingPlan &, const SeatingPlan &) = default;
};

/// How a seat is called by people: "1층", "G", "12". Any part may be empty.
struct SeatName {
    QString zone, row, number;
    friend bool operator==(const SeatName &, const SeatName &) = default;
};
inline SeatName nameOfSeat(const SeatingPlan &plan, SeatIndex seat)
{
    return {plan.zoneOf(seat).name, plan.rowOf(seat).label, plan.number[indexOf(seat)]};
}

/// As it is turned; null for a text, which reaches as far as its letters do.
QRectF boundsOf(const PlanArea &area);

/// The `count` seats nearest to `seat` in space, of its category and kind, for which `isFree` says true; nearest first.
QList<SeatIndex> nearestSeats(
    const SeatingPlan &plan, SeatIndex seat, int count, const std::function<bool(SeatIndex)> &isFree);

} // namespace foyer
