#include "domain/FoundOrders.h"

#include "domain/Limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int copiesMost = 100'000; ///< more than anybody prints

QString shortened(const QJsonValue &text) { return text.toString().left(limits::nameLengthMax); }
} // namespace

std::optional<OrderEvent> eventIn(const JournalEntry &entry)
{
    const QJsonObject body = QJsonDocument::fromJson(entry.body).object();
    using Kind = OrderEvent::Kind;
    static const QHash<QString, Kind> kinds{{u"printedAgain"_s, Kind::PrintedAgain}, {u"refunded"_s, Kind::Refunded},
        {u"refundHeard"_s, Kind::Refunded}, {u"contactChanged"_s, Kind::ContactChanged}};
    const auto kind = kinds.find(entry.kind);
    if (kind == kinds.end())
        return std::nullopt;
    OrderEvent event{*kind, QDateTime::fromMSecsSinceEpoch(entry.at, Qt::UTC), shortened(body["name"_L1]),
        shortened(body["why"_L1]), std::clamp(body["copy"_L1].toInt(), 0, copiesMost)};
    event.isCustomers = body["by"_L1] == "customer"_L1;
    event.staff = {QUuid(body["staff"_L1].toString())};
    if (body["void"_L1].toBool())
        event.kind = Kind::Voided;
    if (event.kind == Kind::Refunded || event.kind == Kind::Voided) {
        // a hub names the seats; whoever sold them, the rights
        const bool isHubs = entry.kind == "refunded"_L1 && body.contains("seats"_L1);
        for (const QJsonValue each : body[isHubs ? "seats"_L1 : "rights"_L1].toArray())
            event.seats.append(SeatIndex(isHubs ? each.toInt() : each.toArray().first().toInt()));
        if (body.contains("total"_L1))
            event.amount = body["total"_L1].toInteger();
    }
    return event;
}

std::optional<Refusal> whyNot(OrderAct act, const Order &order, const QList<SeatIndex> &seats)
{
    const auto isLive = [](const Ticket &ticket) { return ticket.isLive; };
    const auto isSold = [&](SeatIndex seat) {
        return std::any_of(order.tickets.begin(), order.tickets.end(),
            [&](const Ticket &ticket) { return ticket.seat == seat && ticket.isLive; });
    };
    if (order.state == OrderState::Refunded || std::none_of(order.tickets.begin(), order.tickets.end(), isLive) ||
        !std::all_of(seats.begin(), seats.end(), isSold))
        return Refusal::AlreadyRefunded;
    switch (act) {
    case OrderAct::Void: // what was a mistake was one as a whole
        return std::all_of(order.tickets.begin(), order.tickets.end(), isLive)
                   ? std::nullopt
                   : std::optional(Refusal::AlreadyRefunded);
    case OrderAct::PrintAgain:
    case OrderAct::Refund:
    case OrderAct::Exchange: break;
    }
    return std::nullopt;
}

} // namespace foyer
