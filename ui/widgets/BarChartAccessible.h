#pragma once

class QAccessibleInterface;
class QObject;
class QString;

namespace foyer {

/// Tells screen readers of every bar of a BarChart: its label, its value, and that it can be opened. For
/// QAccessible::installFactory().
QAccessibleInterface *barChartAccessible(const QString &className, QObject *object);

} // namespace foyer
