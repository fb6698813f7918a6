#include "documents/ShiftDocument.h"
#include "PdfText.h"
#include "documents/Fonts.h"

#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QtTest>

using namespace foyer;
using namespace foyer::test;
using namespace Qt::StringLiterals;

namespace {
Money won(qint64 amount) { return {amount, {}}; }

HouseSettings house()
{
    HouseSettings settings;
    settings.name = {{{u"ko"_s, u"한빛 아트홀"_s}, {u"en"_s, u"Hanbit Arts Hall"_s}}};
    settings.sellerName = u"(주)한빛문화재단"_s;
    settings.sellerAddress = u"서울특별시 중구 세종대로 110"_s;
    settings.sellerNumber = u"123-45-67890"_s;
    return settings;
}

QDateTime at(int hour, int minute) { return QDateTime({2026, 11, 27}, {hour, minute}, Qt::UTC); }

/// A day that is still open.
ShiftReport x()
{
    ShiftReport report{.shift = {{}, 12, {}, u"김하늘"_s, at(1, 0), won(100'000), {}},
        .house = house(),
        .at = at(9, 30),
        .sales = 128,
        .seats = 243,
        .sold = won(14'212'000),
        .firstOrder = u"2026-B000117"_s,
        .lastOrder = u"2026-B000244"_s,
        .freeSeats = 3,
        .refunds = {2, 4, won(264'000)},
        .voids = {1, 1, won(66'000)}};
    report.taxes = {{1'000, won(13'882'000), won(1'262'000)}};
    report.movements = {{{}, at(4, 10), {}, u"김하늘"_s, won(-600'000), u"금고로"_s},
        {{}, at(6, 45), {}, u"Park"_s, won(50'000), u"change from the bank"_s}};
    report.tenders = {{41, won(4'310'000), 6, won(182'000)}, {88, won(9'880'000), 1, won(66'000)}, 2, won(116'000),
        won(60'000), won(3'678'000)};
    report.notSynced = {
        37, at(9, 12), 2, won(220'000), {{u"2026-B000243"_s, won(132'000)}, {u"2026-B000244"_s, won(88'000)}}};
    report.chain = {2, 5'321, QByteArray::fromHex("7f3a9c214be07f3a9c214be07f3a9c214be07f3a9c214be07f3a9c214be00000")};
    return report;
}

ShiftReport z(qint64 counted = 3'676'500)
{
    ShiftReport report = x();
    report.shift.end = {{}, u"김하늘"_s, at(13, 5), won(3'678'000), won(counted)};
    report.counted = {
        {{won(50'000), 60}, {won(10'000), 61}, {won(5'000), 9}, {won(1'000), 21}, {won(500), 1}}, won(counted)};
    return report;
}
} // namespace

/// What stays of a drawer on paper.
class ShiftDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { loadFonts(); }

    void bothPapersSayEverything_data()
    {
        QTest::addColumn<bool>("isPage");
        QTest::newRow("80 mm") << false;
        QTest::newRow("A4") << true;
    }
    void bothPapersSayEverything()
    {
        QFETCH(bool, isPage);
        const QString words = wordsOf(ShiftDocument(z(), u"en"_s, isPage ? Paper::Page : Paper::Roll));
        for (const QString &word : {u"Z report 12"_s, u"김하늘"_s, u"123-45-67890"_s, u"2026-B000117"_s,
                 u"2026-B000244"_s, u"₩14,212,000"_s, u"264,000"_s, u"66,000"_s, u"₩1,262,000"_s, u"Cash taken (41)"_s,
                 u"₩4,310,000"_s, u"182,000"_s, u"Card taken (88)"_s, u"₩9,880,000"_s, u"claim codes paid (2)"_s,
                 u"₩60,000"_s, u"금고로"_s, u"change from the bank"_s, u"₩3,678,000"_s, u"₩3,676,500"_s, u"Short"_s,
                 u"₩1,500"_s, u"₩50,000 × 60"_s, u"Not synced yet"_s, u"37"_s, u"2026-B000243"_s, u"2/5321"_s,
                 u"7f3a9c214be0"_s, u"counted by"_s, u"Hanbit Arts Hall"_s})
            QVERIFY2(words.contains(word), qPrintable(word + u" in "_s + words));
    }

    void aDifferenceIsSaidInWords_data()
    {
        QTest::addColumn<qint64>("counted");
        QTest::addColumn<QString>("word");
        QTest::newRow("short") << qint64(3'677'000) << u"Short ₩1,000"_s;
        QTest::newRow("over") << qint64(3'678'500) << u"Over ₩500"_s;
        QTest::newRow("neither") << qint64(3'678'000) << u"No difference ₩0"_s;
    }
    void aDifferenceIsSaidInWords()
    {
        QFETCH(qint64, counted);
        QFETCH(QString, word);
        const QString words = wordsOf(ShiftDocument(z(counted), u"en"_s, Paper::Roll));
        QVERIFY2(words.contains(word), qPrintable(words));
    }

    void whoCountsBlindReadsNothingOfCash()
    {
        for (const Paper paper : {Paper::Roll, Paper::Page}) {
            const QString words = wordsOf(ShiftDocument(x().blind(), u"en"_s, paper));
            QVERIFY(words.contains(u"X report 12"_s) && words.contains(u"₩14,212,000"_s));
            for (const QString &word : {u"₩4,310,000"_s, u"₩9,880,000"_s, u"₩3,678,000"_s, u"Should be in it"_s})
                QVERIFY2(!words.contains(word), qPrintable(words));
        }
    }

    void theSameReportIsTheSamePaper()
    {
        for (const Paper paper : {Paper::Roll, Paper::Page})
            QCOMPARE(ShiftDocument(z(), u"ko"_s, paper).image(4), ShiftDocument(z(), u"ko"_s, paper).image(4));
    }

    void papersAreAsWideAsTheirPrinters()
    {
        QCOMPARE(ShiftDocument(z(), u"ko"_s, Paper::Roll).sizeMm().width(), 72.0);
        QCOMPARE(ShiftDocument(z(), u"ko"_s, Paper::Page).sizeMm(), QSizeF(210, 297));
        ShiftReport busy = z();
        while (busy.movements.size() < 60)
            busy.movements.append(busy.movements.constFirst());
        QVERIFY(ShiftDocument(busy, u"ko"_s, Paper::Page).sizeMm().height() > 297); // longer rather than cut
    }

    void nothingThatIsTypedRunsOverTheEdge_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("a formula") << u"=cmd|' /C calc'!A0"_s;
        QTest::newRow("markup") << u"<b>bold</b> <img src=x>"_s;
        QTest::newRow("right to left") << u"\u202Eمسرح القمر\u200F"_s;
        QTest::newRow("4-byte characters") << u"🌙🎭"_s.repeated(60);
        QTest::newRow("500 letters") << u"W"_s.repeated(500);
    }
    void nothingThatIsTypedRunsOverTheEdge()
    {
        QFETCH(QString, typed);
        ShiftReport hostile = z();
        hostile.movements[0].why = hostile.movements[0].whoName = hostile.shift.openedByName = typed;
        for (const Paper paper : {Paper::Roll, Paper::Page}) {
            const QImage image = ShiftDocument(hostile, u"ko"_s, paper).image(4);
            for (int y = 0; y < image.height(); ++y)
                for (const int x : {2, image.width() - 3})
                    QCOMPARE(image.pixel(x, y), qRgb(255, 255, 255));
            if (typed.startsWith(u'='))
                QVERIFY(wordsOf(ShiftDocument(hostile, u"ko"_s, paper)).contains(typed));
        }
    }

    /// FOYER_PICTURES names a folder: every paper as a picture, to be looked at.
    void picturesToLookAt()
    {
        const QString folder = qEnvironmentVariable("FOYER_PICTURES");
        if (folder.isEmpty())
            QSKIP("FOYER_PICTURES names no folder");
        for (const QString &language : {u"ko"_s, u"en"_s})
            for (const Paper paper : {Paper::Roll, Paper::Page}) {
                const QString kind = (paper == Paper::Roll ? u"roll-"_s : u"page-"_s) + language;
                const double scale = paper == Paper::Roll ? 8 : 5;
                QVERIFY(ShiftDocument(z(), language, paper).image(scale).save(folder + u"/z-"_s + kind + u".png"_s));
                QVERIFY(ShiftDocument(x().blind(), language, paper)
                            .image(scale)
                            .save(folder + u"/x-"_s + kind + u".png"_s));
            }
    }

private:
    using Paper = ShiftDocument::Paper;

    QString wordsOf(const ShiftDocument &document) const
    {
        QFile file(m_folder.filePath(u"report.pdf"_s));
        if (!file.open(QIODevice::WriteOnly) || !document.writePdf(file).ok())
            return {};
        file.close();
        return textOf(file.fileName());
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(ShiftDocumentTest)
#include "ShiftDocumentTest.moc"
