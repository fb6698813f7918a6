#pragma once

#include "domain/Result.h"
#include "domain/Staff.h"
#include "domain/Token.h"
#include "services/ReservationService.h"

#include <QFuture>

namespace foyer {

class Shop;

/// What only staff at a counter do, asynchronously, beside what any customer can (Shop). Refused with RoleTooLow where
/// `who` may not; asking for their PIN again is the caller's. Threads and futures as Shop's, which is the caller's and
/// lives longer.
class BoxOffice
{
public:
    explicit BoxOffice(Shop &shop) : m_shop(shop) {}

    Shop &shop() { return m_shop; }

    // sell
    QFuture<Result<IssuedToken>> serve(StaffId who); ///< a walk-up, who needs no name and no turn
    QFuture<Result<Hold>> giveAway(
        const TokenPass &pass, HoldId hold, const QList<SeatIndex> &seats, StaffId who, const QString &why);
    QFuture<Result<Hold>> block(const TokenPass &pass, HoldId hold, StaffId who, const QString &why);
    QFuture<Done> unblock(HoldId blocked, const QList<SeatIndex> &seats, StaffId who);
    QFuture<Result<QList<ReservationService::Block>>> blocked(PerformanceKey performance);

private:
    Shop &m_shop;
};

} // namespace foyer
