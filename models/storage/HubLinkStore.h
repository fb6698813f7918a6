#pragma once

#include "domain/HubLink.h"
#include "domain/Id.h"
#include "domain/Right.h"

#include <QHash>
#include <optional>

namespace foyer {

class Connection;

/// Of a terminal: who its hub is, which seats others have, and which refunds it was asked for. Calls throw
/// StorageFailure.
class HubLinkStore
{
public:
    explicit HubLinkStore(Connection &db) : m_db(db) {}

    std::optional<HubLink> find() const; ///< nothing: this node is its own authority
    void save(const HubLink &link);

    void noteElsewhere(PerformanceKey performance, SeatIndex seat, SeatState state);
    void forgetElsewhere(PerformanceKey performance, SeatIndex seat);
    QHash<SeatIndex, SeatState> elsewhere(PerformanceKey performance) const;
    std::optional<SeatState> elsewhere(PerformanceKey performance, SeatIndex seat) const;
    QHash<PerformanceKey, QList<SeatIndex>> allElsewhere() const;
    void forgetAllElsewhere();

    struct Refund {
        RequestId request;
        OrderId order;
        QList<SeatIndex> seats; ///< in order; empty: all that is left
    };
    /// The id that the wish bears until its answer is here: the one given, unless it was asked for before (law 4).
    RequestId askRefund(const Refund &refund, const QByteArray &shownBy);
    std::optional<Refund> refundAsked(const QByteArray &shownBy) const; ///< one of them
    void forgetRefund(RequestId answered);
    void forgetRefunds();

private:
    Connection &m_db;
};

} // namespace foyer
