#pragma once

#include "domain/Clock.h"
#include "domain/Id.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <optional>

namespace foyer {

/// A customer's pass for the shop. Passed: called and absent, let in next on return (FLOWS 2.5).
enum class TokenState : quint8 { Waiting = 1, Admitted = 2, Passed = 3, Ended = 4 };

/// "A012": counted from 001 per house and business day, with the lane's letter when a terminal runs its own lane.
struct QueueNumber {
    QDate day; ///< business day
    QString lane;
    int number = 0;
    QString text() const { return lane + QStringLiteral("%1").arg(number, 3, 10, QLatin1Char('0')); }
    friend bool operator==(const QueueNumber &, const QueueNumber &) = default;
};

/// What the customer's screen or slip holds and shows at every step. The secret is never stored, only its hash.
struct TokenPass {
    TokenId id;
    QByteArray secret; ///< 16 random bytes
};

struct Token {
    TokenId id;
    QueueNumber number;
    TokenState state = TokenState::Waiting;
    std::optional<MemberId> member; ///< none: a guest
    WalletId wallet;
    SteadyTime expires;
    std::optional<StaffId> servedBy; ///< at a counter
};

/// What shows that tickets are somebody's: a member's pass, or one of the tickets itself.
struct TicketProof {
    std::optional<TokenPass> pass;
    QString code = {}; ///< as a ticket's QR holds it; without a pass
};

/// Given to a customer when a token is issued or renewed with a new secret.
struct IssuedToken {
    TokenPass pass;
    Token token;
};

/// An estimate is a range; without measurements there is none.
struct WaitEstimate {
    std::chrono::seconds from{0}, to{0};
};

/// FLOWS 2.4: where a customer stands.
struct QueuePlace {
    Token token;
    int position = 0; ///< 1: next; 0: admitted
    int peopleAhead = 0;
    std::optional<WaitEstimate> wait;
};

} // namespace foyer
