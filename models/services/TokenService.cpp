#include "services/TokenService.h"

#include "domain/BusinessDay.h"
#include "domain/Limits.h"
#include "services/QueueService.h"
#include "storage/Connection.h"
#include "storage/HouseTokenStore.h"
#include "storage/HubLinkStore.h"
#include "storage/LedgerStore.h"
#include "storage/PeopleStore.h"
#include "storage/TokenStore.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
bool isPin(const QString &pin)
{
    static const QRegularExpression digits(u"\\A[0-9]{%1,%2}\\z"_s.arg(limits::pinDigitsMin).arg(limits::pinDigitsMax));
    return digits.match(pin).hasMatch();
}
} // namespace

QString phoneDigits(const QString &typed)
{
    QString digits;
    for (QChar c : typed)
        if (c >= u'0' && c <= u'9')
            digits += c;
    return digits.size() >= limits::phoneDigitsMin && digits.size() <= limits::phoneDigitsMax ? digits : QString();
}

Result<PinCheck> TokenService::beginSignInByPhone(const QString &typed)
{
    const QString digits = phoneDigits(typed);
    return digits.isEmpty() ? Result<PinCheck>(Refusal::PhoneInvalid) : beginSignIn(m_secrets.phoneHash(digits), false);
}

Result<PinCheck> TokenService::beginSignInByCard(const QString &code)
{
    return beginSignIn(m_secrets.cardHash(code.trimmed()), true);
}

Result<PinCheck> TokenService::beginSignIn(const QByteArray &subject, bool byCard)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<PinCheck> {
        PeopleStore people(tx.db());
        const auto member = byCard ? people.memberByCard(subject) : people.memberByPhone(subject);
        // one member, one counter, however they say who they are
        return pingate::begin(tx, member ? member->phone : subject, member ? member->pin : m_secrets.nobodysPinHash());
    });
}

Result<IssuedToken> TokenService::endSignIn(const PinCheck &check, bool pinWasRight)
{
    std::optional<Refused> no; // its tries must be committed, so it isn't the transaction's own refusal
    auto issued = m_db.write(m_clock, [&](Transaction &tx) -> Result<IssuedToken> {
        PeopleStore people(tx.db());
        const auto member = people.memberByPhone(check.subject);
        no = pingate::end(tx, check, pinWasRight && member, Refusal::NotAuthenticated);
        if (!no && member->blocked)
            no = Refused{.why = Refusal::MemberBlocked};
        if (no)
            return IssuedToken{};
        if (const auto live = TokenStore(tx.db()).liveOfMember(member->id))
            return renewSecret(tx, *live);
        return issue(tx, member->id, member->wallet);
    });
    return issued.ok() && no ? Result<IssuedToken>(*no) : issued;
}

Result<IssuedToken> TokenService::issueTo(MemberId id)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<IssuedToken> {
        const auto member = PeopleStore(tx.db()).member(id);
        FOYER_REQUIRE(member);
        if (const auto live = TokenStore(tx.db()).liveOfMember(id))
            return renewSecret(tx, *live);
        return issue(tx, id, member->wallet);
    });
}

Done TokenService::mayBePin(const QString &pin)
{
    return isPin(pin) ? Done(done) : Refused{.why = Refusal::PinInvalid, .limit = limits::pinDigitsMin};
}

Done TokenService::mayRegister(const QString &typed, const QString &pin)
{
    return phoneDigits(typed).isEmpty() ? Done(Refusal::PhoneInvalid) : mayBePin(pin);
}

Result<IssuedToken> TokenService::registerMember(const QString &typed, const QString &pin, const QString &pinHash)
{
    FOYER_CHECK(mayRegister(typed, pin));
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<IssuedToken> {
        FOYER_TRY(member, newMember(tx, typed, pinHash, std::nullopt));
        return issue(tx, member.id, member.wallet);
    });
}

Result<MemberRow> TokenService::newMember(
    Transaction &tx, const QString &typed, const QString &pinHash, std::optional<StaffId> by)
{
    const QString digits = phoneDigits(typed);
    PeopleStore people(tx.db());
    const QByteArray phone = m_secrets.phoneHash(digits);
    if (people.memberByPhone(phone))
        return Refusal::AlreadyRegistered;
    const MemberRow member{m_ids.make<MemberId>(), phone, digits.right(4), {}, pinHash, m_ids.make<WalletId>(), false};
    people.add(member, m_clock.utc());
    LedgerStore(tx.db()).openWallet({member.wallet, member.id, {0, tx.settings().currency}});
    QJsonObject told{{u"member"_s, member.id.text()}, {u"wallet"_s, member.wallet.text()},
        {u"phone"_s, QString::fromLatin1(phone.toHex())}, {u"lastDigits"_s, member.lastDigits}};
    if (by)
        told.insert(u"staff"_s, by->text());
    tx.tell(u"registered"_s, told);
    return member;
}

Result<IssuedToken> TokenService::issueToGuest()
{
    return m_db.write(m_clock, [&](Transaction &tx) { return issue(tx, std::nullopt, m_ids.make<WalletId>()); });
}

Result<IssuedToken> TokenService::issue(
    Transaction &tx, std::optional<MemberId> member, WalletId wallet, std::optional<StaffId> servedBy)
{
    TokenStore tokens(tx.db());
    const TokenPass pass{m_ids.make<TokenId>(), Secrets::randomBytes(16)};
    TokenRow row;
    const auto hub = HubLinkStore(tx.db()).find(); // a terminal runs a lane of its own while it is away
    const QString lane = (hub ? hub->lane : QString()) + (servedBy ? u"C"_s : QString()); // a counter counts its own
    row.token = {pass.id, {businessDay(tx), lane, 0}, TokenState::Waiting, member, wallet,
        m_clock.steady() + limits::tokenPeriod, servedBy};
    row.secret = Secrets::secretHash(pass.secret);
    row = tokens.add(row);
    tellToken(tx, row.token);
    if (servedBy)
        tokens.admit(row, m_clock.steady(), std::nullopt, row.token.expires);
    else
        m_queue.admitNext(tx, pass.id);
    return IssuedToken{pass, tokens.find(pass.id)->token};
}

Result<IssuedToken> TokenService::issueNumbered(
    Transaction &tx, const HousePlace &place, std::optional<MemberId> member, WalletId wallet)
{
    TokenStore tokens(tx.db());
    const auto live = tokens.liveOfWallet(wallet);
    if (live && live->token.id != place.token) // of this terminal's own lane: the other place isn't needed
        tx.tell(u"left"_s, {{u"token"_s, place.token.text()}});
    if (live)
        return renewSecret(tx, *live);
    const TokenPass pass{place.token, Secrets::randomBytes(16)};
    TokenRow row;
    row.token = {pass.id, place.number, TokenState::Waiting, member, wallet, m_clock.steady() + limits::tokenPeriod};
    row.secret = Secrets::secretHash(pass.secret);
    row = tokens.addNumbered(row);
    tellToken(tx, row.token);
    standsAt(tx, place);
    return IssuedToken{pass, tokens.find(pass.id)->token};
}

void TokenService::standsAt(Transaction &tx, const HousePlace &place)
{
    TokenStore tokens(tx.db());
    const auto row = tokens.find(place.token);
    if (!row || row->token.state == TokenState::Ended)
        return;
    HouseTokenStore(tx.db()).setPlace(place);
    tx.changes().tokens.insert(place.token);
    tx.changes().queue = true;
    if (place.state != TokenState::Admitted || row->token.state != TokenState::Waiting)
        return;
    const SteadyTime now = m_clock.steady();
    tokens.admit(*row, now, row->slip ? std::optional(now + tx.settings().noShowAfter) : std::nullopt,
        std::max(row->token.expires, now + limits::tokenPeriod));
    tx.tell(u"admitted"_s, {{u"tokens"_s, QJsonArray{place.token.text()}}});
}

void TokenService::continuedElsewhere(Transaction &tx, const TokenRow &row)
{
    // a secret that nobody has, so that this screen says where its customer went on
    TokenStore(tx.db()).setSecret(row.token.id, Secrets::secretHash(Secrets::randomBytes(16)), m_clock.steady());
    tx.tell(u"continuedElsewhere"_s, {{u"token"_s, row.token.id.text()}});
    finish(tx, row, false);
}

Result<IssuedToken> TokenService::goOn(Transaction &tx, WalletId wallet)
{
    const auto live = TokenStore(tx.db()).liveOfWallet(wallet);
    return live ? renewSecret(tx, *live) : Result<IssuedToken>(Refusal::TokenUnknown);
}

void TokenService::tellToken(Transaction &tx, const Token &token)
{
    QJsonObject told{{u"token"_s, token.id.text()}, {u"number"_s, token.number.text()},
        {u"member"_s, token.member ? QJsonValue(token.member->text()) : QJsonValue()},
        {u"wallet"_s, token.wallet.text()}};
    if (token.servedBy)
        told.insert(u"staff"_s, token.servedBy->text());
    tx.tell(u"token"_s, told);
    tx.changes().tokens.insert(token.id);
    tx.changes().queue = true;
}

Result<IssuedToken> TokenService::renewSecret(Transaction &tx, TokenRow row)
{
    const TokenPass pass{row.token.id, Secrets::randomBytes(16)};
    TokenStore tokens(tx.db());
    m_renewed.remove(pass.id); // it may have been a slip's
    tokens.setSecret(pass.id, Secrets::secretHash(pass.secret), m_clock.steady() + limits::tokenPeriod);
    tx.tell(u"tokenRenewed"_s, {{u"token"_s, pass.id.text()}});
    tx.changes().tokens.insert(pass.id);
    m_queue.comeBack(tx, row);
    return IssuedToken{pass, tokens.find(pass.id)->token};
}

Result<IssuedToken> TokenService::buyAnother(const TokenPass &pass)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<IssuedToken> {
        FOYER_TRY(row, known(pass));
        if (row.token.state != TokenState::Ended)
            return Refusal::TokenUnknown;
        // asked twice, or signed in at another screen meanwhile: the same visit goes on here, with one place
        if (const auto live = TokenStore(tx.db()).liveOfWallet(row.token.wallet))
            return renewSecret(tx, *live);
        return issue(tx, row.token.member, row.token.wallet);
    });
}

Result<Token> TokenService::takeSlip(const TokenPass &pass)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Token> {
        FOYER_TRY(row, verified(pass));
        row.token.expires = m_clock.steady() + limits::slipPeriod;
        TokenStore tokens(tx.db());
        tokens.setSlip(pass.id, true, row.token.expires);
        if (row.token.state ==
            TokenState::Admitted) // called while asking for the slip: the place doesn't wait for ever
            tokens.setAbsentUntil(pass.id, m_clock.steady() + tx.settings().noShowAfter);
        tx.tell(u"slip"_s, {{u"token"_s, pass.id.text()}});
        return row.token;
    });
}

Result<IssuedToken> TokenService::comeBack(const TokenPass &pass)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<IssuedToken> {
        FOYER_TRY(row, verified(pass));
        TokenStore tokens(tx.db());
        tokens.setSlip(pass.id, false, m_clock.steady() + limits::tokenPeriod);
        m_renewed.remove(pass.id); // at a screen again, it lives as long as any
        tx.tell(u"slipBack"_s, {{u"token"_s, pass.id.text()}});
        m_queue.comeBack(tx, row);
        return IssuedToken{pass, tokens.find(pass.id)->token};
    });
}

Result<Token> TokenService::verify(const TokenPass &pass)
{
    return m_db.read([&]() -> Result<Token> {
        FOYER_TRY(row, verified(pass));
        return row.token;
    });
}

Done TokenService::checkIn(const TokenPass &pass)
{
    return m_db.read([&]() -> Done {
        FOYER_CHECK(admitted(pass));
        return done;
    });
}

Result<TokenRow> TokenService::known(const TokenPass &pass)
{
    const auto row = TokenStore(m_db).find(pass.id);
    const QByteArray hash = Secrets::secretHash(pass.secret);
    if (row && Secrets::equal(row->secret, hash))
        return *row;
    return row && Secrets::equal(row->oldSecret, hash) ? Refusal::ContinuedElsewhere : Refusal::TokenUnknown;
}

Result<TokenRow> TokenService::verified(const TokenPass &pass)
{
    FOYER_TRY(row, known(pass));
    return renewed(std::move(row));
}

Result<TokenRow> TokenService::renewed(TokenRow row)
{
    if (row.token.state == TokenState::Ended)
        return Refusal::TokenEnded;
    const SteadyTime now = m_clock.steady();
    const SteadyTime expires = std::max(row.token.expires, m_renewed.value(row.token.id, row.token.expires));
    if (now >= expires)
        return Refusal::TokenExpired;
    row.token.expires = std::max(expires, now + limits::tokenPeriod);
    m_renewed.insert(row.token.id, row.token.expires);
    return row;
}

Result<TokenRow> TokenService::admitted(const TokenPass &pass)
{
    FOYER_TRY(row, known(pass));
    return checkAdmitted(std::move(row));
}

Result<TokenRow> TokenService::checkAdmitted(TokenRow row)
{
    FOYER_TRY(live, renewed(std::move(row)));
    if (live.token.state != TokenState::Admitted)
        return Refusal::StillWaiting;
    return std::move(live);
}

void TokenService::end(Transaction &tx, const TokenRow &row, bool served)
{
    finish(tx, row, served);
    m_queue.admitNext(tx);
}

void TokenService::expire(Transaction &tx, const TokenRow &row) { finish(tx, row, false); }

void TokenService::finish(Transaction &tx, const TokenRow &row, bool served)
{
    std::optional<std::chrono::milliseconds> time;
    if (served && row.admittedAt)
        time = m_clock.steady() - *row.admittedAt;
    TokenStore(tx.db()).end(row, time);
    m_renewed.remove(row.token.id);
    tx.changes().tokens.insert(row.token.id);
    tx.changes().queue = true;
}

QList<TokenRow> TokenService::expired()
{
    const SteadyTime now = m_clock.steady();
    QList<TokenRow> rows = TokenStore(m_db).expired(now);
    rows.removeIf([&](const TokenRow &row) { return m_renewed.value(row.token.id, row.token.expires) > now; });
    return rows;
}

void TokenService::renewAll(Transaction &tx)
{
    const SteadyTime now = m_clock.steady();
    m_renewed.clear();
    TokenStore(tx.db()).renewAll(now + limits::tokenPeriod, now + limits::slipPeriod, now + tx.settings().noShowAfter);
}

QDate TokenService::businessDay(Transaction &tx) const { return foyer::businessDay(m_clock.utc(), tx.settings()); }

} // namespace foyer
