#include "BenchHouse.h"
#include "MillionOrders.h"
#include "documents/Fonts.h"
#include "items/OrdersModel.h"
#include "services/BoxOffice.h"
#include "services/FindService.h"
#include "services/Shop.h"
#include "storage/DataFolder.h"
#include "support/Journey.h"
#include "ui/desk/OrderRows.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/Table.h"

#include <QApplication>
#include <QScrollBar>
#include <benchmark/benchmark.h>
#include <ctime>
#include <sqlite3.h>

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int orders = 1'000'000;
constexpr int firstPage = 60;

/// What a clerk types, key by key.
struct Typing {
    const char *name;
    QStringList typed;
};
QList<Typing> typings()
{
    return {{"by_name", {u"김"_s, u"김민"_s, u"김민서"_s, u"허"_s, u"허나"_s, u"허나아"_s}},
        {"by_initials", {u"ㄱ"_s, u"ㄱㅁ"_s, u"ㄱㅁㅅ"_s, u"김ㅁ"_s, u"ㅎㄴㅇ"_s, u"곽ㅎㅎ"_s}},
        {"by_digits", {u"0007"_s, u"4821"_s, u"9999"_s}},
        {"by_number", {u"1"_s, u"12"_s, u"123"_s, u"123456"_s, u"2026-"_s, u"2026-12"_s, u"2026-123456"_s}},
        {"by_seat", {u"1-1"_s, u"17-42"_s, u"floor 1700 100"_s}}, {"newest", {QString()}}};
}

double milliseconds(std::chrono::steady_clock::time_point from)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
}

template <typename Search>
void type(benchmark::State &state, const QStringList &typed, Search search)
{
    for (const QString &each : typed)
        search(each); // every key once: pages come from memory, as they do after the first customer
    qsizetype at = 0;
    double slowest = 0;
    for ([[maybe_unused]] auto _ : state) {
        const auto from = std::chrono::steady_clock::now();
        search(typed[at++ % typed.size()]);
        slowest = std::max(slowest, milliseconds(from));
    }
    state.counters["slowest_ms"] = slowest;
}

void find(benchmark::State &state, const QStringList &typed)
{
    BenchHouse open(millionOrders().database(), {});
    FindService service(open.db(), open.clock, open.services().reservations, open.services().payments);
    type(state, typed, [&](const QString &each) { orDie(service.find(readingsOf(each), {}, firstPage)); });
}

/// The peer through the C API: ids alone, without what a line shows of them.
void peer(benchmark::State &state, const QStringList &typed, const char *sql, const QString &pattern)
{
    sqlite3 *db = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_open_v2(qPrintable(millionOrders().database()), &db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK ||
        sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(db));
    type(state, typed, [&](const QString &each) {
        const QByteArray argument = pattern.arg(each).toUtf8();
        sqlite3_bind_text(statement, 1, argument.constData(), int(argument.size()), SQLITE_STATIC);
        while (sqlite3_step(statement) == SQLITE_ROW)
            benchmark::DoNotOptimize(sqlite3_column_blob(statement, 0));
        sqlite3_reset(statement);
    });
    sqlite3_finalize(statement);
    sqlite3_close(db);
}

double workedMs()
{
    timespec worked{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &worked);
    return double(worked.tv_sec) * 1e3 + double(worked.tv_nsec) / 1e6;
}

/// The desk's real table, scrolled to the last of a million rows, a screen a frame.
void scroll(benchmark::State &state)
{
    loadFonts();
    FoyerStyle::wear(*qApp, Theme(ThemeKind::Light, 4, 100, Place::Desk));
    const SystemClock clock;
    const auto shop = orDie(Shop::open(millionOrders().path(), clock, std::make_unique<RootAuthority>()));
    BoxOffice office(*shop);
    OrdersModel model(office, nullptr);
    OrderRows rows(model, nullptr);
    rows.setHouse(QTimeZone("Asia/Seoul"), {});
    Table table;
    table.setModel(&rows);
    table.setShares({0, 7, 0, 10, 11, 0, -1}); // as the page
    table.resize(800, 700);
    table.show();
    auto staff = shop->staff();
    staff.waitForFinished();
    model.setClerk(staff.result().value().constFirst().id);
    test::Journey::waitFor([&] { return model.rowCount() > 0; });
    QList<double> frames;
    for ([[maybe_unused]] auto _ : state) {
        while (model.rowCount() < orders || table.verticalScrollBar()->value() < table.verticalScrollBar()->maximum()) {
            const double from = workedMs();
            QScrollBar *bar = table.verticalScrollBar();
            bar->setValue(std::min(bar->maximum(), bar->value() + bar->pageStep()));
            QCoreApplication::processEvents(); // it is painted here
            frames.append(workedMs() - from);
        }
    }
    std::sort(frames.begin(), frames.end());
    state.counters["frame_p50_ms"] = frames[frames.size() / 2];
    state.counters["frame_p99_ms"] = frames[frames.size() * 99 / 100];
    state.counters["frame_max_ms"] = frames.constLast();
    state.counters["over_16_ms"] =
        double(std::count_if(frames.begin(), frames.end(), [](double ms) { return ms > 16.6; }));
    state.counters["frames"] = double(frames.size());
}
} // namespace

void registerFinds()
{
    for (const Typing &typing : typings())
        benchmark::RegisterBenchmark(("find/" + std::string(typing.name) + "/1000000/foyer").c_str(),
            [typing](benchmark::State &state) { find(state, typing.typed); })
            ->Unit(benchmark::kMillisecond);
    const QStringList names = typings().constFirst().typed;
    benchmark::RegisterBenchmark("find/by_name/1000000/sqlite_like", [names](benchmark::State &state) {
        peer(state, names, "SELECT sale FROM sale_contact WHERE name LIKE ? ORDER BY sale DESC LIMIT 60", u"%1%"_s);
    })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("find/by_name/1000000/sqlite_fts5", [names](benchmark::State &state) {
        peer(state, names, "SELECT rowid FROM peer WHERE peer MATCH ? ORDER BY rowid DESC LIMIT 60", u"\"%1\"*"_s);
    })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("find/scroll/1000000/foyer", scroll)
        ->Iterations(1)
        ->Repetitions(1)
        ->Unit(benchmark::kSecond);
}

} // namespace foyer::bench
