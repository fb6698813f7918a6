#pragma once

#include "domain/Figures.h"

namespace foyer {

class Connection;

/// What was sold and given back in a span of time, read from sales and ledger: of this node's own books, or at a hub of
/// all that terminals told it of (as far as HouseSearchStore has read). Calls throw StorageFailure.
class FigureStore
{
public:
    enum class Books : quint8 { Own, House };
    FigureStore(Connection &db, Books books);

    /// From, and up to but without.
    struct Moments {
        QDateTime from, to;
    };
    struct Ticket {
        QString category;
        TicketTypeKey type;
        qint64 price = 0;
        bool isGiven = false; ///< nothing was paid, as staff said
        bool isLive = true;
        SeatIndex seat{};
    };
    struct Sold {
        OrderId id;
        PerformanceKey performance;
        QDateTime at;
        qint64 total = 0, tax = 0;
        std::optional<StaffId> staff;
        std::optional<NodeId> seller; ///< nothing: this one
        QList<Ticket> tickets;        ///< by seat
    };
    QList<Sold> sold(const Moments &span) const;
    QList<Sold> sold(PerformanceKey performance) const;
    std::optional<Sold> sold(OrderId order) const; ///< here alone a house's tickets say which are live

    /// Money that devices took for the very order before it was paid; all of it, also beyond its total.
    struct Taken {
        qint64 cash = 0, card = 0;
    };
    QHash<OrderId, Taken> taken(const Moments &span) const;
    QHash<OrderId, Taken> taken(PerformanceKey performance) const;

    struct Refund {
        OrderId order;
        QDateTime at;
        qint64 amount = 0;
    };
    QList<Refund> refunds(const Moments &span) const; ///< in the order in which they were given
    QList<Refund> refunds(PerformanceKey performance) const;
    qint64 refundedBefore(OrderId order, const QDateTime &at) const;

    struct Owed {
        qint64 members = 0, guests = 0, claims = 0, onItsWay = 0;
    };
    Owed owedNow() const;
    /// By how much all that changed; claims are among guests. An invalid `to`: up to the last that there is. A hub's
    /// moments are those at which it heard of it.
    Owed owedIn(const Moments &span) const;

    struct Seller {
        QString name;
        NodeId node;
    };
    /// Of a house: who of a terminal's staff this is, and where they work.
    std::optional<Seller> seller(StaffId staff) const;

private:
    struct Statements;
    static const Statements own, house;

    Connection &m_db;
    const Statements &m_sql;
    bool m_isHouse;
};

} // namespace foyer
