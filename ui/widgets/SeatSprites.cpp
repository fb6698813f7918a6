#include "ui/widgets/SeatSprites.h"

#include "ui/widgets/Glyph.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace foyer {

namespace {

constexpr double yoursShare = 1.25; // of a free seat's diameter
constexpr double takenShare = 0.38;

quint32 over(quint32 below, quint32 above)
{
    const quint32 rest = 255 - qAlpha(above);
    quint32 even = (below & 0x00ff00ff) * rest, odd = ((below >> 8) & 0x00ff00ff) * rest;
    even = ((even + ((even >> 8) & 0x00ff00ff) + 0x00800080) >> 8) & 0x00ff00ff;
    odd = (odd + ((odd >> 8) & 0x00ff00ff) + 0x00800080) & 0xff00ff00;
    return above + (even | odd);
}

void blendLine(quint32 *to, const quint32 *from, int pixels)
{
    for (int i = 0; i < pixels; ++i)
        if (const quint32 pixel = from[i]; pixel >= 0xff000000)
            to[i] = pixel;
        else if (pixel != 0)
            to[i] = over(to[i], pixel);
}

/// A disc with soft edges, as a painter would draw it, at a fiftieth of the price.
void drawDisc(QImage &image, const QPointF &centre, double radius, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<quint32 *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const double dx = x + 0.5 - centre.x(), dy = y + 0.5 - centre.y();
            const double covered = std::clamp(radius + 0.5 - std::sqrt(dx * dx + dy * dy), 0.0, 1.0);
            line[x] = qPremultiply(qRgba(color.red(), color.green(), color.blue(), qRound(covered * 255)));
        }
    }
}

void drawMarked(QPainter &painter, const Theme &theme, const QColor &color, SeatKind kind, const QRectF &box)
{
    const double side = box.width();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    if (kind == SeatKind::Wheelchair || kind == SeatKind::Companion) // square: told from afar by shape
        painter.drawRoundedRect(box, side * 0.2, side * 0.2);
    else
        painter.drawEllipse(box);
    const QColor mark = theme.onFill(color);
    const QRectF inner = box.adjusted(side * 0.14, side * 0.14, -side * 0.14, -side * 0.14);
    if (kind == SeatKind::Wheelchair || kind == SeatKind::Companion)
        return paintGlyph(painter, kind == SeatKind::Wheelchair ? Glyph::Wheelchair : Glyph::Person, inner, mark);
    painter.setPen(QPen(theme.colors().surface, std::max(1.0, side * 0.09))); // restricted view: hatched
    for (const double at : {0.3, 0.5, 0.7})
        painter.drawLine(box.topLeft() + QPointF(side * (at - 0.26), side * (at + 0.26)),
            box.topLeft() + QPointF(side * (at + 0.26), side * (at - 0.26)));
}

/// A little larger than the others and with strokes that hold at any size: it must be found in the whole hall.
void drawYours(QPainter &painter, const Theme &theme, const QRectF &box)
{
    const double side = box.width(), ring = std::max<double>(theme.stroke() * 1.25, side * 0.12);
    painter.setPen(QPen(theme.colors().accent, ring, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(theme.colors().surface);
    painter.drawEllipse(box.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2));
    const auto at = [&](double x, double y) { return box.topLeft() + QPointF(x, y) * side; };
    painter.drawPolyline(QPolygonF{at(0.32, 0.52), at(0.45, 0.64), at(0.68, 0.38)});
}

QImage transparent(int side)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

} // namespace

SeatSprites::Sprite::Sprite(const QImage &image, const QColor &under)
    : side(image.width()), pixels(size_t(side) * size_t(side)), surface(under.rgb())
{
    for (int y = 0; y < side; ++y)
        std::copy_n(
            reinterpret_cast<const quint32 *>(image.constScanLine(y)), side, pixels.begin() + qsizetype(y) * side);
    if (side > mostDotted)
        return;
    for (const bool wantsOpaque : {true, false}) {
        for (int i = 0; i < side * side; ++i)
            if (const quint32 pixel = pixels[size_t(i)]; pixel != 0 && (pixel >= 0xff000000) == wantsOpaque)
                dots.push_back({i % side, i / side, pixel, over(surface, pixel)});
        if (wantsOpaque)
            opaqueDots = dots.size();
    }
}

void SeatSprites::Sprite::blendOver(QImage &image, const QRect &clip, int x, int y) const
{
    const qsizetype line = image.bytesPerLine() / 4;
    auto *bits = reinterpret_cast<quint32 *>(image.bits());
    if (!dots.empty() && clip.left() <= x && clip.top() <= y && x + side <= clip.right() + 1 &&
        y + side <= clip.bottom() + 1) {
        quint32 *corner = bits + y * line + x;
        const auto at = [&](const Dot &dot) -> quint32 & { return corner[dot.y * line + dot.x]; };
        for (size_t i = 0; i < opaqueDots; ++i)
            at(dots[i]) = dots[i].pixel;
        for (size_t i = opaqueDots; i < dots.size(); ++i)
            at(dots[i]) = at(dots[i]) == surface ? dots[i].onSurface : over(at(dots[i]), dots[i].pixel);
        return;
    }
    const int left = std::max(x, clip.left()), right = std::min(x + side, clip.right() + 1);
    const int top = std::max(y, clip.top()), bottom = std::min(y + side, clip.bottom() + 1);
    const quint32 *from = pixels.data() + qsizetype(top - y) * side + (left - x);
    quint32 *to = bits + top * line + left;
    for (int row = top; row < bottom; ++row, to += line, from += side)
        blendLine(to, from, right - left);
}

void SeatSprites::setTheme(const Theme &theme)
{
    if (m_theme == theme)
        return;
    m_theme = theme;
    m_diameter = 0;
}

void SeatSprites::setDiameter(double pixels)
{
    if (m_diameter == pixels)
        return;
    m_diameter = pixels;
    m_sprites = {};
    m_numbers.clear();
}

int SeatSprites::reach() const { return int(std::ceil(m_diameter * yoursShare / 2)) + 2; }

void SeatSprites::draw(QImage &image, const QRect &clip, SubPixels centre, SeatMark mark, SeatKind kind)
{
    constexpr int aPhase = SubPixels::aPixel / phases;
    const int phase = centre.yRest() / aPhase * phases + centre.xRest() / aPhase;
    const Sprite &drawn = sprite(mark, kind, phase);
    drawn.blendOver(image, clip, centre.xPixel() - drawn.side / 2, centre.yPixel() - drawn.side / 2);
}

const SeatSprites::Sprite &SeatSprites::sprite(SeatMark mark, SeatKind kind, int phase)
{
    if (mark.look != SeatLook::Free) // alike in every category, of every kind
        kind = SeatKind::Ordinary;
    const int variant = mark.look == SeatLook::Free ? mark.category % categories : categories + int(mark.look) - 1;
    Sprite &kept = m_sprites[size_t(variant * kinds + int(kind)) * size_t(phases * phases) + size_t(phase)];
    if (kept.side == 0)
        kept = Sprite(made(mark, kind, (QPointF(QPoint(phase % phases, phase / phases)) + QPointF(0.5, 0.5)) / phases),
            m_theme->colors().surface);
    return kept;
}

QImage SeatSprites::made(SeatMark mark, SeatKind kind, const QPointF &phase) const
{
    const bool disc = mark.look == SeatLook::Taken || (mark.look == SeatLook::Free && kind == SeatKind::Ordinary);
    const double diameter = m_diameter * (mark.look == SeatLook::Free       ? 1
                                             : mark.look == SeatLook::Taken ? takenShare
                                                                            : yoursShare);
    const int half = int(std::ceil(diameter / 2 + 0.5));
    const QPointF centre = QPointF(half, half) + phase;
    QImage image = transparent(2 * half + 1);
    const QColor color = mark.look == SeatLook::Taken ? m_theme->colors().taken : m_theme->category(mark.category);
    if (disc) {
        drawDisc(image, centre, diameter / 2, color);
        return image;
    }
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(centre - QPointF(diameter, diameter) / 2, QSizeF(diameter, diameter));
    if (mark.look == SeatLook::Yours)
        drawYours(painter, *m_theme, box);
    else
        drawMarked(painter, *m_theme, color, kind, box);
    return image;
}

void SeatSprites::drawNumber(QImage &image, const QRect &clip, SubPixels centre, SeatMark mark, const QString &number)
{
    const QColor ink = m_theme->onFill(m_theme->category(mark.category));
    Sprite &kept = m_numbers[number][ink == m_theme->colors().ink];
    if (kept.side == 0) {
        const QFont font = m_theme->seatFont(m_diameter * (number.size() > 2 ? 0.36 : 0.46));
        const QRectF bounds = QFontMetricsF(font).boundingRect(number);
        if (bounds.width() > m_diameter)
            return; // no number, but a label: rather none than ink on its neighbours
        QImage pixels = transparent(int(std::ceil(std::max(bounds.width(), bounds.height()))) | 1);
        QPainter painter(&pixels);
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(QPointF(pixels.width(), pixels.height()) / 2 - bounds.center(), number);
        kept = Sprite(pixels, m_theme->colors().surface);
    }
    kept.blendOver(image, clip, centre.xPixel() - kept.side / 2, centre.yPixel() - kept.side / 2);
}

} // namespace foyer
