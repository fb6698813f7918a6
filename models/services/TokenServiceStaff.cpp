#include "services/TokenService.h"

#include "services/MemberService.h"
#include "storage/Connection.h"
#include "storage/LedgerStore.h"
#include "storage/PeopleStore.h"
#include "storage/SaleStore.h"
#include "storage/ShiftStore.h"
#include "storage/TokenStore.h"

#include <QRegularExpression>

// What staff do for customers, already authorised.
namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int lastDigits = 4; ///< of a phone number, that people say
}

Result<IssuedToken> TokenService::serve(std::optional<MemberId> id, StaffId by)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<IssuedToken> {
        if (!ShiftStore(tx.db()).open())
            return Refusal::ShiftNotOpen;
        if (!id)
            return issue(tx, std::nullopt, m_ids.make<WalletId>(), by);
        const auto member = PeopleStore(tx.db()).member(*id);
        if (!member)
            return Refusal::MemberUnknown;
        if (member->blocked)
            return Refusal::MemberBlocked;
        if (const auto live = TokenStore(tx.db()).liveOfMember(*id))
            return renewSecret(tx, *live);
        return issue(tx, id, member->wallet, by);
    });
}

bool TokenService::isServed(MemberId member)
{
    const auto live = TokenStore(m_db).liveOfMember(member);
    return live && live->token.servedBy;
}

Result<IssuedToken> TokenService::serveOwner(OrderId order, StaffId by)
{
    FOYER_TRY(owner, m_db.read([&]() -> Result<std::optional<MemberId>> {
        const auto sale = SaleStore(m_db).find(order);
        const auto wallet = sale ? LedgerStore(m_db).wallet(sale->wallet) : std::nullopt;
        return sale ? Result<std::optional<MemberId>>(wallet ? wallet->member : std::nullopt) : Refusal::OrderUnknown;
    }));
    return serve(owner, by);
}

Result<MemberId> TokenService::addMember(const QString &typed, const QString &pin, const QString &pinHash, StaffId by)
{
    FOYER_CHECK(mayRegister(typed, pin));
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<MemberId> {
        FOYER_TRY(member, newMember(tx, typed, pinHash, by));
        return member.id;
    });
}

MemberQuery TokenService::queryFor(const QString &typed) const
{
    static const QRegularExpression number(u"\\A[0-9 ()+-]*\\z"_s);
    const QString code = typed.trimmed();
    MemberQuery query;
    if (code.isEmpty())
        return query;
    query.card = cardHash(code);
    const QString digits = number.match(code).hasMatch() ? phoneDigits(code) : QString();
    if (!digits.isEmpty())
        query.phone = m_secrets.phoneHash(digits);
    if (code.size() == lastDigits &&
        std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        query.lastDigits = code;
    return query;
}

QByteArray TokenService::cardHash(const QString &code) const { return m_secrets.cardHash(code.trimmed()); }

/// `act` names no member: whoever has this phone number.
Done TokenService::change(const QString &typed, MemberAct act)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        const auto member = PeopleStore(tx.db()).memberByPhone(m_secrets.phoneHash(phoneDigits(typed)));
        if (!member)
            return Refusal::NotAuthenticated;
        act.member = member->id;
        return MemberService::apply(tx, act);
    });
}

Done TokenService::setCard(const QString &typed, const QString &code)
{
    if (code.trimmed().isEmpty())
        return Refusal::CardUnknown;
    return change(typed, {.change = MemberChange::NewCard, .card = cardHash(code)});
}

Done TokenService::resetPin(const QString &typed, const QString &pinHash, StaffId who)
{
    return change(typed, {.change = MemberChange::NewPin, .pinHash = pinHash, .who = who});
}

Done TokenService::setBlocked(const QString &typed, bool blocked, StaffId who, const QString &why)
{
    return change(typed, {.change = blocked ? MemberChange::Block : MemberChange::Unblock, .who = who, .why = why});
}

} // namespace foyer
