#include "ui/theme/Tokens.h"

#include <algorithm>
#include <cmath>

namespace foyer {

namespace {

constexpr auto family = "Pretendard";

const Colors darkColors{
    .ground = 0x15131Cu,
    .surface = 0x211E2Bu,
    .raised = 0x2A2637u,
    .hairline = 0x3A3548u,
    .ink = 0xF7F5FBu,
    .softInk = 0xB9B3C7u,
    .line = 0x7D7790u,
    .accent = 0xB9A6FFu,
    .onAccent = 0x1B1430u,
    .good = 0x5FD39Au,
    .warn = 0xFFC067u,
    .bad = 0xFF9C94u,
    .focus = 0x7DB8FFu,
    .posterInk = 0xFFFFFFu,
    .posterShade = 0x0D0A18u,
    .taken = 0x7D7790u,
    .categories = {0x4FA8E0u, 0xF0A02Eu, 0x35B88Eu, 0xDB7FB6u, 0x9DB8F2u, 0xF2814Au, 0xC59BD8u},
};

const Colors lightColors{
    .ground = 0xF6F4EFu,
    .surface = 0xFFFFFFu,
    .raised = 0xF1EEF6u,
    .hairline = 0xDAD6E0u,
    .ink = 0x17151Fu,
    .softInk = 0x5A5666u,
    .line = 0x8A8597u,
    .accent = 0x4A2FBDu,
    .onAccent = 0xFFFFFFu,
    .good = 0x0B6B43u,
    .warn = 0x8A4B00u,
    .bad = 0xB3201Fu,
    .focus = 0x0A62C9u,
    .posterInk = 0xFFFFFFu,
    .posterShade = 0x0D0A18u,
    .taken = 0x8A8597u,
    .categories = {0x0072B2u, 0xC77700u, 0x007A58u, 0xA8447Fu, 0x3C6E9Eu, 0xB84A00u, 0x8A5A9Eu},
};

const Colors contrastColors{
    .ground = 0x000000u,
    .surface = 0x0C0C0Cu,
    .raised = 0x1C1C1Cu,
    .hairline = 0xFFFFFFu,
    .ink = 0xFFFFFFu,
    .softInk = 0xEDEDEDu,
    .line = 0xFFFFFFu,
    .accent = 0xFFE14Du,
    .onAccent = 0x000000u,
    .good = 0x7CFFB2u,
    .warn = 0xFFC04Du,
    .bad = 0xFFB1AAu,
    .focus = 0x66D9FFu,
    .posterInk = 0xFFFFFFu,
    .posterShade = 0x000000u,
    .taken = 0x8A8A8Au,
    .categories = {0x6EC1FFu, 0xFFB347u, 0x4FE0B0u, 0xFF9FD6u, 0xC3D4FFu, 0xFF9E73u, 0xDDBBFFu},
};

/// What differs between standing in the foyer and sitting at the desk. Pixels hold at the reference density.
struct Measures {
    double density, basePx, unitPx, radiusPx, targetMm, gapMm;
};
constexpr Measures kiosk{2.75, 28, 8, 24, 20, 3};
constexpr Measures desk{4, 14, 6, 12, 8, 2};
constexpr const Measures &measuresOf(Place place) { return place == Place::Kiosk ? kiosk : desk; }

constexpr double factorOf(TypeRole role)
{
    switch (role) {
    case TypeRole::Caption: return 1;
    case TypeRole::Body: return 1.25;
    case TypeRole::Heading: return 1.6;
    case TypeRole::Title: return 2.2;
    case TypeRole::Huge: return 3.2;
    case TypeRole::Figure: return 9.6;
    }
    return 1;
}

/// How much of a larger text each role takes part in: what is read grows in full, what is large already grows less, so
/// that a screen still holds it. Every glyph is 12 mm high at 200 % all the same.
constexpr double growthOf(TypeRole role)
{
    switch (role) {
    case TypeRole::Caption:
    case TypeRole::Body: return 1;
    case TypeRole::Heading: return 0.75;
    case TypeRole::Title: return 0.5;
    case TypeRole::Huge: return 0.3;
    case TypeRole::Figure: return 0;
    }
    return 1;
}

double luminance(const QColor &color)
{
    const auto channel = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

} // namespace

const Colors &colorsOf(ThemeKind kind)
{
    switch (kind) {
    case ThemeKind::Dark: return darkColors;
    case ThemeKind::Light: return lightColors;
    case ThemeKind::HighContrast: return contrastColors;
    }
    return darkColors;
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

QColor blend(const QColor &from, const QColor &to, double share)
{
    const auto mix = [share](float a, float b) { return float(a + (b - a) * share); };
    return QColor::fromRgbF(
        mix(from.redF(), to.redF()), mix(from.greenF(), to.greenF()), mix(from.blueF(), to.blueF()));
}

Theme::Theme(ThemeKind kind, double density, int textPercent, Place place, Motion motion)
    : m_kind(kind), m_place(place), m_motion(motion), m_density(density),
      m_textPercent(std::clamp(textPercent, 100, 200))
{
}

QColor Theme::tone(Tone tone) const
{
    const Colors &c = colors();
    switch (tone) {
    case Tone::Ink: return c.ink;
    case Tone::Soft: return c.softInk;
    case Tone::Accent: return c.accent;
    case Tone::OnAccent: return c.onAccent;
    case Tone::Good: return c.good;
    case Tone::Warn: return c.warn;
    case Tone::Bad: return c.bad;
    }
    return c.ink;
}

QColor Theme::category(int position) const
{
    const auto &list = colors().categories;
    return list[size_t(position) % list.size()];
}

QColor Theme::onFill(const QColor &fill) const
{
    const Colors &c = colors();
    return contrast(fill, c.surface) >= contrast(fill, c.ink) ? c.surface : c.ink;
}

QColor Theme::posterTone(const QColor &wanted) const
{
    QColor tone = wanted.isValid() ? wanted : lightColors.accent;
    while (contrast(tone, colors().posterInk) < 5)
        tone = blend(tone, colors().posterShade, 0.08);
    return tone;
}

QFont Theme::font(TypeRole role, Weight weight) const
{
    QFont font(QString::fromLatin1(family));
    const double growth = 1 + growthOf(role) * (m_textPercent - 100) / 100;
    font.setPixelSize(qRound(measuresOf(m_place).basePx * scale() * factorOf(role) * growth));
    font.setWeight(weight == Weight::Strong ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (role >= TypeRole::Title) // large type set as loosely as small looks scattered
        font.setLetterSpacing(QFont::PercentageSpacing, 98);
    return font;
}

QFont Theme::font(TypeRole role) const
{
    return font(role, role >= TypeRole::Heading ? Weight::Strong : Weight::Regular);
}

QFont Theme::seatFont(double pixelSize) const
{
    QFont font(QString::fromLatin1(family));
    font.setPixelSize(std::max(1, qRound(pixelSize)));
    font.setWeight(QFont::DemiBold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double Theme::scale() const { return m_density / measuresOf(m_place).density; }
int Theme::px(double millimetres) const { return int(std::ceil(millimetres * m_density)); }
int Theme::space(int eighths) const { return qRound(eighths * measuresOf(m_place).unitPx * scale()); }
int Theme::radius() const { return qRound(measuresOf(m_place).radiusPx * scale()); }
int Theme::target() const { return px(measuresOf(m_place).targetMm); }
int Theme::gap() const { return px(measuresOf(m_place).gapMm); }
int Theme::stroke() const { return std::max(1, qRound(2 * scale())); }
int Theme::focusWidth() const { return std::max(3, qRound(3 * scale())); }
int Theme::iconSize() const { return qRound(font(TypeRole::Body).pixelSize() * 1.1); }

} // namespace foyer
