#pragma once

#include "domain/Clock.h"
#include "domain/IdMaker.h"
#include "domain/Result.h"
#include "domain/Seats.h"
#include "domain/Token.h"
#include "services/PlanCache.h"

namespace foyer {

class Authority;
class Connection;
class TokenService;
class Transaction;

/// A hold, or the request that the authority has to answer first.
struct HoldAnswer {
    std::optional<Hold> hold;
    std::optional<RightsRequest> pending;
};

/// Dates, seats, holds, who owns a seat (예약관리). In the thread of its connection; dates() and seats() also on a
/// read-only one.
class ReservationService
{
public:
    ReservationService(Connection &db, const Clock &clock, IdMaker &ids, TokenService &tokens, Authority &authority)
        : m_db(db), m_clock(clock), m_ids(ids), m_tokens(tokens), m_authority(authority), m_plans(db)
    {
    }

    /// FLOWS 3.2: every performance whose sales haven't ended, in order of its start.
    Result<QList<PerformanceOffer>> dates();
    /// FLOWS 4.2; `token`'s own hold is shown as its own.
    Result<SeatsOfDate> seats(PerformanceKey performance, TokenId token);
    /// FLOWS 4.3: some seats again, after they changed.
    Result<QList<SeatShown>> shown(PerformanceKey performance, const QList<SeatIndex> &seats, TokenId token);

    /// FLOWS 5: adds seats to the token's hold of this performance and gives up `instead` in exchange, all or nothing;
    /// HoldExpired when it doesn't hold those any more.
    Result<HoldAnswer> hold(const TokenPass &pass, PerformanceKey performance, const QList<SeatIndex> &seats,
        const QList<SeatIndex> &instead = {});
    /// Job 2, when the authority answered: the same hold goes on. An answer that comes twice, or for a request that
    /// nobody waits for any more, leaves its rights here unused and is refused with HoldUnknown.
    Result<Hold> answered(const RightsAnswer &answer, const TokenPass &pass);
    /// The authority won't say more of this request.
    void refused(RequestId request);
    /// Lets go of some seats, or of all; the hold ends with its last seat and comes back as released.
    Result<Hold> release(const TokenPass &pass, HoldId hold, const QList<SeatIndex> &seats);
    Result<Hold> prolong(const TokenPass &pass, HoldId hold);
    Result<Hold> setTicketType(const TokenPass &pass, HoldId hold, SeatIndex seat, TicketTypeKey type);

    // Staff, already authorised; `who` and `why` go into the journal.
    /// Nothing is paid for a seat of this hold; a ticket type gives it its price again.
    Result<Hold> giveAway(const TokenPass &pass, HoldId hold, SeatIndex seat, StaffId who, const QString &why);
    /// What this customer holds isn't for sale from now on, and no deadline ends that.
    Result<Hold> block(const TokenPass &pass, HoldId hold, StaffId who, const QString &why);
    /// Seats that staff set aside can be sold again; of none named, all.
    Done unblock(HoldId blocked, const QList<SeatIndex> &seats, StaffId who);
    struct Block {
        HoldId id;
        QList<SeatIndex> seats;
        QString why;
    };
    Result<QList<Block>> blocked(PerformanceKey performance);

    // Within another service's transaction:
    /// FLOWS 8.2: the token's own hold, held and in time; refused with the seats named.
    Result<Hold> payable(Transaction &tx, TokenId token, HoldId hold);
    std::optional<Hold> find(Transaction &tx, HoldId hold);
    void beginPaying(Transaction &tx, const Hold &hold);
    /// Back to held, with at least a minute to go on.
    void endPaying(Transaction &tx, HoldId hold);
    /// Seats over to the customer; the rights they were sold under.
    QList<SeatRight> sell(Transaction &tx, const Hold &hold);
    /// Refunded seats back to the authority; the rights they had been sold under.
    QList<SeatRight> takeBack(Transaction &tx, PerformanceKey performance, const QList<SeatIndex> &seats);
    void release(Transaction &tx, HoldId hold);
    /// Everything a token holds but what is being paid.
    void releaseAll(Transaction &tx, TokenId token);
    bool lapse(Transaction &tx);
    /// At start: deadlines belong to the run before.
    void lapseEverything(Transaction &tx);

    std::shared_ptr<const SeatingPlan> planOf(PerformanceKey performance);

    /// Seats that this node can sell without asking anybody: at a terminal, its allotment.
    Result<int> seatsHere();

    /// A right that came from the hub lies here from now on, unused, wherever it was believed to be. False when it may
    /// not be taken (SeatStore::take).
    bool take(Transaction &tx, PerformanceKey performance, const SeatRight &right, int epoch);

private:
    using SeatCounts = QHash<std::pair<PerformanceKey, QString>, int>; ///< by category
    SeatCounts unusedHere();
    struct Wanted {
        std::shared_ptr<const SeatingPlan> plan;
        QList<HeldSeat> seats;
        QList<SeatIndex> instead; ///< of the hold's
        std::optional<Hold> hold;
    };
    Result<Wanted> wanted(Transaction &tx, TokenId token, PerformanceKey performance, const QList<SeatIndex> &seats,
        const QList<SeatIndex> &instead);
    Result<Hold> commitHold(Transaction &tx, TokenId token, PerformanceKey performance, const Wanted &wanted, HoldId id,
        const RightsAnswer &answer);
    Result<Hold> holdTaken(Transaction &tx, const RightsAnswer &answer, const TokenPass &pass,
        PerformanceKey performance, const QList<SeatIndex> &seats, const QList<SeatIndex> &instead);
    Refused taken(PerformanceKey performance, const SeatingPlan &plan, const QList<SeatIndex> &seats);
    Result<Hold> own(Transaction &tx, TokenId token, HoldId hold);
    void letGo(Transaction &tx, const Hold &hold, const QList<SeatIndex> &seats, const QString &why);

    Connection &m_db;
    const Clock &m_clock;
    IdMaker &m_ids;
    TokenService &m_tokens;
    Authority &m_authority;
    PlanCache m_plans;
    /// Of the authority. No money moves by it: after a crash it is forgotten, and what a lost answer gave is found by
    /// the next session (law 5).
    struct Asked {
        TokenId token;
        PerformanceKey performance;
        QList<SeatIndex> seats, instead;
    };
    QHash<RequestId, Asked> m_asked;
};

} // namespace foyer
