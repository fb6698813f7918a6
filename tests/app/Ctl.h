#pragma once

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace foyer::test {

/// What a run of foyerctl said.
struct Answer {
    int exit = -1; ///< also when it crashed
    QString out, err;
    QString lastLine() const { return out.trimmed().section(u'\n', -1); }
    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

inline QString ctlProgram() { return qEnvironmentVariable("FOYER_BIN") + QStringLiteral("/foyerctl"); }

inline Answer ctl(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(ctlProgram(), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000))
        qFatal("foyerctl doesn't end");
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

inline Answer verify(const QString &data)
{
    return ctl({QStringLiteral("verify"), QStringLiteral("--json"), QStringLiteral("--data"), data});
}
inline QJsonObject countsOf(const QString &data) { return verify(data).json()[u"counts"].toObject(); }
inline void verifyClean(const QString &data)
{
    const Answer verified = verify(data);
    QVERIFY2(verified.exit == 0, qPrintable(verified.out + verified.err));
    QCOMPARE(verified.json()[u"violationCount"].toInt(-1), 0);
}

inline Answer sell(const QString &data, int seats, int count, const QStringList &more = {})
{
    return ctl(
        QStringList{QStringLiteral("sell"), QStringLiteral("--json"), QStringLiteral("--seats"), QString::number(seats),
            QStringLiteral("--count"), QString::number(count), QStringLiteral("--data"), data} +
        more);
}

inline QString written(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("cannot write a test's file");
    return file;
}

inline QByteArray contentOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

/// Data folders that are gone with the test: one demo house that the program itself sets up once, and copies of it.
class ScratchHouses
{
public:
    Answer setUp() ///< before any other
    {
        qputenv("LC_ALL", "C.UTF-8");
        m_template = folder();
        const Answer set =
            ctl({QStringLiteral("init"), QStringLiteral("--demo"), QStringLiteral("--data"), m_template});
        m_pin = set.lastLine();
        return set;
    }

    QString pin() const { return m_pin; } ///< of every demo house's manager
    QString file(const QString &name) const { return m_scratch.filePath(name); }
    QString folder() { return file(QStringLiteral("house%1").arg(++m_made)); } ///< a new one, not yet made
    QString demoHouse()
    {
        const QString copy = folder();
        QDir().mkpath(copy);
        for (const QString &name : {QStringLiteral("/foyer.db"), QStringLiteral("/house.key")})
            QFile::copy(m_template + name, copy + name);
        return copy;
    }

private:
    QTemporaryDir m_scratch;
    QString m_template, m_pin;
    int m_made = 0;
};

} // namespace foyer::test
