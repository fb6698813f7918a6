#include "sync/HubSync.h"

#include "protocol/MessageJson.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/HubSeatStore.h"
#include "storage/SeatStore.h"

// Rights given ahead of need, so that a terminal can go on selling alone.

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
/// Runs of free seats in the plan's order, the longest first: a terminal alone sells to parties as well.
QList<SeatIndex> blocks(const SeatingPlan &plan, const QSet<SeatIndex> &owned, int wanted)
{
    QList<QList<SeatIndex>> runs;
    for (const PlanRow &row : plan.rows) {
        bool goesOn = false;
        for (qint32 i = row.firstSeat; i < row.firstSeat + row.seatCount; ++i) {
            const bool isFree = !owned.contains(SeatIndex{i}) && !isAccessible(plan.kind[i]);
            if (isFree && !goesOn)
                runs.append(QList<SeatIndex>());
            if (isFree)
                runs.last().append(SeatIndex{i});
            goesOn = isFree;
        }
    }
    std::stable_sort(runs.begin(), runs.end(), [](const auto &a, const auto &b) { return a.size() > b.size(); });
    QList<SeatIndex> seats;
    for (const QList<SeatIndex> &run : runs)
        seats += run.first(std::min<qsizetype>(run.size(), wanted - seats.size()));
    return seats;
}
} // namespace

Result<int> HubSync::allot(EpochId to, PerformanceKey performance, int seats)
{
    return m_db.write(m_clock, [&](Transaction &tx) { return allot(tx, to, performance, seats); });
}

Result<int> HubSync::allot(Transaction &tx, EpochId to, PerformanceKey performance, int seats)
{
    FOYER_TRY(epoch, known(to));
    if (!mayHold(epoch.state))
        return isOver(epoch.state) ? Refusal::EnrolmentOver : Refusal::NotReportedYet;
    if (EpochStore(tx.db()).anyMustReport())
        return Refusal::HubRecovering;
    const PlanKey planKey = CatalogueStore(tx.db()).planOf(performance);
    if (planKey.isNull())
        return Refusal::PerformanceUnknown;
    HubSeatStore store(tx.db());
    const QList<PlacedRight> held = store.heldBy(to, SeatState::Given);
    const auto here = std::count_if(
        held.begin(), held.end(), [&](const PlacedRight &right) { return right.performance == performance; });
    QSet<SeatIndex> owned;
    for (const SeatRow &row : SeatStore(tx.db()).all(performance))
        owned.insert(row.seat);
    QList<PlacedRight> given;
    for (const SeatIndex seat : blocks(*m_plans.plan(planKey), owned, std::max(0, seats - int(here)))) {
        const Fence fence = tx.nextFence();
        put(tx, performance, seat, SeatState::Pool, {SeatState::Given, to, fence, {}});
        SeatStore(tx.db()).noteSeen(performance, {seat, fence});
        given.append({performance, seat, fence});
    }
    if (!given.isEmpty()) {
        QJsonObject told = jsonOf(to);
        told.insert(u"rights"_s, jsonOf(given));
        tx.tell(u"given"_s, told);
    }
    return int(given.size());
}

} // namespace foyer
