#pragma once

#include "domain/HouseRequests.h"
#include "domain/HouseWork.h"
#include "domain/MemberRequests.h"
#include "services/PinGate.h"
#include "services/QueueService.h"
#include "services/RootAuthority.h"
#include "sync/HubMoney.h"

namespace foyer {

class Secrets;
struct EpochRow;
struct HeardEntry;
struct TokenRow;

/// What a hub does for the customers at its terminals: who they are, whose turn it is, where their money is. Each
/// request is one transaction. In the thread of its connection.
class HubHouse
{
public:
    HubHouse(Connection &db, const Clock &clock, IdMaker &ids)
        : money(db, clock, ids), m_db(db), m_clock(clock), m_queue(db, clock, m_root)
    {
    }

    HubMoney money;

    /// The try is counted and committed before the PIN is compared, by the caller, in another thread.
    Result<PinCheck> beginSignIn(const SignInRequest &request, const Secrets &secrets);
    Result<Member> endSignIn(const PinCheck &check, bool pinWasRight);
    Result<Member> registerMember(const Registration &registration);
    /// A place in the house's queue, and what is free of the wallet: a member's visit goes on here, wherever it was.
    Result<HouseVisit> enter(EpochId at, const TokenRequest &request);
    /// What whoever shows this code is worth is to be paid there.
    Result<AmountRight> claim(EpochId at, const ClaimRequest &request);

    // Of desks, about members (HubHouseMembers.cpp)
    Result<MembersFound> findMembers(const MemberQuery &query);
    Result<MemberFile> openMember(EpochId at, const MemberWish &wish);
    /// Once under its id. The answer is the member as they are now.
    Result<MemberFile> changeMember(EpochId at, const MemberAct &act);
    /// What is free of their balance is to be paid out there. What isn't paid out comes back as any amount does.
    Result<PayOutRight> payOut(EpochId at, const PayOutWish &wish);
    Result<UnclaimedFound> unclaimed();
    /// The same again: another new code, since nobody has the one before.
    Result<Claim> newCode(EpochId at, const CodeWish &wish);

    /// Once, when a hub begins to serve.
    Done started();
    /// Customers of terminals that nobody has heard of for long aren't waited for.
    Done endAbsent(const QSet<EpochId> &present);

    // By staff at a desk, within HubWork's transactions:
    Done setLimit(Transaction &tx, int limit, StaffId who, const QString &why);
    /// Also beyond the limit; who it was. NotInQueue: nobody waits.
    Result<TokenId> callNext(Transaction &tx);
    /// Called, and didn't come: the place is free at once, their terminal ends the visit when it hears. NotInQueue.
    Done endNoShow(Transaction &tx, TokenId token);
    void view(HouseView &view); ///< its queue, within a read

    // Within HubSync's transactions:
    void apply(Transaction &tx, const EpochRow &from, const HeardEntry &facts);
    void ended(Transaction &tx, EpochId epoch); ///< its customers have gone
    /// Of all terminals, within a read.
    QHash<EpochId, QList<HousePlace>> places();

private:
    static Done mayHaveCustomers(Connection &db, EpochId at);
    Result<TokenRow> tokenOf(Transaction &tx, EpochId at, const TokenRequest &request);
    HousePlace placeOf(const TokenRow &row, qint64 change);
    void end(Transaction &tx, const TokenRow &row, bool served);
    void admitNext(Transaction &tx);
    void tellMoved(Transaction &tx, const QList<TokenId> &admitted);
    QList<HeldElsewhere> heldElsewhere(EpochId at, WalletId wallet);
    void applyToken(Transaction &tx, EpochId from, const HeardEntry &facts);

    Connection &m_db;
    const Clock &m_clock;
    RootAuthority m_root;
    QueueService m_queue;
};

} // namespace foyer
