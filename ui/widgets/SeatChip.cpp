#include "ui/widgets/SeatChip.h"

#include "ui/theme/TextBlock.h"
#include "ui/widgets/Glyph.h"

#include <QPainter>

namespace foyer
{

SeatChip::SeatChip(const QString &seat, const QString &spoken, QWidget *parent) : Pressable(parent)
{
    setText(seat);
    setAccessibleName(spoken);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QFont SeatChip::textFont() const
{
    return theme().font(TypeRole::Caption, Weight::Strong);
}

QSize SeatChip::sizeHint() const
{
    const int icon = textFont().pixelSize();
    const int width = qCeil(TextBlock::naturalWidth(text(), textFont())) + icon + theme().space(8);
    return QSize(width, qCeil(QFontMetricsF(textFont()).height()) + theme().space(4))
        .expandedTo({theme().target(), theme().target()});
}

void SeatChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintButton(painter, theme(), rect(), theme().radius() * 0.75, ButtonLook::Raised, state());
    const TextBlock block(text(), textFont(), width());
    block.draw(painter, {double(theme().space(3)), (height() - block.height()) / 2}, content(ButtonLook::Raised));
    const double icon = textFont().pixelSize();
    paintGlyph(painter, Glyph::Cross, {width() - theme().space(3) - icon, (height() - icon) / 2, icon, icon},
        theme().colors().softInk);
}

} // namespace foyer
