#include "storage/StoreThread.h"
#include "domain/Deliver.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;

class StoreThreadTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    std::unique_ptr<StoreThread> started()
    {
        auto thread = std::make_unique<StoreThread>(u"store"_s);
        return thread->open(m_folder.filePath(u"%1.db"_s.arg(++m_files)), {}).ok() ? std::move(thread) : nullptr;
    }

private Q_SLOTS:
    void jobsRunOneByOneInTheOrderOfAskingInAThreadOfTheirOwn()
    {
        const auto store = started();
        QList<int> order; // only the store's thread touches it until the last future is done
        QFuture<Result<int>> last;
        for (int i = 0; i < 500; ++i)
            last = store->run([&order, i](Connection &) -> Result<int> {
                order << i;
                return QThread::currentThread() == qApp->thread() ? -1 : i;
            });
        QCOMPARE(last.result().value(), 499);
        QCOMPARE(order.size(), 500);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void aJobUsesTheConnection()
    {
        const auto store = started();
        const auto answer = store->run([](Connection &db) -> Result<qint64> {
            Rows rows = db.run("SELECT 6 * 7");
            FOYER_REQUIRE(rows.next());
            return rows.integer(0);
        });
        QCOMPARE(answer.result().value(), 42);
    }

    void aJobThatThrowsIsAnErrorAndTheNextOneRuns()
    {
        const auto store = started();
        const auto failing = store->run([](Connection &db) -> Done {
            db.run("SELECT * FROM nowhere");
            return done;
        });
        const auto broken = store->run([](Connection &) -> Done {
            FOYER_REQUIRE(false);
            return done;
        });
        const auto other = store->run([](Connection &) -> Done { throw std::runtime_error("oh"); });
        const auto well = store->run([](Connection &) -> Done { return done; });
        QCOMPARE(failing.result().error()->kind, Error::Kind::Internal);
        QCOMPARE(broken.result().error()->kind, Error::Kind::Invariant);
        QCOMPARE(other.result().error()->detail, u"oh"_s);
        QVERIFY(well.result().ok());
    }

    void aRefusalIsAnAnswer()
    {
        const auto store = started();
        QVERIFY(store->run([](Connection &) -> Done { return Refusal::SoldOut; }).result().isRefused(Refusal::SoldOut));
    }

    void aDatabaseThatCanNotBeOpenedSaysSo()
    {
        StoreThread store(u"store"_s);
        const Done opened = store.open(m_folder.filePath(u"no/folder/a.db"_s), {});
        QVERIFY(opened.error());
        QCOMPARE(opened.error()->kind, Error::Kind::Io);
    }

    void closingFinishesTheJobsAskedForAndWhatIsSaidForTheEnd()
    {
        auto store = started();
        QSemaphore go;
        QList<int> ran;
        store->atEnd([&] { ran << -1; });
        store->run([&](Connection &) -> Done {
            go.acquire();
            return done;
        });
        QFuture<Done> last;
        for (int i = 0; i < 20; ++i)
            last = store->run([&ran, i](Connection &db) -> Done {
                QThread::msleep(1);
                db.run("SELECT 1").next();
                ran << i;
                return done;
            });
        QVERIFY(!last.isFinished());
        go.release();
        store.reset();
        QVERIFY(last.isFinished());
        QVERIFY(last.result().ok());
        QCOMPARE(ran.size(), 21);
        QCOMPARE(ran.constLast(), -1);
    }

    void aResultIsDeliveredInTheReceiversThread()
    {
        const auto store = started();
        QObject receiver;
        QThread *where = nullptr;
        int delivered = 0;
        deliver(store->run([](Connection &) -> Result<int> { return 7; }), &receiver, [&](const Result<int> &result) {
            where = QThread::currentThread();
            delivered = result.value();
        });
        QCOMPARE(delivered, 0); // never before deliver() returns
        QTRY_COMPARE(delivered, 7);
        QCOMPARE(where, QThread::currentThread());
        QTRY_VERIFY(receiver.children().isEmpty());
    }

    void aResultThatIsAlreadyThereIsDeliveredToo()
    {
        const auto store = started();
        auto future = store->run([](Connection &) -> Result<int> { return 7; });
        future.waitForFinished();
        QObject receiver;
        int delivered = 0;
        deliver(future, &receiver, [&](const Result<int> &result) { delivered = result.value(); });
        QTRY_COMPARE(delivered, 7);
    }

    void aScreenThatIsGoneIsNotDeliveredTo_data()
    {
        QTest::addColumn<bool>("finishedFirst");
        QTest::newRow("gone before the job ends") << false;
        QTest::newRow("gone between the end and the delivery") << true;
    }
    void aScreenThatIsGoneIsNotDeliveredTo()
    {
        QFETCH(bool, finishedFirst);
        const auto store = started();
        QSemaphore go;
        bool delivered = false;
        auto receiver = std::make_unique<QObject>();
        auto future = store->run([&](Connection &) -> Done {
            go.acquire();
            return done;
        });
        deliver(future, receiver.get(), [&](const Done &) { delivered = true; });
        if (finishedFirst) {
            go.release();
            future.waitForFinished();
            receiver.reset();
        } else {
            receiver.reset();
            go.release();
            future.waitForFinished();
        }
        QTest::qWait(20);
        QVERIFY(!delivered);
    }

    void aHandlerMayEndItsReceiver()
    {
        const auto store = started();
        auto receiver = std::make_unique<QObject>();
        bool delivered = false;
        deliver(store->run([](Connection &) -> Done { return done; }), receiver.get(), [&](const Done &) {
            delivered = true;
            receiver.reset();
        });
        QTRY_VERIFY(delivered);
        QTest::qWait(5);
    }

    void aJobThatNeverRanDeliversNothing()
    {
        QObject receiver;
        bool delivered = false;
        {
            QPromise<Done> promise;
            promise.start();
            deliver(promise.future(), &receiver, [&](const Done &) { delivered = true; });
        } // as when the thread ended first
        QTest::qWait(20);
        QVERIFY(!delivered);
        QVERIFY(receiver.children().isEmpty());
    }
};

QTEST_GUILESS_MAIN(StoreThreadTest)
#include "StoreThreadTest.moc"
