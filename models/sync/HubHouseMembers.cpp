#include "services/MemberService.h"
#include "services/PaymentService.h"
#include "storage/Connection.h"
#include "storage/HouseOrderStore.h"
#include "storage/LedgerStore.h"
#include "storage/PeopleStore.h"
#include "sync/HubHouse.h"
#include "sync/HubSync.h"

// What desks ask about members. Whether it is a desk, HubService knows.

namespace foyer {

using namespace Qt::StringLiterals;

Result<MembersFound> HubHouse::findMembers(const MemberQuery &query)
{
    return MemberService(m_db, m_clock).find(query);
}

/// All of the house's, and of it what could be paid out there: what is free, and what lies there.
Result<MemberFile> HubHouse::openMember(EpochId at, const MemberWish &wish)
{
    FOYER_TRY(asked, MemberService(m_db, m_clock).open(wish.member));
    return m_db.read([&]() -> Result<MemberFile> {
        MemberFile file = asked;
        const WalletId wallet = file.balance.wallet;
        for (const HubMoneyStore::Holding &holding : HubMoneyStore(m_db).of(wallet)) {
            const qint64 held = holding.amount + holding.given;
            file.balance.amount.minor += held;
            if (holding.holder == at)
                file.payable.minor += held;
        }
        file.balance.elsewhere = heldElsewhere(at, wallet);
        return file;
    });
}

Result<MemberFile> HubHouse::changeMember(EpochId at, const MemberAct &act)
{
    FOYER_CHECK(MemberService(m_db, m_clock).change(act, at.node));
    return openMember(at, {act.member});
}

Result<PayOutRight> HubHouse::payOut(EpochId at, const PayOutWish &wish)
{
    if (wish.why.trimmed().isEmpty())
        return Refusal::ReasonNeeded;
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<PayOutRight> {
        FOYER_CHECK(mayHaveCustomers(tx.db(), at));
        const auto member = PeopleStore(tx.db()).member(wish.member);
        if (!member)
            return Refusal::MemberUnknown;
        if (member->blocked)
            return Refusal::MemberBlocked;
        const QByteArray body = member->id.bytes() + wish.who.bytes() + wish.why.toUtf8();
        FOYER_TRY(isFirst, MemberService::isNew(tx, wish.id, body));
        if (isFirst)
            tx.tell(u"payOutWanted"_s,
                {{u"member"_s, member->id.text()}, {u"wallet"_s, member->wallet.text()}, {u"staff"_s, wish.who.text()},
                    {u"why"_s, wish.why.trimmed()}, {u"node"_s, at.node.text()}});
        return PayOutRight{member->id, member->wallet, money.give(tx, at, member->wallet)};
    });
}

Result<UnclaimedFound> HubHouse::unclaimed()
{
    return m_db.read([&]() -> Result<UnclaimedFound> { return UnclaimedFound{LedgerStore(m_db).unclaimed()}; });
}

Result<Claim> HubHouse::newCode(EpochId at, const CodeWish &wish)
{
    if (wish.why.trimmed().isEmpty())
        return Refusal::ReasonNeeded;
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Claim> {
        const QList<Unclaimed> found = LedgerStore(tx.db()).unclaimed();
        const auto left = std::find_if(
            found.begin(), found.end(), [&wish](const Unclaimed &each) { return each.wallet == wish.wallet; });
        if (left == found.end())
            return Refusal::ClaimUnknown;
        const QByteArray body = wish.wallet.bytes() + wish.who.bytes() + wish.why.toUtf8();
        FOYER_TRY(isFirst, MemberService::isNew(tx, wish.id, body));
        if (isFirst)
            tx.tell(u"claimCodeRenewed"_s, {{u"wallet"_s, wish.wallet.text()}, {u"staff"_s, wish.who.text()},
                                               {u"why"_s, wish.why.trimmed()}, {u"node"_s, at.node.text()}});
        HouseOrderStore(tx.db()).forgetRequest(wish.wallet);
        return PaymentService::makeClaim(tx, wish.wallet, left->amount);
    });
}

} // namespace foyer
