#include "domain/MoneyInput.h"

#include <QTest>

using namespace foyer;
using namespace Qt::StringLiterals;

/// Amounts as people type them.
class MoneyInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAmountIsReadAsItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qint64>("minor"); // -1: it is no amount
        const auto row = [](const char *typed, const char *currency, qint64 minor) {
            QTest::addRow("%s %s", typed, currency)
                << QString::fromUtf8(typed) << QString::fromLatin1(currency) << minor;
        };
        row("50000", "KRW", 50'000);
        row("50,000", "KRW", 50'000);
        row(" 0 ", "KRW", 0);
        row("12.5", "USD", 1'250);
        row("12.50", "USD", 1'250);
        row("12", "USD", 1'200);
        row("1.234", "KWD", 1'234);
        row("1000000000000", "KRW", 1'000'000'000'000);
        row("1000000000001", "KRW", -1); // beyond what any amount may be
        row("99999999999999999999", "KRW", -1);
        row("12.5", "KRW", -1); // has no smaller unit
        row("12.505", "USD", -1);
        row("5,00", "KRW", -1);
        row("-5", "KRW", -1);
        row("5e3", "KRW", -1);
        row("", "KRW", -1);
        row("٥", "KRW", -1);
        row("five", "KRW", -1);
    }
    void anAmountIsReadAsItIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, currency);
        QFETCH(qint64, minor);
        const Currency house = *Currency::fromCode(currency);
        const auto read = moneyTyped(typed, house);
        QCOMPARE(read ? read->minor : -1, minor);
        if (read)
            QCOMPARE(moneyTyped(typedText(*read), house), read);
    }
};

QTEST_GUILESS_MAIN(MoneyInputTest)
#include "MoneyInputTest.moc"
