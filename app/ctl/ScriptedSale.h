#pragma once

#include "ScriptedCash.h"
#include "domain/Order.h"
#include "domain/Seats.h"
#include "domain/Token.h"

namespace foyer {

class Node;

/// One guest who comes in, takes seats, pays in cash exactly what is missing, and leaves: through the same services as
/// a kiosk's customer.
class ScriptedSale
{
public:
    ScriptedSale(Node &node, ScriptedCash &cash) : m_node(node), m_cash(cash) {}

    Result<Order> sell(PerformanceKey performance, int seats);

private:
    Result<Order> buy(const TokenPass &pass, PerformanceKey performance, int seats);
    Result<Hold> hold(const TokenPass &pass, PerformanceKey performance, int seats);
    Done payIn(const TokenPass &pass, const Hold &hold);
    Done leave(const TokenPass &pass);

    Node &m_node;
    ScriptedCash &m_cash;
};

/// `count` free seats that have a price: side by side in one row where possible, else the first there are.
QList<SeatIndex> freeSeats(const SeatsOfDate &date, int count);

} // namespace foyer
