#include "HubServerWork.h"

#include "protocol/HouseMessages.h"

#include <QtConcurrentRun>

// What terminals ask for their customers.

namespace foyer {

void HubServer::house(const Asking &asked)
{
    const QByteArray key = asked->key;
    const int epoch = asked->epoch;
    const QList<QByteArray> desks{"/v1/unclaimed", "/v1/claim-codes"};
    if (asked->path.startsWith("/v1/member-") || desks.contains(asked->path))
        members(asked);
    else if (asked->path.startsWith("/v1/my-tickets"))
        myTickets(asked);
    else if (asked->path == "/v1/sign-in")
        signIn(asked);
    else if (asked->path == "/v1/members")
        post<Registration>(asked, [key, epoch](Inside &inside, const Registration &wanted) -> Result<Member> {
            FOYER_CHECK(inside.hub.caller(key, epoch));
            return inside.hub.house.registerMember(wanted);
        });
    else if (asked->path == "/v1/tokens")
        post<TokenRequest>(asked, [key, epoch](Inside &inside, const TokenRequest &wanted) -> Result<HouseVisit> {
            FOYER_TRY(from, inside.hub.caller(key, epoch));
            return inside.hub.house.enter(from, wanted);
        });
    else if (asked->path == "/v1/refunds")
        post<RefundRequest>(
            asked, [this, key, epoch](Inside &inside, const RefundRequest &wanted) -> Result<RefundAnswer> {
                FOYER_TRY(from, inside.hub.refunder(key, epoch, wanted));
                return inside.hub.sync.refund(from, wanted, &*m_secrets);
            });
    else
        post<ClaimRequest>(asked, [key, epoch](Inside &inside, const ClaimRequest &wanted) -> Result<AmountRight> {
            FOYER_TRY(from, inside.hub.caller(key, epoch));
            return inside.hub.house.claim(from, wanted);
        });
}

/// The try is counted, then the PIN compared beside the store, which takes its time, then its result written.
void HubServer::signIn(const Asking &asked)
{
    const auto json = parseJson(asked->body, InputFault::WrongType);
    const auto request = json.ok() ? fromJson<SignInRequest>(json.value()) : Result<SignInRequest>(Failure(json));
    if (!request.ok())
        return fail(asked, request);
    run<PinCheck>(
        true, asked,
        [this, key = asked->key, epoch = asked->epoch, wanted = request.value()](Inside &inside) -> Result<PinCheck> {
            FOYER_CHECK(inside.hub.caller(key, epoch));
            return inside.hub.house.beginSignIn(wanted, *m_secrets);
        },
        [this, asked, pin = request.value().pin](const PinCheck &check) {
            const auto compared =
                QtConcurrent::run(&m_pool, [this, pin, check] { return m_secrets->pinFits(pin, check.hash); });
            deliver(compared, this, [this, asked, check](bool isRight) {
                run<QJsonObject>(
                    true, asked,
                    [check, isRight](Inside &inside) -> Result<QJsonObject> {
                        FOYER_TRY(member, inside.hub.house.endSignIn(check, isRight));
                        return jsonOf(member);
                    },
                    [this, asked](const QJsonObject &said) { answer(asked, said); });
            });
        });
}

void HubServer::endAbsent()
{
    m_heard.removeIf([](const auto &each) { return each.value().hasExpired(); });
    const QList<EpochId> heard = m_heard.keys();
    m_store.run([this, present = QSet<EpochId>(heard.begin(), heard.end())](
                    Connection &) { return m_writes->hub.house.endAbsent(present); });
}

} // namespace foyer
