#include "ui/widgets/EvenRows.h"

#include "ui/theme/FoyerStyle.h"

#include <QStyle>
#include <QWidget>
#include <numeric>

namespace foyer {

namespace {
using Line = QList<QLayoutItem *>;

/// Equal shares of `width`, and more for what needs more; empty: they don't fit.
QList<int> sharesOf(const Line &line, int width, int gap)
{
    int left = width - gap * int(line.size() - 1), sharing = int(line.size());
    QList<int> shares(line.size(), -1);
    for (bool isNew = true; std::exchange(isNew, false);)
        for (int i = 0; i < line.size(); ++i)
            if (const int least = line[i]->minimumSize().width(); shares[i] < 0 && least * sharing > left) {
                shares[i] = least;
                left -= least;
                --sharing;
                isNew = true;
            }
    for (int &share : shares)
        if (share < 0) {
            share = left / sharing--;
            left -= share;
        }
    return left < 0 ? QList<int>() : shares;
}

/// As few lines as hold it, of about as many parts.
QList<Line> linesOf(const Line &row, int width, int gap)
{
    for (qsizetype count = 1;; ++count) {
        QList<Line> lines;
        for (qsizetype i = 0, from = 0; i < count; ++i) {
            const qsizetype to = (row.size() * (i + 1) + count - 1) / count;
            lines.append(row.mid(from, to - from));
            from = to;
        }
        const auto fits = [=](const Line &line) { return !sharesOf(line, width, gap).isEmpty(); };
        if (count >= row.size() || std::all_of(lines.begin(), lines.end(), fits))
            return lines;
    }
}
} // namespace

EvenRows::EvenRows(QWidget *parent) : QLayout(parent) {}
EvenRows::~EvenRows()
{
    for (const Line &row : std::as_const(m_rows))
        qDeleteAll(row);
}

void EvenRows::addRow(const QList<QWidget *> &parts)
{
    m_rows.append(Line());
    for (QWidget *part : parts)
        addWidget(part);
}

void EvenRows::addItem(QLayoutItem *item)
{
    if (m_rows.isEmpty())
        m_rows.append(Line());
    m_rows.last().append(item);
    invalidate();
}

int EvenRows::count() const
{
    return std::accumulate(
        m_rows.begin(), m_rows.end(), 0, [](int sum, const Line &row) { return sum + int(row.size()); });
}

QLayoutItem *EvenRows::itemAt(int index) const
{
    for (const Line &row : m_rows) {
        if (index < row.size())
            return row.value(index);
        index -= int(row.size());
    }
    return nullptr;
}

QLayoutItem *EvenRows::takeAt(int index)
{
    QLayoutItem *item = itemAt(index);
    for (Line &row : m_rows)
        row.removeOne(item);
    invalidate();
    return item;
}

QSize EvenRows::sizeHint() const
{
    int widest = 0;
    for (const Line &row : m_rows) {
        int width = -gap();
        for (const QLayoutItem *item : row)
            width += item->isEmpty() ? 0 : item->sizeHint().width() + gap();
        widest = std::max(widest, width);
    }
    return {widest, heightForWidth(widest)};
}

QSize EvenRows::minimumSize() const
{
    QSize size;
    for (const Line &row : m_rows)
        for (const QLayoutItem *item : row)
            if (!item->isEmpty())
                size = size.expandedTo(item->minimumSize());
    return size;
}

void EvenRows::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int EvenRows::gap() const
{
    return parentWidget()->style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing, nullptr, parentWidget());
}

int EvenRows::air() const
{
    const auto isShown = [](const Line &row) {
        return std::any_of(row.begin(), row.end(), [](const QLayoutItem *item) { return !item->isEmpty(); });
    };
    const auto rows = std::count_if(m_rows.begin(), m_rows.end(), isShown);
    return int(rows) * FoyerStyle::of(parentWidget()).space(6);
}

int EvenRows::arrange(const QRect &rect, bool move) const
{
    const int gap = this->gap();
    QList<Line> lines;
    QList<QList<int>> shares;
    QList<int> heights;
    for (Line row : m_rows) {
        row.removeIf([](const QLayoutItem *item) { return item->isEmpty(); });
        lines += row.isEmpty() ? QList<Line>() : linesOf(row, rect.width(), gap);
    }
    for (const Line &line : std::as_const(lines)) {
        const QList<int> fitting = sharesOf(line, rect.width(), gap);
        shares.append(fitting.isEmpty() ? QList<int>(line.size(), rect.width() / int(line.size())) : fitting);
        int height = 0;
        for (int i = 0; i < line.size(); ++i)
            height = std::max(height, line[i]->hasHeightForWidth() ? line[i]->heightForWidth(shares.last()[i])
                                                                   : line[i]->sizeHint().height());
        heights.append(height);
    }
    const int all = std::accumulate(heights.begin(), heights.end(), 0) + gap * std::max(0, int(lines.size()) - 1);
    int y = rect.y(), missing = move ? std::clamp(all - rect.height(), 0, air()) : 0;
    for (int at = 0; at < lines.size() && move; ++at) {
        const int less = missing / int(lines.size() - at);
        missing -= less;
        int x = rect.x();
        for (int i = 0; i < lines[at].size(); ++i) {
            lines[at][i]->setGeometry({x, y, shares[at][i], heights[at] - less});
            x += shares[at][i] + gap;
        }
        y += heights[at] - less + gap;
    }
    return all;
}

} // namespace foyer
