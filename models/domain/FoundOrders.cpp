#include "domain/FoundOrders.h"

namespace foyer {

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
