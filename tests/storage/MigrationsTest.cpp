#include "storage/Migrations.h"
#include "storage/Connection.h"
#include "support/ManualClock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>
#include <thread>

using namespace foyer;
using namespace Qt::StringLiterals;

class MigrationsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;
    test::ManualClock m_clock;

    QString newFile() { return m_folder.filePath(u"%1.db"_s.arg(++m_files)); }
    static std::unique_ptr<Connection> open(const QString &file)
    {
        auto db = Connection::open(file, {});
        return db.ok() ? std::move(db).value() : nullptr;
    }
    static QByteArray contentOf(const QString &file)
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    /// Every table, index and trigger, as the database itself tells of them.
    static QStringList schemaOf(Connection &db)
    {
        QStringList schema;
        for (Rows rows = db.run("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
             rows.next();)
            schema << rows.text(0);
        return schema;
    }
    static bool hasTable(Connection &db, const QString &name)
    {
        return db.run("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", {name}).next();
    }

    /// The database as a program wrote it that knew the first `version` scripts only.
    static void build(Connection &db, int version)
    {
        const QStringList scripts = QDir(u":/sql"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name).first(version);
        for (const QString &script : scripts)
            for (const QString &statement : QString::fromUtf8(contentOf(u":/sql/"_s + script)).split(u"-- next\n"_s))
                db.runOnce(statement);
        db.runOnce(u"PRAGMA user_version = %1"_s.arg(version));
    }

    /// One row in each table, with what the column's type asks for.
    static void fill(Connection &db)
    {
        db.runOnce(u"PRAGMA foreign_keys = OFF"_s);
        QStringList tables;
        for (Rows rows = db.run("SELECT name FROM sqlite_schema WHERE type = 'table'"); rows.next();)
            tables << rows.text(0);
        for (const QString &table : tables) {
            QStringList values;
            for (Rows rows = db.run("SELECT type FROM pragma_table_info(?)", {table}); rows.next();)
                values << (rows.text(0) == u"TEXT" || rows.text(0) == u"BLOB" ? u"x'31'"_s : u"1"_s);
            db.runOnce(u"INSERT INTO %1 VALUES (%2)"_s.arg(table, values.join(u',')));
        }
        db.runOnce(u"PRAGMA foreign_keys = ON"_s);
    }
    /// Without those that a hub makes anew of its machines' journals, and what is kept in memory since.
    static int rowsIn(Connection &db)
    {
        QStringList counts;
        for (Rows rows = db.run("SELECT name FROM sqlite_schema WHERE type = 'table' "
                                "AND name NOT IN ('house_reading', 'house_sale', 'house_ticket', 'right_request')");
             rows.next();)
            counts << u"(SELECT count(*) FROM %1)"_s.arg(rows.text(0));
        db.runOnce(u"CREATE TEMP VIEW IF NOT EXISTS counted AS SELECT %1 AS total"_s.arg(counts.join(u'+')));
        Rows rows = db.run("SELECT total FROM counted");
        return rows.next() ? rows.small(0) : -1;
    }

private Q_SLOTS:
    void anEmptyDatabaseGetsEverythingAndASecondTimeNothing()
    {
        const auto db = open(newFile());
        QCOMPARE(schemaVersionOf(*db).value(), 0);
        QVERIFY(migrate(*db).ok());
        QCOMPARE(schemaVersionOf(*db).value(), schemaVersion());
        const QStringList schema = schemaOf(*db);
        QVERIFY(schema.size() > 30);
        QVERIFY(migrate(*db).ok());
        QCOMPARE(schemaOf(*db), schema);
    }

    void theScriptsAreNumberedWithoutGaps()
    {
        const QStringList scripts = QDir(u":/sql"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
        for (int i = 0; i < scripts.size(); ++i)
            QVERIFY2(scripts[i].startsWith(u"%1_"_s.arg(i + 1, 4, 10, QChar(u'0'))), qPrintable(scripts[i]));
        QCOMPARE(scripts.size(), schemaVersion());
    }

    void anOlderDatabaseIsUpgradedAndKeepsItsRows_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < schemaVersion(); ++version)
            QTest::addRow("version %d", version) << version;
    }
    void anOlderDatabaseIsUpgradedAndKeepsItsRows()
    {
        QFETCH(int, version);
        const QString fresh = newFile(), old = newFile();
        const auto newest = open(fresh);
        QVERIFY(migrate(*newest).ok());
        {
            const auto db = open(old);
            build(*db, version);
            fill(*db);
        }
        const auto db = open(old);
        const int rows = rowsIn(*db);
        QVERIFY(rows >= 2);
        QVERIFY(migrate(*db).ok());
        QCOMPARE(schemaVersionOf(*db).value(), schemaVersion());
        QCOMPARE(schemaOf(*db), schemaOf(*newest));
        QCOMPARE(rowsIn(*db), rows); // the view counts the tables there were
    }

    /// Version 16 counted how often an order was refunded, and kept how it was at the hub with the order.
    void aHubKeepsWhatItKnewOfRefunds()
    {
        const auto db = open(newFile());
        build(*db, 16);
        const auto order = [&](const QString &id, int refunds, const QString &atHub, int told, int settled) {
            db->runOnce(u"INSERT INTO house_order VALUES (%1, x'a1', 2, 7, 0, x'b1', 5, 30, %2, %3, %4, %5)"_s.arg(id)
                            .arg(refunds)
                            .arg(atHub)
                            .arg(told)
                            .arg(settled));
        };
        order(u"x'01'"_s, 0, u"NULL, NULL"_s, 1, 0);   // it stands
        order(u"x'02'"_s, 1, u"NULL, NULL"_s, 1, 0);   // its seller did it
        order(u"x'03'"_s, 1, u"x'c3', x'd3'"_s, 0, 0); // the hub did, and the seller doesn't know
        order(u"x'04'"_s, 3, u"x'c4', x'd4'"_s, 1, 1); // both, and a copy of the seller: one of them is settled
        order(u"x'05'"_s, 2, u"NULL, x'd5'"_s, 1, 1);  // a hub that this one forgot, and the seller: settled
        db->runOnce(
            u"INSERT INTO sale (id, number, hold, token, wallet, performance, state, paid_at, total, tax, "
            "currency, catalogue, refunded_at_hub) VALUES (x'02', '2', x'12', x'', x'', 5, 2, 0, 30, 0, 'KRW', 1, "
            "0), (x'03', '3', x'13', x'', x'', 5, 2, 0, 30, 0, 'KRW', 1, 1)"_s);
        db->runOnce(u"INSERT INTO ticket VALUES (x'22', x'02', 5, 1, 'R', 1, 30, '', 0), "
                    "(x'23', x'03', 5, 2, 'R', 1, 30, '', 0)"_s);
        QVERIFY(migrate(*db).ok());
        const auto rowsOf = [&](const char *sql) {
            QStringList rows;
            for (Rows each = db->run(sql); each.next();)
                rows << each.text(0);
            return rows;
        };
        QCOMPARE(rowsOf("SELECT lower(hex(id)) || ' ' || seq || ' ' || total || ' ' || beyond || ' ' || settled"
                        " FROM house_order ORDER BY id"),
            (QStringList{
                u"01 7 30 0 0"_s, u"02 7 30 0 0"_s, u"03 7 30 0 0"_s, u"04 7 30 60 30"_s, u"05 7 30 30 30"_s}));
        QCOMPARE(rowsOf("SELECT lower(hex(sale)) || ' ' || number || ' ' || seats || ' ' || amount || ' '"
                        " || coalesce(nullif(lower(hex(request)), ''), '-') || ' ' || "
                        "coalesce(nullif(lower(hex(paid_to)), ''), '-') || ' ' || told"
                        " FROM house_refund ORDER BY sale, number"),
            (QStringList{u"02 1 [] 30 - - 1"_s, u"03 1 [] 30 c3 d3 0"_s, u"04 1 [] 30 c4 d4 1"_s, u"04 2 [] 30 - - 1"_s,
                u"04 3 [] 30 - - 1"_s, u"05 1 [] 30 - d5 1"_s, u"05 2 [] 30 - - 1"_s}));
        QCOMPARE(rowsOf("SELECT lower(hex(sale)) || ' ' || refunded_at_hub FROM ticket ORDER BY sale"),
            (QStringList{u"02 0"_s, u"03 1"_s}));
    }

    void aDatabaseOfANewerProgramIsRefusedAndUntouched()
    {
        const QString file = newFile();
        {
            const auto db = open(file);
            QVERIFY(migrate(*db).ok());
            db->runOnce(u"CREATE TABLE of_tomorrow (x INTEGER)"_s);
            db->runOnce(u"PRAGMA user_version = %1"_s.arg(schemaVersion() + 1));
        }
        const QByteArray before = contentOf(file);
        {
            const auto db = open(file);
            const Done migrated = migrate(*db);
            QVERIFY(migrated.error());
            QCOMPARE(migrated.error()->kind, Error::Kind::NewerDatabase);
        }
        QVERIFY(!before.isEmpty());
        QCOMPARE(contentOf(file), before);
        QVERIFY(!QFile::exists(file + u"-wal"_s));
    }

    void aStepThatFailsMidwayLeavesTheStepBefore()
    {
        const auto db = open(newFile());
        build(*db, 3);
        db->runOnce(u"CREATE TABLE hold_seat (in_the_way INTEGER)"_s); // the fourth script makes three tables before it
        const QStringList before = schemaOf(*db);
        QVERIFY(migrate(*db).error());
        QCOMPARE(schemaVersionOf(*db).value(), 3);
        QCOMPARE(schemaOf(*db), before);
        QVERIFY(!hasTable(*db, u"seat_right"_s));

        db->runOnce(u"DROP TABLE hold_seat"_s);
        QVERIFY(migrate(*db).ok()); // and nothing stands in the way of trying again
        QCOMPARE(schemaVersionOf(*db).value(), schemaVersion());
    }

    void theStepsBeforeAFailedOneAreKept()
    {
        const auto db = open(newFile());
        build(*db, 1);
        db->runOnce(u"CREATE TABLE hold_seat (in_the_way INTEGER)"_s);
        QVERIFY(migrate(*db).error());
        QCOMPARE(schemaVersionOf(*db).value(), 3);
        QVERIFY(hasTable(*db, u"token"_s));
    }

    void twoProgramsStartedAtOnceUpgradeOnce()
    {
        const QString file = newFile();
        QVERIFY(open(file)); // in WAL mode from here on: switching needs the file alone
        std::array<bool, 2> upgraded{};
        std::vector<std::thread> programs;
        for (bool &ok : upgraded)
            programs.emplace_back([&] {
                const auto db = open(file);
                ok = db && migrate(*db).ok();
            });
        for (auto &program : programs)
            program.join();
        QVERIFY(upgraded[0] && upgraded[1]);
    }
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "MigrationsTest.moc"
