#include "services/TerminalCustomers.h"

#include "services/PaymentService.h"
#include "services/ReservationService.h"
#include "services/Secrets.h"
#include "services/TokenService.h"
#include "storage/Connection.h"
#include "storage/HouseTokenStore.h"
#include "storage/LedgerStore.h"
#include "storage/PeopleStore.h"
#include "storage/TokenStore.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr auto answerPatience = std::chrono::seconds(30); // longer than anybody waits for an answer of the hub
}

Result<SignInRequest> TerminalCustomers::signIn(const QString &phone, const QString &pin) const
{
    const QString digits = phoneDigits(phone);
    return digits.isEmpty() ? Result<SignInRequest>(Refusal::PhoneInvalid)
                            : SignInRequest{m_secrets.phoneHash(digits), false, pin};
}

SignInRequest TerminalCustomers::signInByCard(const QString &code, const QString &pin) const
{
    return {m_secrets.cardHash(code.trimmed()), true, pin};
}

Result<Registration> TerminalCustomers::registration(const QString &phone, const QString &pin, const QString &pinHash)
{
    FOYER_CHECK(TokenService::mayRegister(phone, pin));
    const QString digits = phoneDigits(phone);
    return Registration{
        {m_ids.make<MemberId>(), m_ids.make<WalletId>(), m_secrets.phoneHash(digits), {}, digits.right(4)}, pinHash};
}

Result<TokenRequest> TerminalCustomers::keep(const Member &member, const QString &pinHash)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<TokenRequest> {
        know(tx, member, pinHash, false);
        PeopleStore(tx.db()).clearFailures(member.phone);
        return TokenRequest{m_ids.make<TokenId>(), member.id, member.wallet};
    });
}

Done TerminalCustomers::know(const MemberLine &line)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        know(tx, line.member, {}, line.isBlocked);
        return done;
    });
}

/// An empty `pinHash` fits no PIN, and replaces none.
void TerminalCustomers::know(Transaction &tx, const Member &member, const QString &pinHash, bool isBlocked)
{
    PeopleStore people(tx.db());
    if (!people.member(member.id)) {
        people.add({member.id, member.phone, member.lastDigits, {}, pinHash, member.wallet, false}, m_clock.utc());
        LedgerStore(tx.db()).openWallet({member.wallet, member.id, {0, tx.settings().currency}});
        tx.tell(u"registered"_s,
            {{u"member"_s, member.id.text()}, {u"wallet"_s, member.wallet.text()},
                {u"phone"_s, QString::fromLatin1(member.phone.toHex())}, {u"lastDigits"_s, member.lastDigits}});
    } else if (!pinHash.isEmpty()) {
        people.setPin(member.id, pinHash);
    }
    people.setCard(member.id, member.card); // as the hub has it now, whoever had it before
    people.setBlocked(member.id, isBlocked);
}

Result<TerminalCustomers::Again> TerminalCustomers::again(const TokenPass &pass)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Again> {
        FOYER_TRY(row, m_tokens.known(pass));
        if (row.token.state != TokenState::Ended)
            return Refusal::TokenUnknown;
        if (TokenStore(tx.db()).liveOfWallet(row.token.wallet)) {
            FOYER_TRY(live, m_tokens.goOn(tx, row.token.wallet));
            return Again{live, {}};
        }
        return Again{std::nullopt, {m_ids.make<TokenId>(), row.token.member, row.token.wallet}};
    });
}

Result<IssuedToken> TerminalCustomers::begin(const TokenRequest &wanted, const HouseVisit &visit)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<IssuedToken> {
        m_elsewhere.insert(wanted.wallet, visit.elsewhere);
        FOYER_TRY(issued, m_tokens.issueNumbered(tx, visit.place, wanted.member, wanted.wallet));
        if (visit.amount)
            m_payments.take(tx, *visit.amount, tx.head().epoch);
        return issued;
    });
}

/// The hub has given what the code is worth.
Done TerminalCustomers::takeClaim(const AmountRight &right, const QString &code)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        LedgerStore ledger(tx.db());
        m_payments.take(tx, right, tx.head().epoch); // the news may have brought it before
        const QByteArray hash = Secrets::claimHash(code);
        if (const auto claim = ledger.claimOf(right.wallet); !claim || claim->code != hash)
            ledger.addClaim({right.wallet, hash, false}); // the hub knows this one
        return done;
    });
}

Result<Tender> TerminalCustomers::payClaim(const AmountRight &right, const QString &code, StaffId who)
{
    FOYER_CHECK(takeClaim(right, code));
    return m_payments.payClaim(code, who);
}

Result<Money> TerminalCustomers::redeem(
    const AmountRight &right, const TokenPass &pass, const QString &code, StaffId who)
{
    FOYER_CHECK(takeClaim(right, code));
    return m_payments.redeem(pass, code, who);
}

Result<Tender> TerminalCustomers::payOut(const PayOutRight &right, Money amount, StaffId who, const QString &why)
{
    FOYER_CHECK(m_db.write(m_clock, [&](Transaction &tx) -> Done {
        LedgerStore(tx.db()).openWallet({right.wallet, right.member, {0, tx.settings().currency}});
        if (right.amount) // unless the news have brought it before
            m_payments.take(tx, *right.amount, tx.head().epoch);
        return done;
    }));
    m_payOuts.remove(right.member);
    m_arrived.remove(right.wallet);
    return m_payments.payOut(right.wallet, amount, TenderKind::Cash, who, why);
}

void TerminalCustomers::heard(
    Transaction &tx, const QList<HousePlace> &places, const QList<AmountRight> &amounts, qint64 change)
{
    HouseTokenStore house(tx.db());
    QSet<TokenId> named;
    for (const HousePlace &place : places) {
        named.insert(place.token);
        if (place.state == TokenState::Ended)
            didNotCome(tx, place.token);
        else
            m_tokens.standsAt(tx, place);
        const auto row = TokenStore(tx.db()).find(place.token);
        if (!row || row->token.state == TokenState::Ended)
            answerWasLost(tx, place.token);
    }
    m_strangers.removeIf([&named](const auto &each) { return !named.contains(each.key()); });
    const auto here = house.livePlaces();
    for (const auto &[token, since] : here)
        if (since <= change && !named.contains(token))
            goneElsewhere(tx, token);
    const SteadyTime now = m_clock.steady();
    m_payOuts.removeIf([now](const auto &each) { return now - each.value() >= answerPatience; });
    for (const AmountRight &right : amounts)
        if (m_payments.take(tx, right, tx.head().epoch)) {
            m_elsewhere.remove(right.wallet); // some of it has just come
            if (!right.member || m_payOuts.contains(*right.member))
                m_arrived.insert(right.wallet, now);
        }
}

QSet<WalletId> TerminalCustomers::awaited()
{
    m_arrived.removeIf([now = m_clock.steady()](const auto &each) { return now - each.value() >= answerPatience; });
    const QList<WalletId> wallets = m_arrived.keys();
    return {wallets.begin(), wallets.end()};
}

/// Staff called them and gave their place to the next. Whoever came back meanwhile, or is paying, goes on.
void TerminalCustomers::didNotCome(Transaction &tx, TokenId id)
{
    const auto row = TokenStore(tx.db()).find(id);
    if (!row || row->token.state == TokenState::Ended)
        return;
    if (!row->slip || LedgerStore(tx.db()).anyOpenTender(row->token.wallet))
        return HouseTokenStore(tx.db()).forgetPlace(id);
    m_payments.expireVisit(tx, *row);
}

/// Nobody has this place: its answer never came. Whoever asked has long been told that it didn't work.
void TerminalCustomers::answerWasLost(Transaction &tx, TokenId token)
{
    const SteadyTime now = m_clock.steady();
    if (!m_strangers.contains(token))
        m_strangers.insert(token, now);
    if (now - m_strangers.value(token) >= answerPatience)
        tx.tell(u"left"_s, {{u"token"_s, token.text()}});
}

void TerminalCustomers::goneElsewhere(Transaction &tx, TokenId id)
{
    const auto row = TokenStore(tx.db()).find(id);
    if (!row->token.member) // a guest is nowhere else: the hub has lost the place, and the visit goes on here
        return HouseTokenStore(tx.db()).forgetPlace(id);
    if (LedgerStore(tx.db()).anyOpenTender(row->token.wallet))
        return; // ends only by the device's answer
    m_reservations.releaseAll(tx, id);
    m_tokens.continuedElsewhere(tx, *row);
}

void TerminalCustomers::forget(Transaction &tx) { HouseTokenStore(tx.db()).forgetPlaces(); }

} // namespace foyer
