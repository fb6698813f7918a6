#pragma once

#include "Ctl.h"

#include <QTcpServer>
#include <sys/resource.h>

namespace foyer::test {

/// A foyer-hub that runs, and its terminals' folders: as an operator sets them up.
class HubHouse
{
public:
    HubHouse() { m_port = freePort(); }
    ~HubHouse() { kill(); }

    QString hub() const { return m_scratch.filePath(QStringLiteral("hub")); }
    QString terminal(int number) const { return m_scratch.filePath(QStringLiteral("terminal%1").arg(number)); }
    static QString nameOf(int number) { return QStringLiteral("Kiosk %1").arg(number); }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }
    QString managersPin() const { return m_pin; }

    void setUp()
    {
        qputenv("LC_ALL", "C.UTF-8");
        m_pin = must({QStringLiteral("init"), QStringLiteral("--demo"), QStringLiteral("--data"), hub()}).lastLine();
        start();
    }
    void start()
    {
        m_process.setProgram(qEnvironmentVariable("FOYER_BIN") + QStringLiteral("/foyer-hub"));
        m_process.setArguments(
            {QStringLiteral("--data"), hub(), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(m_port)});
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setChildProcessModifier([] { // as little as any service manager allows at first
            rlimit files{};
            getrlimit(RLIMIT_NOFILE, &files);
            files.rlim_cur = 256;
            setrlimit(RLIMIT_NOFILE, &files);
        });
        m_process.start();
        if (!m_process.waitForReadyRead(30'000))
            qFatal("foyer-hub doesn't start: %s", qPrintable(m_process.errorString()));
        const QByteArray said = m_process.readAll();
        if (!said.startsWith("Listening"))
            qFatal("foyer-hub: %s", said.constData());
    }
    /// At once, as when the power fails.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    qint64 residentKilobytes() const
    {
        const QString status =
            QString::fromUtf8(contentOf(QStringLiteral("/proc/%1/status").arg(m_process.processId())));
        return status.section(QStringLiteral("VmRSS:"), 1).trimmed().section(u' ', 0, 0).toLongLong();
    }
    QStringList openFilesMax() const ///< of its process: soft, hard
    {
        const QString limits =
            QString::fromUtf8(contentOf(QStringLiteral("/proc/%1/limits").arg(m_process.processId())));
        const QString line = limits.section(QStringLiteral("Max open files"), 1).section(u'\n', 0, 0);
        return line.simplified().split(u' ').first(2);
    }
    void enrol(int number, const QString &kind = QStringLiteral("kiosk"))
    {
        must({QStringLiteral("init"), QStringLiteral("--data"), terminal(number)});
        enrolAgain(number, kind);
    }
    void enrolAgain(int number, const QString &kind = QStringLiteral("kiosk"))
    {
        must({QStringLiteral("enrol"), QStringLiteral("--data"), terminal(number), QStringLiteral("--hub"),
            url().toString(), QStringLiteral("--code"), code(number, kind)});
        sync(number);
    }
    QString code(int number, const QString &kind = QStringLiteral("kiosk"))
    {
        return must({QStringLiteral("enrol-code"), QStringLiteral("--data"), hub(), QStringLiteral("--name"),
                        nameOf(number), QStringLiteral("--kind"), kind})
            .lastLine();
    }
    void sync(int number) { must({QStringLiteral("sync"), QStringLiteral("--data"), terminal(number)}); }
    void allot(int number, int seats)
    {
        must({QStringLiteral("allot"), QStringLiteral("--data"), hub(), QStringLiteral("--node"), nameOf(number),
            QStringLiteral("--seats"), QString::number(seats)});
    }
    void revoke(const QString &name)
    {
        must({QStringLiteral("revoke"), QStringLiteral("--data"), hub(), name, QStringLiteral("--staff"),
            QStringLiteral("manager"), QStringLiteral("--pin"), m_pin, QStringLiteral("--why"),
            QStringLiteral("stolen")});
    }
    static QJsonObject status(const QString &data)
    {
        return must({QStringLiteral("status"), QStringLiteral("--json"), QStringLiteral("--data"), data}).json();
    }
    static Answer must(const QStringList &arguments)
    {
        const Answer answer = ctl(arguments);
        if (answer.exit != 0)
            qFatal(
                "foyerctl %s: %s%s", qPrintable(arguments.join(u' ')), qPrintable(answer.out), qPrintable(answer.err));
        return answer;
    }

private:
    static quint16 freePort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }

    QTemporaryDir m_scratch;
    QProcess m_process;
    QString m_pin;
    quint16 m_port = 0;
};

} // namespace foyer::test
