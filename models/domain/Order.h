#pragma once

#include "domain/Catalogue.h"
#include "domain/Id.h"
#include "domain/Money.h"
#include "domain/SeatingPlan.h"

#include <QDateTime>

namespace foyer {

/// Refunded with the last of its tickets.
enum class OrderState : quint8 { Paid = 1, Refunded = 2 };

/// One ticket a seat. `code` is what the QR holds.
struct Ticket {
    TicketId id;
    SeatIndex seat{};
    SeatName name;
    QString category;
    TicketType type;
    Money price;
    QString code;
    QString freeBecause; ///< why nothing was paid for it; empty: it had its price
    bool isLive = true;  ///< else it was refunded
};

/// A paid hold, with everything its documents and screens show.
struct Order {
    OrderId id;
    QString number; ///< for people: "2026-000123"
    HoldId hold;
    WalletId wallet;
    OrderState state = OrderState::Paid;
    QDateTime paidAt; ///< UTC
    Money total;
    Money tax; ///< contained in total
    Performance performance;
    Show show;
    House house;
    QList<Ticket> tickets;
    QString soldBy;         ///< of the staff; empty at a kiosk
    int copy = 1;           ///< which print of its tickets this is
    bool isMembers = false; ///< what comes back of it is in a member's wallet
};

/// What other machines of the house sold to a customer.
struct OrdersElsewhere {
    QList<Order> orders;
    bool isWhole = true; ///< else what they sold can't all be seen now
};

} // namespace foyer
