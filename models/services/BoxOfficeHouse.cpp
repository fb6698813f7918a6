#include "services/BoxOfficeHub.h"
#include "services/FindService.h"
#include "services/HouseService.h"

// Tasks, terminals and the queue: of this machine, or of the house that it is a terminal of.

namespace foyer {

namespace {
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

bool isOfTask(const HouseAct &act)
{
    return act.kind == HouseAct::Kind::TakeTask || act.kind == HouseAct::Kind::SettleTask;
}

/// With the dates that it names, in the read thread.
template <typename Whole, typename Part, typename Engine>
void withDates(Engine &engine, Whole whole, const Part &part, const std::shared_ptr<QPromise<Result<Whole>>> &promise)
{
    engine
        .readIn([&engine, whole, names = named(part)](Connection &db, Services &s) mutable -> Result<Whole> {
            FOYER_TRY(dates, FindService(db, engine.clock, s.reservations, s.payments).dates(names));
            whole.dates = dates;
            return whole;
        })
        .then([promise](const Result<Whole> &read) { finish(promise, read); });
}
} // namespace

bool BoxOffice::hasHub() const { return m_shop.hubState().has_value(); }

QFuture<Result<BoxOffice::Tasks>> BoxOffice::tasks(StaffId who)
{
    const auto promise = begun<Tasks>();
    Shop::Engine &engine = *m_shop.m_engine;
    const auto own = engine.writeIn([who, &engine](Connection &db, Services &s) -> Result<HouseTasks> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return HouseService(db, engine.clock, engine.ids, s).tasks();
    });
    deliver(own, &m_shop, [this, promise, &engine](const Result<HouseTasks> &found) {
        if (!found.ok())
            return finish<Tasks>(promise, Failure(found));
        if (!hasHub())
            return withDates(engine, Tasks{found.value()}, found.value(), promise);
        const auto asked = begun<HouseTasks>();
        askHub(&HouseDesk::tasks, HouseQuestion(), asked);
        const auto lost = m_lostAct.request();
        const auto end = [this, promise, &engine, own = found.value(), lost](const Result<HouseTasks> &hubs) {
            Tasks whole{own};
            whole.all.isWhole = hubs.ok();
            if (hubs.ok())
                whole.all.tasks += hubs.value().tasks;
            else if (hubs.refused() && !hubs.isRefused(Refusal::HubNeeded))
                whole.refused = *hubs.refused();
            const QList<HubTask> &all = whole.all.tasks;
            const bool isThere = lost && std::any_of(all.begin(), all.end(),
                                             [&lost](const HubTask &task) { return task.id == lost->task; });
            if (hubs.ok() && lost && isOfTask(*lost) && !isThere)
                m_lostAct.forget(*lost); // it was done
            std::stable_sort(whole.all.tasks.begin(), whole.all.tasks.end(),
                [](const HubTask &a, const HubTask &b) { return a.due < b.due; });
            withDates(engine, whole, whole.all, promise);
        };
        deliver(asked->future(), &m_shop, end);
    });
    return promise->future();
}

QFuture<Result<BoxOffice::House>> BoxOffice::house(StaffId who)
{
    const auto promise = begun<House>();
    Shop::Engine &engine = *m_shop.m_engine;
    const auto own = engine.readIn([who, &engine](Connection &db, Services &s) -> Result<HouseView> {
        FOYER_CHECK(s.staff.may(who, StaffAction::OpenDesk));
        return HouseService(db, engine.clock, engine.ids, s).view();
    });
    deliver(own, &m_shop, [this, promise, &engine](const Result<HouseView> &found) {
        const auto end = [promise, &engine](const Result<HouseView> &view) {
            if (view.ok())
                withDates(engine, House{view.value(), {}}, view.value(), promise);
            else
                finish<House>(promise, Failure(view));
        };
        if (!found.ok() || !hasHub())
            return end(found);
        const auto asked = begun<HouseView>();
        askHub(&HouseDesk::view, HouseQuestion(), asked);
        deliver(asked->future(), &m_shop, [this, end, lost = m_lostAct.request()](const Result<HouseView> &view) {
            if (view.ok() && lost && !isOfTask(*lost))
                m_lostAct.forget(*lost); // whoever looks sees what became of it
            end(view);
        });
    });
    return promise->future();
}

QFuture<Result<HouseActDone>> BoxOffice::act(HouseAct act)
{
    const auto promise = begun<HouseActDone>();
    Shop::Engine &engine = *m_shop.m_engine;
    act.id = engine.ids.make<RequestId>();
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
    deliver(engine.read(may), &m_shop, [this, promise, act](const Done &let) {
        if (let.ok())
            askHub(&HouseDesk::act, act, promise, &m_lostAct);
        else
            finish<HouseActDone>(promise, Failure(let));
    });
    return promise->future();
}

} // namespace foyer
