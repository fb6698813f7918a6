#pragma once

#include "items/DeskModel.h"

#include <QAbstractTableModel>

namespace foyer {

/// The programme as rows of words: when, what, where, what is left, from how much. Those that can be booked come first.
class DateRows : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, What, Where, Left, From, Columns };

    explicit DateRows(DeskModel &desk, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Only those whose words contain this; empty: all.
    void filter(const QString &typed);
    const PerformanceOffer &offer(int row) const { return m_offers[row]; }
    void retranslate();

private:
    QString text(const PerformanceOffer &offer, int column) const;
    void show();

    DeskModel &m_desk;
    QString m_typed;
    QList<PerformanceOffer> m_offers;
};

} // namespace foyer
