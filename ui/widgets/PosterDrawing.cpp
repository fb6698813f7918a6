#include "ui/widgets/PosterDrawing.h"

#include "ui/theme/Paint.h"

#include <QPainter>
#include <QPainterPath>
#include <QRandomGenerator>
#include <cmath>
#include <numbers>

namespace foyer {

namespace {

constexpr double turn = 2 * std::numbers::pi;

/// Ellipses around a point off the middle, like ripples seen at an angle.
void ripples(QPainterPath &path, QRandomGenerator &random, double side)
{
    const double flatness = 0.34 + random.bounded(0.3);
    for (int i = 1; i <= 26; ++i) {
        const double r = side * (0.045 * i + 0.0006 * i * i);
        path.addEllipse(QPointF(-side * 0.006 * i, side * 0.006 * i), r, r * (flatness + 0.012 * i));
    }
}

/// Strings that swing together.
void waves(QPainterPath &path, QRandomGenerator &random, double side)
{
    const double phase = random.bounded(turn), swing = 0.05 + random.bounded(0.05);
    for (int i = -16; i <= 16; ++i) {
        for (int step = 0; step <= 80; ++step) {
            const double t = step / 80.0 * 2.6 - 1.3;
            const double y = i * 0.052 + swing * std::sin(t * 4.2 + phase + i * 0.13) * (1 + i * 0.03);
            const QPointF point(t * side, y * side);
            step == 0 ? path.moveTo(point) : path.lineTo(point);
        }
    }
}

/// Rays through a rosette, each a little turned.
void rosette(QPainterPath &path, QRandomGenerator &random, double side)
{
    const int petals = 5 + int(random.bounded(4));
    for (int ring = 1; ring <= 20; ++ring) {
        for (int step = 0; step <= 180; ++step) {
            const double angle = turn * step / 180;
            const double r = side * 0.055 * ring * (1 + 0.10 * std::sin(petals * angle + ring * 0.22));
            const QPointF point(r * std::cos(angle), r * std::sin(angle));
            step == 0 ? path.moveTo(point) : path.lineTo(point);
        }
    }
}

} // namespace

QImage PosterDrawing::draw() const
{
    QImage drawing(size * ratio, QImage::Format_RGB32);
    drawing.setDevicePixelRatio(ratio);
    QPainter painter(&drawing);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    paintLines(painter);
    return drawing;
}

void PosterDrawing::paintGround(QPainter &painter) const
{
    const Colors &c = theme.colors();
    const QColor tone = theme.posterTone(color);
    painter.fillRect(QRect({}, size), c.posterShade);
    if (theme.kind() == ThemeKind::HighContrast)
        return;
    QRadialGradient glow(
        QPointF(size.width() * 0.22, size.height() * 0.1), std::hypot(size.width(), size.height()) * 0.85);
    glow.setColorAt(0, tone);
    glow.setColorAt(0.45, blend(tone, c.posterShade, 0.55));
    glow.setColorAt(1, c.posterShade);
    painter.fillRect(QRect({}, size), glow);
}

void PosterDrawing::paintLines(QPainter &painter) const
{
    QRandomGenerator random(seed);
    const double side = std::max(size.width(), size.height());
    QPainterPath path;
    switch (seed % 3) {
    case 0: ripples(path, random, side); break;
    case 1: waves(path, random, side); break;
    default: rosette(path, random, side); break;
    }
    painter.save();
    painter.translate(size.width() * (0.62 + random.bounded(0.16)), size.height() * (0.3 + random.bounded(0.12)));
    painter.rotate(-24 + random.bounded(18.0));
    QColor ink = blend(theme.posterTone(color), theme.colors().posterInk, 0.55);
    ink.setAlphaF(0.34f);
    painter.setPen(QPen(ink, theme.stroke() * 0.8));
    painter.drawPath(path);
    painter.restore();
    QLinearGradient shade(0, size.height() * 0.4, 0, size.height()); // keeps the lines from crossing the words
    QColor dark = theme.colors().posterShade;
    dark.setAlphaF(0);
    shade.setColorAt(0, dark);
    dark.setAlphaF(0.82f);
    shade.setColorAt(0.75, dark);
    painter.fillRect(QRect({}, size), shade);
}

} // namespace foyer
