#include "ui/desk/OrderRows.h"

#include "wording/OrderWords.h"

namespace foyer {

using namespace Qt::StringLiterals;

OrderRows::OrderRows(OrdersModel &orders, QObject *parent) : QIdentityProxyModel(parent), m_orders(orders)
{
    setSourceModel(&orders);
    retranslate();
}

QVariant OrderRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == OrdersModel::TotalColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? text(index.row(), index.column()) : QVariant();
}

QString OrderRows::text(int row, int column) const
{
    const OrderLine &line = m_orders.line(row);
    switch (OrdersModel::Column(column)) {
    case OrdersModel::NumberColumn: return line.number;
    case OrdersModel::WhoColumn: return OrderWords::who(line.name, line.lastDigits, line.isMembers);
    case OrdersModel::DateColumn: return m_words.dateTimeText(line.date->performance.startsAt, m_zone);
    case OrdersModel::ShowColumn: return line.date->show.title.in(m_language);
    case OrdersModel::SeatsColumn: return seatsText(line);
    case OrdersModel::TotalColumn: return m_words.money({line.total, m_currency});
    case OrdersModel::MachineColumn: return m_orders.machine(row);
    case OrdersModel::ColumnCount: break;
    }
    return {};
}

QString OrderRows::seatsText(const OrderLine &line) const
{
    if (line.liveSeats == 0)
        return m_words.name(OrderState::Refunded);
    const QString first = m_words.seatText(nameOfSeat(*line.date->plan, line.firstSeat));
    //: %1 is a seat, %2 how many more
    return line.seats == 1 ? first : tr("%1 and %2 more").arg(first).arg(line.seats - 1);
}

QVariant OrderRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == OrdersModel::TotalColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (OrdersModel::Column(section)) {
    case OrdersModel::NumberColumn: return tr("Order");
    case OrdersModel::WhoColumn: return tr("Who");
    case OrdersModel::DateColumn: return tr("When");
    case OrdersModel::ShowColumn: return tr("What");
    case OrdersModel::SeatsColumn: return tr("Seats");
    case OrdersModel::TotalColumn: return tr("Total");
    case OrdersModel::MachineColumn: return tr("Sold at");
    case OrdersModel::ColumnCount: break;
    }
    return {};
}

void OrderRows::setHouse(const QTimeZone &zone, Currency currency)
{
    m_zone = zone;
    m_currency = currency;
    retranslate();
}

void OrderRows::retranslate()
{
    m_words = Wording();
    m_language = m_words.locale().name().left(2);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, OrdersModel::ColumnCount - 1);
    if (const int rows = m_orders.rowCount(); rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(rows - 1, OrdersModel::ColumnCount - 1));
}

} // namespace foyer
