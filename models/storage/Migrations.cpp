#include "storage/Migrations.h"

#include "storage/Connection.h"

#include <QDir>
#include <QFile>

namespace foyer {

namespace {
QStringList steps()
{
    return QDir(QStringLiteral(":/sql")).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

int numberOf(const QString &step) { return QStringView(step).left(4).toInt(); }

int versionIn(Connection &db)
{
    Rows rows = db.run("PRAGMA user_version");
    return rows.next() ? rows.small(0) : 0;
}

// A step's statements are separated by '-- next' lines.
void apply(Connection &db, const QString &step)
{
    QFile file(QStringLiteral(":/sql/") + step);
    FOYER_REQUIRE(file.open(QIODevice::ReadOnly));
    const QStringList statements = QString::fromUtf8(file.readAll()).split(QStringLiteral("-- next\n"));
    for (const QString &statement : statements)
        db.runOnce(statement);
    db.runOnce(QStringLiteral("PRAGMA user_version = %1").arg(numberOf(step)));
}
} // namespace

int schemaVersion() { return numberOf(steps().constLast()); }

Result<int> schemaVersionOf(Connection &db)
{
    return db.read([&]() -> Result<int> { return versionIn(db); });
}

Done migrate(Connection &db)
{
    FOYER_TRY(version, schemaVersionOf(db));
    if (version > schemaVersion())
        return Error{Error::Kind::NewerDatabase,
            QStringLiteral("the database has version %1, this program knows %2").arg(version).arg(schemaVersion())};
    const SystemClock clock; // no step tells of time
    for (const QString &step : steps()) {
        if (numberOf(step) <= version)
            continue;
        FOYER_CHECK(db.write(clock, [&](Transaction &) -> Done {
            if (versionIn(db) < numberOf(step)) // another program may have been faster
                apply(db, step);
            return done;
        }));
    }
    return done;
}

} // namespace foyer
