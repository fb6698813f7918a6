#pragma once

#include "domain/Epoch.h"
#include "domain/JournalEntry.h"
#include "domain/Right.h"

#include <QDateTime>
#include <QList>
#include <optional>

namespace foyer {

class Connection;

/// What a hub knows of an order that a terminal sold. Amounts in minor units of the house's currency.
struct HouseOrder {
    OrderId id;
    EpochId seller;
    qint64 seq = 0;        ///< of its sale in the seller's journal
    bool isBeside = false; ///< that journal isn't the epoch's chain
    WalletId wallet;
    PerformanceKey performance;
    qint64 total = 0;
    qint64 beyond = 0;  ///< refunded, wherever, beyond what its tickets had cost
    qint64 settled = 0; ///< of that, by staff
};

/// Money of an order that went back.
struct HouseRefund {
    OrderId order;
    QList<SeatIndex> seats; ///< in order; empty: all of it
    qint64 amount = 0;
    RequestId request; ///< that it was done on here; null: by its seller, or by a hub that this database forgot
    WalletId paidTo;   ///< the wallet that the money went to from here; null: by its seller
    QDateTime at;      ///< UTC; by its seller's clock, or by the hub's where it was done there
};

/// The orders of a whole house and what of them was refunded, at its hub. Calls throw StorageFailure.
class HouseOrderStore
{
public:
    explicit HouseOrderStore(Connection &db) : m_db(db) {}

    void add(const HouseOrder &order); ///< nothing when it is known
    std::optional<HouseOrder> find(OrderId id) const;
    /// What may be its sale, as its seller's journals tell of it: the chain's entry, and those beside the chain.
    QList<JournalEntry> saleOf(const HouseOrder &order) const;

    /// `beyond`: how much of it is more than its tickets had cost. One that was done on a request its seller doesn't
    /// know of yet.
    void add(const HouseRefund &refund, qint64 beyond);
    QList<HouseRefund> refundsOf(OrderId id) const;
    std::optional<HouseRefund> refundedOn(RequestId request) const;
    /// Staff gave somebody another code of the money: whoever asked for it before is told that it is done.
    void forgetRequest(WalletId paidTo);
    void noteTold(OrderId id, const QList<SeatIndex> &seats, NodeId seller);

    struct Untold {
        NodeId seller;
        HouseRefund refund;
    };
    QList<Untold> untold() const;             ///< refunded here, and whose seller hasn't said that it heard
    QList<HouseOrder> refundedBeyond() const; ///< and not settled
    void settle(OrderId id, qint64 amount);
    void giveUpBeside(EpochId seller); ///< what only its other journals sold

private:
    Connection &m_db;
};

} // namespace foyer
