#include "CApiReplay.h"
#include "HubProcess.h"

#include "domain/JsonInput.h"
#include "domain/Limits.h"
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
constexpr int terminals = 10, salesEach = 1'000, seatsInHall = 17'000;

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

DataFolder copyOf(const QString &name, const QString &end = u"-copy"_s)
{
    DataFolder copy = freshFolder(name + end);
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
    /// Signed beforehand: in a house every terminal has a machine of its own for that.
    void prepare()
    {
        m_pushes.clear();
        for (qint64 after = m_position;;) {
            const Push push = orDie(m_sync.push(m_caller.epoch.number, after, limits::pushEntries));
            if (push.entries.isEmpty())
                return;
            m_pushes.push_back(m_caller.post("/v1/journal", jsonOf(push)));
            after += push.entries.size();
        }
    }
    void send()
    {
        for (const QByteArray &request : m_pushes)
            if (m_last = m_wire.ask(request); !isOk(m_last))
                qFatal("/v1/journal: %s", m_last.constData());
    }
    void acknowledge()
    {
        const QJsonObject json = orDie(parseJson(bodyOf(m_last), InputFault::WrongType));
        orDie(m_sync.acknowledged(orDie(fromJson<Acknowledged>(json))));
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
    std::vector<QByteArray> m_pushes;
    QByteArray m_last;
};

/// All terminals at once, each in a thread of its own; twice, if it is asked to.
double drained(const std::vector<DataFolder> &folders, quint16 port, const std::function<void()> &once)
{
    std::vector<std::unique_ptr<Terminal>> all;
    for (const DataFolder &folder : folders) {
        all.push_back(std::make_unique<Terminal>(folder, port));
        all.back()->report();
        all.back()->prepare();
    }
    const auto pushAll = [&all] {
        const auto from = std::chrono::steady_clock::now();
        std::vector<std::thread> threads;
        for (const auto &terminal : all)
            threads.emplace_back([&terminal] { terminal->send(); });
        for (std::thread &thread : threads)
            thread.join();
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
        for (const auto &terminal : all)
            terminal->acknowledge();
        return seconds;
    };
    const double seconds = pushAll();
    once();
    pushAll();
    return seconds;
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

class Raw
{
public:
    explicit Raw(const QString &file)
    {
        if (sqlite3_open(file.toUtf8().constData(), &m_db) != SQLITE_OK)
            qFatal("cannot open %s", qPrintable(file));
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
        run("PRAGMA wal_autocheckpoint=0");
    }
    ~Raw() { sqlite3_close(m_db); }
    Q_DISABLE_COPY_MOVE(Raw)

    void run(const QByteArray &sql)
    {
        if (sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql.constData(), sqlite3_errmsg(m_db));
    }
    void attach(const QString &file, const QByteArray &name) { run("ATTACH '" + file.toUtf8() + "' AS " + name); }
    QList<QByteArray> firstColumn(const QByteArray &sql)
    {
        QList<QByteArray> values;
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(m_db, sql.constData(), -1, &statement, nullptr);
        while (sqlite3_step(statement) == SQLITE_ROW)
            values.append(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
        sqlite3_finalize(statement);
        return values;
    }

private:
    sqlite3 *m_db = nullptr;
};

/// All rows that the drain left at the hub, new or changed, put into the same tables with the same indexes by one
/// statement a table, in one transaction.
double inserted(const DataFolder &drainedHub)
{
    const DataFolder before = copyOf(hubName(), u"-raw"_s);
    const QString rows = freshFolder(u"drain-rows"_s).database();
    QList<QByteArray> tables;
    {
        Raw raw(before.database());
        raw.attach(drainedHub.database(), "drained");
        raw.attach(rows, "rows");
        tables =
            raw.firstColumn("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
        for (const QByteArray &table : tables)
            raw.run("CREATE TABLE rows." + table + " AS SELECT * FROM drained." + table +
                    " EXCEPT SELECT * FROM main." + table);
    }
    Raw raw(before.database());
    raw.attach(rows, "rows");
    for (const QByteArray &trigger : raw.firstColumn("SELECT name FROM main.sqlite_master WHERE type = 'trigger'"))
        raw.run("DROP TRIGGER " + trigger);
    const auto from = std::chrono::steady_clock::now();
    raw.run("BEGIN IMMEDIATE");
    for (const QByteArray &table : tables)
        raw.run("INSERT OR REPLACE INTO main." + table + " SELECT * FROM rows." + table);
    raw.run("COMMIT");
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

/// Sold and told; the hub as it is then.
DataFolder drain(benchmark::State &state)
{
    prepare();
    const DataFolder folder = copyOf(hubName());
    std::vector<DataFolder> folders;
    for (int i = 0; i < terminals; ++i)
        folders.push_back(copyOf(terminalName(i)));
    const HubProcess hub(folder);
    QByteArray once;
    const double seconds = drained(folders, hub.port, [&] {
        state.counters["hub_cpu_s"] = hub.cpuSeconds();
        state.counters["rows"] = double(rowsAt(folder));
        once = digestOf(folder.database());
    });
    state.counters["seconds"] = seconds;
    state.SetIterationTime(seconds);
    if (digestOf(folder.database()) != once)
        state.SkipWithError("a second push changes something");
    for (const DataFolder &terminal : folders) {
        BenchHouse house(terminal.database(), {});
        const Head head = journal::head(house.db());
        state.counters["missing"] += double(head.seq);
    }
    if (state.counters["missing"] != state.counters["rows"])
        state.SkipWithError("not everything is at the hub");
    state.counters.erase("missing");
    return folder;
}

void drainAndInsert(benchmark::State &state)
{
    for ([[maybe_unused]] auto _ : state) {
        const DataFolder hub = drain(state);
        state.counters["of_raw_insert"] = inserted(hub) / state.counters["seconds"];
    }
}

void rawInsert(benchmark::State &state)
{
    for ([[maybe_unused]] auto _ : state) {
        const double seconds = inserted(drain(state));
        state.counters.clear();
        state.SetIterationTime(seconds);
        state.counters["seconds"] = seconds;
    }
}
} // namespace

void registerDrains()
{
    benchmark::RegisterBenchmark("drain/10000/foyer", drainAndInsert)
        ->Iterations(1)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("drain/10000/raw_insert", rawInsert)
        ->Iterations(1)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
}

} // namespace foyer::bench
