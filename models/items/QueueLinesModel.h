#pragma once

#include "items/HouseModel.h"

#include <QAbstractTableModel>

namespace foyer {

/// A house's queue as rows of facts: who was let in first, then who waits. In the UI thread.
class QueueLinesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NumberColumn, StateColumn, SinceColumn, WhereColumn, ColumnCount };

    /// `house` is the caller's and lives longer.
    QueueLinesModel(HouseModel &house, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;

    const QueueLine &line(int row) const { return m_lines[row]; }
    int rowOf(TokenId token) const; ///< -1: they aren't there any more

private:
    void update();

    HouseModel &m_house;
    QList<QueueLine> m_lines;
};

} // namespace foyer
