#include "HubServerWork.h"

#include "protocol/HouseWorkMessages.h"

// What staff at a desk see of the house, and do with it.

namespace foyer {

bool HubServer::isOfDesk(const QByteArray &path)
{
    return path == "/v1/figures" || path == "/v1/tasks" || path == "/v1/house" || path == "/v1/house/act" ||
           path.startsWith("/v1/order");
}

void HubServer::desk(const Asking &asked)
{
    const auto said = [this, asked](const QJsonObject &json) { answer(asked, json); };
    const QByteArray key = asked->key;
    const int epoch = asked->epoch;
    if (asked->path.startsWith("/v1/order"))
        orders(asked);
    else if (asked->path == "/v1/figures")
        figures(asked);
    else if (asked->path == "/v1/tasks") // a write: what is new is noted
        run<QJsonObject>(
            true, asked,
            [key, epoch](Inside &inside) -> Result<QJsonObject> {
                FOYER_CHECK(inside.hub.desk(key, epoch));
                FOYER_TRY(tasks, inside.work.tasks.all());
                return jsonOf(HouseTasks{tasks});
            },
            said);
    else if (asked->path == "/v1/house")
        run<QJsonObject>(
            false, asked,
            [key, epoch, machines = heard()](Inside &inside) -> Result<QJsonObject> {
                FOYER_CHECK(inside.hub.desk(key, epoch));
                FOYER_TRY(view, inside.work.view(machines));
                return jsonOf(view);
            },
            said);
    else
        post<HouseAct>(asked, [key, epoch](Inside &inside, const HouseAct &act) -> Result<HouseActDone> {
            FOYER_TRY(from, inside.hub.desk(key, epoch));
            return inside.work.act(from, act);
        });
}

QHash<EpochId, HubWork::Heard> HubServer::heard() const
{
    QHash<EpochId, HubWork::Heard> machines;
    for (auto it = m_heardAt.begin(); it != m_heardAt.end(); ++it)
        machines[it.key()].at = *it;
    for (auto it = m_present.begin(); it != m_present.end(); ++it)
        machines[it.key()].isOnline = !it->hasExpired();
    for (const Poll &poll : m_polls)
        machines[poll.epoch].isOnline = poll.asked->socket;
    return machines;
}

/// So that a task's time runs from when it came up, though nobody looks.
void HubServer::noteTasks()
{
    m_store.run([this](Connection &) -> Done {
        FOYER_CHECK(m_writes->work.tasks.all());
        return done;
    });
}

} // namespace foyer
