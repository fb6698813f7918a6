#pragma once

#include <QColor>
#include <QFont>
#include <array>

namespace foyer {

enum class ThemeKind : quint8 { Dark, Light, HighContrast };
enum class Motion : quint8 { Full, Reduced }; ///< reduced: nothing moves but under a finger
enum class Place : quint8 { Kiosk, Desk };    ///< read standing at an arm's length, or sitting
enum class TypeRole : quint8 { Caption, Body, Heading, Title, Huge, Figure }; ///< Figure: one number fills the screen
enum class Weight : quint8 { Regular, Strong };
enum class Tone : quint8 { Ink, Soft, Accent, OnAccent, Good, Warn, Bad };

/// Every colour there is. `hairline` only decorates; what must be seen to be used is drawn with `line`.
struct Colors {
    QColor ground, surface, raised, hairline;
    QColor ink, softInk, line;
    QColor accent, onAccent;
    QColor good, warn, bad, focus;
    QColor posterInk, posterShade; ///< a poster brings its own colour; these two are laid over it
    QColor taken;                  ///< a seat that is gone: seen, but quiet
    std::array<QColor, 7> categories;
};
const Colors &colorsOf(ThemeKind kind);

double contrast(const QColor &a, const QColor &b); ///< WCAG 2.2, 1 to 21
QColor blend(const QColor &from, const QColor &to, double share);

/// All that a widget needs to know to draw itself: colours, type and measures for one screen. Values only; a new text
/// size or theme is a new Theme.
class Theme
{
public:
    /// `density` is in pixels per millimetre as the device's settings say; `textPercent` is kept within 100..200.
    Theme(ThemeKind kind, double density, int textPercent, Place place = Place::Kiosk, Motion motion = Motion::Full);

    ThemeKind kind() const { return m_kind; }
    Place place() const { return m_place; }
    Motion motion() const { return m_motion; }
    double density() const { return m_density; }
    int textPercent() const { return m_textPercent; }
    bool isLargeText() const { return m_textPercent >= 150; }

    const Colors &colors() const { return colorsOf(m_kind); }
    QColor tone(Tone tone) const;
    QColor category(int position) const;           ///< by the category's place in its plan, so that contrast holds
    QColor onFill(const QColor &fill) const;       ///< ink for small marks on a filled shape
    QColor posterTone(const QColor &wanted) const; ///< as wanted, but dark enough for posterInk

    QFont font(TypeRole role, Weight weight) const;
    QFont font(TypeRole role) const;
    QFont seatFont(double pixelSize) const; ///< for text that scales with a drawing

    // All in pixels.
    int px(double millimetres) const;
    int space(int eighths) const; ///< multiples of 8 px (desk: 6) at the place's reference density
    int radius() const;
    int target() const; ///< least width and height of what is touched
    int gap() const;    ///< least distance between two targets
    int stroke() const;
    int focusWidth() const;
    int iconSize() const; ///< grows with the text

    friend bool operator==(const Theme &, const Theme &) = default;

private:
    double scale() const;

    ThemeKind m_kind;
    Place m_place;
    Motion m_motion;
    double m_density;
    int m_textPercent;
};

} // namespace foyer
