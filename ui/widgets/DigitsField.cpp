#include "ui/widgets/DigitsField.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/theme/Paint.h"
#include "ui/theme/TextBlock.h"

#include <QPainter>
#include <numeric>

namespace foyer
{

DigitsField::DigitsField(const QList<int> &groups, Show show, QWidget *parent)
    : QWidget(parent)
    , m_groups(groups)
    , m_show(show)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void DigitsField::setName(const QString &name)
{
    setAccessibleName(name);
}

void DigitsField::setDigits(const QString &digits)
{
    m_digits = digits.left(capacity());
    setAccessibleDescription(m_show == Show::Digits ? m_digits : QString(m_digits.size(), QChar(u'•')));
    update();
}

int DigitsField::capacity() const
{
    return std::accumulate(m_groups.begin(), m_groups.end(), 0);
}

QFont DigitsField::digitFont() const
{
    return FoyerStyle::of(this).font(TypeRole::Heading);
}
double DigitsField::cellWidth() const
{
    const double digit = tabularWidth(QStringLiteral("0"), digitFont());
    return m_show == Show::Digits ? digit * 1.08 : digit * 1.7;
}
double DigitsField::separatorWidth() const
{
    return QFontMetricsF(digitFont()).horizontalAdvance(u'-') * 1.3;
}

QSize DigitsField::sizeHint() const
{
    const double width = capacity() * cellWidth() + (m_groups.size() - 1) * separatorWidth();
    return {qCeil(width), qCeil(QFontMetricsF(digitFont()).height() * 1.2)};
}

void DigitsField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor soft = FoyerStyle::of(this).colors().softInk;
    double x = 0;
    int index = 0;
    for (qsizetype group = 0; group < m_groups.size(); ++group) {
        if (group > 0) {
            painter.setFont(digitFont());
            painter.setPen(index < m_digits.size() ? FoyerStyle::of(this).colors().ink : soft);
            painter.drawText(QRectF(x, 0, separatorWidth(), height()), Qt::AlignCenter, QStringLiteral("-"));
            x += separatorWidth();
        }
        for (int i = 0; i < m_groups[group]; ++i, ++index, x += cellWidth())
            paintCell(painter, {x, 0, cellWidth(), double(height())}, index);
    }
}

void DigitsField::paintCell(QPainter &painter, const QRectF &cell, int index) const
{
    const Theme &theme = FoyerStyle::of(this);
    const bool given = index < m_digits.size();
    const double size = digitFont().pixelSize();
    if (m_show == Show::Masked) {
        const double r = size * (given ? 0.26 : 0.22);
        const QRectF dot(cell.center() - QPointF(r, r), QSizeF(2 * r, 2 * r));
        return paintPanel(
            painter, dot, r, given ? theme.colors().ink : QColor(), theme.colors().softInk, given ? 0 : theme.stroke());
    }
    if (given) {
        painter.setFont(digitFont());
        painter.setPen(theme.colors().ink);
        painter.drawText(cell, Qt::AlignCenter, m_digits.mid(index, 1));
        return;
    }
    const QRectF line(
        cell.left() + size * 0.06, cell.center().y() + size * 0.36, cell.width() - size * 0.12, size * 0.07);
    painter.fillRect(line, index == m_digits.size() ? theme.colors().accent : theme.colors().softInk);
}

} // namespace foyer
