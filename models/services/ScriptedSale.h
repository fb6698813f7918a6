#pragma once

#include "domain/IdMaker.h"
#include "domain/Order.h"
#include "domain/Right.h"
#include "domain/Seats.h"
#include "domain/Token.h"
#include "services/ScriptedCash.h"

#include <functional>

namespace foyer {

class Services;

/// One guest who comes in, takes seats, pays in cash exactly what is missing, and leaves: through the same services as
/// a kiosk's customer.
class ScriptedSale
{
public:
    /// What the guest takes of what is free; nothing: there isn't enough.
    using Choice = std::function<QList<SeatIndex>(const SeatsOfDate &date)>;

    /// Asks the hub of a terminal, and waits for it.
    using Ask = std::function<Result<RightsAnswer>(const RightsRequest &)>;

    ScriptedSale(Services &services, IdMaker &ids, ScriptedCash &cash, Ask ask = {})
        : m_services(services), m_ids(ids), m_cash(cash), m_ask(std::move(ask))
    {
    }

    Result<Order> sell(PerformanceKey performance, const Choice &choose);

private:
    Result<Order> buy(const TokenPass &pass, PerformanceKey performance, const Choice &choose);
    Result<Hold> answered(const RightsRequest &request, const TokenPass &pass);
    Result<Hold> hold(const TokenPass &pass, PerformanceKey performance, const Choice &choose);
    Done payIn(const TokenPass &pass, const Hold &hold);
    Done leave(const TokenPass &pass);

    Services &m_services;
    IdMaker &m_ids;
    ScriptedCash &m_cash;
    Ask m_ask; ///< may be empty
};

/// The first `count` free seats that have a price: side by side in one row where possible, else the first there are;
/// nothing when there are fewer.
QList<SeatIndex> firstFreeSeats(const SeatsOfDate &date, int count);

} // namespace foyer
