#pragma once

#include "domain/Clock.h"
#include "domain/Result.h"
#include "domain/Token.h"

namespace foyer {

class Authority;
class Connection;
class Transaction;
struct TokenRow;

/// Whose turn it is (대기열관리). First come first served, at most HouseSettings::admissionLimit admitted at once over
/// all screens of the house. In the store thread.
class QueueService
{
public:
    QueueService(Connection &db, const Clock &clock, const Authority &authority)
        : m_db(db), m_clock(clock), m_authority(authority)
    {
    }

    /// FLOWS 2.3, 2.4. Refused with NotInQueue when the token neither waits nor is admitted.
    Result<QueuePlace> place(const Token &token);

    // Within another service's transaction:
    QueuePlace standing(const TokenRow &row);
    /// Lets in whoever is next while there is a free place. `here`: this customer stands at the screen and needn't be
    /// called. Returns those let in.
    QList<TokenId> admitNext(Transaction &tx, std::optional<TokenId> here = std::nullopt);
    /// By staff's word: whoever is next in line, also beyond the limit. NotInQueue: nobody waits.
    Result<TokenId> callNext(Transaction &tx);
    /// Back after being called, passed over, or away with a slip.
    void comeBack(Transaction &tx, TokenRow &row);
    /// Passes over those who were called and didn't come (2.5), then lets in the next. True when anything changed.
    bool passOverAbsent(Transaction &tx);

private:
    void admit(Transaction &tx, const TokenRow &row, bool isAway);
    std::optional<WaitEstimate> estimate(int peopleAhead, int places);

    Connection &m_db;
    const Clock &m_clock;
    const Authority &m_authority;
};

} // namespace foyer
