#include "HubProcess.h"

#include "domain/JsonInput.h"
#include "protocol/HubMessages.h"
#include "storage/CatalogueStore.h"
#include "sync/HubService.h"

#include <QJsonArray>
#include <algorithm>
#include <benchmark/benchmark.h>
#include <poll.h>

// Many who want something of a hub at the same moment, or nothing at all.
namespace foyer::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
using Time = std::chrono::steady_clock::time_point;
constexpr auto now = &std::chrono::steady_clock::now;
constexpr int asking = 1'000, idling = 500, longPoll = 25; // seconds
constexpr auto settling = 30s, watching = 45s;

double secondsSince(Time from) { return std::chrono::duration<double>(now() - from).count(); }

/// Connections of which one thread knows who has been answered.
class Wires
{
public:
    Wires(int count, quint16 port)
    {
        for (int i = 0; i < count; ++i)
            m_wires.push_back(std::make_unique<Wire>(port));
        for (const auto &wire : m_wires)
            m_polled.push_back({wire->socket(), POLLIN, 0});
    }
    Wire &operator[](size_t index) { return *m_wires[index]; }
    /// Waits, and calls `answered(index, answer)` for every answer that is whole.
    template <typename Answered>
    void hear(Answered answered)
    {
        poll(m_polled.data(), m_polled.size(), 100);
        for (size_t i = 0; i < m_polled.size(); ++i)
            if (m_polled[i].revents && m_wires[i]->hear())
                answered(i, m_wires[i]->takeAnswer());
    }

private:
    std::vector<std::unique_ptr<Wire>> m_wires;
    std::vector<pollfd> m_polled;
};

/// Every one its request, all at once: the answers, and when each was there.
std::vector<QByteArray> askedAtOnce(Wires &wires, const std::vector<QByteArray> &requests, std::vector<double> &took)
{
    const Time from = now();
    for (size_t i = 0; i < requests.size(); ++i)
        wires[i].send(requests[i]);
    std::vector<QByteArray> answers(requests.size());
    for (size_t whole = 0; whole < requests.size();)
        wires.hear([&](size_t index, const QByteArray &answer) {
            answers[index] = answer;
            took.push_back(secondsSince(from) * 1'000);
            ++whole;
        });
    return answers;
}

void report(benchmark::State &state, std::vector<double> took)
{
    std::sort(took.begin(), took.end());
    if (took.empty())
        return;
    state.counters["p50_ms"] = took[took.size() / 2];
    state.counters["p99_ms"] = took[took.size() * 99 / 100];
}

/// Empty: one of them has the seat, the others are told that somebody has it.
QString complaint(const std::vector<QByteArray> &answers, int seat)
{
    int winners = 0;
    for (const QByteArray &answer : answers) {
        const auto json = parseJson(bodyOf(answer), InputFault::WrongType);
        if (!isOk(answer) || !json.ok())
            return QString::fromLatin1(answer.left(200));
        const bool isTaken = json.value()[u"refused"].toArray() == QJsonArray{seat};
        const bool isGiven = json.value()[u"given"].toArray().size() == 1;
        if (isTaken == isGiven)
            return QString::fromUtf8(bodyOf(answer));
        winners += isGiven;
    }
    return winners == 1 ? QString() : u"%1 have it"_s.arg(winners);
}

QByteArray planAt(BenchHouse &house)
{
    const CatalogueStore catalogue(house.db());
    return catalogue.planHash(catalogue.planOf(keyOf(u"p0"_s)));
}

struct Crowd {
    explicit Crowd(const QString &name, int seats, int dates, int terminals) : folder(freshFolder(name))
    {
        BenchHouse::build(folder.database(), seats, dates);
        callers = enrolled(folder, terminals);
    }
    const DataFolder folder;
    std::vector<Caller> callers;
};

/// One seat, wanted by a thousand terminals.
void taken(benchmark::State &state)
{
    const Crowd crowd(u"taken"_s, 1'500, 1, asking);
    BenchHouse house(crowd.folder.database(), {});
    const QByteArray plan = planAt(house);
    const HubProcess hub(crowd.folder);
    Wires wires(asking, hub.port);
    std::vector<double> took;
    int seat = 0;
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        std::vector<QByteArray> requests; // signed beforehand
        for (const Caller &caller : crowd.callers)
            requests.push_back(caller.post("/v1/rights",
                jsonOf(RightsRequest{house.ids.make<RequestId>(), keyOf(u"p0"_s), {SeatIndex(seat)}, plan})));
        state.ResumeTiming();
        const auto answers = askedAtOnce(wires, requests, took);
        state.PauseTiming();
        if (const QString wrong = complaint(answers, seat++); !wrong.isEmpty()) {
            state.SkipWithError(qPrintable(wrong));
            break;
        }
        state.ResumeTiming();
    }
    report(state, took);
}

/// The same connections to the same program, which has nothing to decide.
void bareAnswers(benchmark::State &state)
{
    const Crowd crowd(u"taken-limit"_s, 50, 1, 1);
    const HubProcess hub(crowd.folder);
    Wires wires(asking, hub.port);
    const std::vector<QByteArray> requests(asking, "GET /healthz HTTP/1.1\r\nHost: hub\r\n\r\n");
    std::vector<double> took;
    for ([[maybe_unused]] auto _ : state) {
        const auto answers = askedAtOnce(wires, requests, took);
        if (!std::all_of(answers.begin(), answers.end(), isOk))
            state.SkipWithError("not answered");
    }
    report(state, took);
}

/// Terminals that have what they need, know everything, and wait for news as HubSession does.
class Idlers
{
public:
    Idlers(const Crowd &crowd, quint16 port) : m_callers(crowd.callers), m_wires(int(m_callers.size()), port)
    {
        BenchHouse house(crowd.folder.database(), {});
        const Head head = journal::head(house.db());
        for (size_t i = 0; i < m_callers.size(); ++i)
            wait(i, head.change, head.catalogue, 1 + int(i) % longPoll); // they didn't all begin at once
    }
    /// How many polls were answered meanwhile; no more than `most` are waited for.
    qint64 watch(std::chrono::seconds time, qint64 most = std::numeric_limits<qint64>::max())
    {
        qint64 answers = 0;
        for (const Time from = now(); now() - from < time && answers < most;)
            m_wires.hear([&](size_t index, const QByteArray &answer) {
                const auto news = fromJson<HubNews>(orDie(parseJson(bodyOf(answer), InputFault::WrongType)));
                wait(index, orDie(news).change, news.value().catalogue, longPoll);
                ++answers;
            });
        return answers;
    }

private:
    void wait(size_t index, qint64 change, qint64 catalogue, int seconds)
    {
        m_wires[index].send(m_callers[index].get("/v1/changes", "since=" + QByteArray::number(change) +
                                                                    "&catalogue=" + QByteArray::number(catalogue) +
                                                                    "&wait=" + QByteArray::number(seconds)));
    }

    const std::vector<Caller> &m_callers;
    Wires m_wires;
};

void allotAll(const Crowd &crowd, int dates)
{
    BenchHouse house(crowd.folder.database(), {.durable = false});
    const auto epochs = orDie(EpochRegister::open(crowd.folder.epochRegister(), house.clock));
    HubService hub(house.db(), house.clock, house.ids, *epochs);
    for (const Caller &caller : crowd.callers)
        for (int date = 0; date < dates; ++date)
            orDie(hub.sync.allot(caller.epoch, keyOf(u"p%1"_s.arg(date)), 16));
}

/// Terminals that nobody stands before.
void idle(benchmark::State &state, int terminals)
{
    const Crowd crowd(u"idle"_s, 70'000, 3, terminals);
    allotAll(crowd, 3);
    const HubProcess hub(crowd.folder);
    Idlers idlers(crowd, hub.port);
    idlers.watch(settling);
    for ([[maybe_unused]] auto _ : state) {
        const double cpu = hub.cpuSeconds();
        const Time from = now();
        const double answers = double(idlers.watch(watching)) / std::max(1.0, double(crowd.callers.size()));
        const double seconds = secondsSince(from);
        state.counters["asked_in_20s"] = answers * 20 / seconds;
        state.counters["cpu_percent"] = 100 * (hub.cpuSeconds() - cpu) / seconds;
        state.counters["resident_MB"] = hub.residentMegabytes();
    }
}

/// One seat is given, and everybody else hears of it.
void news(benchmark::State &state)
{
    const Crowd crowd(u"news"_s, 1'500, 1, idling); // so few seats that nobody is given any ahead
    BenchHouse house(crowd.folder.database(), {});
    const QByteArray plan = planAt(house);
    const HubProcess hub(crowd.folder);
    Idlers idlers(crowd, hub.port);
    Wire wire(hub.port);
    idlers.watch(settling);
    std::vector<double> took;
    const double cpu = hub.cpuSeconds();
    for ([[maybe_unused]] auto _ : state) {
        const Time from = now();
        wire.send(crowd.callers[0].post("/v1/rights",
            jsonOf(RightsRequest{house.ids.make<RequestId>(), keyOf(u"p0"_s), {SeatIndex(took.size())}, plan})));
        if (idlers.watch(10s, idling - 1) < idling - 1)
            state.SkipWithError("not everybody heard of it");
        took.push_back(secondsSince(from) * 1'000);
        while (!wire.hear()) {
        }
        wire.takeAnswer();
    }
    state.counters["hub_cpu_ms"] = 1'000 * (hub.cpuSeconds() - cpu) / double(took.size());
    report(state, took);
}
} // namespace

void registerHubLoads()
{
    benchmark::RegisterBenchmark("taken/1000/foyer", taken)->Iterations(5)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("taken/1000/healthz", bareAnswers)->Iterations(5)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("news/500/foyer", news)->Iterations(20)->Unit(benchmark::kMillisecond);
    for (const int terminals : {idling, 0})
        benchmark::RegisterBenchmark(("idle/" + std::to_string(terminals) + "/foyer").c_str(), idle, terminals)
            ->Iterations(1)
            ->Unit(benchmark::kSecond);
}

} // namespace foyer::bench
