#pragma once

#include "domain/Clock.h"
#include "domain/HouseOrders.h"
#include "domain/Result.h"
#include "services/PlanCache.h"
#include "storage/EpochStore.h"

#include <QJsonObject>

namespace foyer {

class Connection;
class HubOrder;
class Secrets;
class Transaction;

/// Orders of the whole house for the desks of a hub: found, opened, printed again, and how their buyers want to be
/// found; and for their customers, at any terminal. What gives money back is HubSync's. In the thread of its
/// connection.
class HubOrders
{
public:
    HubOrders(Connection &db, const Clock &clock) : m_db(db), m_clock(clock), m_plans(db) {}

    /// Of the journals that came, what isn't read yet: a bounded part of it. False: there is no more.
    Result<bool> readOn();
    /// Of what is read; limits::houseOrdersFound at most.
    Result<HouseOrdersFound> find(const OrderQuery &query);
    Result<HouseOrderFile> open(OrderId order);
    /// OrderUnknown, AlreadyRefunded, RequestReused; HubRecovering while this hub may have forgotten what was refunded.
    Result<HouseOrderFile> act(EpochId by, const HouseOrderAct &act);

    // Of customers, as HubProof has it (HubOrdersOfCustomers.cpp)
    /// Of what is read; limits::ordersShown at most. Of a ticket: TicketUnknown, AlreadyRefunded.
    Result<MyTickets> ofCustomer(EpochId at, const MyTicketsWish &wish, const Secrets &secrets);
    /// As act(), with the number of that copy.
    Result<HouseOrderFile> printAgain(EpochId at, const MyTicketsPrint &print, const Secrets &secrets);

private:
    struct Hit {
        OrderId order;
        std::optional<SeatIndex> seat; ///< that was searched for
    };
    QList<Hit> hits(const OrderReading &reading);
    QList<Hit> ofSeat(const SeatName &seat);
    std::optional<HouseOrderLine> line(const Hit &hit);
    HouseOrderFile fileOf(const HubOrder &order);
    QList<OrderEvent> historyOf(const HubOrder &order);
    QString machineOf(NodeId node) const;
    HouseOrderFile customersFileOf(const HubOrder &order);
    /// A print on its way: under which id, and what the journal is told of who wants it.
    struct Print {
        RequestId id;
        QByteArray digest; ///< of what was asked
        QJsonObject told;
    };
    Result<int> nextCopy(Transaction &tx, const Print &print, const HubOrder &order);
    void setContact(Transaction &tx, EpochId by, const HouseOrderAct &act);

    Connection &m_db;
    const Clock &m_clock;
    PlanCache m_plans;
};

} // namespace foyer
