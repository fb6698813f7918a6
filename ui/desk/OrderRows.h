#pragma once

#include "items/OrdersModel.h"
#include "wording/Wording.h"

#include <QIdentityProxyModel>

namespace foyer {

/// Orders that were found, as rows of words.
class OrderRows : public QIdentityProxyModel
{
    Q_OBJECT
public:
    OrderRows(OrdersModel &orders, QObject *parent);

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void setHouse(const QTimeZone &zone, Currency currency);
    void retranslate();

private:
    QString text(int row, int column) const;
    QString seatsText(const OrderLine &line) const;

    OrdersModel &m_orders;
    Wording m_words;
    QString m_language;
    QTimeZone m_zone;
    Currency m_currency;
};

} // namespace foyer
