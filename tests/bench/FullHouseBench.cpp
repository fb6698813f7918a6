#include "BenchHouse.h"
#include "FullHouse.h"

#include <QFile>
#include <benchmark/benchmark.h>
#include <map>
#include <optional>

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
/// A copy of a full house and somebody who goes on buying what is left of its last performance.
struct Sold {
    explicit Sold(int sales)
    {
        const QString file = scratch(u"full-house-copy-%1.db"_s.arg(sales));
        copyDatabase(fullHouse(sales), file);
        house = std::make_unique<BenchHouse>(file, BenchHouse::Options{});
        buyer = Buyer::move(*house, keyOf(u"p%1"_s.arg(fullHousePerformances - 1)), fullHouseSeats - 20'000);
    }
    std::unique_ptr<BenchHouse> house;
    std::optional<Buyer> buyer;
};

void sale(benchmark::State &state, int sales)
{
    static auto &houses = *new std::map<int, std::unique_ptr<Sold>>; // kept: QtSql goes before statics do
    auto &sold = houses[sales];
    if (!sold)
        sold = std::make_unique<Sold>(sales);
    double seconds = 0;
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        sold->buyer->getToken();
        state.ResumeTiming();
        const auto from = std::chrono::steady_clock::now();
        sold->buyer->buy();
        seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
    }
    sold->house->db().checkpoint();
    state.counters["sales/s"] = double(state.iterations()) / seconds;
}
} // namespace

void registerFullHouses()
{
    for (const int sales : {0, 1'000'000}) {
        const std::string name = "sale/full_house/" + std::to_string(sales) + "/foyer";
        benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State &state) { sale(state, sales); });
    }
}

} // namespace foyer::bench
