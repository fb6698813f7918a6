#include "ui/widgets/Amount.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/theme/TextBlock.h"

#include <QPainter>

namespace foyer {

Amount::Amount(TypeRole role, Qt::Alignment alignment, QWidget *parent)
    : QWidget(parent), m_role(role), m_alignment(alignment)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Amount::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Amount::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Amount::setRole(TypeRole role)
{
    m_role = role;
    updateGeometry();
    update();
}

QSize Amount::sizeHint() const
{
    const QFont font = FoyerStyle::of(this).font(m_role, Weight::Strong);
    return {qCeil(tabularWidth(m_text, font)) + 1, qCeil(QFontMetricsF(font).height())};
}

QSize Amount::minimumSizeHint() const
{
    const QFont least = FoyerStyle::of(this).font(TypeRole::Caption, Weight::Strong);
    return {qCeil(tabularWidth(m_text, least)) + 1, sizeHint().height()};
}

QFont Amount::fittingFont() const
{
    QFont font = FoyerStyle::of(this).font(m_role, Weight::Strong);
    const double wanted = tabularWidth(m_text, font);
    if (wanted > width())
        font.setPixelSize(qMax(1, int(font.pixelSize() * width() / wanted)));
    return font;
}

void Amount::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont font = fittingFont();
    const QFontMetricsF metrics(font);
    const double spare = width() - tabularWidth(m_text, font);
    const double x = m_alignment & Qt::AlignRight ? spare : m_alignment & Qt::AlignHCenter ? spare / 2 : 0;
    const double baseline = (height() + metrics.ascent() - metrics.descent()) / 2;
    drawTabular(painter, {x, baseline}, m_text, font, FoyerStyle::of(this).tone(m_tone));
}

} // namespace foyer
