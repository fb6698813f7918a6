#pragma once

#include "domain/Id.h"
#include "domain/Staff.h"

#include <QDateTime>
#include <QList>
#include <optional>

namespace foyer {

class Connection;

struct MemberRow {
    MemberId id;
    QByteArray phone; ///< keyed hash
    QString lastDigits;
    QByteArray card; ///< keyed hash, empty: none
    QString pin;     ///< Argon2id
    WalletId wallet;
    bool blocked = false;
    QDateTime since = {}; ///< UTC; as read
};

struct StaffRow {
    StaffMember member;
    QString pin; ///< Argon2id; empty: they don't work here any more, and what they did keeps their name
    bool worksHere() const { return !pin.isEmpty(); }
};

struct PinFailures {
    int failures = 0;
    QDateTime lockedUntil; ///< UTC; invalid: not locked
};

/// Members, staff and their failed PINs. Calls throw StorageFailure.
class PeopleStore
{
public:
    explicit PeopleStore(Connection &db) : m_db(db) {}

    std::optional<MemberRow> memberByPhone(const QByteArray &hash) const;
    std::optional<MemberRow> memberByCard(const QByteArray &hash) const;
    std::optional<MemberRow> member(MemberId id) const;
    /// Those who have this phone number, this card or these last digits, an empty one is nobody's; the newest first.
    QList<MemberRow> members(
        const QByteArray &phone, const QByteArray &card, const QString &lastDigits, int count) const;
    void add(const MemberRow &member, const QDateTime &since);
    void setPin(MemberId member, const QString &pin);
    void setCard(MemberId member, const QByteArray &hash); ///< nobody else's from here on; empty: none
    void setBlocked(MemberId member, bool blocked);

    /// Hash of what was asked under this id; nothing: it is new.
    std::optional<QByteArray> asked(RequestId request) const;
    /// What was asked a year ago isn't asked again: that is forgotten.
    void noteAsked(RequestId request, const QByteArray &body, const QDateTime &now);

    QList<StaffRow> staff() const;
    std::optional<StaffRow> staff(StaffId id) const;
    void add(const StaffRow &staff); ///< or takes back who is there already
    void setPin(StaffId staff, const QString &pinHash);

    /// Keyed by a phone's or card's hash, known or not, or a member of staff's id.
    PinFailures failures(const QByteArray &subject) const;
    void setFailures(const QByteArray &subject, const PinFailures &failures);
    void clearFailures(const QByteArray &subject);

private:
    Connection &m_db;
};

} // namespace foyer
