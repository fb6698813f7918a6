#include "documents/StatementDocument.h"
#include "PdfText.h"
#include "documents/Fonts.h"
#include "domain/Limits.h"

#include <QBuffer>
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
    settings.sellerNumber = u"123-45-67890"_s;
    return settings;
}

QDateTime at(int hour, int minute) { return QDateTime({2026, 11, 27}, {hour, minute}, Qt::UTC); }

MemberFile file()
{
    MemberFile file{.line = {{{}, {}, {}, {}, u"0007"_s}, false, at(1, 0)}};
    file.balance.amount = won(43'000);
    file.balance.movements = {
        {{}, MovementKind::Purchase, at(9, 30), won(-22'000)}, {{}, MovementKind::TopUp, at(9, 12), won(65'000)}};
    return file;
}
} // namespace

/// What a member takes home of their wallet.
class StatementDocumentTest : public QObject
{
    Q_OBJECT

    QString wordsOf(const StatementDocument &document)
    {
        const QTemporaryDir dir;
        QFile pdf(dir.filePath(u"statement.pdf"_s));
        const bool written = pdf.open(QIODevice::WriteOnly) && document.writePdf(pdf).ok();
        pdf.close();
        return written ? textOf(pdf.fileName()) : QString();
    }
    static void save(const StatementDocument &document, const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("FOYER_PICTURES"); !folder.isEmpty())
            document.image(6).save(folder + u"/statement-"_s + name + u".png"_s);
    }

private Q_SLOTS:
    void initTestCase() { loadFonts(); }

    void itSaysWhatMovedAndWhatIsThere_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("Korean") << u"ko"_s;
        QTest::newRow("English") << u"en"_s;
    }
    void itSaysWhatMovedAndWhatIsThere()
    {
        QFETCH(QString, language);
        MemberFile held = file();
        held.balance.elsewhere = {{u"Kiosk 2"_s, won(10'000)}};
        const StatementDocument document(held, house(), language, at(10, 0));
        save(document, language);
        const QString words = wordsOf(document);
        for (const QString &word : {u"0007"_s, u"(주)한빛문화재단"_s, u"123-45-67890"_s, u"₩65,000"_s, u"₩22,000"_s,
                 u"₩43,000"_s, u"Kiosk 2"_s, u"₩10,000"_s})
            QVERIFY2(words.contains(word), qPrintable(word + u" in "_s + words));
    }

    void nothingIsStillAStatement()
    {
        MemberFile empty = file();
        empty.balance.amount = won(0);
        empty.balance.movements.clear();
        empty.line.isBlocked = true;
        const StatementDocument document(empty, house(), u"en"_s, at(10, 0));
        save(document, u"empty"_s);
        const QString words = wordsOf(document);
        QVERIFY(words.contains(u"Nothing has moved yet"_s));
        QVERIFY(words.contains(u"blocked"_s));
    }

    void aLongOneSaysWhatWasThereBefore()
    {
        MemberFile full = file();
        full.balance.movements.clear();
        for (int i = 0; i < limits::movementsShown; ++i)
            full.balance.movements.append({{}, MovementKind::TopUp, at(9, i), won(1'000)});
        full.balance.amount = won(157'000);
        const StatementDocument document(full, house(), u"en"_s, at(10, 0));
        save(document, u"long"_s);
        QVERIFY(document.sizeMm().height() > 400);
        const QString words = wordsOf(document);
        QVERIFY2(words.contains(u"Balance before ₩107,000"_s), qPrintable(words.right(400)));
        QVERIFY(!wordsOf(StatementDocument(file(), house(), u"en"_s, at(10, 0))).contains(u"Balance before"_s));
    }

    /// Names of machines are what people typed.
    void hostileNamesStayWithinThePaper()
    {
        MemberFile hostile = file();
        hostile.balance.elsewhere = {{QString(500, u'W'), won(1)}, {u"\u202EgnalP\u202C <b>x</b>"_s, won(2)},
            {u"=cmd|' /C calc'!A0\n\n\n\t"_s, won(3)}, {QString(), won(4)}};
        hostile.line.member.lastDigits = u"<b>7"_s;
        const StatementDocument document(hostile, house(), u"en"_s, at(10, 0));
        save(document, u"hostile"_s);
        const QImage picture = document.image(6);
        QVERIFY(picture.height() > 300);
        for (int y = 0; y < picture.height(); ++y) {
            QCOMPARE(picture.pixelColor(0, y), QColor(Qt::white));
            QCOMPARE(picture.pixelColor(picture.width() - 1, y), QColor(Qt::white));
        }
        const QString words = wordsOf(document);
        QVERIFY(words.contains(u"<b>x</b>"_s)); // as it was typed, and no markup
    }

    void aDeviceThatTakesNothingIsAnError()
    {
        QBuffer closed;
        QVERIFY(StatementDocument(file(), house(), u"en"_s, at(10, 0)).writePdf(closed).error());
    }
};

QTEST_MAIN(StatementDocumentTest)
#include "StatementDocumentTest.moc"
