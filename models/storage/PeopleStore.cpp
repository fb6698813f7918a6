#include "storage/PeopleStore.h"

#include "domain/IdMaker.h"
#include "storage/Connection.h"

namespace foyer {

namespace {
#define MEMBER_COLUMNS "id, phone, last_digits, card, pin, wallet, blocked, since"
constexpr auto selectByPhone = "SELECT " MEMBER_COLUMNS " FROM member WHERE phone = ?";
constexpr auto selectByCard = "SELECT " MEMBER_COLUMNS " FROM member WHERE card = ?";
constexpr auto selectMember = "SELECT " MEMBER_COLUMNS " FROM member WHERE id = ?";
constexpr auto selectMembers = "SELECT " MEMBER_COLUMNS R"(
    FROM member WHERE phone = ? OR card = ? OR last_digits = ? ORDER BY since DESC, id LIMIT ?)";
constexpr auto insertMember = R"(
    INSERT INTO member (id, phone, last_digits, card, pin, wallet, blocked, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?))";
constexpr auto updatePin = "UPDATE member SET pin = ? WHERE id = ?";
constexpr auto takeCard = "UPDATE member SET card = NULL WHERE card = ? AND id <> ?";
constexpr auto updateCard = "UPDATE member SET card = ? WHERE id = ?";
constexpr auto updateBlocked = "UPDATE member SET blocked = ? WHERE id = ?";
constexpr auto selectAsked = "SELECT body FROM member_request WHERE id = ?";
constexpr auto deleteAskedBefore = "DELETE FROM member_request WHERE id < ?"; // ids rise with time
constexpr auto insertAsked = "INSERT INTO member_request (id, body) VALUES (?, ?)";
constexpr auto selectAllStaff = "SELECT id, name, role, pin FROM staff ORDER BY name";
constexpr auto selectStaff = "SELECT id, name, role, pin FROM staff WHERE id = ?";
constexpr auto updateStaffPin = "UPDATE staff SET pin = ? WHERE id = ?";
constexpr auto insertStaff = "INSERT INTO staff (id, name, role, pin) VALUES (?, ?, ?, ?) "
                             "ON CONFLICT (id) DO UPDATE SET role = excluded.role, pin = excluded.pin";
constexpr auto selectFailures = "SELECT failures, locked_until FROM pin_failure WHERE subject = ?";
constexpr auto upsertFailures = R"(
    INSERT INTO pin_failure (subject, failures, locked_until) VALUES (?, ?, ?)
    ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, locked_until = excluded.locked_until)";
constexpr auto deleteFailures = "DELETE FROM pin_failure WHERE subject = ?";

MemberRow memberAt(const Rows &rows)
{
    return {MemberId::fromBytes(rows.blob(0)), rows.blob(1), rows.text(2), rows.blob(3), rows.text(4),
        WalletId::fromBytes(rows.blob(5)), rows.flag(6), QDateTime::fromMSecsSinceEpoch(rows.integer(7), Qt::UTC)};
}

std::optional<MemberRow> memberIn(Rows rows) { return rows.next() ? std::optional(memberAt(rows)) : std::nullopt; }

QVariant orNone(const QByteArray &hash) { return hash.isEmpty() ? QVariant() : QVariant(hash); }

StaffRow staffIn(const Rows &rows)
{
    return {{StaffId::fromBytes(rows.blob(0)), rows.text(1), Role(rows.small(2))}, rows.text(3)};
}
} // namespace

std::optional<MemberRow> PeopleStore::memberByPhone(const QByteArray &hash) const
{
    return memberIn(m_db.run(selectByPhone, {hash}));
}

std::optional<MemberRow> PeopleStore::memberByCard(const QByteArray &hash) const
{
    return memberIn(m_db.run(selectByCard, {hash}));
}

std::optional<MemberRow> PeopleStore::member(MemberId id) const
{
    return memberIn(m_db.run(selectMember, {id.bytes()}));
}

QList<MemberRow> PeopleStore::members(
    const QByteArray &phone, const QByteArray &card, const QString &lastDigits, int count) const
{
    QList<MemberRow> members;
    const QVariant digits = lastDigits.isEmpty() ? QVariant() : QVariant(lastDigits);
    for (Rows rows = m_db.run(selectMembers, {orNone(phone), orNone(card), digits, count}); rows.next();)
        members.append(memberAt(rows));
    return members;
}

std::optional<QByteArray> PeopleStore::asked(RequestId request) const
{
    Rows rows = m_db.run(selectAsked, {request.bytes()});
    return rows.next() ? std::optional(rows.blob(0)) : std::nullopt;
}

void PeopleStore::noteAsked(RequestId request, const QByteArray &body, const QDateTime &now)
{
    m_db.run(deleteAskedBefore, {RequestId{IdMaker::lowestAt(now.addYears(-1))}.bytes()});
    m_db.run(insertAsked, {request.bytes(), body});
}

void PeopleStore::add(const MemberRow &member, const QDateTime &since)
{
    m_db.run(insertMember, {member.id.bytes(), member.phone, member.lastDigits, orNone(member.card), member.pin,
                               member.wallet.bytes(), int(member.blocked), since.toMSecsSinceEpoch()});
}

void PeopleStore::setPin(MemberId member, const QString &pin) { m_db.run(updatePin, {pin, member.bytes()}); }

void PeopleStore::setCard(MemberId member, const QByteArray &hash)
{
    if (!hash.isEmpty())
        m_db.run(takeCard, {hash, member.bytes()});
    m_db.run(updateCard, {orNone(hash), member.bytes()});
}

void PeopleStore::setBlocked(MemberId member, bool blocked) { m_db.run(updateBlocked, {int(blocked), member.bytes()}); }

QList<StaffRow> PeopleStore::staff() const
{
    QList<StaffRow> staff;
    for (Rows rows = m_db.run(selectAllStaff); rows.next();)
        staff.append(staffIn(rows));
    return staff;
}

std::optional<StaffRow> PeopleStore::staff(StaffId id) const
{
    Rows rows = m_db.run(selectStaff, {id.bytes()});
    return rows.next() ? std::optional(staffIn(rows)) : std::nullopt;
}

void PeopleStore::add(const StaffRow &staff)
{
    m_db.run(insertStaff, {staff.member.id.bytes(), staff.member.name, int(staff.member.role), staff.pin});
}

void PeopleStore::setPin(StaffId staff, const QString &pinHash) { m_db.run(updateStaffPin, {pinHash, staff.bytes()}); }

PinFailures PeopleStore::failures(const QByteArray &subject) const
{
    Rows rows = m_db.run(selectFailures, {subject});
    if (!rows.next())
        return {};
    const qint64 until = rows.integer(1);
    return {rows.small(0), until ? QDateTime::fromMSecsSinceEpoch(until, Qt::UTC) : QDateTime()};
}

void PeopleStore::setFailures(const QByteArray &subject, const PinFailures &failures)
{
    m_db.run(upsertFailures,
        {subject, failures.failures, failures.lockedUntil.isValid() ? failures.lockedUntil.toMSecsSinceEpoch() : 0});
}

void PeopleStore::clearFailures(const QByteArray &subject) { m_db.run(deleteFailures, {subject}); }

} // namespace foyer
