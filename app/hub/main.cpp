#include "HubServer.h"
#include "domain/Clock.h"
#include "wording/Translator.h"
#include "wording/Wording.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace foyer;
using namespace Qt::StringLiterals;

namespace {
/// The program's own words.
struct HubProgram {
    Q_DECLARE_TR_FUNCTIONS(foyer::HubProgram)
};

int usage(const QString &what)
{
    QTextStream(stderr) << "foyer-hub: " << what << '\n';
    return 2;
}

template <typename T>
int fail(const Result<T> &failure)
{
    const QString words = failure.refused() ? Wording().message(*failure.refused())
                                            : Wording().message(*failure.error()) + u'\n' + failure.error()->detail;
    QTextStream(stderr) << "foyer-hub: " << words << '\n';
    return 1;
}

/// Every terminal keeps connections open; a service manager's soft limit is for programs that select().
void allowManyConnections()
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0)
        return;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files); // else it serves as many as it may
}

int stopPipe[2] = {-1, -1}; // a signal may write, and nothing else

void stop(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = write(stopPipe[1], &byte, 1);
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"foyer-hub"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FOYER_VERSION));
    Translator translator;
    translator.use(QLocale().name().left(2));

    QCommandLineParser parser;
    parser.setApplicationDescription(HubProgram::tr("Gives a house's terminals the right to sell its seats."));
    const QCommandLineOption help = parser.addHelpOption(), version = parser.addVersionOption();
    parser.addOptions({
        {u"data"_s, HubProgram::tr("Data folder."), u"DIR"_s, DataFolder::defaultPath()},
        {u"listen"_s, HubProgram::tr("Address and port."), u"ADDR:PORT"_s, u"127.0.0.1:8470"_s},
        {u"behind-proxy"_s,
            HubProgram::tr("A proxy that does TLS and limits stands in front: listen beyond this machine.")},
    });
    if (!parser.parse(QCoreApplication::arguments()))
        return usage(parser.errorText());
    if (parser.isSet(version) || parser.isSet(help)) {
        QTextStream(stdout) << (parser.isSet(help) ? parser.helpText() : u"foyer-hub " FOYER_VERSION "\n"_s);
        return 0;
    }
    if (!parser.positionalArguments().isEmpty())
        return usage(HubProgram::tr("Unexpected argument: %1").arg(parser.positionalArguments().constFirst()));
    const QString listen = parser.value(u"listen"_s);
    QString host = listen.section(u':', 0, -2);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1).chopped(1);
    bool isPort = false;
    const quint16 port = listen.section(u':', -1).toUShort(&isPort);
    const QHostAddress address(host == u"localhost"_s ? u"127.0.0.1"_s : host);
    if (!isPort || address.isNull())
        return usage(HubProgram::tr("--listen takes ADDRESS:PORT, such as 127.0.0.1:8470."));
    if (!address.isLoopback() && !parser.isSet(u"behind-proxy"_s))
        return usage(HubProgram::tr("%1 can be reached from other machines. Put a proxy with TLS in front and say "
                                    "--behind-proxy, or listen on 127.0.0.1.")
                         .arg(listen));

    allowManyConnections();
    const SystemClock clock;
    HubServer server(DataFolder(parser.value(u"data"_s)), clock);
    QObject::connect(&server, &HubServer::broken, &app, [](const Error &) { QCoreApplication::exit(1); });
    if (const Done opened = server.open(); !opened.ok())
        return fail(opened);
    if (const Done listening = server.listen(address, port); !listening.ok())
        return fail(listening);
    QTextStream(stdout) << HubProgram::tr("Listening on %1").arg(u"%1:%2"_s.arg(address.toString()).arg(server.port()))
                        << Qt::endl;
    if (pipe(stopPipe) != 0)
        return 1;
    const QSocketNotifier stopped(stopPipe[0], QSocketNotifier::Read);
    QObject::connect(&stopped, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
    std::signal(SIGINT, stop);
    std::signal(SIGTERM, stop);
    return QCoreApplication::exec();
}
