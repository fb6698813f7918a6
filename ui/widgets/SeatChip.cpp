#include "ui/widgets/SeatChip.h"

#include "ui/theme/TextBlock.h"
#include "ui/widgets/Glyph.h"

#include <QPainter>

namespace foyer {

SeatChip::SeatChip(const QString &seat, const QString &spoken, QWidget *parent) : Pressable(parent)
{
    setText(seat);
    setAccessibleName(spoken);
    QSizePolicy policy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont SeatChip::textFont() const { return theme().font(TypeRole::Caption, Weight::Strong); }

int SeatChip::besideText() const { return textFont().pixelSize() + theme().space(8); }

int SeatChip::heightForWidth(int width) const
{
    const TextBlock block(text(), textFont(), width - besideText());
    return std::max(qCeil(block.height()) + theme().space(4), theme().target());
}

QSize SeatChip::sizeHint() const
{
    const int width = std::max(qCeil(TextBlock::naturalWidth(text(), textFont())) + besideText(), theme().target());
    return {width, heightForWidth(width)};
}

QSize SeatChip::minimumSizeHint() const
{
    const int width = qCeil(TextBlock::widestWord(text(), textFont())) + besideText();
    return QSize(width, 0).expandedTo({theme().target(), theme().target()});
}

void SeatChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintButton(painter, theme(), rect(), theme().radius() * 0.75, ButtonLook::Raised, state());
    const TextBlock block(text(), textFont(), width() - besideText());
    block.draw(painter, {double(theme().space(3)), (height() - block.height()) / 2}, content(ButtonLook::Raised));
    const double icon = textFont().pixelSize();
    paintGlyph(painter, Glyph::Cross, {width() - theme().space(3) - icon, (height() - icon) / 2, icon, icon},
        theme().colors().softInk);
}

} // namespace foyer
