#include "services/FindService.h"

#include "services/PaymentService.h"
#include "services/ReservationService.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/ContactStore.h"
#include "storage/HubLinkStore.h"
#include "storage/LedgerStore.h"
#include "storage/OrderSearchStore.h"
#include "storage/PeopleStore.h"
#include "storage/SaleStore.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 seatsSince = 12 * 60 * 60; ///< seconds: who asks for a seat means a date that isn't long over
constexpr int datesOfSeat = 50;
} // namespace

Result<OrderPage> FindService::find(const QList<OrderReading> &readings, const OrderCursor &from, int count)
{
    return m_db.read([&]() -> Result<OrderPage> {
        OrderPage page;
        OrderCursor at = from;
        Dates dates;
        while (page.lines.size() < count && at.reading < readings.size()) {
            const int wanted = count - int(page.lines.size());
            const QList<Found> found = hits(readings[at.reading], at, wanted);
            for (const Found &each : found) {
                auto shown = line(each.order, dates);
                if (!shown)
                    continue;
                shown->firstSeat = each.seat.value_or(shown->firstSeat);
                page.lines.append(*shown);
            }
            if (found.size() < wanted)
                at = {at.reading + 1, {}, {}};
        }
        if (at.reading < readings.size())
            page.next = at;
        return page;
    });
}

QList<FindService::Found> FindService::hits(const OrderReading &reading, OrderCursor &at, int count)
{
    const OrderSearchStore store(m_db);
    QList<OrderSearchStore::Hit> hits;
    switch (reading.kind) {
    case OrderReading::Kind::Newest: hits = store.newest(at.order, count); break;
    case OrderReading::Kind::Ticket:
        if (const auto order = store.byTicket(reading.ticket, reading.text); order && at.order.isNull())
            hits.append({*order});
        break;
    case OrderReading::Kind::NumberStart: hits = store.byNumberStart(reading.text, at, count); break;
    case OrderReading::Kind::NumberEnd: hits = store.byNumberEnd(reading.text, at.order, count); break;
    case OrderReading::Kind::Seat: return ofSeat(reading.seat, at, count);
    case OrderReading::Kind::Phone: hits = store.byDigits(reading.text, at.order, count); break;
    case OrderReading::Kind::Name:
        hits = reading.initials.isEmpty() ? store.byName(reading.text, at, count)
                                          : store.byInitials(reading.initials, reading.text, at, count);
        break;
    }
    QList<Found> found;
    for (const OrderSearchStore::Hit &hit : hits)
        found.append({hit.order, std::nullopt});
    if (!hits.isEmpty())
        at = {at.reading, hits.constLast().key, hits.constLast().order};
    return found;
}

/// Who has it tonight comes before who has it tomorrow. All of them at once: there are as many as there are dates.
QList<FindService::Found> FindService::ofSeat(const SeatName &seat, OrderCursor &at, int count)
{
    if (!at.order.isNull())
        return {};
    const OrderSearchStore store(m_db);
    QList<Found> found;
    QHash<std::shared_ptr<const SeatingPlan>, QList<SeatIndex>> named;
    for (const PerformanceKey date : store.dates(m_clock.utc().addSecs(-seatsSince), datesOfSeat)) {
        const auto plan = m_reservations.planOf(date);
        if (!named.contains(plan))
            named.insert(plan, seatsNamed(*plan, seat));
        for (const SeatIndex each : named.value(plan))
            if (const auto order = store.bySeat(date, each); order && found.size() < count)
                found.append({*order, each});
    }
    if (!found.isEmpty())
        at.order = found.constLast().order;
    return found;
}

std::optional<OrderLine> FindService::line(OrderId order, Dates &dates)
{
    PerformanceKey performance;
    auto line = OrderSearchStore(m_db).line(order, &performance);
    if (line)
        line->date = date(performance, dates);
    return line;
}

std::shared_ptr<const OrderDate> FindService::date(PerformanceKey key, Dates &dates)
{
    auto &date = dates[key];
    if (!date) {
        CatalogueStore catalogue(m_db);
        const auto performance = catalogue.performance(key);
        FOYER_REQUIRE(performance);
        date = std::make_shared<const OrderDate>(OrderDate{*performance, *catalogue.show(performance->show),
            *catalogue.house(performance->house), m_reservations.planOf(key)});
    }
    return date;
}

Result<FindService::Dates> FindService::dates(const QSet<PerformanceKey> &performances)
{
    return m_db.read([&]() -> Result<Dates> {
        Dates dates;
        for (const PerformanceKey key : performances)
            if (CatalogueStore(m_db).performance(key))
                date(key, dates);
        return dates;
    });
}

Result<OrderFile> FindService::open(OrderId id)
{
    FOYER_TRY(order, m_payments.order(id));
    return m_db.read([&]() -> Result<OrderFile> {
        OrderFile file{.order = order, .contact = ContactStore(m_db).find(id)};
        const OrderSearchStore store(m_db);
        PeopleStore people(m_db);
        const auto wallet = LedgerStore(m_db).wallet(order.wallet);
        const auto member = wallet && wallet->member ? people.member(*wallet->member) : std::nullopt;
        file.isMembers = wallet && wallet->member;
        file.memberDigits = member ? member->lastDigits : QString();
        file.payments = store.payments(order.wallet, order.hold);
        file.history.append({OrderEvent::Kind::Sold, order.paidAt, order.soldBy});
        for (const JournalEntry &entry : store.entries(id)) {
            auto event = eventIn(entry);
            if (!event)
                continue;
            if (const auto staff = people.staff(event->staff))
                event->who = staff->member.name;
            file.copies = std::max(file.copies, event->copy);
            file.history.append(*event);
        }
        return file;
    });
}

Result<HouseOrdersFound> FindService::elsewhere(const HouseOrdersFound &found)
{
    return m_db.read([&]() -> Result<HouseOrdersFound> {
        HouseOrdersFound rest{.isWhole = found.isWhole};
        Dates dates;
        for (HouseOrderLine line : found.lines) {
            if (SaleStore(m_db).find(line.line.id) || !CatalogueStore(m_db).performance(line.performance))
                continue;
            line.line.date = date(line.performance, dates);
            rest.lines.append(line);
        }
        return rest;
    });
}

Result<OrderFile> FindService::fileOf(const HouseOrderFile &found)
{
    FOYER_TRY(order, m_payments.orderOf(found));
    return m_db.read([&]() -> Result<OrderFile> {
        OrderFile file{.order = order,
            .contact = found.contact,
            .isMembers = found.isMembers,
            .memberDigits = found.memberDigits,
            .copies = found.copy,
            .machine = found.machine};
        file.history.append({OrderEvent::Kind::Sold, found.soldAt, found.soldBy});
        file.history.last().machine = found.machine;
        for (OrderEvent event : found.history) {
            if (const auto staff = PeopleStore(m_db).staff(event.staff); staff && event.who.isEmpty())
                event.who = staff->member.name;
            file.history.append(event);
        }
        return file;
    });
}

Done FindService::setContact(OrderId id, const Contact &wanted, StaffId who)
{
    FOYER_TRY(contact, contactFrom(wanted));
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        if (!SaleStore(tx.db()).find(id))
            return Refusal::OrderUnknown;
        ContactStore contacts(tx.db());
        contacts.set(id, contact);
        if (HubLinkStore(tx.db()).find())
            contacts.noteUntold(id);
        tx.tell(u"contactChanged"_s, {{u"order"_s, id.text()}, {u"staff"_s, who.text()}});
        tx.changes().orders.insert(id);
        return done;
    });
}

} // namespace foyer
