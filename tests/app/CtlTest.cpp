#include "services/DemoSeason.h"
#include "services/Node.h"
#include "storage/Connection.h"
#include "storage/DataFolder.h"
#include "storage/Migrations.h"
#include "support/TestShop.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QtTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
struct Answer {
    int exit = -1;
    QString out, err;
    QString lastLine() const { return out.trimmed().section(u'\n', -1); }
    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

Answer ctl(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(qEnvironmentVariable("FOYER_BIN") + u"/foyerctl"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000))
        qFatal("foyerctl doesn't end");
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

QString written(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("cannot write a test's file");
    return file;
}

QByteArray contentOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}
} // namespace

/// Goal: what a person at a shell is promised. Method: the real program, in real folders.
class CtlTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_scratch;
    QString m_template; ///< a demo house, set up once
    QString m_pin;
    int m_made = 0;

    QString folder() { return m_scratch.filePath(u"house%1"_s.arg(++m_made)); }
    QString demoHouse()
    {
        const QString copy = folder();
        QDir().mkpath(copy);
        for (const QString &file : {u"foyer.db"_s, u"house.key"_s})
            QFile::copy(m_template + u'/' + file, copy + u'/' + file);
        return copy;
    }
    static void verifyClean(const QString &data)
    {
        const Answer verified = ctl({u"verify"_s, u"--json"_s, u"--data"_s, data});
        QVERIFY2(verified.exit == 0, qPrintable(verified.out + verified.err));
        QCOMPARE(verified.json()["violationCount"_L1].toInt(-1), 0);
    }
    QStringList asManager(const QStringList &command, const QString &data) const
    {
        return command + QStringList{u"--staff"_s, u"manager"_s, u"--pin"_s, m_pin, u"--data"_s, data};
    }
    static Answer sell(const QString &data, int seats, int count, const QStringList &more = {})
    {
        return ctl(QStringList{u"sell"_s, u"--json"_s, u"--seats"_s, QString::number(seats), u"--count"_s,
                       QString::number(count), u"--data"_s, data} +
                   more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("LC_ALL", "C.UTF-8");
        m_template = folder();
        const Answer set = ctl({u"init"_s, u"--demo"_s, u"--data"_s, m_template});
        QVERIFY2(set.exit == 0, qPrintable(set.err));
        m_pin = set.lastLine();
        static const QRegularExpression sixDigits(u"^[0-9]{6}$"_s);
        QVERIFY2(m_pin.contains(sixDigits), qPrintable(set.out));
    }

    void settingUpTwiceChangesNothing()
    {
        const QString data = demoHouse();
        const QByteArray before = contentOf(data + u"/foyer.db"_s);
        const Answer again = ctl({u"--data"_s, data, u"init"_s, u"--demo"_s});
        QCOMPARE(again.exit, 0);
        QVERIFY(again.out.contains(u"already"_s));
        QCOMPARE(contentOf(data + u"/foyer.db"_s), before);
        verifyClean(data);
    }

    void aSettingUpThatWasCutShortGoesOn()
    {
        const QString data = demoHouse();
        {
            auto db = Connection::open(data + u"/foyer.db"_s, {});
            db.value()->runOnce(u"DELETE FROM staff"_s);
        }
        QCOMPARE(ctl({u"init"_s, u"--demo"_s, u"--data"_s, data}).exit, 0);
        verifyClean(data);
    }

    void aSettingUpThatIsKilledAmidItsSalesGoesOn()
    {
        const QString data = folder();
        for (int sales = 1; sales < 140; sales += 10) // more often than the house lets in guests at once
            setUpUntilKilled(data, sales);
        const Answer set = ctl({u"init"_s, u"--demo"_s, u"--data"_s, data});
        QVERIFY2(set.exit == 0, qPrintable(set.err));
        QCOMPARE(countsOf(data)["seatsSold"_L1], countsOf(m_template)["seatsSold"_L1]);
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
        const QString data = folder();
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

    void whatIsSoldIsVerified()
    {
        const QString data = demoHouse();
        const Answer sold = sell(data, 3, 5);
        QVERIFY2(sold.exit == 0, qPrintable(sold.out + sold.err));
        const QStringList lines = sold.out.trimmed().split(u'\n');
        QCOMPARE(lines.size(), 5);
        QSet<QString> orders, seats;
        for (const QString &line : lines) {
            const QJsonObject sale = QJsonDocument::fromJson(line.toUtf8()).object();
            QCOMPARE(sale["outcome"_L1].toString(), u"sold"_s);
            orders.insert(sale["order"_L1].toString());
            for (const QJsonValue seat : sale["seats"_L1].toArray())
                seats.insert(seat.toString());
        }
        QCOMPARE(orders.size(), 5);
        QCOMPARE(seats.size(), 15);
        verifyClean(data);
        QCOMPARE(sell(data, 1, 1, {u"--offline"_s}).exit, 0);
    }

    void aHouseThatIsFullSaysSo()
    {
        const QString data = demoHouse();
        const Answer none = sell(data, 1, 1, {u"--performance"_s, u"nowhere"_s});
        QCOMPARE(none.exit, 1);
        QCOMPARE(none.json()["outcome"_L1].toString(), u"PerformanceUnknown"_s);
        const Answer many = sell(data, 50, 1); // over the house's limit an order
        QCOMPARE(many.exit, 1);
        QCOMPARE(many.json()["outcome"_L1].toString(), u"OrderLimit"_s);
        verifyClean(data);
    }

    void aRefundGoesOntoACodeAndIsPaidOnce()
    {
        const QString data = demoHouse();
        const QString order = sell(data, 2, 1).json()["order"_L1].toString();
        const Answer refunded = ctl(asManager({u"refund"_s, order, u"--why"_s, u"fell ill"_s}, data));
        QVERIFY2(refunded.exit == 0, qPrintable(refunded.err));
        QCOMPARE(ctl(asManager({u"refund"_s, order, u"--why"_s, u"again"_s}, data)).exit, 1);
        verifyClean(data);
        const QString code = refunded.lastLine();
        const Answer paid = ctl({u"claim"_s, code, u"--staff"_s, u"manager"_s, u"--pin"_s, u"-"_s, u"--data"_s, data},
            m_pin.toLatin1() + '\n');
        QVERIFY2(paid.exit == 0, qPrintable(paid.err));
        QCOMPARE(ctl(asManager({u"claim"_s, code}, data)).exit, 1);
        QCOMPARE(ctl({u"tenders"_s, u"--data"_s, data}).out, QString());
        verifyClean(data);
    }

    void aGuestsMoneyIsFoundAndGetsANewCode()
    {
        const QString data = demoHouse();
        const QString order = sell(data, 2, 1).json()["order"_L1].toString();
        QCOMPARE(ctl(asManager({u"refund"_s, order, u"--why"_s, u"lost the code"_s}, data)).exit, 0);
        const QString found = ctl({u"unclaimed"_s, u"--data"_s, data}).out.trimmed();
        QCOMPARE(found.count(u'\n'), 0);
        const QString wallet = found.section(u' ', 0, 0);
        QCOMPARE(ctl({u"unclaimed"_s, u"nobody's"_s, u"--data"_s, data}).exit, 2);
        const Answer made = ctl(asManager({u"unclaimed"_s, wallet}, data));
        QVERIFY2(made.exit == 0, qPrintable(made.err));
        QCOMPARE(ctl(asManager({u"claim"_s, made.lastLine()}, data)).exit, 0);
        QCOMPARE(ctl({u"unclaimed"_s, u"--data"_s, data}).out, QString());
        verifyClean(data);
    }

    void onlyAMembersNumberIsGivenANewPinOrBlocked()
    {
        const QString data = demoHouse();
        QCOMPARE(ctl(asManager({u"member"_s, u"reset-pin"_s, u"01099990000"_s}, data)).exit, 1);
        QCOMPARE(ctl(asManager({u"member"_s, u"delete"_s, u"01099990000"_s}, data)).exit, 2);
        const QString phone = u"01048210007"_s;
        {
            auto node = Node::open(DataFolder(data));
            Services &services = node.value()->services();
            QVERIFY(services.tokens.registerMember(phone, u"2580"_s, node.value()->secrets().pinHash(u"2580"_s)).ok());
        }
        const auto signsIn = [&](const QString &pin) {
            auto node = Node::open(DataFolder(data));
            Services &services = node.value()->services();
            const PinCheck check = services.tokens.beginSignInByPhone(phone).value();
            return services.tokens.endSignIn(check, node.value()->secrets().pinFits(pin, check.hash)).ok();
        };
        const Answer reset = ctl(asManager({u"member"_s, u"reset-pin"_s, phone}, data));
        QVERIFY2(reset.exit == 0, qPrintable(reset.err));
        QVERIFY(!signsIn(u"2580"_s));
        QVERIFY(signsIn(reset.lastLine()));
        QCOMPARE(ctl(asManager({u"member"_s, u"block"_s, phone}, data)).exit, 2); // why isn't said
        QCOMPARE(ctl(asManager({u"member"_s, u"block"_s, phone, u"--why"_s, u"pushed in"_s}, data)).exit, 0);
        QVERIFY(!signsIn(reset.lastLine()));
        QCOMPARE(ctl(asManager({u"member"_s, u"unblock"_s, phone, u"--why"_s, u"sorry"_s}, data)).exit, 0);
        QVERIFY(signsIn(reset.lastLine()));
        verifyClean(data);
    }

    void aWrongPinMovesNothing()
    {
        const QString data = demoHouse();
        const QString order = sell(data, 1, 1).json()["order"_L1].toString();
        const Answer wrong = ctl({u"refund"_s, order, u"--staff"_s, u"manager"_s, u"--pin"_s, u"no"_s, u"--why"_s,
            u"x"_s, u"--data"_s, data});
        QCOMPARE(wrong.exit, 1);
        QCOMPARE(ctl({u"verify"_s, u"--json"_s, u"--data"_s, data}).json()["counts"_L1]["refunded"_L1].toInt(-1), 0);
    }

    void aClerkIsAddedWithAPinAndMayNotRefund()
    {
        const QString data = demoHouse();
        const Answer added = ctl({u"staff"_s, u"add"_s, u"Kim"_s, u"--role"_s, u"clerk"_s, u"--data"_s, data});
        QCOMPARE(added.exit, 0);
        QCOMPARE(ctl({u"staff"_s, u"add"_s, u"Kim"_s, u"--data"_s, data}).exit, 1);
        const QString order = sell(data, 1, 1).json()["order"_L1].toString();
        QCOMPARE(ctl({u"refund"_s, order, u"--staff"_s, u"Kim"_s, u"--pin"_s, added.lastLine(), u"--why"_s, u"x"_s,
                         u"--data"_s, data})
                     .exit,
            1);
        verifyClean(data);
    }

    void calledWronglyIsTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("no such command") << QStringList{u"sel"_s};
        QTest::newRow("no such option") << QStringList{u"verify"_s, u"--fast"_s};
        QTest::newRow("a word too many") << QStringList{u"verify"_s, u"all"_s};
        QTest::newRow("no file") << QStringList{u"import"_s, u"plan"_s};
        QTest::newRow("neither plan nor season") << QStringList{u"import"_s, u"seats"_s, u"x.json"_s};
        QTest::newRow("no seats") << QStringList{u"sell"_s, u"--seats"_s, u"0"_s};
        QTest::newRow("not a number") << QStringList{u"sell"_s, u"--count"_s, u"many"_s};
        QTest::newRow("no reason") << QStringList{u"refund"_s, u"1"_s, u"--staff"_s, u"a"_s, u"--pin"_s, u"1"_s};
        QTest::newRow("no such role") << QStringList{u"staff"_s, u"add"_s, u"Kim"_s, u"--role"_s, u"king"_s};
        QTest::newRow("no tender's id") << QStringList{u"settle"_s, u"7"_s};
        QTest::newRow("a value is missing") << QStringList{u"init"_s, u"--data"_s};
    }
    void calledWronglyIsTwo()
    {
        QFETCH(QStringList, arguments);
        const Answer answer = ctl(arguments);
        QCOMPARE(answer.exit, 2);
        QVERIFY(!answer.err.isEmpty());
        QCOMPARE(answer.out, QString());
    }

    void helpAndVersionAreAnswers()
    {
        QCOMPARE(ctl({u"--help"_s}).exit, 0);
        QVERIFY(ctl({u"--help"_s}).out.contains(u"verify"_s));
        QVERIFY(ctl({u"sell"_s, u"--help"_s}).out.contains(u"--count"_s));
        QVERIFY(ctl({u"--version"_s}).out.startsWith(u"foyerctl "_s));
    }

    void aPlaceThatCannotBeUsedIsNamed_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("nothing may be made there") << u"/proc/foyer"_s;
        QTest::newRow("below a file") << u"/dev/null/foyer"_s;
    }
    void aPlaceThatCannotBeUsedIsNamed()
    {
        QFETCH(QString, place);
        for (const QString &command : {u"init"_s, u"verify"_s, u"sell"_s}) {
            const Answer answer = ctl({command, u"--data"_s, place});
            QCOMPARE(answer.exit, 1);
            QVERIFY2(answer.err.contains(place), qPrintable(answer.err));
        }
    }

    void aFileThatIsNoSeasonChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("place");
        const QByteArray season = demoSeason({2026, 11, 25});
        QTest::newRow("empty") << QByteArray() << u"yte 0"_s;
        QTest::newRow("ends early") << season.left(1'000) << u"yte "_s;
        QTest::newRow("another type") << QByteArray("[]") << QString();
        QTest::newRow("not UTF-8") << QByteArray("{\"\xff\": 1}") << u"yte "_s;
        QTest::newRow("no season") << QByteArray("{}") << QString();
    }
    void aFileThatIsNoSeasonChangesNothing()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, place);
        const QString data = demoHouse();
        const QByteArray before = contentOf(data + u"/foyer.db"_s);
        const QString file = written(m_scratch.filePath(u"broken.json"_s), content);
        for (const QString &kind : {u"season"_s, u"plan"_s}) {
            const Answer answer = ctl({u"import"_s, kind, file, u"--data"_s, data});
            QCOMPARE(answer.exit, 1);
            QVERIFY2(answer.err.contains(file) && answer.err.contains(place), qPrintable(answer.err));
        }
        QCOMPARE(ctl({u"import"_s, u"season"_s, m_scratch.filePath(u"none.json"_s), u"--data"_s, data}).exit, 1);
        QCOMPARE(contentOf(data + u"/foyer.db"_s), before);
    }

    void aSeasonImportedTwiceChangesNothing()
    {
        const QString data = folder();
        QCOMPARE(ctl({u"init"_s, u"--data"_s, data}).exit, 0);
        const QString plan = written(m_scratch.filePath(u"plan.json"_s), demoPlan(DemoHouse::Cellar));
        const QStringList import{u"import"_s, u"plan"_s, plan, u"--id"_s, u"cellar"_s, u"--data"_s, data};
        QCOMPARE(ctl(import).exit, 0);
        const Answer again = ctl(import);
        QCOMPARE(again.exit, 0);
        QVERIFY(again.out.contains(u"nothing changed"_s));
        const QString season = written(m_scratch.filePath(u"season.json"_s), demoSeason({2026, 11, 25}));
        const Answer unknown = ctl({u"import"_s, u"season"_s, season, u"--data"_s, data});
        QCOMPARE(unknown.exit, 1);
        QVERIFY2(unknown.err.contains(u"/houses/0/plan"_s), qPrintable(unknown.err));
        verifyClean(data);
    }

    void aDatabaseOfANewerProgramStaysAsItIs()
    {
        const QString data = demoHouse();
        {
            auto db = Connection::open(data + u"/foyer.db"_s, {});
            db.value()->runOnce(u"PRAGMA user_version = %1"_s.arg(schemaVersion() + 1));
        }
        const QByteArray before = contentOf(data + u"/foyer.db"_s);
        for (const QString &command : {u"init"_s, u"sell"_s, u"verify"_s, u"tenders"_s}) {
            const Answer answer = ctl({command, u"--data"_s, data});
            QCOMPARE(answer.exit, 1);
            QVERIFY2(answer.err.contains(u"NewerDatabase"_s) && answer.err.contains(data), qPrintable(answer.err));
        }
        QCOMPARE(contentOf(data + u"/foyer.db"_s), before);
    }

    void aCorruptDatabaseIsSaidToBe()
    {
        const QString data = demoHouse();
        written(data + u"/foyer.db"_s, QByteArray(8'192, 'x'));
        for (const QString &command : {u"init"_s, u"sell"_s, u"verify"_s}) {
            const Answer answer = ctl({command, u"--data"_s, data});
            QCOMPARE(answer.exit, 1);
            QVERIFY2(answer.err.contains(u"Corrupt"_s) && answer.err.contains(data), qPrintable(answer.err));
        }
        QCOMPARE(contentOf(data + u"/foyer.db"_s), QByteArray(8'192, 'x'));
    }

    void aLostHouseKeyIsNeverMadeAnew()
    {
        const QString data = demoHouse();
        QVERIFY(QFile::remove(data + u"/house.key"_s));
        QCOMPARE(ctl({u"init"_s, u"--data"_s, data}).exit, 1);
        QCOMPARE(sell(data, 1, 1).exit, 1);
        QVERIFY(!QFile::exists(data + u"/house.key"_s));
    }

    void itSellsBesideAProgramThatOwnsTheFolder()
    {
        const QString data = demoHouse();
        const auto lock = DataFolder(data).lock();
        QVERIFY(lock.ok());
        QCOMPARE(sell(data, 1, 3).exit, 0);
        verifyClean(data);
    }

    void killedAtAnyMomentItHarmsNothing()
    {
        const QString data = demoHouse();
        makeRoomForManyGuests(data);
        const auto seed = QRandomGenerator::global()->generate();
        qInfo() << "seed" << seed;
        QRandomGenerator random(seed);
        for (int i = 0; i < 20; ++i) {
            QProcess process;
            process.start(qEnvironmentVariable("FOYER_BIN") + u"/foyerctl"_s,
                {u"sell"_s, u"--seats"_s, u"2"_s, u"--count"_s, u"100000"_s, u"--data"_s, data});
            if (i % 2)
                QVERIFY(process.waitForReadyRead(30'000)); // amid the sales; else also amid the start
            QTest::qWait(random.bounded(120));
            process.kill();
            QVERIFY(process.waitForFinished());
            verifyClean(data);
        }
        QVERIFY(sell(data, 2, 3).exit == 0);
        QCOMPARE(ctl({u"tenders"_s, u"--data"_s, data}).out, QString());
        const QJsonObject counts = ctl({u"verify"_s, u"--json"_s, u"--data"_s, data}).json()["counts"_L1].toObject();
        QVERIFY(counts["sales"_L1].toInt() > 3);
        QCOMPARE(counts["held"_L1].toInt(-1), 0);
    }

private:
    /// Sets up until so many have bought, or it is done.
    static void setUpUntilKilled(const QString &data, int sales)
    {
        QProcess process;
        process.start(qEnvironmentVariable("FOYER_BIN") + u"/foyerctl"_s, {u"init"_s, u"--demo"_s, u"--data"_s, data});
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
    static QJsonObject countsOf(const QString &data)
    {
        return ctl({u"verify"_s, u"--json"_s, u"--data"_s, data}).json()["counts"_L1].toObject();
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
        QJsonObject season =
            QJsonDocument::fromJson(demoSeason(SystemClock().utc().toTimeZone(QTimeZone("Asia/Seoul")).date()))
                .object();
        QJsonObject settings = season["settings"_L1].toObject();
        settings.insert(u"admissionLimit"_s, 100);
        season.insert(u"settings"_s, settings);
        const QString file = written(m_scratch.filePath(u"roomy.json"_s), QJsonDocument(season).toJson());
        const Answer imported = ctl({u"import"_s, u"season"_s, file, u"--data"_s, data});
        QVERIFY2(imported.exit == 0, qPrintable(imported.err));
    }
};

QTEST_GUILESS_MAIN(CtlTest)
#include "CtlTest.moc"
