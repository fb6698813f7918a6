#include "items/OrdersModel.h"

#include "domain/Deliver.h"
#include "services/BoxOffice.h"
#include "services/Shop.h"

namespace foyer {

namespace {
constexpr int firstPage = 60; ///< fills any screen
constexpr int nextPage = 500;
constexpr auto pause = std::chrono::milliseconds(300);
constexpr auto readsOn = std::chrono::seconds(1); ///< a hub that hasn't read all of its journals
} // namespace

OrdersModel::OrdersModel(BoxOffice &office, QObject *parent) : QAbstractTableModel(parent), m_office(office)
{
    m_wasAway = isAway();
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &OrdersModel::lookElsewhere);
    connect(&office.shop(), &Shop::hubStateChanged, this, [this] {
        const bool wasAway = std::exchange(m_wasAway, isAway());
        if (wasAway && !isAway() && m_clerk && !m_typed.trimmed().isEmpty())
            m_pause.start(pause);
        Q_EMIT awayChanged();
    });
}

bool OrdersModel::isAway() const
{
    const auto &hub = m_office.shop().hubState();
    return hub && hub->reach != Reach::Online;
}

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
    case MachineColumn: return machine(index.row());
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
    m_pause.stop();
    setSearching(m_clerk.has_value());
    if (!m_clerk) {
        beginResetModel();
        m_lines.clear();
        m_machines.clear();
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
        const QList<OrderLine> others = m_lines.mid(m_lines.size() - m_machines.size());
        m_shown.clear();
        m_next = page.value().next;
        m_lines = fresh(page.value().lines);
        if (m_typed == m_machinesOf) // read again: they stay until the hub has answered
            m_lines += others;
        else
            m_machines.clear();
        endResetModel();
        if (m_office.hasHub() && !isAway() && !m_typed.trimmed().isEmpty())
            m_pause.start(pause);
        Q_EMIT found();
        return;
    }
    m_next = page.value().next;
    const QList<OrderLine> lines = fresh(page.value().lines);
    if (lines.isEmpty())
        return;
    const int own = rowCount() - int(m_machines.size());
    beginInsertRows({}, own, own + int(lines.size()) - 1);
    m_lines = m_lines.first(own) + lines + m_lines.mid(own);
    endInsertRows();
}

/// One question at a time; what was typed meanwhile is asked next, its answer alone is shown.
void OrdersModel::lookElsewhere()
{
    if (m_isAsking || !m_clerk)
        return;
    m_isAsking = true;
    deliver(m_office.findElsewhere(m_typed, *m_clerk), this,
        [this, wish = m_wish](const Result<HouseOrdersFound> &elsewhere) {
            m_isAsking = false;
            if (wish != m_wish) {
                if (m_clerk && !m_pause.isActive() && !m_searching && !m_typed.trimmed().isEmpty())
                    lookElsewhere();
                return;
            }
            if (elsewhere.ok())
                arrivedElsewhere(elsewhere.value());
            else if (!elsewhere.isRefused(Refusal::HubNeeded)) // that it is away is said by itself
                Q_EMIT failed(Problem::of(elsewhere));
            Q_EMIT foundElsewhere();
        });
}

void OrdersModel::arrivedElsewhere(const HouseOrdersFound &elsewhere)
{
    m_machinesOf = m_typed;
    QList<OrderLine> lines;
    QHash<OrderId, QString> machines;
    for (const HouseOrderLine &each : elsewhere.lines) {
        if (const int row = rowOf(each.line.id); row >= 0) {
            m_lines[row] = each.line;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
            continue;
        }
        lines.append(each.line);
        machines.insert(each.line.id, each.machine);
    }
    if (!lines.isEmpty()) {
        beginInsertRows({}, rowCount(), rowCount() + int(lines.size()) - 1);
        m_lines += lines;
        m_machines.insert(machines);
        endInsertRows();
    }
    if (!elsewhere.isWhole)
        m_pause.start(readsOn);
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
