#pragma once

#include "domain/Clock.h"
#include "domain/IdMaker.h"
#include "domain/Result.h"
#include "domain/Staff.h"
#include "protocol/Session.h"
#include "services/PlanCache.h"
#include "storage/EpochRegister.h"
#include "storage/EpochStore.h"
#include "sync/HeardPush.h"
#include "sync/HubHouse.h"
#include "sync/HubRules.h"

namespace foyer {

class Connection;
class Transaction;
class HubOrder;
class Secrets;
struct HouseRefund;

/// The hub's side of the law: each call is one transaction, and what it returns may be sent once it has returned. What
/// to decide is HubRules'. In the thread of its connection.
class HubSync
{
public:
    HubSync(Connection &db, const Clock &clock, IdMaker &ids, EpochRegister &epochs, HubHouse &house)
        : m_db(db), m_clock(clock), m_ids(ids), m_register(epochs), m_plans(db), m_house(house)
    {
    }

    /// A node's next epoch begins, after the one that its database stands at; what an earlier one held is quarantined.
    Result<Enrolment> begin(const EnrolmentRequest &wanted);
    /// A session opens: NodeUnknown or EnrolmentOver when it can't.
    Result<Challenge> open(EpochId from);
    Result<Acknowledged> report(EpochId from, const RightsReport &report);
    /// Stored whole or not at all; from any epoch that ever began here. Refused when it isn't a chain.
    Result<Acknowledged> push(NodeId from, const HeardPush &heard);
    /// All seats or none. The same request again: the same answer.
    Result<RightsAnswer> give(EpochId to, const RightsRequest &request);
    /// Rights ahead of need: so many that this epoch has `seats` of the performance unsold at least, as far as the pool
    /// reaches, side by side where it can. How many more it has now; it hears of them with the next news.
    Result<int> allot(EpochId to, PerformanceKey performance, int seats);
    Result<int> allot(Transaction &tx, EpochId to, PerformanceKey performance, int seats);
    /// Tickets of an order whose seller has given that up (law 10): their seats are free, their money is the
    /// customer's. The same request again: the same, with a new code. RefundAtSeller: its giving-up isn't here yet.
    /// A customer who bought them at another machine has shown that they are theirs (HubProof), else OrderUnknown.
    Result<RefundAnswer> refund(EpochId by, const RefundRequest &request, const Secrets *secrets = nullptr);
    /// Within a task's transaction, all that is left: whoever may refund it else, staff have settled it so with the
    /// customer. Nothing where it was refunded, or there is nothing for a guest to be paid.
    Result<std::optional<Claim>> refundAtRisk(Transaction &tx, OrderId order, StaffId who, const QString &why);
    Done revoke(NodeId node);
    Done revoke(Transaction &tx, NodeId node); ///< within another's transaction
    /// A standby that has everything took over: rights of the incarnation before that nobody has are free again.
    Done promoted();
    /// This database was put back from a backup, or took over without all that was committed: nothing is given until
    /// every epoch that had a list, by the register or by the database itself, has reported or closed.
    Done restored();
    /// Law 1's override: what a node that can't close any more held goes back to the pool, at the house's risk. By two
    /// people with a reason each, one a supervisor.
    Done release(EpochId epoch, const Consent &first, const Consent &second);

private:
    Result<EpochRow> known(EpochId id);
    void end(Transaction &tx, EpochRow &epoch, EpochEvent event);
    bool isFork(const EpochRow &epoch, const Push &push);
    void store(Transaction &tx, EpochRow &epoch, const HeardPush &heard, Acknowledged &answer);
    void storeFork(Transaction &tx, EpochRow &epoch, const HeardPush &heard);
    void reached(Transaction &tx, EpochRow &epoch, const JournalEntry &entry, Acknowledged &answer);
    void apply(Transaction &tx, EpochRow &epoch, const JournalEntry &entry, const HeardEntry &facts);
    void applyOrder(Transaction &tx, EpochRow &epoch, const JournalEntry &entry, const HeardEntry &facts, bool beside);
    QList<PlacedRight> payBack(Transaction &tx, HubOrder &order, const HouseRefund &refund);
    RefundAnswer refundHere(Transaction &tx, HubOrder &order, const RefundRequest &request, NodeId by = {});
    static Done customerMay(Transaction &tx, const HubOrder &order); ///< cancel it by themselves
    Result<RefundAnswer> againFor(Transaction &tx, const HouseRefund &refund);
    void rule(Transaction &tx, const EpochRow &epoch, const PlacedRight &right, const SeatFact &fact);
    Comparison compare(Transaction &tx, EpochRow &epoch, const RightsReport &report);
    void put(Transaction &tx, PerformanceKey performance, SeatIndex seat, SeatState before, SeatAtHub now);
    static void use(Transaction &tx, EpochId holder, const UseFact &fact);
    void free(Transaction &tx, const QList<PlacedRight> &held);
    void goOn(Transaction &tx, bool wasRecovering);
    bool isSeat(PerformanceKey performance, SeatIndex seat);

    Connection &m_db;
    const Clock &m_clock;
    IdMaker &m_ids;
    EpochRegister &m_register;
    PlanCache m_plans;
    HubHouse &m_house;
};

} // namespace foyer
