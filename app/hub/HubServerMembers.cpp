#include "HubServerWork.h"

#include "protocol/MemberMessages.h"

// What desks ask about members and about money that nobody came for, and nobody else may.

namespace foyer {

void HubServer::members(const Asking &asked)
{
    const QByteArray key = asked->key;
    const int epoch = asked->epoch;
    if (asked->path == "/v1/member-search")
        post<MemberQuery>(asked, [key, epoch](Inside &inside, const MemberQuery &query) -> Result<MembersFound> {
            FOYER_CHECK(inside.hub.desk(key, epoch));
            return inside.hub.house.findMembers(query);
        });
    else if (asked->path == "/v1/member-file")
        post<MemberWish>(asked, [key, epoch](Inside &inside, const MemberWish &wish) -> Result<MemberFile> {
            FOYER_TRY(from, inside.hub.desk(key, epoch));
            return inside.hub.house.openMember(from, wish);
        });
    else if (asked->path == "/v1/member-acts")
        post<MemberAct>(asked, [key, epoch](Inside &inside, const MemberAct &act) -> Result<MemberFile> {
            FOYER_TRY(from, inside.hub.desk(key, epoch));
            return inside.hub.house.changeMember(from, act);
        });
    else if (asked->path == "/v1/unclaimed")
        post<UnclaimedWish>(asked, [key, epoch](Inside &inside, const UnclaimedWish &) -> Result<UnclaimedFound> {
            FOYER_CHECK(inside.hub.desk(key, epoch));
            return inside.hub.house.unclaimed();
        });
    else if (asked->path == "/v1/claim-codes")
        post<CodeWish>(asked, [key, epoch](Inside &inside, const CodeWish &wish) -> Result<Claim> {
            FOYER_TRY(from, inside.hub.desk(key, epoch));
            return inside.hub.house.newCode(from, wish);
        });
    else
        post<PayOutWish>(asked, [key, epoch](Inside &inside, const PayOutWish &wish) -> Result<PayOutRight> {
            FOYER_TRY(from, inside.hub.desk(key, epoch));
            return inside.hub.house.payOut(from, wish);
        });
}

} // namespace foyer
