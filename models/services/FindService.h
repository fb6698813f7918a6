#pragma once

#include "domain/Clock.h"
#include "domain/HouseOrders.h"
#include "domain/Result.h"

namespace foyer {

class Connection;
class PaymentService;
class ReservationService;

/// Orders found again, and how their buyers want to be found. In the thread of its connection; all but the changes of a
/// contact also on a read-only one.
class FindService
{
public:
    FindService(Connection &db, const Clock &clock, ReservationService &reservations, PaymentService &payments)
        : m_db(db), m_clock(clock), m_reservations(reservations), m_payments(payments)
    {
    }

    /// What any of the readings names, the first reading's first; `count` lines at most, behind `from`.
    Result<OrderPage> find(const QList<OrderReading> &readings, const OrderCursor &from, int count);
    Result<OrderFile> open(OrderId order);
    /// Of those among them that this node has.
    using Dates = QHash<PerformanceKey, std::shared_ptr<const OrderDate>>;
    Result<Dates> dates(const QSet<PerformanceKey> &performances);

    /// Without what was sold here, and with the dates; those of dates that aren't known here yet are left out.
    Result<HouseOrdersFound> elsewhere(const HouseOrdersFound &found);
    /// As this machine would have it: PerformanceUnknown where its date isn't here yet.
    Result<OrderFile> fileOf(const HouseOrderFile &found);

    /// An empty one is forgotten. Refused with BadInput, or PhoneInvalid where the digits are fewer than four; of a
    /// longer number only the last four are kept. The journal hears that it changed, never to what.
    Done setContact(OrderId order, const Contact &contact, StaffId who);

private:
    struct Found {
        OrderId order;
        std::optional<SeatIndex> seat; ///< that was searched for
    };
    /// Of one reading, from where the cursor stands; moves it behind what came.
    QList<Found> hits(const OrderReading &reading, OrderCursor &at, int count);
    QList<Found> ofSeat(const SeatName &seat, OrderCursor &at, int count);
    std::optional<OrderLine> line(OrderId order, Dates &dates);
    std::shared_ptr<const OrderDate> date(PerformanceKey performance, Dates &dates);

    Connection &m_db;
    const Clock &m_clock;
    ReservationService &m_reservations;
    PaymentService &m_payments;
};

} // namespace foyer
