#include "services/Node.h"

#include "services/DemoCrowd.h"
#include "services/DemoSeason.h"
#include "services/PlanReader.h"
#include "services/RootAuthority.h"
#include "services/SeasonReader.h"
#include "services/TerminalAuthority.h"
#include "storage/HubLinkStore.h"
#include "storage/Json.h"
#include "storage/Migrations.h"

#include <QFile>
#include <QJsonDocument>

namespace foyer {

using namespace Qt::StringLiterals;

Node::Node(DataFolder folder, std::unique_ptr<Connection> db, Secrets secrets, std::optional<HubLink> hub)
    : m_folder(std::move(folder)), m_db(std::move(db)), m_secrets(std::move(secrets)), m_hub(std::move(hub))
{
    if (m_hub)
        m_authority = std::make_unique<TerminalAuthority>();
    else
        m_authority = std::make_unique<RootAuthority>();
    m_services = std::make_unique<Services>(*m_db, m_clock, m_ids, m_secrets, *m_authority);
}

Result<std::optional<HubLink>> Node::hubOf(Connection &db)
{
    return db.read([&]() -> Result<std::optional<HubLink>> { return HubLinkStore(db).find(); });
}

Result<std::unique_ptr<Node>> Node::open(const DataFolder &folder)
{
    FOYER_CHECK(folder.isSetUp());
    FOYER_TRY(db, Connection::open(folder.database(), {}));
    FOYER_CHECK(bringUpToDate(folder, *db));
    FOYER_TRY(founded, isFounded(*db));
    if (!founded)
        return Error{Error::Kind::NoDatabase, u"the setting up of %1 was never finished"_s.arg(folder.path())};
    FOYER_TRY(hub, hubOf(*db));
    FOYER_CHECK(Secrets::finishHouseKey(folder.houseKey(), hub.has_value())); // of an enrolment that was cut short
    FOYER_TRY(secrets, Secrets::load(folder.houseKey(), false));
    return std::unique_ptr<Node>(new Node(folder, std::move(db), std::move(secrets), std::move(hub)));
}

Result<std::unique_ptr<Node>> Node::found(const DataFolder &folder)
{
    FOYER_CHECK(folder.prepare());
    FOYER_TRY(db, Connection::open(folder.database(), {}));
    FOYER_CHECK(bringUpToDate(folder, *db));
    // the key of a house that has members is never made anew: their numbers and PINs would be lost
    FOYER_TRY(founded, isFounded(*db));
    FOYER_TRY(secrets, Secrets::load(folder.houseKey(), !founded));
    FOYER_TRY(hub, hubOf(*db));
    std::unique_ptr<Node> node(new Node(folder, std::move(db), std::move(secrets), std::move(hub)));
    FOYER_CHECK(node->foundIfNew());
    return node;
}

Done Node::bringUpToDate(const DataFolder &folder, Connection &db)
{
    FOYER_TRY(version, schemaVersionOf(db));
    if (version == schemaVersion())
        return done;
    if (version > schemaVersion())
        return migrate(db); // which refuses and names both versions
    FOYER_TRY(lock, folder.lock());
    return migrate(db);
}

Result<bool> Node::isFounded(Connection &db)
{
    const auto head = db.read([&]() -> Result<Head> { return journal::head(db); });
    if (head.ok())
        return true;
    return head.error()->kind == Error::Kind::NoDatabase ? Result<bool>(false) : Result<bool>(*head.error());
}

Done Node::foundIfNew()
{
    return m_db->write(m_clock, [&](Transaction &tx) -> Done {
        try {
            journal::head(tx.db());
        } catch (const StorageFailure &failure) {
            if (failure.error().kind != Error::Kind::NoDatabase)
                throw;
            const QByteArray settings = QJsonDocument(jsonOf(HouseSettings())).toJson(QJsonDocument::Compact);
            journal::found(tx.db(), m_ids.make<NodeId>(), settings);
        }
        return done;
    });
}

void Node::setReachable(bool isReachable)
{
    if (m_hub)
        static_cast<TerminalAuthority &>(*m_authority).setReachable(isReachable);
}

Result<bool> Node::own()
{
    auto lock = m_folder.lock();
    if (lock.ok()) {
        m_lock = std::move(lock).value();
        return true;
    }
    return lock.error()->kind == Error::Kind::Locked ? Result<bool>(false) : Result<bool>(*lock.error());
}

Done importDemoSeason(Node &node, const Clock &clock)
{
    FOYER_CHECK(clearDemoCrowd(node, clock));
    CatalogueService catalogue(node.db(), clock);
    for (const DemoHouse house : {DemoHouse::Cellar, DemoHouse::Hall, DemoHouse::Arena}) {
        FOYER_TRY(plan, readPlan(demoPlan(house), demoHouseId(house)));
        FOYER_CHECK(catalogue.importPlan(plan));
    }
    FOYER_TRY(settings, catalogue.settings());
    const QDate today = clock.utc().toTimeZone(QTimeZone(settings.timeZone)).date();
    // What was sold before a setting up was cut short stays: the newest season that has all of it.
    for (QDate first = today;; first = first.addDays(-1)) {
        FOYER_TRY(season, readSeason(demoSeason(first)));
        const auto imported = catalogue.importSeason(season);
        if (imported.ok())
            return sellDemoSeason(node, clock, demoDemand(first));
        if (!imported.isRefused(Refusal::PerformanceHasSales) || first <= today.addDays(-demoSeasonDays))
            return Failure(imported);
    }
}

} // namespace foyer
