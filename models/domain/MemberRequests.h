#pragma once

#include "domain/HouseRequests.h"

#include <QDateTime>

namespace foyer {

// What staff at a desk ask about a member, of their own node or of its hub. No PIN of the member's is needed, so a hub
// answers it to desks only. What changes something has an id and does it once.

/// Whom somebody means: every one of these that is given may be theirs.
struct MemberQuery {
    QByteArray phone, card; ///< hashes; empty: not meant
    QString lastDigits;     ///< of the phone number; likewise
};

/// A member among several.
struct MemberLine {
    Member member;
    bool isBlocked = false;
    QDateTime since; ///< UTC
};

struct MembersFound {
    QList<MemberLine> lines; ///< the newest first, bounded
};

struct MemberWish {
    MemberId member;
};

/// All that staff see of a member.
struct MemberFile {
    MemberLine line;
    std::chrono::seconds lock{0}; ///< no PIN is taken for so long: there were too many wrong ones
    Balance balance;              ///< of the whole house, with what other terminals hold of it
    Money payable;                ///< of it, what can be paid out where it was asked
};

enum class MemberChange : quint8 { NewPin = 1, NewCard = 2, Block = 3, Unblock = 4 };

struct MemberAct {
    RequestId id;
    MemberId member;
    MemberChange change = MemberChange::NewPin;
    QByteArray card; ///< hash, of a new card; whichever was theirs before works no more
    QString pinHash; ///< of a new PIN
    StaffId who;
    QString why;
};

/// What is free of a member's balance is wanted at this desk, to be paid out.
struct PayOutWish {
    RequestId id;
    MemberId member;
    StaffId who;
    QString why;
};

struct PayOutRight {
    MemberId member;
    WalletId wallet;
    std::optional<AmountRight> amount; ///< nothing: none of it was free
};

/// Guests' money that nobody came for is to be looked at.
struct UnclaimedWish {
    StaffId who;
};

struct Unclaimed {
    WalletId wallet;
    Money amount;
    bool hasCode = false; ///< one that is good: whoever has it may still come
};

struct UnclaimedFound {
    QList<Unclaimed> wallets;
};

/// A new code for some of it; a code made before is worth nothing any more.
struct CodeWish {
    RequestId id;
    WalletId wallet;
    StaffId who;
    QString why;
};

} // namespace foyer
