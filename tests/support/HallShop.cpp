#include "support/HallShop.h"

#include "domain/IdMaker.h"
#include "services/CatalogueService.h"
#include "services/DemoSeason.h"
#include "services/PlanReader.h"
#include "services/RootAuthority.h"
#include "services/SeasonReader.h"
#include "services/Secrets.h"
#include "storage/Connection.h"
#include "storage/DataFolder.h"
#include "storage/Journal.h"
#include "storage/Json.h"
#include "storage/Migrations.h"

#include <QJsonDocument>

namespace foyer::test {

HallShop::HallShop()
{
    const Done ready = setUp();
    FOYER_REQUIRE(ready.ok());
    auto shop = Shop::open(m_dir.path(), clock, std::make_unique<RootAuthority>());
    FOYER_REQUIRE(shop.ok());
    m_shop = std::move(shop).value();
}

Done HallShop::setUp()
{
    const DataFolder folder(m_dir.path());
    FOYER_CHECK(folder.prepare());
    FOYER_TRY(secrets, Secrets::load(folder.houseKey(), true));
    FOYER_TRY(db, Connection::open(folder.database(), {.durable = false}));
    FOYER_CHECK(migrate(*db));
    IdMaker ids(clock);
    const QByteArray settings = QJsonDocument(jsonOf(HouseSettings())).toJson(QJsonDocument::Compact);
    FOYER_CHECK(db->write(clock, [&](Transaction &tx) -> Done {
        journal::found(tx.db(), ids.make<NodeId>(), settings);
        return done;
    }));
    CatalogueService catalogue(*db, clock);
    for (const DemoHouse house : {DemoHouse::Hall, DemoHouse::Cellar, DemoHouse::Arena}) {
        FOYER_TRY(plan, readPlan(demoPlan(house), demoHouseId(house)));
        FOYER_CHECK(catalogue.importPlan(plan));
    }
    const QDate today = clock.utc().toTimeZone(QTimeZone(HouseSettings().timeZone)).date();
    FOYER_TRY(season, readSeason(demoSeason(today)));
    FOYER_CHECK(catalogue.importSeason(season));
    return done;
}

} // namespace foyer::test
