#include "services/TokenService.h"

#include "storage/Connection.h"
#include "storage/LedgerStore.h"
#include "storage/PeopleStore.h"
#include "storage/SaleStore.h"
#include "storage/ShiftStore.h"
#include "storage/TokenStore.h"

// What staff do for customers, already authorised.
namespace foyer {

using namespace Qt::StringLiterals;

Result<IssuedToken> TokenService::serve(std::optional<MemberId> id, StaffId by)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<IssuedToken> {
        if (!ShiftStore(tx.db()).open())
            return Refusal::ShiftNotOpen;
        if (!id)
            return issue(tx, std::nullopt, m_ids.make<WalletId>(), by);
        const auto member = PeopleStore(tx.db()).member(*id);
        if (!member)
            return Refusal::NotAuthenticated;
        if (const auto live = TokenStore(tx.db()).liveOfMember(*id))
            return renewSecret(tx, *live);
        return issue(tx, id, member->wallet, by);
    });
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

Done TokenService::setCard(const QString &typed, const QString &code)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        PeopleStore people(tx.db());
        const auto member = people.memberByPhone(m_secrets.phoneHash(phoneDigits(typed)));
        if (!member)
            return Refusal::NotAuthenticated;
        if (code.trimmed().isEmpty() || people.memberByCard(m_secrets.cardHash(code.trimmed())))
            return Refusal::CardUnknown;
        people.setCard(member->id, m_secrets.cardHash(code.trimmed()));
        tx.tell(u"card"_s, {{u"member"_s, member->id.text()}});
        return done;
    });
}

Done TokenService::resetPin(const QString &typed, const QString &pinHash, StaffId who)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        PeopleStore people(tx.db());
        const auto member = people.memberByPhone(m_secrets.phoneHash(phoneDigits(typed)));
        if (!member)
            return Refusal::NotAuthenticated;
        people.setPin(member->id, pinHash);
        people.clearFailures(member->phone);
        tx.tell(u"pinReset"_s, {{u"member"_s, member->id.text()}, {u"staff"_s, who.text()}});
        return done;
    });
}

Done TokenService::setBlocked(const QString &typed, bool blocked, StaffId who, const QString &why)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        PeopleStore people(tx.db());
        const auto member = people.memberByPhone(m_secrets.phoneHash(phoneDigits(typed)));
        if (!member)
            return Refusal::NotAuthenticated;
        people.setBlocked(member->id, blocked);
        tx.tell(blocked ? u"memberBlocked"_s : u"memberUnblocked"_s,
            {{u"member"_s, member->id.text()}, {u"staff"_s, who.text()}, {u"why"_s, why}});
        return done;
    });
}

} // namespace foyer
