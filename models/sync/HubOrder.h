#pragma once

#include "domain/JournalFacts.h"
#include "domain/Result.h"
#include "storage/EpochStore.h"
#include "storage/HouseOrderStore.h"

#include <QMap>

namespace foyer {

class Connection;

/// An order as its hub sees it: which of its tickets are still paid for, wherever others were refunded. Within
/// HubSync's transactions.
class HubOrder
{
public:
    /// Nothing: this hub hasn't read of it.
    static std::optional<HubOrder> find(Connection &db, OrderId id);

    const HouseOrder &row() const { return m_row; }
    bool isGivenUp() const { return m_isGivenUp; } ///< by its seller (law 10)
    bool anyRefunded() const { return !m_refunds.isEmpty(); }
    bool isRefunded() const; ///< nothing of it is left
    /// As its seller's journal told of it; a null order: no journal that is here tells of it.
    SaleFact sale() const { return JournalFacts(m_sold).sale(); }
    QDateTime soldAt() const { return QDateTime::fromMSecsSinceEpoch(m_sold.at, Qt::UTC); }
    QList<SeatIndex> left() const; ///< whose tickets are still paid for
    /// Those asked for, or all that is left: SeatUnknown and AlreadyRefunded name the seats.
    Result<QList<SeatIndex>> toRefund(const QList<SeatIndex> &asked) const;
    qint64 price(const QList<SeatIndex> &seats) const; ///< as they were sold
    /// What a refund of these seats is worth, without those that were refunded before; `seats` empty: all. All refunds
    /// together are never worth more than the order's total.
    qint64 worth(const QList<SeatIndex> &seats) const;
    /// Those of these seats that weren't refunded here; `seats` empty: all.
    QList<SeatIndex> notRefundedHere(const QList<SeatIndex> &seats) const;

    /// Noted here, and what of it goes beyond its worth is for staff to settle.
    void note(Connection &db, const HouseRefund &refund);

private:
    HubOrder(HouseOrder row, bool isGivenUp) : m_row(row), m_isGivenUp(isGivenUp) {}
    QList<SeatIndex> refunded(bool onlyHere) const;

    HouseOrder m_row;
    bool m_isGivenUp;
    JournalEntry m_sold;
    QMap<SeatIndex, qint64> m_prices; ///< of its tickets
    QList<HouseRefund> m_refunds;
};

} // namespace foyer
