#include "ui/widgets/Legend.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/theme/Paint.h"
#include "ui/theme/TextBlock.h"

#include <QPainter>

namespace foyer {

Legend::Legend(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Legend::setEntries(const QList<LegendEntry> &entries)
{
    m_entries = entries;
    QStringList spoken;
    for (const LegendEntry &entry : entries)
        spoken << QStringList{entry.name, entry.price, entry.count}.join(u' ');
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int Legend::leastCell() const
{
    const Theme &theme = FoyerStyle::of(this);
    const QFont name = theme.font(TypeRole::Body, Weight::Strong);
    const QFont price = theme.font(TypeRole::Caption, Weight::Strong), count = theme.font(TypeRole::Caption);
    double widest = 0;
    for (const LegendEntry &entry : m_entries)
        widest = std::max({widest, TextBlock::naturalWidth(entry.name, name) + name.pixelSize(),
            TextBlock::naturalWidth(entry.price, price), TextBlock::naturalWidth(entry.count, count)});
    return qCeil(widest) + 2 * theme.space(2);
}

int Legend::columnsFor(int width) const
{
    const int gap = FoyerStyle::of(this).space(2);
    const int fitting = qBound(1, (width + gap) / (leastCell() + gap), qMax(1, int(m_entries.size())));
    const int rows = (int(m_entries.size()) + fitting - 1) / fitting;
    return rows == 0 ? 1 : (int(m_entries.size()) + rows - 1) / rows; // even rows rather than one straggler
}

int Legend::cellHeight() const
{
    const Theme &theme = FoyerStyle::of(this);
    const double lines = QFontMetricsF(theme.font(TypeRole::Body, Weight::Strong)).height() +
                         2 * QFontMetricsF(theme.font(TypeRole::Caption)).height();
    return qCeil(lines) + 2 * theme.space(2);
}

int Legend::heightForWidth(int width) const
{
    const int columns = columnsFor(width);
    const int rows = (int(m_entries.size()) + columns - 1) / columns;
    return rows * cellHeight() + qMax(0, rows - 1) * FoyerStyle::of(this).space(2);
}

QSize Legend::sizeHint() const
{
    const int width = (leastCell() + FoyerStyle::of(this).space(2)) * qMax(1, int(m_entries.size()));
    return {width, heightForWidth(width)};
}

QSize Legend::minimumSizeHint() const { return {leastCell(), cellHeight()}; }

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int columns = columnsFor(width());
    const double gap = FoyerStyle::of(this).space(2);
    const double cell = (width() - gap * (columns - 1)) / columns;
    for (int i = 0; i < m_entries.size(); ++i) {
        const int row = i / columns, column = i % columns;
        const QRectF box(column * (cell + gap), row * (cellHeight() + gap), cell, cellHeight());
        paintEntry(painter, box, m_entries[i]);
    }
}

void Legend::paintEntry(QPainter &painter, const QRectF &cell, const LegendEntry &entry) const
{
    const Theme &theme = FoyerStyle::of(this);
    const Colors &c = theme.colors();
    paintPanel(painter, cell, theme.radius() * 0.75, c.surface,
        theme.kind() == ThemeKind::HighContrast ? c.line : QColor(), theme.stroke());
    const double pad = theme.space(2), room = cell.width() - 2 * pad;
    const QFont nameFont = theme.font(TypeRole::Body, Weight::Strong);
    const double dot = nameFont.pixelSize() * 0.72;
    const TextBlock name(entry.name, nameFont, room - nameFont.pixelSize());
    const TextBlock price(entry.price, theme.font(TypeRole::Caption, Weight::Strong), room);
    const TextBlock count(entry.count, theme.font(TypeRole::Caption), room);
    QPointF at = cell.topLeft() + QPointF(pad, pad);
    paintPanel(
        painter, {at.x(), at.y() + (name.height() - dot) / 2, dot, dot}, dot / 2, theme.category(entry.position));
    name.draw(painter, at + QPointF(nameFont.pixelSize(), 0), c.ink);
    price.draw(painter, at += QPointF(0, name.height()), c.ink);
    count.draw(painter, at += QPointF(0, price.height()), c.softInk);
}

} // namespace foyer
