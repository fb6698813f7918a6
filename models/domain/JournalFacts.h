#pragma once

#include "domain/JournalEntry.h"
#include "domain/SeatAtHub.h"
#include "domain/Tender.h"

#include <QList>

namespace foyer {

// What an entry of another node's journal says of seats and money. An entry that can't be read says nothing: it is kept
// all the same, and its chain shows who wrote it.

struct OrderFact {
    OrderId order;
    QList<PlacedRight> rights; ///< that it was sold under
};
OrderFact soldIn(const JournalEntry &entry);
OrderFact refundedIn(const JournalEntry &entry);
QList<PlacedRight> returnedIn(const JournalEntry &entry);
/// Seats that a customer's hold takes, or lets go of; rights that arrived are unused until a hold takes them.
struct UseFact {
    bool isUsed = false;
    QList<std::pair<PerformanceKey, SeatIndex>> seats;
};
UseFact useIn(const JournalEntry &entry);
/// Whose answer has arrived; null: none's.
RequestId answeredIn(const JournalEntry &entry);
/// What an entry says of a wallet's money at its node (law 9).
struct MoneyFact {
    enum class Kind : quint8 { None, ToppedUp, Sold, Refunded, SetAside, PaidOut, PayOutFailed, Taken, Returned };
    Kind kind = Kind::None;
    WalletId wallet;
    qint64 amount = 0; ///< minor units of the house's currency; positive
    QByteArray cause;  ///< the tender or order behind it
    TenderKind tender = TenderKind::Cash;
    Fence fence; ///< of what was taken
};
MoneyFact moneyIn(const JournalEntry &entry);
/// A guest's money that somebody has a code for, or that staff look after.
struct ClaimFact {
    WalletId wallet; ///< null: it says nothing of one
    QByteArray code; ///< hash; empty: nobody was given one
    bool isPaid = false;
};
ClaimFact claimIn(const JournalEntry &entry);
struct MemberFact {
    MemberId member; ///< null: nobody registered
    WalletId wallet;
    QByteArray phone; ///< hash
    QString lastDigits;
};
MemberFact memberIn(const JournalEntry &entry);
/// The wallet of a member who got a token there; null: nobody did.
WalletId visitIn(const JournalEntry &entry);
/// What became of customers' tokens at their terminal.
struct TokenFact {
    enum class Kind : quint8 { None, Admitted, Passed, Returned, Ended };
    Kind kind = Kind::None;
    QList<TokenId> tokens;
    bool wasServed = false; ///< something was bought
};
TokenFact tokensIn(const JournalEntry &entry);
/// The node gives up everything of this epoch, for good.
bool isClosing(const JournalEntry &entry);

} // namespace foyer
