#pragma once

#include "domain/MemberRequests.h"
#include "domain/Money.h"
#include "domain/Right.h"
#include "domain/Tender.h"
#include "domain/Wallet.h"

#include <optional>

namespace foyer {

class Connection;

struct WalletRow {
    WalletId id;
    std::optional<MemberId> member;
    Money balance;
    bool blocked = false;
};

/// One side of a movement; a movement's postings sum to zero.
struct Posting {
    Account account = Account::Wallet;
    std::optional<WalletId> wallet; ///< with Account::Wallet only
    Money amount;                   ///< positive: the account is owed more
};

struct ClaimRow {
    WalletId wallet;
    QByteArray code; ///< hash; empty: made after a crash
    bool paid = false;
};

/// Wallets, the double-entry ledger behind them, tenders and claims. Calls throw StorageFailure; postings that don't
/// sum to zero, or name two currencies, are a BrokenInvariant.
class LedgerStore
{
public:
    explicit LedgerStore(Connection &db) : m_db(db) {}

    std::optional<WalletRow> wallet(WalletId id) const;
    void openWallet(const WalletRow &wallet); ///< does nothing when it is open
    void setBlocked(WalletId id, bool blocked);
    QList<WalletMovement> movements(WalletId id, int count) const; ///< newest first
    /// The same, of a root or a hub: wherever in the house its money moved, but not from one node to another.
    QList<WalletMovement> movementsInHouse(WalletId id, int count) const;

    void move(
        MovementId id, MovementKind kind, const QDateTime &at, const QByteArray &cause, const QList<Posting> &postings);

    struct TenderRow {
        Tender tender;
        std::optional<TokenId> token;
        std::optional<ShiftId> shift; ///< whose drawer or card slips it is counted with
    };
    std::optional<TenderRow> tender(TenderId id) const;
    void addTender(const TenderRow &row);
    void setState(TenderId id, TenderState state); ///< of an open tender
    QList<TenderRow> openTenders() const;
    std::optional<TenderRow> openTenderOf(HoldId hold) const;
    bool anyOpenTender(WalletId wallet) const;
    struct CameIn {
        TenderKind kind{};
        qint64 minor = 0; ///< less what was given back that way
    };
    /// How money came into a wallet, the last way first, to give it back the same ways.
    QList<CameIn> waysIn(WalletId wallet) const;

    void addClaim(const ClaimRow &claim);
    std::optional<ClaimRow> claim(const QByteArray &codeHash) const;
    std::optional<ClaimRow> claimOf(WalletId wallet) const;
    void setClaimPaid(WalletId wallet, bool paid);
    /// Guests' wallets with money in them, no live token and no unpaid claim: what a crash left.
    QList<WalletRow> orphaned() const;
    QList<Unclaimed> unclaimed() const;   ///< money that a claim still has to pay
    QList<WalletRow> withoutCode() const; ///< those that nobody was given a code for
    QList<WalletRow> negative() const;
    bool anyWallet() const;

    // Of a terminal (law 9):
    /// Wallets with money in them that a hub can find the owner of, and no tender under way; `withVisits`: also where
    /// the owner is here.
    QList<WalletRow> owned(bool withVisits) const;
    bool anyMoney() const;
    Fence newestTaken(WalletId wallet) const; ///< of what was ever brought here; the lowest of all when nothing was
    void noteTaken(WalletId wallet, Fence fence);

private:
    Connection &m_db;
};

} // namespace foyer
