#pragma once

#include "domain/SeatingPlan.h"
#include "ui/theme/Tokens.h"

#include <QHash>
#include <QImage>
#include <array>
#include <optional>

namespace foyer {

enum class SeatLook : quint8 { Free, Yours, Taken };
struct SeatMark {
    SeatLook look = SeatLook::Taken;
    quint8 category = 0; ///< its price category's place in the list: gives the colour
    friend bool operator==(const SeatMark &, const SeatMark &) = default;
};

/// Seats as pixels, each made once a scale and then copied: seventy thousand copies take the time of a few hundred
/// circles. Draws on opaque images of 32 bits a pixel only.
class SeatSprites
{
public:
    void setTheme(const Theme &theme);
    void setDiameter(double pixels); ///< of a free seat
    int reach() const;               ///< how far from its centre a seat may paint, in pixels

    void draw(QImage &image, const QRect &clip, const QPointF &centre, SeatMark mark, SeatKind kind);
    void drawNumber(QImage &image, const QRect &clip, const QPointF &centre, SeatMark mark, const QString &number);

private:
    static constexpr int phases = 4;     ///< of a pixel, each way: seats don't dance while the scale changes
    static constexpr int categories = 7; ///< colours come again after as many
    static constexpr int variants = categories + 2, kinds = 4;

    const QImage &sprite(SeatMark mark, SeatKind kind, int phase);
    QImage made(SeatMark mark, SeatKind kind, const QPointF &phase) const;

    std::optional<Theme> m_theme;
    double m_diameter = 0;
    std::array<QImage, size_t(variants *kinds *phases *phases)> m_sprites;
    QHash<QString, std::array<QImage, 2>> m_numbers; ///< in either ink
};

} // namespace foyer
