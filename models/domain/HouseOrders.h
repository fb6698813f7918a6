#pragma once

#include "domain/FoundOrders.h"
#include "domain/HouseRequests.h"
#include "domain/Staff.h"

namespace foyer {

// Orders that other machines of the house sold, as a desk asks its hub for them.

struct OrderQuery {
    QString typed;
};

/// An order among several. What all orders of a date share, whoever asked adds.
struct HouseOrderLine {
    OrderLine line;
    PerformanceKey performance;
    QString machine; ///< that sold it
};

struct HouseOrdersFound {
    QList<HouseOrderLine> lines; ///< the likeliest first, bounded
    bool isWhole = true;         ///< else the hub hasn't read all journals yet: ask again
};

struct OrderWish {
    OrderId order;
};

/// All that the hub knows of one order; how it was paid isn't told.
struct HouseOrderFile {
    OrderId id;
    QString number;
    QString machine; ///< that sold it
    QString soldBy;  ///< of the staff; empty: nobody of them, or it isn't known
    QDateTime soldAt;
    PerformanceKey performance;
    qint64 total = 0;
    bool isMembers = false;
    QString memberDigits;
    Contact contact;
    struct Ticket {
        TicketId id;
        SeatIndex seat{};
        QString type; ///< its id in the programme; empty: it isn't known
        qint64 price = 0;
        QString freeBecause;
        bool isLive = true;
    };
    QList<Ticket> tickets;
    QList<OrderEvent> history; ///< after the sale, in the order that it happened
    int copy = 1;              ///< the last that is known; of an answer to PrintAgain: that one
};

/// What staff do with such an order, beside giving it back.
struct HouseOrderAct {
    enum class Kind : quint8 { PrintAgain, SetContact };
    RequestId id; ///< the same print again is counted once (law 4)
    OrderId order;
    Kind kind = Kind::PrintAgain;
    StaffMember who; ///< as the desk knows them
    Contact contact; ///< of SetContact; an empty one is forgotten
};

// A customer's own orders, wherever they bought them, as any terminal asks for them.

struct MyTicketsWish {
    HouseProof proof;
};

struct MyTickets {
    QList<HouseOrderFile> orders; ///< those still to come first, bounded; nothing of contacts, staff or what was done
    bool isWhole = true;          ///< else the hub hasn't read all journals yet
};

/// Its tickets are printed once more.
struct MyTicketsPrint {
    RequestId id; ///< the same print again is counted once (law 4)
    OrderId order;
    HouseProof proof;
};

} // namespace foyer
