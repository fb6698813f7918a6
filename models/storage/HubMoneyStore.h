#pragma once

#include "domain/Epoch.h"
#include "domain/Right.h"

#include <QList>

namespace foyer {

class Connection;

/// What of each wallet every epoch holds, at a hub (law 9). Amounts in minor units of the house's currency. Calls throw
/// StorageFailure.
class HubMoneyStore
{
public:
    explicit HubMoneyStore(Connection &db) : m_db(db) {}

    struct Holding {
        WalletId wallet;
        EpochId holder;
        qint64 amount = 0; ///< as its journal says
        qint64 given = 0;  ///< on its way there
        Fence fence;       ///< of the right that is on its way, or was last
        bool isVisit = false;
        bool isKnown = true; ///< else there is none yet
    };
    Holding find(WalletId wallet, EpochId holder) const; ///< empty where there is none
    void save(const Holding &holding);
    QList<Holding> of(WalletId wallet) const;
    QList<Holding> of(EpochId holder) const; ///< where it has something, or somebody
    QList<WalletId> visiting() const;        ///< whose owners are somewhere
    QList<Holding> onTheirWay() const;       ///< to all

    /// Something that the node hears of with its news, beside seats.
    void noteNews(EpochId holder, qint64 change);
    struct News {
        EpochId holder;
        qint64 change = 0;
    };
    QList<News> news(qint64 after) const;

private:
    Connection &m_db;
};

} // namespace foyer
