#include "BenchHouse.h"

#include "domain/Limits.h"
#include "storage/Json.h"
#include "storage/Migrations.h"

#include <QFile>
#include <QJsonDocument>

namespace foyer::bench {

using namespace Qt::StringLiterals;

namespace {
SeatingPlan planOf(int seats)
{
    constexpr int perRow = 100;
    SeatingPlan plan;
    plan.id = plan.name = u"plan"_s;
    plan.size = {perRow * 10.0, seats / 10.0 + 10};
    plan.categories = {{u"R"_s, {}}};
    plan.zones = {{u"floor"_s}};
    for (int i = 0; i < seats; ++i) {
        if (i % perRow == 0)
            plan.rows.append({0, QString::number(i / perRow + 1), i, std::min(perRow, seats - i)});
        plan.x.append(float(i % perRow * 10));
        plan.y.append(float(i / perRow * 10));
        plan.category.append(0);
        plan.row.append(i / perRow);
        plan.kind.append(SeatKind::Ordinary);
        plan.number.append(QString::number(i % perRow + 1));
        plan.guid.append(QString::number(i));
    }
    return plan;
}

Season seasonOf(int performances, const QDateTime &now)
{
    Season season;
    season.settings.name = {{{QString(), u"bench"_s}}};
    season.settings.walletMax.minor = limits::moneyMax;
    season.houses = {{{}, u"house"_s, {{{QString(), u"house"_s}}}, u"plan"_s}};
    season.shows = {{{}, u"show"_s, {{{QString(), u"show"_s}}}, {}, {}, 90, 0, u"#000000"_s}};
    season.ticketTypes = {{{}, u"adult"_s, {{{QString(), u"adult"_s}}}, {}}};
    for (int i = 0; i < performances; ++i)
        season.performances.append({u"p%1"_s.arg(i), u"show"_s, u"house"_s, now.addDays(i + 1), {}, {},
            PerformanceState::Scheduled, {{u"R"_s, u"adult"_s, {price, {}}}}});
    return season;
}
} // namespace

void copyDatabase(const QString &from, const QString &to)
{
    for (const QString &tail : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::remove(to + tail);
    if (!QFile::copy(from, to))
        qFatal("cannot copy %s", qPrintable(from));
}

BenchHouse::BenchHouse(const QString &file, Options options)
    : m_secrets(orDie(Secrets::load(scratch(u"house.key"_s), true))),
      m_db(orDie(Connection::open(file, {.durable = options.durable, .observer = options.observer}))),
      m_services(std::make_unique<Services>(
          *m_db, clock, ids, m_secrets, options.authority ? *options.authority : m_authority))
{
}

void BenchHouse::build(const QString &file, int seats, int performances) { build(file, planOf(seats), performances); }

void BenchHouse::build(const QString &file, const SeatingPlan &plan, int performances)
{
    for (const QString &tail : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::remove(file + tail);
    BenchHouse house(file, {.durable = false});
    orDie(migrate(house.db()));
    const QByteArray settings = QJsonDocument(jsonOf(HouseSettings())).toJson(QJsonDocument::Compact);
    orDie(house.db().write(house.clock, [&](Transaction &tx) -> Done {
        journal::found(tx.db(), house.ids.make<NodeId>(), settings);
        return done;
    }));
    orDie(house.services().catalogue.importPlan(plan));
    orDie(house.services().catalogue.importSeason(seasonOf(performances, house.clock.utc())));
}

Buyer::Buyer(BenchHouse &house, PerformanceKey performance, qint32 seat)
    : m_house(&house), m_performance(performance), m_seat(seat)
{
}

Buyer Buyer::move(BenchHouse &house, PerformanceKey performance, qint32 firstSeat)
{
    Buyer buyer(house, performance, firstSeat);
    Services &services = house.services();
    const QString phone = QString::number(10'000'000 + house.ids.make<MemberId>().value.data2);
    buyer.m_pass = orDie(services.tokens.registerMember(phone, u"1234"_s, u"no PIN is asked for here"_s)).pass;
    const Money much{limits::moneyMax / 10, {}};
    const Tender tender = orDie(
        services.payments.beginTopUp(buyer.m_pass, house.ids.make<TenderId>(), much, TenderKind::Cash, std::nullopt));
    orDie(services.payments.answered(tender.id, DeviceAnswer::Approved));
    buyer.hold();
    buyer.pay();
    return buyer;
}

Buyer Buyer::in(BenchHouse &house) const
{
    Buyer same = *this;
    same.m_house = &house;
    return same;
}

void Buyer::getToken() { m_pass = orDie(m_house->services().tokens.buyAnother(m_pass)).pass; }

void Buyer::hold()
{
    m_hold = orDie(m_house->services().reservations.hold(m_pass, m_performance, {SeatIndex{m_seat}})).hold->id;
    ++m_seat;
}

void Buyer::pay() { orDie(m_house->services().payments.pay(m_pass, m_house->ids.make<OrderId>(), m_hold)); }

void Buyer::buy()
{
    hold();
    pay();
}

} // namespace foyer::bench
