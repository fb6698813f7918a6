#include "services/ShopEngine.h"

#include "storage/Migrations.h"

#include <QFileInfo>

namespace foyer {

Shop::Engine::Engine(const QString &dataDir, const Clock &clock_, std::unique_ptr<Authority> authority)
    : clock(clock_), ids(clock_), m_folder(dataDir), m_authority(std::move(authority))
{
    m_pool.setMaxThreadCount(1);
}

Shop::Engine::~Engine()
{
    m_pool.waitForDone(); // its continuations ask the threads for jobs
    m_store.atEnd([this] { m_services.reset(); });
    m_reader.atEnd([this] { m_readServices.reset(); });
}

bool Shop::Engine::isGrave(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Io:
    case Error::Kind::Full:
    case Error::Kind::ReadOnly:
    case Error::Kind::Corrupt:
    case Error::Kind::Invariant: return true;
    case Error::Kind::NewerDatabase:
    case Error::Kind::NoDatabase:
    case Error::Kind::Locked:
    case Error::Kind::Busy:
    case Error::Kind::Unreachable:
    case Error::Kind::Internal: return false;
    }
    return true;
}

Done Shop::Engine::open(std::function<void(const ChangeSet &)> onCommit, std::function<void(const Error &)> onBroken)
{
    m_onBroken = std::move(onBroken);
    m_onCommit = std::move(onCommit);
    FOYER_CHECK(m_folder.isSetUp());
    FOYER_TRY(lock, m_folder.lock());
    m_lock = std::move(lock);
    FOYER_TRY(secrets, Secrets::load(m_folder.houseKey(), false));
    m_secrets = secrets;
    FOYER_CHECK(openStore(m_onCommit));
    FOYER_CHECK(m_reader.open(m_folder.database(), {.mode = Connection::Mode::ReadOnly}));
    return m_reader
        .run([this](Connection &db) -> Done {
            m_readServices = std::make_unique<Services>(db, clock, ids, *m_secrets, *m_authority);
            return done;
        })
        .result();
}

Done Shop::Engine::openStore(const std::function<void(const ChangeSet &)> &onCommit)
{
    FOYER_CHECK(m_store.open(m_folder.database(), {.onCommit = onCommit}));
    return m_store
        .run([this](Connection &db) -> Done {
            FOYER_CHECK(migrate(db));
            m_services = std::make_unique<Services>(db, clock, ids, *m_secrets, *m_authority);
            FOYER_CHECK(m_services->recover());
            FOYER_TRY(screen, m_services->staff.screen());
            m_screenAtStart = screen;
            m_dataVersion = db.dataVersion();
            return done;
        })
        .result();
}

void Shop::Engine::tick()
{
    m_store.run([this](Connection &db) -> Done {
        if (const qint64 version = db.dataVersion(); version != std::exchange(m_dataVersion, version))
            m_onCommit({.everything = true});
        const Done swept = m_services->sweep();
        if (swept.error() && isGrave(*swept.error()))
            m_onBroken(*swept.error());
        db.checkpoint();
        return swept;
    });
}

} // namespace foyer
