#include "items/TicketsModel.h"

#include "domain/Deliver.h"
#include "services/Shop.h"

namespace foyer {

namespace {
bool isLive(const Ticket &ticket) { return ticket.isLive; }

/// Those still to come first, the soonest before; then what is over or void, the latest before.
void sortSoonestFirst(QList<Order> &orders, const QDateTime &now)
{
    const auto isToCome = [&now](const Order &order) {
        return order.state == OrderState::Paid && order.performance.startsAt > now;
    };
    std::stable_sort(orders.begin(), orders.end(), [&](const Order &a, const Order &b) {
        const QDateTime &first = a.performance.startsAt, &second = b.performance.startsAt;
        if (isToCome(a) != isToCome(b))
            return isToCome(a);
        return isToCome(a) ? first < second : first > second;
    });
}
} // namespace

TicketsModel::TicketsModel(Shop &shop, QObject *parent) : QAbstractListModel(parent), m_shop(shop) {}

int TicketsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_orders.size()); }

QVariant TicketsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Order &order = m_orders[index.row()];
    switch (role) {
    case Qt::DisplayRole: return order.number;
    case OrderRole: return order.id.value;
    case StartRole: return order.performance.startsAt;
    case LiveRole: return int(std::count_if(order.tickets.begin(), order.tickets.end(), isLive));
    default: return {};
    }
}

QList<Ticket> TicketsModel::tickets() const
{
    const Order *front = order();
    return front ? front->tickets : QList<Ticket>();
}

QList<SeatIndex> TicketsModel::seats() const
{
    QList<SeatIndex> seats;
    for (const Ticket &ticket : tickets())
        if (ticket.isLive && (m_chosen.isEmpty() || m_chosen.contains(ticket.seat)))
            seats.append(ticket.seat);
    return seats;
}

Money TicketsModel::worth() const
{
    Money worth{0, m_settings.currency};
    if (const Order *front = order())
        worth.currency = front->total.currency;
    const QList<SeatIndex> wanted = seats();
    for (const Ticket &ticket : tickets())
        if (wanted.contains(ticket.seat))
            worth += ticket.price;
    return worth;
}

std::optional<Refused> TicketsModel::whyNot() const
{
    if (seats().isEmpty())
        return Refused{.why = Refusal::AlreadyRefunded};
    const Performance &date = order()->performance;
    if (mayCancel(date, m_shop.clock().utc(), m_settings.cancelBefore))
        return std::nullopt;
    const QDateTime until = cancelEnd(date, m_settings.cancelBefore);
    return Refused{.why = Refusal::CancelTooLate,
        .until = until.isValid() ? until.toTimeZone(QTimeZone(m_settings.timeZone)) : until};
}

void TicketsModel::open(const TicketProof &proof, const HouseSettings &settings)
{
    if (m_busy)
        return;
    close();
    m_proof = proof;
    m_settings = settings;
    ask(m_shop.tickets(proof), [this](const Result<QList<Order>> &orders) {
        if (orders.isRefused(Refusal::AlreadyRefunded) && m_shop.hubState())
            return askForLost(Problem::of(orders));
        if (!orders.ok()) {
            close();
            Q_EMIT failed(Problem::of(orders));
            return;
        }
        setOrders(orders.value());
        readElsewhere();
        Q_EMIT opened();
    });
}

/// A ticket that is void because it was cancelled here, and nobody was told of its money.
void TicketsModel::askForLost(const Problem &isVoid)
{
    ask(m_shop.lostCancel(m_proof), [this, isVoid](const Result<std::optional<MoneyBack>> &back) {
        const auto claim = back.ok() && back.value() ? back.value()->claim : std::nullopt;
        if (!claim) {
            close();
            Q_EMIT failed(back.isRefused(Refusal::CancelNotNow) ? Problem::of(back) : isVoid);
            return;
        }
        Q_EMIT opened();
        Q_EMIT codeGiven(*claim);
    });
}

/// What this machine sold is in front of them meanwhile; a ticket's order is read by now, wherever it was sold.
void TicketsModel::readElsewhere()
{
    if (!m_proof.pass || !m_shop.hubState())
        return;
    m_isReading = true;
    deliver(m_shop.ticketsElsewhere(m_proof), this, [this, opened = m_opened](const Result<OrdersElsewhere> &rest) {
        if (opened != m_opened)
            return;
        m_isReading = false;
        m_isWhole = rest.ok() && rest.value().isWhole;
        if (rest.ok() && !rest.value().orders.isEmpty())
            add(rest.value().orders);
        else
            Q_EMIT changed();
    });
}

/// The order in front stays there, with all that was chosen of it.
void TicketsModel::add(const QList<Order> &read)
{
    const OrderId front = order() ? order()->id : OrderId();
    QList<Order> all = m_orders;
    for (const Order &each : read) {
        const auto known = std::find_if(all.begin(), all.end(), [&each](const Order &o) { return o.id == each.id; });
        if (known == all.end())
            all.append(each);
        else
            *known = each;
    }
    sortSoonestFirst(all, m_shop.clock().utc());
    int row = all.isEmpty() ? -1 : 0;
    for (int i = 0; i < all.size(); ++i)
        if (all[i].id == front)
            row = i;
    beginResetModel();
    m_orders = all;
    m_row = row;
    endResetModel();
    Q_EMIT changed();
}

void TicketsModel::close()
{
    ++m_opened;
    m_proof = {};
    setBusy(false);
    m_isWhole = true;
    m_isReading = false;
    setOrders({});
}

void TicketsModel::setOrders(const QList<Order> &orders)
{
    beginResetModel();
    m_orders = orders;
    m_row = orders.isEmpty() ? -1 : 0;
    m_chosen.clear();
    m_back.reset();
    m_isAsking = false;
    endResetModel();
    Q_EMIT changed();
}

void TicketsModel::show(int row)
{
    if (m_busy || row < 0 || row >= rowCount() || row == m_row)
        return;
    m_row = row;
    m_chosen.clear();
    m_back.reset();
    m_isAsking = false;
    Q_EMIT asked();
    Q_EMIT changed();
}

void TicketsModel::toggle(SeatIndex seat)
{
    const QList<Ticket> tickets = order() ? order()->tickets : QList<Ticket>();
    const bool isTheirs = std::any_of(
        tickets.begin(), tickets.end(), [seat](const Ticket &each) { return each.isLive && each.seat == seat; });
    if (m_busy || m_isAsking || !isTheirs) // what is asked about stays what it is
        return;
    if (!m_chosen.remove(seat))
        m_chosen.insert(seat);
    m_back.reset();
    Q_EMIT changed();
}

void TicketsModel::askCancel()
{
    if (!canCancel())
        return;
    m_isAsking = true;
    m_back.reset();
    Q_EMIT asked();
    Q_EMIT changed();
}

void TicketsModel::keep()
{
    m_isAsking = false;
    m_back.reset();
    Q_EMIT changed();
}

void TicketsModel::cancel()
{
    if (!std::exchange(m_isAsking, false))
        return;
    if (!canCancel()) { // it has become too late over the question
        Q_EMIT changed();
        return;
    }
    ask(m_shop.cancel(m_proof, order()->id, seats()), [this](const Result<MoneyBack> &back) {
        if (back.ok())
            return cancelled(back.value());
        Q_EMIT failed(Problem::of(back));
        if (back.isRefused(Refusal::AlreadyRefunded)) // somewhere else
            read();
    });
}

/// Here it is said at once; a terminal whose hub cancelled hears of it later.
void TicketsModel::cancelled(const MoneyBack &back)
{
    Order &order = m_orders[m_row];
    const Ticket *left = nullptr;
    bool isProofVoid = false;
    for (Ticket &ticket : order.tickets) {
        if (back.seats.contains(ticket.seat)) {
            ticket.isLive = false;
            isProofVoid |= ticket.code == m_proof.code;
        }
        if (ticket.isLive)
            left = &ticket;
    }
    if (!left)
        order.state = OrderState::Refunded;
    if (isProofVoid && left) // whoever holds one of an order's tickets goes on by the others
        m_proof.code = left->code;
    m_chosen.clear();
    m_back = back;
    Q_EMIT dataChanged(index(m_row), index(m_row));
    Q_EMIT changed();
    if (back.claim)
        Q_EMIT codeGiven(Claim(*back.claim)); // a copy: whoever hears it closes us
}

void TicketsModel::read()
{
    setBusy(true);
    deliver(m_shop.tickets(m_proof), this, [this, opened = m_opened](const Result<QList<Order>> &orders) {
        if (opened != m_opened)
            return;
        setBusy(false);
        if (!orders.ok())
            return;
        m_chosen.clear();
        add(orders.value());
        readElsewhere();
    });
}

void TicketsModel::printAgain()
{
    if (!canPrint() || m_isAsking)
        return;
    ask(m_shop.printAgain(m_proof, order()->id), [this](const Result<Order> &order) {
        if (order.ok())
            Q_EMIT printWanted(Order(order.value())); // a copy: whoever hears it closes us
        else
            Q_EMIT failed(Problem::of(order));
    });
}

void TicketsModel::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) == busy)
        return;
    Q_EMIT busyChanged();
    Q_EMIT changed();
}

template <typename T, typename Handler>
void TicketsModel::ask(QFuture<Result<T>> future, Handler handler)
{
    Q_EMIT asked();
    setBusy(true);
    deliver(std::move(future), this, [this, handler = std::move(handler), opened = m_opened](const Result<T> &result) {
        if (opened != m_opened)
            return;
        setBusy(false);
        handler(result);
    });
}

} // namespace foyer
