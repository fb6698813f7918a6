#include "CApiReplay.h"
#include "HubProcess.h"

#include "domain/JsonInput.h"
#include "protocol/HubMessages.h"
#include "services/TerminalAuthority.h"
#include "storage/SeatStore.h"
#include "sync/HubService.h"
#include "sync/TerminalSync.h"

#include <QDir>
#include <QFile>
#include <benchmark/benchmark.h>
#include <sqlite3.h>
#include <thread>

// What ten terminals sold while the hub couldn't be reached, beside the same rows through SQLite's C API.
namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int terminals = 10, salesEach = 1'000, seatsInHall = 17'000, entriesAPush = 500;

QString hubName() { return u"drain-hub"_s; }
QString terminalName(int number) { return u"drain-terminal-%1"_s.arg(number); }

/// All news there are, as a session brings them.
void hear(HubService &hub, TerminalSync &terminal, EpochId epoch)
{
    for (bool goesOn = true; goesOn;) {
        const qint64 after = orDie(terminal.link()).change;
        const HubNews news = HubService::newsFor(epoch, after, orDie(hub.changedAfter(after)));
        goesOn = orDie(terminal.heard(news)).change != news.change || news.more;
    }
}

/// A guest each, who pays by card.
void sellEverything(BenchHouse &house)
{
    Services &services = house.services();
    const QList<PlacedRight> rights =
        orDie(house.db().read([&]() -> Result<QList<PlacedRight>> { return SeatStore(house.db()).given(); }));
    for (const PlacedRight &right : rights) {
        const TokenPass pass = orDie(services.tokens.issueToGuest()).pass;
        const Hold hold = *orDie(services.reservations.hold(pass, right.performance, {right.seat})).hold;
        const Tender tender = orDie(
            services.payments.beginTopUp(pass, house.ids.make<TenderId>(), hold.total({}), TenderKind::Card, hold.id));
        orDie(services.payments.answered(tender.id, DeviceAnswer::Approved));
        orDie(services.payments.pay(pass, house.ids.make<OrderId>(), hold.id));
    }
}

/// A hub and its terminals' folders, which have sold and not told: once a run of the program.
void prepare()
{
    static bool isDone = false;
    if (std::exchange(isDone, true))
        return;
    const DataFolder folder = freshFolder(hubName());
    BenchHouse::build(folder.database(), seatsInHall, 1);
    const QByteArray houseKey = Secrets::randomBytes(32);
    orDie(Secrets::keepHouseKey(folder.houseKey(), houseKey));
    BenchHouse house(folder.database(), {.durable = false});
    const auto epochs = orDie(EpochRegister::open(folder.epochRegister(), house.clock));
    HubService hub(house.db(), house.clock, house.ids, *epochs);
    for (int i = 0; i < terminals; ++i) {
        const DataFolder own = freshFolder(terminalName(i));
        BenchHouse::build(own.database(), seatsInHall, 1);
        TerminalAuthority authority;
        BenchHouse terminal(own.database(), {.durable = false, .authority = &authority});
        TerminalSync sync(terminal.db(), terminal.clock, terminal.ids, terminal.services());
        const Caller caller = enrolled(hub, sync, orDie(DeviceKey::load(own.deviceKey(), true)), houseKey, 1);
        orDie(hub.sync.allot(caller.epoch, keyOf(u"p0"_s), salesEach));
        hear(hub, sync, caller.epoch);
        sellEverything(terminal);
    }
}

DataFolder copyOf(const QString &name)
{
    DataFolder copy = freshFolder(name + u"-copy"_s);
    const QDir from(scratch(name));
    for (const QString &file : from.entryList(QDir::Files))
        if (!QFile::copy(from.filePath(file), copy.path() + u'/' + file))
            qFatal("cannot copy %s", qPrintable(file));
    return copy;
}

/// A terminal's side of a session, each step in its database, as HubSession takes them.
class Terminal
{
public:
    Terminal(const DataFolder &folder, quint16 port)
        : m_house(folder.database(), {}), m_caller{orDie(DeviceKey::load(folder.deviceKey(), false)),
                                              orDie(m_sync.epoch())},
          m_wire(port)
    {
    }
    void report()
    {
        const auto challenge = said<Challenge>("/v1/session", {});
        m_position = challenge.position;
        orDie(m_sync.acknowledged(said<Acknowledged>("/v1/report", jsonOf(orDie(m_sync.report(challenge))))));
    }
    void push()
    {
        for (qint64 after = m_position;;) {
            const Push push = orDie(m_sync.push(m_caller.epoch.number, after, entriesAPush));
            if (push.entries.isEmpty())
                return;
            orDie(m_sync.acknowledged(said<Acknowledged>("/v1/journal", jsonOf(push))));
            after += push.entries.size();
        }
    }

private:
    template <typename Message>
    Message said(const QByteArray &path, const QJsonObject &body)
    {
        const QByteArray answer = m_wire.ask(m_caller.post(path, body));
        if (!isOk(answer))
            qFatal("%s: %s", path.constData(), answer.constData());
        return orDie(fromJson<Message>(orDie(parseJson(bodyOf(answer), InputFault::WrongType))));
    }

    BenchHouse m_house;
    TerminalSync m_sync{m_house.db(), m_house.clock, m_house.ids, m_house.services()};
    const Caller m_caller;
    Wire m_wire;
    qint64 m_position = 0;
};

/// All terminals at once, each in a thread of its own.
double drained(const std::vector<DataFolder> &folders, quint16 port, bool reports)
{
    const auto from = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (const DataFolder &folder : folders)
        threads.emplace_back([&folder, port, reports] {
            Terminal terminal(folder, port);
            if (reports)
                terminal.report();
            terminal.push();
        });
    for (std::thread &thread : threads)
        thread.join();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

struct Row {
    QByteArray node;
    JournalEntry entry;
};

std::vector<Row> allRows()
{
    std::vector<Row> all;
    for (int i = 0; i < terminals; ++i) {
        BenchHouse house(DataFolder(scratch(terminalName(i))).database(), {});
        orDie(house.db().read([&]() -> Done {
            const Head head = journal::head(house.db());
            for (const JournalEntry &entry : journal::entries(house.db(), head.epoch, 0, int(head.seq)))
                all.push_back({head.node.bytes(), entry});
            return done;
        }));
    }
    return all;
}

/// As the hub's table is, with everything that hangs on it.
QByteArray schema(sqlite3 *db)
{
    QByteArray sql;
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(db, "SELECT sql FROM sqlite_master WHERE tbl_name = 'node_journal' AND sql IS NOT NULL", -1,
        &statement, nullptr);
    while (sqlite3_step(statement) == SQLITE_ROW)
        sql += QByteArray(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0))) + ';';
    sqlite3_finalize(statement);
    return sql;
}

/// How many rows of terminals a hub has.
qint64 rowsAt(const DataFolder &folder)
{
    BenchHouse house(folder.database(), {});
    return orDie(house.db().read([&]() -> Result<qint64> {
        Rows count = house.db().run("SELECT count(*) FROM node_journal");
        return count.next() ? count.integer(0) : 0;
    }));
}

double inserted(const std::vector<Row> &rows)
{
    sqlite3 *hub = nullptr, *db = nullptr;
    sqlite3_open(DataFolder(scratch(hubName())).database().toUtf8().constData(), &hub);
    const DataFolder folder = freshFolder(u"drain-raw"_s);
    sqlite3_open(folder.database().toUtf8().constData(), &db);
    sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; " + schema(hub),
        nullptr, nullptr, nullptr);
    sqlite3_close(hub);
    sqlite3_stmt *insert = nullptr;
    const auto from = std::chrono::steady_clock::now();
    sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    sqlite3_prepare_v2(db, "INSERT INTO node_journal VALUES (?, ?, ?, ?, ?, ?, ?)", -1, &insert, nullptr);
    for (const auto &[node, entry] : rows) {
        const QByteArray kind = entry.kind.toUtf8();
        sqlite3_bind_blob(insert, 1, node.constData(), int(node.size()), nullptr);
        sqlite3_bind_int(insert, 2, entry.epoch);
        sqlite3_bind_int64(insert, 3, entry.seq);
        sqlite3_bind_int64(insert, 4, entry.at);
        sqlite3_bind_text(insert, 5, kind.constData(), int(kind.size()), nullptr);
        sqlite3_bind_text(insert, 6, entry.body.constData(), int(entry.body.size()), nullptr);
        sqlite3_bind_blob(insert, 7, entry.hash.constData(), int(entry.hash.size()), nullptr);
        if (sqlite3_step(insert) != SQLITE_DONE)
            qFatal("a row failed: %s", sqlite3_errmsg(db));
        sqlite3_reset(insert);
    }
    sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return seconds;
}

void drain(benchmark::State &state)
{
    prepare();
    const std::vector<Row> rows = allRows();
    for ([[maybe_unused]] auto _ : state) {
        const DataFolder folder = copyOf(hubName());
        std::vector<DataFolder> folders;
        for (int i = 0; i < terminals; ++i)
            folders.push_back(copyOf(terminalName(i)));
        const HubProcess hub(folder);
        const double cpu = hub.cpuSeconds(), seconds = drained(folders, hub.port, true);
        state.counters["hub_cpu_s"] = hub.cpuSeconds() - cpu;
        state.SetIterationTime(seconds);
        if (rowsAt(folder) != qint64(rows.size()))
            state.SkipWithError("not everything is at the hub");
        const QByteArray once = digestOf(folder.database());
        drained(folders, hub.port, false);
        if (digestOf(folder.database()) != once)
            state.SkipWithError("a second push changes something");
        state.counters["rows"] = double(rows.size());
        state.counters["seconds"] = seconds;
        state.counters["of_raw_insert"] = inserted(rows) / seconds;
    }
}

void rawInsert(benchmark::State &state)
{
    prepare();
    const std::vector<Row> rows = allRows();
    for ([[maybe_unused]] auto _ : state) {
        const double seconds = inserted(rows);
        state.SetIterationTime(seconds);
        state.counters["rows"] = double(rows.size());
        state.counters["seconds"] = seconds;
    }
}
} // namespace

void registerDrains()
{
    benchmark::RegisterBenchmark("drain/10000/foyer", drain)
        ->Iterations(1)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("drain/10000/raw_insert", rawInsert)
        ->Iterations(1)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
}

} // namespace foyer::bench
