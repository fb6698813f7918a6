#include "sync/MachineEnrolment.h"

#include "domain/Deliver.h"
#include "services/Secrets.h"
#include "services/Services.h"
#include "storage/DataFolder.h"

namespace foyer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto patience = 20s;

/// What the steps share while they follow each other.
struct Enrolling {
    HubClient &client;
    DeviceKey key;
    QString houseKey; ///< file
    QUrl hub;
    IdMaker ids;
    const Clock &clock;
    HubSession::InStore inStore;
    std::function<void(const Result<HubLink> &)> then;
    EnrolWish wish;
    HubLink link;
};
using Shared = std::shared_ptr<Enrolling>;

void begin(const Shared &all, const Enrolled &enrolled)
{
    const auto houseKey = all->key.opened(enrolled.houseKey);
    if (!houseKey.ok())
        return all->then(Failure(houseKey));
    if (const Done kept = Secrets::prepareHouseKey(all->houseKey, houseKey.value()); !kept.ok())
        return all->then(Failure(kept));
    all->link = {enrolled.hub, all->hub.toString(), enrolled.name, 0, 0, 0, {}, enrolled.lane};
    const auto begun = all->inStore([all, enrolled](Connection &db, Services &services) {
        return TerminalSync(db, all->clock, all->ids, services).begin(enrolled.enrolment, all->link);
    });
    deliver(begun, &all->client, [all](const Done &did) {
        if (const Done kept = Secrets::finishHouseKey(all->houseKey, did.ok()); did.ok() && !kept.ok())
            return all->then(Failure(kept));
        all->then(did.ok() ? Result<HubLink>(all->link) : Result<HubLink>(Failure(did)));
    });
}

void send(const Shared &all)
{
    all->client.post(u"/v1/enrol"_s, all->wish.wish.present.number, jsonOf(all->wish), patience,
        [all](const Result<QJsonObject> &json) {
            const auto enrolled = json.ok() ? fromJson<Enrolled>(json.value()) : Result<Enrolled>(Failure(json));
            if (enrolled.ok())
                begin(all, enrolled.value());
            else
                all->then(Failure(enrolled));
        });
}
} // namespace

void enrolMachine(HubClient &client, const DeviceKey &key, const DataFolder &folder, const QUrl &hub,
    const QString &code, const Clock &clock, const HubSession::InStore &inStore,
    std::function<void(const Result<HubLink> &)> then)
{
    const Shared all(new Enrolling{
        client, key, folder.houseKey(), hub, IdMaker(clock), clock, inStore, std::move(then), {code, {}}, {}});
    const auto wanted = inStore([all](Connection &db, Services &services) -> Done {
        FOYER_TRY(wish, TerminalSync(db, all->clock, all->ids, services).wantEnrolment());
        all->wish.wish = wish;
        return done;
    });
    deliver(wanted, &client, [all](const Done &did) {
        if (did.ok())
            send(all);
        else
            all->then(Failure(did));
    });
}

} // namespace foyer
