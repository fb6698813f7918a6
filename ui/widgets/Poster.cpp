#include "ui/widgets/Poster.h"

#include "domain/Deliver.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/theme/Paint.h"
#include "ui/theme/TextBlock.h"

#include <QPainter>
#include <QtConcurrentRun>

namespace foyer {

Poster::Poster(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding); }

void Poster::setShow(const QColor &color, quint32 seed)
{
    m_color = color;
    m_seed = seed;
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
    redraw();
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_drawing);
    painter.drawRoundedRect(rect(), theme.radius(), theme.radius());
    if (theme.kind() == ThemeKind::HighContrast)
        paintPanel(painter, rect(), theme.radius(), {}, theme.colors().line, theme.stroke());

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

/// The first at once, when the program starts; any other beside the UI thread, and until it is there the one before
/// stays.
void Poster::redraw()
{
    const PosterDrawing wanted{size(), devicePixelRatioF(), FoyerStyle::of(this), m_color, m_seed};
    const auto show = [this, wanted](const QImage &drawing) {
        m_isDrawing = false;
        m_drawing = drawing;
        m_drawn = wanted;
    };
    if (m_isDrawing || wanted == m_drawn)
        return;
    if (!m_drawn)
        return show(wanted.draw());
    m_isDrawing = true;
    deliver(QtConcurrent::run([wanted] { return wanted.draw(); }), this, [this, show](const QImage &drawing) {
        show(drawing);
        update();
    });
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
