#pragma once

#include "domain/JournalEntry.h"
#include "domain/Order.h"
#include "domain/OrderSearch.h"
#include "domain/Refusal.h"
#include "domain/Tender.h"

#include <QHash>
#include <memory>

namespace foyer {

/// What orders of one date have in common, for a list of them.
struct OrderDate {
    Performance performance;
    Show show;
    House house;
    std::shared_ptr<const SeatingPlan> plan;
};

/// An order as a list shows it: as small as it can be, for a list may have a million of them.
struct OrderLine {
    OrderId id;
    QString number;
    QString name;          ///< how the buyer wants to be found; empty: they didn't say
    QString lastDigits;    ///< of their phone number, or the member's
    qint64 paidAt = 0;     ///< UTC milliseconds
    qint64 total = 0;      ///< minor units of the house's currency
    SeatIndex firstSeat{}; ///< or the one that was searched for
    qint16 seats = 0;
    qint16 liveSeats = 0;
    bool isMembers = false;
    std::shared_ptr<const OrderDate> date;
};

/// Where a list goes on: behind the last line of a reading. The first one's beginning unless said otherwise.
struct OrderCursor {
    qsizetype reading = 0;
    QString key;   ///< of the last line, where the reading is in the order of names or numbers
    OrderId order; ///< the last line's
};

struct OrderPage {
    QList<OrderLine> lines;
    std::optional<OrderCursor> next; ///< nothing: these were the last
};

/// What was done with an order, and by whom.
struct OrderEvent {
    enum class Kind : quint8 { Sold, PrintedAgain, Refunded, Voided, ContactChanged };
    Kind kind = Kind::Sold;
    QDateTime at; ///< UTC
    QString who;  ///< of the staff; empty: nobody of them
    QString why;
    int copy = 0;                      ///< PrintedAgain
    QList<SeatIndex> seats = {};       ///< Refunded; empty: all that was left
    std::optional<qint64> amount = {}; ///< minor units of the house's currency
    bool isCustomers = false;          ///< they did it themselves
    StaffId staff = {};                ///< as the journal has them, whose name isn't known everywhere
    QString machine = {};              ///< of the house; empty: this one
};

/// What a journal tells of an order after its sale; nothing of what isn't for people.
std::optional<OrderEvent> eventIn(const JournalEntry &entry);

/// One order opened: itself, who wants to be found by it, how it was paid, and what was done with it since.
struct OrderFile {
    Order order;
    Contact contact;
    bool isMembers = false;
    QString memberDigits; ///< last four of the member's phone number
    struct Payment {
        TenderKind kind = TenderKind::Cash;
        Money amount;
    };
    QList<Payment> payments;   ///< by hand for this order; the rest was in the wallet
    QList<OrderEvent> history; ///< in the order that it happened
    int copies = 1;            ///< of its tickets, printed so far
    QString machine = {};      ///< another one of the house, that sold it: then its payments aren't known here
};

/// What staff do with an order.
enum class OrderAct : quint8 { PrintAgain, Refund, Void, Exchange };

/// Why an act can't be done with these of its seats, none: all that are left; nothing: it can be.
std::optional<Refusal> whyNot(OrderAct act, const Order &order, const QList<SeatIndex> &seats);

} // namespace foyer
