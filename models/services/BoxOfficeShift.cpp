#include "services/BoxOffice.h"
#include "services/ShiftService.h"
#include "services/ShopEngine.h"

// The drawer of a counter.
namespace foyer {

namespace {
/// As the sync last counted them; nothing at a root.
qint64 waitingIn(const Shop &shop) { return shop.hubState() ? shop.hubState()->waiting : 0; }
} // namespace

QFuture<Result<std::optional<Shift>>> BoxOffice::shift()
{
    Shop::Engine &engine = *m_shop.m_engine;
    return engine.readIn(
        [&engine](Connection &db, Services &) { return ShiftService(db, engine.clock, engine.ids).current(); });
}

QFuture<Result<Shift>> BoxOffice::openShift(StaffId who, Money opening)
{
    Shop::Engine &engine = *m_shop.m_engine;
    return engine.writeIn([=, &engine](Connection &db, Services &s) -> Result<Shift> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return ShiftService(db, engine.clock, engine.ids).open(who, opening);
    });
}

QFuture<Result<DrawerMovement>> BoxOffice::moveCash(StaffId who, Money amount, const QString &why)
{
    Shop::Engine &engine = *m_shop.m_engine;
    return engine.writeIn([=, &engine](Connection &db, Services &s) -> Result<DrawerMovement> {
        FOYER_CHECK(s.staff.may(who, StaffAction::MoveCash));
        return ShiftService(db, engine.clock, engine.ids).move(who, amount, why);
    });
}

QFuture<Result<ShiftReport>> BoxOffice::shiftReport(StaffId who)
{
    Shop::Engine &engine = *m_shop.m_engine;
    return engine.readIn([=, &engine, waiting = waitingIn(m_shop)](Connection &db, Services &s) -> Result<ShiftReport> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        FOYER_TRY(report, ShiftService(db, engine.clock, engine.ids).report(waiting));
        return s.staff.may(who, StaffAction::SeeFigures).ok() ? report : report.blind();
    });
}

QFuture<Result<ShiftReport>> BoxOffice::closeShift(StaffId who, const CashCount &counted)
{
    Shop::Engine &engine = *m_shop.m_engine;
    return engine.writeIn(
        [=, &engine, waiting = waitingIn(m_shop)](Connection &db, Services &s) -> Result<ShiftReport> {
            FOYER_CHECK(s.staff.may(who, StaffAction::CloseShift));
            return ShiftService(db, engine.clock, engine.ids).close(who, counted, waiting);
        });
}

QFuture<Result<QList<Shift>>> BoxOffice::closedShifts(qint64 before, int count)
{
    Shop::Engine &engine = *m_shop.m_engine;
    return engine.readIn([=, &engine](Connection &db, Services &) {
        return ShiftService(db, engine.clock, engine.ids).closed(before, count);
    });
}

QFuture<Result<ShiftReport>> BoxOffice::shiftReport(StaffId who, ShiftId closed)
{
    Shop::Engine &engine = *m_shop.m_engine;
    return engine.readIn([=, &engine](Connection &db, Services &s) -> Result<ShiftReport> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return ShiftService(db, engine.clock, engine.ids).report(closed);
    });
}

} // namespace foyer
