#pragma once

#include "items/WalletsModel.h"

#include <QIdentityProxyModel>
#include <QTimeZone>

namespace foyer {

/// What moved in a wallet, as rows of words.
class MovementRows : public QIdentityProxyModel
{
    Q_OBJECT
public:
    MovementRows(WalletsModel &wallets, QObject *parent);

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate(const QTimeZone &zone);

private:
    WalletsModel &m_wallets;
    QTimeZone m_zone;
};

} // namespace foyer
