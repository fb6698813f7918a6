#include "Ctl.h"
#include "services/DemoSeason.h"
#include "services/Node.h"
#include "storage/Connection.h"
#include "storage/DataFolder.h"
#include "storage/Migrations.h"

#include <QJsonArray>
#include <QtTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// Goal: what a person at a shell is promised. Method: the real program, in real folders.
class CtlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Answer set = m_houses.setUp();
        QVERIFY2(set.exit == 0, qPrintable(set.err));
        static const QRegularExpression sixDigits(u"^[0-9]{6}$"_s);
        QVERIFY2(m_houses.pin().contains(sixDigits), qPrintable(set.out));
    }

    void settingUpTwiceChangesNothing()
    {
        const QString data = m_houses.demoHouse();
        const QByteArray before = contentOf(data + u"/foyer.db"_s);
        const Answer again = ctl({u"--data"_s, data, u"init"_s, u"--demo"_s});
        QCOMPARE(again.exit, 0);
        QVERIFY(again.out.contains(u"already"_s));
        QCOMPARE(contentOf(data + u"/foyer.db"_s), before);
        verifyClean(data);
    }

    void aSettingUpThatWasCutShortGoesOn()
    {
        const QString data = m_houses.demoHouse();
        {
            auto db = Connection::open(data + u"/foyer.db"_s, {});
            db.value()->runOnce(u"DELETE FROM staff"_s);
        }
        QCOMPARE(ctl({u"init"_s, u"--demo"_s, u"--data"_s, data}).exit, 0);
        verifyClean(data);
    }

    void whatIsSoldIsVerified()
    {
        const QString data = m_houses.demoHouse();
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
        const QString data = m_houses.demoHouse();
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
        const QString data = m_houses.demoHouse();
        const QString order = sell(data, 2, 1).json()["order"_L1].toString();
        const Answer refunded = ctl(asManager({u"refund"_s, order, u"--why"_s, u"fell ill"_s}, data));
        QVERIFY2(refunded.exit == 0, qPrintable(refunded.err));
        QCOMPARE(ctl(asManager({u"refund"_s, order, u"--why"_s, u"again"_s}, data)).exit, 1);
        verifyClean(data);
        const QString code = refunded.lastLine();
        const Answer paid = ctl({u"claim"_s, code, u"--staff"_s, u"manager"_s, u"--pin"_s, u"-"_s, u"--data"_s, data},
            m_houses.pin().toLatin1() + '\n');
        QVERIFY2(paid.exit == 0, qPrintable(paid.err));
        QCOMPARE(ctl(asManager({u"claim"_s, code}, data)).exit, 1);
        QCOMPARE(ctl({u"tenders"_s, u"--data"_s, data}).out, QString());
        verifyClean(data);
    }

    void aTicketIsRefundedByItsSeatOrItsCode()
    {
        const QString data = m_houses.demoHouse();
        const QJsonObject sold = sell(data, 3, 1).json();
        const QString order = sold["order"_L1].toString(), seat = sold["seats"_L1][0].toString();
        QStringList codes, places;
        {
            auto node = Node::open(DataFolder(data));
            const Order bought = node.value()->services().payments.orderByNumber(order).value();
            for (const Ticket &ticket : bought.tickets) {
                codes.append(ticket.code);
                places.append(ticket.name.row + u' ' + ticket.name.number);
            }
        }
        const auto live = [&data] { return countsOf(data)["liveTickets"_L1].toInt(); };
        const int before = live();
        const auto refund = [&](const QStringList &how) {
            return ctl(asManager(QStringList{u"refund"_s, order, u"--why"_s, u"fell ill"_s} + how, data));
        };
        QVERIFY(refund({u"--seat"_s, u"Z 99"_s}).err.contains(u"Z 99"_s));
        const Answer first = refund({u"--seat"_s, seat.toUpper()});
        QVERIFY2(first.exit == 0, qPrintable(first.err));
        QVERIFY2(first.out.contains(seat), qPrintable(first.out));
        const Answer again = refund({u"--seat"_s, codes[1], u"--seat"_s, seat});
        QCOMPARE(again.exit, 1);
        QVERIFY2(again.err.contains(seat), qPrintable(again.err)); // which of them it was
        QCOMPARE(live(), before - 1);
        QCOMPARE(refund({u"--seat"_s, codes[1]}).exit, 0);
        QCOMPARE(countsOf(data)["refunded"_L1].toInt(-1), 0);
        QCOMPARE(refund({u"--seat"_s, places[2]}).exit, 0);
        QCOMPARE(countsOf(data)["refunded"_L1].toInt(), 1);
        QCOMPARE(live(), before - 3);
        verifyClean(data);
    }

    void aSaleByMistakeIsVoid()
    {
        const QString data = m_houses.demoHouse();
        const QString order = sell(data, 2, 1).json()["order"_L1].toString();
        const Answer made = ctl(asManager({u"refund"_s, order, u"--void"_s, u"--why"_s, u"wrong date"_s}, data));
        QVERIFY2(made.exit == 0 && made.out.contains(u"void"_s), qPrintable(made.out + made.err));
        {
            auto db = Connection::open(data + u"/foyer.db"_s, {});
            QVERIFY(db.value()
                        ->run("SELECT 1 FROM journal WHERE kind = 'refunded' AND body LIKE '%\"void\":true%'")
                        .next());
        }
        verifyClean(data);
    }

    void aGuestsMoneyIsFoundAndGetsANewCode()
    {
        const QString data = m_houses.demoHouse();
        const QString order = sell(data, 2, 1).json()["order"_L1].toString();
        QCOMPARE(ctl(asManager({u"refund"_s, order, u"--why"_s, u"lost the code"_s}, data)).exit, 0);
        const QString found = ctl({u"unclaimed"_s, u"--data"_s, data}).out.trimmed();
        QCOMPARE(found.count(u'\n'), 0);
        const QString wallet = found.section(u' ', 0, 0);
        QVERIFY(found.endsWith(u"somebody has a code"_s));
        QCOMPARE(ctl({u"unclaimed"_s, u"nobody's"_s, u"--data"_s, data}).exit, 2);
        QCOMPARE(ctl(asManager({u"unclaimed"_s, wallet}, data)).exit, 2); // it doesn't say why
        const Answer made = ctl(asManager({u"unclaimed"_s, wallet, u"--why"_s, u"lost the slip"_s}, data));
        QVERIFY2(made.exit == 0, qPrintable(made.err));
        QCOMPARE(ctl(asManager({u"claim"_s, made.lastLine()}, data)).exit, 0);
        QCOMPARE(ctl({u"unclaimed"_s, u"--data"_s, data}).out, QString());
        verifyClean(data);
    }

    void aDrawerIsOpenedMovedCountedAndReadAgain()
    {
        const QString data = m_houses.demoHouse();
        const auto shift = [&](const QStringList &words) {
            return ctl(asManager(QStringList{u"shift"_s} + words, data));
        };
        QCOMPARE(shift({u"count"_s}).exit, 2);
        QCOMPARE(shift({u"report"_s}).exit, 1); // none is open
        QCOMPARE(shift({u"open"_s, u"--float"_s, u"much"_s}).exit, 2);
        QCOMPARE(shift({u"open"_s, u"--float"_s, u"100000"_s}).exit, 0);
        QCOMPARE(shift({u"open"_s, u"--float"_s, u"100000"_s}).exit, 1);
        const qint64 total = sell(data, 2, 1).json()["total"_L1].toInteger();
        QCOMPARE(shift({u"move"_s, u"--out"_s, u"30000"_s}).exit, 2); // why isn't said
        QCOMPARE(shift({u"move"_s, u"--out"_s, u"30000"_s, u"--why"_s, u"to the safe"_s}).exit, 0);
        const QJsonObject x = shift({u"report"_s, u"--json"_s}).json();
        QCOMPARE(x["expected"_L1].toInteger(), 70'000 + total);
        QCOMPARE(shift({u"close"_s, u"--counted"_s, u"50000x"_s}).exit, 2);
        const QJsonObject z = shift({u"close"_s, u"--counted"_s, u"10000x7,1000x0"_s, u"--json"_s}).json();
        QCOMPARE(z["difference"_L1].toInteger(), -total);
        QCOMPARE(shift({u"close"_s, u"--counted"_s, u"1"_s}).exit, 1);
        QCOMPARE(shift({u"report"_s, u"--number"_s, u"1"_s, u"--json"_s}).json(), z);
        QVERIFY(shift({u"report"_s, u"--number"_s, u"1"_s}).out.contains(u"Z report 1"_s));
        QCOMPARE(shift({u"report"_s, u"--number"_s, u"2"_s}).exit, 1);
        verifyClean(data);
    }

    void onlyAMembersNumberIsGivenANewPinOrBlocked()
    {
        const QString data = m_houses.demoHouse();
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
        const QString data = m_houses.demoHouse();
        const QString order = sell(data, 1, 1).json()["order"_L1].toString();
        const Answer wrong = ctl({u"refund"_s, order, u"--staff"_s, u"manager"_s, u"--pin"_s, u"no"_s, u"--why"_s,
            u"x"_s, u"--data"_s, data});
        QCOMPARE(wrong.exit, 1);
        QCOMPARE(countsOf(data)["refunded"_L1].toInt(-1), 0);
    }

    void aClerkIsAddedWithAPinAndMayNotRefund()
    {
        const QString data = m_houses.demoHouse();
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

    void whoLeavesIsRemovedAndWhoIsThereIsListed()
    {
        const QString data = m_houses.demoHouse();
        const auto staff = [&](const QStringList &words) {
            return ctl(QStringList{u"staff"_s} + words + QStringList{u"--data"_s, data});
        };
        const QString pin = staff({u"add"_s, u"Kim"_s, u"--role"_s, u"supervisor"_s}).lastLine();
        QCOMPARE(staff({u"list"_s}).out, u"Kim: supervisor\nmanager: manager\n"_s);
        QCOMPARE(staff({u"remove"_s, u"Kim"_s}).exit, 0);
        QCOMPARE(staff({u"list"_s}).out, u"manager: manager\n"_s);
        QCOMPARE(staff({u"remove"_s, u"Kim"_s}).exit, 1);
        QCOMPARE(staff({u"pin"_s, u"Kim"_s}).exit, 1);
        const QString order = sell(data, 1, 1).json()["order"_L1].toString();
        QCOMPARE(
            ctl({u"refund"_s, order, u"--staff"_s, u"Kim"_s, u"--pin"_s, pin, u"--why"_s, u"x"_s, u"--data"_s, data})
                .exit,
            1);
        QCOMPARE(staff({u"add"_s, u"Kim"_s}).exit, 0);
        verifyClean(data);
    }

    void whoLostTheirPinGetsAnother()
    {
        const QString data = m_houses.demoHouse();
        const QString old =
            ctl({u"staff"_s, u"add"_s, u"Kim"_s, u"--role"_s, u"manager"_s, u"--data"_s, data}).lastLine();
        const Answer made = ctl({u"staff"_s, u"pin"_s, u"Kim"_s, u"--data"_s, data});
        QCOMPARE(made.exit, 0);
        QCOMPARE(ctl({u"staff"_s, u"pin"_s, u"Nobody"_s, u"--data"_s, data}).exit, 1);
        const QString order = sell(data, 1, 1).json()["order"_L1].toString();
        const auto refunds = [&](const QString &pin) {
            return ctl({u"refund"_s, order, u"--staff"_s, u"Kim"_s, u"--pin"_s, pin, u"--why"_s, u"x"_s, u"--data"_s,
                           data})
                       .exit == 0;
        };
        QVERIFY(!refunds(old) && refunds(made.lastLine()));
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
        QTest::newRow("part of a mistake") << QStringList{u"refund"_s, u"1"_s, u"--staff"_s, u"a"_s, u"--pin"_s, u"1"_s,
            u"--why"_s, u"x"_s, u"--void"_s, u"--seat"_s, u"A 1"_s};
        QTest::newRow("nobody to remove") << QStringList{u"staff"_s, u"remove"_s};
        QTest::newRow("a list of one") << QStringList{u"staff"_s, u"list"_s, u"Kim"_s};
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
        QCOMPARE(ctl({u"help"_s}).out, ctl({u"--help"_s}).out);
        QCOMPARE(ctl({u"help"_s, u"sell"_s}).out, ctl({u"sell"_s, u"--help"_s}).out);
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
        const QString data = m_houses.demoHouse();
        const QByteArray before = contentOf(data + u"/foyer.db"_s);
        const QString file = written(m_houses.file(u"broken.json"_s), content);
        for (const QString &kind : {u"season"_s, u"plan"_s}) {
            const Answer answer = ctl({u"import"_s, kind, file, u"--data"_s, data});
            QCOMPARE(answer.exit, 1);
            QVERIFY2(answer.err.contains(file) && answer.err.contains(place), qPrintable(answer.err));
        }
        QCOMPARE(ctl({u"import"_s, u"season"_s, m_houses.file(u"none.json"_s), u"--data"_s, data}).exit, 1);
        QCOMPARE(contentOf(data + u"/foyer.db"_s), before);
    }

    void aSeasonImportedTwiceChangesNothing()
    {
        const QString data = m_houses.folder();
        QCOMPARE(ctl({u"init"_s, u"--data"_s, data}).exit, 0);
        const QString plan = written(m_houses.file(u"plan.json"_s), demoPlan(DemoHouse::Cellar));
        const QStringList import{u"import"_s, u"plan"_s, plan, u"--id"_s, u"cellar"_s, u"--data"_s, data};
        QCOMPARE(ctl(import).exit, 0);
        const Answer again = ctl(import);
        QCOMPARE(again.exit, 0);
        QVERIFY(again.out.contains(u"nothing changed"_s));
        const QString season = written(m_houses.file(u"season.json"_s), demoSeason({2026, 11, 25}));
        const Answer unknown = ctl({u"import"_s, u"season"_s, season, u"--data"_s, data});
        QCOMPARE(unknown.exit, 1);
        QVERIFY2(unknown.err.contains(u"/houses/0/plan"_s), qPrintable(unknown.err));
        verifyClean(data);
    }

    void aDatabaseOfANewerProgramStaysAsItIs()
    {
        const QString data = m_houses.demoHouse();
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
        const QString data = m_houses.demoHouse();
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
        const QString data = m_houses.demoHouse();
        QVERIFY(QFile::remove(data + u"/house.key"_s));
        QCOMPARE(ctl({u"init"_s, u"--data"_s, data}).exit, 1);
        QCOMPARE(sell(data, 1, 1).exit, 1);
        QVERIFY(!QFile::exists(data + u"/house.key"_s));
    }

    void itSellsBesideAProgramThatOwnsTheFolder()
    {
        const QString data = m_houses.demoHouse();
        const auto lock = DataFolder(data).lock();
        QVERIFY(lock.ok());
        QCOMPARE(sell(data, 1, 3).exit, 0);
        verifyClean(data);
    }

private:
    QStringList asManager(const QStringList &command, const QString &data) const
    {
        return command + QStringList{u"--staff"_s, u"manager"_s, u"--pin"_s, m_houses.pin(), u"--data"_s, data};
    }

    ScratchHouses m_houses;
};

QTEST_GUILESS_MAIN(CtlTest)
#include "CtlTest.moc"
