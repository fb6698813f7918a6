#include "domain/Limits.h"
#include "services/BoxOfficeHub.h"
#include "services/MemberService.h"
#include "services/ShiftService.h"

// Members and their wallets. At a terminal they are the hub's.
namespace foyer {

namespace {
/// As the journal keeps it and a hub takes it.
QString reason(const Consent &consent) { return consent.why.trimmed().left(limits::nameLengthMax); }

/// They may, and somebody answers for the money.
Done mayMoveMoney(Services &s, ShiftService shifts, StaffId who, StaffAction action)
{
    FOYER_CHECK(s.staff.may(who, action));
    FOYER_TRY(shift, shifts.current());
    return shift ? Done(done) : Refusal::ShiftNotOpen;
}
} // namespace

QFuture<Result<MembersFound>> BoxOffice::findMembers(const QString &typed, StaffId who)
{
    const auto wanted = m_shop.m_engine->read([=](Services &s) -> Result<MemberQuery> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return s.tokens.queryFor(typed);
    });
    return byHouse<MemberQuery, MembersFound>(
        wanted, &HouseDesk::findMembers, [&clock = m_shop.clock()](Connection &db, const MemberQuery &query) {
            return MemberService(db, clock).find(query);
        });
}

QFuture<Result<MemberFile>> BoxOffice::openMember(MemberId member, StaffId who)
{
    const auto wanted = m_shop.m_engine->read([=](Services &s) -> Result<MemberWish> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return MemberWish{member};
    });
    return byHouse<MemberWish, MemberFile>(
        wanted, &HouseDesk::openMember, [&clock = m_shop.clock()](Connection &db, const MemberWish &wish) {
            return MemberService(db, clock).open(wish.member);
        });
}

QFuture<Result<MemberFile>> BoxOffice::registerMember(const QString &phone, const QString &pin, StaffId who)
{
    const auto promise = begun<MemberFile>();
    const auto opened = [=, this](const Result<MemberId> &member) {
        if (!member.ok())
            return finish<MemberFile>(promise, Failure(member));
        deliver(openMember(member.value(), who), &m_shop, [promise](const Result<MemberFile> &file) {
            const bool isLost = file.isRefused(Refusal::HubNeeded); // they are registered, and can't be shown
            finish(promise, isLost ? Result<MemberFile>(Error{Error::Kind::Unreachable, QString()}) : file);
        });
    };
    if (!m_shop.hubState()) {
        deliver(m_shop.m_engine->withPinHash<MemberId>(pin,
                    [=](Services &s, const QString &hash) -> Result<MemberId> {
                        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
                        return s.tokens.addMember(phone, pin, hash, who);
                    }),
            &m_shop, opened);
        return promise->future();
    }
    const auto wanted = m_shop.m_engine->withPinHash<Registration>(
        pin,
        [=](Services &s, const QString &hash) -> Result<Registration> {
            FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
            FOYER_TRY(registration, s.customers.registration(phone, pin, hash));
            registration.by = who;
            return registration;
        },
        m_lostRegistration.request().value_or(Registration()).pinHash);
    const auto registered = byHouse<Registration, Member>(wanted, &HouseDesk::registerMember, {}, &m_lostRegistration);
    deliver(registered, &m_shop, [opened](const Result<Member> &member) {
        opened(member.ok() ? Result<MemberId>(member.value().id) : Failure(member));
    });
    return promise->future();
}

QFuture<Result<MemberFile>> BoxOffice::changed(const QFuture<Result<MemberAct>> &act)
{
    return byHouse<MemberAct, MemberFile>(
        act, &HouseDesk::changeMember,
        [&clock = m_shop.clock()](Connection &db, const MemberAct &asked) -> Result<MemberFile> {
            MemberService members(db, clock);
            FOYER_CHECK(members.change(asked));
            return members.open(asked.member);
        },
        &m_lostChange);
}

QFuture<Result<MemberFile>> BoxOffice::giveCard(MemberId member, const QString &code, const Consent &consent)
{
    Shop::Engine &engine = *m_shop.m_engine;
    return changed(engine.write([=, &engine](Services &s) -> Result<MemberAct> {
        FOYER_CHECK(s.staff.may(consent.who.id, StaffAction::GiveCard));
        if (code.trimmed().isEmpty())
            return Refusal::CardUnknown;
        return MemberAct{.id = engine.ids.make<RequestId>(),
            .member = member,
            .change = MemberChange::NewCard,
            .card = s.tokens.cardHash(code),
            .who = consent.who.id,
            .why = reason(consent)};
    }));
}

QFuture<Result<MemberFile>> BoxOffice::resetPin(MemberId member, const QString &pin, const Consent &consent)
{
    Shop::Engine &engine = *m_shop.m_engine;
    return changed(engine.withPinHash<MemberAct>(
        pin,
        [=, &engine](Services &s, const QString &hash) -> Result<MemberAct> {
            FOYER_CHECK(s.staff.may(consent.who.id, StaffAction::ResetPin));
            FOYER_CHECK(TokenService::mayBePin(pin));
            return MemberAct{.id = engine.ids.make<RequestId>(),
                .member = member,
                .change = MemberChange::NewPin,
                .pinHash = hash,
                .who = consent.who.id,
                .why = reason(consent)};
        },
        m_lostChange.request().value_or(MemberAct()).pinHash));
}

QFuture<Result<MemberFile>> BoxOffice::setBlocked(MemberId member, bool blocked, const Consent &consent)
{
    Shop::Engine &engine = *m_shop.m_engine;
    return changed(engine.write([=, &engine](Services &s) -> Result<MemberAct> {
        FOYER_CHECK(s.staff.may(consent.who.id, StaffAction::BlockMember));
        return MemberAct{.id = engine.ids.make<RequestId>(),
            .member = member,
            .change = blocked ? MemberChange::Block : MemberChange::Unblock,
            .who = consent.who.id,
            .why = reason(consent)};
    }));
}

QFuture<Result<Tender>> BoxOffice::topUp(TenderId id, MemberId member, Money amount, TenderKind kind, StaffId who)
{
    const auto promise = begun<Tender>();
    const bool isTerminal = m_shop.hubState().has_value();
    deliver(openMember(member, who), &m_shop, [=, this](const Result<MemberFile> &file) {
        if (!file.ok())
            return finish<Tender>(promise, Failure(file));
        const auto begunHere = m_shop.m_engine->write([=, file = file.value()](Services &s) -> Result<Tender> {
            if (isTerminal)
                FOYER_CHECK(s.customers.know(file.line));
            FOYER_TRY(settings, s.catalogue.settings());
            const Money room = settings.walletMax - file.balance.amount; // of what lies elsewhere, too
            if (amount.currency == room.currency && amount > room)
                return Refused{.why = Refusal::WalletLimit, .amount = std::max(room, Money{0, room.currency})};
            if (s.tokens.isServed(member)) // over their own wallet, in the middle of an exchange
                return Refusal::ContinuedElsewhere;
            FOYER_TRY(visit, s.tokens.serve(member, who));
            const auto tender = s.payments.beginTopUp(visit.pass, id, amount, kind, std::nullopt);
            if (visit.token.servedBy) // else it isn't the counter's to end. A tender outlives its visit.
                if (const auto left = s.payments.endVisit(visit.pass, {}); left.error() && !tender.ok())
                    return Failure(left);
            return tender;
        });
        deliver(begunHere, &m_shop, [promise](const Result<Tender> &tender) { finish(promise, tender); });
    });
    return promise->future();
}

QFuture<Result<Tender>> BoxOffice::payOutBalance(MemberId member, Money amount, const Consent &consent)
{
    Shop::Engine &engine = *m_shop.m_engine;
    const StaffId who = consent.who.id;
    const auto wanted = engine.writeIn([=, &engine](Connection &db, Services &s) -> Result<PayOutWish> {
        FOYER_CHECK(mayMoveMoney(s, ShiftService(db, engine.clock, engine.ids), who, StaffAction::PayOutBalance));
        if (!amount.isPositive())
            return Refusal::AmountInvalid;
        if (reason(consent).isEmpty())
            return Refusal::ReasonNeeded;
        s.customers.awaitPayOut(member);
        return PayOutWish{engine.ids.make<RequestId>(), member, who, reason(consent)};
    });
    const auto right = byHouse<PayOutWish, PayOutRight>(
        wanted, &HouseDesk::payOut,
        [&clock = m_shop.clock()](Connection &db, const PayOutWish &wish) -> Result<PayOutRight> {
            FOYER_TRY(file, MemberService(db, clock).open(wish.member));
            return file.line.isBlocked ? Refusal::MemberBlocked
                                       : Result<PayOutRight>({wish.member, file.line.member.wallet, std::nullopt});
        },
        &m_lostPayOut);
    const auto promise = begun<Tender>();
    deliver(right, &m_shop, [=, this](const Result<PayOutRight> &brought) {
        if (!brought.ok())
            return finish<Tender>(promise, Failure(brought));
        deliver(m_shop.m_engine->write([=, brought = brought.value()](Services &s) {
            return s.customers.payOut(brought, amount, who, reason(consent));
        }),
            &m_shop, [promise](const Result<Tender> &tender) { finish(promise, tender); });
    });
    return promise->future();
}

/// From what lies here; at a terminal, else from what its hub has.
QFuture<Result<Tender>> BoxOffice::payClaim(const QString &code, StaffId who)
{
    Shop::Engine &engine = *m_shop.m_engine;
    const auto promise = begun<Tender>();
    const auto here = engine.writeIn([=, &engine](Connection &db, Services &s) -> Result<Tender> {
        FOYER_CHECK(mayMoveMoney(s, ShiftService(db, engine.clock, engine.ids), who, StaffAction::PayClaim));
        return s.payments.payClaim(code, who);
    });
    deliver(here, &m_shop, [=, this](const Result<Tender> &paid) {
        if (!m_shop.hubState() || !paid.isRefused(Refusal::ClaimUnknown))
            return finish(promise, paid);
        const auto asked = begun<AmountRight>();
        askHub(&HouseDesk::claim, ClaimRequest{Secrets::claimHash(code)}, asked);
        deliver(asked->future(), &m_shop, [=, this](const Result<AmountRight> &right) {
            if (!right.ok())
                return finish<Tender>(promise, Failure(right));
            deliver(m_shop.m_engine->write(
                        [=, right = right.value()](Services &s) { return s.customers.payClaim(right, code, who); }),
                &m_shop, [promise](const Result<Tender> &tender) { finish(promise, tender); });
        });
    });
    return promise->future();
}

/// Likewise, into a visit's wallet.
QFuture<Result<Money>> BoxOffice::redeem(const TokenPass &pass, const QString &code, StaffId who)
{
    const auto promise = begun<Money>();
    const auto here = m_shop.m_engine->write([=](Services &s) -> Result<Money> {
        FOYER_CHECK(s.staff.may(who, StaffAction::PayClaim));
        return s.payments.redeem(pass, code, who);
    });
    deliver(here, &m_shop, [=, this](const Result<Money> &redeemed) {
        if (!m_shop.hubState() || !redeemed.isRefused(Refusal::ClaimUnknown))
            return finish(promise, redeemed);
        const auto asked = begun<AmountRight>();
        askHub(&HouseDesk::claim, ClaimRequest{Secrets::claimHash(code)}, asked);
        deliver(asked->future(), &m_shop, [=, this](const Result<AmountRight> &right) {
            if (!right.ok())
                return finish<Money>(promise, Failure(right));
            deliver(m_shop.m_engine->write(
                        [=, right = right.value()](Services &s) { return s.customers.redeem(right, pass, code, who); }),
                &m_shop, [promise](const Result<Money> &money) { finish(promise, money); });
        });
    });
    return promise->future();
}

/// What lies here, and at a terminal what its hub has; without the hub, what lies here if anything does.
QFuture<Result<QList<Unclaimed>>> BoxOffice::unclaimed(StaffId who)
{
    const auto promise = begun<QList<Unclaimed>>();
    const auto here = m_shop.m_engine->read([=](Services &s) -> Result<QList<Unclaimed>> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return s.payments.unclaimed();
    });
    deliver(here, &m_shop, [=, this](const Result<QList<Unclaimed>> &left) {
        if (!m_shop.hubState() || !left.ok())
            return finish(promise, left);
        const auto asked = begun<UnclaimedFound>();
        askHub(&HouseDesk::unclaimed, UnclaimedWish{who}, asked);
        deliver(asked->future(), &m_shop, [promise, left](const Result<UnclaimedFound> &found) {
            if (found.ok())
                finish<QList<Unclaimed>>(promise, left.value() + found.value().wallets);
            else
                finish<QList<Unclaimed>>(
                    promise, left.value().isEmpty() ? Result<QList<Unclaimed>>(Failure(found)) : left);
        });
    });
    return promise->future();
}

QFuture<Result<Claim>> BoxOffice::newCode(WalletId wallet, const Consent &consent)
{
    const auto promise = begun<Claim>();
    const auto here = m_shop.m_engine->write([=](Services &s) -> Result<Claim> {
        FOYER_CHECK(s.staff.may(consent.who.id, StaffAction::SettleTask));
        return s.payments.codeFor(wallet, consent.who.id, reason(consent));
    });
    deliver(here, &m_shop, [=, this](const Result<Claim> &claim) {
        if (m_shop.hubState() && claim.isRefused(Refusal::ClaimUnknown))
            askHub(&HouseDesk::newCode,
                CodeWish{m_shop.m_engine->ids.make<RequestId>(), wallet, consent.who.id, reason(consent)}, promise,
                &m_lostCode);
        else
            finish(promise, claim);
    });
    return promise->future();
}

} // namespace foyer
