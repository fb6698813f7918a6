#include "services/ReservationService.h"

#include "services/TokenService.h"
#include "storage/Connection.h"
#include "storage/SeatStore.h"
#include "storage/TokenStore.h"

#include <QJsonArray>

// What staff do with seats, already authorised: given away, not for sale, for sale again.
namespace foyer {

using namespace Qt::StringLiterals;

Result<Hold> ReservationService::giveAway(
    const TokenPass &pass, HoldId id, SeatIndex seat, StaffId who, const QString &why)
{
    if (why.trimmed().isEmpty())
        return Refusal::ReasonNeeded;
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Hold> {
        FOYER_TRY(token, m_tokens.admitted(pass));
        FOYER_TRY(hold, own(tx, pass.id, id));
        const auto held =
            std::find_if(hold.seats.begin(), hold.seats.end(), [&](const HeldSeat &s) { return s.seat == seat; });
        if (held == hold.seats.end())
            return Refused{.why = Refusal::SeatUnknown, .seats = {seat}};
        held->price.minor = 0;
        held->freeBecause = why.trimmed();
        SeatStore(tx.db()).setType(id, *held);
        tx.tell(u"givenAway"_s, {{u"hold"_s, id.text()}, {u"seat"_s, indexOf(seat)}, {u"staff"_s, who.text()},
                                    {u"why"_s, held->freeBecause}});
        tx.changes().holds.insert(id);
        return std::move(hold);
    });
}

Result<Hold> ReservationService::block(const TokenPass &pass, HoldId id, StaffId who, const QString &why)
{
    if (why.trimmed().isEmpty())
        return Refusal::ReasonNeeded;
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Hold> {
        FOYER_TRY(token, m_tokens.admitted(pass));
        FOYER_TRY(hold, own(tx, pass.id, id));
        FOYER_REQUIRE(next(hold.state, HoldEvent::Block) == HoldState::Blocked);
        SeatStore(tx.db()).block(id, why.trimmed());
        QJsonArray seats;
        for (const HeldSeat &held : hold.seats)
            seats.append(indexOf(held.seat));
        tx.tell(u"blocked"_s, {{u"hold"_s, id.text()}, {u"performance"_s, hold.performance.value}, {u"seats"_s, seats},
                                  {u"staff"_s, who.text()}, {u"why"_s, why.trimmed()}});
        tx.changes().holds.insert(id);
        for (const HeldSeat &held : hold.seats)
            tx.changes().seats[hold.performance].insert(held.seat);
        return *find(tx, id);
    });
}

Done ReservationService::unblock(HoldId id, const QList<SeatIndex> &seats, StaffId who)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        const auto hold = find(tx, id);
        if (!hold || hold->state != HoldState::Blocked)
            return Refusal::HoldUnknown;
        const QList<SeatIndex> all = hold->seatIndices();
        for (SeatIndex seat : seats)
            if (!all.contains(seat) || seats.count(seat) > 1)
                return Refused{.why = Refusal::SeatUnknown, .seats = {seat}};
        tx.tell(u"unblocked"_s, {{u"hold"_s, id.text()}, {u"staff"_s, who.text()}});
        letGo(tx, *hold, seats.isEmpty() ? all : seats, u"released"_s);
        return done;
    });
}

Result<QList<ReservationService::Block>> ReservationService::blocked(PerformanceKey performance)
{
    return m_db.read([&]() -> Result<QList<Block>> {
        const SeatStore store(m_db);
        QList<Block> blocks;
        for (const auto &[id, why] : store.blocked(performance))
            blocks.append({id, store.hold(id)->seatIndices(), why});
        return blocks;
    });
}

} // namespace foyer
