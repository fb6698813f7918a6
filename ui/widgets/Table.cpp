#include "ui/widgets/Table.h"

#include "ui/theme/FoyerStyle.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextLayout>

namespace foyer {

namespace {
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
            text.setText(cell.fontMetrics.elidedText(text.text(), cell.textElideMode, rect.width()));
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
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // a million rows aren't asked for their heights
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setResizeContentsPrecision(0); // of what is seen
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    fitRows();
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &at) { Q_EMIT opened(at.row()); });
}

void Table::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &now) { Q_EMIT currentRowChanged(now.row()); });
    connect(model, &QAbstractItemModel::modelReset, this, &Table::share);
    connect(model, &QAbstractItemModel::rowsInserted, this, &Table::share);
    share();
}

void Table::setShares(const QList<int> &shares)
{
    m_shares = shares;
    m_needed.clear();
    share();
}

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
    m_needed.clear();
    share();
}

void Table::fitRows()
{
    const Theme &theme = FoyerStyle::of(this);
    setFont(theme.font(TypeRole::Caption)); // much of it at once
    verticalHeader()->setDefaultSectionSize(theme.target());
    horizontalHeader()->setMinimumSectionSize(theme.space(2));
    horizontalHeader()->setFixedHeight(theme.target());
}

void Table::share()
{
    const int columns = model() ? model()->columnCount() : 0;
    if (columns == 0 || m_shares.size() != columns)
        return;
    int left = viewport()->width();
    m_needed.resize(columns);
    int parts = 0;
    for (int column = 0; column < columns; ++column) {
        if (isColumnHidden(column))
            continue;
        parts += m_shares[column];
        if (m_shares[column] == 0) {
            resizeColumnToContents(column); // which doesn't know of the margins that the style leaves beside a text
            m_needed[column] = std::max(m_needed[column], columnWidth(column) + 2 * FoyerStyle::of(this).space(2));
            setColumnWidth(column, m_needed[column]);
            left -= m_needed[column];
        }
    }
    for (int column = 0; column < columns; ++column)
        if (m_shares[column] > 0 && !isColumnHidden(column))
            setColumnWidth(column, std::max(0, left) * m_shares[column] / parts);
}

} // namespace foyer
