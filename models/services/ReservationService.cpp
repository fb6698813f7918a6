#include "services/ReservationService.h"

#include "domain/Limits.h"
#include "services/Authority.h"
#include "services/TokenService.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/HubLinkStore.h"
#include "storage/SeatStore.h"
#include "storage/TokenStore.h"

#include <QJsonArray>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QJsonArray jsonOf(const QList<SeatIndex> &seats)
{
    QJsonArray array;
    for (SeatIndex seat : seats)
        array.append(indexOf(seat));
    return array;
}

void touch(Transaction &tx, const Hold &hold, const QList<SeatIndex> &seats)
{
    tx.changes().holds.insert(hold.id);
    for (SeatIndex seat : seats)
        tx.changes().seats[hold.performance].insert(seat);
}
} // namespace

Result<HoldAnswer> ReservationService::hold(
    const TokenPass &pass, PerformanceKey performance, const QList<SeatIndex> &seats, const QList<SeatIndex> &instead)
{
    const Result<HoldAnswer> asked = m_db.write(m_clock, [&](Transaction &tx) -> Result<HoldAnswer> {
        tx.head();
        FOYER_TRY(token, m_tokens.admitted(pass));
        FOYER_TRY(want, wanted(tx, pass.id, performance, seats, instead));
        const HoldId id = want.hold ? want.hold->id : m_ids.make<HoldId>();
        RightsRequest request{m_ids.make<RequestId>(), performance, seats, {}};
        FOYER_TRY(answer, m_authority.obtain(tx, request, id));
        if (!answer) {
            const CatalogueStore catalogue(tx.db());
            request.plan = catalogue.planHash(catalogue.planOf(performance));
            if (SeatStore store(tx.db()); !store.anyGiven(performance)) // else nothing goes to the disk
                store.keepPlan(performance, seats.constFirst());
            return HoldAnswer{std::nullopt, request};
        }
        FOYER_TRY(held, commitHold(tx, pass.id, performance, want, id, *answer));
        return HoldAnswer{held, std::nullopt};
    });
    if (asked.ok() && asked.value().pending)
        m_asked.insert(asked.value().pending->id, {pass.id, performance, seats, instead});
    return asked;
}

void ReservationService::refused(RequestId id) { m_asked.remove(id); }

/// In one transaction, so that a customer waits for one sync of the disk. The rights are taken whatever becomes of the
/// hold: the authority has committed their loss.
Result<Hold> ReservationService::answered(const RightsAnswer &answer, const TokenPass &pass)
{
    if (!m_asked.contains(answer.id))
        return Refusal::HoldUnknown;
    const Asked request = m_asked.take(answer.id);
    std::optional<Result<Hold>> held;
    FOYER_CHECK(m_db.write(m_clock, [&](Transaction &tx) -> Done {
        QJsonArray told;
        for (const SeatRight &right : answer.given)
            if (request.seats.contains(right.seat) && take(tx, request.performance, right, answer.epoch))
                told.append(QJsonArray{indexOf(right.seat), right.fence.incarnation, right.fence.number});
        tx.tell(u"rightsTaken"_s,
            {{u"request"_s, answer.id.text()}, {u"performance"_s, request.performance.value}, {u"rights"_s, told}});
        if (request.token == pass.id)
            held = holdTaken(tx, answer, pass, request.performance, request.seats, request.instead);
        return held && held->error() ? Done(*held->error()) : Done(done);
    }));
    return held.value_or(Refusal::HoldUnknown);
}

bool ReservationService::take(Transaction &tx, PerformanceKey performance, const SeatRight &right, int epoch)
{
    if (!SeatStore(tx.db()).take(performance, right, epoch))
        return false;
    HubLinkStore links(tx.db());
    if (links.elsewhere(performance, right.seat)) {
        links.forgetElsewhere(performance, right.seat);
        CatalogueStore(tx.db()).changeLeft(performance, *planOf(performance), {right.seat}, 1);
    }
    tx.changes().seats[performance].insert(right.seat);
    return true;
}

/// A refusal leaves nothing behind: the rights stay here, unused.
Result<Hold> ReservationService::holdTaken(Transaction &tx, const RightsAnswer &answer, const TokenPass &pass,
    PerformanceKey performance, const QList<SeatIndex> &seats, const QList<SeatIndex> &instead)
{
    FOYER_TRY(token, m_tokens.admitted(pass));
    FOYER_TRY(want, wanted(tx, pass.id, performance, seats, instead));
    const HoldId id = want.hold ? want.hold->id : m_ids.make<HoldId>();
    SeatStore store(tx.db());
    RightsAnswer used{answer.id, {}, answer.refused};
    used.refused.removeIf([&seats](SeatIndex seat) { return !seats.contains(seat); });
    for (const SeatIndex seat : seats) {
        const auto row = store.find(performance, seat);
        if (row && row->isUnusedHere())
            used.given.append({seat, row->fence});
        else if (answer.refused.isEmpty()) // else only those that others have are named
            used.refused.append(seat);
    }
    if (used.refused.isEmpty())
        for (const SeatRight &right : used.given)
            FOYER_REQUIRE(store.use(performance, right.seat, id));
    return commitHold(tx, pass.id, performance, want, id, used);
}

Result<ReservationService::Wanted> ReservationService::wanted(Transaction &tx, TokenId token,
    PerformanceKey performance, const QList<SeatIndex> &seats, const QList<SeatIndex> &instead)
{
    CatalogueStore catalogue(tx.db());
    SeatStore store(tx.db());
    const auto known = catalogue.sellable(performance);
    if (!known)
        return Refusal::PerformanceUnknown;
    Wanted want{m_plans.plan(known->plan), {}, {}, store.liveHold(token, performance)};
    if (want.hold)
        for (HeldSeat &seat : want.hold->seats) {
            seat.price.currency = tx.settings().currency;
            if (instead.contains(seat.seat))
                want.instead.append(seat.seat);
        }
    switch (salesWindow(known->times, m_clock.utc(), tx.settings().sellAfterStart)) {
    case SalesWindow::NotYetOpen: return Refusal::SalesNotOpen;
    case SalesWindow::Closed: return Refusal::SalesClosed;
    case SalesWindow::Open: break;
    }
    if (want.hold && want.hold->state == HoldState::Paying)
        return Refusal::HoldPaying;
    if (want.hold && want.hold->deadline <= m_clock.steady())
        return Refused{.why = Refusal::HoldExpired, .seats = want.hold->seatIndices()};
    if (want.instead.size() != instead.size()) // both or neither
        return Refused{.why = Refusal::HoldExpired, .seats = instead};
    const auto held = (want.hold ? want.hold->seats.size() : 0) - want.instead.size();
    if (held + seats.size() > std::min(tx.settings().seatsPerOrder, limits::seatsInHoldMax))
        return Refused{.why = Refusal::OrderLimit, .limit = tx.settings().seatsPerOrder};

    for (SeatIndex seat : seats) {
        if (!want.plan->contains(seat) || std::count(seats.begin(), seats.end(), seat) > 1)
            return Refused{.why = Refusal::SeatUnknown, .seats = {seat}};
        const auto price = known->prices.find(want.plan->categoryOf(seat).name);
        if (price == known->prices.end())
            return Refused{.why = Refusal::NoPrice, .seats = {seat}};
        want.seats.append({seat, known->type, {*price, tx.settings().currency}});
    }
    return want.seats.isEmpty() ? Result<Wanted>(Refusal::SeatUnknown) : Result<Wanted>(std::move(want));
}

Result<Hold> ReservationService::commitHold(Transaction &tx, TokenId token, PerformanceKey performance,
    const Wanted &want, HoldId id, const RightsAnswer &answer)
{
    if (!answer.refused.isEmpty())
        return taken(performance, *want.plan, answer.refused);
    FOYER_REQUIRE(answer.given.size() == want.seats.size());
    SeatStore store(tx.db());
    Hold hold = want.hold.value_or(
        Hold{id, token, performance, HoldState::Held, m_clock.steady() + tx.settings().holdTime, false, {}});
    if (!want.hold)
        store.addHold(hold);
    QJsonArray told;
    for (qsizetype i = 0; i < want.seats.size(); ++i) {
        const HeldSeat &seat = want.seats[i];
        FOYER_REQUIRE(answer.given[i].seat == seat.seat);
        store.addSeat(id, seat);
        hold.seats.append(seat);
        told.append(QJsonArray{indexOf(seat.seat), answer.given[i].fence.number, seat.price.minor});
    }
    const QList<SeatIndex> seats = hold.seatIndices().mid(hold.seats.size() - want.seats.size());
    CatalogueStore(tx.db()).changeLeft(performance, *want.plan, seats, -1);
    tx.tell(u"held"_s, {{u"hold"_s, id.text()}, {u"token"_s, token.text()}, {u"performance"_s, performance.value},
                           {u"seats"_s, told}});
    touch(tx, hold, seats);
    if (want.instead.isEmpty())
        return hold;
    letGo(tx, hold, want.instead, u"released"_s);
    return *find(tx, id);
}

Refused ReservationService::taken(PerformanceKey performance, const SeatingPlan &plan, const QList<SeatIndex> &seats)
{
    QList<bool> free(plan.seatCount(), m_authority.isReachable());
    const auto elsewhere = HubLinkStore(m_db).elsewhere(performance);
    for (auto it = elsewhere.begin(); it != elsewhere.end(); ++it)
        if (plan.contains(it.key()))
            free[indexOf(it.key())] = false;
    for (const SeatRow &row : SeatStore(m_db).all(performance))
        free[indexOf(row.seat)] = row.isUnusedHere();
    return {.why = Refusal::SeatTaken,
        .seats = seats,
        .nearest = nearestSeats(plan, seats.constFirst(), limits::nearestOffered,
            [&](SeatIndex seat) { return free[indexOf(seat)] && !seats.contains(seat); })};
}

std::optional<Hold> ReservationService::find(Transaction &tx, HoldId id)
{
    auto hold = SeatStore(tx.db()).hold(id);
    if (hold)
        for (HeldSeat &seat : hold->seats)
            seat.price.currency = tx.settings().currency;
    return hold;
}

Result<Hold> ReservationService::own(Transaction &tx, TokenId token, HoldId id)
{
    auto hold = find(tx, id);
    if (!hold || hold->token != token || hold->state == HoldState::Sold || hold->state == HoldState::Blocked)
        return Refusal::HoldUnknown;
    if (hold->state == HoldState::Paying)
        return Refusal::HoldPaying;
    if (hold->state == HoldState::Released || hold->deadline <= m_clock.steady())
        return Refused{.why = Refusal::HoldExpired, .seats = hold->seatIndices()};
    return *std::move(hold);
}

Result<Hold> ReservationService::payable(Transaction &tx, TokenId token, HoldId id) { return own(tx, token, id); }

Result<Hold> ReservationService::release(const TokenPass &pass, HoldId id, const QList<SeatIndex> &seats)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Hold> {
        FOYER_TRY(token, m_tokens.admitted(pass));
        FOYER_TRY(hold, own(tx, pass.id, id));
        for (SeatIndex seat : seats)
            if (!hold.seatIndices().contains(seat) || seats.count(seat) > 1)
                return Refused{.why = Refusal::SeatUnknown, .seats = {seat}};
        letGo(tx, hold, seats.isEmpty() ? hold.seatIndices() : seats, u"released"_s);
        return *find(tx, id);
    });
}

Result<Hold> ReservationService::prolong(const TokenPass &pass, HoldId id)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Hold> {
        FOYER_TRY(token, m_tokens.admitted(pass));
        FOYER_TRY(hold, own(tx, pass.id, id));
        if (hold.prolonged)
            return Refusal::AlreadyProlonged;
        hold.prolonged = true;
        hold.deadline += tx.settings().prolongBy;
        SeatStore(tx.db()).setDeadline(id, hold.deadline, true);
        tx.tell(u"prolonged"_s, {{u"hold"_s, id.text()}});
        tx.changes().holds.insert(id);
        return std::move(hold);
    });
}

Result<Hold> ReservationService::setTicketType(const TokenPass &pass, HoldId id, SeatIndex seat, TicketTypeKey type)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Hold> {
        FOYER_TRY(token, m_tokens.admitted(pass));
        FOYER_TRY(hold, own(tx, pass.id, id));
        const auto held =
            std::find_if(hold.seats.begin(), hold.seats.end(), [&](const HeldSeat &s) { return s.seat == seat; });
        if (held == hold.seats.end())
            return Refused{.why = Refusal::SeatUnknown, .seats = {seat}};
        const auto plan = planOf(hold.performance);
        const auto price = CatalogueStore(tx.db()).price(hold.performance, plan->categoryOf(seat).name, type);
        if (!price)
            return Refusal::TicketTypeUnknown;
        held->type = type;
        held->price.minor = *price;
        held->freeBecause.clear();
        SeatStore(tx.db()).setType(id, *held);
        tx.tell(u"ticketType"_s,
            {{u"hold"_s, id.text()}, {u"seat"_s, indexOf(seat)}, {u"type"_s, type.value}, {u"price"_s, *price}});
        tx.changes().holds.insert(id);
        return std::move(hold);
    });
}

void ReservationService::beginPaying(Transaction &tx, const Hold &hold)
{
    FOYER_REQUIRE(next(hold.state, HoldEvent::BeginTender) == HoldState::Paying);
    SeatStore(tx.db()).setState(hold.id, HoldState::Paying);
    tx.changes().holds.insert(hold.id);
}

void ReservationService::endPaying(Transaction &tx, HoldId id)
{
    const auto hold = find(tx, id);
    FOYER_REQUIRE(hold && next(hold->state, HoldEvent::TenderEnded) == HoldState::Held);
    SeatStore store(tx.db());
    store.setState(id, HoldState::Held);
    store.setDeadline(id, std::max(hold->deadline, m_clock.steady() + limits::holdAfterTender), hold->prolonged);
    tx.changes().holds.insert(id);
}

QList<SeatRight> ReservationService::sell(Transaction &tx, const Hold &hold)
{
    FOYER_REQUIRE(next(hold.state, HoldEvent::Pay) == HoldState::Sold);
    SeatStore store(tx.db());
    QList<SeatRight> sold = store.sell(hold.performance, hold.id);
    FOYER_REQUIRE(sold.size() == hold.seats.size());
    store.setState(hold.id, HoldState::Sold);
    touch(tx, hold, hold.seatIndices());
    return sold;
}

QList<SeatRight> ReservationService::takeBack(
    Transaction &tx, PerformanceKey performance, const QList<SeatIndex> &seats)
{
    SeatStore store(tx.db());
    QList<SeatRight> sold;
    for (SeatIndex seat : seats) {
        const auto row = store.find(performance, seat);
        FOYER_REQUIRE(row);
        sold.append({seat, row->fence});
        store.refund(performance, seat, m_authority.afterRefund(tx, row->fence));
        tx.changes().seats[performance].insert(seat);
    }
    m_authority.letGo(tx, performance, seats);
    CatalogueStore(tx.db()).changeLeft(performance, *planOf(performance), seats, 1);
    return sold;
}

void ReservationService::letGo(Transaction &tx, const Hold &hold, const QList<SeatIndex> &seats, const QString &why)
{
    SeatStore store(tx.db());
    const bool all = seats.size() == hold.seats.size();
    if (all) {
        FOYER_REQUIRE(next(hold.state, HoldEvent::Release) == HoldState::Released);
        store.setState(hold.id, HoldState::Released); // its seats stay written, to be named to the customer
    } else {
        for (SeatIndex seat : seats)
            store.removeSeat(hold.id, seat);
    }
    m_authority.letGo(tx, hold.performance, seats);
    CatalogueStore(tx.db()).changeLeft(hold.performance, *planOf(hold.performance), seats, 1);
    tx.tell(
        why, {{u"hold"_s, hold.id.text()}, {u"performance"_s, hold.performance.value}, {u"seats"_s, jsonOf(seats)}});
    touch(tx, hold, seats);
}

void ReservationService::release(Transaction &tx, HoldId id)
{
    const auto hold = find(tx, id);
    FOYER_REQUIRE(hold);
    letGo(tx, *hold, hold->seatIndices(), u"released"_s);
}

void ReservationService::releaseAll(Transaction &tx, TokenId token)
{
    for (HoldId hold : SeatStore(tx.db()).heldBy(token))
        release(tx, hold);
}

bool ReservationService::lapse(Transaction &tx)
{
    SeatStore store(tx.db());
    const QList<HoldId> due = store.lapsing(m_clock.steady());
    for (HoldId id : due) {
        const auto hold = store.hold(id);
        letGo(tx, *hold, hold->seatIndices(), u"lapsed"_s);
    }
    return !due.isEmpty();
}

void ReservationService::lapseEverything(Transaction &tx)
{
    SeatStore store(tx.db());
    for (HoldId id : store.allHeld()) {
        const auto hold = store.hold(id);
        letGo(tx, *hold, hold->seatIndices(), u"lapsed"_s);
    }
    store.setPayingDeadlines(m_clock.steady()); // endPaying() adds what is due; an old boot's may lie years ahead
}

std::shared_ptr<const SeatingPlan> ReservationService::planOf(PerformanceKey performance)
{
    const PlanKey plan = CatalogueStore(m_db).planOf(performance);
    FOYER_REQUIRE(!plan.isNull());
    return m_plans.plan(plan);
}

} // namespace foyer
