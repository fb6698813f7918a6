#pragma once

#include "domain/AmountRight.h"
#include "domain/Clock.h"
#include "domain/IdMaker.h"
#include "domain/JournalFacts.h"
#include "storage/HubMoneyStore.h"

#include <QHash>

namespace foyer {

class Connection;
struct EpochRow;
struct HeardEntry;
class Transaction;

/// The hub's side of the law for money (law 9): what of a wallet is free here and what epochs hold, booked in one
/// ledger. Within HubSync's transactions.
class HubMoney
{
public:
    HubMoney(Connection &db, const Clock &clock, IdMaker &ids) : m_db(db), m_clock(clock), m_ids(ids) {}

    /// Money that moved is always booked. What its epoch doesn't have comes from what is free, which may go below zero.
    void apply(Transaction &tx, const EpochRow &from, const HeardEntry &facts);
    /// The wallet's owner is at this epoch now, and nowhere else: it gets all that is free, now and later. Nothing:
    /// there is none. What is still on its way there is given again as it was.
    std::optional<AmountRight> visit(Transaction &tx, EpochId to, WalletId wallet);
    /// It has heard of a visit there afterwards: others that it heard of last as well.
    void visited(Transaction &tx, EpochId to, WalletId wallet);
    /// The same, for somebody who only comes for the money: nothing follows later.
    std::optional<AmountRight> give(Transaction &tx, EpochId to, WalletId wallet);
    /// What has become free follows to where its owner is.
    void giveVisit(Transaction &tx, WalletId wallet);
    void giveVisits(Transaction &tx); ///< everywhere
    /// It has reported under the present incarnation: what an earlier one sent and it never took is free again.
    void reported(Transaction &tx, EpochId epoch);
    /// It is over: what becomes free doesn't follow there.
    void ended(Transaction &tx, EpochId epoch);
    /// Closed, or released by staff: nothing is there or on its way any more.
    void takeBack(Transaction &tx, EpochId epoch);

    QHash<EpochId, QList<AmountRight>> onTheirWay() const;

private:
    struct Line;
    void book(Transaction &tx, const MoneyFact &fact, const Line &one, const Line &other);
    void finish(Transaction &tx, const EpochRow &from, HubMoneyStore::Holding &holding, bool mayFollow);
    void redeem(Transaction &tx, const EpochRow &from, const MoneyFact &fact);
    void move(Transaction &tx, WalletId wallet, qint64 toElsewhere);
    void settle(Transaction &tx, HubMoneyStore::Holding &holding);
    std::optional<AmountRight> send(Transaction &tx, HubMoneyStore::Holding &holding);
    void applyClaim(const ClaimFact &fact);

    Connection &m_db;
    const Clock &m_clock;
    IdMaker &m_ids;
};

} // namespace foyer
