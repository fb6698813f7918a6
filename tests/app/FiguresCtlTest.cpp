#include "Ctl.h"
#include "domain/BusinessDay.h"
#include "services/Node.h"
#include "storage/Connection.h"
#include "storage/DataFolder.h"

#include <QJsonArray>
#include <QtTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

/// Goal: figures at a shell are those of the books. Method: the real program sells, and tells what it sold.
class FiguresCtlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_houses.setUp().exit, 0); }

    void whatWasSoldIsTold_data()
    {
        QTest::addColumn<QString>("by");
        for (const char *by : {"performance", "category", "type", "tender", "hour", "clerk", "terminal"})
            QTest::newRow(by) << QString::fromLatin1(by);
    }
    void whatWasSoldIsTold()
    {
        QFETCH(QString, by);
        const QString data = sold();
        const QJsonObject told = figures(data, always() + QStringList{u"--by"_s, by, u"--json"_s}).json();
        QCOMPARE(told[u"by"].toString(), by);
        const QJsonObject total = told[u"total"].toObject();
        const auto node = Node::open(DataFolder(data));
        Rows rows =
            node.value()->db().run("SELECT count(*), sum(total), sum(tax), (SELECT count(*) FROM ticket) FROM sale");
        QVERIFY(rows.next() && rows.integer(0) >= 4);
        QCOMPARE(total[u"orders"].toInteger(), rows.integer(0));
        QCOMPARE(total[u"gross"].toInteger(), rows.integer(1));
        QCOMPARE(total[u"tax"].toInteger(), rows.integer(2));
        QCOMPARE(total[u"seats"].toInteger(), rows.integer(3));
        qint64 net = 0;
        for (const QJsonValue row : told[u"rows"].toArray())
            net += row[u"net"].toInteger();
        QCOMPARE(total[u"net"].toInteger(), net);
        QCOMPARE(told[u"owed"][u"total"].toInteger(), 0);
        if (by == u"tender"_s)
            QCOMPARE(told[u"rows"][0][u"label"].toString(), u"Cash"_s);
    }

    void aTableForPeopleAndOneForSpreadsheets()
    {
        const QString data = sold();
        const Answer table = figures(data, {});
        QVERIFY(table.out.contains(u"Total"_s) && table.out.contains(u"Owed on wallets, now"_s));
        const QString file = m_houses.file(u"figures.csv"_s);
        QCOMPARE(figures(data, {u"--by"_s, u"category"_s, u"--csv"_s, file}).exit, 0);
        QVERIFY(contentOf(file).startsWith("\xEF\xBB\xBF\"Category\",\"Orders\""));
        QVERIFY(contentOf(file).contains("\r\n\"Total\","));
        QCOMPARE(figures(data, {u"--csv"_s, m_houses.file(u"no/such/folder.csv"_s)}).exit, 1);
    }

    void daysAreTheHousesBusinessDays()
    {
        const QString data = sold();
        const auto orders = [&](const QStringList &days) {
            return figures(data, days + QStringList{u"--json"_s}).json()[u"total"][u"orders"].toInt(-1);
        };
        const QDate today = businessDay(SystemClock().utc(), HouseSettings());
        const auto day = [&](int from, int to) {
            return orders({u"--from"_s, today.addDays(from).toString(Qt::ISODate), u"--to"_s,
                today.addDays(to).toString(Qt::ISODate)});
        };
        QCOMPARE(day(-90, -60), 0);
        QVERIFY(day(0, 0) >= 4);
        QCOMPARE(day(-30, -1) + day(0, 0), day(-30, 0));
        QCOMPARE(orders({}), day(0, 0)); // that is what one means
    }

    void whatIsNoQuestionIsRefused_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("exit");
        QTest::newRow("dimension") << QStringList{u"--by"_s, u"moon"_s} << 2;
        QTest::newRow("day") << QStringList{u"--from"_s, u"yesterday"_s} << 2;
        QTest::newRow("backwards") << QStringList{u"--from"_s, u"2026-02-02"_s, u"--to"_s, u"2026-02-01"_s} << 1;
        QTest::newRow("an age") << QStringList{u"--from"_s, u"1900-01-01"_s, u"--to"_s, u"2026-02-01"_s} << 1;
    }
    void whatIsNoQuestionIsRefused()
    {
        QFETCH(QStringList, options);
        QTEST(figures(sold(), options).exit, "exit");
    }

private:
    /// A house that sold two seats four times; one for all questions.
    const QString &sold()
    {
        if (m_sold.isEmpty()) {
            m_sold = m_houses.demoHouse();
            if (const Answer made = sell(m_sold, 2, 4); made.exit != 0)
                qFatal("nothing is sold: %s", qPrintable(made.err));
        }
        return m_sold;
    }
    static QStringList always()
    {
        const QDate today = businessDay(SystemClock().utc(), HouseSettings());
        return {
            u"--from"_s, today.addDays(-30).toString(Qt::ISODate), u"--to"_s, today.addDays(1).toString(Qt::ISODate)};
    }
    static Answer figures(const QString &data, const QStringList &options)
    {
        return ctl(QStringList{u"figures"_s, u"--data"_s, data} + options);
    }

    ScratchHouses m_houses;
    QString m_sold;
};

QTEST_GUILESS_MAIN(FiguresCtlTest)
#include "FiguresCtlTest.moc"
