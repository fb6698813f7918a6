#include "ui/widgets/DigitsField.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/theme/Paint.h"
#include "ui/theme/TextBlock.h"

#include <QPainter>
#include <numeric>

namespace foyer {

DigitsField::DigitsField(const QList<int> &groups, Show show, QWidget *parent)
    : QWidget(parent), m_groups(groups), m_show(show)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void DigitsField::setName(const QString &name) { setAccessibleName(name); }

void DigitsField::setFurther(int digits) { m_further = digits; }

void DigitsField::setDigits(const QString &digits)
{
    m_digits = digits.left(capacity());
    setAccessibleDescription(m_show == Show::Digits ? m_digits : QString(m_digits.size(), QChar(u'•')));
    updateGeometry();
    update();
}

int DigitsField::capacity() const { return grouped() + m_further; }
int DigitsField::grouped() const { return std::accumulate(m_groups.begin(), m_groups.end(), 0); }

QFont DigitsField::digitFont() const { return FoyerStyle::of(this).font(TypeRole::Heading); }
double DigitsField::cellWidth(const QFont &font) const
{
    return tabularWidth(QStringLiteral("0"), font) * (m_show == Show::Digits ? 1.08 : 1.7);
}

double DigitsField::separatorWidth(const QFont &font) const
{
    return QFontMetricsF(font).horizontalAdvance(u'-') * 1.3;
}

double DigitsField::naturalWidth(const QFont &font) const
{
    return qMax(grouped(), int(m_digits.size())) * cellWidth(font) + double(m_groups.size() - 1) * separatorWidth(font);
}

QFont DigitsField::fittingFont() const
{
    QFont font = digitFont();
    if (const double wanted = naturalWidth(font); wanted > width())
        font.setPixelSize(qMax(1, int(font.pixelSize() * width() / wanted)));
    return font;
}

QSize DigitsField::sizeHint() const
{
    return {qCeil(naturalWidth(digitFont())), qCeil(QFontMetricsF(digitFont()).height() * 1.2)};
}

QSize DigitsField::minimumSizeHint() const { return {qCeil(sizeHint().width() * 0.6), sizeHint().height()}; }

void DigitsField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = fittingFont();
    const double cell = cellWidth(font), separator = separatorWidth(font);
    const Colors &c = FoyerStyle::of(this).colors();
    double x = width() - naturalWidth(font);
    int index = 0;
    for (qsizetype group = 0; group < m_groups.size(); ++group) {
        if (group > 0) {
            painter.setFont(font);
            painter.setPen(index < m_digits.size() ? c.ink : c.softInk);
            painter.drawText(QRectF(x, 0, separator, height()), Qt::AlignCenter, QStringLiteral("-"));
            x += separator;
        }
        for (int i = 0; i < m_groups[group]; ++i, ++index, x += cell)
            paintCell(painter, font, {x, 0, cell, double(height())}, index);
    }
    for (; index < m_digits.size(); ++index, x += cell)
        paintCell(painter, font, {x, 0, cell, double(height())}, index);
}

void DigitsField::paintCell(QPainter &painter, const QFont &font, const QRectF &cell, int index) const
{
    const Theme &theme = FoyerStyle::of(this);
    const bool given = index < m_digits.size();
    const double size = font.pixelSize();
    if (m_show == Show::Masked) {
        const double r = size * (given ? 0.26 : 0.22);
        const QRectF dot(cell.center() - QPointF(r, r), QSizeF(2 * r, 2 * r));
        return paintPanel(
            painter, dot, r, given ? theme.colors().ink : QColor(), theme.colors().softInk, given ? 0 : theme.stroke());
    }
    if (given) {
        painter.setFont(font);
        painter.setPen(theme.colors().ink);
        painter.drawText(cell, Qt::AlignCenter, m_digits.mid(index, 1));
        return;
    }
    const QRectF line(
        cell.left() + size * 0.06, cell.center().y() + size * 0.36, cell.width() - size * 0.12, size * 0.07);
    painter.fillRect(line, index == m_digits.size() ? theme.colors().accent : theme.colors().softInk);
}

} // namespace foyer
