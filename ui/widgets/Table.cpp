#include "ui/widgets/Table.h"

#include "ui/theme/FoyerStyle.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <numeric>

namespace foyer {

Table::Table(QWidget *parent) : QTableView(parent)
{
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
    for (int column = 0; column < columns; ++column) {
        if (m_shares[column] == 0) {
            resizeColumnToContents(column); // which doesn't know of the margins that the style leaves beside a text
            m_needed[column] = std::max(m_needed[column], columnWidth(column) + 2 * FoyerStyle::of(this).space(2));
            setColumnWidth(column, m_needed[column]);
            left -= m_needed[column];
        }
    }
    const int parts = std::max(1, std::accumulate(m_shares.begin(), m_shares.end(), 0));
    for (int column = 0; column < columns; ++column)
        if (m_shares[column] > 0)
            setColumnWidth(column, std::max(0, left) * m_shares[column] / parts);
}

} // namespace foyer
