#include "HubProcess.h"

#include "protocol/HubMessages.h"
#include "services/Shop.h"
#include "services/TerminalAuthority.h"
#include "storage/CatalogueStore.h"
#include "sync/HubService.h"
#include "sync/HubThread.h"
#include "sync/TerminalSync.h"

#include <QCoreApplication>
#include <QFile>
#include <QNetworkReply>
#include <benchmark/benchmark.h>
#include <sqlite3.h>
#include <thread>

// What a hub gives and how soon, over real HTTP on loopback, beside what it can't be faster than.
namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int seatsInHouse = 70'000, dates = 3, seatsARequest = 8, connections = 8, requestsEach = 4;

/// A hub and one terminal of it, both at rest.
class EnrolledPair
{
public:
    EnrolledPair(const QString &name, quint16 port)
        : hub(freshFolder(name + u"-hub"_s)), terminal(freshFolder(name + u"-terminal"_s))
    {
        const QByteArray houseKey = Secrets::randomBytes(32);
        for (const DataFolder &folder : {hub, terminal}) {
            BenchHouse::build(folder.database(), seatsInHouse, dates);
            orDie(Secrets::keepHouseKey(folder.houseKey(), houseKey));
        }
        BenchHouse atHub(hub.database(), {.durable = false}), atTerminal(terminal.database(), {.durable = false});
        const auto epochs = orDie(EpochRegister::open(hub.epochRegister(), atHub.clock));
        HubService service(atHub.db(), atHub.clock, atHub.ids, *epochs);
        TerminalSync sync(atTerminal.db(), atTerminal.clock, atTerminal.ids, atTerminal.services());
        caller = enrolled(service, sync, orDie(DeviceKey::load(terminal.deviceKey(), true)), houseKey, port);
        const CatalogueStore catalogue(atHub.db());
        plan = catalogue.planHash(catalogue.planOf(keyOf(u"p0"_s)));
    }

    const DataFolder hub, terminal;
    std::optional<Caller> caller;
    QByteArray plan;
};

/// A hub that serves one terminal.
class RunningHub
{
public:
    explicit RunningHub(const QString &name) : m_pair(name, port), m_process(m_pair.hub, port) {}

    const DataFolder &terminal() const { return m_pair.terminal; }
    const Caller &caller() const { return *m_pair.caller; }
    const QByteArray &plan() const { return m_pair.plan; }
    const quint16 port = freePort();

private:
    EnrolledPair m_pair;
    HubProcess m_process;
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
        RightsRequest wish{m_ids.make<RequestId>(), keyOf(u"p%1"_s.arg(m_date)), {}, m_hub.plan()};
        for (int i = 0; i < seatsARequest; ++i)
            wish.seats.append(SeatIndex(m_seat++));
        return m_hub.caller().post("/v1/rights", jsonOf(wish));
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
                    if (const QByteArray answer = wire.ask(request); !isOk(answer) || answer.contains("\"given\":[]"))
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

/// A tap comes to machines that are at rest: the seat before is let go, and all of it told.
constexpr int restMs = 20;

/// From a tap to a seat that is held, online: the hub is asked, both sides are on the disk.
void tap(benchmark::State &state)
{
    RunningHub hub(u"tap"_s);
    const SystemClock clock;
    auto authority = std::make_unique<TerminalAuthority>();
    TerminalAuthority &terminal = *authority;
    const auto shop = orDie(Shop::open(hub.terminal().path(), clock, std::move(authority)));
    const HubLink link{{}, u"http://127.0.0.1:%1"_s.arg(hub.port), {}, 0, 0, 0, {}};
    const HubThread thread(*shop, terminal, link, hub.caller().key, hub.terminal());
    while (!shop->hubState() || shop->hubState()->reach != Reach::Online)
        got(shop->settings());
    const TokenPass pass = got(shop->continueAsGuest()).pass;
    std::vector<double> took;
    int seat = seatsInHouse; // from the end: the hub gives ahead from the beginning
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        QThread::msleep(restMs);
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

/// The two commits of a tap as a hub and a terminal make them, in one thread and without a word between them.
class TwoCommits
{
public:
    TwoCommits()
        : m_pair(u"tap-commits"_s, freePort()), m_hub(m_pair.hub.database(), {}),
          m_terminal(m_pair.terminal.database(), {.authority = &m_authority}),
          m_epochs(orDie(EpochRegister::open(m_pair.hub.epochRegister(), m_hub.clock))),
          m_service(m_hub.db(), m_hub.clock, m_hub.ids, *m_epochs),
          m_pass(orDie(m_terminal.services().tokens.issueToGuest()).pass)
    {
    }
    RightsRequest ask(SeatIndex seat)
    {
        return *orDie(m_terminal.services().reservations.hold(m_pass, keyOf(u"p0"_s), {seat})).pending;
    }
    RightsAnswer give(const RightsRequest &request)
    {
        return orDie(m_service.give(m_pair.caller->epoch, request, false)).answer;
    }
    Hold take(const RightsAnswer &answer) { return orDie(m_terminal.services().reservations.answered(answer, m_pass)); }
    void release(const Hold &hold)
    {
        orDie(m_terminal.services().reservations.release(m_pass, hold.id, {hold.seats.constFirst().seat}));
    }

private:
    EnrolledPair m_pair;
    TerminalAuthority m_authority;
    BenchHouse m_hub, m_terminal;
    std::unique_ptr<EpochRegister> m_epochs;
    HubService m_service;
    TokenPass m_pass;
};

void roundTrip(QNetworkAccessManager &network, quint16 port)
{
    QNetworkReply *reply = network.get(QNetworkRequest(QUrl(u"http://127.0.0.1:%1/healthz"_s.arg(port))));
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    delete reply;
}

/// A bare round trip to the same server, and the two commits.
void tapsLimit(benchmark::State &state)
{
    RunningHub hub(u"tap-limit"_s);
    TwoCommits commits;
    QNetworkAccessManager network;
    std::vector<double> took;
    int seat = seatsInHouse;
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        const RightsRequest request = commits.ask(SeatIndex(--seat));
        QThread::msleep(restMs);
        QCoreApplication::processEvents();
        state.ResumeTiming();
        const auto from = std::chrono::steady_clock::now();
        roundTrip(network, hub.port);
        const Hold hold = commits.take(commits.give(request));
        took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count());
        state.PauseTiming();
        commits.release(hold);
        state.ResumeTiming();
    }
    state.counters["median_ms"] = median(took);
}

/// The least that two commits can be: of one journal's entry each, and nothing rests between them.
void tapsFloor(benchmark::State &state)
{
    RunningHub hub(u"tap-floor"_s);
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
        roundTrip(network, hub.port);
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
    benchmark::RegisterBenchmark("tap/online/http_and_rows", tapsFloor)->Iterations(100)->Unit(benchmark::kMillisecond);
}

} // namespace foyer::bench
