#include "BenchHouse.h"
#include "CApiReplay.h"
#include "SyncCounter.h"

#include <benchmark/benchmark.h>
#include <optional>

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int salesARun = 400; ///< then a fresh copy of the start database

struct Recording {
    QString start = scratch(u"sale-start.db"_s);
    std::optional<Buyer> buyer;
    Recorder recorder; ///< three parts a sale: token, hold, payment
    QByteArray digest;
};

// The reference run: the services from the start database, everything they ask for written down.
const Recording &recording()
{
    static const std::unique_ptr<Recording> made = [] {
        auto r = std::make_unique<Recording>();
        BenchHouse::build(r->start, 3'000, 1);
        {
            BenchHouse house(r->start, {.durable = false});
            r->buyer = Buyer::move(house, keyOf(u"p0"_s), 0);
        }
        const QString file = scratch(u"sale-recorded.db"_s);
        copyDatabase(r->start, file);
        {
            BenchHouse house(file, {.durable = false, .observer = &r->recorder});
            Buyer buyer = r->buyer->in(house);
            for (int i = 0; i < salesARun; ++i) {
                buyer.getToken();
                r->recorder.cut();
                buyer.hold();
                r->recorder.cut();
                buyer.pay();
                r->recorder.cut();
            }
        }
        r->digest = digestOf(file);
        const QString replayed = scratch(u"sale-replayed.db"_s);
        copyDatabase(r->start, replayed);
        CApiReplay replay(replayed, false, r->recorder);
        for (qsizetype part = 0; part < replay.parts(); ++part)
            replay.run(part);
        if (digestOf(replayed) != r->digest)
            qFatal("the replayed database isn't the recorded one");
        return r;
    }();
    return *made;
}

/// One side of the comparison: begins anew every `salesARun` sales, which isn't timed.
class Foyer
{
public:
    explicit Foyer(bool durable) : m_durable(durable), m_file(scratch(u"sale-foyer.db"_s)) {}
    void startAnew()
    {
        m_buyer.reset();
        m_house.reset();
        copyDatabase(recording().start, m_file);
        m_house = std::make_unique<BenchHouse>(m_file, BenchHouse::Options{.durable = m_durable});
        m_buyer = recording().buyer->in(*m_house);
    }
    void getToken(int) { m_buyer->getToken(); }
    void sell(int) { m_buyer->buy(); }

private:
    bool m_durable;
    QString m_file;
    std::unique_ptr<BenchHouse> m_house;
    std::optional<Buyer> m_buyer;
};

class CApi
{
public:
    explicit CApi(bool durable) : m_durable(durable), m_file(scratch(u"sale-c-api.db"_s)) {}
    void startAnew()
    {
        m_replay.reset();
        copyDatabase(recording().start, m_file);
        m_replay = std::make_unique<CApiReplay>(m_file, m_durable, recording().recorder);
    }
    void getToken(int sale) { m_replay->run(sale * 3); }
    void sell(int sale)
    {
        m_replay->run(sale * 3 + 1);
        m_replay->run(sale * 3 + 2);
    }

private:
    bool m_durable;
    QString m_file;
    std::unique_ptr<CApiReplay> m_replay;
};

template <typename Side>
void sale(benchmark::State &state, bool durable)
{
    recording();
    Side side(durable);
    double seconds = 0;
    qint64 syncs = 0;
    int next = salesARun;
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        if (next == salesARun) {
            side.startAnew();
            side.getToken(0); // the first sale prepares the statements
            side.sell(0);
            next = 1;
        }
        side.getToken(next);
        const qint64 syncsBefore = synccounter::count();
        state.ResumeTiming();
        const auto from = std::chrono::steady_clock::now();
        side.sell(next++);
        seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
        syncs += synccounter::count() - syncsBefore;
    }
    const auto sales = double(state.iterations());
    state.counters["sales/s"] = sales / seconds;
    state.counters["fsyncs"] = double(syncs) / sales;
    const qsizetype last = recording().recorder.parts() - 1;
    state.counters["statements_hold"] = double(recording().recorder.part(last - 1).size());
    state.counters["statements_pay"] = double(recording().recorder.part(last).size());
}
} // namespace

void registerSales()
{
    benchmark::RegisterBenchmark("sale/foyer", [](benchmark::State &state) { sale<Foyer>(state, true); });
    benchmark::RegisterBenchmark("sale/sqlite_c_api", [](benchmark::State &state) { sale<CApi>(state, true); });
    benchmark::RegisterBenchmark("sale/nosync/foyer", [](benchmark::State &state) { sale<Foyer>(state, false); });
    benchmark::RegisterBenchmark("sale/nosync/sqlite_c_api", [](benchmark::State &state) { sale<CApi>(state, false); });
}

} // namespace foyer::bench
