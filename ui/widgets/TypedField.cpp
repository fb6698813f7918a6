#include "ui/widgets/TypedField.h"

#include <QPainter>

namespace foyer {

namespace {
constexpr double smallest = 0.55; ///< of the type's size
}

TypedField::TypedField(QWidget *parent) : Pressable(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TypedField::setTitle(const QString &title)
{
    setText(title);
    setAccessibleName(title);
}

void TypedField::setTyped(const QString &typed, const QString &rest)
{
    m_typed = typed;
    m_rest = rest;
    setAccessibleDescription(typed);
    update();
}

void TypedField::setActive(bool active)
{
    m_isActive = active;
    update();
}

QSize TypedField::sizeHint() const
{
    const double height = QFontMetricsF(titleFont()).height() + QFontMetricsF(typedFont()).height();
    return {theme().space(104), qMax(theme().target(), qCeil(height) + theme().space(5))};
}

QSize TypedField::minimumSizeHint() const
{
    const int title = qCeil(QFontMetricsF(titleFont()).horizontalAdvance(text()));
    return {qMax(theme().target(), title) + 2 * theme().space(3), sizeHint().height()};
}

QFont TypedField::fittingFont(double width) const
{
    QFont font = typedFont();
    const double wanted = QFontMetricsF(font).horizontalAdvance(m_typed + m_rest);
    if (wanted > width)
        font.setPixelSize(qMax(1, int(font.pixelSize() * qMax(smallest, width / wanted))));
    return font;
}

void TypedField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = theme().colors();
    QRectF area = rect();
    if (state().focused)
        area = paintFocusRing(painter, theme(), area, theme().radius());
    const double stroke = theme().stroke() * (m_isActive ? 2 : 1), half = stroke / 2;
    paintPanel(painter, area.adjusted(half, half, -half, -half), theme().radius(), c.surface,
        m_isActive ? c.accent : c.line, stroke);
    const double left = theme().space(3), width = this->width() - 2 * left;
    const QFontMetricsF title(titleFont());
    painter.setFont(titleFont());
    painter.setPen(m_isActive ? c.accent : c.softInk);
    painter.drawText(QRectF(left, theme().space(2), width, title.height()), Qt::AlignLeft, text());

    const QFont font = fittingFont(width);
    const QFontMetricsF metrics(font);
    const QRectF line(left, theme().space(2) + title.height(), width, height() - theme().space(4) - title.height());
    const QString typed = metrics.elidedText(m_typed, Qt::ElideLeft, width);
    const double caret = left + metrics.horizontalAdvance(typed);
    painter.setFont(font);
    painter.setPen(c.softInk);
    painter.drawText(
        line.adjusted(caret - left + 3 * theme().stroke(), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_rest);
    painter.setPen(c.ink);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, typed);
    if (m_isActive)
        painter.fillRect(QRectF(caret + stroke / 2, line.center().y() - metrics.ascent() * 0.55, theme().stroke() * 1.5,
                             metrics.ascent() * 1.1),
            c.accent);
}

} // namespace foyer
