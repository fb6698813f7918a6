#pragma once

#include "sync/HubTasks.h"
#include "sync/World.h"

namespace foyer::test {

inline const StaffId kim{QUuid(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)};

/// What stories of refunds at a terminal and at its hub have in common.
class RefundStories : public QObject
{
protected:
    PerformanceKey tonight(World &w) { return w.hub.shop.performance(); }

    /// A terminal's customer buys these seats of a date that costs something; who they are stays with `pass`.
    OrderId buy(World &w, TestTerminal &at, const QList<int> &seats, const TokenPass &pass)
    {
        const auto asked = must(at.shop->reservations.hold(pass, tonight(w), TestShop::seats(seats)));
        const Hold hold = asked.hold ? *asked.hold
                                     : must(at.shop->reservations.answered(
                                           carried(must(w.hub->give(at.epoch(), carried(*asked.pending)))), pass));
        const qint64 missing = hold.total({}).minor - at.shop.balance(pass);
        if (missing > 0)
            must(at.shop->payments.answered(
                at.shop.beginTopUp(pass, missing, TenderKind::Card, hold.id).id, DeviceAnswer::Approved));
        return at.shop.pay(pass, hold);
    }
    OrderId buyAsGuest(World &w, TestTerminal &at, const QList<int> &seats)
    {
        const TokenPass pass = at.shop.guest();
        const OrderId order = buy(w, at, seats, pass);
        must(at.shop->payments.endVisit(pass, {}));
        return order;
    }
    static RefundRequest request(TestTerminal &by, OrderId order, const QList<int> &seats = {})
    {
        return {by.shop.ids.make<RequestId>(), order, kim, QStringLiteral("fell ill"), TestShop::seats(seats)};
    }
    static RefundWish wish(OrderId order, const QList<int> &seats = {}, const QString &why = QStringLiteral("fell ill"))
    {
        return {.order = order, .seats = TestShop::seats(seats), .who = kim, .why = why};
    }
    static Result<RefundAnswer> refund(World &w, TestTerminal &by, const RefundRequest &wanted)
    {
        FOYER_TRY(answer, w.hub->refund(by.epoch(), carried(wanted)));
        return carried(answer);
    }
    static Result<RefundAnswer> refund(World &w, TestTerminal &by, OrderId order, const QList<int> &seats = {})
    {
        return refund(w, by, request(by, order, seats));
    }
    static HubTasks tasks(World &w)
    {
        return {w.hub.shop.db(), w.hub.shop.clock, w.hub.shop.ids, w.hub.service().sync};
    }
    SeatAtHub seatTonight(World &w, int seat)
    {
        return HubSeatStore(w.hub.shop.db()).find(tonight(w), SeatIndex(seat));
    }
    static qint64 refundsBooked(World &w) { return w.hub.shop.number("SELECT count(*) FROM movement WHERE kind = 3"); }
};

} // namespace foyer::test
