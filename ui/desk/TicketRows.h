#pragma once

#include "items/OrderModel.h"

#include <QIdentityProxyModel>

namespace foyer {

/// The tickets of an open order as rows of words; those that are chosen have a tick.
class TicketRows : public QIdentityProxyModel
{
    Q_OBJECT
public:
    TicketRows(OrderModel &order, QObject *parent);

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    QString text(int row, int column) const;

    OrderModel &m_order;
};

} // namespace foyer
