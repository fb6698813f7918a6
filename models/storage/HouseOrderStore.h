#pragma once

#include "domain/Epoch.h"
#include "domain/Right.h"

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
    int refunds = 0; ///< wherever
    WalletId paidTo; ///< the wallet that its money went to from here; null: it wasn't refunded here
};

/// How it was refunded at the hub.
struct RefundedHere {
    RequestId request; ///< null: a hub did that this database forgot
    WalletId paidTo;
};

/// The orders of a whole house, at its hub. Calls throw StorageFailure.
class HouseOrderStore
{
public:
    explicit HouseOrderStore(Connection &db) : m_db(db) {}

    void add(const HouseOrder &order); ///< nothing when it is known
    std::optional<HouseOrder> find(OrderId id) const;
    std::optional<HouseOrder> refundedOn(RequestId request) const;
    void noteRefunded(OrderId id, NodeId seller); ///< by its seller; nothing when it isn't that one's
    /// Here; its seller doesn't know yet.
    void noteRefunded(OrderId id, const RefundedHere &refund);
    void noteTold(OrderId id, NodeId seller);
    QList<HouseOrder> untold() const;        ///< refunded here, and whose seller hasn't said that it heard
    QList<HouseOrder> refundedTwice() const; ///< or more often, and not settled
    void settle(OrderId id);                 ///< one of its refunds
    void giveUpBeside(EpochId seller);       ///< what only its other journals sold

private:
    Connection &m_db;
};

} // namespace foyer
