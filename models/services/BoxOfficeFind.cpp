#include "services/BoxOffice.h"

#include "services/FindService.h"
#include "services/ShopEngine.h"

// Orders found again, and what staff do with them.

namespace foyer {

QFuture<Result<OrderPage>> BoxOffice::find(
    const QList<OrderReading> &readings, const OrderCursor &from, int count, StaffId who)
{
    return m_shop.m_engine->readIn([=, &clock = m_shop.clock()](Connection &db, Services &s) -> Result<OrderPage> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return FindService(db, clock, s.reservations, s.payments).find(readings, from, count);
    });
}

QFuture<Result<OrderFile>> BoxOffice::open(OrderId order, StaffId who)
{
    return m_shop.m_engine->readIn([=, &clock = m_shop.clock()](Connection &db, Services &s) -> Result<OrderFile> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return FindService(db, clock, s.reservations, s.payments).open(order);
    });
}

QFuture<Done> BoxOffice::setContact(OrderId order, const Contact &contact, StaffId who)
{
    return m_shop.m_engine->writeIn([=, &clock = m_shop.clock()](Connection &db, Services &s) -> Done {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return FindService(db, clock, s.reservations, s.payments).setContact(order, contact, who);
    });
}

QFuture<Result<Order>> BoxOffice::printAgain(OrderId order, StaffId who) { return m_shop.printAgain(order, who); }

} // namespace foyer
