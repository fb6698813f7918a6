#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QPointF>
#include <QSizeF>
#include <QString>

namespace foyer {

constexpr double seatPitch = 22;
constexpr double rowPitch = 26;

/// Part of a circle around `centre`; angles in degrees from straight down, positive to the right.
struct DemoArc {
    QPointF centre;
    double radius = 0;
    double from = 0, to = 0;

    QPointF at(double degrees) const;
    /// As many seats as fit with half of `aisle` left free at both ends, in the middle, from left to right.
    QList<QPointF> seats(double aisle) const;
};

/// Draws a seating plan: zones, their rows, their seats, in the order in which they are begun.
class DemoDrawing
{
public:
    DemoDrawing(const QString &name, QSizeF size, const QStringList &categories);

    void beginZone(const QString &name, QPointF position);
    void beginRow(const QString &label);
    /// Numbered from 1 along its row; `flag` is "wheelchair" or the like. Places are the whole plan's.
    void addSeat(QPointF place, const QString &category, const QString &flag = {});
    void skipNumber() { ++m_number; }
    void addStage(const QList<QPointF> &outline, const QString &text, int textSize);
    void addBox(QPointF centre, QSizeF size, const QString &text);
    void addTable(QPointF centre, double radius, const QString &text);
    QByteArray json();

private:
    void addArea(QJsonObject area, QPointF place, const QString &text, QPointF textPlace, int textSize);
    void endRow();
    void endZone();

    QJsonObject m_plan, m_zone, m_row;
    QJsonArray m_zones, m_rows, m_seats, m_areas;
    QPointF m_origin; ///< the zone's
    int m_number = 0;
};

} // namespace foyer
