#pragma once

#include "domain/Order.h"

#include <optional>

namespace foyer {

class Connection;

struct SaleRow {
    OrderId id;
    QString number;
    HoldId hold;
    TokenId token;
    WalletId wallet;
    PerformanceKey performance;
    OrderState state = OrderState::Paid;
    QDateTime paidAt; ///< UTC
    Money total, tax;
    qint64 catalogue = 0;
    std::optional<StaffId> staff; ///< who sold it, at a counter
    std::optional<ShiftId> shift;
};

struct TicketRow {
    TicketId id;
    OrderId sale;
    PerformanceKey performance;
    SeatIndex seat{};
    QString category;
    TicketTypeKey type;
    Money price;
    QString code;
    bool live = true;
    QString freeBecause;        ///< why nothing was paid for it
    bool refundedAtHub = false; ///< its money isn't in this node's books
};

/// Paid orders and their tickets. Calls throw StorageFailure; a second live ticket for a seat does too.
class SaleStore
{
public:
    explicit SaleStore(Connection &db) : m_db(db) {}

    void add(const SaleRow &sale);
    void add(const TicketRow &ticket);
    std::optional<SaleRow> find(OrderId id) const;
    /// What an order that stands was asked with, for whoever asks again.
    struct Asked {
        HoldId hold;
        TokenId token;
    };
    std::optional<Asked> asked(OrderId id) const;
    std::optional<SaleRow> findByNumber(const QString &number) const;
    QList<TicketRow> tickets(const SaleRow &sale) const;
    /// Live tickets of it, here or by the hub; with the last of them the order is refunded.
    void setRefunded(OrderId id, const QList<SeatIndex> &seats, bool byHub = false);

private:
    Connection &m_db;
};

} // namespace foyer
