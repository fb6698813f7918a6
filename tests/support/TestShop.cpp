#include "support/TestShop.h"

#include "storage/CatalogueStore.h"
#include "storage/Json.h"
#include "storage/Migrations.h"

#include <QJsonDocument>

namespace foyer::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
QDateTime utc(int day, int hour, int minute = 0) { return QDateTime({2026, 11, day}, {hour, minute}, Qt::UTC); }

QList<SeasonPerformance::Price> prices(qint64 best, qint64 youth, qint64 second)
{
    return {{u"R"_s, u"adult"_s, {best, {}}}, {u"R"_s, u"youth"_s, {youth, {}}}, {u"S"_s, u"adult"_s, {second, {}}}};
}

template <typename Container>
void join(Container &all, const Container &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        all.insert(*it);
}

// Several commits may pass before a test looks.
void add(ChangeSet &all, const ChangeSet &more)
{
    for (auto it = more.seats.begin(); it != more.seats.end(); ++it)
        join(all.seats[it.key()], it.value());
    join(all.tokens, more.tokens);
    join(all.holds, more.holds);
    join(all.wallets, more.wallets);
    join(all.orders, more.orders);
    all.queue |= more.queue;
    all.catalogue |= more.catalogue;
    all.settings |= more.settings;
    all.everything |= more.everything;
}
} // namespace

TestShop::TestShop(const Options &options)
    : ids(clock, options.seed ? QRandomGenerator(options.seed) : QRandomGenerator::securelySeeded())
{
    open(nullptr, options.authority);
    must(migrate(*m_db));
    must(m_db->write(clock, [&](Transaction &tx) -> Done {
        journal::found(
            tx.db(), ids.make<NodeId>(), QJsonDocument(jsonOf(options.settings)).toJson(QJsonDocument::Compact));
        return done;
    }));
    if (options.hall) {
        must(m_services->catalogue.importPlan(smallHall()));
        must(m_services->catalogue.importSeason(season(options.settings)));
    }
    if (options.observer)
        open(options.observer, options.authority);
    m_changes = {};
}

void TestShop::open(StatementObserver *observer, Authority *authority)
{
    close();
    m_db = must(Connection::open(file(),
        {.durable = false, .observer = observer, .onCommit = [this](const ChangeSet &c) { add(m_changes, c); }}));
    startServices(authority);
}

void TestShop::close()
{
    m_services.reset();
    m_db.reset();
}

QByteArray TestShop::copy()
{
    m_db->checkpoint();
    QFile database(file());
    FOYER_REQUIRE(database.open(QIODevice::ReadOnly));
    return database.readAll();
}

void TestShop::replace(const QByteArray &bytes)
{
    close();
    for (const QString &journal : {file() + u"-wal"_s, file() + u"-shm"_s})
        QFile::remove(journal);
    QFile database(file());
    FOYER_REQUIRE(database.open(QIODevice::WriteOnly) && database.write(bytes) == bytes.size());
}

void TestShop::startServices(Authority *authority)
{
    m_services = std::make_unique<Services>(
        *m_db, clock, ids, secrets(), authority ? *authority : static_cast<Authority &>(m_root));
}

void TestShop::restart(Authority *authority)
{
    open(nullptr, authority);
    must(m_services->recover());
}

TokenPass TestShop::guest() { return must(m_services->tokens.issueToGuest()).pass; }

TokenPass TestShop::member(const QString &phone)
{
    return must(m_services->tokens.registerMember(phone, u"1234"_s, pinHash())).pass;
}

IssuedToken TestShop::signIn(const QString &phone)
{
    return must(m_services->tokens.endSignIn(must(m_services->tokens.beginSignInByPhone(phone)), true));
}

Tender TestShop::beginTopUp(const TokenPass &pass, qint64 amount, TenderKind kind, std::optional<HoldId> hold)
{
    return must(m_services->payments.beginTopUp(pass, ids.make<TenderId>(), won(amount), kind, hold));
}

void TestShop::topUp(const TokenPass &pass, qint64 amount, TenderKind kind)
{
    must(m_services->payments.answered(beginTopUp(pass, amount, kind).id, DeviceAnswer::Approved));
}

Hold TestShop::hold(const TokenPass &pass, const QList<int> &numbers, const QString &id)
{
    return *must(m_services->reservations.hold(pass, performance(id), seats(numbers))).hold;
}

OrderId TestShop::pay(const TokenPass &pass, const Hold &hold)
{
    return must(m_services->payments.pay(pass, ids.make<OrderId>(), hold.id));
}

OrderId TestShop::sold(const QList<int> &numbers, TokenPass *pass)
{
    const TokenPass customer = guest();
    const Hold held = hold(customer, numbers);
    const Tender tender = beginTopUp(customer, held.total({}).minor, TenderKind::Card, held.id);
    must(m_services->payments.answered(tender.id, DeviceAnswer::Approved));
    if (pass)
        *pass = customer;
    return pay(customer, held);
}

PerformanceKey TestShop::performance(const QString &id)
{
    return {number("SELECT key FROM performance WHERE id = ?", {id})};
}

TicketTypeKey TestShop::type(const QString &id) { return {number("SELECT key FROM ticket_type WHERE id = ?", {id})}; }

SeatShown TestShop::shown(int seat, const QString &id)
{
    return must(m_services->reservations.shown(performance(id), {SeatIndex(seat)}, {})).constFirst();
}

int TestShop::seatsLeft(const QString &id)
{
    return int(number("SELECT sum(seats) FROM seats_left WHERE performance = ?", {performance(id).value}));
}

qint64 TestShop::number(const char *sql, const QVariantList &arguments)
{
    Rows rows = m_db->run(sql, arguments);
    return rows.next() ? rows.integer(0) : 0;
}

int TestShop::entries(const QString &kind)
{
    return int(number("SELECT count(*) FROM journal WHERE kind = ?", {kind}));
}

QString TestShop::lastEntry(const QString &kind)
{
    Rows rows = m_db->run("SELECT body FROM journal WHERE kind = ? ORDER BY epoch DESC, seq DESC LIMIT 1", {kind});
    return rows.next() ? rows.text(0) : QString();
}

void TestShop::run(const char *sql, const QVariantList &arguments) { m_db->run(sql, arguments); }

HouseSettings TestShop::house()
{
    HouseSettings settings;
    settings.name = {{{u"ko"_s, u"작은 집"_s}}};
    settings.walletMax = won(200'000);
    return settings;
}

SeatingPlan TestShop::smallHall()
{
    SeatingPlan plan;
    plan.id = u"small"_s;
    plan.name = u"Small hall"_s;
    plan.size = {60, 70};
    plan.categories = {{u"R"_s, {}}, {u"S"_s, {}}};
    plan.zones = {{u"1F"_s}};
    for (qint32 row = 0; row < 6; ++row) {
        plan.rows.append({0, QString(QChar(u'A' + char16_t(row))), row * 5, 5});
        for (qint32 seat = 0; seat < 5; ++seat) {
            plan.x.append(float(10 + 10 * seat));
            plan.y.append(float(10 + 10 * row));
            plan.category.append(row < 4 ? 0 : 1);
            plan.row.append(row);
            plan.kind.append(SeatKind::Ordinary);
            plan.number.append(QString::number(seat + 1));
            plan.guid.append(u"%1-%2"_s.arg(row).arg(seat));
        }
    }
    return plan;
}

// The tests' clock starts on the 25th at 18:00 in Seoul, 09:00 UTC.
Season TestShop::season(const HouseSettings &settings)
{
    const Text name{{{QString(), u"The Seagull"_s}}};
    Season season;
    season.settings = settings;
    season.houses = {{{}, u"main"_s, name, u"small"_s}};
    season.shows = {{{}, u"seagull"_s, name, {}, {}, 100, 12, u"#334455"_s}};
    season.ticketTypes = {{{}, u"adult"_s, {{{QString(), u"Adult"_s}}}, {}},
        {{}, u"youth"_s, {{{QString(), u"Youth"_s}}}, {{{QString(), u"ID card"_s}}}}};
    const auto add = [&](const QString &id, const QDateTime &at, const QList<SeasonPerformance::Price> &prices) {
        season.performances.append({id, u"seagull"_s, u"main"_s, at, {}, {}, PerformanceState::Scheduled, prices});
    };
    add(u"tonight"_s, utc(25, 10, 30), prices(30'000, 20'000, 15'000));
    add(u"tomorrow"_s, utc(26, 10, 30), prices(30'000, 20'000, 15'000));
    add(u"free"_s, utc(27, 10, 30), prices(0, 0, 0));
    add(u"later"_s, utc(28, 10, 30), prices(40'000, 25'000, 18'000));
    season.performances.last().salesOpen = utc(27, 0);
    add(u"over"_s, utc(24, 10, 30), prices(30'000, 20'000, 15'000));
    return season;
}

QList<SeatIndex> TestShop::seats(const QList<int> &numbers)
{
    QList<SeatIndex> seats;
    for (int number : numbers)
        seats.append(SeatIndex(number));
    return seats;
}

const Secrets &TestShop::secrets()
{
    static QTemporaryDir folder;
    static const Secrets secrets = must(Secrets::load(folder.filePath(u"house.key"_s), true));
    return secrets;
}

const QString &TestShop::pinHash()
{
    static const QString hash = secrets().pinHash(u"1234"_s);
    return hash;
}

} // namespace foyer::test
