#include "items/SeatMapModel.h"

#include "domain/Limits.h"
#include "services/Shop.h"

#include <QtConcurrentRun>

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
    return m_date->usualPrice(m_date->plan->categoryOf(seat).name).value_or(Money{0, m_date->offer.priceFrom.currency});
}

void SeatMapModel::countFree()
{
    m_freeByCategory.fill(0, m_date->plan->categories.size());
    for (qint32 i = 0; i < m_date->plan->seatCount(); ++i)
        m_freeByCategory[m_date->plan->category[i]] += m_date->shown[i] == SeatShown::Free;
}

void SeatMapModel::open(const TokenPass &pass, PerformanceKey performance)
{
    close();
    m_pass = pass;
    m_performance = performance;
    load(false);
}

/// An answer for an earlier customer or date is dropped.
template <typename T, typename Handler>
void SeatMapModel::ask(QFuture<Result<T>> future, Handler handler)
{
    deliver(std::move(future), this, [this, handler, asked = m_opened](const Result<T> &answer) {
        if (asked == m_opened)
            handler(answer);
    });
}

/// A whole read takes long: what was chosen meanwhile is truer than it, so that it is asked for again.
template <typename Handler>
void SeatMapModel::askForAll(Handler handler)
{
    ask(m_shop.seats(m_pass, m_performance), [this, handler, choices = m_choices](const Result<SeatsOfDate> &date) {
        if (choices == m_choices)
            handler(date);
        else
            askForAll(handler);
    });
}

void SeatMapModel::load(bool keepOpen)
{
    askForAll([this, keepOpen](const Result<SeatsOfDate> &date) {
        if (!date.ok()) {
            Q_EMIT failed(Problem::of(date));
            return;
        }
        if (keepOpen && m_date && m_date->offer.performance.plan == date.value().offer.performance.plan)
            return replace(date.value());
        dropProposals();
        beginResetModel();
        m_date = date.value();
        countFree();
        m_asking.clear();
        m_before.clear(); // seats of another plan
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
    countFree();
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
    ++m_opened;
    dropProposals();
    beginResetModel();
    m_date.reset();
    m_freeByCategory.clear();
    m_asking.clear();
    m_before.clear();
    m_performance = {};
    m_pass = {};
    endResetModel();
}

void SeatMapModel::update(const QList<SeatIndex> &seats)
{
    ask(m_shop.shown(m_pass, m_performance, seats),
        [this, seats, choices = m_choices](const Result<QList<SeatShown>> &answer) {
            if (!m_date || !answer.ok())
                return;
            if (choices != m_choices) // as with a whole read
                return update(seats);
            QList<SeatIndex> changed;
            for (qsizetype i = 0; i < seats.size(); ++i) {
                const bool isSeat = m_date->plan->contains(seats[i]); // else of a plan that the date had before
                if (!isSeat || m_asking.contains(seats[i]) || shown(seats[i]) == answer.value()[i])
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
    SeatShown &kept = m_date->shown[indexOf(seat)];
    m_freeByCategory[m_date->plan->category[indexOf(seat)]] += (shown == SeatShown::Free) - (kept == SeatShown::Free);
    kept = shown;
    Q_EMIT dataChanged(index(indexOf(seat)), index(indexOf(seat)), {ShownRole});
}

void SeatMapModel::toggle(SeatIndex seat)
{
    if (!m_date || m_asking.contains(seat) || !m_date->plan->contains(seat))
        return;
    const bool mine = shown(seat) == SeatShown::Yours;
    if (!mine && shown(seat) != SeatShown::Free) {
        const auto isFree = [this](SeatIndex other) { return shown(other) == SeatShown::Free; };
        const bool isElsewhere = shown(seat) == SeatShown::NotHere; // which is never 'sold'
        Q_EMIT failed({Refused{.why = isElsewhere ? Refusal::SeatsNotHere : Refusal::SeatTaken,
                           .seats = {seat},
                           .nearest = nearestSeats(*m_date->plan, seat, limits::nearestOffered, isFree)},
            std::nullopt});
        return;
    }
    if (mine)
        exchange({seat}, {});
    else
        exchange({}, {seat});
}

void SeatMapModel::choose(QList<SeatIndex> seats)
{
    if (!m_date || isAsking())
        return;
    seats.removeIf([this](SeatIndex seat) { return !m_date->plan->contains(seat); });
    if (seats.isEmpty())
        return;
    const QList<SeatIndex> own = ownSeats();
    const auto without = [](QList<SeatIndex> from, const QList<SeatIndex> &these) {
        from.removeIf([&these](SeatIndex seat) { return these.contains(seat); });
        return from;
    };
    exchange(without(own, seats), without(seats, own));
}

/// Shown at once, and as it was again when it is refused.
void SeatMapModel::exchange(const QList<SeatIndex> &drop, const QList<SeatIndex> &add)
{
    if (drop.isEmpty() && add.isEmpty())
        return;
    ++m_choices;
    Q_EMIT choosing();
    const QList<SeatIndex> own = ownSeats();
    showAhead(drop, SeatShown::Free);
    showAhead(add, SeatShown::Yours);
    if (add.isEmpty() && !m_date->hold) // it ended meanwhile
        return answered(Refusal::HoldExpired, drop);
    ask(add.isEmpty() ? m_shop.release(m_pass, m_date->hold->id, drop) : m_shop.hold(m_pass, m_performance, add, drop),
        [this, own, seats = drop + add](const Result<Hold> &hold) {
            if (!m_date)
                return;
            if (hold.ok())
                m_before = own;
            answered(hold, seats);
        });
}

void SeatMapModel::showAhead(const QList<SeatIndex> &seats, SeatShown shown)
{
    for (const SeatIndex seat : seats) {
        m_asking.insert(seat);
        show(seat, shown);
    }
    if (!seats.isEmpty())
        Q_EMIT seatsChanged(seats);
}

void SeatMapModel::answered(const Result<Hold> &hold, const QList<SeatIndex> &seats)
{
    m_asking.subtract({seats.begin(), seats.end()});
    if (hold.ok())
        take(hold.value());
    else if (seats.size() > 1 && hold.refused()) // one seat more is no help to a party
        Q_EMIT failed(
            {Refused{.why = hold.refused()->why, .seats = hold.refused()->seats, .limit = hold.refused()->limit},
                std::nullopt});
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

void SeatMapModel::propose(const SeatWish &wish)
{
    m_wish = wish;
    look();
}

/// Before what they are seats of goes.
void SeatMapModel::dropProposals()
{
    m_wish.reset();
    Q_EMIT proposed({});
}

/// In another thread: in a large hall that is nearly sold out it takes longer than a frame. Whatever changes meanwhile
/// is looked at once more, not once a change.
void SeatMapModel::look()
{
    if (m_isLooking || !m_date || !m_wish)
        return;
    m_isLooking = true;
    const SeatWish wish = *std::exchange(m_wish, std::nullopt);
    const auto chooser = m_date->chooser;
    auto looked = QtConcurrent::run([chooser, wish, free = freeOrOwn()] { return chooser->propose(wish, free); });
    deliver(std::move(looked), this, [this, chooser, wish, asked = m_opened](const QList<SeatProposal> &proposals) {
        m_isLooking = false;
        const bool isOfThisHall = asked == m_opened && m_date && m_date->chooser == chooser;
        if (isOfThisHall && (!m_wish || m_wish == wish))
            Q_EMIT proposed(proposals);
        look();
    });
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
    ++m_choices;
    if (hold.state == HoldState::Held || hold.state == HoldState::Paying)
        m_date->hold = hold;
    else
        m_date->hold.reset();
    Q_EMIT holdChanged();
}

void SeatMapModel::prolong()
{
    if (m_date && m_date->hold)
        askOfHold(m_shop.prolong(m_pass, m_date->hold->id));
}

void SeatMapModel::setTicketType(SeatIndex seat, TicketTypeKey type)
{
    if (m_date && m_date->hold)
        askOfHold(m_shop.setTicketType(m_pass, m_date->hold->id, seat, type));
}

void SeatMapModel::askOfHold(QFuture<Result<Hold>> future)
{
    ask(std::move(future), [this](const Result<Hold> &hold) {
        if (!hold.ok())
            Q_EMIT failed(Problem::of(hold));
        else if (m_date)
            take(hold.value());
    });
}

void SeatMapModel::refreshHold()
{
    askForAll([this](const Result<SeatsOfDate> &date) {
        if (m_date && date.ok())
            setHold(date.value().hold);
    });
}

} // namespace foyer
