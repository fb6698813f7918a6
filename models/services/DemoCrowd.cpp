#include "services/DemoCrowd.h"
#include "services/RootAuthority.h"

#include "domain/IdMaker.h"
#include "domain/Limits.h"
#include "services/Node.h"
#include "services/ScriptedSale.h"

#include <cmath>

namespace foyer {

using namespace std::chrono_literals;

namespace {
constexpr auto visitLeast = 90s, visitMost = 240s; ///< from admission to the ticket
constexpr int salesBetweenCheckpoints = 200;
constexpr double wanderlust = 0.35;    ///< of the plan's width
constexpr double besideEachOther = 45; ///< in the plan's units: at a table; over an aisle it is more

/// Goes when the crowd says so, from some hours ago on: queue numbers, waits and totals are then a real day's.
class CrowdClock final : public Clock
{
public:
    CrowdClock(const Clock &clock, std::chrono::milliseconds ago)
        : m_steady(clock.steady()), m_utc(clock.utc().addMSecs(-ago.count()))
    {
    }
    SteadyTime steady() const override { return m_steady; }
    QDateTime utc() const override { return m_utc; }
    void advance(std::chrono::milliseconds by)
    {
        m_steady += by;
        m_utc = m_utc.addMSecs(by.count());
    }

private:
    SteadyTime m_steady;
    QDateTime m_utc;
};

/// Two to four people; a house that fills up does so by whole tables.
int sizeOfParty(int wanted, int capacity, QRandomGenerator &random)
{
    return wanted * 2 > capacity ? 6 + int(random.bounded(3)) : 2 + int(random.bounded(3));
}

struct Party {
    PerformanceKey performance;
    int people = 0;
    quint32 comes = 0; ///< in the order of this, not one performance after the other
    quint32 taste = 0; ///< a seed
};

/// A performance's own depend on nothing else: it is sold the same, whichever others still are on sale.
Result<QList<Party>> partiesFor(Node &node, const Clock &now, const QList<DemoDemand> &demand)
{
    IdMaker ids(now);
    RootAuthority authority;
    Services services(node.db(), now, ids, node.secrets(), authority);
    FOYER_TRY(offers, services.reservations.dates());
    QList<Party> parties;
    for (const DemoDemand &wanted : demand) {
        const auto offer = std::ranges::find_if(
            offers, [&](const PerformanceOffer &offered) { return offered.performance.id == wanted.performance; });
        if (offer == offers.end() || !offer->isBookable())
            continue;
        QRandomGenerator random(qChecksum(wanted.performance.toUtf8()));
        for (int missing = wanted.seats - (offer->performance.capacity - offer->seatsLeft); missing > 0;) {
            const int people = std::min(sizeOfParty(wanted.seats, offer->performance.capacity, random), missing);
            parties.append({offer->performance.key, people, random.generate(), random.generate()});
            missing -= people;
        }
    }
    std::ranges::stable_sort(parties, {}, &Party::comes);
    return parties;
}

/// The seats of one date as a party looks at them.
class View
{
public:
    explicit View(const SeatsOfDate &date) : m_date(date), m_plan(*date.plan)
    {
        const PlanRow &row = m_plan.rows[m_plan.rows.size() / 3];
        m_tour = row.firstSeat + row.seatCount / 2;
    }

    /// A run of `count` seats near the category's middle, of any category if it is -1; by taste some way from it.
    QList<SeatIndex> best(int count, int category, bool anySeat, QRandomGenerator &random) const
    {
        const QPointF middle = middleOf(category);
        const double taste = m_plan.size.width() * wanderlust;
        double least = std::numeric_limits<double>::max();
        int first = -1;
        for (int i = 0, length = 0; i < m_plan.seatCount(); ++i) {
            const bool isUsable = isFree(i, anySeat) && (category < 0 || m_plan.category[i] == category);
            length = !isUsable ? 0 : length > 0 && isBeside(i - 1, i) ? length + 1 : 1;
            if (length < count)
                continue;
            const double distance =
                std::hypot(m_plan.x[i] - middle.x(), m_plan.y[i] - middle.y()) + taste * random.generateDouble();
            if (distance < least) {
                least = distance;
                first = i - count + 1;
            }
        }
        QList<SeatIndex> seats;
        for (int i = 0; first >= 0 && i < count; ++i)
            seats.append(SeatIndex{first + i});
        return seats;
    }

    QList<SeatIndex> whateverIsLeft(int count) const
    {
        QList<SeatIndex> seats;
        for (int i = 0; i < m_plan.seatCount() && seats.size() < count; ++i)
            if (isFree(i, true))
                seats.append(SeatIndex{i});
        return seats.size() == count ? seats : QList<SeatIndex>();
    }

private:
    bool isFree(int seat, bool anySeat) const
    {
        const bool isForOthers = m_plan.kind[seat] == SeatKind::Wheelchair ||
                                 m_plan.kind[seat] == SeatKind::Companion || (seat >= m_tour && seat < m_tour + 2);
        return m_date.shown[seat] == SeatShown::Free && (anySeat || !isForOthers);
    }
    bool isBeside(int a, int b) const
    {
        return m_plan.row[a] == m_plan.row[b] &&
               std::hypot(m_plan.x[a] - m_plan.x[b], m_plan.y[a] - m_plan.y[b]) < besideEachOther;
    }
    QPointF middleOf(int category) const
    {
        QPointF sum;
        int seats = 0;
        for (int i = 0; i < m_plan.seatCount(); ++i)
            if (category < 0 || m_plan.category[i] == category) {
                sum += {m_plan.x[i], m_plan.y[i]};
                ++seats;
            }
        return sum / std::max(1, seats);
    }

    const SeatsOfDate &m_date;
    const SeatingPlan &m_plan;
    int m_tour = 0; ///< the first of its two seats
};

/// The dearest are half of what is asked for.
int categoryOf(const SeatingPlan &plan, QRandomGenerator &random)
{
    int category = 0;
    while (category + 1 < plan.categories.size() && random.bounded(2) == 1)
        ++category;
    return category;
}
} // namespace

QList<SeatIndex> seatsForParty(const SeatsOfDate &date, int party, QRandomGenerator &random)
{
    const View view(date);
    QList<SeatIndex> seats = view.best(party, categoryOf(*date.plan, random), false, random);
    if (seats.isEmpty())
        seats = view.best(party, -1, false, random);
    if (seats.isEmpty())
        seats = view.best(party, -1, true, random);
    return seats.isEmpty() ? view.whateverIsLeft(party) : seats;
}

Done clearDemoCrowd(Node &node, const Clock &now)
{
    CrowdClock clock(now, limits::tokenPeriod);
    IdMaker ids(clock);
    RootAuthority authority;
    Services services(node.db(), clock, ids, node.secrets(), authority);
    ScriptedCash cash(node.folder(), services.payments);
    if (!cash.wasCutShort())
        return done;
    FOYER_CHECK(cash.settleLeft());
    FOYER_CHECK(services.recover());
    clock.advance(limits::tokenPeriod); // whoever was being served has gone
    FOYER_CHECK(services.sweep());
    cash.forget();
    return done;
}

Done sellDemoSeason(Node &node, const Clock &now, const QList<DemoDemand> &demand)
{
    FOYER_TRY(parties, partiesFor(node, now, demand));
    if (parties.isEmpty())
        return done;
    CrowdClock clock(now, parties.size() * (visitLeast + visitMost) / 2 + 1h); // however long they took
    IdMaker ids(clock);
    RootAuthority authority;
    Services services(node.db(), clock, ids, node.secrets(), authority);
    ScriptedCash cash(node.folder(), services.payments);
    FOYER_CHECK(cash.begin());
    ScriptedSale script(services, ids, cash);
    int sales = 0;
    for (const Party &party : parties) {
        QRandomGenerator random(party.taste);
        const auto choose = [&](const SeatsOfDate &date) {
            clock.advance(visitLeast + std::chrono::seconds(random.bounded(int((visitMost - visitLeast).count()))));
            return seatsForParty(date, party.people, random);
        };
        FOYER_CHECK(script.sell(party.performance, choose));
        if (++sales % salesBetweenCheckpoints == 0)
            node.db().checkpoint();
    }
    cash.forget();
    node.db().checkpoint();
    return done;
}

} // namespace foyer
