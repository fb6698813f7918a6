#include "ui/widgets/StatusLine.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/theme/TextBlock.h"
#include "ui/widgets/Availability.h"

#include <QPainter>

namespace foyer {

StatusLine::StatusLine(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StatusLine::set(HeadBar::Status status, const QString &text)
{
    if (status == m_status && text == m_text)
        return;
    m_status = status;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QFont StatusLine::textFont() const { return FoyerStyle::of(this).font(TypeRole::Caption); }
double StatusLine::dotRoom() const { return textFont().pixelSize(); }

int StatusLine::heightForWidth(int width) const
{
    return qCeil(TextBlock(m_text, textFont(), width - dotRoom()).height());
}

QSize StatusLine::sizeHint() const
{
    const int width = qCeil(TextBlock::naturalWidth(m_text, textFont()) + dotRoom());
    return {width, heightForWidth(width)};
}

QSize StatusLine::minimumSizeHint() const
{
    const int width = qCeil(TextBlock::widestWord(m_text, textFont()) + dotRoom());
    return {width, qCeil(QFontMetricsF(textFont()).height())};
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = FoyerStyle::of(this).colors();
    const bool good = m_status == HeadBar::Status::Good;
    const TextBlock block(m_text, textFont(), width() - dotRoom());
    const double left = width() - block.size().width(), top = (height() - block.height()) / 2;
    block.draw(painter, {left, top}, good ? c.softInk : c.warn);
    const double side = textFont().pixelSize() * 0.6;
    const double lineHeight = QFontMetricsF(textFont()).height();
    paintAvailability(painter, good ? Availability::OnSale : Availability::SoldOut,
        {left - dotRoom(), top + (lineHeight - side) / 2, side, side}, good ? c.good : c.warn);
}

} // namespace foyer
