#pragma once

#include "domain/FoundOrders.h"
#include "domain/JournalEntry.h"

namespace foyer {

class Connection;

/// Orders by what people know of them. Every search goes along an index from where it is told, never counting what it
/// left out; what it finds is the same on any connection. Calls throw StorageFailure.
class OrderSearchStore
{
public:
    explicit OrderSearchStore(Connection &db) : m_db(db) {}

    struct Hit {
        OrderId order;
        QString key = {}; ///< that it stands at, where the search is in the order of keys
    };
    /// Behind `after`, `count` at most. A search that was never begun goes on behind OrderCursor{}.
    QList<Hit> newest(OrderId after, int count) const;
    QList<Hit> byNumberStart(const QString &start, const OrderCursor &after, int count) const;
    QList<Hit> byNumberEnd(const QString &end, OrderId after, int count) const; ///< six characters at least
    QList<Hit> byDigits(const QString &lastDigits, OrderId after, int count) const;
    QList<Hit> byName(const QString &start, const OrderCursor &after, int count) const;
    /// Names that begin with `start` as well, which may be empty.
    QList<Hit> byInitials(const QString &initials, const QString &start, const OrderCursor &after, int count) const;
    QList<Hit> ofWallet(WalletId wallet, OrderId after, int count) const;
    /// Those that are still to come first, the soonest before; then what is over or void, the latest before.
    QList<OrderId> soonestOfWallet(WalletId wallet, const QDateTime &now, int count) const;

    std::optional<OrderId> byTicket(TicketId ticket, const QString &code) const;
    std::optional<OrderId> bySeat(PerformanceKey performance, SeatIndex seat) const; ///< that has it now

    /// Dates that began after `from`, the earliest first, `count` at most.
    QList<PerformanceKey> dates(const QDateTime &from, int count) const;
    /// Without what all orders of a date share, which `date` gets.
    std::optional<OrderLine> line(OrderId order, PerformanceKey *date) const;

    QList<JournalEntry> entries(OrderId order) const; ///< what was told of it after its sale
    int lastCopy(OrderId order) const;                ///< of its tickets; the first is the sale's own print
    QList<OrderFile::Payment> payments(WalletId wallet, HoldId hold) const; ///< taken by hand for it

private:
    Connection &m_db;
};

} // namespace foyer
