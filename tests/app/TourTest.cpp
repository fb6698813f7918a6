#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {
/// "WIDTHxHEIGHT", as the file's head says it.
QString sizeOfPng(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray head = file.read(24);
    return head.size() < 24 || !head.startsWith("\x89PNG")
               ? QString()
               : u"%1x%2"_s.arg(qFromBigEndian<quint32>(head.constData() + 16))
                     .arg(qFromBigEndian<quint32>(head.constData() + 20));
}
} // namespace

/// The guided tours as their readers start them: a whole purchase and a day at the desk through the real widgets, step
/// by step as pictures.
class TourTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepIsAPictureAndTheTicketAFile_data()
    {
        QTest::addColumn<QString>("size");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::newRow("upright") << u"1080x1920"_s << u"ko"_s << u"100"_s;
        QTest::newRow("wide, large text") << u"1920x1080"_s << u"en"_s << u"200"_s;
    }
    void everyStepIsAPictureAndTheTicketAFile()
    {
        QFETCH(QString, size);
        QFETCH(QString, language);
        QFETCH(QString, text);
        QTemporaryDir place;
        QProcess kiosk;
        kiosk.start(qEnvironmentVariable("FOYER_BIN") + u"/foyer-kiosk"_s,
            {u"--tour"_s, place.path(), u"--size"_s, size, u"--locale"_s, language, u"--text"_s, text});
        QVERIFY(kiosk.waitForFinished(120'000));
        QVERIFY2(kiosk.exitCode() == 0, kiosk.readAllStandardError());
        const QStringList pictures = QDir(place.path()).entryList({u"*.png"_s}, QDir::Files, QDir::Name);
        QStringList steps;
        for (const QString &picture : pictures) {
            QCOMPARE(sizeOfPng(place.filePath(picture)), size);
            steps.append(picture.chopped(4).mid(3));
        }
        QCOMPARE(steps, (QStringList{u"attract"_s, u"sign-in"_s, u"queue"_s, u"dates"_s, u"hall"_s, u"choose-for-us"_s,
                            u"seats"_s, u"checkout"_s, u"wallet"_s, u"tender"_s, u"ticket"_s}));
        QFile ticket(place.filePath(u"ticket.pdf"_s));
        QVERIFY(ticket.open(QIODevice::ReadOnly) && ticket.read(5) == "%PDF-");
    }

    void aDayAtTheDeskIsAPictureAPage_data()
    {
        QTest::addColumn<QString>("size");
        QTest::addColumn<QString>("language");
        QTest::newRow("small") << u"1280x800"_s << u"ko"_s;
        QTest::newRow("large") << u"1920x1080"_s << u"en"_s;
    }
    void aDayAtTheDeskIsAPictureAPage()
    {
        QFETCH(QString, size);
        QFETCH(QString, language);
        QTemporaryDir place;
        QProcess desk;
        desk.start(qEnvironmentVariable("FOYER_BIN") + u"/foyer-desk"_s,
            {u"--tour"_s, place.path(), u"--size"_s, size, u"--locale"_s, language});
        QVERIFY(desk.waitForFinished(120'000));
        QVERIFY2(desk.exitCode() == 0, desk.readAllStandardError());
        const QStringList pictures = QDir(place.path()).entryList({u"*.png"_s}, QDir::Files, QDir::Name);
        QStringList pages;
        for (const QString &picture : pictures) {
            QCOMPARE(sizeOfPng(place.filePath(picture)), size);
            pages.append(picture.chopped(4).mid(3));
        }
        QCOMPARE(
            pages, (QStringList{u"sign-in"_s, u"dates"_s, u"hall"_s, u"chosen"_s, u"cash"_s, u"sold"_s,
                       u"rest-by-card"_s, u"card"_s, u"why"_s, u"put-aside"_s, u"given-away"_s, u"find"_s, u"order"_s,
                       u"wallets"_s, u"new-member"_s, u"wallet"_s, u"house"_s, u"tasks"_s, u"shift"_s, u"to-the-safe"_s,
                       u"moved"_s, u"count"_s, u"counted"_s, u"reports"_s, u"reports-by-tender"_s, u"exported"_s}));
        const QStringList papers = QDir(place.path()).entryList({u"*.pdf"_s}, QDir::Files);
        QCOMPARE(papers.size(), 5); // three orders, the drawer's report, the figures
    }
};

QTEST_GUILESS_MAIN(TourTest)
#include "TourTest.moc"
