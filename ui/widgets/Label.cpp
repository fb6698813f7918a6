#include "ui/widgets/Label.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/theme/TextBlock.h"

#include <QPainter>

namespace foyer {

Label::Label(TypeRole role, QWidget *parent) : Label(role, {}, parent) {}

Label::Label(TypeRole role, const QString &text, QWidget *parent) : QLabel(text, parent), m_role(role)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Label::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Label::setWeight(Weight weight)
{
    m_weight = weight;
    updateGeometry();
    update();
}

void Label::setRole(TypeRole role)
{
    m_role = role;
    updateGeometry();
    update();
}

QFont Label::themeFont() const
{
    const Theme &theme = FoyerStyle::of(this);
    return m_weight ? theme.font(m_role, *m_weight) : theme.font(m_role);
}

int Label::heightForWidth(int width) const { return qCeil(TextBlock(text(), themeFont(), width).height()); }

QSize Label::sizeHint() const
{
    const int width = qCeil(TextBlock::naturalWidth(text(), themeFont()));
    return {width, heightForWidth(width)};
}

QSize Label::minimumSizeHint() const
{
    return {
        qCeil(TextBlock::widestWord(text(), themeFont())), text().isEmpty() ? 0 : QFontMetrics(themeFont()).height()};
}

void Label::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const TextBlock block(text(), themeFont(), width(), alignment() & Qt::AlignHorizontal_Mask);
    const double spare = height() - block.height();
    const double y = alignment() & Qt::AlignTop ? 0 : alignment() & Qt::AlignBottom ? spare : spare / 2;
    block.draw(painter, {0, qMax(0.0, y)}, FoyerStyle::of(this).tone(m_tone));
}

} // namespace foyer
