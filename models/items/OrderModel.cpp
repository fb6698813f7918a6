#include "items/OrderModel.h"

#include "services/BoxOffice.h"
#include "services/Shop.h"
#include "services/TenderDesk.h"

namespace foyer {

namespace {
constexpr auto isWaitedFor = std::chrono::milliseconds(150); ///< before the order that was open makes way
}

OrderModel::OrderModel(BoxOffice &office, TenderDesk &tenders, QObject *parent)
    : QAbstractTableModel(parent), m_office(office), m_tenders(tenders), m_tender(tenders, this)
{
    connect(&m_tender, &TenderModel::changed, this, &OrderModel::changed);
    connect(&m_tender, &TenderModel::settled, this, &OrderModel::settled);
    connect(&office.shop().changes(), &Changes::committed, this, [this](const ChangeSet &changes) {
        if (m_file && (changes.orders.contains(m_file->order.id) || (changes.everything && !isElsewhere())))
            read();
    });
    m_stale.setSingleShot(true);
    connect(&m_stale, &QTimer::timeout, this, [this] {
        if (m_file && m_file->order.id != m_order)
            clear();
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

/// A member's exchange is over their own wallet, which has to be here.
bool OrderModel::can(OrderAct act) const
{
    const bool isWalletElsewhere = m_file && m_file->isMembers && m_office.hasHub();
    return !isBusy() && !whyNot(act) && !(act == OrderAct::Exchange && isWalletElsewhere);
}

void OrderModel::setClerk(const std::optional<StaffId> &clerk)
{
    if (std::exchange(m_clerk, clerk) == clerk)
        return;
    m_code.reset(); // the next one's customer isn't shown it; staff make another
    close();
}

void OrderModel::open(OrderId order)
{
    if (!m_clerk || order == m_order)
        return;
    ++m_opened;
    m_order = order;
    m_print = {};
    m_busy = false;
    read();
    m_stale.start(isWaitedFor);
}

void OrderModel::close()
{
    ++m_opened;
    m_order = {};
    m_print = {};
    m_busy = false;
    clear();
}

void OrderModel::refresh()
{
    if (isElsewhere() && !isBusy())
        read();
}

void OrderModel::clear()
{
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
        else if (!isLate) {
            close(); // not that another one stands for it
            Q_EMIT failed(Problem::of(file));
        }
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
    if (!can(OrderAct::PrintAgain))
        return;
    if (m_print.isNull()) // else nobody knows whether it was counted
        m_print = m_office.newRequest();
    ask(m_office.printAgain(m_order, *m_clerk, m_print), [this](const Order &order) {
        m_print = {};
        read(); // it has one copy more
        Q_EMIT printWanted(order);
    });
}

void OrderModel::refund(std::optional<TenderKind> to, const Consent &by)
{
    if (can(OrderAct::Refund))
        giveBack({.order = m_order, .seats = chosen(), .who = by.who.id, .why = by.why, .to = to});
}

/// The customer is still there: the money goes back the ways it came; of what another machine took, on a code.
void OrderModel::voidSale(const Consent &by)
{
    if (can(OrderAct::Void))
        giveBack(
            {.order = m_order, .who = by.who.id, .why = by.why, .isVoid = true, .asItCame = m_tenders.kindsThatGive()});
}

/// What was begun goes on whatever is open by then: the money is on its way.
void OrderModel::giveBack(RefundWish wish)
{
    Q_EMIT asked();
    m_code.reset();
    m_givesBack = true;
    Q_EMIT changed();
    deliver(m_office.refund(wish), this,
        [this, order = m_order, number = m_file->order.number, clerk = m_clerk](const Result<MoneyBack> &back) {
            m_givesBack = false;
            if (!back.ok()) {
                Q_EMIT failed(Problem::of(back));
            } else {
                m_moneyOf = number;
                m_leaving = back.value().leaving;
                if (back.value().claim && clerk == m_clerk)
                    m_code = Code{number, *back.value().claim};
                m_tender.run(back.value().payOuts);
                if (order == m_order && m_clerk)
                    read(); // what another machine sold nobody tells of
            }
            Q_EMIT changed();
        });
}

void OrderModel::settled(const TenderOutcome &outcome)
{
    if (outcome.claim && m_clerk)
        m_code = Code{m_moneyOf, *outcome.claim};
    else if (outcome.onCode && m_code)
        m_code->claim.amount = *outcome.onCode;
    else if (outcome.onCode && m_leaving && m_clerk)
        m_code = Code{m_moneyOf, {m_leaving->code, *outcome.onCode}};
    if (outcome.tender.state != TenderState::Approved)
        Q_EMIT failed({.refused = Refused{.why = Refusal::TenderDeclined}});
    Q_EMIT changed();
}

void OrderModel::exchange()
{
    if (can(OrderAct::Exchange))
        Q_EMIT exchangeWanted(m_file->order, chosen());
}

void OrderModel::setContact(const Contact &contact)
{
    if (!isBusy())
        ask(m_office.setContact(m_order, contact, *m_clerk), [this](const auto &) {
            if (isElsewhere()) // else the change tells of it
                read();
        });
}

void OrderModel::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        Q_EMIT changed();
}

} // namespace foyer
