#include "items/HubModel.h"

#include "domain/Clock.h"
#include "services/Shop.h"

namespace foyer {

HubModel::HubModel(Shop &shop, QObject *parent) : QObject(parent), m_shop(shop)
{
    connect(&shop, &Shop::hubStateChanged, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    connect(&shop.changes(), &Changes::committed, this, [this](const ChangeSet &changes) {
        if (!changes.seats.isEmpty() || changes.everything)
            refresh();
    });
    refresh();
}

const std::optional<HubState> &HubModel::state() const { return m_shop.hubState(); }

void HubModel::setWatched(bool watched)
{
    if (std::exchange(m_isWatched, watched) != watched && watched)
        refresh();
}

std::optional<std::chrono::seconds> HubModel::newsAge() const
{
    if (!state() || !state()->heardAt.isValid())
        return std::nullopt;
    const auto age = std::chrono::milliseconds(state()->heardAt.msecsTo(m_shop.clock().utc()));
    return std::max(std::chrono::seconds(0), std::chrono::floor<std::chrono::seconds>(age)); // a clock may be set back
}

void HubModel::refresh()
{
    if (!state() || (isOnline() && !m_isWatched))
        return;
    if (std::exchange(m_asking, true)) {
        m_again = true;
        return;
    }
    deliver(m_shop.seatsHere(), this, [this](const Result<int> &seats) {
        m_asking = false;
        if (seats.ok() && std::exchange(m_seatsHere, seats.value()) != seats.value())
            Q_EMIT changed();
        if (std::exchange(m_again, false))
            refresh();
    });
}

} // namespace foyer
