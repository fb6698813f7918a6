#pragma once

#include "domain/Deliver.h"
#include "services/BoxOffice.h"
#include "services/ShopEngine.h"

// How a desk's questions go to its hub; for BoxOffice's own files.

namespace foyer {

/// HubNeeded: it wasn't asked, or changes nothing. An answer of what changes something (it has an id) that is lost is
/// the error: nobody knows whether it was done.
template <typename Request, typename Answer>
void BoxOffice::askHub(HouseDesk::Ask<Request, Answer> HouseDesk::*how, const Request &request,
    const Promise<Answer> &promise, LostRequest<Request> *lost)
{
    constexpr bool hasId = requires { idOf(request); };
    const HouseDesk *house = m_shop.m_engine->authority().house();
    if (!house || !(house->*how) || !m_shop.hubState() || m_shop.hubState()->reach != Reach::Online)
        return finish<Answer>(promise, Refusal::HubNeeded);
    const Request sent = [&]() -> Request {
        if constexpr (hasId)
            return lost->again(request, m_shop.clock().steady());
        else
            return request;
    }();
    const auto end = [promise, sent, lost, &shop = m_shop](const Result<Answer> &answer) {
        if constexpr (hasId)
            lost->answered(sent, answer, shop.clock().steady());
        finish(promise, answer.error() && !hasId ? Result<Answer>(Refusal::HubNeeded) : answer);
    };
    (house->*how)(sent, [end, &shop = m_shop](const Result<Answer> &answer) {
        QMetaObject::invokeMethod(&shop, [end, answer] { end(answer); });
    });
}

/// What is wanted, by `here` at a root, by the hub at a terminal.
template <typename Request, typename Answer>
QFuture<Result<Answer>> BoxOffice::byHouse(const QFuture<Result<Request>> &wanted,
    HouseDesk::Ask<Request, Answer> HouseDesk::*how, std::function<Result<Answer>(Connection &, const Request &)> here,
    LostRequest<Request> *lost)
{
    const auto promise = begun<Answer>();
    deliver(wanted, &m_shop, [=, this](const Result<Request> &request) {
        if (!request.ok())
            return finish<Answer>(promise, Failure(request));
        if (m_shop.hubState())
            return askHub(how, request.value(), promise, lost);
        deliver(m_shop.m_engine->writeIn(
                    [here, asked = request.value()](Connection &db, Services &) { return here(db, asked); }),
            &m_shop, [promise](const Result<Answer> &answer) { finish(promise, answer); });
    });
    return promise->future();
}

} // namespace foyer
