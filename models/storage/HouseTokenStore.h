#pragma once

#include "domain/Epoch.h"
#include "domain/HouseRequests.h"

#include <QList>

namespace foyer {

class Connection;

/// The house's queue between machines: at a hub, which terminal has whom; at a terminal, where its customers stand
/// there. The tokens themselves are TokenStore's at both. Calls throw StorageFailure.
class HouseTokenStore
{
public:
    explicit HouseTokenStore(Connection &db) : m_db(db) {}

    // Of a hub
    void setHolder(TokenId token, EpochId holder);
    std::optional<EpochId> holder(TokenId token) const;
    struct Held {
        TokenId token;
        EpochId holder;
    };
    QList<Held> live() const;                  ///< of all terminals, in the order of joining
    QList<TokenId> live(EpochId holder) const; ///< likewise
    QList<EpochId> holdersOfWaiting() const;   ///< who hears of it when the queue moves
    /// Its customer was called and didn't come, until their terminal knows.
    void setNoShow(TokenId token, bool isNoShow);
    QList<Held> noShows() const;
    int laneOf(NodeId node); ///< its number from 1 on, the same for ever

    // Of a terminal
    void setPlace(const HousePlace &place);
    struct Place {
        qint64 change = 0;
        int peopleAhead = 0;
        std::optional<WaitEstimate> wait;
    };
    std::optional<Place> place(TokenId token) const;      ///< none: it isn't in the house's queue
    QList<std::pair<TokenId, qint64>> livePlaces() const; ///< with the change that each came by
    void forgetPlace(TokenId token);
    void forgetPlaces();

private:
    Connection &m_db;
};

} // namespace foyer
