#include "sync/HubOrders.h"

#include "domain/Limits.h"
#include "domain/Sha256.h"
#include "protocol/OrderMessages.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/ContactStore.h"
#include "storage/HouseSearchStore.h"
#include "storage/HubSeatStore.h"
#include "storage/LedgerStore.h"
#include "storage/NodeStore.h"
#include "storage/OrderSearchStore.h"
#include "storage/PeopleStore.h"
#include "sync/HubOrder.h"

#include <QJsonDocument>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 seatsSince = 12LL * 60 * 60; ///< seconds: who asks for a seat means a date that isn't long over
constexpr int datesOfSeat = 50;
constexpr int most = limits::houseOrdersFound;
constexpr int readingsOfPrint = 5; ///< at most within one transaction

// A journal may say anything; a desk reads what can be.
bool isSeat(SeatIndex seat) { return indexOf(seat) >= 0 && indexOf(seat) < limits::seatsInPlanMax; }
qint64 asPrice(qint64 amount) { return std::clamp<qint64>(amount, 0, limits::moneyMax); }

QByteArray digestOf(EpochId by, const HouseOrderAct &act)
{
    QJsonObject asked = jsonOf(by);
    asked.insert(u"act"_s, jsonOf(act));
    return sha256(QJsonDocument(asked).toJson(QJsonDocument::Compact));
}

QJsonObject toldBy(EpochId by, const HouseOrderAct &act)
{
    return {{u"order"_s, act.order.text()}, {u"staff"_s, act.who.id.text()}, {u"name"_s, act.who.name},
        {u"node"_s, by.node.text()}};
}
} // namespace

Result<bool> HubOrders::readOn()
{
    FOYER_TRY(isBehind, m_db.read([&]() -> Result<bool> { return HouseSearchStore(m_db).isBehind(); }));
    if (!isBehind)
        return false;
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<bool> {
        HouseSearchStore store(tx.db());
        store.readOn();
        return store.isBehind();
    });
}

Result<HouseOrdersFound> HubOrders::find(const OrderQuery &query)
{
    return m_db.read([&]() -> Result<HouseOrdersFound> {
        HouseOrdersFound found{.isWhole = !HouseSearchStore(m_db).isBehind()};
        QSet<OrderId> seen;
        for (const OrderReading &reading : readingsOf(query.typed))
            for (const Hit &hit : hits(reading)) {
                if (found.lines.size() == most)
                    return found;
                if (seen.contains(hit.order))
                    continue;
                seen.insert(hit.order);
                if (const auto shown = line(hit))
                    found.lines.append(*shown);
            }
        return found;
    });
}

QList<HubOrders::Hit> HubOrders::hits(const OrderReading &reading)
{
    const HouseSearchStore store(m_db);
    const OrderSearchStore contacts(m_db); // beside the orders, wherever these were sold
    QList<OrderId> orders;
    const auto add = [&orders](const QList<OrderSearchStore::Hit> &named) {
        for (const auto &each : named)
            orders.append(each.order);
    };
    switch (reading.kind) {
    case OrderReading::Kind::Newest: break;
    case OrderReading::Kind::Ticket:
        if (const auto order = store.byTicket(reading.ticket))
            orders.append(*order);
        break;
    case OrderReading::Kind::NumberStart: orders = store.byNumberStart(reading.text, most); break;
    case OrderReading::Kind::NumberEnd: orders = store.byNumberEnd(reading.text, most); break;
    case OrderReading::Kind::Seat: return ofSeat(reading.seat);
    case OrderReading::Kind::Phone:
        orders = store.byMemberDigits(reading.text, most);
        add(contacts.byDigits(reading.text, {}, most));
        std::sort(orders.begin(), orders.end(), [](OrderId a, OrderId b) { return a.bytes() > b.bytes(); });
        break;
    case OrderReading::Kind::Name:
        add(reading.initials.isEmpty() ? contacts.byName(reading.text, {}, most)
                                       : contacts.byInitials(reading.initials, reading.text, {}, most));
        break;
    }
    QList<Hit> hits;
    for (const OrderId order : orders)
        hits.append({order, std::nullopt});
    return hits;
}

QList<HubOrders::Hit> HubOrders::ofSeat(const SeatName &wanted)
{
    QList<Hit> hits;
    const HubSeatStore seats(m_db);
    const CatalogueStore catalogue(m_db);
    for (const PerformanceKey date : OrderSearchStore(m_db).dates(m_clock.utc().addSecs(-seatsSince), datesOfSeat))
        for (const SeatIndex seat : seatsNamed(*m_plans.plan(catalogue.planOf(date)), wanted))
            if (const SeatAtHub now = seats.find(date, seat); now.state == SeatState::Sold && !now.order.isNull())
                hits.append({now.order, seat});
    return hits;
}

std::optional<HouseOrderLine> HubOrders::line(const Hit &hit)
{
    const auto order = HubOrder::find(m_db, hit.order);
    const HouseOrderFile file = order ? fileOf(*order) : HouseOrderFile();
    if (file.tickets.isEmpty() || file.performance.value < 1)
        return std::nullopt;
    OrderLine line{hit.order, file.number, file.contact.name,
        file.contact.lastDigits.isEmpty() ? file.memberDigits : file.contact.lastDigits,
        file.soldAt.toMSecsSinceEpoch(), file.total, {}, qint16(file.tickets.size()), 0, file.isMembers, nullptr};
    const auto bySeat = [](const auto &a, const auto &b) { return a.seat < b.seat; };
    line.firstSeat = hit.seat.value_or(std::min_element(file.tickets.begin(), file.tickets.end(), bySeat)->seat);
    line.liveSeats = qint16(
        std::count_if(file.tickets.begin(), file.tickets.end(), [](const auto &ticket) { return ticket.isLive; }));
    return HouseOrderLine{line, file.performance, file.machine};
}

Result<HouseOrderFile> HubOrders::open(OrderId id)
{
    return m_db.read([&]() -> Result<HouseOrderFile> {
        const auto order = HubOrder::find(m_db, id);
        if (!order || order->sale().order.isNull() || order->row().performance.value < 1)
            return Refusal::OrderUnknown;
        HouseOrderFile file = fileOf(*order);
        file.history = historyOf(*order);
        for (const OrderEvent &event : std::as_const(file.history))
            file.copy = std::max(file.copy, event.copy);
        return file;
    });
}

/// Without what was done with it.
HouseOrderFile HubOrders::fileOf(const HubOrder &order)
{
    const SaleFact sale = order.sale();
    HouseOrderFile file{.id = sale.order,
        .number = sale.number,
        .machine = machineOf(order.row().seller.node),
        .soldBy = sale.soldBy,
        .soldAt = order.soldAt(),
        .performance = order.row().performance,
        .total = order.row().total};
    const auto wallet = LedgerStore(m_db).wallet(order.row().wallet);
    const auto member = wallet && wallet->member ? PeopleStore(m_db).member(*wallet->member) : std::nullopt;
    file.isMembers = member.has_value();
    file.memberDigits = member ? member->lastDigits : QString();
    file.contact = ContactStore(m_db).find(sale.order);
    const QList<SeatIndex> live = order.left();
    for (const SaleFact::Ticket &each : sale.tickets)
        if (isSeat(each.seat) && !each.id.isNull())
            file.tickets.append(
                {each.id, each.seat, each.type, asPrice(each.price), each.freeBecause, live.contains(each.seat)});
    return file;
}

/// What its seller's journals tell, and what was done with it here.
QList<OrderEvent> HubOrders::historyOf(const HubOrder &order)
{
    QList<OrderEvent> history;
    const auto add = [&](const JournalEntry &entry, const QString &machine) {
        auto event = eventIn(entry);
        if (!event)
            return;
        event->machine = machine;
        event->at = std::max(event->at, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC));
        event->seats.removeIf([](SeatIndex seat) { return !isSeat(seat); });
        if (event->amount)
            event->amount = asPrice(*event->amount);
        if (const auto staff = PeopleStore(m_db).staff(event->staff); staff && event->who.isEmpty())
            event->who = staff->member.name;
        history.append(*event);
    };
    const NodeId seller = order.row().seller.node;
    for (const JournalEntry &entry : HouseSearchStore(m_db).entries(order.row().id, seller))
        add(entry, machineOf(seller));
    for (const JournalEntry &entry : OrderSearchStore(m_db).entries(order.row().id)) {
        const QJsonObject body = QJsonDocument::fromJson(entry.body).object();
        add(entry, machineOf({QUuid(body["node"_L1].toString())}));
    }
    std::stable_sort(history.begin(), history.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    return history;
}

QString HubOrders::machineOf(NodeId node) const
{
    for (const NodeKey &key : NodeStore(m_db).all())
        if (key.node == node)
            return key.name;
    return node.isNull() ? QString() : node.text();
}

Result<HouseOrderFile> HubOrders::act(EpochId by, const HouseOrderAct &act)
{
    int copy = 0;
    FOYER_CHECK(m_db.write(m_clock, [&](Transaction &tx) -> Done {
        const auto order = HubOrder::find(tx.db(), act.order);
        if (!order || order->sale().order.isNull())
            return Refusal::OrderUnknown;
        if (act.kind == HouseOrderAct::Kind::SetContact) {
            setContact(tx, by, act);
            return done;
        }
        FOYER_TRY(counted, nextCopy(tx, {act.id, digestOf(by, act), toldBy(by, act)}, *order));
        copy = counted;
        return done;
    }));
    FOYER_TRY(file, open(act.order));
    if (copy > 0)
        file.copy = copy;
    return file;
}

/// After all that its seller and the desks of the house have printed: to the end of what its seller told.
Result<int> HubOrders::nextCopy(Transaction &tx, const Print &print, const HubOrder &order)
{
    EpochStore epochs(tx.db());
    if (const auto before = epochs.answered(print.id))
        return before->asked == print.digest ? Result<int>(before->answer.toInt()) : Refusal::RequestReused;
    if (epochs.anyMustReport())
        return Refusal::HubRecovering;
    if (order.isRefunded())
        return Refusal::AlreadyRefunded;
    HouseSearchStore store(tx.db());
    for (int i = 0; i < readingsOfPrint && store.isBehind(); ++i)
        store.readOn();
    if (store.isBehind())
        return Refusal::HubRecovering; // in turns it will have read them soon
    int copy = 2;                      // the sale's own print is the first
    for (const OrderEvent &event : historyOf(order))
        copy = std::max(copy, event.copy + 1);
    epochs.addAnswer(print.id, {print.digest, QByteArray::number(copy)});
    QJsonObject told = print.told;
    told.insert(u"copy"_s, copy);
    tx.tell(u"printedAgain"_s, told);
    return copy;
}

/// The same again tells nothing more.
void HubOrders::setContact(Transaction &tx, EpochId by, const HouseOrderAct &act)
{
    ContactStore contacts(tx.db());
    if (contacts.find(act.order) == act.contact)
        return;
    contacts.set(act.order, act.contact);
    tx.tell(u"contactChanged"_s, toldBy(by, act));
}

} // namespace foyer
