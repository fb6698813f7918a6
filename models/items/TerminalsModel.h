#pragma once

#include "items/HouseModel.h"

#include <QAbstractTableModel>

namespace foyer {

/// A house's terminals as rows of facts. In the UI thread.
class TerminalsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, StateColumn, HeardColumn, SeatsColumn, ColumnCount };

    /// `house` is the caller's and lives longer.
    TerminalsModel(HouseModel &house, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;

    const HouseNode &node(int row) const { return m_nodes[row]; }
    static int seatsOf(const HouseNode &node); ///< that it can sell alone, of all dates

private:
    void update();

    HouseModel &m_house;
    QList<HouseNode> m_nodes;
};

} // namespace foyer
