#include "services/PaymentService.h"

#include "services/ReservationService.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/HubLinkStore.h"
#include "storage/LedgerStore.h"
#include "storage/PeopleStore.h"
#include "storage/SaleStore.h"

// Orders as people see them.
namespace foyer {

using namespace Qt::StringLiterals;

/// "2026-000123" at a root, "2026-B000123" at a terminal: one number, one order in the whole house. A node that began
/// anew counts anew ("2026-B2-000001"), since its database may have forgotten numbers that it gave.
QString PaymentService::orderNumber(int year, qint64 count)
{
    const auto hub = HubLinkStore(m_db).find();
    const int beginning = journal::head(m_db).epoch - (hub ? 1 : 0); // enrolling is a terminal's first
    const QString series = (hub ? hub->lane : QString()) + (beginning > 1 ? u"%1-"_s.arg(beginning) : QString());
    return u"%1-%2%3"_s.arg(year).arg(series).arg(count, 6, 10, QLatin1Char('0'));
}

Result<Order> PaymentService::order(OrderId id)
{
    return m_db.read([&]() { return fullOrder(SaleStore(m_db).find(id)); });
}

Result<Order> PaymentService::orderByNumber(const QString &number)
{
    return m_db.read([&]() { return fullOrder(SaleStore(m_db).findByNumber(number.trimmed().toUpper())); });
}

Result<Order> PaymentService::orderByDigits(const QString &digits)
{
    const int year = digits.chopped(qMin(6, int(digits.size()))).toInt();
    return m_db.read(
        [&]() { return fullOrder(SaleStore(m_db).findByNumber(orderNumber(year, digits.right(6).toLongLong()))); });
}

Result<Order> PaymentService::fullOrder(const std::optional<SaleRow> &sale)
{
    if (!sale)
        return Refusal::OrderUnknown;
    CatalogueStore catalogue(m_db);
    const auto performance = catalogue.performance(sale->performance);
    FOYER_REQUIRE(performance);
    Order order{sale->id, sale->number, sale->hold, sale->wallet, sale->state, sale->paidAt, sale->total, sale->tax,
        *performance, *catalogue.show(performance->show), *catalogue.house(performance->house), {}, {}};
    if (const auto seller = sale->staff ? PeopleStore(m_db).staff(*sale->staff) : std::nullopt)
        order.soldBy = seller->member.name;
    const auto wallet = LedgerStore(m_db).wallet(sale->wallet);
    order.isMembers = wallet && wallet->member;
    const auto plan = m_reservations.planOf(sale->performance);
    const QList<TicketType> types = catalogue.ticketTypes();
    for (const TicketRow &row : SaleStore(m_db).tickets(*sale)) {
        Ticket ticket{row.id, row.seat, nameOfSeat(*plan, row.seat), row.category, {}, row.price, row.code,
            row.freeBecause, row.live};
        for (const TicketType &type : types)
            if (type.key == row.type)
                ticket.type = type;
        order.tickets.append(ticket);
    }
    return order;
}

Result<Order> PaymentService::orderOf(const HouseOrderFile &file)
{
    return m_db.read([&]() -> Result<Order> {
        CatalogueStore catalogue(m_db);
        const auto performance = catalogue.performance(file.performance);
        if (!performance)
            return Refusal::PerformanceUnknown;
        const HouseSettings settings = catalogue.settings();
        const Money total{file.total, settings.currency};
        Order order{.id = file.id,
            .number = file.number,
            .state = OrderState::Refunded,
            .paidAt = file.soldAt,
            .total = total,
            .tax = taxWithin(total, settings.taxBasisPoints),
            .performance = *performance,
            .show = *catalogue.show(performance->show),
            .house = *catalogue.house(performance->house),
            .soldBy = file.soldBy,
            .isMembers = file.isMembers};
        const auto plan = m_reservations.planOf(file.performance);
        const QList<TicketType> types = catalogue.ticketTypes();
        for (const HouseOrderFile::Ticket &each : file.tickets) {
            if (!plan->contains(each.seat))
                continue;
            Ticket ticket{each.id, each.seat, nameOfSeat(*plan, each.seat), plan->categoryOf(each.seat).name, {},
                {each.price, settings.currency}, m_secrets.ticketCode(each.id.bytes()), each.freeBecause, each.isLive};
            for (const TicketType &type : types)
                if (type.id == each.type)
                    ticket.type = type;
            if (each.isLive)
                order.state = OrderState::Paid;
            order.tickets.append(ticket);
        }
        return order;
    });
}

} // namespace foyer
