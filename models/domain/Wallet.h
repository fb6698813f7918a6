#pragma once

#include "domain/Id.h"
#include "domain/Money.h"

#include <QDateTime>
#include <QList>
#include <optional>

namespace foyer {

/// Accounts of the double-entry ledger. Postings of one movement sum to zero; a wallet's balance is what the house
/// owes its customer, so money in credits the wallet and debits the drawer or the card terminal.
enum class Account : quint8 {
    Wallet = 1, ///< with a wallet id
    Cash = 2,   ///< the drawer
    Card = 3,   ///< the card terminal's clearing
    Sales = 4,
    PayingOut = 5, ///< set aside for a device or a claim that hasn't answered yet
    Loss = 7,      ///< what the house doesn't ask for any more
    Elsewhere = 6, ///< with a wallet id: what other nodes hold of it; at a terminal, the rest of it
};

enum class MovementKind : quint8 {
    TopUp = 1,
    Purchase = 2,
    Refund = 3,       ///< an order's money back to the wallet
    PayOutSet = 4,    ///< balance set aside as paying-out
    PayOutDone = 5,   ///< the device gave it
    PayOutFailed = 6, ///< the device didn't; back to the wallet or onto a claim code
    ClaimMade = 7,
    ClaimPaid = 8,
    WrittenOff = 10,
    Redeemed = 11, ///< from the wallet behind a claim code into the one that its customer buys with
    Brought = 9,   ///< the right to an amount came here from another node, or went to one
};

/// One line of a wallet's history (FLOWS 6.2).
struct WalletMovement {
    MovementId id;
    MovementKind kind = MovementKind::TopUp;
    QDateTime at; ///< UTC
    Money amount; ///< signed, as the wallet sees it
};

/// How much of a wallet another terminal holds, for people.
struct HeldElsewhere {
    QString terminal; ///< its name
    Money amount;
};

struct Balance {
    WalletId wallet;
    Money amount;
    bool blocked = false;
    QList<WalletMovement> movements; ///< newest first, bounded
    QList<HeldElsewhere> elsewhere;  ///< comes here when it is given back there
};

/// A guest's money that couldn't be given back: whoever shows the code is paid (FLOWS 8.6).
struct Claim {
    QString code; ///< for people: "7KQ4-MW2P"
    Money amount;
};

} // namespace foyer
