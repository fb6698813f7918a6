#include "storage/Connection.h"
#include "support/FaultyDisk.h"
#include "support/ManualClock.h"
#include "support/StatementCounter.h"

#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {
/// No file of this process grows beyond `bytes` while this lives: the kernel's own I/O error, also for root.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(qint64 bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{rlim_t(bytes), m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

/// Permissions count for this thread while this lives; root would ignore them.
class NotRoot
{
public:
    NotRoot() : m_wasRoot(::geteuid() == 0)
    {
        if (m_wasRoot)
            FOYER_REQUIRE(::seteuid(65534) == 0);
    }
    ~NotRoot()
    {
        if (m_wasRoot)
            static_cast<void>(!::seteuid(0));
    }

private:
    bool m_wasRoot;
};
} // namespace

class ConnectionTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    test::ManualClock m_clock;

    QString file() const { return m_folder->filePath(u"a.db"_s); }
    std::unique_ptr<Connection> open(Connection::Options options = {}) const
    {
        auto db = Connection::open(file(), options);
        return db.ok() ? std::move(db).value() : nullptr;
    }
    std::unique_ptr<Connection> openWithTable(Connection::Options options = {}) const
    {
        auto db = open(options);
        db->runOnce(u"CREATE TABLE t (x INTEGER PRIMARY KEY, y TEXT)"_s);
        return db;
    }
    static int countOf(Connection &db)
    {
        Rows rows = db.run("SELECT count(*) FROM t");
        return rows.next() ? rows.small(0) : -1;
    }
    Done insert(Connection &db, int x)
    {
        return db.write(m_clock, [&](Transaction &) -> Done {
            db.run("INSERT INTO t (x) VALUES (?)", {x});
            return done;
        });
    }
    Done insertLarge(Connection &db, int bytes)
    {
        return db.write(m_clock, [&](Transaction &) -> Done {
            db.run("INSERT INTO t (y) VALUES (?)", {QString(bytes, u'x')});
            return done;
        });
    }
    static Error::Kind kindOf(const Done &outcome)
    {
        return outcome.error() ? outcome.error()->kind : Error::Kind::Internal;
    }
    void damage(qint64 from, const QByteArray &bytes) const
    {
        QFile opened(file());
        QVERIFY(opened.open(QIODevice::ReadWrite) && opened.seek(from) && opened.write(bytes) == bytes.size());
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatSucceedsIsThereForOthers()
    {
        const auto db = openWithTable();
        const auto reader = open({.mode = Connection::Mode::ReadOnly});
        const qint64 before = reader->dataVersion();
        QVERIFY(insert(*db, 1).ok());
        QCOMPARE(countOf(*reader), 1);
        QVERIFY(reader->dataVersion() != before);
    }

    void aRefusalRollsBack()
    {
        const auto db = openWithTable();
        const Done refused = db->write(m_clock, [&](Transaction &) -> Done {
            db->run("INSERT INTO t (x) VALUES (1)");
            return Refusal::SeatTaken;
        });
        QVERIFY(refused.isRefused(Refusal::SeatTaken));
        QCOMPARE(countOf(*db), 0);
        QVERIFY(insert(*db, 2).ok());
    }

    void anErrorRollsBack()
    {
        const auto db = openWithTable();
        const Done failed = db->write(m_clock, [&](Transaction &) -> Done {
            db->run("INSERT INTO t (x) VALUES (1)");
            return Error{Error::Kind::Unreachable, u"the hub"_s};
        });
        QCOMPARE(kindOf(failed), Error::Kind::Unreachable);
        QCOMPARE(countOf(*db), 0);
    }

    void aBrokenInvariantRollsBackAndBecomesAnError()
    {
        const auto db = openWithTable();
        const Done broken = db->write(m_clock, [&](Transaction &) -> Done {
            db->run("INSERT INTO t (x) VALUES (1)");
            FOYER_REQUIRE(1 + 1 == 3);
            return done;
        });
        QCOMPARE(kindOf(broken), Error::Kind::Invariant);
        QVERIFY(broken.error()->detail.contains(u"1 + 1 == 3"));
        QCOMPARE(countOf(*db), 0);
    }

    void anyOtherExceptionRollsBackAndGoesOn()
    {
        const auto db = openWithTable();
        const auto work = [&](Transaction &) -> Done {
            db->run("INSERT INTO t (x) VALUES (1)");
            throw std::bad_alloc();
        };
        QVERIFY_THROWS_EXCEPTION(std::bad_alloc, static_cast<void>(db->write(m_clock, work)));
        QCOMPARE(countOf(*db), 0);
        QVERIFY(insert(*db, 2).ok());
    }

    void aConstraintThatNobodyAnswersIsABrokenInvariant()
    {
        const auto db = openWithTable();
        QVERIFY(insert(*db, 1).ok());
        QCOMPARE(kindOf(insert(*db, 1)), Error::Kind::Invariant);
        QVERIFY(insert(*db, 2).ok()); // the statement can be used again
        QCOMPARE(countOf(*db), 2);
    }

    void theFirstRowOfAReturningLeftLyingDoesNotBlockTheCommit()
    {
        const auto db = openWithTable();
        const Done written = db->write(m_clock, [&](Transaction &) -> Done {
            Rows rows = db->run("INSERT INTO t (x) VALUES (1), (2) RETURNING x");
            FOYER_REQUIRE(rows.next());
            return done;
        });
        QVERIFY(written.ok());
        QCOMPARE(countOf(*db), 2);
    }

    void whatAnUpdateTouchedIsCountedAnewEachTime()
    {
        const auto db = openWithTable();
        QCOMPARE(db->run("INSERT INTO t (x) VALUES (1), (2)").changed(), 2);
        QCOMPARE(db->run("INSERT INTO t (x) VALUES (1) ON CONFLICT DO NOTHING").changed(), 0);
        QCOMPARE(db->run("UPDATE t SET y = 'a' WHERE x = 99").changed(), 0);
    }

    void aReadSeesOneMomentWhateverOthersWrite()
    {
        const auto db = openWithTable();
        const auto reader = open({.mode = Connection::Mode::ReadOnly});
        const auto seen = reader->read([&]() -> Result<int> {
            const int before = countOf(*reader);
            FOYER_REQUIRE(insert(*db, 1).ok());
            return before + countOf(*reader);
        });
        QCOMPARE(seen.value(), 0);
        QCOMPARE(countOf(*reader), 1);
    }

    void aReaderCanNotWrite()
    {
        openWithTable();
        const auto reader = open({.mode = Connection::Mode::ReadOnly});
        QCOMPARE(kindOf(insert(*reader, 1)), Error::Kind::ReadOnly);
        QCOMPARE(countOf(*reader), 0);
    }

    void aFileThatMayNotBeWrittenIsReadOnly()
    {
        openWithTable();
        QFile::setPermissions(
            m_folder->path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
        QFile::setPermissions(file(), QFile::ReadOwner | QFile::ReadOther);
        {
            const NotRoot permissionsCount;
            const auto opened = Connection::open(file(), {});
            if (opened.ok())
                QCOMPARE(kindOf(insert(*opened.value(), 1)), Error::Kind::ReadOnly);
            else
                QVERIFY(opened.error()->kind == Error::Kind::ReadOnly || opened.error()->kind == Error::Kind::Io);
        }
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void aFileThatIsNoDatabaseIsCorruptNotOverwritten()
    {
        QFile text(file());
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(QByteArray("Dear diary, ").repeated(1'000));
        text.close();
        const auto opened = Connection::open(file(), {});
        QVERIFY(opened.error());
        QCOMPARE(opened.error()->kind, Error::Kind::Corrupt);
        QVERIFY(text.open(QIODevice::ReadOnly));
        QCOMPARE(text.readAll(), QByteArray("Dear diary, ").repeated(1'000));
    }

    void aDamagedPageIsCorruptNotAWrongAnswer()
    {
        {
            const auto db = openWithTable();
            for (int i = 0; i < 50; ++i)
                QVERIFY(insertLarge(*db, 2'000).ok());
        }
        damage(4096, QByteArray(4096 * 4, '\xA5'));
        const auto db = open();
        QVERIFY(db); // the first page is whole
        const auto read = db->read([&]() -> Result<int> { return countOf(*db); });
        QVERIFY(read.error());
        QCOMPARE(read.error()->kind, Error::Kind::Corrupt);
    }

    void aPlaceWithoutAFolderIsAnError()
    {
        const auto opened = Connection::open(m_folder->filePath(u"no/such/folder/a.db"_s), {});
        QVERIFY(opened.error());
        QCOMPARE(opened.error()->kind, Error::Kind::Io);
        const auto missing = Connection::open(file(), {.mode = Connection::Mode::ReadOnly});
        QVERIFY(missing.error()); // a reader makes no file
        QVERIFY(!QFile::exists(file()));
    }

    void aFullDiskRefusesTheWriteAndKeepsWhatWasThere()
    {
        const auto db = openWithTable();
        QVERIFY(insert(*db, 1).ok());
        db->runOnce(u"PRAGMA max_page_count = 10"_s);
        QCOMPARE(kindOf(insertLarge(*db, 100'000)), Error::Kind::Full);
        QCOMPARE(countOf(*db), 1);
        db->runOnce(u"PRAGMA max_page_count = 100000"_s); // somebody made room
        QVERIFY(insertLarge(*db, 100'000).ok());
    }

    void afterAFailedWriteToTheDiskTheConnectionRefusesEverything()
    {
        const auto db = openWithTable();
        QVERIFY(insert(*db, 1).ok());
        {
            const FileSizeLimit disk(64 * 1024);
            QCOMPARE(kindOf(insertLarge(*db, 1'000'000)), Error::Kind::Io);
        }
        QCOMPARE(kindOf(insert(*db, 2)), Error::Kind::Io); // the disk is well again, what it holds is not known
        QVERIFY_THROWS_EXCEPTION(StorageFailure, countOf(*db));
        QCOMPARE(countOf(*open()), 1); // a new start finds what was committed
    }

    void aFailedCheckpointIsAFailedWriteToo()
    {
        const auto db = openWithTable();
        QVERIFY(insertLarge(*db, 500'000).ok());
        {
            const FileSizeLimit disk(64 * 1024);
            db->checkpoint();
        }
        QCOMPARE(kindOf(insert(*db, 2)), Error::Kind::Io);
        QCOMPARE(countOf(*open()), 1);
    }

    void aCheckpointMovesTheLogIntoTheDatabase()
    {
        const auto db = openWithTable();
        const auto size = [&] { return QFileInfo(file()).size(); };
        const qint64 before = size();
        QVERIFY(insertLarge(*db, 500'000).ok());
        QCOMPARE(size(), before);
        db->checkpoint();
        QVERIFY(size() > 500'000);
    }

    void everyStatementCanBeMadeToFailAndNoneLeavesHalf()
    {
        test::FaultyDisk disk;
        const auto db = openWithTable({.observer = &disk});
        int n = 0;
        do {
            disk.failAt(++n);
            const Done written = db->write(m_clock, [&](Transaction &) -> Done {
                db->run("INSERT INTO t (x) VALUES (1)");
                db->run("INSERT INTO t (x) VALUES (2)");
                return done;
            });
            const bool failed = disk.failed();
            disk.heal();
            QCOMPARE(written.ok(), !failed);
            QCOMPARE(countOf(*db), failed ? 0 : 2);
        } while (countOf(*db) == 0);
        QCOMPARE(n, 5); // BEGIN, two rows, COMMIT; then nothing left to fail
    }

    void statementsAreSeenWithTheirArguments()
    {
        test::StatementCounter counter;
        const auto db = openWithTable({.observer = &counter});
        QVERIFY(insert(*db, 7).ok());
        QCOMPARE(counter.count(), 3);
        QCOMPARE(counter.countOf(u"INSERT INTO t"), 1);
        QCOMPARE(counter.statements()[1].arguments, QVariantList({7}));
    }

    void aCommitWaitsForTheDisk()
    {
        const auto db = open();
        const auto pragma = [&](const char *sql) {
            Rows rows = db->run(sql);
            return rows.next() ? rows.text(0) : QString();
        };
        QCOMPARE(pragma("PRAGMA journal_mode"), u"wal"_s);
        QCOMPARE(pragma("PRAGMA synchronous"), u"2"_s); // FULL
        QCOMPARE(pragma("PRAGMA foreign_keys"), u"1"_s);
    }
};

QTEST_GUILESS_MAIN(ConnectionTest)
#include "ConnectionTest.moc"
