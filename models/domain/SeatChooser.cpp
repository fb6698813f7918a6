#include "domain/SeatChooser.h"

#include <QSet>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace foyer {

namespace {

constexpr double besideReach = 1.6;   // steps of this row: farther apart lies an aisle
constexpr double widestStep = 2.5;    // pitches of the hall: who sits wider apart isn't beside anybody
constexpr qsizetype mostAnchors = 64; // places from which seats that aren't together are looked for
constexpr double aloneIsLike = 4;     // pitches: rather a little farther apart than one person alone
constexpr double wheelchairReach = 8; // pitches: a companion farther away is none

double distance(const QPointF &a, const QPointF &b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

QRectF squareAround(const QPointF &at, double reach)
{
    return {at - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)};
}

double sizeOf(const PlanArea &area) { return boundsOf(area).width() * boundsOf(area).height(); }

/// People sit around a stage; what they sit within is a section's or the room's outline.
bool isSatIn(const PlanArea &area, const SeatGrid &hall)
{
    const QRectF all = boundsOf(area);
    const QRectF middle = all.marginsRemoved({all.width() / 4, all.height() / 4, all.width() / 4, all.height() / 4});
    bool sat = false;
    hall.each(middle, [&](SeatIndex, double x, double y) { sat = sat || middle.contains(x, y); });
    return sat;
}

/// Where people look: the largest thing that is drawn, else above the first row.
QPointF stageOf(const SeatGrid &hall)
{
    QPointF stage(hall.bounds().center().x(), hall.bounds().top());
    double largest = 0;
    for (const PlanArea &area : hall.plan().areas)
        if (sizeOf(area) > largest && !isSatIn(area, hall)) {
            largest = sizeOf(area);
            stage = boundsOf(area).center();
        }
    return stage;
}

} // namespace

/// One wish, and what may be given to it.
struct SeatChooser::Question {
    const SeatWish &wish;
    const std::vector<bool> &free;
    std::vector<bool> allowed; ///< by seat: free, affordable, not kept for others, not proposed yet

    bool isFree(SeatIndex seat) const { return free[size_t(indexOf(seat))]; }
    bool mayTake(SeatIndex seat) const { return allowed[size_t(indexOf(seat))]; }
    void forbid(const QList<SeatIndex> &seats)
    {
        for (const SeatIndex seat : seats)
            allowed[size_t(indexOf(seat))] = false;
    }
};

SeatChooser::SeatChooser(std::shared_ptr<const SeatGrid> hall) : m_hall(std::move(hall))
{
    const SeatingPlan &plan = m_hall->plan();
    const auto seats = size_t(plan.seatCount());
    m_places.reserve(seats);
    m_placeOf.resize(seats);
    for (const PlanRow &row : plan.rows)
        lineUp(row);
    const QPointF stage = stageOf(*m_hall);
    const double farther = distance(stage, m_hall->bounds().center()) + m_hall->bounds().width() + //
                           m_hall->bounds().height();                                              // than any seat is
    m_cost.resize(seats);
    for (qint32 i = 0; i < plan.seatCount(); ++i)
        m_cost[size_t(i)] = float(plan.category[i] * farther + distance(positionOf(plan, SeatIndex{i}), stage));
}

/// In the order of the plan, or along the row from its first seat on where that is the shorter way: numbers may run any
/// way, or nowhere, and a round table has no direction.
void SeatChooser::lineUp(const PlanRow &row)
{
    if (row.seatCount == 0)
        return;
    const SeatingPlan &plan = m_hall->plan();
    const auto placeOf = [&plan](qint32 seat) { return positionOf(plan, SeatIndex{seat}); };
    using Line = std::vector<qint32>;
    const auto stepsOf = [&placeOf](const Line &line) {
        std::vector<double> steps;
        for (size_t i = 1; i < line.size(); ++i)
            steps.push_back(distance(placeOf(line[i]), placeOf(line[i - 1])));
        return steps;
    };
    Line line(size_t(row.seatCount));
    std::iota(line.begin(), line.end(), row.firstSeat);
    std::vector<double> steps = stepsOf(line);
    const QPointF first = placeOf(line.front()), last = placeOf(line.back());
    const QPointF direction = first != last ? last - first : QPointF(1, 0);
    const auto along = [&](qint32 seat) { return QPointF::dotProduct(placeOf(seat) - first, direction); };
    const auto isBefore = [&](qint32 a, qint32 b) { return along(a) < along(b); };
    if (!std::is_sorted(line.begin(), line.end(), isBefore)) {
        Line sorted = line;
        std::stable_sort(sorted.begin(), sorted.end(), isBefore);
        std::vector<double> sortedSteps = stepsOf(sorted);
        const auto lengthOf = [](const auto &way) { return std::accumulate(way.begin(), way.end(), 0.0); };
        if (lengthOf(sortedSteps) < lengthOf(steps)) {
            line.swap(sorted);
            steps.swap(sortedSteps);
        }
    }
    double step = m_hall->pitch();
    if (steps.size() > 1) // one alone may be an aisle
        step = std::clamp(*std::min_element(steps.begin(), steps.end()), step, widestStep * step);
    const double beside = besideReach * step;
    for (size_t i = 0; i < line.size(); ++i) {
        m_placeOf[size_t(line[i])] = quint32(m_places.size());
        m_places.push_back({SeatIndex{line[i]}, i == 0 || steps[i - 1] > beside});
    }
}

/// One walk along all rows with a window as wide as the party: who sits just beyond its ends says what it strands.
std::optional<SeatChooser::Window> SeatChooser::bestTogether(const Question &question) const
{
    std::optional<Window> best;
    const auto width = size_t(question.wish.seats);
    const auto isFree = [&](size_t place) { return question.isFree(m_places[place].seat); };
    const auto order = [](const Window &window) { return std::tuple(window.offAisle, window.strands, window.cost); };
    size_t begin = 0;
    double sum = 0;
    for (size_t end = 0; end < m_places.size(); ++end) {
        const Place &place = m_places[end];
        if (place.startsRun || !question.mayTake(place.seat)) {
            begin = end;
            sum = 0;
        }
        if (!question.mayTake(place.seat)) {
            begin = end + 1;
            continue;
        }
        sum += cost(place.seat);
        if (end - begin + 1 > width)
            sum -= cost(m_places[begin++].seat);
        if (end - begin + 1 < width)
            continue;
        const bool leftEnd = m_places[begin].startsRun, rightEnd = !continuesAt(end + 1);
        const bool leftAlone = !leftEnd && isFree(begin - 1) && (m_places[begin - 1].startsRun || !isFree(begin - 2));
        const bool rightAlone = !rightEnd && isFree(end + 1) && (!continuesAt(end + 2) || !isFree(end + 2));
        const Window window{begin, question.wish.aisle && !leftEnd && !rightEnd, leftAlone || rightAlone, sum};
        if (!best || order(window) < order(*best))
            best = window;
    }
    return best;
}

SeatChooser::Cluster SeatChooser::around(const QPointF &at, double reach, const Question &question) const
{
    Cluster near;
    m_hall->each(squareAround(at, reach), [&](SeatIndex seat, double x, double y) {
        if (const double away = distance(at, {x, y}); away <= reach && question.mayTake(seat))
            near.emplace_back(away, seat);
    });
    return near;
}

/// How far from each other the nearest of them sit, and how many of them without anybody beside; sorts them to front.
double SeatChooser::unease(Cluster &near, const Question &question) const
{
    const auto party = near.begin() + question.wish.seats;
    std::partial_sort(near.begin(), party, near.end());
    const auto isOfParty = [&](size_t place) {
        return std::any_of(near.begin(), party, [&](const auto &one) { return m_places[place].seat == one.second; });
    };
    double unease = 0;
    for (auto one = near.begin(); one != party; ++one) {
        const size_t place = m_placeOf[size_t(indexOf(one->second))];
        const bool hasLeft = !m_places[place].startsRun && isOfParty(place - 1);
        const bool hasRight = continuesAt(place + 1) && isOfParty(place + 1);
        unease += one->first + (hasLeft || hasRight ? 0 : aloneIsLike * m_hall->pitch());
    }
    return unease;
}

/// Where no row has room for all: the seats around the one place from which they lie closest.
QList<SeatIndex> SeatChooser::bestApart(const Question &question) const
{
    QList<SeatIndex> anchors;
    for (const Place &place : m_places)
        if (question.mayTake(place.seat))
            anchors.append(place.seat);
    if (anchors.size() < question.wish.seats)
        return {};
    const qsizetype tried = std::min(mostAnchors, anchors.size());
    std::partial_sort(anchors.begin(), anchors.begin() + tried, anchors.end(),
        [this](SeatIndex a, SeatIndex b) { return cost(a) < cost(b); });
    const double wholeHall = m_hall->bounds().width() + m_hall->bounds().height();
    Cluster best;
    double least = std::numeric_limits<double>::max();
    for (qsizetype i = 0; i < tried; ++i) {
        const QPointF at = positionOf(m_hall->plan(), anchors[i]);
        double reach = 6 * m_hall->pitch();
        Cluster near = around(at, reach, question);
        while (near.size() < size_t(question.wish.seats) && reach < wholeHall)
            near = around(at, reach *= 2, question);
        if (const double found = unease(near, question); found < least) {
            least = found;
            best = std::move(near);
        }
    }
    QList<SeatIndex> seats;
    for (int i = 0; i < question.wish.seats; ++i)
        seats.append(best[size_t(i)].second);
    std::sort(seats.begin(), seats.end(),
        [this](SeatIndex a, SeatIndex b) { return m_placeOf[size_t(indexOf(a))] < m_placeOf[size_t(indexOf(b))]; });
    return seats;
}

/// Each wheelchair user in a place made for them, companions as near beside as there is a seat.
QList<SeatIndex> SeatChooser::besideWheelchairs(const Question &question) const
{
    const SeatingPlan &plan = m_hall->plan();
    const auto wheelchairs = size_t(question.wish.wheelchairs);
    const size_t companions = size_t(question.wish.seats) - wheelchairs;
    QList<SeatIndex> best;
    double least = std::numeric_limits<double>::max();
    for (qint32 i = 0; i < plan.seatCount(); ++i) {
        const SeatIndex anchor{i};
        if (plan.kind[i] != SeatKind::Wheelchair || !question.mayTake(anchor))
            continue;
        Cluster wheels, beside;
        for (const auto &[away, seat] : around(positionOf(plan, anchor), wheelchairReach * m_hall->pitch(), question)) {
            const SeatKind kind = plan.kind[indexOf(seat)];
            const bool sameRow = plan.row[indexOf(seat)] == plan.row[i];
            if (kind == SeatKind::Wheelchair)
                wheels.emplace_back(away, seat);
            else // a companion's own place first, then the same row
                beside.emplace_back(away * (kind == SeatKind::Companion ? 0.5 : 1) * (sameRow ? 1 : 1.5), seat);
        }
        if (wheels.size() < wheelchairs || beside.size() < companions)
            continue;
        std::partial_sort(wheels.begin(), wheels.begin() + qsizetype(wheelchairs), wheels.end());
        std::partial_sort(beside.begin(), beside.begin() + qsizetype(companions), beside.end());
        wheels.resize(wheelchairs);
        beside.resize(companions);
        double unease = cost(anchor) * 1e-6; // of equal ones the better place
        QList<SeatIndex> seats;
        for (const Cluster &part : {wheels, beside})
            for (const auto &[away, seat] : part) {
                unease += away;
                seats.append(seat);
            }
        if (unease < least) {
            least = unease;
            best = seats;
        }
    }
    return best;
}

SeatProposal SeatChooser::proposal(const Window &window, const Question &question, SeatReason reason) const
{
    SeatProposal proposal{.seats = {}, .reason = reason};
    for (int i = 0; i < question.wish.seats; ++i)
        proposal.seats.append(m_places[window.first + size_t(i)].seat);
    return proposal;
}

/// The best, then the best of a category further down, of another section, of anywhere else.
QList<SeatProposal> SeatChooser::proposeTogether(Question &question) const
{
    QList<SeatProposal> proposals;
    const auto best = bestTogether(question);
    if (!best)
        return proposals;
    proposals.append(
        proposal(*best, question, question.wish.aisle && !best->offAisle ? SeatReason::Aisle : SeatReason::Best));
    const SeatingPlan &plan = m_hall->plan();
    const SeatIndex first = proposals.constFirst().seats.constFirst();
    question.forbid(proposals.constFirst().seats);
    const auto add = [&](SeatReason reason, const std::function<bool(SeatIndex)> &isWanted) {
        if (proposals.size() == limits::seatProposals)
            return;
        Question narrower = question;
        for (qint32 i = 0; i < plan.seatCount(); ++i)
            if (narrower.allowed[size_t(i)] && !isWanted(SeatIndex{i}))
                narrower.allowed[size_t(i)] = false;
        if (const auto window = bestTogether(narrower)) {
            proposals.append(proposal(*window, narrower, reason));
            question.forbid(proposals.constLast().seats);
        }
    };
    add(SeatReason::OtherCategory,
        [&](SeatIndex seat) { return plan.category[indexOf(seat)] > plan.category[indexOf(first)]; });
    add(SeatReason::OtherSection, [&](SeatIndex seat) { return plan.rowOf(seat).zone != plan.rowOf(first).zone; });
    while (proposals.size() < limits::seatProposals) {
        const qsizetype before = proposals.size();
        add(SeatReason::OtherPlace, [](SeatIndex) { return true; });
        if (proposals.size() == before)
            break;
    }
    return proposals;
}

QList<SeatProposal> SeatChooser::propose(const SeatWish &wish, const std::vector<bool> &free) const
{
    const SeatingPlan &plan = m_hall->plan();
    const bool isSound =
        wish.seats >= 1 && wish.wheelchairs >= 0 && wish.wheelchairs <= wish.seats && !wish.hasTooManyCompanions();
    if (!isSound || free.size() != size_t(plan.seatCount()))
        return {};
    bool ordinaryLeft = false;
    for (qint32 i = 0; i < plan.seatCount() && !ordinaryLeft; ++i)
        ordinaryLeft = free[size_t(i)] && !isAccessible(plan.kind[i]);
    Question question{wish, free, free};
    for (qint32 i = 0; i < plan.seatCount(); ++i) {
        const bool isKept = wish.wheelchairs == 0 && ordinaryLeft && isAccessible(plan.kind[i]);
        if (isKept || (!wish.affordable.empty() && !wish.affordable[plan.category[i]]))
            question.allowed[size_t(i)] = false;
    }
    if (wish.wheelchairs == 0) {
        if (const QList<SeatProposal> together = proposeTogether(question); !together.isEmpty())
            return together;
        const QList<SeatIndex> apart = bestApart(question);
        if (apart.isEmpty())
            return {};
        return {{.seats = apart, .reason = SeatReason::Apart}};
    }
    QList<SeatProposal> proposals;
    while (proposals.size() < limits::seatProposals) {
        const QList<SeatIndex> seats = besideWheelchairs(question);
        if (seats.isEmpty())
            break;
        proposals.append(
            {.seats = seats, .reason = proposals.isEmpty() ? SeatReason::Accessible : SeatReason::OtherPlace});
        question.forbid(seats);
    }
    return proposals;
}

} // namespace foyer
