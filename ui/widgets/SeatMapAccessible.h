#pragma once

class QAccessibleInterface;
class QObject;
class QString;

namespace foyer {

/// Tells screen readers and switches of every seat of a SeatMapView: its name, its state, and that it can be pressed. A
/// seat is told of when it is asked for; no seat is an object of its own before. For QAccessible::installFactory().
QAccessibleInterface *seatMapAccessible(const QString &className, QObject *object);

} // namespace foyer
