#include "devices/SimulatedPrinter.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {
PrintJob job(const QString &name, const QByteArray &content)
{
    return {name, [content](QIODevice &out) {
                return out.write(content) == content.size() ? done : Done(Error{Error::Kind::Io, {}});
            }};
}
} // namespace

/// Paper that is a folder of files.
class SimulatedPrinterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void papersComeOutInTheirOrderAndNoneIsLostWhenTheProgramEnds()
    {
        QTemporaryDir dir;
        {
            SimulatedPrinter printer(dir.filePath(u"printed"_s));
            for (int i = 0; i < 20; ++i)
                printer.print(job(u"2026-%1"_s.arg(i), QByteArray::number(i)));
        }
        const QStringList files = QDir(dir.filePath(u"printed"_s)).entryList(QDir::Files, QDir::Name);
        QCOMPARE(files.size(), 20);
        QCOMPARE(files.first(), u"00001-2026-0.pdf"_s);
        QCOMPARE(files.last(), u"00020-2026-19.pdf"_s);
        SimulatedPrinter again(dir.filePath(u"printed"_s)); // doesn't write over what the run before printed
        again.print(job(u"late"_s, "x"));
        QTRY_VERIFY(QFile::exists(dir.filePath(u"printed/00021-late.pdf"_s)));
    }

    void aNameLeadsNowhereElse()
    {
        QTemporaryDir dir;
        SimulatedPrinter printer(dir.filePath(u"printed"_s));
        QSignalSpy printed(&printer, &Printer::printed);
        printer.print(job(u"../../etc/x"_s, "x"));
        QTRY_COMPARE(printed.size(), 1);
        QCOMPARE(QDir(dir.filePath(u"printed"_s)).entryList(QDir::Files), QStringList{u"00001-______etc_x.pdf"_s});
    }

    void whatCantBeWrittenIsSaid()
    {
        QTemporaryDir dir;
        QFile inTheWay(dir.filePath(u"printed"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        SimulatedPrinter printer(dir.filePath(u"printed"_s));
        QSignalSpy failed(&printer, &Printer::failed);
        printer.print(job(u"order"_s, "x"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].toString(), u"order"_s);
    }
};

QTEST_GUILESS_MAIN(SimulatedPrinterTest)
#include "SimulatedPrinterTest.moc"
