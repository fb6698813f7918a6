#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace foyer {

/// Line drawings on a grid of 24 by 24, drawn in any size and colour.
enum class Glyph : quint8 {
    None,
    Back,
    Forward,
    Up,
    Down,
    StartOver,
    Bell,
    Person,
    Globe,
    Plus,
    Minus,
    Fit,
    Check,
    Card,
    Cash,
    Cross,
    Sparkle,
    List,
    Printer,
    Warning,
    Info,
    Wheelchair,
    Erase,
};

void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &box, const QColor &color);

} // namespace foyer
