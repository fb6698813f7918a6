#include "services/MemberService.h"

#include "domain/Limits.h"
#include "domain/Sha256.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/LedgerStore.h"
#include "storage/PeopleStore.h"

#include <QDataStream>
#include <QIODevice>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
MemberLine lineOf(const MemberRow &row)
{
    return {{row.id, row.wallet, row.phone, row.card, row.lastDigits}, row.blocked, row.since};
}

QByteArray bodyOf(const MemberAct &act)
{
    QByteArray body;
    QDataStream stream(&body, QIODevice::WriteOnly);
    stream << act.member.bytes() << int(act.change) << act.card << act.pinHash << act.who.bytes() << act.why;
    return body;
}

QString kindOf(MemberChange change)
{
    switch (change) {
    case MemberChange::NewPin: return u"pinReset"_s;
    case MemberChange::NewCard: return u"card"_s;
    case MemberChange::Block: return u"memberBlocked"_s;
    case MemberChange::Unblock: return u"memberUnblocked"_s;
    }
    FOYER_REQUIRE(false);
}
} // namespace

Result<MembersFound> MemberService::find(const MemberQuery &query)
{
    return m_db.read([&]() -> Result<MembersFound> {
        MembersFound found;
        for (const MemberRow &row :
            PeopleStore(m_db).members(query.phone, query.card, query.lastDigits, limits::membersFound))
            found.lines.append(lineOf(row));
        return found;
    });
}

Result<MemberFile> MemberService::open(MemberId id)
{
    return m_db.read([&]() -> Result<MemberFile> {
        const PeopleStore people(m_db);
        const LedgerStore ledger(m_db);
        const auto row = people.member(id);
        if (!row)
            return Refusal::MemberUnknown;
        MemberFile file{.line = lineOf(*row)};
        const PinFailures failures = people.failures(row->phone);
        const auto left =
            std::chrono::milliseconds(failures.lockedUntil.isValid() ? m_clock.utc().msecsTo(failures.lockedUntil) : 0);
        if (left.count() > 0 && left <= limits::pinLockMax) // as PINs are compared by
            file.lock = std::chrono::ceil<std::chrono::seconds>(left);
        file.payable = {0, CatalogueStore(m_db).settings().currency};
        const auto wallet = ledger.wallet(row->wallet);
        if (wallet)
            file.payable = wallet->balance;
        file.balance = {row->wallet, file.payable, wallet && wallet->blocked,
            ledger.movementsInHouse(row->wallet, limits::movementsShown), {}};
        return file;
    });
}

Done MemberService::change(const MemberAct &act, std::optional<NodeId> desk)
{
    if (act.why.trimmed().isEmpty())
        return Refusal::ReasonNeeded;
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        FOYER_TRY(isFirst, isNew(tx, act.id, bodyOf(act)));
        return isFirst ? apply(tx, act, desk) : Done(done);
    });
}

Done MemberService::apply(Transaction &tx, const MemberAct &act, std::optional<NodeId> desk)
{
    PeopleStore people(tx.db());
    const auto member = people.member(act.member);
    if (!member)
        return Refusal::MemberUnknown;
    switch (act.change) {
    case MemberChange::NewPin:
        people.setPin(member->id, act.pinHash);
        people.clearFailures(member->phone);
        break;
    case MemberChange::NewCard:
        if (const auto owner = people.memberByCard(act.card); owner && owner->id != member->id)
            return Refusal::CardTaken;
        people.setCard(member->id, act.card);
        break;
    case MemberChange::Block:
    case MemberChange::Unblock: people.setBlocked(member->id, act.change == MemberChange::Block); break;
    }
    QJsonObject told{{u"member"_s, member->id.text()}};
    if (!act.who.isNull())
        told.insert(u"staff"_s, act.who.text());
    if (!act.why.trimmed().isEmpty())
        told.insert(u"why"_s, act.why.trimmed());
    if (desk)
        told.insert(u"node"_s, desk->text());
    tx.tell(kindOf(act.change), told);
    return done;
}

Result<bool> MemberService::isNew(Transaction &tx, RequestId id, const QByteArray &body)
{
    PeopleStore people(tx.db());
    const QByteArray hash = sha256(body);
    if (const auto before = people.asked(id))
        return *before == hash ? Result<bool>(false) : Result<bool>(Refusal::RequestReused);
    people.noteAsked(id, hash, tx.clock().utc());
    return true;
}

} // namespace foyer
