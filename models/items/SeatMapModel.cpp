#include "items/SeatMapModel.h"

#include "domain/Limits.h"
#include "services/Shop.h"

namespace foyer {

SeatMapModel::SeatMapModel(Shop &shop, QObject *parent) : QAbstractListModel(parent), m_shop(shop)
{
    connect(&shop.changes(), &Changes::committed, this, [this](const ChangeSet &changes) {
        if (!m_date)
            return;
        if (changes.everything)
            load(true);
        else if (const auto seats = changes.seats.constFind(m_performance); seats != changes.seats.constEnd())
            update(seats->values());
        if (m_date->hold && changes.holds.contains(m_date->hold->id))
            refreshHold();
    });
}

int SeatMapModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_date ? 0 : m_date->plan->seatCount();
}

QVariant SeatMapModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SeatIndex seat{index.row()};
    switch (role) {
    case Qt::DisplayRole: return m_date->plan->number[index.row()];
    case ShownRole: return QVariant::fromValue(int(shown(seat)));
    case PriceRole: return priceOf(seat).minor;
    case CategoryRole: return m_date->plan->categoryOf(seat).name;
    case KindRole: return int(m_date->plan->kind[index.row()]);
    default: return {};
    }
}

Money SeatMapModel::priceOf(SeatIndex seat) const
{
    const TicketTypeKey type = m_date->types.isEmpty() ? TicketTypeKey() : m_date->types.constFirst().key;
    return m_date->priceOf(seat, type).value_or(Money{0, m_date->offer.priceFrom.currency});
}

int SeatMapModel::freeIn(const QString &category) const
{
    int free = 0;
    for (qint32 i = 0; m_date && i < m_date->plan->seatCount(); ++i)
        free += m_date->shown[i] == SeatShown::Free && m_date->plan->categoryOf(SeatIndex{i}).name == category;
    return free;
}

void SeatMapModel::open(const TokenPass &pass, PerformanceKey performance)
{
    close();
    m_pass = pass;
    m_performance = performance;
    load(false);
}

void SeatMapModel::load(bool keepOpen)
{
    deliver(m_shop.seats(m_pass, m_performance), this,
        [this, keepOpen, asked = m_performance](const Result<SeatsOfDate> &date) {
            if (asked != m_performance)
                return;
            if (!date.ok()) {
                Q_EMIT failed(Problem::of(date));
                return;
            }
            if (keepOpen && m_date && m_date->offer.performance.plan == date.value().offer.performance.plan)
                return replace(date.value());
            beginResetModel();
            m_date = date.value();
            m_asking.clear();
            endResetModel();
            if (!keepOpen)
                Q_EMIT opened();
            Q_EMIT holdChanged();
        });
}

/// The same plan, perhaps with other prices and seats: whoever looks at it keeps their place.
void SeatMapModel::replace(const SeatsOfDate &date)
{
    const SeatsOfDate before = *std::exchange(m_date, date);
    QList<SeatIndex> changed;
    for (qint32 i = 0; i < date.plan->seatCount(); ++i) {
        if (m_asking.contains(SeatIndex{i}))
            m_date->shown[i] = before.shown[i];
        else if (date.shown[i] != before.shown[i])
            changed.append(SeatIndex{i});
    }
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT seatsChanged(changed);
    m_date->hold = before.hold;
    setHold(date.hold);
}

/// Says so when it is gone by itself.
void SeatMapModel::setHold(const std::optional<Hold> &hold)
{
    const auto before = std::exchange(m_date->hold, hold);
    Q_EMIT holdChanged();
    if (!before || hold)
        return;
    QList<SeatIndex> lost;
    for (const HeldSeat &seat : before->seats)
        lost.append(seat.seat);
    Q_EMIT holdLost(lost);
}

void SeatMapModel::close()
{
    beginResetModel();
    m_date.reset();
    m_asking.clear();
    m_before.clear();
    m_performance = {};
    m_pass = {};
    endResetModel();
}

void SeatMapModel::update(const QList<SeatIndex> &seats)
{
    deliver(m_shop.shown(m_pass, m_performance, seats), this,
        [this, seats, asked = m_performance](const Result<QList<SeatShown>> &answer) {
            if (asked != m_performance || !m_date || !answer.ok())
                return;
            QList<SeatIndex> changed;
            for (qsizetype i = 0; i < seats.size(); ++i) {
                if (m_asking.contains(seats[i]) || shown(seats[i]) == answer.value()[i])
                    continue;
                show(seats[i], answer.value()[i]);
                changed.append(seats[i]);
            }
            if (!changed.isEmpty())
                Q_EMIT seatsChanged(changed);
        });
}

void SeatMapModel::show(SeatIndex seat, SeatShown shown)
{
    m_date->shown[indexOf(seat)] = shown;
    Q_EMIT dataChanged(index(indexOf(seat)), index(indexOf(seat)), {ShownRole});
}

void SeatMapModel::toggle(SeatIndex seat)
{
    if (!m_date || m_asking.contains(seat) || !m_date->plan->contains(seat))
        return;
    const bool mine = shown(seat) == SeatShown::Yours;
    if (!mine && shown(seat) != SeatShown::Free) {
        const auto isFree = [this](SeatIndex other) { return shown(other) == SeatShown::Free; };
        Q_EMIT failed({Refused{.why = Refusal::SeatTaken,
                           .seats = {seat},
                           .nearest = nearestSeats(*m_date->plan, seat, limits::nearestOffered, isFree)},
            std::nullopt});
        return;
    }
    m_before = ownSeats();
    run({{!mine, {seat}}});
}

void SeatMapModel::choose(const QList<SeatIndex> &seats, int seatsPerOrder)
{
    if (!m_date || !m_asking.isEmpty())
        return;
    const QList<SeatIndex> own = ownSeats();
    Step add{true, {}}, drop{false, {}};
    for (const SeatIndex seat : seats)
        if (!own.contains(seat))
            add.seats.append(seat);
    for (const SeatIndex seat : own)
        if (!seats.contains(seat))
            drop.seats.append(seat);
    m_before = own;
    run(own.size() + add.seats.size() <= seatsPerOrder ? QList<Step>{add, drop} : QList<Step>{drop, add});
}

/// One after the other, each shown at once; what comes after a refusal is left as it was.
void SeatMapModel::run(QList<Step> steps)
{
    steps.removeIf([](const Step &step) { return step.seats.isEmpty(); });
    if (steps.isEmpty())
        return;
    for (const Step &step : std::as_const(steps))
        for (const SeatIndex seat : step.seats) {
            m_asking.insert(seat);
            show(seat, step.isHold ? SeatShown::Yours : SeatShown::Free);
        }
    for (const Step &step : std::as_const(steps))
        Q_EMIT seatsChanged(step.seats);
    const Step first = steps.takeFirst();
    if (!first.isHold && !m_date->hold) { // it ended meanwhile
        answered(Refusal::HoldExpired, first.seats);
        return;
    }
    auto asked = first.isHold ? m_shop.hold(m_pass, m_performance, first.seats)
                              : m_shop.release(m_pass, m_date->hold->id, first.seats);
    deliver(std::move(asked), this, [this, first, steps, at = m_performance](const Result<Hold> &hold) {
        if (at != m_performance || !m_date)
            return;
        answered(hold, first.seats);
        if (hold.ok())
            return run(steps);
        for (const Step &step : steps) {
            m_asking.subtract({step.seats.begin(), step.seats.end()});
            update(step.seats);
        }
    });
}

void SeatMapModel::answered(const Result<Hold> &hold, const QList<SeatIndex> &seats)
{
    m_asking.subtract({seats.begin(), seats.end()});
    if (hold.ok())
        take(hold.value());
    else
        Q_EMIT failed(Problem::of(hold));
    update(seats); // the store's word, also when it was no
    if (hold.isRefused(Refusal::HoldExpired))
        refreshHold();
}

QList<SeatIndex> SeatMapModel::ownSeats() const
{
    QList<SeatIndex> own;
    if (m_date && m_date->hold)
        for (const HeldSeat &held : m_date->hold->seats)
            own.append(held.seat);
    return own;
}

std::vector<bool> SeatMapModel::freeOrOwn() const
{
    std::vector<bool> free(size_t(m_date->shown.size()));
    for (size_t i = 0; i < free.size(); ++i)
        free[i] = m_date->shown[qsizetype(i)] == SeatShown::Free || m_date->shown[qsizetype(i)] == SeatShown::Yours;
    return free;
}

QList<SeatProposal> SeatMapModel::propose(const SeatWish &wish) const
{
    return m_date ? m_date->chooser->propose(wish, freeOrOwn()) : QList<SeatProposal>();
}

QList<SeatIndex> SeatMapModel::stranded() const
{
    return m_date ? m_date->chooser->stranded(ownSeats(), freeOrOwn()) : QList<SeatIndex>();
}

QList<SeatIndex> SeatMapModel::movedUp() const
{
    return m_date ? m_date->chooser->movedUp(ownSeats(), freeOrOwn()) : QList<SeatIndex>();
}

void SeatMapModel::take(const Hold &hold)
{
    if (hold.state == HoldState::Held || hold.state == HoldState::Paying)
        m_date->hold = hold;
    else
        m_date->hold.reset();
    Q_EMIT holdChanged();
}

void SeatMapModel::prolong()
{
    if (!m_date || !m_date->hold)
        return;
    deliver(m_shop.prolong(m_pass, m_date->hold->id), this, [this](const Result<Hold> &hold) {
        if (!hold.ok())
            Q_EMIT failed(Problem::of(hold));
        else if (m_date)
            take(hold.value());
    });
}

void SeatMapModel::setTicketType(SeatIndex seat, TicketTypeKey type)
{
    if (!m_date || !m_date->hold)
        return;
    deliver(m_shop.setTicketType(m_pass, m_date->hold->id, seat, type), this, [this](const Result<Hold> &hold) {
        if (!hold.ok())
            Q_EMIT failed(Problem::of(hold));
        else if (m_date)
            take(hold.value());
    });
}

void SeatMapModel::refreshHold()
{
    deliver(m_shop.seats(m_pass, m_performance), this, [this, at = m_performance](const Result<SeatsOfDate> &date) {
        if (at != m_performance || !m_date || !date.ok())
            return;
        setHold(date.value().hold);
    });
}

} // namespace foyer
