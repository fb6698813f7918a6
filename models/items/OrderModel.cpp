#include "items/OrderModel.h"

#include "services/BoxOffice.h"
#include "services/Shop.h"
#include "services/TenderDesk.h"

namespace foyer {

OrderModel::OrderModel(BoxOffice &office, TenderDesk &tenders, QObject *parent)
    : QAbstractTableModel(parent), m_office(office), m_tenders(tenders)
{
    connect(&office.shop().changes(), &Changes::committed, this, [this](const ChangeSet &changes) {
        if (m_file && (changes.orders.contains(m_file->order.id) || changes.everything))
            read();
    });
}

int OrderModel::rowCount(const QModelIndex &parent) const
{
    return m_file && !parent.isValid() ? int(m_file->order.tickets.size()) : 0;
}

QVariant OrderModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const Ticket &shown = ticket(index.row());
    switch (Column(index.column())) {
    case ChosenColumn: return isChosen(index.row());
    case SeatColumn: return indexOf(shown.seat);
    case TypeColumn: return shown.category;
    case PriceColumn: return shown.price.minor;
    case ColumnCount: break;
    }
    return {};
}

QList<SeatIndex> OrderModel::chosen() const
{
    QList<SeatIndex> seats;
    for (const Ticket &ticket : m_file ? m_file->order.tickets : QList<Ticket>())
        if (m_chosen.contains(ticket.seat))
            seats.append(ticket.seat);
    return seats;
}

Money OrderModel::worth() const
{
    Money worth{0, m_file ? m_file->order.total.currency : Currency()};
    for (const Ticket &ticket : m_file ? m_file->order.tickets : QList<Ticket>())
        if (ticket.isLive && (m_chosen.isEmpty() || m_chosen.contains(ticket.seat)))
            worth += ticket.price;
    return worth;
}

std::optional<Refusal> OrderModel::whyNot(OrderAct act) const
{
    return m_file ? foyer::whyNot(act, m_file->order, chosen()) : std::optional(Refusal::OrderUnknown);
}

/// A member's money is in their wallet, which they alone spend.
bool OrderModel::can(OrderAct act) const
{
    return m_file && !m_busy && !whyNot(act) && !(act == OrderAct::Exchange && m_file->isMembers);
}

void OrderModel::setClerk(const std::optional<StaffId> &clerk)
{
    if (std::exchange(m_clerk, clerk) != clerk)
        close();
}

void OrderModel::open(OrderId order)
{
    if (!m_clerk || order == m_order)
        return;
    ++m_opened;
    m_order = order;
    m_claim.reset();
    m_busy = false;
    read();
}

void OrderModel::close()
{
    ++m_opened;
    m_order = {};
    m_claim.reset();
    m_busy = false;
    beginResetModel();
    m_file.reset();
    m_chosen.clear();
    endResetModel();
    Q_EMIT changed();
}

/// Whoever walks through a list passes orders by: only the one that is wanted last is read.
void OrderModel::read()
{
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    deliver(m_office.open(m_order, *m_clerk), this, [this, order = m_order](const Result<OrderFile> &file) {
        m_isReading = false;
        const bool isLate = std::exchange(m_readAgain, false) || order != m_order;
        if (isLate && m_clerk && !m_order.isNull())
            read();
        else if (!isLate && file.ok())
            show(file.value());
        else if (!isLate)
            Q_EMIT failed(Problem::of(file));
    });
}

/// What was chosen stays so while it is there.
void OrderModel::show(const OrderFile &file)
{
    const bool isSame = m_file && m_file->order.id == file.order.id;
    beginResetModel();
    m_file = file;
    if (!isSame)
        m_chosen.clear();
    for (const Ticket &ticket : file.order.tickets)
        if (!ticket.isLive)
            m_chosen.remove(ticket.seat);
    endResetModel();
    Q_EMIT changed();
}

void OrderModel::toggle(int row)
{
    if (!m_file || row < 0 || row >= rowCount() || !ticket(row).isLive)
        return;
    if (!m_chosen.remove(ticket(row).seat))
        m_chosen.insert(ticket(row).seat);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT changed();
}

void OrderModel::printAgain()
{
    if (can(OrderAct::PrintAgain))
        ask(m_office.printAgain(m_order, *m_clerk), [this](const Order &order) {
            read(); // it has one copy more
            Q_EMIT printWanted(order);
        });
}

void OrderModel::refund(std::optional<TenderKind> to, const Consent &by)
{
    if (can(OrderAct::Refund))
        giveBack(false, to, by);
}

/// The customer is still there: the money goes back the way it came, of several ways in cash.
void OrderModel::voidSale(const Consent &by)
{
    if (!can(OrderAct::Void))
        return;
    const QList<OrderFile::Payment> &payments = m_file->payments;
    const bool isOneWay = std::all_of(payments.begin(), payments.end(),
        [&](const OrderFile::Payment &each) { return each.kind == payments.constFirst().kind; });
    giveBack(true, isOneWay && !payments.isEmpty() ? payments.constFirst().kind : TenderKind::Cash, by);
}

void OrderModel::giveBack(bool isVoid, std::optional<TenderKind> to, const Consent &by)
{
    const RefundWish wish{.order = m_order,
        .seats = isVoid ? QList<SeatIndex>() : chosen(),
        .who = by.who.id,
        .why = by.why,
        .isVoid = isVoid,
        .to = to};
    ask(m_office.shop().refund(wish), [this](const MoneyBack &back) {
        m_claim = back.claim;
        if (back.payOut)
            m_tenders.run(*back.payOut);
    });
}

void OrderModel::exchange()
{
    if (can(OrderAct::Exchange))
        Q_EMIT exchangeWanted(m_file->order, chosen());
}

void OrderModel::setContact(const Contact &contact)
{
    if (m_file && !m_busy)
        ask(m_office.setContact(m_order, contact, *m_clerk), [](const auto &) {}); // the change tells of it
}

void OrderModel::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        Q_EMIT changed();
}

} // namespace foyer
