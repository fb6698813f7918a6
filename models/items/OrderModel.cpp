#include "items/OrderModel.h"

#include "services/BoxOffice.h"
#include "services/Shop.h"
#include "services/TenderDesk.h"

namespace foyer {

namespace {
constexpr auto isWaitedFor = std::chrono::milliseconds(150); ///< before the order that was open makes way
}

OrderModel::OrderModel(BoxOffice &office, TenderDesk &tenders, QObject *parent)
    : QAbstractTableModel(parent), m_office(office), m_tenders(tenders)
{
    connect(&office.shop().changes(), &Changes::committed, this, [this](const ChangeSet &changes) {
        if (m_file && (changes.orders.contains(m_file->order.id) || (changes.everything && !isElsewhere())))
            read();
    });
    connect(&tenders, &TenderDesk::settled, this, &OrderModel::settled);
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

/// A member's money is in their wallet, which they alone spend.
bool OrderModel::can(OrderAct act) const
{
    return !isBusy() && !whyNot(act) && !(act == OrderAct::Exchange && m_file->isMembers);
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
    m_print = {};
    m_busy = false;
    read();
    m_stale.start(isWaitedFor);
}

void OrderModel::close()
{
    ++m_opened;
    m_order = {};
    m_claim.reset();
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
        giveBack(false, to, by);
}

/// The customer is still there: the money goes back the way it came, of several ways in cash; where the way isn't
/// known, on a code.
void OrderModel::voidSale(const Consent &by)
{
    if (!can(OrderAct::Void))
        return;
    const QList<OrderFile::Payment> &payments = m_file->payments;
    const bool isOneWay = std::all_of(payments.begin(), payments.end(),
        [&](const OrderFile::Payment &each) { return each.kind == payments.constFirst().kind; });
    const TenderKind way = isOneWay && !payments.isEmpty() ? payments.constFirst().kind : TenderKind::Cash;
    giveBack(true, isElsewhere() ? std::nullopt : std::optional(way), by);
}

void OrderModel::giveBack(bool isVoid, std::optional<TenderKind> to, const Consent &by)
{
    const RefundWish wish{.order = m_order,
        .seats = isVoid ? QList<SeatIndex>() : chosen(),
        .who = by.who.id,
        .why = by.why,
        .isVoid = isVoid,
        .to = to};
    Q_EMIT asked();
    takeNote();
    setBusy(true);
    const PaidBack paid{m_order, m_file->order.number, {}, {}};
    deliver(m_office.refund(wish), this, [this, paid, opened = m_opened](const Result<MoneyBack> &back) {
        if (opened == m_opened)
            m_busy = false;
        if (back.ok())
            gaveBack(paid, back.value());
        else if (m_clerk)
            Q_EMIT failed(Problem::of(back));
        Q_EMIT changed();
    });
}

/// What was begun ends, though another order may be open by now, or nobody here: money is never dropped.
void OrderModel::gaveBack(const PaidBack &paid, const MoneyBack &back)
{
    const QString code = back.claim ? back.claim->code : QString();
    if (back.payOut) {
        m_payingOut.insert(back.payOut->id, {paid.order, paid.number, back.payOut->amount, code});
        m_tenders.run(*back.payOut);
    } else if (back.claim && paid.order == m_order) {
        m_claim = back.claim;
    } else if (back.claim) {
        m_late.append({paid.number, back.claim->amount, code});
    }
    if (paid.order == m_order && m_clerk)
        read();
}

/// What its device couldn't give is on a code, a new one or the one that it was paid for.
void OrderModel::settled(const TenderOutcome &outcome)
{
    const auto found = m_payingOut.constFind(outcome.tender.id);
    if (found == m_payingOut.constEnd())
        return;
    const PaidBack paid = *found;
    m_payingOut.erase(found);
    const bool isOpen = paid.order == m_order;
    const bool isPaid = outcome.tender.state == TenderState::Approved;
    const QString code = outcome.claim ? outcome.claim->code : paid.code;
    if (!isPaid && isOpen && !code.isEmpty())
        m_claim = Claim{code, outcome.claim ? outcome.claim->amount : paid.amount};
    else if (!isOpen && (isPaid || !code.isEmpty()))
        m_late.append({paid.number, paid.amount, isPaid ? QString() : code});
    if (!isPaid)
        Q_EMIT failed({.refused = Refused{.why = Refusal::TenderDeclined}, .error = {}});
    Q_EMIT changed();
}

void OrderModel::takeNote()
{
    if (m_late.isEmpty())
        return;
    m_late.clear();
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
