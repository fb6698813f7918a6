#pragma once

#include "domain/SeatingPlan.h"
#include "ui/theme/Tokens.h"

#include <QHash>
#include <QImage>
#include <array>
#include <optional>
#include <vector>

namespace foyer {

enum class SeatLook : quint8 { Free, Yours, Taken };
struct SeatMark {
    SeatLook look = SeatLook::Taken;
    quint8 category = 0; ///< its price category's place in the list: gives the colour
    friend bool operator==(const SeatMark &, const SeatMark &) = default;
};

/// A place on an image to a sixty-fourth of a pixel, in whole numbers: sums are exact, so that what is dragged by whole
/// pixels looks the same wherever it comes to lie.
struct SubPixels {
    static constexpr int aPixel = 64;
    qint32 x = 0, y = 0;

    static qint32 of(double pixels) ///< the nearest; halves always the same way
    {
        constexpr qint64 far = qint64(1) << 40; // above zero, where a cast rounds down
        return qint32(qint64(pixels * aPixel + 0.5 + double(far)) - far);
    }
    int xPixel() const { return x >> 6; }
    int yPixel() const { return y >> 6; }
    int xRest() const { return x & (aPixel - 1); }
    int yRest() const { return y & (aPixel - 1); }
};

/// Seats as pixels, each made once a scale and then copied: seventy thousand copies take the time of a few hundred
/// circles. Draws on opaque images of 32 bits a pixel only.
class SeatSprites
{
public:
    void setTheme(const Theme &theme);
    void setDiameter(double pixels); ///< of a free seat
    int reach() const;               ///< how far from its centre a seat may paint, in pixels

    void draw(QImage &image, const QRect &clip, SubPixels centre, SeatMark mark, SeatKind kind);
    void drawNumber(QImage &image, const QRect &clip, SubPixels centre, SeatMark mark, const QString &number);

private:
    static constexpr int phases = 4;      ///< of a pixel, each way: seats don't dance while the scale changes
    static constexpr int categories = 7;  ///< colours come again after as many
    static constexpr int mostDotted = 12; ///< pixels wide: larger ones are faster line by line
    static constexpr int variants = categories + 2, kinds = 4;

    struct Sprite {
        Sprite() = default;
        Sprite(const QImage &image, const QColor &surface); ///< a square one
        void blendOver(QImage &image, const QRect &clip, int x, int y) const;
        int side = 0;
        std::vector<quint32> pixels;
        struct Dot {
            int x, y;
            quint32 pixel;
            quint32 onSurface; ///< blended over it, where nearly all seats lie
        };
        std::vector<Dot> dots; ///< of a small one, nothing to work out while it is drawn: first the opaque pixels
        size_t opaqueDots = 0;
        quint32 surface = 0;
    };
    const Sprite &sprite(SeatMark mark, SeatKind kind, int phase);
    QImage made(SeatMark mark, SeatKind kind, const QPointF &phase) const;

    std::optional<Theme> m_theme;
    double m_diameter = 0;
    std::array<Sprite, size_t(variants *kinds *phases *phases)> m_sprites;
    QHash<QString, std::array<Sprite, 2>> m_numbers; ///< in either ink
};

} // namespace foyer
