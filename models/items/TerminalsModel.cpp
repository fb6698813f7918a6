#include "items/TerminalsModel.h"

#include <numeric>

namespace foyer {

TerminalsModel::TerminalsModel(HouseModel &house, QObject *parent)
    : QAbstractTableModel(parent), m_house(house), m_nodes(house.view().nodes)
{
    connect(&house, &HouseModel::changed, this, &TerminalsModel::update);
}

int TerminalsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_nodes.size()); }

QVariant TerminalsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const HouseNode &node = m_nodes[index.row()];
    switch (Column(index.column())) {
    case NameColumn: return node.name;
    case StateColumn: return int(node.state);
    case HeardColumn: return node.heardAt;
    case SeatsColumn: return seatsOf(node);
    case ColumnCount: break;
    }
    return {};
}

int TerminalsModel::seatsOf(const HouseNode &node)
{
    return std::accumulate(node.given.begin(), node.given.end(), 0,
        [](int sum, const HouseNode::Given &given) { return sum + given.seats; });
}

/// Whoever is looked at stays so while the same terminals are there.
void TerminalsModel::update()
{
    const QList<HouseNode> &now = m_house.view().nodes;
    const bool isSame = std::equal(m_nodes.begin(), m_nodes.end(), now.begin(), now.end(),
        [](const HouseNode &a, const HouseNode &b) { return a.node == b.node; });
    if (!isSame)
        beginResetModel();
    m_nodes = now;
    if (!isSame)
        endResetModel();
    else if (!now.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace foyer
