#include "ui/theme/Paint.h"

#include <QPainter>

namespace foyer {

namespace {

QColor restingFill(const Colors &c, ButtonLook look)
{
    switch (look) {
    case ButtonLook::Primary: return c.accent;
    case ButtonLook::Secondary: return c.surface;
    case ButtonLook::Raised: return c.raised;
    case ButtonLook::Quiet:
    case ButtonLook::Outline: return c.ground;
    case ButtonLook::Bare: return {};
    }
    return {};
}

QColor restingBorder(const Theme &theme, ButtonLook look)
{
    const Colors &c = theme.colors();
    switch (look) {
    case ButtonLook::Quiet: return c.hairline;
    case ButtonLook::Outline: return c.line;
    case ButtonLook::Secondary:
    case ButtonLook::Raised: return theme.kind() == ThemeKind::HighContrast ? c.line : QColor();
    case ButtonLook::Primary:
    case ButtonLook::Bare: return {};
    }
    return {};
}

} // namespace

ButtonColors buttonColors(const Theme &theme, ButtonLook look, const ButtonState &state)
{
    const Colors &c = theme.colors();
    const bool filled = look == ButtonLook::Primary;
    ButtonColors colors{restingFill(c, look), restingBorder(theme, look), filled ? c.onAccent : c.ink};
    if (!state.enabled && theme.kind() == ThemeKind::HighContrast) { // grey, where all else is white or black
        const QColor dim = blend(c.softInk, c.ground, 0.35);
        return {{}, look == ButtonLook::Bare ? QColor() : dim, dim};
    }
    if (!state.enabled) // still legible: people ask why, and read the answer off the button
        return {filled                          ? c.raised
                : look == ButtonLook::Secondary ? blend(c.surface, c.ground, 0.6)
                                                : colors.fill,
            colors.border.isValid() ? c.hairline : QColor(), c.softInk};
    if (state.chosen)
        colors.border = c.accent;
    if (state.down)
        colors.fill = filled ? blend(c.accent, c.onAccent, 0.22) : blend(c.raised, c.ink, 0.14);
    return colors;
}

void paintPanel(QPainter &painter, const QRectF &rect, double radius, const QColor &fill, const QColor &border,
    double borderWidth, Qt::PenStyle line)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool bordered = border.isValid() && borderWidth > 0;
    const double inset = bordered ? borderWidth / 2 : 0;
    painter.setPen(bordered ? QPen(border, borderWidth, line) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter.restore();
}

QRectF paintFocusRing(QPainter &painter, const Theme &theme, const QRectF &rect, double radius)
{
    const double width = theme.focusWidth();
    paintPanel(painter, rect, radius, {}, theme.colors().focus, width);
    return rect.adjusted(2 * width, 2 * width, -2 * width, -2 * width);
}

void paintButton(
    QPainter &painter, const Theme &theme, const QRectF &rect, double radius, ButtonLook look, const ButtonState &state)
{
    const auto [fill, border, content] = buttonColors(theme, look, state);
    const QRectF body = state.focused ? paintFocusRing(painter, theme, rect, radius) : rect;
    const double inner = state.focused ? radius - 2 * theme.focusWidth() : radius;
    paintPanel(painter, body, inner, fill, border, state.chosen ? 1.5 * theme.stroke() : theme.stroke(),
        !state.enabled && theme.kind() == ThemeKind::HighContrast ? Qt::DashLine : Qt::SolidLine);
}

} // namespace foyer
