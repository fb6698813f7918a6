#include "services/BoxOffice.h"

#include "domain/Deliver.h"
#include "services/FindService.h"
#include "services/HouseService.h"
#include "services/ShopEngine.h"

#include <QPromise>

// Tasks, terminals and the queue: of this machine, or of the house that it is a terminal of.

namespace foyer {

namespace {
template <typename T>
struct Promised {
    std::shared_ptr<QPromise<Result<T>>> promise = std::make_shared<QPromise<Result<T>>>();

    Promised() { promise->start(); }
    void finish(const Result<T> &result) const
    {
        promise->addResult(result);
        promise->finish();
    }
};

QSet<PerformanceKey> named(const HouseTasks &tasks)
{
    QSet<PerformanceKey> all;
    for (const HubTask &task : tasks.tasks)
        all.insert(task.performance);
    return all;
}

QSet<PerformanceKey> named(const HouseView &view)
{
    QSet<PerformanceKey> all;
    for (const HouseNode &node : view.nodes)
        for (const HouseNode::Given &given : node.given)
            all.insert(given.performance);
    return all;
}

/// The hub's answer in the shop's thread; HubNeeded where there is none.
template <typename Request, typename Answer, typename Then>
void byHub(Shop &shop, const HouseDesk::Ask<Request, Answer> &ask, const Request &request, Then then)
{
    ask(request, [&shop, then = std::move(then)](const Result<Answer> &answer) {
        QMetaObject::invokeMethod(
            &shop, [then, answer] { then(answer.error() ? Result<Answer>(Refusal::HubNeeded) : answer); });
    });
}

/// With the dates that it names, in the read thread.
template <typename Whole, typename Part, typename Engine>
void withDates(Engine &engine, const Part &part, const Promised<Whole> &promised)
{
    engine
        .readIn([&engine, part](Connection &db, Services &s) -> Result<Whole> {
            FOYER_TRY(dates, FindService(db, engine.clock, s.reservations, s.payments).dates(named(part)));
            return Whole{part, dates};
        })
        .then([promised](const Result<Whole> &whole) { promised.finish(whole); });
}
} // namespace

bool BoxOffice::hasHub() const { return m_shop.hubState().has_value(); }

RequestId BoxOffice::newRequest() { return m_shop.m_engine->ids.make<RequestId>(); }

QFuture<Result<BoxOffice::Tasks>> BoxOffice::tasks(StaffId who)
{
    const Promised<Tasks> promised;
    Shop::Engine &engine = *m_shop.m_engine;
    const auto own = engine.writeIn([who, &engine](Connection &db, Services &s) -> Result<HouseTasks> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return HouseService(db, engine.clock, engine.ids, s).tasks();
    });
    deliver(own, &m_shop, [promised, &shop = m_shop, &engine](const Result<HouseTasks> &found) {
        if (!found.ok())
            return promised.finish(Failure(found));
        HouseTasks all = found.value();
        const HouseDesk *hub = engine.authority().house();
        all.isWhole = !shop.hubState();
        if (!hub)
            return withDates(engine, all, promised);
        byHub(shop, hub->tasks, HouseQuestion(), [promised, &engine, own = all](const Result<HouseTasks> &hubs) {
            if (!hubs.ok() && !hubs.isRefused(Refusal::HubNeeded))
                return promised.finish(Failure(hubs));
            HouseTasks whole = own;
            whole.isWhole = hubs.ok();
            if (hubs.ok())
                whole.tasks += hubs.value().tasks;
            std::stable_sort(whole.tasks.begin(), whole.tasks.end(),
                [](const HubTask &a, const HubTask &b) { return a.due < b.due; });
            withDates(engine, whole, promised);
        });
    });
    return promised.promise->future();
}

QFuture<Result<BoxOffice::House>> BoxOffice::house(StaffId who)
{
    const Promised<House> promised;
    Shop::Engine &engine = *m_shop.m_engine;
    const auto own = engine.readIn([who, &engine](Connection &db, Services &s) -> Result<HouseView> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return HouseService(db, engine.clock, engine.ids, s).view();
    });
    deliver(own, &m_shop, [promised, &shop = m_shop, &engine](const Result<HouseView> &found) {
        const HouseDesk *hub = engine.authority().house();
        const auto end = [promised, &engine](const Result<HouseView> &view) {
            if (view.ok())
                withDates(engine, view.value(), promised);
            else
                promised.finish(Failure(view));
        };
        if (!found.ok() || !shop.hubState())
            end(found);
        else if (hub)
            byHub(shop, hub->view, HouseQuestion(), end);
        else
            promised.finish(Refusal::HubNeeded);
    });
    return promised.promise->future();
}

QFuture<Result<HouseActDone>> BoxOffice::act(const HouseAct &act)
{
    const Promised<HouseActDone> promised;
    Shop::Engine &engine = *m_shop.m_engine;
    const bool isOwn = !hasHub() || HouseService::isOwnTask(act.task);
    const auto may = [act](Services &s) -> Done {
        FOYER_CHECK(s.staff.may(act.by.who.id, actionFor(act.kind)));
        return done;
    };
    if (isOwn)
        return engine.writeIn([act, may, &engine](Connection &db, Services &s) -> Result<HouseActDone> {
            FOYER_CHECK(may(s));
            return HouseService(db, engine.clock, engine.ids, s).act(act);
        });
    deliver(engine.read(may), &m_shop, [promised, act, &shop = m_shop, &engine](const Done &let) {
        const HouseDesk *hub = engine.authority().house();
        if (!let.ok())
            promised.finish(Failure(let));
        else if (!hub)
            promised.finish(Refusal::HubNeeded);
        else
            byHub(shop, hub->act, act, [promised](const Result<HouseActDone> &answer) { promised.finish(answer); });
    });
    return promised.promise->future();
}

} // namespace foyer
