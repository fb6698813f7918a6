#include "sync/HubHouse.h"

#include "domain/BusinessDay.h"
#include "domain/Limits.h"
#include "services/Secrets.h"
#include "storage/Connection.h"
#include "storage/EpochStore.h"
#include "storage/HouseTokenStore.h"
#include "storage/LedgerStore.h"
#include "storage/NodeStore.h"
#include "storage/PeopleStore.h"
#include "storage/TokenStore.h"
#include "sync/HeardPush.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
Member memberOf(const MemberRow &row) { return {row.id, row.wallet, row.phone, row.card, row.lastDigits}; }
} // namespace

Done HubHouse::mayHaveCustomers(Connection &db, EpochId at)
{
    const auto epoch = EpochStore(db).find(at);
    if (!epoch)
        return Refusal::NodeUnknown;
    if (!mayHold(epoch->state))
        return isOver(epoch->state) ? Refusal::EnrolmentOver : Refusal::NotReportedYet;
    return done;
}

Result<PinCheck> HubHouse::beginSignIn(const SignInRequest &request, const Secrets &secrets)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<PinCheck> {
        const PeopleStore people(tx.db());
        const auto member =
            request.isCard ? people.memberByCard(request.subject) : people.memberByPhone(request.subject);
        return pingate::begin(
            tx, member ? member->phone : request.subject, member ? member->pin : secrets.nobodysPinHash());
    });
}

Result<Member> HubHouse::endSignIn(const PinCheck &check, bool pinWasRight)
{
    std::optional<Refused> no; // its tries must be committed
    auto member = m_db.write(m_clock, [&](Transaction &tx) -> Result<Member> {
        const auto found = PeopleStore(tx.db()).memberByPhone(check.subject);
        no = pingate::end(tx, check, pinWasRight && found, Refusal::NotAuthenticated);
        if (!no && found->blocked)
            no = Refused{.why = Refusal::MemberBlocked};
        return no ? Member{} : memberOf(*found);
    });
    return member.ok() && no ? Result<Member>(*no) : member;
}

Result<Member> HubHouse::registerMember(const Registration &registration)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Member> {
        PeopleStore people(tx.db());
        const Member &member = registration.member;
        if (EpochStore(tx.db()).anyMustReport()) // it may have forgotten that it knows them
            return Refusal::HubRecovering;
        if (const auto known = people.memberByPhone(member.phone))
            return known->id == member.id ? Result<Member>(memberOf(*known)) : Refusal::AlreadyRegistered;
        if (people.member(member.id) || LedgerStore(tx.db()).wallet(member.wallet))
            return Refusal::RequestReused;
        people.add({member.id, member.phone, member.lastDigits, {}, registration.pinHash, member.wallet, false},
            m_clock.utc());
        LedgerStore(tx.db()).openWallet({member.wallet, member.id, {0, tx.settings().currency}});
        QJsonObject told{{u"member"_s, member.id.text()}, {u"wallet"_s, member.wallet.text()}};
        if (registration.by)
            told.insert(u"staff"_s, registration.by->text());
        tx.tell(u"registered"_s, told);
        return member;
    });
}

Result<HouseVisit> HubHouse::enter(EpochId at, const TokenRequest &request)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<HouseVisit> {
        FOYER_CHECK(mayHaveCustomers(tx.db(), at));
        const auto member = request.member ? PeopleStore(tx.db()).member(*request.member) : std::nullopt;
        if (request.member && (!member || member->wallet != request.wallet))
            return Refusal::NotAuthenticated;
        FOYER_TRY(token, tokenOf(tx, at, request));
        HouseVisit visit;
        if (member) {
            visit.amount = money.visit(tx, at, member->wallet);
            visit.elsewhere = heldElsewhere(at, member->wallet);
        }
        visit.place = placeOf(token, tx.head().change);
        return visit;
    });
}

/// A member's live token moves to where they are now; nobody gains or loses a place by asking twice.
Result<TokenRow> HubHouse::tokenOf(Transaction &tx, EpochId at, const TokenRequest &request)
{
    TokenStore tokens(tx.db());
    HouseTokenStore house(tx.db());
    if (const auto asked = tokens.find(request.id))
        return house.holder(request.id) == at && asked->token.member == request.member
                   ? Result<TokenRow>(*asked)
                   : Result<TokenRow>(Refusal::RequestReused);
    if (const auto live = request.member ? tokens.liveOfMember(*request.member) : std::nullopt) {
        if (const auto before = house.holder(live->token.id); before && *before != at)
            HubMoneyStore(tx.db()).noteNews(*before, tx.nextChange());
        house.setHolder(live->token.id, at);
        tokens.setSlip(live->token.id, false, live->token.expires);
        if (live->token.state == TokenState::Passed) { // here they are
            tokens.waitAgain(*live);
            admitNext(tx);
        }
        tx.tell(u"tokenMoved"_s, {{u"token"_s, live->token.id.text()}, {u"node"_s, at.node.text()}});
        return *tokens.find(live->token.id);
    }
    TokenRow row;
    row.token = {request.id, {businessDay(m_clock.utc(), tx.settings()), {}, 0}, TokenState::Waiting, request.member,
        request.wallet, m_clock.steady()};
    row.secret = QByteArray(""); // its terminal's
    row = tokens.add(row);
    house.setHolder(request.id, at);
    tx.tell(u"token"_s,
        {{u"token"_s, request.id.text()}, {u"number"_s, row.token.number.text()}, {u"node"_s, at.node.text()}});
    admitNext(tx);
    return *tokens.find(request.id);
}

QList<HeldElsewhere> HubHouse::heldElsewhere(EpochId at, WalletId wallet)
{
    QList<HeldElsewhere> elsewhere;
    const QList<NodeKey> nodes = NodeStore(m_db).all();
    const auto row = LedgerStore(m_db).wallet(wallet);
    for (const HubMoneyStore::Holding &holding : HubMoneyStore(m_db).of(wallet)) {
        const auto node = std::find_if(
            nodes.begin(), nodes.end(), [&](const NodeKey &key) { return key.node == holding.holder.node; });
        if (holding.holder != at && holding.amount + holding.given > 0)
            elsewhere.append({node == nodes.end() ? holding.holder.node.text() : node->name,
                {holding.amount + holding.given, row->balance.currency}});
    }
    return elsewhere;
}

HousePlace HubHouse::placeOf(const TokenRow &row, qint64 change)
{
    const QueuePlace standing = m_queue.standing(row);
    return {row.token.id, row.token.number, row.token.state, standing.peopleAhead, standing.wait, change};
}

Result<AmountRight> HubHouse::claim(EpochId at, const ClaimRequest &request)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<AmountRight> {
        FOYER_CHECK(mayHaveCustomers(tx.db(), at));
        const auto claim = LedgerStore(tx.db()).claim(request.code);
        const auto right = claim && !claim->paid ? money.give(tx, at, claim->wallet) : std::nullopt;
        return right ? Result<AmountRight>(*right) : Result<AmountRight>(Refusal::ClaimUnknown);
    });
}

void HubHouse::apply(Transaction &tx, const EpochRow &from, const HeardEntry &facts)
{
    money.apply(tx, from, facts);
    if (const MemberFact &fact = facts.member; !fact.member.isNull()) {
        PeopleStore people(tx.db());
        LedgerStore(tx.db()).openWallet({fact.wallet, fact.member, {0, tx.settings().currency}});
        if (!people.member(fact.member) && !people.memberByPhone(fact.phone)) // of a hub that forgot: staff set a PIN
            people.add({fact.member, fact.phone, fact.lastDigits, {}, QString(), fact.wallet, false}, m_clock.utc());
    }
    if (const WalletId wallet = facts.visit; !wallet.isNull())
        money.visited(tx, from.id, wallet);
    applyToken(tx, from.id, facts);
}

/// What a terminal did with its customers; of those it hasn't got any more it says nothing.
void HubHouse::applyToken(Transaction &tx, EpochId from, const HeardEntry &facts)
{
    const TokenFact &fact = facts.tokens;
    TokenStore tokens(tx.db());
    for (const TokenId id : fact.tokens) {
        const auto row = tokens.find(id);
        if (!row || HouseTokenStore(tx.db()).holder(id) != from)
            continue;
        const TokenState state = row->token.state;
        using Kind = TokenFact::Kind;
        if (fact.kind == Kind::Away || fact.kind == Kind::Back)
            tokens.setSlip(id, fact.kind == Kind::Away, row->token.expires);
        if (fact.kind == Kind::Ended || fact.kind == Kind::Back || fact.kind == Kind::Returned)
            HouseTokenStore(tx.db()).setNoShow(id, false); // it has heard, or its customer was back before
        if (fact.kind == TokenFact::Kind::Admitted && state == TokenState::Waiting)
            tokens.admit(*row, m_clock.steady(), std::nullopt, m_clock.steady()); // while it was offline
        else if (fact.kind == TokenFact::Kind::Passed && state == TokenState::Admitted)
            tokens.pass(*row);
        else if (fact.kind == TokenFact::Kind::Returned && state == TokenState::Passed)
            tokens.waitAgain(*row);
        else if (fact.kind == TokenFact::Kind::Ended && state != TokenState::Ended)
            end(tx, *row, fact.wasServed);
        else
            continue;
        admitNext(tx);
    }
}

void HubHouse::end(Transaction &tx, const TokenRow &row, bool served)
{
    std::optional<std::chrono::milliseconds> time;
    if (served && row.admittedAt && *row.admittedAt <= m_clock.steady())
        time = m_clock.steady() - *row.admittedAt;
    TokenStore(tx.db()).end(row, time);
    tx.changes().queue = true;
}

void HubHouse::ended(Transaction &tx, EpochId epoch)
{
    money.ended(tx, epoch);
    const QList<TokenId> gone = HouseTokenStore(tx.db()).live(epoch);
    for (const TokenId id : gone)
        end(tx, *TokenStore(tx.db()).find(id), false);
    if (!gone.isEmpty())
        admitNext(tx);
}

/// The steady clock counts anew.
Done HubHouse::started()
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        const SteadyTime now = m_clock.steady();
        TokenStore(tx.db()).renewAll(now, now, now);
        return done;
    });
}

Done HubHouse::endAbsent(const QSet<EpochId> &present)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        bool anyGone = false;
        const auto live = HouseTokenStore(tx.db()).live();
        for (const auto &[token, holder] : live)
            if (!present.contains(holder)) {
                end(tx, *TokenStore(tx.db()).find(token), false);
                anyGone = true;
            }
        if (anyGone)
            admitNext(tx);
        return done;
    });
}

/// Whoever still waits hears where they stand now.
void HubHouse::admitNext(Transaction &tx) { tellMoved(tx, m_queue.admitNext(tx)); }

void HubHouse::tellMoved(Transaction &tx, const QList<TokenId> &admitted)
{
    HubMoneyStore news(tx.db());
    for (const TokenId id : admitted)
        if (const auto holder = HouseTokenStore(tx.db()).holder(id))
            news.noteNews(*holder, tx.nextChange());
    for (const EpochId holder : HouseTokenStore(tx.db()).holdersOfWaiting())
        news.noteNews(holder, tx.nextChange());
    tx.changes().queue = true;
}

QHash<EpochId, QList<HousePlace>> HubHouse::places()
{
    QHash<EpochId, QList<HousePlace>> places;
    const qint64 change = journal::head(m_db).change;
    for (const auto &[token, holder] : HouseTokenStore(m_db).live())
        places[holder].append(placeOf(*TokenStore(m_db).find(token), change));
    for (const auto &[token, holder] : HouseTokenStore(m_db).noShows())
        places[holder].append(placeOf(*TokenStore(m_db).find(token), change)); // its visit is over
    return places;
}

} // namespace foyer
