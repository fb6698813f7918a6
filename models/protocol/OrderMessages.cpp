#include "protocol/OrderMessages.h"

#include "protocol/MessageFields.h"

namespace foyer {

using namespace Qt::StringLiterals;
using namespace field;

namespace {
constexpr int seatsMost = 10'000; // of one order; it is at most what a hold was
constexpr int copiesMost = 1'000'000;

qint64 price(const JsonCursor &at) { return whole(at, 0, limits::moneyMax); }

Contact contactAt(const JsonCursor &at)
{
    const JsonCursor name = at.member(u"contactName"), digits = at.member(u"contactDigits");
    const auto contact = contactFrom({name.text(), digits.text()});
    if (!contact.ok())
        name.refuse(InputFault::NameTooLong);
    return contact.ok() ? contact.value() : Contact();
}

void addContact(QJsonObject &json, const Contact &contact)
{
    json.insert(u"contactName"_s, contact.name);
    json.insert(u"contactDigits"_s, contact.lastDigits);
}

QJsonObject lineOf(const HouseOrderLine &each)
{
    const OrderLine &line = each.line;
    return {{u"order"_s, line.id.text()}, {u"number"_s, line.number}, {u"machine"_s, each.machine},
        {u"name"_s, line.name}, {u"lastDigits"_s, line.lastDigits}, {u"at"_s, line.paidAt}, {u"total"_s, line.total},
        {u"performance"_s, each.performance.value}, {u"firstSeat"_s, indexOf(line.firstSeat)}, {u"seats"_s, line.seats},
        {u"liveSeats"_s, line.liveSeats}, {u"members"_s, line.isMembers}};
}

HouseOrderLine lineAt(const JsonCursor &at)
{
    const JsonCursor order = at.member(u"order"), number = at.member(u"number"), machine = at.member(u"machine");
    const JsonCursor name = at.member(u"name"), digits = at.member(u"lastDigits"), when = at.member(u"at");
    const JsonCursor total = at.member(u"total"), performance = at.member(u"performance");
    const JsonCursor first = at.member(u"firstSeat"), seats = at.member(u"seats"), live = at.member(u"liveSeats");
    const JsonCursor members = at.member(u"members");
    return {{id<OrderId>(order), number.text(), name.text(), digits.text(), whole(when), price(total), seat(first),
                qint16(whole(seats, 0, seatsMost)), qint16(whole(live, 0, seatsMost)), members.flag(), nullptr},
        {whole(performance, 1)}, machine.text()};
}

QJsonObject ticketOf(const HouseOrderFile::Ticket &ticket)
{
    return {{u"ticket"_s, ticket.id.text()}, {u"seat"_s, indexOf(ticket.seat)}, {u"type"_s, ticket.type},
        {u"price"_s, ticket.price}, {u"freeBecause"_s, ticket.freeBecause}, {u"live"_s, ticket.isLive}};
}

HouseOrderFile::Ticket ticketAt(const JsonCursor &at)
{
    const JsonCursor ticket = at.member(u"ticket"), where = at.member(u"seat"), type = at.member(u"type");
    const JsonCursor cost = at.member(u"price"), free = at.member(u"freeBecause"), live = at.member(u"live");
    return {id<TicketId>(ticket), seat(where), type.text(), price(cost), free.text(), live.flag()};
}

QJsonObject eventOf(const OrderEvent &event)
{
    QJsonObject json{{u"event"_s, nameOf(event.kind)}, {u"at"_s, event.at.toMSecsSinceEpoch()}, {u"name"_s, event.who},
        {u"why"_s, event.why}, {u"copy"_s, event.copy}, {u"seats"_s, seatsOf(event.seats)},
        {u"byCustomer"_s, event.isCustomers}, {u"machine"_s, event.machine}};
    if (event.amount)
        json.insert(u"amount"_s, *event.amount);
    if (!event.staff.isNull())
        json.insert(u"staff"_s, event.staff.text());
    return json;
}

OrderEvent eventAt(const JsonCursor &at)
{
    const JsonCursor kind = at.member(u"event"), when = at.member(u"at"), name = at.member(u"name");
    const JsonCursor why = at.member(u"why"), copy = at.member(u"copy"), where = at.member(u"seats");
    const JsonCursor customer = at.member(u"byCustomer"), machine = at.member(u"machine");
    const JsonCursor amount = at.member(u"amount"), staff = at.member(u"staff");
    OrderEvent event{named<OrderEvent::Kind>(kind), moment(when), name.text(), why.text(),
        int(whole(copy, 0, copiesMost)), seats(where)};
    event.isCustomers = customer.flag();
    event.machine = machine.text();
    if (amount.isGiven())
        event.amount = price(amount);
    if (staff.isGiven())
        event.staff = id<StaffId>(staff);
    return event;
}

HouseOrderFile fileAt(const JsonCursor &at)
{
    const JsonCursor order = at.member(u"order"), number = at.member(u"number"), machine = at.member(u"machine");
    const JsonCursor by = at.member(u"soldBy"), when = at.member(u"at"), total = at.member(u"total");
    const JsonCursor performance = at.member(u"performance"), members = at.member(u"members");
    const JsonCursor digits = at.member(u"memberDigits"), tickets = at.member(u"tickets");
    const JsonCursor history = at.member(u"history"), copy = at.member(u"copy");
    HouseOrderFile file{id<OrderId>(order), number.text(), machine.text(), by.text(), moment(when),
        {whole(performance, 1)}, price(total), members.flag(), digits.text(), contactAt(at), {}, {},
        int(whole(copy, 0, copiesMost))};
    tickets.forEach([&](const JsonCursor &each) { file.tickets.append(ticketAt(each)); });
    history.forEach([&](const JsonCursor &each) { file.history.append(eventAt(each)); });
    return file;
}
} // namespace

QJsonObject jsonOf(const OrderQuery &query) { return {{u"typed"_s, query.typed}}; }

template <>
Result<OrderQuery> fromJson(const QJsonObject &json)
{
    return reading<OrderQuery>(json, [](const JsonCursor &at) {
        const JsonCursor typed = at.member(u"typed");
        return OrderQuery{typed.text()};
    });
}

QJsonObject jsonOf(const HouseOrdersFound &found)
{
    QJsonArray lines;
    for (const HouseOrderLine &line : found.lines)
        lines.append(lineOf(line));
    return {{u"orders"_s, lines}, {u"whole"_s, found.isWhole}};
}

template <>
Result<HouseOrdersFound> fromJson(const QJsonObject &json)
{
    return reading<HouseOrdersFound>(json, [](const JsonCursor &at) {
        const JsonCursor orders = at.member(u"orders"), isWhole = at.member(u"whole");
        HouseOrdersFound found{.isWhole = isWhole.flag()};
        orders.forEach([&](const JsonCursor &each) { found.lines.append(lineAt(each)); });
        return found;
    });
}

QJsonObject jsonOf(const OrderWish &wish) { return {{u"order"_s, wish.order.text()}}; }

template <>
Result<OrderWish> fromJson(const QJsonObject &json)
{
    return reading<OrderWish>(json, [](const JsonCursor &at) {
        const JsonCursor order = at.member(u"order");
        return OrderWish{id<OrderId>(order)};
    });
}

QJsonObject jsonOf(const HouseOrderFile &file)
{
    QJsonArray tickets, history;
    for (const HouseOrderFile::Ticket &ticket : file.tickets)
        tickets.append(ticketOf(ticket));
    for (const OrderEvent &event : file.history)
        history.append(eventOf(event));
    QJsonObject json{{u"order"_s, file.id.text()}, {u"number"_s, file.number}, {u"machine"_s, file.machine},
        {u"soldBy"_s, file.soldBy}, {u"at"_s, file.soldAt.toMSecsSinceEpoch()},
        {u"performance"_s, file.performance.value}, {u"total"_s, file.total}, {u"members"_s, file.isMembers},
        {u"memberDigits"_s, file.memberDigits}, {u"tickets"_s, tickets}, {u"history"_s, history},
        {u"copy"_s, file.copy}};
    addContact(json, file.contact);
    return json;
}

template <>
Result<HouseOrderFile> fromJson(const QJsonObject &json)
{
    return reading<HouseOrderFile>(json, fileAt);
}

QJsonObject jsonOf(const HouseOrderAct &act)
{
    QJsonObject json{{u"id"_s, act.id.text()}, {u"order"_s, act.order.text()}, {u"act"_s, nameOf(act.kind)},
        {u"staff"_s, act.who.id.text()}, {u"name"_s, act.who.name}};
    addContact(json, act.contact);
    return json;
}

template <>
Result<HouseOrderAct> fromJson(const QJsonObject &json)
{
    return reading<HouseOrderAct>(json, [](const JsonCursor &at) {
        const JsonCursor request = at.member(u"id"), order = at.member(u"order"), kind = at.member(u"act");
        const JsonCursor staff = at.member(u"staff"), name = at.member(u"name");
        return HouseOrderAct{id<RequestId>(request), id<OrderId>(order), named<HouseOrderAct::Kind>(kind),
            {id<StaffId>(staff), name.text()}, contactAt(at)};
    });
}

QJsonObject jsonOf(const MyTicketsWish &wish) { return {{u"proof"_s, field::jsonOf(wish.proof)}}; }

template <>
Result<MyTicketsWish> fromJson(const QJsonObject &json)
{
    return reading<MyTicketsWish>(json, [](const JsonCursor &at) { return MyTicketsWish{proof(at.member(u"proof"))}; });
}

QJsonObject jsonOf(const MyTickets &tickets)
{
    QJsonArray orders;
    for (const HouseOrderFile &file : tickets.orders)
        orders.append(jsonOf(file));
    return {{u"orders"_s, orders}, {u"whole"_s, tickets.isWhole}};
}

template <>
Result<MyTickets> fromJson(const QJsonObject &json)
{
    return reading<MyTickets>(json, [](const JsonCursor &at) {
        const JsonCursor orders = at.member(u"orders"), isWhole = at.member(u"whole");
        MyTickets tickets{.isWhole = isWhole.flag()};
        orders.forEach([&](const JsonCursor &each) { tickets.orders.append(fileAt(each)); });
        return tickets;
    });
}

QJsonObject jsonOf(const MyTicketsPrint &print)
{
    return {{u"id"_s, print.id.text()}, {u"order"_s, print.order.text()}, {u"proof"_s, field::jsonOf(print.proof)}};
}

template <>
Result<MyTicketsPrint> fromJson(const QJsonObject &json)
{
    return reading<MyTicketsPrint>(json, [](const JsonCursor &at) {
        const JsonCursor request = at.member(u"id"), order = at.member(u"order"), shown = at.member(u"proof");
        return MyTicketsPrint{id<RequestId>(request), id<OrderId>(order), proof(shown)};
    });
}

} // namespace foyer
