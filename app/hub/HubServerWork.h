#pragma once

#include "HubServer.h"
#include "domain/Deliver.h"
#include "domain/JsonInput.h"
#include "services/CatalogueService.h"
#include "sync/HubFigures.h"
#include "sync/HubOrders.h"

namespace foyer {

/// One thread's services.
struct HubServer::Inside {
    Inside(Connection &db, const Clock &clock, IdMaker &ids, std::unique_ptr<EpochRegister> known)
        : epochs(std::move(known)), hub(db, clock, ids, *epochs), work(db, clock, ids, hub), orders(db, clock),
          figures(db, clock), catalogue(db, clock)
    {
    }
    std::unique_ptr<EpochRegister> epochs;
    HubService hub;
    HubWork work;
    HubOrders orders;
    HubFigures figures;
    CatalogueService catalogue;
};

template <typename T>
void HubServer::fail(const Asking &asked, const Result<T> &failure)
{
    if (failure.refused())
        refuse(asked, *failure.refused());
    else
        fail(asked, *failure.error());
}

/// Runs `work(Inside &) → Result<T>` in its thread, then answers by `then(T)`.
template <typename T, typename Work, typename Then>
void HubServer::run(bool writes, const Asking &asked, Work work, Then then)
{
    auto &inside = writes ? m_writes : m_reads;
    const auto result =
        (writes ? m_store : m_reader).run([&inside, work = std::move(work)](Connection &) mutable -> Result<T> {
            return work(*inside);
        });
    deliver(result, this, [this, asked, then = std::move(then)](const Result<T> &answer) {
        if (answer.ok())
            then(answer.value());
        else
            fail(asked, answer);
    });
}

/// Reads a message, and answers what `work(Inside &, const Message &) → Result<an answer with jsonOf>` says.
template <typename Message, typename Work>
void HubServer::post(const Asking &asked, Work work, bool writes)
{
    const auto json = parseJson(asked->body, InputFault::WrongType);
    const auto message = json.ok() ? fromJson<Message>(json.value()) : Result<Message>(Failure(json));
    if (!message.ok())
        return fail(asked, message);
    run<QJsonObject>(
        writes, asked,
        [message = message.value(), work](Inside &inside) -> Result<QJsonObject> {
            FOYER_TRY(answer, work(inside, message));
            return jsonOf(answer);
        },
        [this, asked](const QJsonObject &said) { answer(asked, said); });
}

} // namespace foyer
