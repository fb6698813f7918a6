#pragma once

#include "items/CheckoutModel.h"

namespace foyer {

/// The wallet: balance, its movements as rows, newest first, and the amounts a top-up offers (FLOWS 6, 7).
class WalletModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { KindRole = Qt::UserRole + 1, TimeRole, AmountRole };

    WalletModel(CheckoutModel &checkout, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    Money balance() const;
    Money missing() const { return m_checkout.missing(); }
    QList<HeldElsewhere> elsewhere() const; ///< of the same wallet, at other terminals
    const QList<WalletMovement> &movements() const { return m_movements; }
    /// Exactly what is missing first, then rounder amounts above it.
    QList<Money> choices() const;

Q_SIGNALS:
    void changed();

private:
    void rebuild();

    CheckoutModel &m_checkout;
    QList<WalletMovement> m_movements;
};

} // namespace foyer
