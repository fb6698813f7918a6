#include "items/SeatMapModel.h"

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
        Q_EMIT failed({Refused{.why = Refusal::SeatTaken, .seats = {seat}}, std::nullopt});
        return;
    }
    m_asking.insert(seat);
    show(seat, mine ? SeatShown::Free : SeatShown::Yours);
    Q_EMIT seatsChanged({seat});
    auto asked = mine ? m_shop.release(m_pass, m_date->hold->id, {seat}) : m_shop.hold(m_pass, m_performance, {seat});
    deliver(std::move(asked), this, [this, seat, at = m_performance](const Result<Hold> &hold) {
        if (at == m_performance && m_date)
            answered(hold, seat);
    });
}

void SeatMapModel::answered(const Result<Hold> &hold, SeatIndex seat)
{
    m_asking.remove(seat);
    if (hold.ok())
        take(hold.value());
    else
        Q_EMIT failed(Problem::of(hold));
    update({seat}); // the store's word, also when it was no
    if (hold.isRefused(Refusal::HoldExpired))
        refreshHold();
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
