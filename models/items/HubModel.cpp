#include "items/HubModel.h"

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

void HubModel::refresh()
{
    if (isOnline())
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
