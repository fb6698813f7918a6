#include "services/BoxOffice.h"

#include "domain/Deliver.h"
#include "services/ShopEngine.h"

#include <QPromise>

namespace foyer {

QFuture<Result<IssuedToken>> BoxOffice::serve(StaffId who)
{
    return m_shop.m_engine->write([=](Services &s) -> Result<IssuedToken> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return s.tokens.serve(std::nullopt, who);
    });
}

QFuture<Result<IssuedToken>> BoxOffice::serveOwner(OrderId order, StaffId who)
{
    return m_shop.m_engine->write([=, isTerminal = m_shop.hubState().has_value()](Services &s) -> Result<IssuedToken> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        const auto served = s.tokens.serveOwner(order, who);
        const bool isElsewhere = isTerminal && served.isRefused(Refusal::OrderUnknown); // a guest's, of another machine
        return isElsewhere ? s.tokens.serve(std::nullopt, who) : served;
    });
}

QFuture<Result<Hold>> BoxOffice::giveAway(
    const TokenPass &pass, HoldId hold, const QList<SeatIndex> &seats, StaffId who, const QString &why)
{
    return m_shop.m_engine->write([=](Services &s) -> Result<Hold> {
        FOYER_CHECK(s.staff.may(who, StaffAction::GiveAway));
        Result<Hold> given = Refusal::HoldUnknown;
        for (SeatIndex seat : seats) {
            given = s.reservations.giveAway(pass, hold, seat, who, why);
            if (!given.ok())
                break;
        }
        return given;
    });
}

QFuture<Result<Hold>> BoxOffice::block(const TokenPass &pass, HoldId hold, StaffId who, const QString &why)
{
    return m_shop.m_engine->write([=](Services &s) -> Result<Hold> {
        FOYER_CHECK(s.staff.may(who, StaffAction::BlockSeats));
        return s.reservations.block(pass, hold, who, why);
    });
}

QFuture<Done> BoxOffice::unblock(HoldId blocked, const QList<SeatIndex> &seats, StaffId who)
{
    return m_shop.m_engine->write([=](Services &s) -> Done {
        FOYER_CHECK(s.staff.may(who, StaffAction::BlockSeats));
        return s.reservations.unblock(blocked, seats, who);
    });
}

QFuture<Result<QList<ReservationService::Block>>> BoxOffice::blocked(PerformanceKey performance)
{
    return m_shop.m_engine->read([=](Services &s) { return s.reservations.blocked(performance); });
}

/// In steps, each of them whole: whatever stops them, the money is on a code.
QFuture<Result<MoneyBack>> BoxOffice::bringBack(const TokenPass &pass, const RefundWish &wish)
{
    auto promise = std::make_shared<QPromise<Result<MoneyBack>>>();
    promise->start();
    const auto end = [promise](const Result<MoneyBack> &result) {
        promise->addResult(result);
        promise->finish();
    };
    deliver(m_shop.refund(wish), &m_shop, [this, pass, who = *wish.who, end](const Result<MoneyBack> &back) {
        if (!back.ok() || !back.value().claim) // there was nothing to pay, or it is in a member's wallet
            return end(back);
        deliver(redeem(pass, back.value().claim->code, who), &m_shop,
            [end, back = back.value()](const Result<Money> &redeemed) {
                MoneyBack brought = back;
                if (redeemed.ok())
                    brought.claim.reset();
                end(brought);
            });
    });
    return promise->future();
}

QFuture<Done> BoxOffice::giveUp(const TokenPass &pass)
{
    return m_shop.m_engine->write([=](Services &s) { return s.payments.giveUpVisit(pass); });
}

QFuture<Result<Tender>> BoxOffice::payOutLeft(WalletId wallet, Money amount, StaffId who, const QString &why)
{
    return m_shop.m_engine->write([=](Services &s) -> Result<Tender> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return s.payments.payOut(wallet, amount, TenderKind::Cash, who, why);
    });
}

} // namespace foyer
