#pragma once

#include "domain/Result.h"

#include <QString>

namespace foyer {

class Transaction;

/// A PIN about to be compared. The failure it may become is already committed, so that a crash can't take it back.
struct PinCheck {
    QByteArray subject; ///< whose tries are counted: a hash of what was typed, or a staff id; known or not
    QString hash;       ///< to compare with; nobody's when the subject isn't known
    int failures = 0;   ///< counting this one
};

/// Tries left, lock and time, the same for everybody who has a PIN, and for those who don't exist.
namespace pingate {
/// Counts the try. Refused with LockedOut and the wait while locked.
Result<PinCheck> begin(Transaction &tx, const QByteArray &subject, const QString &hash);
/// After the comparison: forgets the tries, or locks and names what is left. `right` must be the comparison's result.
/// A refusal from here must still be committed: the caller returns it as a value.
std::optional<Refused> end(Transaction &tx, const PinCheck &check, bool right, Refusal wrong);
} // namespace pingate

} // namespace foyer
