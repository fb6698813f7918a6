#pragma once

#include "items/ShiftModel.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace foyer {

/// Closed drawers as rows of words.
class ShiftRows : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, When, Who, Difference, Columns };

    explicit ShiftRows(ShiftModel &shifts, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    void retranslate(const QTimeZone &zone);

private:
    QString text(const Shift &shift, Column column) const;

    ShiftModel &m_shifts;
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace foyer
