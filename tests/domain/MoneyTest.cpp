#include "domain/Money.h"
#include "domain/Limits.h"

#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;

class MoneyTest : public QObject
{
    Q_OBJECT

    static Money won(qint64 minor) { return {minor, *Currency::fromCode(u"KRW")}; }
    static Money dollars(qint64 minor) { return {minor, *Currency::fromCode(u"USD")}; }
    static constexpr qint64 most = std::numeric_limits<qint64>::max();
    static constexpr qint64 least = std::numeric_limits<qint64>::min();

private Q_SLOTS:
    void amountsOfOneCurrencyAddAndCompare()
    {
        QCOMPARE(won(1'000) + won(500), won(1'500));
        QCOMPARE(won(1'000) - won(1'500), won(-500));
        QVERIFY(won(1) < won(2));
        QVERIFY(won(1) != dollars(1));
        Money sum = won(0);
        sum += won(7);
        QVERIFY(sum.isPositive() && !sum.isZero());
        QVERIFY(!won(-1).isPositive());
    }

    void amountsOfTwoCurrenciesNeverMeet()
    {
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, (won(1) + dollars(1)));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, (won(1) - dollars(1)));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, static_cast<void>(won(1) < dollars(1)));
    }

    void whatDoesNotFitIsABrokenPromiseNotAWrongSum()
    {
        QCOMPARE(won(most - 1) + won(1), won(most));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, (won(most) + won(1)));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, (won(least) - won(1)));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, (won(0) - won(least)));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, taxWithin(won(most), 1'000));
        // the product fits, the half that rounds it doesn't
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, taxWithin(won(most / 2'000), 1'000));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, taxWithin(won(least / 2'000), 1'000));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, taxWithin(won(1), -1));
    }

    void theLargestAmountOfAHouseCanBeTaxed()
    {
        QCOMPARE(taxWithin(won(limits::moneyMax), 10'000), won(limits::moneyMax / 2));
    }

    void taxIsContainedInThePriceAndRoundedHalfAwayFromZero_data()
    {
        QTest::addColumn<qint64>("gross");
        QTest::addColumn<int>("basisPoints");
        QTest::addColumn<qint64>("tax");
        QTest::newRow("KR VAT, exact") << qint64(55'000) << 1'000 << qint64(5'000);
        QTest::newRow("rounded down") << qint64(100) << 1'000 << qint64(9);     // 9.09
        QTest::newRow("rounded up") << qint64(61) << 1'000 << qint64(6);        // 5.545
        QTest::newRow("half goes up") << qint64(1) << 10'000 << qint64(1);      // 0.5
        QTest::newRow("a refund's half") << qint64(-1) << 10'000 << qint64(-1); // what the sale's half was
        QTest::newRow("a refund, down") << qint64(-100) << 1'000 << qint64(-9);
        QTest::newRow("a refund, up") << qint64(-61) << 1'000 << qint64(-6);
        QTest::newRow("German 7 %") << qint64(1'070) << 700 << qint64(70);
        QTest::newRow("a quarter percent") << qint64(10'025) << 25 << qint64(25);
        QTest::newRow("untaxed") << qint64(55'000) << 0 << qint64(0);
        QTest::newRow("nothing") << qint64(0) << 1'000 << qint64(0);
    }
    void taxIsContainedInThePriceAndRoundedHalfAwayFromZero()
    {
        QFETCH(qint64, gross);
        QFETCH(int, basisPoints);
        QFETCH(qint64, tax);
        QCOMPARE(taxWithin(won(gross), basisPoints), won(tax));
    }

    void refundingAnAmountRefundsExactlyItsTax()
    {
        for (qint64 gross = 0; gross < 5'000; ++gross)
            QCOMPARE(taxWithin(won(-gross), 1'000).minor, -taxWithin(won(gross), 1'000).minor);
    }

    void aCurrencyKnowsItsDecimals_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("decimals");
        QTest::newRow("won") << u"KRW"_s << 0;
        QTest::newRow("yen") << u"JPY"_s << 0;
        QTest::newRow("euro") << u"EUR"_s << 2;
        QTest::newRow("dollar") << u"USD"_s << 2;
        QTest::newRow("dinar") << u"KWD"_s << 3;
    }
    void aCurrencyKnowsItsDecimals()
    {
        QFETCH(QString, code);
        const auto currency = Currency::fromCode(code);
        QVERIFY(currency);
        QCOMPARE(currency->text(), code);
        QTEST(currency->decimals(), "decimals");
    }

    void codesThatWeDoNotKnowAreNoCurrency_data()
    {
        QTest::addColumn<QString>("code");
        for (const QString &code : {u""_s, u"KR"_s, u"KRWX"_s, u"krw"_s, u"XXX"_s, u"₩₩₩"_s, u"KR\u0000"_s})
            QTest::addRow("'%s'", qPrintable(code)) << code;
    }
    void codesThatWeDoNotKnowAreNoCurrency()
    {
        QFETCH(QString, code);
        QVERIFY(!Currency::fromCode(code));
    }

    void aCurrencyMadeUpInCodeIsABug()
    {
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, (Currency{{'X', 'X', 'X'}}.decimals()));
    }
};

QTEST_GUILESS_MAIN(MoneyTest)
#include "MoneyTest.moc"
