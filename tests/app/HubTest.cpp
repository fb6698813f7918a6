#include "HubHouse.h"

#include <QRandomGenerator>
#include <QSet>

using namespace foyer::test;
using namespace Qt::StringLiterals;

/// A house of several machines, as its operator has it: real programs on real files, and a network that fails.
class HubTest : public QObject
{
    Q_OBJECT

private:
    /// "performance / seat" of every live ticket that these sales told of.
    static QStringList seatsIn(const Answer &sales)
    {
        QStringList seats;
        for (const QString &line : sales.out.split(u'\n', Qt::SkipEmptyParts)) {
            const QJsonObject sale = QJsonDocument::fromJson(line.toUtf8()).object();
            for (const QJsonValue seat : sale[u"seats"].toArray())
                seats.append(sale[u"performance"].toString() + u" / "_s + seat.toString());
        }
        return seats;
    }
    static int sold(const Answer &sales) { return int(sales.out.count(u"\"sold\""_s)); }

private Q_SLOTS:
    void aMachineIsLetInByACodeOnce()
    {
        HubHouse house;
        house.setUp();
        HubHouse::must({u"init"_s, u"--data"_s, house.terminal(1)});
        HubHouse::must({u"init"_s, u"--data"_s, house.terminal(2)});
        const QString code = house.code(1);
        const QStringList enrol{u"enrol"_s, u"--hub"_s, house.url().toString(), u"--data"_s};
        QCOMPARE(ctl(enrol + QStringList{house.terminal(1), u"--code"_s, u"0000-0000-0000"_s}).exit, 1);
        QCOMPARE(HubHouse::status(house.terminal(1))[u"role"], u"alone"_s);
        QCOMPARE(ctl(enrol + QStringList{house.terminal(1), u"--code"_s, code.toLower().remove(u'-')}).exit, 0);
        QCOMPARE(ctl(enrol + QStringList{house.terminal(2), u"--code"_s, code}).exit, 1); // somebody has used it
        const QJsonObject terminal = HubHouse::status(house.terminal(1));
        QCOMPARE(terminal[u"role"], u"terminal"_s);
        QCOMPARE(terminal[u"name"], HubHouse::nameOf(1));
        QCOMPARE(HubHouse::status(house.hub())[u"nodes"].toArray().size(), 1);
        QCOMPARE(contentOf(house.terminal(1) + u"/house.key"_s), contentOf(house.hub() + u"/house.key"_s));
        QVERIFY(contentOf(house.terminal(2) + u"/house.key"_s) != contentOf(house.hub() + u"/house.key"_s));
    }

    void aMachineThatHasSoldIsNoTerminal()
    {
        HubHouse house;
        house.setUp();
        HubHouse::must({u"init"_s, u"--demo"_s, u"--data"_s, house.terminal(1)});
        const Answer refused = ctl({u"enrol"_s, u"--data"_s, house.terminal(1), u"--hub"_s, house.url().toString(),
            u"--code"_s, house.code(1)});
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.err.contains(u"has sold"), qPrintable(refused.err));
        verifyClean(house.terminal(1));
    }

    void aTerminalSellsOnThroughAnOutageAndTellsAfterwards()
    {
        HubHouse house;
        house.setUp();
        house.enrol(1);
        house.enrol(2);
        QCOMPARE(sold(sell(house.terminal(1), 2, 3)), 3);
        house.allot(1, 6);
        house.sync(1);
        QVERIFY(HubHouse::status(house.terminal(1))[u"seatsHere"].toInt() >= 6);
        house.kill();
        const Answer alone = sell(house.terminal(1), 2, 3);
        QCOMPARE(sold(alone), 3);
        const Answer nothing = sell(house.terminal(2), 2, 1);
        QCOMPARE(nothing.exit, 1);
        QCOMPARE(nothing.json()[u"outcome"], u"SeatsNotHere"_s); // which isn't 'sold out'
        house.start();
        house.sync(1);
        house.sync(2);
        const int sales = countsOf(house.terminal(1))[u"seatsSold"].toInt();
        QCOMPARE(sales, 12);
        QCOMPARE(countsOf(house.hub())[u"seatsSold"].toInt() - countsOf(house.hub())[u"liveTickets"].toInt(), sales);
        for (const QString &data : {house.hub(), house.terminal(1), house.terminal(2)})
            verifyClean(data);
    }

    void whatARevokedTerminalSoldCountsAndWhatItHeldComesBack()
    {
        HubHouse house;
        house.setUp();
        house.enrol(1);
        house.allot(1, 6);
        house.sync(1);
        house.kill();
        QCOMPARE(sold(sell(house.terminal(1), 2, 1)), 1);
        house.start();
        HubHouse::must({u"revoke"_s, u"--data"_s, house.hub(), HubHouse::nameOf(1)});
        const Answer ended = ctl({u"sync"_s, u"--data"_s, house.terminal(1)});
        QCOMPARE(ended.exit, 1);
        QCOMPARE(HubHouse::status(house.terminal(1))[u"seatsHere"].toInt(), 0);
        const QJsonObject node = HubHouse::status(house.hub())[u"nodes"][0].toObject();
        QCOMPARE(node[u"state"], u"Closed"_s); // it gave everything up itself
        QCOMPARE(countsOf(house.hub())[u"seatsGiven"].toInt(), 0);
        QCOMPARE(sell(house.terminal(1), 1, 1).exit, 1);
        verifyClean(house.hub());
        verifyClean(house.terminal(1));
        house.enrolAgain(1); // a new code, a new epoch
        QCOMPARE(sold(sell(house.terminal(1), 2, 1)), 1);
        verifyClean(house.hub());
    }

    void whatALostTerminalHeldIsReleasedByTwoPeople()
    {
        HubHouse house;
        house.setUp();
        house.enrol(1);
        house.allot(1, 6);
        house.sync(1);
        HubHouse::must({u"revoke"_s, u"--data"_s, house.hub(), HubHouse::nameOf(1)});
        const QString clerk = HubHouse::must({u"staff"_s, u"add"_s, u"Kim"_s, u"--data"_s, house.hub()}).lastLine();
        const QStringList release{u"release"_s, u"--data"_s, house.hub(), HubHouse::nameOf(1), u"--staff"_s};
        const QStringList manager{u"manager"_s, u"--why"_s, u"lost in a fire"_s};
        QVERIFY(ctl(release + manager, house.managersPin().toUtf8() + '\n').exit != 0);
        QCOMPARE(ctl(release + manager + QStringList{u"--staff"_s} + manager,
                     QString(house.managersPin() + u'\n' + house.managersPin() + u'\n').toUtf8())
                     .exit,
            1); // one person twice
        QCOMPARE(ctl(release + manager + QStringList{u"--staff"_s, u"Kim"_s, u"--why"_s, u"saw it"_s},
                     QString(house.managersPin() + u"\n000000\n"_s).toUtf8())
                     .exit,
            1);
        QVERIFY(countsOf(house.hub())[u"seatsGiven"].toInt() == 0);
        const Answer done = ctl(release + manager + QStringList{u"--staff"_s, u"Kim"_s, u"--why"_s, u"saw it"_s},
            QString(house.managersPin() + u'\n' + clerk + u'\n').toUtf8());
        QVERIFY2(done.exit == 0, qPrintable(done.err));
        verifyClean(house.hub());
    }

    /// Six terminals sell at random, the hub dies and comes back, terminals are killed; then all heals, and every
    /// promise is checked on the files.
    void sixTerminalsSellThroughAStorm()
    {
        HubHouse house;
        house.setUp();
        constexpr int terminals = 6, rounds = 6;
        for (int i = 1; i <= terminals; ++i) {
            house.enrol(i);
            house.allot(i, 8);
            house.sync(i);
        }
        const auto seed = QRandomGenerator::global()->generate();
        qInfo() << "seed" << seed;
        QRandomGenerator random(seed);
        for (int round = 0; round < rounds; ++round) {
            std::array<QProcess, terminals> running;
            for (int i = 0; i < terminals; ++i) {
                QStringList arguments{u"sell"_s, u"--json"_s, u"--seats"_s, QString::number(1 + random.bounded(4)),
                    u"--count"_s, u"6"_s, u"--data"_s, house.terminal(i + 1)};
                if (random.bounded(4) == 0)
                    arguments.append(u"--offline"_s);
                running[size_t(i)].start(ctlProgram(), arguments);
            }
            QTest::qWait(random.bounded(120));
            if (random.bounded(2) == 0) {
                house.kill();
                QTest::qWait(random.bounded(200));
                house.start();
            }
            for (QProcess &process : running) {
                if (random.bounded(5) == 0)
                    process.kill();
                QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(60'000));
            }
        }
        QStringList live;
        for (int i = 1; i <= terminals; ++i) {
            QCOMPARE(sell(house.terminal(i), 1, 1).exit, 0); // recovers what a kill left, sells, and tells
            house.sync(i);
        }
        for (int i = 1; i <= terminals; ++i)
            verifyClean(house.terminal(i));
        verifyClean(house.hub());
        int sales = 0;
        for (int i = 1; i <= terminals; ++i)
            sales += countsOf(house.terminal(i))[u"seatsSold"].toInt();
        const QJsonObject there = countsOf(house.hub());
        QVERIFY(sales > terminals * rounds);
        QCOMPARE(there[u"seatsSold"].toInt() - there[u"liveTickets"].toInt(), sales); // none twice, none lost
        QCOMPARE(there[u"conflicts"].toInt(-1), 0);
    }
};

QTEST_GUILESS_MAIN(HubTest)
#include "HubTest.moc"
