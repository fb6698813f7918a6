#include "ui/desk/MovementRows.h"

#include "wording/Wording.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
int alignmentOf(int column)
{
    const bool isMoney = column == WalletsModel::AmountColumn || column == WalletsModel::BalanceColumn;
    return int((isMoney ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}
} // namespace

MovementRows::MovementRows(WalletsModel &wallets, QObject *parent) : QIdentityProxyModel(parent), m_wallets(wallets)
{
    setSourceModel(&wallets);
}

QVariant MovementRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column());
    if (role != Qt::DisplayRole)
        return {};
    const Wording words;
    const WalletMovement &movement = m_wallets.file()->balance.movements[index.row()];
    switch (WalletsModel::Column(index.column())) {
    case WalletsModel::TimeColumn: return words.dateTimeText(movement.at, m_zone);
    case WalletsModel::KindColumn: return words.name(movement.kind);
    case WalletsModel::AmountColumn:
        return (movement.amount.isPositive() ? u"+"_s : QString()) + words.money(movement.amount);
    case WalletsModel::BalanceColumn: return words.money(m_wallets.balanceAfter(index.row()));
    case WalletsModel::ColumnCount: break;
    }
    return {};
}

QVariant MovementRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (WalletsModel::Column(section)) {
    case WalletsModel::TimeColumn: return tr("When");
    case WalletsModel::KindColumn: return tr("What");
    case WalletsModel::AmountColumn: return tr("Amount");
    case WalletsModel::BalanceColumn: return tr("Balance");
    case WalletsModel::ColumnCount: break;
    }
    return {};
}

void MovementRows::retranslate(const QTimeZone &zone)
{
    m_zone = zone;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, WalletsModel::ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, WalletsModel::ColumnCount - 1));
}

} // namespace foyer
