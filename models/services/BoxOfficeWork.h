#pragma once

#include "services/BoxOffice.h"
#include "services/ShopEngine.h"

/// How BoxOffice asks a terminal's hub. Only for its own sources.
namespace foyer {

template <typename T>
auto begun()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

template <typename T>
void finish(const std::shared_ptr<QPromise<Result<T>>> &promise, const Result<T> &result)
{
    promise->addResult(result);
    promise->finish();
}

/// Nobody knows what became of a request whose answer is lost; whoever asks again does it once more, or sees it done.
template <typename Request, typename Answer>
void BoxOffice::askHub(
    HouseDesk::Ask<Request, Answer> HouseDesk::*how, const Request &request, const Promise<Answer> &promise)
{
    const HouseDesk *house = m_shop.m_engine->authority().house();
    if (!house || !(house->*how))
        return finish<Answer>(promise, Refusal::HubNeeded);
    (house->*how)(request, [promise](const Result<Answer> &answer) {
        finish(promise, answer.error() ? Result<Answer>(Refusal::HubNeeded) : answer);
    });
}

/// What is wanted, by `here` at a root, by the hub at a terminal.
template <typename Request, typename Answer>
QFuture<Result<Answer>> BoxOffice::byHouse(const QFuture<Result<Request>> &wanted,
    HouseDesk::Ask<Request, Answer> HouseDesk::*how, std::function<Result<Answer>(Connection &, const Request &)> here)
{
    const auto promise = begun<Answer>();
    deliver(wanted, &m_shop, [=, this](const Result<Request> &request) {
        if (!request.ok())
            return finish<Answer>(promise, Failure(request));
        if (m_shop.hubState())
            return askHub(how, request.value(), promise);
        deliver(m_shop.m_engine->writeIn(
                    [here, asked = request.value()](Connection &db, Services &) { return here(db, asked); }),
            &m_shop, [promise](const Result<Answer> &answer) { finish(promise, answer); });
    });
    return promise->future();
}

} // namespace foyer
