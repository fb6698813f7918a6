#include "BenchHouse.h"
#include "services/FigureService.h"

#include <benchmark/benchmark.h>

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int salesMade = 1'000'000, salesADay = 10'000, performances = 60;

/// Ids of 16 bytes that rise with the sale. Two tickets each, of four categories; nine of ten buyers are guests who pay
/// in exactly what is due.
constexpr std::array fillers{
    R"(CREATE TEMP TABLE n AS WITH RECURSIVE c (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i < 999999)
       SELECT i, CAST(printf('%08d%08d', i, i) AS BLOB) AS id, %1 + i / 10000 * 86400000 + i % 10000 * 8640 AS at,
           p.key AS performance,
           CAST(printf('w%015d', CASE WHEN i % 10 = 0 THEN i % 20000 / 10 ELSE 100000 + i END) AS BLOB) AS wallet
       FROM c JOIN (SELECT key, row_number() OVER (ORDER BY key) - 1 AS r FROM performance) p ON p.r = i / 20000)",
    R"(INSERT INTO wallet (id, member, currency, balance, blocked)
       SELECT DISTINCT wallet, CASE WHEN i % 10 = 0 THEN wallet END, 'KRW', CASE WHEN i % 10 = 0 THEN 5000 ELSE 0 END, 0
       FROM n WHERE true ON CONFLICT (id) DO NOTHING)",
    R"(INSERT INTO sale (id, number, hold, token, wallet, performance, state, paid_at, total, tax, currency, catalogue)
       SELECT id, 'N' || i, id, id, wallet, performance, 1, at, 110000, 10000, 'KRW', 1 FROM n)",
    R"(INSERT INTO ticket (id, sale, performance, seat, category, ticket_type, price, code, live)
       SELECT CAST(printf('%015d%d', i, k) AS BLOB), id, performance, 2 * (i % 20000) + k, substr('RSAB', 1 + i % 4, 1),
           1, 55000, '', 1 FROM n CROSS JOIN (SELECT 0 AS k UNION ALL SELECT 1))",
    R"(INSERT INTO tender (id, wallet, hold, kind, direction, state, amount, currency)
       SELECT id, wallet, id, 1 + i % 2, 1, 3, 110000, 'KRW' FROM n)",
    R"(INSERT INTO movement (id, kind, at, currency, cause)
       SELECT CAST(printf('%015d%d', i, k) AS BLOB), k, at, 'KRW', id
       FROM n CROSS JOIN (SELECT 1 AS k UNION ALL SELECT 2))",
    R"(INSERT INTO posting (movement, line, account, wallet, amount)
       SELECT CAST(printf('%015d%d', i, k) AS BLOB), l, CASE WHEN l = 0 THEN 1 WHEN k = 1 THEN 2 ELSE 4 END,
           CASE WHEN l = 0 THEN wallet END, CASE WHEN (k = 1) = (l = 0) THEN 110000 ELSE -110000 END
       FROM n CROSS JOIN (SELECT 1 AS k UNION ALL SELECT 2) CROSS JOIN (SELECT 0 AS l UNION ALL SELECT 1))",
    // a hundredth of each day's sales came back the same day
    R"(INSERT INTO movement (id, kind, at, currency, cause)
       SELECT CAST(printf('%015dr', i) AS BLOB), 3, at + 1000, 'KRW', id FROM n WHERE i % 100 = 7)",
    R"(INSERT INTO posting (movement, line, account, wallet, amount)
       SELECT CAST(printf('%015dr', i) AS BLOB), l, 1 + 3 * l, CASE WHEN l = 0 THEN wallet END,
           CASE WHEN l = 0 THEN 110000 ELSE -110000 END
       FROM n CROSS JOIN (SELECT 0 AS l UNION ALL SELECT 1) WHERE i % 100 = 7)",
    "UPDATE ticket SET live = 0 WHERE sale IN (SELECT id FROM n WHERE i % 100 = 7)"};

/// A hundred business days up to now, made once.
class BusyHouse
{
public:
    BusyHouse()
    {
        const QString file = scratch(u"figures.db"_s);
        BenchHouse::build(file, 40'000, performances);
        BenchHouse house(file, {.durable = false});
        m_lastDay = QDate(2026, 10, 31);
        const qint64 first = QDateTime(m_lastDay.addDays(1 - salesMade / salesADay), {5, 0}, QTimeZone("Asia/Seoul"))
                                 .toMSecsSinceEpoch();
        house.db().runOnce(u"PRAGMA synchronous = OFF"_s);
        for (const char *sql : fillers)
            house.db().runOnce(QString::fromLatin1(sql).replace(u"%1"_s, QString::number(first)));
        house.db().checkpoint();
        m_house = std::make_unique<BenchHouse>(file, BenchHouse::Options{});
    }

    Figures figures(FigureDimension by, int daysAgo, int days = 1)
    {
        const QDate to = m_lastDay.addDays(-daysAgo);
        Figures figures =
            orDie(FigureService(m_house->db(), m_house->clock).figures({by, {to.addDays(1 - days), to}, {}}));
        FOYER_REQUIRE(figures.total.orders == days * salesADay);
        return figures;
    }
    Figures performance()
    {
        const auto key = std::get<PerformanceKey>(figures(FigureDimension::Performance, 0).rows.constFirst().key);
        return orDie(FigureService(m_house->db(), m_house->clock).figures({FigureDimension::Category, {}, key}));
    }

private:
    QDate m_lastDay;
    std::unique_ptr<BenchHouse> m_house;
};

BusyHouse &busyHouse()
{
    static auto &house = *new BusyHouse; // kept: QtSql goes before statics do
    return house;
}

void day(benchmark::State &state, FigureDimension by, int daysAgo)
{
    BusyHouse &house = busyHouse();
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(house.figures(by, daysAgo));
}
} // namespace

void registerFigures()
{
    for (const FigureDimension by :
        {FigureDimension::Performance, FigureDimension::Category, FigureDimension::Tender, FigureDimension::Hour})
        benchmark::RegisterBenchmark(("figures/day/" + nameOf(by).toStdString()).c_str(), [by](
                                                                                              benchmark::State &state) {
            day(state, by, 0);
        })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("figures/day/90DaysAgo", [](benchmark::State &state) {
        day(state, FigureDimension::Performance, 90);
    })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("figures/performance", [](benchmark::State &state) {
        BusyHouse &house = busyHouse();
        for ([[maybe_unused]] auto _ : state)
            benchmark::DoNotOptimize(house.performance());
    })->Unit(benchmark::kMillisecond);
}

} // namespace foyer::bench
