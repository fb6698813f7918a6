#include "BenchHouse.h"
#include "MillionOrders.h"
#include "documents/Fonts.h"
#include "services/Node.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMainWindow>
#include <QProcess>
#include <QTimer>
#include <benchmark/benchmark.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
/// Where a program tells that it is ready, as systemd's socket is.
class ReadySocket
{
public:
    explicit ReadySocket(const QString &path) : m_path(path.toUtf8()), m_socket(socket(AF_UNIX, SOCK_DGRAM, 0))
    {
        QFile::remove(path);
        sockaddr_un address{AF_UNIX, {}};
        qstrncpy(address.sun_path, m_path.constData(), sizeof address.sun_path);
        const timeval patience{10, 0};
        if (bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
            setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience) != 0)
            qFatal("cannot listen at %s", m_path.constData());
    }
    ~ReadySocket() { close(m_socket); }
    Q_DISABLE_COPY_MOVE(ReadySocket)

    QString path() const { return QString::fromUtf8(m_path); }
    void wait() const
    {
        char text[64];
        if (recv(m_socket, text, sizeof text, 0) <= 0)
            qFatal("the program didn't become ready");
    }

private:
    QByteArray m_path;
    int m_socket;
};

/// A kiosk's screen without one: Qt's offscreen platform, upright.
QString screenConfig()
{
    QFile file(scratch(u"screen.json"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(file.fileName()));
    file.write(R"({"screens":[{"name":"kiosk","x":0,"y":0,"width":1080,"height":1920,)"
               R"("logicalDpi":96,"logicalBaseDpi":96,"dpr":1}]})");
    return file.fileName();
}

const QString &demoData()
{
    static const QString path = [] {
        const QString made = scratch(u"start"_s);
        QDir(made).removeRecursively();
        const auto node = orDie(Node::found(DataFolder(made)));
        orDie(importDemoSeason(*node, SystemClock()));
        return made;
    }();
    return path;
}

double proportionalMegabytes(qint64 process)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("Pss:"))
            return double(line.mid(4).trimmed().split(' ').constFirst().toLongLong()) / 1024;
    return 0;
}

void start(benchmark::State &state, const QString &program, const QStringList &arguments)
{
    const ReadySocket ready(scratch(u"ready"_s));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"NOTIFY_SOCKET"_s, ready.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen:configfile="_s + screenConfig());
    double megabytes = 0;
    for ([[maybe_unused]] auto _ : state) {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setStandardErrorFile(QProcess::nullDevice());
        const auto from = std::chrono::steady_clock::now();
        process.start(QCoreApplication::applicationDirPath() + u'/' + program, arguments);
        ready.wait();
        state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count());
        megabytes = proportionalMegabytes(process.processId());
        process.kill();
        process.waitForFinished();
    }
    state.counters["pss_mb"] = megabytes;
}
} // namespace

/// The peer: a main window with one label in our typeface, from a program with the same libraries.
int showOneLabel()
{
    loadFonts();
    QApplication::setFont(QFont(fontFamily()));
    QMainWindow window;
    window.setCentralWidget(new QLabel(u"Foyer 포이어"_s));
    window.showFullScreen();
    QTimer::singleShot(0, &window, [&window] {
        window.repaint();
        sd_notify(0, "READY=1");
    });
    return QApplication::exec();
}

void registerStarts()
{
    benchmark::RegisterBenchmark("start/attract/foyer",
        [](benchmark::State &state) {
            start(state, u"foyer-kiosk"_s, {u"--data"_s, demoData()});
        })
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("start/desk/1000000/foyer",
        [](benchmark::State &state) {
            start(state, u"foyer-desk"_s, {u"--data"_s, millionOrders().path()});
        })
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("start/attract/qmainwindow",
        [](benchmark::State &state) { start(state, u"foyer-bench"_s, {u"--one-label"_s}); })
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
}

} // namespace foyer::bench
