#include "items/WalletModel.h"

namespace foyer {

WalletModel::WalletModel(CheckoutModel &checkout, QObject *parent) : QAbstractListModel(parent), m_checkout(checkout)
{
    connect(&checkout, &CheckoutModel::changed, this, &WalletModel::rebuild);
}

int WalletModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_movements.size()); }

QVariant WalletModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const WalletMovement &movement = m_movements[index.row()];
    switch (role) {
    case Qt::DisplayRole: return nameOf(movement.kind);
    case KindRole: return int(movement.kind);
    case TimeRole: return movement.at;
    case AmountRole: return movement.amount.minor;
    default: return {};
    }
}

Money WalletModel::balance() const
{
    return m_checkout.balance() ? m_checkout.balance()->amount : Money{0, m_checkout.total().currency};
}

QList<HeldElsewhere> WalletModel::elsewhere() const
{
    return m_checkout.balance() ? m_checkout.balance()->elsewhere : QList<HeldElsewhere>();
}

QList<Money> WalletModel::choices() const
{
    QList<Money> amounts;
    const Money exact = missing();
    if (exact.isPositive())
        amounts.append(exact);
    const qint64 unit = exact.currency.decimals() == 0 ? 10'000 : 1'000; // a note that people carry
    for (qint64 step : {unit, unit * 5, unit * 10}) {
        const qint64 rounded = (std::max<qint64>(exact.minor, 1) + step - 1) / step * step;
        if (const Money amount{rounded, exact.currency}; !amounts.contains(amount))
            amounts.append(amount);
    }
    return amounts;
}

void WalletModel::rebuild()
{
    beginResetModel();
    m_movements = m_checkout.balance() ? m_checkout.balance()->movements : QList<WalletMovement>();
    endResetModel();
    Q_EMIT changed();
}

} // namespace foyer
