#pragma once

#include "domain/AmountRight.h"
#include "domain/Token.h"
#include "domain/Wallet.h"

#include <QList>

namespace foyer {

// What a terminal asks its hub for a customer, beside rights to seats. Phone numbers and cards are hashes keyed by the
// house; each request can come twice, and does the same once.

struct SignInRequest {
    QByteArray subject; ///< hash of the phone number or the card
    bool isCard = false;
    QString pin;
};

/// A member as terminals know them.
struct Member {
    MemberId id;
    WalletId wallet;
    QByteArray phone; ///< hash
    QByteArray card;  ///< hash; empty: none
    QString lastDigits;
};

struct Registration {
    Member member; ///< ids made by the terminal
    QString pinHash;
    std::optional<StaffId> by = {}; ///< nobody: at a kiosk, by themselves
};

/// Somebody who is at this terminal wants a place in the house's queue.
struct TokenRequest {
    TokenId id; ///< made by the terminal
    std::optional<MemberId> member;
    WalletId wallet;
};

/// A customer's place in the house's queue.
struct HousePlace {
    TokenId token; ///< the one asked for, or the member's that was live already
    QueueNumber number;
    TokenState state = TokenState::Waiting;
    int peopleAhead = 0;
    std::optional<WaitEstimate> wait;
    qint64 change = 0; ///< the hub's last when this was read
};

struct HouseVisit {
    HousePlace place;
    std::optional<AmountRight> amount; ///< what the hub had free of the wallet
    QList<HeldElsewhere> elsewhere;
};

/// A claim code that somebody shows: its money is wanted here.
struct ClaimRequest {
    QByteArray code; ///< hash
};

/// What shows a hub that orders are somebody's who is at this terminal: the visit that a member has there, or one of
/// the tickets.
struct HouseProof {
    TokenId token;
    QString code = {}; ///< as a ticket's QR holds it; without a token
    friend bool operator==(const HouseProof &, const HouseProof &) = default;
};

/// Of an order whose seller has given that up the hub refunds tickets (law 10).
struct RefundRequest {
    RequestId id;
    OrderId order;
    std::optional<StaffId> who; ///< nobody of them: the customer
    QString why;
    QList<SeatIndex> seats;               ///< empty: all that is left
    bool isVoid = false;                  ///< the sale was a mistake: all of it
    std::optional<HouseProof> proof = {}; ///< that it is the customer's, who bought it at another machine
};

struct RefundAnswer {
    OrderId order;
    Money total;            ///< of what this request refunded
    bool isMembers = false; ///< it is in the member's wallet
    QString claimCode;      ///< that pays it; empty: a member's, or there was nothing to pay
    QList<SeatIndex> seats; ///< whose tickets are void now
};

/// A seller hears that the hub refunded tickets of its order.
struct RefundNews {
    OrderId order;
    WalletId paidTo;        ///< its money went there
    QList<SeatIndex> seats; ///< whose tickets these were; empty: all of the order
};

/// What a guest is handed.
inline std::optional<Claim> claimOf(const RefundAnswer &answer)
{
    return answer.claimCode.isEmpty() ? std::nullopt : std::optional(Claim{answer.claimCode, answer.total});
}

} // namespace foyer
