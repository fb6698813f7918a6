#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {
struct Said {
    int exit = -1; ///< also when it crashed or doesn't end
    QString out, err;
};

enum class Screen { Here, None };

Said run(const QString &program, const QStringList &arguments, const QString &locale = u"C.UTF-8"_s,
    Screen screen = Screen::Here)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, locale);
    environment.insert(u"XDG_RUNTIME_DIR"_s, QDir::tempPath()); // else Qt says something of its own
    if (screen == Screen::None)
        for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("FOYER_BIN") + u'/' + program, arguments);
    if (!process.waitForFinished(20'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

/// How a program is started on a data folder.
QStringList startedOn(const QString &program, const QString &data)
{
    return program == "foyerctl"_L1    ? QStringList{u"status"_s, u"--data"_s, data}
           : program == "foyer-hub"_L1 ? QStringList{u"--data"_s, data, u"--listen"_s, u"127.0.0.1:0"_s}
                                       : QStringList{u"--data"_s, data};
}
} // namespace

/// What scripts and shells may rely on of every program, whatever it is for.
class ProgramTest : public QObject
{
    Q_OBJECT

    static void programs()
    {
        QTest::addColumn<QString>("program");
        for (const QString &program : {u"foyer-kiosk"_s, u"foyer-desk"_s, u"foyer-hub"_s, u"foyerctl"_s})
            QTest::newRow(qPrintable(program)) << program;
    }

private Q_SLOTS:
    void helpAndVersionAreAnswers_data() { programs(); }
    void helpAndVersionAreAnswers()
    {
        QFETCH(QString, program);
        const Said help = run(program, {u"--help"_s});
        QCOMPARE(help.exit, 0);
        QVERIFY(help.out.contains(u"--data"_s));
        const Said version = run(program, {u"--version"_s});
        QCOMPARE(version.exit, 0);
        QVERIFY2(version.out.startsWith(program + u' '), qPrintable(version.out));
    }

    void calledWronglyIsTwoAndSaysWhy_data() { programs(); }
    void calledWronglyIsTwoAndSaysWhy()
    {
        QFETCH(QString, program);
        const Said said = run(program, {u"--no-such-option"_s});
        QCOMPARE(said.exit, 2);
        QVERIFY2(said.err.contains(u"no-such-option"_s), qPrintable(said.err));
        QCOMPARE(said.out, QString());
    }

    void withoutADatabaseItIsOneAndSaysWhichOne_data() { programs(); }
    void withoutADatabaseItIsOneAndSaysWhichOne()
    {
        QFETCH(QString, program);
        const QTemporaryDir nowhere;
        const Said said = run(program, startedOn(program, nowhere.filePath(u"house"_s)));
        QCOMPARE(said.exit, 1);
        QVERIFY2(said.err.contains(nowhere.filePath(u"house/foyer.db"_s)), qPrintable(said.err));
        QVERIFY(!QFile::exists(nowhere.filePath(u"house"_s))); // nothing is made on the way
    }

    void withoutAScreenEverythingButSellingWorks_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("kiosk") << u"foyer-kiosk"_s;
        QTest::newRow("desk") << u"foyer-desk"_s;
    }
    void withoutAScreenEverythingButSellingWorks()
    {
        QFETCH(QString, program);
        const auto alone = [&](const QStringList &arguments) {
            return run(program, arguments, u"C.UTF-8"_s, Screen::None);
        };
        QCOMPARE(alone({u"--version"_s}).exit, 0);
        QCOMPARE(alone({u"--help"_s}).exit, 0);
        QCOMPARE(alone({u"--no-such-option"_s}).exit, 2);
        const Said selling = alone({u"--data"_s, u"anywhere"_s});
        QCOMPARE(selling.exit, 1);
        QVERIFY2(selling.err.contains(u"There is no screen here"_s), qPrintable(selling.err));
    }

    /// Whatever language customers are greeted in: who starts a program reads their own.
    void whatHindersAStartIsSaidInTheShellsLanguage_data() { programs(); }
    void whatHindersAStartIsSaidInTheShellsLanguage()
    {
        QFETCH(QString, program);
        const QTemporaryDir nowhere;
        const QStringList arguments = startedOn(program, nowhere.filePath(u"house"_s));
        QVERIFY(run(program, arguments).err.contains(u"nothing has been set up here yet"_s));
        QVERIFY(run(program, arguments, u"ko_KR.UTF-8"_s).err.contains(u"아직 설정된 것이 없어"_s));
        QVERIFY(run(program, {u"--help"_s}, u"ko_KR.UTF-8"_s).out.contains(QRegularExpression(u"[가-힣]"_s)));
    }
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "ProgramTest.moc"
