#include "ui/widgets/Icon.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/theme/Paint.h"

#include <QPainter>

namespace foyer
{

Icon::Icon(Glyph glyph, Tone tone, double times, Style style, QWidget *parent)
    : QWidget(parent)
    , m_glyph(glyph)
    , m_tone(tone)
    , m_times(times)
    , m_style(style)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Icon::set(Glyph glyph, Tone tone)
{
    m_glyph = glyph;
    m_tone = tone;
    update();
}

QSize Icon::sizeHint() const
{
    const int side = qRound(FoyerStyle::of(this).iconSize() * m_times);
    return {side, side};
}

void Icon::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = FoyerStyle::of(this);
    if (m_style == Style::Plain)
        return paintGlyph(painter, m_glyph, rect(), theme.tone(m_tone));
    paintPanel(painter, rect(), width() / 2.0, theme.tone(m_tone));
    const double inset = width() * 0.24;
    paintGlyph(
        painter, m_glyph, QRectF(rect()).adjusted(inset, inset, -inset, -inset), theme.onFill(theme.tone(m_tone)));
}

} // namespace foyer
