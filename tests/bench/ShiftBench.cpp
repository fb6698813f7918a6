#include "BenchHouse.h"
#include "services/ShiftService.h"

#include <benchmark/benchmark.h>
#include <sqlite3.h>

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int sales = 10'000, seatsEach = 2;

/// Everything that the report says of money, in one statement.
constexpr auto allSums = R"(
    WITH s AS (SELECT id FROM shift WHERE open = 1),
    sold AS (SELECT count(*) AS orders, sum(total) AS total, sum(tax) AS tax, min(number) AS first, max(number) AS last
        FROM sale WHERE shift = (SELECT id FROM s)),
    seats AS (SELECT count(*) AS seats, sum(t.free_because <> '') AS free FROM sale o JOIN ticket t ON t.sale = o.id
        WHERE o.shift = (SELECT id FROM s)),
    paid AS (SELECT sum(CASE WHEN kind = 1 AND direction = 1 THEN amount ELSE 0 END) AS cash_in,
            sum(CASE WHEN kind = 1 AND direction = 2 THEN amount ELSE 0 END) AS cash_out,
            sum(CASE WHEN kind = 2 AND direction = 1 THEN amount ELSE 0 END) AS card_in,
            sum(CASE WHEN kind = 2 AND direction = 2 THEN amount ELSE 0 END) AS card_out
        FROM tender WHERE shift = (SELECT id FROM s) AND state = 3),
    flow AS (SELECT wallet, CASE direction WHEN 1 THEN amount ELSE -amount END AS amount,
            CASE direction WHEN 1 THEN amount ELSE 0 END AS paid_in
            FROM tender WHERE shift = (SELECT id FROM s) AND state = 3
        UNION ALL SELECT wallet, -total, 0 FROM sale WHERE shift = (SELECT id FROM s)),
    rest AS (SELECT sum(max(0, min(amount, paid_in))) AS unspent
        FROM (SELECT sum(amount) AS amount, sum(paid_in) AS paid_in FROM flow GROUP BY wallet)),
    moved AS (SELECT coalesce(sum(amount), 0) AS amount FROM drawer_movement WHERE shift = (SELECT id FROM s)),
    back AS (SELECT count(*) AS times, sum(json_extract(body, '$.total')) AS total FROM journal
        WHERE kind = 'refunded' AND (epoch, seq) > (SELECT opened_epoch, opened_seq FROM shift WHERE open = 1))
    SELECT * FROM sold, seats, paid, rest, moved, back)";

/// A counter's long day: an open drawer, and ten thousand walk-ups who paid for two seats each.
const QString &aLongDay()
{
    static const QString file = [] {
        const QString made = scratch(u"shift.db"_s);
        BenchHouse::build(made, sales * seatsEach, 1);
        BenchHouse house(made, {.durable = false});
        Services &services = house.services();
        ShiftService drawer(house.db(), house.clock, house.ids);
        const StaffId who = orDie(services.staff.add(u"Kim"_s, Role::Manager, u"no PIN is asked for here"_s)).id;
        orDie(drawer.open(who, {100'000, {}}));
        const PerformanceKey performance = orDie(services.reservations.dates()).constFirst().performance.key;
        for (int i = 0; i < sales; ++i) {
            const TokenPass pass = orDie(services.tokens.serve(std::nullopt, who)).pass;
            const Hold hold = *orDie(
                services.reservations.hold(pass, performance, {SeatIndex(i * seatsEach), SeatIndex(i * seatsEach + 1)}))
                                   .hold;
            const Tender tender = orDie(services.payments.beginTopUp(pass, house.ids.make<TenderId>(), hold.total({}),
                i % 3 ? TenderKind::Card : TenderKind::Cash, hold.id));
            orDie(services.payments.answered(tender.id, DeviceAnswer::Approved));
            const OrderId order = orDie(services.payments.pay(pass, house.ids.make<OrderId>(), hold.id));
            if (i % 50 == 0)
                orDie(services.payments.refund(order, who, u"fell ill"_s));
            if (i % 500 == 0)
                orDie(drawer.move(who, {-price, {}}, u"to the safe"_s));
        }
        house.db().checkpoint();
        return made;
    }();
    return file;
}

/// A drawer is closed once: each time from a copy of the day, that nothing of is in SQLite's cache.
void zReport(benchmark::State &state)
{
    const QString file = scratch(u"shift-z.db"_s);
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        copyDatabase(aLongDay(), file);
        {
            BenchHouse house(file, {});
            ShiftService drawer(house.db(), house.clock, house.ids);
            state.ResumeTiming();
            const ShiftReport report = orDie(drawer.close({}, CashCount::ofSum({0, {}})));
            state.PauseTiming();
            if (report.sales != sales || report.seats != sales * seatsEach)
                state.SkipWithError("the report isn't of the whole day");
        }
        state.ResumeTiming();
    }
}

void peer(benchmark::State &state)
{
    const QString file = scratch(u"shift-peer.db"_s);
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        copyDatabase(aLongDay(), file);
        sqlite3 *db = nullptr;
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_open(file.toUtf8().constData(), &db) != SQLITE_OK ||
            sqlite3_exec(db, "PRAGMA cache_size = -16384", nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(db));
        state.ResumeTiming();
        if (sqlite3_prepare_v2(db, allSums, -1, &statement, nullptr) != SQLITE_OK ||
            sqlite3_step(statement) != SQLITE_ROW)
            qFatal("%s", sqlite3_errmsg(db));
        benchmark::DoNotOptimize(sqlite3_column_int64(statement, 0));
        state.PauseTiming();
        if (sqlite3_column_int64(statement, 0) != sales)
            state.SkipWithError("the sums aren't of the whole day");
        sqlite3_finalize(statement);
        sqlite3_close(db);
        state.ResumeTiming();
    }
}
} // namespace

void registerShifts()
{
    benchmark::RegisterBenchmark("shift/z_report/10000/foyer", zReport)->Unit(benchmark::kMillisecond)->UseRealTime();
    benchmark::RegisterBenchmark("shift/z_report/10000/sqlite_c_api", peer)
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
}

} // namespace foyer::bench
