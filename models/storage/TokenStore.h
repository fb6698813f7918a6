#pragma once

#include "domain/Token.h"

#include <optional>

namespace foyer {

class Connection;

struct TokenRow {
    Token token;
    qint64 place = 0;     ///< order of joining
    QByteArray secret;    ///< hash
    QByteArray oldSecret; ///< hash of the one before, empty: none
    bool slip = false;
    std::optional<SteadyTime> absentUntil;
    std::optional<SteadyTime> admittedAt;
};

/// Tokens and the queue they stand in. Calls throw StorageFailure. What changes a token's waiting keeps the counts
/// that make a rank cheap (see queue_count).
class TokenStore
{
public:
    explicit TokenStore(Connection &db) : m_db(db) {}

    std::optional<TokenRow> find(TokenId id) const;
    std::optional<TokenRow> liveOfMember(MemberId member) const;
    std::optional<TokenRow> liveOfWallet(WalletId wallet) const;
    /// Gives it the next place and the next number of its day and lane.
    TokenRow add(TokenRow row);
    /// With the house's number; one that has been here before comes back to life.
    TokenRow addNumbered(TokenRow row);

    void setSecret(TokenId id, const QByteArray &hash, SteadyTime expires);
    void setSlip(TokenId id, bool slip, SteadyTime expires);
    void setAbsentUntil(TokenId id, std::optional<SteadyTime> until);
    void setExpires(TokenId id, SteadyTime expires);
    void admit(const TokenRow &row, SteadyTime now, std::optional<SteadyTime> absentUntil, SteadyTime expires);
    void pass(const TokenRow &row);
    void waitAgain(const TokenRow &row);
    void end(const TokenRow &row, std::optional<std::chrono::milliseconds> served);

    int admittedCount() const;
    std::optional<TokenRow> firstWaiting(bool ofAnyLane) const; ///< else only of lanes of one's own
    /// Waiting tokens in front of a place.
    int aheadOf(qint64 place) const;
    QList<TokenRow> expired(SteadyTime now) const; ///< by what is written; renewals in memory are the caller's
    QList<TokenRow> absent(SteadyTime now) const;
    /// Of the house's queue: who was let in or passed over, then who waits, in order, no more than `most`.
    QList<TokenRow> queue(int most) const;
    int waitingCount() const;
    /// The newest measured service times.
    QList<std::chrono::milliseconds> serviceTimes(int count) const;
    /// After a start the steady clock counts anew: every live token gets one full period.
    void renewAll(SteadyTime expires, SteadyTime slipExpires, SteadyTime absentUntil);

private:
    TokenState stateOf(TokenId id) const;
    void countWaiting(qint64 place, int by);

    Connection &m_db;
};

} // namespace foyer
