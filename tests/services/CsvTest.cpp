#include "services/Csv.h"
#include "services/FigureCsv.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {
/// RFC 4180, read by the book.
QList<QStringList> parsed(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes.mid(3));
    QList<QStringList> rows{{QString()}};
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        QString &cell = rows.last().last();
        if (isQuoted && text[i] == u'"' && text.mid(i + 1, 1) == u"\""_s)
            cell += text[i++];
        else if (text[i] == u'"')
            isQuoted = !isQuoted;
        else if (!isQuoted && text[i] == u',')
            rows.last().append(QString());
        else if (!isQuoted && text.mid(i, 2) == u"\r\n"_s && ++i)
            rows.append(QStringList{QString()});
        else
            cell += text[i];
    }
    rows.removeLast(); // after the last line's end
    return rows;
}
} // namespace

/// What leaves the house opens in every spreadsheet, says what was said, and does nothing.
class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameStaysANameAndNeverBecomesAFormula_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("cell");
        const auto same = [](const char *row, const QString &name) { QTest::newRow(row) << name << name; };
        const auto harmless = [](const char *row, const QString &name) { QTest::newRow(row) << name << u'\'' + name; };
        same("plain", u"The Seagull"_s);
        same("Korean", u"달의 정원"_s);
        same("empty", QString());
        same("markup", u"<b>bold</b>"_s);
        same("quotes", u"\"Hamlet\", said \"he\""_s);
        same("newlines", u"one\r\ntwo\nthree"_s);
        same("commas", u"a,b;c"_s);
        same("four bytes", u"🎭𝄞"_s);
        same("right to left", u"\u202Etxt.exe\u200F"_s);
        same("10,000 letters", QString(10'000, u'가'));
        same("a negative number", u"-12.50"_s);
        same("a sign within", u"1+1=2"_s);
        harmless("command", u"=cmd|' /C calc'!A0"_s);
        harmless("sum", u"=1+1"_s);
        harmless("plus", u"+82 10 1234"_s);
        harmless("minus", u"-2+3"_s);
        harmless("minus, then a line", u"-2\n=1"_s);
        harmless("at", u"@SUM(A1)"_s);
        harmless("tab", u"\t=1"_s);
        harmless("carriage return", u"\r=1"_s);
        harmless("line feed", u"\n=1"_s);
        harmless("wide equals", u"＝1+1"_s);
        harmless("quoted formula", u"=\"a\""_s);
    }
    void aNameStaysANameAndNeverBecomesAFormula()
    {
        QFETCH(QString, name);
        Csv csv;
        csv.text(name);
        csv.number(-3);
        csv.endRow();
        QVERIFY(csv.bytes().startsWith("\xEF\xBB\xBF"));
        QCOMPARE(parsed(csv.bytes()).size(), 1);
        QTEST(parsed(csv.bytes())[0][0], "cell");
        QVERIFY(csv.bytes().endsWith(",-3\r\n")); // a number is one, also below zero
    }

    void amountsAreNumbersInMajorUnits_data()
    {
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QByteArray>("cell");
        const auto row = [](const char *currency, qint64 minor, const char *cell) {
            QTest::addRow("%s %lld", currency, minor) << QString::fromLatin1(currency) << minor << QByteArray(cell);
        };
        row("KRW", 132'000, "132000");
        row("KRW", -132'000, "-132000");
        row("USD", 1'250, "12.50");
        row("USD", -5, "-0.05");
        row("EUR", 0, "0.00");
        row("KWD", 1, "0.001");
        row("KWD", -1'234'567, "-1234.567");
        row("USD", std::numeric_limits<qint64>::min(), "-92233720368547758.08");
    }
    void amountsAreNumbersInMajorUnits()
    {
        QFETCH(QString, currency);
        QFETCH(qint64, minor);
        QFETCH(QByteArray, cell);
        Csv csv;
        csv.amount({minor, *Currency::fromCode(currency)});
        csv.endRow();
        QCOMPARE(csv.bytes(), "\xEF\xBB\xBF" + cell + "\r\n");
    }

    void aTableHasHeadsRowsAndItsTotal()
    {
        Figures figures;
        FigureRow row{u"R"_s, {{{QString(), u"=R"_s}}}, {}, 2, 3, 1, {90'000, {}}, {30'000, {}}, {5'455, {}}};
        figures.rows = {row};
        figures.total = row;
        const QStringList heads{
            u"등급"_s, u"주문"_s, u"좌석"_s, u"무료"_s, u"판매"_s, u"환불"_s, u"순매출"_s, u"세금"_s};
        const QByteArray csv =
            csvOf(figures, {heads, u"합계"_s, [](const FigureRow &each) { return each.name.in({}); }});
        const QList<QStringList> rows = parsed(csv);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0], heads);
        QCOMPARE(rows[1].join(u'|'), u"'=R|2|3|1|90000|30000|60000|5455"_s);
        QCOMPARE(rows[2][0], u"합계"_s);
    }

    void aFileIsWrittenWholeOrNotAtAll()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"figures.csv"_s);
        QVERIFY(writeWhole(file, "old").ok());
        QVERIFY(writeWhole(file, "new").ok());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), "new");
        const Done lost = writeWhole(folder.filePath(u"no/such/folder.csv"_s), "x");
        QVERIFY(lost.error() && lost.error()->kind == Error::Kind::Io);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), {u"figures.csv"_s}); // nothing half done beside it
    }
};

QTEST_GUILESS_MAIN(CsvTest)
#include "CsvTest.moc"
