#include "storage/DataFolder.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace foyer;
using namespace Qt::StringLiterals;

class DataFolderTest : public QObject
{
    Q_OBJECT

    /// Another program that owns the folder; -1 when it could not get it.
    static pid_t ownerOf(const DataFolder &folder)
    {
        std::array<int, 2> pipe{};
        if (::pipe(pipe.data()) != 0)
            return -1;
        const pid_t child = ::fork();
        if (child == 0) {
            const auto lock = folder.lock();
            const char answer = lock.ok() ? 'y' : 'n';
            if (::write(pipe[1], &answer, 1) == 1)
                ::pause();
            ::_exit(0);
        }
        char answer = 'n';
        const bool owned = ::read(pipe[0], &answer, 1) == 1 && answer == 'y';
        ::close(pipe[0]);
        ::close(pipe[1]);
        if (!owned)
            end(child, SIGKILL);
        return owned ? child : -1;
    }
    static void end(pid_t child, int signal)
    {
        ::kill(child, signal);
        ::waitpid(child, nullptr, 0);
    }

private Q_SLOTS:
    void aFolderIsMadeWithAllThatLeadsToIt()
    {
        QTemporaryDir place;
        const DataFolder folder(place.filePath(u"deep/er/foyer"_s));
        QVERIFY(folder.prepare().ok());
        QVERIFY(QFileInfo(folder.path()).isDir());
        QVERIFY(folder.prepare().ok());                                   // and found again
        QVERIFY(QDir(folder.path()).isEmpty(QDir::Files | QDir::Hidden)); // the probe is gone
        QVERIFY(folder.database().startsWith(folder.path()));
    }

    void aFileInItsPlaceIsAnError()
    {
        QTemporaryDir place;
        QFile file(place.filePath(u"foyer"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(DataFolder(file.fileName()).prepare().error());
        QVERIFY(DataFolder(file.fileName() + u"/below"_s).prepare().error());
    }

    void aNewFolderIsItsOwnersAlone()
    {
        QTemporaryDir place;
        const DataFolder folder(place.filePath(u"new"_s));
        QVERIFY(folder.prepare().ok());
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                                QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFile::permissions(folder.path()) & others, QFile::Permissions());
        QCOMPARE(folder.isSetUp().error()->kind, Error::Kind::NoDatabase);
    }

    void aFolderThatNobodyCanWriteIsReadOnly()
    {
        const auto prepared = DataFolder(u"/proc/self"_s).prepare(); // not even for root
        QVERIFY(prepared.error());
        QCOMPARE(prepared.error()->kind, Error::Kind::ReadOnly);
        const auto lock = DataFolder(u"/proc/self"_s).lock();
        QVERIFY(lock.error());
        QCOMPARE(lock.error()->kind, Error::Kind::ReadOnly);
    }

    void aFolderHasOneOwnerUntilItLetsGo()
    {
        QTemporaryDir place;
        const DataFolder folder(place.path());
        {
            const auto first = folder.lock();
            QVERIFY(first.ok());
            const auto second = folder.lock();
            QVERIFY(second.error());
            QCOMPARE(second.error()->kind, Error::Kind::Locked);
            QVERIFY(second.error()->detail.contains(place.path()));
            QTemporaryDir elsewhere;
            QVERIFY(DataFolder(elsewhere.path()).lock().ok());
        }
        QVERIFY(folder.lock().ok());
    }

    void aPowerCutLocksNobodyOut_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("nothing in it") << QByteArray();
        QTest::newRow("half of it") << QByteArray("12");
    }
    void aPowerCutLocksNobodyOut()
    {
        QFETCH(QByteArray, left);
        QTemporaryDir place;
        QFile file(place.filePath(u"foyer.lock"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(left) == left.size());
        file.close();
        QVERIFY(DataFolder(place.path()).lock().ok());
    }

    void anotherProgramKeepsItsFolderHoweverLongItRuns()
    {
        QTemporaryDir place;
        const DataFolder folder(place.path());
        const pid_t owner = ownerOf(folder);
        QVERIFY(owner > 0);
        QFile file(place.filePath(u"foyer.lock"_s));
        QVERIFY(file.open(QIODevice::ReadWrite) &&
                file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-30), QFile::FileModificationTime));
        const auto lock = folder.lock();
        end(owner, SIGKILL);
        QVERIFY(lock.error());
        QCOMPARE(lock.error()->kind, Error::Kind::Locked);
    }

    void theFolderOfAProgramThatDiedIsFree()
    {
        QTemporaryDir place;
        const DataFolder folder(place.path());
        const pid_t owner = ownerOf(folder);
        QVERIFY(owner > 0);
        QVERIFY(folder.lock().error());
        end(owner, SIGKILL);
        QVERIFY(QFileInfo::exists(place.filePath(u"foyer.lock"_s))); // nobody cleaned up
        QVERIFY(folder.lock().ok());
    }
};

QTEST_GUILESS_MAIN(DataFolderTest)
#include "DataFolderTest.moc"
