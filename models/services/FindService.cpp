#include "services/FindService.h"

#include "domain/Limits.h"
#include "services/PaymentService.h"
#include "services/ReservationService.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/ContactStore.h"
#include "storage/LedgerStore.h"
#include "storage/OrderSearchStore.h"
#include "storage/PeopleStore.h"
#include "storage/SaleStore.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 seatsSince = 12 * 60 * 60; ///< seconds: who asks for a seat means a date that isn't long over
constexpr int datesOfSeat = 50;
constexpr int phoneTail = 4;

bool isKey(const QString &wanted, const QString &name) { return wanted == seatKey(name); }

QList<SeatIndex> seatsNamed(const SeatingPlan &plan, const SeatName &wanted)
{
    QList<SeatIndex> seats;
    for (const PlanRow &row : plan.rows) {
        if (!isKey(wanted.row, row.label))
            continue;
        if (!wanted.zone.isEmpty() && !isKey(wanted.zone, plan.zones[row.zone].name))
            continue;
        for (qint32 seat = row.firstSeat; seat < row.firstSeat + row.seatCount; ++seat)
            if (isKey(wanted.number, plan.number[seat]))
                seats.append(SeatIndex{seat});
    }
    return seats;
}

/// As it was typed, but that no sign in it turns what stands beside it around.
QString plainName(const QString &typed)
{
    QString name = typed;
    name.removeIf([](QChar c) {
        switch (c.direction()) {
        case QChar::DirLRE:
        case QChar::DirLRO:
        case QChar::DirRLE:
        case QChar::DirRLO:
        case QChar::DirPDF:
        case QChar::DirLRI:
        case QChar::DirRLI:
        case QChar::DirFSI:
        case QChar::DirPDI: return true;
        default: return c.category() == QChar::Other_Control && !c.isSpace();
        }
    });
    return name.simplified();
}

/// Four digits, or none; of a whole number the last four.
Result<QString> lastDigitsOf(const QString &typed)
{
    QString digits;
    for (const QChar c : typed.normalized(QString::NormalizationForm_KC))
        if (c >= u'0' && c <= u'9')
            digits += c;
    if (typed.trimmed().isEmpty())
        return QString();
    if (digits.size() < phoneTail || digits.size() > limits::phoneDigitsMax)
        return Refusal::PhoneInvalid;
    return digits.right(phoneTail);
}

/// What an entry tells; nothing of what isn't for people.
std::optional<OrderEvent> eventIn(const JournalEntry &entry, const QJsonObject &body)
{
    using Kind = OrderEvent::Kind;
    static const QHash<QString, Kind> kinds{{u"printedAgain"_s, Kind::PrintedAgain}, {u"refunded"_s, Kind::Refunded},
        {u"refundHeard"_s, Kind::Refunded}, {u"contactChanged"_s, Kind::ContactChanged}};
    const auto kind = kinds.find(entry.kind);
    if (kind == kinds.end())
        return std::nullopt;
    OrderEvent event{*kind, QDateTime::fromMSecsSinceEpoch(entry.at, Qt::UTC), {}, body["why"_L1].toString(),
        body["copy"_L1].toInt()};
    event.isCustomers = body["by"_L1] == "customer"_L1;
    if (body["void"_L1].toBool())
        event.kind = Kind::Voided;
    if (event.kind == Kind::Refunded || event.kind == Kind::Voided) {
        for (const QJsonValue right : body["rights"_L1].toArray())
            event.seats.append(SeatIndex(right.toArray().first().toInt()));
        if (body.contains("total"_L1))
            event.amount = body["total"_L1].toInteger();
    }
    return event;
}
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
            const QJsonObject body = QJsonDocument::fromJson(entry.body).object();
            auto event = eventIn(entry, body);
            if (!event)
                continue;
            if (const auto staff = people.staff(StaffId{QUuid(body["staff"_L1].toString())}))
                event->who = staff->member.name;
            file.copies += event->kind == OrderEvent::Kind::PrintedAgain;
            file.history.append(*event);
        }
        return file;
    });
}

Done FindService::setContact(OrderId id, const Contact &wanted, StaffId who)
{
    const QString name = plainName(wanted.name);
    if (name.size() > contactNameMax)
        return Refused{.why = Refusal::BadInput, .fault = InputFault::NameTooLong, .place = u"/name"_s};
    FOYER_TRY(lastDigits, lastDigitsOf(wanted.lastDigits));
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        if (!SaleStore(tx.db()).find(id))
            return Refusal::OrderUnknown;
        ContactStore contacts(tx.db());
        if (name.isEmpty() && lastDigits.isEmpty())
            contacts.forget(id);
        else
            contacts.save(id, {name, lastDigits});
        tx.tell(u"contactChanged"_s, {{u"order"_s, id.text()}, {u"staff"_s, who.text()}});
        tx.changes().orders.insert(id);
        return done;
    });
}

} // namespace foyer
