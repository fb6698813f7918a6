#include "BenchHouse.h"
#include "documents/Fonts.h"
#include "items/OrdersModel.h"
#include "services/BoxOffice.h"
#include "services/FindService.h"
#include "services/Shop.h"
#include "storage/ContactStore.h"
#include "storage/DataFolder.h"
#include "storage/LedgerStore.h"
#include "storage/SaleStore.h"
#include "support/Journey.h"
#include "ui/desk/OrderRows.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/Table.h"

#include <QApplication>
#include <QDir>
#include <QRandomGenerator>
#include <QScrollBar>
#include <benchmark/benchmark.h>
#include <ctime>
#include <sqlite3.h>

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int orders = 1'000'000;
constexpr int performances = 6, seatsEach = 170'000;
constexpr int ordersATransaction = 50'000;
constexpr int firstPage = 60;

/// As Korean names are: a few families have most people.
QString nameOf(QRandomGenerator &random)
{
    static const QString families =
        u"김김김김이이이박박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나"_s;
    static const QString given = u"민서준지현우수영진하은재윤도연주예나성호경아혜정미태승원동석규"_s;
    return families[random.bounded(int(families.size()))] + QString(given[random.bounded(int(given.size()))]) +
           given[random.bounded(int(given.size()))];
}

/// A million orders of one seat with a name and four digits each, written row by row; kept for the next run.
DataFolder house()
{
    const DataFolder folder(scratch(u"find-house"_s));
    if (QFile::exists(folder.path() + u"/whole"_s))
        return folder;
    QDir(scratch(u"find-house"_s)).removeRecursively();
    QDir().mkpath(scratch(u"find-house"_s));
    BenchHouse::build(folder.database(), seatsEach, performances);
    orDie(Secrets::load(folder.houseKey(), true));
    BenchHouse filled(folder.database(), {.durable = false});
    orDie(filled.services().staff.add(u"Kim"_s, Role::Manager, u"no PIN is asked for here"_s));
    QRandomGenerator random(1);
    const WalletId wallet = filled.ids.make<WalletId>();
    for (int from = 0; from < orders; from += ordersATransaction) {
        orDie(filled.db().write(filled.clock, [&](Transaction &tx) -> Done {
            if (from == 0)
                LedgerStore(tx.db()).openWallet({wallet, std::nullopt, {0, {}}});
            SaleStore sales(tx.db());
            ContactStore contacts(tx.db());
            for (int i = from; i < from + ordersATransaction; ++i) {
                const OrderId order = filled.ids.make<OrderId>();
                const PerformanceKey date = keyOf(u"p%1"_s.arg(i / seatsEach));
                sales.add(SaleRow{.id = order,
                    .number = u"2026-%1"_s.arg(i + 1, 6, 10, QLatin1Char('0')),
                    .hold = filled.ids.make<HoldId>(),
                    .token = filled.ids.make<TokenId>(),
                    .wallet = wallet,
                    .performance = date,
                    .paidAt = filled.clock.utc(),
                    .total = {price, {}},
                    .tax = {0, {}}});
                sales.add(TicketRow{.id = filled.ids.make<TicketId>(),
                    .sale = order,
                    .performance = date,
                    .seat = SeatIndex{i % seatsEach},
                    .category = u"R"_s,
                    .type = {1},
                    .price = {price, {}}});
                contacts.save(order, {nameOf(random), u"%1"_s.arg(random.bounded(10'000), 4, 10, QLatin1Char('0'))});
            }
            return done;
        }));
        filled.db().checkpoint();
    }
    filled.db().runOnce(
        u"CREATE VIRTUAL TABLE peer USING fts5(name, prefix = '1 2', content = '', tokenize = 'unicode61')"_s);
    filled.db().runOnce(u"INSERT INTO peer (rowid, name) SELECT row_number() OVER (), name FROM sale_contact"_s);
    filled.db().checkpoint();
    QFile whole(folder.path() + u"/whole"_s);
    if (!whole.open(QIODevice::WriteOnly))
        qFatal("cannot write into %s", qPrintable(scratch(u"find-house"_s)));
    return folder;
}

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
    BenchHouse open(house().database(), {});
    FindService service(open.db(), open.clock, open.services().reservations, open.services().payments);
    type(state, typed, [&](const QString &each) { orDie(service.find(readingsOf(each), {}, firstPage)); });
}

/// The peer through the C API: ids alone, without what a line shows of them.
void peer(benchmark::State &state, const QStringList &typed, const char *sql, const QString &pattern)
{
    sqlite3 *db = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_open_v2(qPrintable(house().database()), &db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK ||
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
    const auto shop = orDie(Shop::open(house().path(), clock, std::make_unique<RootAuthority>()));
    BoxOffice office(*shop);
    OrdersModel model(office, nullptr);
    OrderRows rows(model, nullptr);
    rows.setHouse(QTimeZone("Asia/Seoul"), {});
    Table table;
    table.setModel(&rows);
    table.setShares({4, 5, 6, 5, 6, 3});
    table.resize(800, 700);
    table.show();
    auto staff = shop->staff();
    staff.waitForFinished();
    model.setClerk(staff.result().value().constFirst().id);
    test::Journey::waitFor([&] { return model.rowCount() > 0; });
    QImage image(table.size(), QImage::Format_ARGB32_Premultiplied);
    QList<double> frames;
    for ([[maybe_unused]] auto _ : state) {
        while (model.rowCount() < orders || table.verticalScrollBar()->value() < table.verticalScrollBar()->maximum()) {
            const double from = workedMs();
            QScrollBar *bar = table.verticalScrollBar();
            bar->setValue(std::min(bar->maximum(), bar->value() + bar->pageStep()));
            QCoreApplication::processEvents();
            table.render(&image);
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
