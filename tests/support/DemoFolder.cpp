#include "support/DemoFolder.h"

#include "domain/IdMaker.h"
#include "services/CatalogueService.h"
#include "services/DemoSeason.h"
#include "services/Node.h"
#include "services/PlanReader.h"
#include "services/SeasonReader.h"
#include "services/Secrets.h"
#include "storage/Connection.h"
#include "storage/DataFolder.h"
#include "storage/Journal.h"
#include "storage/Json.h"
#include "storage/Migrations.h"

#include <QFile>
#include <QJsonDocument>
#include <QTimeZone>

namespace foyer::test {

namespace {
Done importSeason(Connection &db, const Clock &clock, const QDate &today, int admissionLimit)
{
    CatalogueService catalogue(db, clock);
    for (const DemoHouse house : {DemoHouse::Hall, DemoHouse::Cellar, DemoHouse::Arena}) {
        FOYER_TRY(plan, readPlan(demoPlan(house), demoHouseId(house)));
        FOYER_CHECK(catalogue.importPlan(plan));
    }
    FOYER_TRY(season, readSeason(demoSeason(today)));
    season.settings.admissionLimit = admissionLimit;
    FOYER_CHECK(catalogue.importSeason(season));
    return done;
}

Done setUp(const DataFolder &folder, DemoFolder::Season season, const QDate &today, int admissionLimit)
{
    const SystemClock clock;
    IdMaker ids(clock);
    FOYER_CHECK(folder.prepare());
    FOYER_TRY(secrets, Secrets::load(folder.houseKey(), true));
    FOYER_TRY(db, Connection::open(folder.database(), {.durable = false}));
    FOYER_CHECK(migrate(*db));
    const QByteArray settings = QJsonDocument(jsonOf(HouseSettings())).toJson(QJsonDocument::Compact);
    FOYER_CHECK(db->write(clock, [&](Transaction &tx) -> Done {
        journal::found(tx.db(), ids.make<NodeId>(), settings);
        return done;
    }));
    if (season == DemoFolder::Season::Demo)
        FOYER_CHECK(importSeason(*db, clock, today, admissionLimit));
    db->checkpoint();
    return done;
}
} // namespace

QDate houseToday() { return SystemClock().utc().toTimeZone(QTimeZone("Asia/Seoul")).date(); }

DemoFolder::DemoFolder(Season season, const QDate &today, int admissionLimit)
{
    FOYER_REQUIRE(setUp(DataFolder(m_dir.path()), season, today, admissionLimit).ok());
}

void DemoFolder::addStaff(const QString &name, Role role, const QString &pin)
{
    const auto node = Node::open(DataFolder(m_dir.path()));
    FOYER_REQUIRE(node.ok());
    FOYER_REQUIRE(node.value()->services().staff.add(name, role, node.value()->secrets().pinHash(pin)).ok());
    node.value()->db().checkpoint();
}

void DemoFolder::importAgain(const QByteArray &json)
{
    const auto node = Node::open(DataFolder(m_dir.path()));
    const auto season = readSeason(json);
    FOYER_REQUIRE(node.ok() && season.ok() && node.value()->services().catalogue.importSeason(season.value()).ok());
    node.value()->db().checkpoint();
}

void DemoFolder::copyTo(const QString &path) const
{
    const DataFolder from(m_dir.path()), to(path);
    FOYER_REQUIRE(QFile::copy(from.database(), to.database()) && QFile::copy(from.houseKey(), to.houseKey()));
}

} // namespace foyer::test
