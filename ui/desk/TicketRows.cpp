#include "ui/desk/TicketRows.h"

#include "wording/Wording.h"

#include <QFont>

namespace foyer {

using namespace Qt::StringLiterals;

TicketRows::TicketRows(OrderModel &order, QObject *parent) : QIdentityProxyModel(parent), m_order(order)
{
    setSourceModel(&order);
}

QVariant TicketRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == OrderModel::PriceColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::FontRole && !m_order.ticket(index.row()).isLive) { // also where its type has no room
        QFont struck;
        struck.setStrikeOut(true);
        return struck;
    }
    if (role == Qt::AccessibleTextRole && index.column() == OrderModel::ChosenColumn)
        return m_order.isChosen(index.row()) ? tr("chosen") : tr("not chosen");
    return role == Qt::DisplayRole ? text(index.row(), index.column()) : QVariant();
}

QString TicketRows::text(int row, int column) const
{
    const Wording words;
    const Ticket &ticket = m_order.ticket(row);
    switch (OrderModel::Column(column)) {
    case OrderModel::ChosenColumn: return m_order.isChosen(row) ? u"✓"_s : QString();
    case OrderModel::SeatColumn: return words.seatText(ticket.name);
    case OrderModel::TypeColumn: {
        const QString type = ticket.type.name.in(words.locale().name().left(2)); // older journals don't tell it
        return !ticket.isLive   ? words.name(OrderState::Refunded)
               : type.isEmpty() ? ticket.category
                                : ticket.category + u" · "_s + type;
    }
    case OrderModel::PriceColumn: return words.money(ticket.price);
    case OrderModel::ColumnCount: break;
    }
    return {};
}

QVariant TicketRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == OrderModel::PriceColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (OrderModel::Column(section)) {
    case OrderModel::ChosenColumn: return QString();
    case OrderModel::SeatColumn: return tr("Seat");
    case OrderModel::TypeColumn: return tr("Ticket");
    case OrderModel::PriceColumn: return tr("Price");
    case OrderModel::ColumnCount: break;
    }
    return {};
}

void TicketRows::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, OrderModel::ColumnCount - 1);
    if (const int rows = m_order.rowCount(); rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(rows - 1, OrderModel::ColumnCount - 1));
}

} // namespace foyer
