#include "BenchHouse.h"

#include "protocol/HubMessages.h"
#include "protocol/RequestSignature.h"
#include "services/Shop.h"
#include "services/TerminalAuthority.h"
#include "storage/CatalogueStore.h"
#include "storage/DataFolder.h"
#include "sync/HubService.h"
#include "sync/HubThread.h"
#include "sync/TerminalSync.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QProcess>
#include <QTcpServer>
#include <benchmark/benchmark.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sqlite3.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

// What a hub gives and how soon, over real HTTP on loopback, beside what it can't be faster than.
namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int seatsInHouse = 70'000, dates = 3, seatsARequest = 8, connections = 8, requestsEach = 4;

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// A foyer-hub in a process of its own, with one terminal enrolled.
class RunningHub
{
public:
    explicit RunningHub(const QString &name) : m_hub(fresh(name + u"-hub"_s)), m_terminal(fresh(name + u"-terminal"_s))
    {
        const QByteArray houseKey = Secrets::randomBytes(32);
        BenchHouse::build(m_hub.database(), seatsInHouse, dates);
        orDie(Secrets::keepHouseKey(m_hub.houseKey(), houseKey));
        BenchHouse::build(m_terminal.database(), seatsInHouse, dates);
        orDie(Secrets::keepHouseKey(m_terminal.houseKey(), houseKey));
        key.emplace(orDie(DeviceKey::load(m_terminal.deviceKey(), true)));
        port = freePort();
        enrol(houseKey);
        m_process.setProgram(QCoreApplication::applicationDirPath() + u"/foyer-hub"_s);
        m_process.setArguments({u"--data"_s, m_hub.path(), u"--listen"_s, u"127.0.0.1:%1"_s.arg(port)});
        m_process.start();
        if (!m_process.waitForReadyRead(30'000))
            qFatal("foyer-hub doesn't start");
    }
    ~RunningHub()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    const DataFolder &terminal() const { return m_terminal; }
    std::optional<DeviceKey> key;
    int epoch = 0;
    QByteArray plan;
    quint16 port = 0;

private:
    static DataFolder fresh(const QString &name)
    {
        QDir(scratch(name)).removeRecursively();
        QDir().mkpath(scratch(name));
        return DataFolder(scratch(name));
    }
    void enrol(const QByteArray &houseKey)
    {
        BenchHouse hub(m_hub.database(), {.durable = false}), terminal(m_terminal.database(), {.durable = false});
        const auto epochs = orDie(EpochRegister::open(m_hub.epochRegister(), hub.clock));
        HubService service(hub.db(), hub.clock, hub.ids, *epochs);
        TerminalSync sync(terminal.db(), terminal.clock, terminal.ids, terminal.services());
        const QString code = orDie(service.makeCode(u"bench"_s, NodeKind::Kiosk));
        const Enrolled enrolled = orDie(service.enrol(key->publicKey(), {code, orDie(sync.wantEnrolment())}, houseKey));
        orDie(sync.begin(
            enrolled.enrolment, {enrolled.hub, u"http://127.0.0.1:%1"_s.arg(port), enrolled.name, 0, 0, 0, {}}));
        const EpochId id = orDie(sync.epoch());
        orDie(service.sync.report(id, orDie(sync.report(orDie(service.sync.open(id))))));
        orDie(service.sync.push(id.node, orDie(sync.push(id.number, 0, 100))));
        orDie(service.sync.report(id, orDie(sync.report(orDie(service.sync.open(id))))));
        epoch = id.number;
        const CatalogueStore catalogue(hub.db());
        plan = catalogue.planHash(catalogue.planOf(keyOf(u"p0"_s)));
    }

    DataFolder m_hub, m_terminal;
    QProcess m_process;
};

/// One kept connection, without Qt: what is measured is the hub.
class Wire
{
public:
    explicit Wire(quint16 port) : m_socket(socket(AF_INET, SOCK_STREAM, 0))
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
    ~Wire() { close(m_socket); }
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    bool ask(const QByteArray &request)
    {
        if (write(m_socket, request.constData(), size_t(request.size())) != request.size())
            return false;
        QByteArray answer;
        char buffer[8'192];
        while (true) {
            const auto size = read(m_socket, buffer, sizeof buffer);
            if (size <= 0)
                return false;
            answer.append(buffer, size);
            const qsizetype head = answer.indexOf("\r\n\r\n"), at = answer.indexOf("Content-Length: ");
            if (head > 0 && answer.size() >= head + 4 + answer.mid(at + 16, answer.indexOf('\r', at) - at - 16).toInt())
                return answer.startsWith("HTTP/1.1 200") && !answer.contains("\"given\":[]");
        }
    }

private:
    int m_socket;
};

class SignedRequests
{
public:
    explicit SignedRequests(const RunningHub &hub) : m_hub(hub) {}
    QByteArray next()
    {
        if (m_seat + seatsARequest > seatsInHouse) {
            m_seat = 0;
            ++m_date;
        }
        if (m_date == dates)
            qFatal("the house is sold out: fewer iterations");
        RightsRequest wish{m_ids.make<RequestId>(), keyOf(u"p%1"_s.arg(m_date)), {}, m_hub.plan};
        for (int i = 0; i < seatsARequest; ++i)
            wish.seats.append(SeatIndex(m_seat++));
        const QByteArray body = QJsonDocument(jsonOf(wish)).toJson(QJsonDocument::Compact);
        const SignatureHeaders headers = signedBy(*m_hub.key, {"POST", "/v1/rights", "?", body, m_hub.epoch, 1});
        return "POST /v1/rights HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Digest: " +
               headers.contentDigest + "\r\nFoyer-Epoch: " + QByteArray::number(m_hub.epoch) +
               "\r\nSignature-Input: " + headers.signatureInput + "\r\nSignature: " + headers.signature +
               "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

private:
    const RunningHub &m_hub;
    SystemClock m_clock;
    IdMaker m_ids{m_clock};
    int m_seat = 0, m_date = 0;
};

void rights(benchmark::State &state)
{
    RunningHub hub(u"rights"_s);
    SignedRequests requests(hub);
    std::vector<std::unique_ptr<Wire>> wires;
    for (int i = 0; i < connections; ++i)
        wires.push_back(std::make_unique<Wire>(hub.port));
    double seconds = 0;
    qint64 seats = 0;
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        std::vector<QList<QByteArray>> batches(connections);
        for (auto &batch : batches)
            for (int i = 0; i < requestsEach; ++i)
                batch.append(requests.next()); // signed beforehand
        state.ResumeTiming();
        const auto from = std::chrono::steady_clock::now();
        std::vector<std::thread> threads;
        for (size_t i = 0; i < connections; ++i)
            threads.emplace_back([&wire = *wires[i], &batch = batches[i]] {
                for (const QByteArray &request : batch)
                    if (!wire.ask(request))
                        qFatal("a request failed");
            });
        for (std::thread &thread : threads)
            thread.join();
        seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
        seats += connections * requestsEach * seatsARequest;
    }
    state.counters["seats/s"] = double(seats) / seconds;
}

/// One row a commit, as the peer of which nobody asks for more.
void rowACommit(benchmark::State &state)
{
    const QString file = scratch(u"row-a-commit.db"_s);
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(file + QString::fromLatin1(end));
    sqlite3 *db = nullptr;
    sqlite3_open(file.toUtf8().constData(), &db);
    sqlite3_exec(db,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE seat_right (performance INTEGER, seat INTEGER, "
        "state INTEGER, node BLOB, epoch INTEGER, incarnation INTEGER, fence BIGINT, PRIMARY KEY (performance, seat)) "
        "WITHOUT ROWID",
        nullptr, nullptr, nullptr);
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO seat_right VALUES (1, ?, 1, x'00112233445566778899aabbccddeeff', 2, 1, ?)", -1,
        &insert, nullptr);
    double seconds = 0;
    qint64 seats = 0;
    for ([[maybe_unused]] auto _ : state) {
        const auto from = std::chrono::steady_clock::now();
        for (int i = 0; i < 32; ++i) {
            sqlite3_bind_int64(insert, 1, ++seats);
            sqlite3_bind_int64(insert, 2, seats);
            if (sqlite3_step(insert) != SQLITE_DONE)
                qFatal("a row failed");
            sqlite3_reset(insert);
        }
        seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
    }
    sqlite3_finalize(insert);
    sqlite3_close(db);
    state.counters["seats/s"] = double(seats) / seconds;
}

template <typename T>
T got(QFuture<Result<T>> future)
{
    QEventLoop loop; // asleep, as a program is
    deliver(future, &loop, [&loop](const Result<T> &) { loop.quit(); });
    loop.exec();
    return orDie(future.result());
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// From a tap to a seat that is held, online: the hub is asked, both sides are on the disk.
void tap(benchmark::State &state)
{
    RunningHub hub(u"tap"_s);
    const SystemClock clock;
    auto authority = std::make_unique<TerminalAuthority>();
    TerminalAuthority &terminal = *authority;
    const auto shop = orDie(Shop::open(hub.terminal().path(), clock, std::move(authority)));
    const HubLink link{{}, u"http://127.0.0.1:%1"_s.arg(hub.port), {}, 0, 0, 0, {}};
    const HubThread thread(*shop, terminal, link, *hub.key, hub.terminal());
    while (!shop->hubState() || shop->hubState()->reach != Reach::Online)
        got(shop->settings());
    const TokenPass pass = got(shop->continueAsGuest()).pass;
    std::vector<double> took;
    int seat = seatsInHouse; // from the end: the hub gives ahead from the beginning
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        QThread::msleep(5); // its journal is told
        QCoreApplication::processEvents();
        state.ResumeTiming();
        const auto from = std::chrono::steady_clock::now();
        const Hold hold = got(shop->hold(pass, keyOf(u"p0"_s), {SeatIndex(--seat)}));
        took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count());
        state.PauseTiming();
        got(shop->release(pass, hold.id, {SeatIndex(seat)}));
        state.ResumeTiming();
    }
    state.counters["median_ms"] = median(took);
}

/// A bare round trip to the same server, and the two commits of a terminal.
void tapsLimit(benchmark::State &state)
{
    RunningHub hub(u"tap-limit"_s);
    BenchHouse house(hub.terminal().database(), {});
    QNetworkAccessManager network;
    std::vector<double> took;
    const auto commit = [&house] {
        orDie(house.db().write(house.clock, [](Transaction &tx) -> Done {
            tx.tell(u"bench"_s, {});
            return done;
        }));
    };
    for ([[maybe_unused]] auto _ : state) {
        const auto from = std::chrono::steady_clock::now();
        commit();
        QNetworkReply *reply = network.get(QNetworkRequest(QUrl(u"http://127.0.0.1:%1/healthz"_s.arg(hub.port))));
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        delete reply;
        commit();
        took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count());
    }
    state.counters["median_ms"] = median(took);
}
} // namespace

void registerHubs()
{
    benchmark::RegisterBenchmark("rights/8/foyer", rights)->Iterations(60)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("rights/8/sqlite_c_api", rowACommit)->Iterations(60)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("tap/online/foyer", tap)->Iterations(100)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("tap/online/http_and_commits", tapsLimit)
        ->Iterations(100)
        ->Unit(benchmark::kMillisecond);
}

} // namespace foyer::bench
