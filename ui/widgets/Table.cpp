#include "ui/widgets/Table.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/theme/TextBlock.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextLayout>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int usefulPart = 4; ///< heights of a line, of a text that is elided
constexpr int rowsMost = 64;  ///< measured
constexpr int rowsLeast = 2;  ///< in sight
constexpr int settledMs = 40; ///< since the last scroll

/// A line of text in a cell, measured and shaped once: the style's own way takes three times as long, and a screen has
/// hundreds of them in a frame.
class CellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        if (cell.features & (QStyleOptionViewItem::HasCheckIndicator | QStyleOptionViewItem::HasDecoration))
            return QStyledItemDelegate::paint(painter, option, index);
        const QStyle *style = cell.widget->style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
        const int frame = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
        drawText(*painter, cell, frame + FoyerStyle::of(cell.widget).space(2)); // where the style has it, too
        if (!(cell.state & QStyle::State_HasFocus))
            return;
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(cell);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, cell.widget);
    }

private:
    static void drawText(QPainter &painter, const QStyleOptionViewItem &cell, int margin)
    {
        const QRect rect = cell.rect.adjusted(margin, 0, -margin, 0);
        QTextOption plain(QStyle::visualAlignment(cell.direction, cell.displayAlignment));
        plain.setWrapMode(QTextOption::NoWrap);
        plain.setTextDirection(cell.direction);
        QTextLayout text(cell.text.simplified(), cell.font);
        text.setTextOption(plain);
        QTextLine line = lineOf(text, rect.width());
        if (line.naturalTextWidth() > rect.width()) {
            text.setText(cell.textElideMode == Qt::ElideMiddle
                             ? elidedBeforeEnd(text.text(), cell.fontMetrics, rect.width())
                             : cell.fontMetrics.elidedText(text.text(), cell.textElideMode, rect.width()));
            line = lineOf(text, rect.width());
        }
        const auto colors = cell.state & QStyle::State_Enabled ? QPalette::Normal : QPalette::Disabled;
        const bool isSelected = cell.state & QStyle::State_Selected;
        painter.setPen(cell.palette.color(colors, isSelected ? QPalette::HighlightedText : QPalette::Text));
        text.draw(&painter, {qreal(rect.x()), rect.y() + (rect.height() - line.height()) / 2});
    }
    static QTextLine lineOf(QTextLayout &text, int width)
    {
        text.beginLayout();
        QTextLine line = text.createLine();
        line.setLineWidth(width);
        text.endLayout();
        return line;
    }
};

int widthOf(const QString &text, const QFont &font) { return qCeil(QFontMetricsF(font).horizontalAdvance(text)) + 1; }
} // namespace

Table::Table(QWidget *parent) : QTableView(parent)
{
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // a million rows aren't asked for their heights
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    fitRows();
    m_soon.setSingleShot(true);
    m_soon.setInterval(settledMs);
    connect(&m_soon, &QTimer::timeout, this, &Table::share);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &at) { Q_EMIT opened(at.row()); });
}

void Table::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &now) { Q_EMIT currentRowChanged(now.row()); });
    connect(model, &QAbstractItemModel::modelReset, this, &Table::share);
    connect(model, &QAbstractItemModel::rowsInserted, this, &Table::share);
    connect(model, &QAbstractItemModel::dataChanged, this, &Table::shareSoon);
    share();
}

void Table::setShares(const QList<int> &shares)
{
    if (shares == m_shares)
        return;
    m_shares = shares;
    m_needs.clear();
    share();
}

void Table::setYielding(const QList<int> &columns)
{
    m_yielding = columns;
    share();
}

QSize Table::minimumSizeHint() const
{
    const int row = verticalHeader()->defaultSectionSize();
    return {QTableView::minimumSizeHint().width(), horizontalHeader()->height() + rowsLeast * row};
}

void Table::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dy != 0)
        shareSoon(); // wider texts may have come into sight
}

void Table::shareSoon() { m_soon.start(); }

void Table::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || !currentIndex().isValid())
        return QTableView::keyPressEvent(event);
    Q_EMIT opened(currentIndex().row());
}

void Table::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    share();
}

void Table::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::StyleChange && event->type() != QEvent::LanguageChange)
        return;
    fitRows();
    m_needs.clear();
    share();
}

void Table::fitRows()
{
    const Theme &theme = FoyerStyle::of(this);
    setFont(theme.font(TypeRole::Caption)); // much of it at once
    const int row = std::max(theme.target(), QFontMetrics(font()).height() + theme.space(1));
    verticalHeader()->setDefaultSectionSize(row);
    horizontalHeader()->setMinimumSectionSize(theme.space(2));
    horizontalHeader()->setFixedHeight(row);
}

/// Of the rows in sight: a million aren't asked.
void Table::measure(int column, Need &need) const
{
    const int margin = style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1 + FoyerStyle::of(this).space(2);
    const auto take = [&need, margin](int least, int whole) {
        need.least = std::max(need.least, least + 2 * margin);
        need.whole = std::max(need.whole, whole + 2 * margin);
    };
    const int head = widthOf(model()->headerData(column, Qt::Horizontal).toString(), font());
    take(head, head);
    const int first = std::max(0, rowAt(0)), last = rowAt(viewport()->height() - 1);
    for (int row = first; row <= (last < 0 ? std::min(model()->rowCount(), first + rowsMost) - 1 : last); ++row) {
        const QModelIndex at = model()->index(row, column);
        const QString text = at.data().toString().simplified();
        need.hasText |= !text.isEmpty() && text != u"–"_s;
        const QFont its = at.data(Qt::FontRole).value<QFont>().resolve(font());
        const int whole = widthOf(text, its), part = QFontMetrics(its).height() * usefulPart;
        const int end = textElideMode() == Qt::ElideMiddle ? widthOf(endOf(text), its) + part / 3 : 0;
        take(m_shares[column] == 0 ? whole : std::min(whole, std::max(part, end)), std::min(whole, 3 * part));
    }
}

void Table::share()
{
    const int columns = model() ? model()->columnCount() : 0;
    if (columns == 0 || m_shares.size() != columns)
        return;
    m_needs.resize(columns);
    QList<int> shown;
    int least = 0, whole = 0;
    for (int column = 0; column < columns; ++column) {
        if (m_shares[column] < 0)
            continue;
        measure(column, m_needs[column]);
        least += m_needs[column].least;
        whole += m_shares[column] == 0 ? m_needs[column].least : m_needs[column].whole;
        shown.append(column);
    }
    const int room = viewport()->width();
    const auto yield = [&](int column) {
        if (shown.removeOne(column))
            least -= m_needs[column].least;
    };
    for (int column = 0; column < columns && whole > room; ++column)
        if (m_shares[column] > 0 && !m_needs[column].hasText)
            yield(column);
    for (const int column : std::as_const(m_yielding))
        if (least > room)
            yield(column);

    int wanted = 0, parts = 0; // beyond the least
    for (const int column : std::as_const(shown))
        if (m_shares[column] > 0) {
            wanted += m_needs[column].whole - m_needs[column].least;
            parts += m_shares[column];
        }
    const int left = std::max(0, room - least), granted = std::min(left, wanted);
    for (int column = 0; column < columns; ++column) {
        const bool isShown = shown.contains(column);
        if (isColumnHidden(column) == isShown)
            setColumnHidden(column, !isShown);
        if (!isShown)
            continue;
        const Need &need = m_needs[column];
        int width = need.least;
        if (m_shares[column] > 0 && wanted > 0)
            width += int(qint64(need.whole - need.least) * granted / wanted);
        if (m_shares[column] > 0)
            width += (left - granted) * m_shares[column] / parts;
        setColumnWidth(column, width);
    }
}

} // namespace foyer
