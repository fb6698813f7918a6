#include "services/ShopEngine.h"
#include "storage/Connection.h"
#include "storage/ContactStore.h"

// Who the customer is, and their place in the queue: asked of the hub where there is one that answers, else found here.

namespace foyer {

namespace {
template <typename T>
using Promise = std::shared_ptr<QPromise<Result<T>>>;
} // namespace

/// A token by the hub; by `alone` where there is none that answers.
void Shop::enter(const TokenRequest &wanted, const Promise<IssuedToken> &promise, Alone alone)
{
    const HouseDesk *house = m_engine->authority().house();
    if (!house)
        return handOn(m_engine->write(std::move(alone)), promise);
    askHouse(house->enter, wanted, [this, wanted, promise, alone](const Result<HouseVisit> &visit) {
        if (visit.ok())
            handOn(m_engine->write([=](Services &s) { return s.customers.begin(wanted, visit.value()); }), promise);
        else if (visit.error()) // it has just gone
            handOn(m_engine->write(alone), promise);
        else
            finish<IssuedToken>(promise, Failure(visit));
    });
}

QFuture<Result<IssuedToken>> Shop::signIn(const QString &phone, const QString &pin)
{
    const auto alone = [this, phone, pin] {
        return m_engine->withPin<IssuedToken>(
            pin, [phone](Services &s) { return s.tokens.beginSignInByPhone(phone); },
            [](Services &s, const PinCheck &check, bool right) { return s.tokens.endSignIn(check, right); });
    };
    return signInBy([phone, pin](Services &s) { return s.customers.signIn(phone, pin); }, pin, alone);
}

QFuture<Result<IssuedToken>> Shop::signInByCard(const QString &code, const QString &pin)
{
    const auto alone = [this, code, pin] {
        return m_engine->withPin<IssuedToken>(
            pin, [code](Services &s) { return s.tokens.beginSignInByCard(code); },
            [](Services &s, const PinCheck &check, bool right) { return s.tokens.endSignIn(check, right); });
    };
    return signInBy(
        [code, pin](Services &s) -> Result<SignInRequest> { return s.customers.signInByCard(code, pin); }, pin, alone);
}

QFuture<Result<IssuedToken>> Shop::signInBy(std::function<Result<SignInRequest>(Services &)> request,
    const QString &pin, std::function<QFuture<Result<IssuedToken>>()> alone)
{
    if (!m_engine->authority().house())
        return aloneOrUnknown(alone());
    auto promise = begun<IssuedToken>();
    deliver(m_engine->write(std::move(request)), this, [=, this](const Result<SignInRequest> &wanted) {
        const HouseDesk *house = m_engine->authority().house();
        if (!wanted.ok())
            return finish<IssuedToken>(promise, Failure(wanted));
        if (!house)
            return handOn(aloneOrUnknown(alone()), promise);
        askHouse(house->signIn, wanted.value(), [=, this](const Result<Member> &member) {
            if (member.error())
                return handOn(aloneOrUnknown(alone()), promise);
            if (!member.ok())
                return finish<IssuedToken>(promise, Failure(member));
            keepMember(member.value(), pin, promise);
        });
    });
    return promise->future();
}

/// Kept with a verifier of this terminal's own, then let in.
void Shop::keepMember(const Member &member, const QString &pin, const Promise<IssuedToken> &promise)
{
    const auto kept = m_engine->withPinHash<TokenRequest>(
        pin, [member](Services &s, const QString &hash) { return s.customers.keep(member, hash); });
    deliver(kept, this, [this, promise, id = member.id](const Result<TokenRequest> &wanted) {
        if (wanted.ok())
            enter(wanted.value(), promise, [id](Services &s) { return s.tokens.issueTo(id); });
        else
            finish<IssuedToken>(promise, Failure(wanted));
    });
}

/// A terminal without its hub knows only who has been here: it can't say that the number is wrong.
QFuture<Result<IssuedToken>> Shop::aloneOrUnknown(const QFuture<Result<IssuedToken>> &issued)
{
    if (!m_hubState)
        return issued;
    auto promise = begun<IssuedToken>();
    deliver(issued, this, [promise](const Result<IssuedToken> &result) {
        Refused why = result.refused() ? *result.refused() : Refused();
        if (!result.isRefused(Refusal::NotAuthenticated))
            return finish(promise, result);
        why.why = Refusal::NotKnownHere;
        finish<IssuedToken>(promise, why);
    });
    return promise->future();
}

QFuture<Result<IssuedToken>> Shop::registerMember(const QString &phone, const QString &pin)
{
    if (!m_hubState)
        return m_engine->withPinHash<IssuedToken>(
            pin, [=](Services &s, const QString &hash) { return s.tokens.registerMember(phone, pin, hash); });
    auto promise = begun<IssuedToken>();
    const auto wanted = m_engine->withPinHash<Registration>(
        pin, [=](Services &s, const QString &hash) { return s.customers.registration(phone, pin, hash); });
    deliver(wanted, this, [=, this](const Result<Registration> &registration) {
        const HouseDesk *house = m_engine->authority().house();
        if (!registration.ok())
            return finish<IssuedToken>(promise, Failure(registration));
        if (!house)
            return finish<IssuedToken>(promise, Refusal::HubNeeded);
        askHouse(house->registerMember, registration.value(), [=, this](const Result<Member> &member) {
            if (member.ok())
                keepMember(member.value(), pin, promise);
            else
                finish<IssuedToken>(
                    promise, member.error() ? Result<IssuedToken>(Refusal::HubNeeded) : Failure(member));
        });
    });
    return promise->future();
}

/// One after the other, from the first on. What the hub refuses, whose sale may still be on its way there, is told
/// again later.
void Shop::tellContacts()
{
    constexpr auto later = std::chrono::seconds(3);
    const HouseDesk *house = m_engine->authority().house();
    if (!house || !house->doWithOrder || std::exchange(m_isTelling, true))
        return;
    const auto untold = m_engine->readIn([from = m_toldTo](Connection &db, Services &) {
        return db.read([&]() -> Result<HouseOrderAct> { return ContactStore(db).untold(from); });
    });
    deliver(untold, this, [=, this](const Result<HouseOrderAct> &next) {
        const HouseDesk *hub = m_engine->authority().house();
        m_isTelling = false;
        if (!next.ok() || !hub)
            return;
        HouseOrderAct act = next.value();
        if (act.order.isNull()) {
            m_hasUntold = !std::exchange(m_toldTo, OrderId()).isNull();
            m_tellAgain = QDeadlineTimer(later);
            return;
        }
        m_isTelling = true;
        act.id = m_engine->ids.make<RequestId>();
        askHouse(hub->doWithOrder, act, [=, this](const Result<HouseOrderFile> &told) {
            m_isTelling = false;
            m_tellAgain = QDeadlineTimer(later);
            if (told.error()) // it has just gone
                return;
            if (!told.ok()) {
                m_toldTo = act.order;
                return tellContacts();
            }
            const auto noted = m_engine->writeIn([=, this](Connection &db, Services &) -> Done {
                return db.write(m_engine->clock, [&](Transaction &tx) -> Done {
                    ContactStore(tx.db()).noteTold(act.order, act.contact);
                    return done;
                });
            });
            deliver(noted, this, [this](const Done &) { tellContacts(); });
        });
    });
}

/// What this terminal may not refund any more, its hub does (law 10); and what other machines sold.
QFuture<Result<MoneyBack>> Shop::elseAtHub(const QFuture<Result<MoneyBack>> &here, const RefundWish &wish)
{
    auto promise = begun<MoneyBack>();
    deliver(here, this, [=, this](const Result<MoneyBack> &refunded) {
        const bool isElsewhere = wish.who && refunded.isRefused(Refusal::OrderUnknown); // of customers only their own
        const Refusal alone = isElsewhere ? Refusal::HubNeeded : Refusal::RefundAtHub;
        if (!isElsewhere && !refunded.isRefused(Refusal::RefundAtHub))
            return finish(promise, refunded);
        const auto wanted = m_engine->read([=](Services &s) { return s.payments.refundRequest(wish); });
        deliver(wanted, this, [=, this](const Result<RefundRequest> &request) {
            const HouseDesk *house = m_engine->authority().house();
            if (!request.ok())
                return finish<MoneyBack>(promise, Failure(request));
            if (!house)
                return finish<MoneyBack>(promise, alone);
            askHouse(
                house->refund, request.value(), [=, this, asked = request.value()](const Result<RefundAnswer> &answer) {
                    if (answer.error()) // whoever asks again is told the same
                        return finish<MoneyBack>(promise, alone);
                    if (!answer.ok())
                        return finish<MoneyBack>(promise, Failure(answer));
                    m_engine->write(
                        [asked, said = answer.value()](Services &s) { return s.payments.noteRefund(asked, said); });
                    finish<MoneyBack>(promise, moneyBackOf(answer.value()));
                });
        });
    });
    return promise->future();
}

QFuture<Result<IssuedToken>> Shop::continueAsGuest()
{
    const auto alone = [](Services &s) { return s.tokens.issueToGuest(); };
    if (!m_engine->authority().house())
        return m_engine->write(alone);
    auto promise = begun<IssuedToken>();
    const TokenRequest wanted{m_engine->ids.make<TokenId>(), std::nullopt, m_engine->ids.make<WalletId>()};
    enter(wanted, promise, alone);
    return promise->future();
}

QFuture<Result<IssuedToken>> Shop::buyAnother(const TokenPass &pass)
{
    const auto alone = [pass](Services &s) { return s.tokens.buyAnother(pass); };
    if (!m_engine->authority().house())
        return m_engine->write(alone);
    auto promise = begun<IssuedToken>();
    deliver(m_engine->write([pass](Services &s) { return s.customers.again(pass); }), this,
        [=, this](const Result<TerminalCustomers::Again> &again) {
            if (!again.ok())
                return finish<IssuedToken>(promise, Failure(again));
            if (again.value().live)
                return finish<IssuedToken>(promise, *again.value().live);
            enter(again.value().wanted, promise, alone);
        });
    return promise->future();
}

} // namespace foyer
