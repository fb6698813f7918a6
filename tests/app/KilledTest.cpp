#include "Ctl.h"
#include "services/DemoSeason.h"
#include "services/Node.h"
#include "storage/Connection.h"
#include "storage/DataFolder.h"
#include "support/DemoFolder.h"
#include "support/TestShop.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// Goal: a program that is killed harms nothing, whenever that is. Method: it is killed, and the next one goes on.
class KilledTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Answer set = m_houses.setUp();
        QVERIFY2(set.exit == 0, qPrintable(set.err));
    }

    void aSettingUpThatIsKilledAmidItsSalesGoesOn()
    {
        const QString data = m_houses.folder();
        for (int sales = 1; sales < 140; sales += 10) // more often than the house lets in guests at once
            setUpUntilKilled(data, sales);
        const Answer set = ctl({u"init"_s, u"--demo"_s, u"--data"_s, data});
        QVERIFY2(set.exit == 0, qPrintable(set.err));
        QCOMPARE(countsOf(data)["seatsSold"_L1], countsOf(m_houses.demoHouse())["seatsSold"_L1]);
        nobodyIsLeftIn(data);
        verifyClean(data);
    }

    void aSettingUpThatIsKilledGoesOnOnAnotherDay_data()
    {
        QTest::addColumn<int>("sales");
        QTest::addColumn<int>("daysLater");
        for (const int sales : {0, 1, 60, 140})
            QTest::addRow("after %d sales, a day later", sales) << sales << 1;
        for (const int days : {3, 12, 50})
            QTest::addRow("after 60 sales, %d days later", days) << 60 << days;
    }
    void aSettingUpThatIsKilledGoesOnOnAnotherDay()
    {
        QFETCH(int, sales);
        QFETCH(int, daysLater);
        const QString data = m_houses.folder();
        setUpUntilKilled(data, sales);
        const ManualClock later(SystemClock().utc().addDays(daysLater));
        const auto node = Node::found(DataFolder(data));
        QVERIFY(node.value()->own().value());
        const Done resumed = importDemoSeason(*node.value(), later);
        QVERIFY2(resumed.ok(), qPrintable(answerOf(resumed)));
        verifyClean(data);
        nobodyIsLeftIn(data);
        const int nights = nightsAsWanted(*node.value(), later);
        QVERIFY2(nights >= 20, qPrintable(QString::number(nights)));

        const QJsonObject before = countsOf(data);
        QVERIFY(importDemoSeason(*node.value(), later).ok());
        QCOMPARE(countsOf(data), before);
    }

    void killedAtAnyMomentItHarmsNothing()
    {
        const QString data = m_houses.demoHouse();
        makeRoomForManyGuests(data);
        const auto seed = QRandomGenerator::global()->generate();
        qInfo() << "seed" << seed;
        QRandomGenerator random(seed);
        for (int i = 0; i < 20; ++i) {
            QProcess process;
            process.start(
                ctlProgram(), {u"sell"_s, u"--seats"_s, u"2"_s, u"--count"_s, u"100000"_s, u"--data"_s, data});
            if (i % 2)
                QVERIFY(process.waitForReadyRead(30'000)); // amid the sales; else also amid the start
            QTest::qWait(random.bounded(120));
            process.kill();
            QVERIFY(process.waitForFinished());
            verifyClean(data);
        }
        QVERIFY(sell(data, 2, 3).exit == 0);
        QCOMPARE(ctl({u"tenders"_s, u"--data"_s, data}).out, QString());
        const QJsonObject counts = countsOf(data);
        QVERIFY(counts["sales"_L1].toInt() > 3);
        QCOMPARE(counts["held"_L1].toInt(-1), 0);
    }

private:
    /// Sets up until so many have bought, or it is done.
    static void setUpUntilKilled(const QString &data, int sales)
    {
        QProcess process;
        process.start(ctlProgram(), {u"init"_s, u"--demo"_s, u"--data"_s, data});
        while (!process.waitForFinished(2) && salesIn(data) < sales) {
        }
        process.kill();
        process.waitForFinished();
    }
    /// -1 as long as there is no season that could be sold.
    static int salesIn(const QString &data)
    {
        const auto db = Connection::open(data + u"/foyer.db"_s, {.mode = Connection::Mode::ReadOnly});
        if (!db.ok())
            return -1;
        const auto sales = db.value()->read([&]() -> Result<int> {
            Rows rows = db.value()->run("SELECT count(*) FROM sale");
            return rows.next() && db.value()->run("SELECT 1 FROM performance").next() ? rows.small(0) : -1;
        });
        return sales.ok() ? sales.value() : -1;
    }
    /// How many nights to come there are of one demo season, all of them and with the seats sold that people want; -1:
    /// they aren't that.
    static int nightsAsWanted(Node &node, const Clock &clock)
    {
        IdMaker ids(clock);
        RootAuthority authority;
        Services services(node.db(), clock, ids, node.secrets(), authority);
        const QList<PerformanceOffer> offers = must(services.reservations.dates());
        const QDate today = clock.utc().toTimeZone(QTimeZone("Asia/Seoul")).date();
        const auto isToCome = [&](const QString &id) {
            return QDate::fromString(id.section(u'-', -2, -2), u"yyyyMMdd"_s) > today;
        };
        for (int ago = 0; ago < 36; ++ago) {
            QHash<QString, int> wanted;
            for (const DemoDemand &night : demoDemand(today.addDays(-ago)))
                wanted.insert(night.performance, night.seats);
            const auto isAsWanted = [&](const PerformanceOffer &offer) {
                const Performance &night = offer.performance;
                return wanted.contains(night.id) &&
                       (!offer.isBookable() || night.capacity - offer.seatsLeft == wanted[night.id]);
            };
            if (!std::ranges::all_of(offers, isAsWanted))
                continue;
            const auto toCome = std::ranges::count_if(wanted.keys(), isToCome);
            const auto offered =
                std::ranges::count_if(offers, [&](const auto &offer) { return isToCome(offer.performance.id); });
            return offered == toCome ? int(toCome) : -1;
        }
        return -1;
    }
    static void nobodyIsLeftIn(const QString &data)
    {
        const QJsonObject counts = countsOf(data);
        for (const QLatin1StringView left : {"held"_L1, "paying"_L1, "openTenders"_L1, "admitted"_L1, "waiting"_L1})
            QVERIFY2(counts[left].toInt(-1) == 0, left.data());
    }

    // A killed run's guest keeps a place until the token's period is over.
    void makeRoomForManyGuests(const QString &data)
    {
        QJsonObject season = QJsonDocument::fromJson(demoSeason(houseToday())).object();
        QJsonObject settings = season["settings"_L1].toObject();
        settings.insert(u"admissionLimit"_s, 100);
        season.insert(u"settings"_s, settings);
        const QString file = written(m_houses.file(u"roomy.json"_s), QJsonDocument(season).toJson());
        const Answer imported = ctl({u"import"_s, u"season"_s, file, u"--data"_s, data});
        QVERIFY2(imported.exit == 0, qPrintable(imported.err));
    }

    ScratchHouses m_houses;
};

QTEST_GUILESS_MAIN(KilledTest)
#include "KilledTest.moc"
