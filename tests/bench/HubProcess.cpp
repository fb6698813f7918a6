#include "HubProcess.h"

#include "protocol/HubMessages.h"
#include "protocol/RequestSignature.h"
#include "sync/HubService.h"
#include "sync/TerminalSync.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTcpServer>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray request(const Caller &caller, const QByteArray &method, const QByteArray &path, const QByteArray &query,
    const QByteArray &body)
{
    const int epoch = caller.epoch.number;
    const SignatureHeaders headers = signedBy(caller.key, {method, path, '?' + query, body, epoch, 1});
    return method + ' ' + path + (query.isEmpty() ? query : '?' + query) +
           " HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Digest: " + headers.contentDigest +
           "\r\nFoyer-Epoch: " + QByteArray::number(epoch) + "\r\nSignature-Input: " + headers.signatureInput +
           "\r\nSignature: " + headers.signature + "\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}
} // namespace

DataFolder freshFolder(const QString &name)
{
    QDir(scratch(name)).removeRecursively();
    QDir().mkpath(scratch(name));
    return DataFolder(scratch(name));
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

HubProcess::HubProcess(const DataFolder &folder, quint16 listensAt) : port(listensAt)
{
    m_process.setProgram(QCoreApplication::applicationDirPath() + u"/foyer-hub"_s);
    m_process.setArguments({u"--data"_s, folder.path(), u"--listen"_s, u"127.0.0.1:%1"_s.arg(port)});
    m_process.start();
    if (!m_process.waitForReadyRead(30'000))
        qFatal("foyer-hub doesn't start");
}

HubProcess::~HubProcess()
{
    m_process.terminate();
    m_process.waitForFinished();
}

double HubProcess::cpuSeconds() const
{
    const QList<QByteArray> fields = contentOf(u"/proc/%1/stat"_s.arg(m_process.processId())).split(' ');
    constexpr int userTime = 13, systemTime = 14;
    return double(fields.value(userTime).toLongLong() + fields.value(systemTime).toLongLong()) /
           double(sysconf(_SC_CLK_TCK));
}

double HubProcess::residentMegabytes() const
{
    const QByteArray pages = contentOf(u"/proc/%1/statm"_s.arg(m_process.processId())).split(' ').value(1);
    return double(pages.toLongLong() * sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

Wire::Wire(quint16 port) : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(m_socket, reinterpret_cast<sockaddr *>(&to), sizeof to) != 0)
        qFatal("cannot reach the hub");
}

Wire::~Wire() { close(m_socket); }

void Wire::send(const QByteArray &request)
{
    if (write(m_socket, request.constData(), size_t(request.size())) != request.size())
        qFatal("cannot send");
}

bool Wire::hear()
{
    char buffer[8'192];
    const auto size = read(m_socket, buffer, sizeof buffer);
    if (size <= 0)
        qFatal("the hub has closed a connection");
    m_answer.append(buffer, size);
    const qsizetype head = m_answer.indexOf("\r\n\r\n"), at = m_answer.indexOf("Content-Length: ");
    return head > 0 &&
           m_answer.size() >= head + 4 + m_answer.mid(at + 16, m_answer.indexOf('\r', at) - at - 16).toInt();
}

QByteArray Wire::ask(const QByteArray &request)
{
    send(request);
    while (!hear()) {
    }
    return takeAnswer();
}

bool isOk(const QByteArray &answer) { return answer.startsWith("HTTP/1.1 200"); }
QByteArray bodyOf(const QByteArray &answer) { return answer.mid(answer.indexOf("\r\n\r\n") + 4); }

QByteArray Caller::get(const QByteArray &path, const QByteArray &query) const
{
    return request(*this, "GET", path, query, {});
}

QByteArray Caller::post(const QByteArray &path, const QJsonObject &body) const
{
    return request(*this, "POST", path, {}, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Caller enrolled(HubService &hub, TerminalSync &terminal, const DeviceKey &key, const QByteArray &houseKey, quint16 port)
{
    const QString code = orDie(hub.makeCode(u"bench"_s, NodeKind::Kiosk));
    const Enrolled answer = orDie(hub.enrol(key.publicKey(), {code, orDie(terminal.wantEnrolment())}, houseKey));
    orDie(terminal.begin(
        answer.enrolment, {answer.hub, u"http://127.0.0.1:%1"_s.arg(port), answer.name, 0, 0, 0, {}, answer.lane}));
    const EpochId id = orDie(terminal.epoch());
    orDie(hub.sync.report(id, orDie(terminal.report(orDie(hub.sync.open(id))))));
    orDie(hub.sync.push(id.node, orDie(terminal.push(id.number, 0, 100))));
    orDie(hub.sync.report(id, orDie(terminal.report(orDie(hub.sync.open(id))))));
    return {key, id};
}

std::vector<Caller> enrolled(const DataFolder &folder, int count)
{
    const QByteArray houseKey = Secrets::randomBytes(32);
    orDie(Secrets::keepHouseKey(folder.houseKey(), houseKey));
    BenchHouse house(folder.database(), {.durable = false});
    const auto epochs = orDie(EpochRegister::open(folder.epochRegister(), house.clock));
    HubService hub(house.db(), house.clock, house.ids, *epochs);
    std::vector<Caller> callers;
    for (int i = 0; i < count; ++i) {
        const DeviceKey key = orDie(DeviceKey::load(folder.path() + u"/device-%1.key"_s.arg(i), true));
        const NodeId node = house.ids.make<NodeId>();
        const EnrolWish wish{
            orDie(hub.makeCode(u"bench %1"_s.arg(i), NodeKind::Kiosk)), {{node, 1}, Secrets::randomBytes(16)}};
        const EpochId id{node, orDie(hub.enrol(key.publicKey(), wish, houseKey)).enrolment.epoch};
        const Challenge challenge = orDie(hub.sync.open(id));
        orDie(hub.sync.report(id, {challenge.nonce, challenge.incarnation, 0, QByteArray(32, '\0'), {}}));
        callers.push_back({key, id});
    }
    return callers;
}

} // namespace foyer::bench
