#include "items/QueueLinesModel.h"

namespace foyer {

QueueLinesModel::QueueLinesModel(HouseModel &house, QObject *parent)
    : QAbstractTableModel(parent), m_house(house), m_lines(house.view().queue)
{
    connect(&house, &HouseModel::changed, this, &QueueLinesModel::update);
}

int QueueLinesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }

QVariant QueueLinesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const QueueLine &line = m_lines[index.row()];
    switch (Column(index.column())) {
    case NumberColumn: return line.number.text();
    case StateColumn: return int(line.state);
    case SinceColumn: return line.since;
    case WhereColumn: return line.terminal;
    case ColumnCount: break;
    }
    return {};
}

int QueueLinesModel::rowOf(TokenId token) const
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [&](const QueueLine &line) { return line.token == token; });
    return found == m_lines.end() ? -1 : int(found - m_lines.begin());
}

void QueueLinesModel::update()
{
    const QList<QueueLine> &now = m_house.view().queue;
    const bool isSame = std::equal(m_lines.begin(), m_lines.end(), now.begin(), now.end(),
        [](const QueueLine &a, const QueueLine &b) { return a.token == b.token; });
    if (!isSame)
        beginResetModel();
    m_lines = now;
    if (!isSame)
        endResetModel();
    else if (!now.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace foyer
