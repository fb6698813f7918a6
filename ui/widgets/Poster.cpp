#include "ui/widgets/Poster.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/theme/Paint.h"
#include "ui/theme/TextBlock.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRandomGenerator>
#include <cmath>
#include <numbers>

namespace foyer
{

namespace
{

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

Poster::Poster(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
}

void Poster::setShow(const QColor &color, quint32 seed)
{
    m_color = color;
    m_seed = seed;
    m_drawing = {};
    update();
}

void Poster::setText(const PosterText &text)
{
    m_text = text;
    setAccessibleName(QStringList{text.overline, text.title, text.subtitle, text.chips.join(u", ")}.join(u'\n'));
    updateGeometry();
    update();
}

QSize Poster::minimumSizeHint() const
{
    const Theme &theme = FoyerStyle::of(this);
    const int pad = theme.space(7);
    const int width = qCeil(TextBlock::widestWord(m_text.title, theme.font(TypeRole::Huge))) + 2 * pad;
    return {width, qCeil(textHeight(qMax(this->width(), width) - 2 * pad)) + 2 * pad};
}

QSize Poster::sizeHint() const
{
    const QSize least = minimumSizeHint();
    return least.expandedTo({least.width(), least.width()});
}

void Poster::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = FoyerStyle::of(this);
    if (m_drawing.size() != size() * devicePixelRatioF())
        m_drawing = draw(theme);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_drawing);
    painter.drawRoundedRect(rect(), theme.radius(), theme.radius());

    const Colors &c = theme.colors();
    const double pad = theme.space(7), room = width() - 2 * pad;
    double y = height() - pad - textHeight(room);
    const auto line = [&](const QString &words, const QFont &font, double after) {
        const TextBlock block(words, font, room);
        block.draw(painter, {pad, y}, c.posterInk);
        y += block.height() + (words.isEmpty() ? 0 : after);
    };
    line(m_text.overline, theme.font(TypeRole::Caption, Weight::Strong), theme.space(1));
    line(m_text.title, theme.font(TypeRole::Huge), theme.space(1));
    line(m_text.subtitle, theme.font(TypeRole::Body), theme.space(4));
    paintChips(&painter, pad, y, room);
}

void Poster::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        m_drawing = {};
}

QPixmap Poster::draw(const Theme &theme) const
{
    QPixmap drawing(size() * devicePixelRatioF());
    drawing.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter(&drawing);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, theme);
    paintLines(painter, theme);
    return drawing;
}

void Poster::paintGround(QPainter &painter, const Theme &theme) const
{
    const Colors &c = theme.colors();
    const QColor tone = theme.posterTone(m_color);
    painter.fillRect(rect(), c.posterShade);
    if (theme.kind() == ThemeKind::HighContrast)
        return;
    QRadialGradient glow(QPointF(width() * 0.22, height() * 0.1), std::hypot(width(), height()) * 0.85);
    glow.setColorAt(0, tone);
    glow.setColorAt(0.45, blend(tone, c.posterShade, 0.55));
    glow.setColorAt(1, c.posterShade);
    painter.fillRect(rect(), glow);
}

void Poster::paintLines(QPainter &painter, const Theme &theme) const
{
    QRandomGenerator random(m_seed);
    const double side = std::max(width(), height());
    QPainterPath path;
    switch (m_seed % 3) {
    case 0:
        ripples(path, random, side);
        break;
    case 1:
        waves(path, random, side);
        break;
    default:
        rosette(path, random, side);
        break;
    }
    painter.save();
    painter.translate(width() * (0.62 + random.bounded(0.16)), height() * (0.3 + random.bounded(0.12)));
    painter.rotate(-24 + random.bounded(18.0));
    QColor color = blend(theme.posterTone(m_color), theme.colors().posterInk, 0.55);
    color.setAlphaF(0.34f);
    painter.setPen(QPen(color, theme.stroke() * 0.8));
    painter.drawPath(path);
    painter.restore();
    QLinearGradient shade(0, height() * 0.4, 0, height()); // keeps the lines from crossing the words
    QColor dark = theme.colors().posterShade;
    dark.setAlphaF(0);
    shade.setColorAt(0, dark);
    dark.setAlphaF(0.82f);
    shade.setColorAt(0.75, dark);
    painter.fillRect(rect(), shade);
}

double Poster::textHeight(double width) const
{
    const Theme &theme = FoyerStyle::of(this);
    const auto height = [&](const QString &words, const QFont &font, int after) {
        return words.isEmpty() ? 0 : TextBlock(words, font, width).height() + after;
    };
    return height(m_text.overline, theme.font(TypeRole::Caption, Weight::Strong), theme.space(1)) +
           height(m_text.title, theme.font(TypeRole::Huge), theme.space(1)) +
           height(m_text.subtitle, theme.font(TypeRole::Body), theme.space(4)) + paintChips(nullptr, 0, 0, width);
}

double Poster::paintChips(QPainter *painter, double left, double top, double width) const
{
    const Theme &theme = FoyerStyle::of(this);
    const QFont font = theme.font(TypeRole::Caption, Weight::Strong);
    const double pad = theme.space(3), height = QFontMetricsF(font).height() + theme.space(3), gap = theme.space(2);
    double x = left, y = top;
    for (const QString &chip : m_text.chips) {
        const TextBlock block(chip, font, width - 2 * pad);
        const double chipWidth = block.size().width() + 2 * pad;
        if (x > left && x + chipWidth > left + width) {
            x = left;
            y += height + gap;
        }
        if (painter) {
            const QColor fill = blend(theme.colors().posterShade, theme.colors().posterInk, 0.2);
            paintPanel(*painter, {x, y, chipWidth, height}, height / 2, fill);
            block.draw(*painter, {x + pad, y + (height - block.height()) / 2}, theme.colors().posterInk);
        }
        x += chipWidth + gap;
    }
    return m_text.chips.isEmpty() ? 0 : y + height - top;
}

} // namespace foyer
