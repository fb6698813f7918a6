#pragma once

#include "domain/HubState.h"

#include <QObject>
#include <chrono>
#include <optional>

namespace foyer {

class Shop;

/// What this terminal can promise right now, for one quiet line. A root has no hub and always promises everything.
class HubModel : public QObject
{
    Q_OBJECT
public:
    HubModel(Shop &shop, QObject *parent);

    const std::optional<HubState> &state() const;
    bool isOnline() const { return !state() || state()->reach == Reach::Online; }
    int seatsHere() const { return m_seatsHere; } ///< without the hub: while it isn't online, or while watched
    void setWatched(bool watched);
    /// How old what this terminal knows of its hub is; nothing before the first news.
    std::optional<std::chrono::seconds> newsAge() const;

Q_SIGNALS:
    void changed();

private:
    void refresh();

    Shop &m_shop;
    int m_seatsHere = 0;
    bool m_isWatched = false;
    bool m_asking = false, m_again = false;
};

} // namespace foyer
