#include "items/OrdersModel.h"

#include "domain/Deliver.h"
#include "services/BoxOffice.h"

namespace foyer {

namespace {
constexpr int firstPage = 60; ///< fills any screen
constexpr int nextPage = 500;
} // namespace

OrdersModel::OrdersModel(BoxOffice &office, QObject *parent) : QAbstractTableModel(parent), m_office(office) {}

int OrdersModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }

QVariant OrdersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const OrderLine &line = m_lines[index.row()];
    switch (Column(index.column())) {
    case NumberColumn: return line.number;
    case WhoColumn: return line.name;
    case DateColumn: return line.date->performance.startsAt;
    case ShowColumn: return line.date->show.id;
    case SeatsColumn: return line.liveSeats;
    case TotalColumn: return line.total;
    case ColumnCount: break;
    }
    return {};
}

bool OrdersModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next && !m_isBusy && m_wish == m_asked;
}

void OrdersModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(*m_next, nextPage);
}

int OrdersModel::rowOf(OrderId order) const
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [&](const OrderLine &line) { return line.id == order; });
    return found == m_lines.end() ? -1 : int(found - m_lines.begin());
}

void OrdersModel::setClerk(const std::optional<StaffId> &clerk)
{
    if (std::exchange(m_clerk, clerk) == clerk)
        return;
    m_typed.clear();
    begin();
}

void OrdersModel::search(const QString &typed)
{
    m_typed = typed;
    begin();
}

void OrdersModel::update(const OrderFile &file)
{
    const int row = rowOf(file.order.id);
    if (row < 0)
        return;
    OrderLine &line = m_lines[row];
    const QString lastDigits = file.contact.lastDigits.isEmpty() ? file.memberDigits : file.contact.lastDigits;
    const auto &tickets = file.order.tickets;
    const auto live = qint16(std::count_if(tickets.begin(), tickets.end(), [](const Ticket &t) { return t.isLive; }));
    if (line.name == file.contact.name && line.lastDigits == lastDigits && line.liveSeats == live)
        return;
    line.name = file.contact.name;
    line.lastDigits = lastDigits;
    line.liveSeats = live;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void OrdersModel::begin()
{
    ++m_wish;
    setSearching(m_clerk.has_value());
    if (!m_clerk) {
        beginResetModel();
        m_lines.clear();
        m_next.reset();
        endResetModel();
    } else if (!m_isBusy) {
        ask({}, firstPage);
    }
}

void OrdersModel::ask(const OrderCursor &from, int count)
{
    const bool isFirst = m_asked != m_wish;
    m_asked = m_wish;
    m_isBusy = true;
    if (isFirst)
        m_readings = readingsOf(m_typed);
    deliver(m_office.find(m_readings, from, count, *m_clerk), this, [this, isFirst](const Result<OrderPage> &page) {
        m_isBusy = false;
        if (m_asked == m_wish)
            arrived(page, isFirst);
        else if (m_clerk)
            ask({}, firstPage); // something else is wanted by now
    });
}

void OrdersModel::arrived(const Result<OrderPage> &page, bool isFirst)
{
    setSearching(false);
    if (!page.ok()) {
        m_next.reset();
        Q_EMIT failed(Problem::of(page));
        return;
    }
    if (isFirst) {
        beginResetModel();
        m_lines.clear();
        m_shown.clear();
        m_next = page.value().next;
        m_lines = fresh(page.value().lines);
        endResetModel();
        Q_EMIT found();
        return;
    }
    m_next = page.value().next;
    const QList<OrderLine> lines = fresh(page.value().lines);
    if (lines.isEmpty())
        return;
    beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + lines.size()) - 1);
    m_lines += lines;
    endInsertRows();
}

QList<OrderLine> OrdersModel::fresh(QList<OrderLine> lines)
{
    if (m_readings.size() > 1)
        lines.removeIf([this](const OrderLine &line) {
            const bool isShown = m_shown.contains(line.id);
            m_shown.insert(line.id);
            return isShown;
        });
    return lines;
}

void OrdersModel::setSearching(bool searching)
{
    if (std::exchange(m_searching, searching) != searching)
        Q_EMIT searchingChanged();
}

} // namespace foyer
