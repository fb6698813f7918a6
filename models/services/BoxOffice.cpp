#include "services/BoxOffice.h"

#include "services/ShopEngine.h"

namespace foyer {

QFuture<Result<IssuedToken>> BoxOffice::serve(StaffId who)
{
    return m_shop.m_engine->write([=](Services &s) -> Result<IssuedToken> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return s.tokens.serve(std::nullopt, who);
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

} // namespace foyer
