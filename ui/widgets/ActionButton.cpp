#include "ui/widgets/ActionButton.h"

#include "ui/theme/TextBlock.h"

#include <QPainter>
#include <memory>

namespace foyer {

namespace {
constexpr double iconShare = 0.86; // of the text's height
}

/// What fits where within one width.
struct ActionButton::Parts {
    std::unique_ptr<TextBlock> text, second;
    double icon = 0;    ///< side, 0 without one
    double iconGap = 0; ///< between icon and text
    bool iconAbove = false;

    double textHeight() const { return text->height() + second->height(); }
    double textWidth() const { return qMax(text->size().width(), second->size().width()); }
    double height() const { return iconAbove ? icon + iconGap + textHeight() : qMax(icon, textHeight()); }
};

ActionButton::ActionButton(ButtonLook look, QWidget *parent) : ActionButton(look, Size::Normal, parent) {}

ActionButton::ActionButton(ButtonLook look, Size size, QWidget *parent) : Pressable(parent), m_look(look), m_size(size)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ActionButton::setLook(ButtonLook look)
{
    m_look = look;
    update();
}

void ActionButton::setSize(Size size)
{
    if (size == m_size)
        return;
    m_size = size;
    updateGeometry();
    update();
}

void ActionButton::setGlyph(Glyph glyph)
{
    m_glyph = glyph;
    updateGeometry();
    update();
}

void ActionButton::setGlyphAbove(bool above)
{
    if (above == m_glyphAbove)
        return;
    m_glyphAbove = above;
    updateGeometry();
    update();
}

void ActionButton::setSecondLine(const QString &text)
{
    m_secondLine = text;
    setAccessibleDescription(text);
    updateGeometry();
    update();
}

void ActionButton::setGlyphOnly(Glyph glyph, const QString &accessibleName)
{
    setText({});
    setAccessibleName(accessibleName);
    setGlyph(glyph);
}

QFont ActionButton::mainFont() const
{
    switch (m_size) {
    case Size::Dense:
    case Size::Compact: return theme().font(TypeRole::Caption, Weight::Strong);
    case Size::Normal: return theme().font(TypeRole::Body, Weight::Strong);
    case Size::Key:
    case Size::Large: return theme().font(TypeRole::Heading, Weight::Strong);
    }
    return {};
}

QFont ActionButton::secondFont() const { return theme().font(TypeRole::Caption, Weight::Strong); }

int ActionButton::padding() const { return theme().space(m_size == Size::Large ? 4 : m_size == Size::Dense ? 1 : 2); }

ActionButton::Parts ActionButton::partsFor(int width) const
{
    Parts parts;
    const double room = width - 2 * padding();
    if (m_glyph != Glyph::None)
        parts.icon = QFontMetricsF(mainFont()).height() * iconShare;
    if (m_glyph != Glyph::None && !text().isEmpty())
        parts.iconGap = theme().space(2);
    const double beside = room - parts.icon - parts.iconGap;
    const bool wraps = TextBlock::naturalWidth(text(), mainFont()) > beside;
    parts.iconAbove = parts.icon > 0 && !text().isEmpty() && (m_glyphAbove || wraps);
    const double textRoom = parts.iconAbove ? room : beside;
    if (parts.iconAbove)
        parts.iconGap = theme().space(1);
    parts.text = std::make_unique<TextBlock>(text(), mainFont(), textRoom, Qt::AlignHCenter);
    parts.second = std::make_unique<TextBlock>(m_secondLine, secondFont(), textRoom, Qt::AlignHCenter);
    return parts;
}

int ActionButton::heightForWidth(int width) const
{
    const int vertical = theme().space(m_size == Size::Large ? 6 : m_size == Size::Dense ? 1 : 4);
    const int oneLine = qCeil(QFontMetricsF(mainFont()).height());
    return qMax(theme().target(), qMax(qCeil(partsFor(width).height()), oneLine) + 2 * vertical);
}

int ActionButton::widthInOneLine() const
{
    double content =
        qMax(TextBlock::naturalWidth(text(), mainFont()), TextBlock::naturalWidth(m_secondLine, secondFont()));
    if (m_glyph != Glyph::None)
        content += QFontMetricsF(mainFont()).height() * iconShare + (text().isEmpty() ? 0 : theme().space(2));
    return qMax(qCeil(content) + 2 * padding() + 2, theme().target());
}

QSize ActionButton::sizeHint() const
{
    const int width = widthInOneLine();
    const int height = heightForWidth(width);
    return {text().isEmpty() ? qMax(width, height) : width, height};
}

QSize ActionButton::minimumSizeHint() const
{
    const double word =
        qMax(TextBlock::widestWord(text(), mainFont()), TextBlock::widestWord(m_secondLine, secondFont()));
    const int width = qMax(qCeil(word) + 2 * padding() + 2, theme().target());
    return {width, text().isEmpty() ? sizeHint().height() : theme().target()};
}

void ActionButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintButton(painter, theme(), rect(), theme().radius(), m_look, state());
    const Parts parts = partsFor(width());
    const double top = (height() - parts.height()) / 2;
    if (parts.iconAbove) {
        paintGlyph(painter, m_glyph, {(width() - parts.icon) / 2, top, parts.icon, parts.icon}, content(m_look));
        return drawTexts(painter, parts, padding(), top + parts.icon + parts.iconGap);
    }
    const double whole = parts.icon + parts.iconGap + parts.textWidth();
    const double left = (width() - whole) / 2;
    paintGlyph(painter, m_glyph, {left, (height() - parts.icon) / 2, parts.icon, parts.icon}, content(m_look));
    // Blocks centre within the room that they were set in, the pair of icon and text within the button.
    const double textLeft = left + parts.icon + parts.iconGap;
    const double set = width() - 2 * padding() - parts.icon - parts.iconGap;
    drawTexts(painter, parts, textLeft - (set - parts.textWidth()) / 2, (height() - parts.textHeight()) / 2);
}

void ActionButton::drawTexts(QPainter &painter, const Parts &parts, double left, double top) const
{
    parts.text->draw(painter, {left, top}, content(m_look));
    const bool tinted = isEnabled() && m_look != ButtonLook::Primary;
    parts.second->draw(painter, {left, top + parts.text->height()}, tinted ? theme().colors().accent : content(m_look));
}

} // namespace foyer
