#include "services/PinGate.h"

#include "domain/Limits.h"
#include "storage/PeopleStore.h"
#include "storage/Transaction.h"

namespace foyer {

namespace {
std::chrono::seconds lockAfter(int failures)
{
    const int beyond = std::min(failures - limits::pinTries, 10);
    return beyond < 0 ? std::chrono::seconds(0)
                      : std::min<std::chrono::seconds>(limits::pinLockFirst * (1 << beyond), limits::pinLockMax);
}
} // namespace

Result<PinCheck> pingate::begin(Transaction &tx, const QByteArray &subject, const QString &hash)
{
    PeopleStore people(tx.db());
    PinFailures known = people.failures(subject);
    // a clock that was set back must not lock anybody for longer than a lock lasts
    const auto left =
        std::chrono::milliseconds(known.lockedUntil.isValid() ? tx.clock().utc().msecsTo(known.lockedUntil) : 0);
    if (left.count() > 0 && left <= limits::pinLockMax)
        return Refused{.why = Refusal::LockedOut, .wait = std::chrono::ceil<std::chrono::seconds>(left)};
    ++known.failures;
    // the lock commits with the try, so that neither a crash nor a second screen gives tries for nothing
    const std::chrono::seconds lock = lockAfter(known.failures);
    known.lockedUntil = lock.count() > 0 ? tx.clock().utc().addSecs(lock.count()) : QDateTime();
    people.setFailures(subject, known);
    return PinCheck{subject, hash, known.failures};
}

std::optional<Refused> pingate::end(Transaction &tx, const PinCheck &check, bool right, Refusal wrong)
{
    PeopleStore people(tx.db());
    if (right) {
        people.clearFailures(check.subject);
        return std::nullopt;
    }
    const std::chrono::seconds lock = lockAfter(check.failures);
    if (lock.count() == 0)
        return Refused{.why = wrong, .triesLeft = limits::pinTries - check.failures};
    people.setFailures(check.subject, {check.failures, tx.clock().utc().addSecs(lock.count())});
    tx.tell(QStringLiteral("pinLocked"), {{QStringLiteral("subject"), QString::fromLatin1(check.subject.toHex())},
                                             {QStringLiteral("failures"), check.failures}});
    return Refused{.why = Refusal::LockedOut, .wait = lock};
}

} // namespace foyer
