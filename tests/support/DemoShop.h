#pragma once

#include "devices/SimulatedTenderDevice.h"
#include "domain/IdMaker.h"
#include "items/VisitModel.h"
#include "services/CatalogueService.h"
#include "services/DemoSeason.h"
#include "services/PlanReader.h"
#include "services/RootAuthority.h"
#include "services/SeasonReader.h"
#include "services/Secrets.h"
#include "services/Shop.h"
#include "services/TenderDesk.h"
#include "storage/Connection.h"
#include "storage/DataFolder.h"
#include "storage/Journal.h"
#include "storage/Json.h"
#include "storage/Migrations.h"

#include <QJsonDocument>
#include <QTemporaryDir>

namespace foyer::test {

/// A data folder as an installer leaves it, with or without the demo season: set up once, copied for every shop.
class DemoFolder
{
public:
    enum class Season : quint8 { None, Demo };

    DemoFolder(Season season, const QDate &today)
    {
        const DataFolder folder(m_dir.path());
        FOYER_REQUIRE(Secrets::load(folder.houseKey(), true).ok());
        const auto db = Connection::open(folder.database(), {.durable = false}).value();
        FOYER_REQUIRE(migrate(*db).ok());
        IdMaker ids(m_clock);
        const QByteArray settings = QJsonDocument(jsonOf(HouseSettings{})).toJson(QJsonDocument::Compact);
        const Done founded = db->write(m_clock, [&](Transaction &tx) -> Done {
            journal::found(tx.db(), ids.make<NodeId>(), settings);
            return done;
        });
        FOYER_REQUIRE(founded.ok());
        if (season == Season::Demo)
            import(*db, today);
        db->checkpoint();
    }

    void copyTo(const QString &path) const
    {
        const DataFolder from(m_dir.path()), to(path);
        FOYER_REQUIRE(QFile::copy(from.database(), to.database()) && QFile::copy(from.houseKey(), to.houseKey()));
    }

private:
    void import(Connection &db, const QDate &today)
    {
        CatalogueService catalogue(db, m_clock);
        for (const DemoHouse house : {DemoHouse::Cellar, DemoHouse::Hall, DemoHouse::Arena})
            FOYER_REQUIRE(catalogue.importPlan(readPlan(demoPlan(house), demoHouseId(house)).value()).ok());
        foyer::Season season = readSeason(demoSeason(today)).value();
        season.settings.admissionLimit = 1; // so that a second customer waits
        FOYER_REQUIRE(catalogue.importSeason(season).ok());
    }

    QTemporaryDir m_dir;
    SystemClock m_clock;
};

/// A whole kiosk but for its window: the real shop on a copy of the folder, a demo card terminal, one visit.
class DemoShop
{
public:
    explicit DemoShop(const DemoFolder &folder)
    {
        folder.copyTo(m_dir.path());
        m_shop = Shop::open(m_dir.path(), m_clock, std::make_unique<RootAuthority>()).value();
        m_card.emplace(
            TenderKind::Card, DataFolder(m_dir.path()).simulatorMemory(QStringLiteral("card")), SimulatorScript{});
        m_desk.emplace(*m_shop, QList<TenderDevice *>{&*m_card});
        m_visit.emplace(*m_shop, *m_desk);
    }

    VisitModel &visit() { return *m_visit; }
    Shop &shop() { return *m_shop; }

    void setAdmissionLimit(int limit) { (void)m_shop->setAdmissionLimit(limit, {}).result(); }

    template <typename T>
    static T must(QFuture<Result<T>> future)
    {
        future.waitForFinished();
        return future.result().value();
    }

private:
    QTemporaryDir m_dir;
    SystemClock m_clock;
    std::unique_ptr<Shop> m_shop;
    std::optional<SimulatedTenderDevice> m_card;
    std::optional<TenderDesk> m_desk;
    std::optional<VisitModel> m_visit;
};

} // namespace foyer::test
