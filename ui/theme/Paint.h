#pragma once

#include "ui/theme/Tokens.h"

#include <QRectF>

class QPainter;

namespace foyer {

/// How a thing that is pressed looks; what it means is its owner's business.
enum class ButtonLook : quint8 {
    Primary,   ///< the one main action of a screen, filled with the accent
    Secondary, ///< a surface on the ground
    Quiet,     ///< a hairline only: the frame's buttons
    Outline,   ///< a full line: an alternative way on
    Raised,    ///< lies on a card: keys, chips
    Bare,      ///< nothing but its content until pressed
};
struct ButtonState {
    bool enabled = true, down = false, focused = false, chosen = false;
};
struct ButtonColors {
    QColor fill, border, content;
};
ButtonColors buttonColors(const Theme &theme, ButtonLook look, const ButtonState &state);

/// Fill or border may be invalid: not drawn.
void paintPanel(QPainter &painter, const QRectF &rect, double radius, const QColor &fill, const QColor &border = {},
    double borderWidth = 0, Qt::PenStyle line = Qt::SolidLine);
/// The ring lies on the rect's edge, with a gap inside it; returns what is left for the control itself.
QRectF paintFocusRing(QPainter &painter, const Theme &theme, const QRectF &rect, double radius);
void paintButton(QPainter &painter, const Theme &theme, const QRectF &rect, double radius, ButtonLook look,
    const ButtonState &state);

} // namespace foyer
