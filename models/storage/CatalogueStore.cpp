#include "storage/CatalogueStore.h"

#include "storage/Connection.h"
#include "storage/Json.h"

#include <QJsonDocument>

namespace foyer {

namespace {
constexpr auto selectSettings = "SELECT settings FROM head WHERE one = 1";
constexpr auto updateSettings = "UPDATE head SET settings = ? WHERE one = 1";
constexpr auto selectNewestPlan = "SELECT key FROM seating_plan WHERE id = ? ORDER BY version DESC LIMIT 1";
constexpr auto selectPlanHash = "SELECT hash FROM seating_plan WHERE key = ?";
constexpr auto selectPlanOfHash = "SELECT key FROM seating_plan WHERE hash = ? ORDER BY key LIMIT 1";
constexpr auto selectPlanBody = "SELECT body FROM seating_plan WHERE hash = ? ORDER BY key LIMIT 1";
constexpr auto selectPlan = "SELECT body FROM seating_plan WHERE key = ?";
constexpr auto insertPlan = R"(
    INSERT INTO seating_plan (id, version, hash, seats, body)
    VALUES (?, (SELECT coalesce(max(version), 0) + 1 FROM seating_plan WHERE id = ?), ?, ?, ?) RETURNING key)";
constexpr auto selectHouses = "SELECT key, id, name, plan FROM house ORDER BY key";
constexpr auto selectHouse = "SELECT key, id, name, plan FROM house WHERE key = ?";
constexpr auto upsertHouse = R"(
    INSERT INTO house (id, name, plan) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, plan = excluded.plan RETURNING key)";
constexpr auto selectShows = "SELECT key, id, title, subtitle, description, minutes, age_from, color FROM show";
constexpr auto selectShow =
    "SELECT key, id, title, subtitle, description, minutes, age_from, color FROM show WHERE key = ?";
constexpr auto upsertShow = R"(
    INSERT INTO show (id, title, subtitle, description, minutes, age_from, color) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, subtitle = excluded.subtitle,
        description = excluded.description, minutes = excluded.minutes, age_from = excluded.age_from,
        color = excluded.color RETURNING key)";
constexpr auto selectTypes = "SELECT key, id, name, proof FROM ticket_type ORDER BY position, key";
constexpr auto selectDefaultType = "SELECT key FROM ticket_type ORDER BY position, key LIMIT 1";
constexpr auto upsertType = R"(
    INSERT INTO ticket_type (id, position, name, proof) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name, proof = excluded.proof
    RETURNING key)";
constexpr auto selectPerformances = R"(
    SELECT key, id, show, house, plan, starts_at, sales_open, sales_close, state, capacity
    FROM performance ORDER BY starts_at, key)";
constexpr auto selectPerformancesOfHouse = R"(
    SELECT key, id, show, house, plan, starts_at, sales_open, sales_close, state, capacity
    FROM performance WHERE house = ? ORDER BY starts_at, key)";
constexpr auto selectPerformance = R"(
    SELECT key, id, show, house, plan, starts_at, sales_open, sales_close, state, capacity
    FROM performance WHERE key = ?)";
constexpr auto selectPlanOf = "SELECT plan FROM performance WHERE key = ?";
constexpr auto selectSellable = R"(
    SELECT p.starts_at, p.sales_open, p.sales_close, p.state, p.plan, r.category, r.ticket_type, r.amount
    FROM performance p LEFT JOIN price r ON r.performance = p.key
        AND r.ticket_type = (SELECT key FROM ticket_type ORDER BY position, key LIMIT 1)
    WHERE p.key = ?)";
constexpr auto selectPrice = "SELECT amount FROM price WHERE performance = ? AND category = ? AND ticket_type = ?";
constexpr auto upsertPerformance = R"(
    INSERT INTO performance (key, id, show, house, plan, starts_at, sales_open, sales_close, state, capacity, root)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET show = excluded.show, house = excluded.house, plan = excluded.plan,
        starts_at = excluded.starts_at, sales_open = excluded.sales_open, sales_close = excluded.sales_close,
        state = excluded.state, capacity = excluded.capacity RETURNING key)";
constexpr auto updatePlan = "UPDATE performance SET plan = ?, capacity = ? WHERE key = ?";
constexpr auto deletePerformance = "DELETE FROM performance WHERE key = ?";
constexpr auto selectPrices = R"(
    SELECT category, ticket_type, amount FROM price WHERE performance = ? ORDER BY category, ticket_type)";
constexpr auto deletePrices = "DELETE FROM price WHERE performance = ?";
constexpr auto insertPrice = "INSERT INTO price (performance, category, ticket_type, amount) VALUES (?, ?, ?, ?)";
constexpr auto selectLeft = R"(
    SELECT l.performance, l.category, l.seats, p.amount FROM seats_left l
    LEFT JOIN price p ON p.performance = l.performance AND p.category = l.category AND p.ticket_type = ?
    ORDER BY l.performance)";
constexpr auto selectLeftOf = R"(
    SELECT l.performance, l.category, l.seats, p.amount FROM seats_left l
    LEFT JOIN price p ON p.performance = l.performance AND p.category = l.category AND p.ticket_type = ?
    WHERE l.performance = ?)";
constexpr auto deleteLeft = "DELETE FROM seats_left WHERE performance = ?";
constexpr auto insertLeft = "INSERT INTO seats_left (performance, category, seats) VALUES (?, ?, ?)";
constexpr auto updateLeft = "UPDATE seats_left SET seats = seats + ? WHERE performance = ? AND category = ?";

QDateTime timeAt(const Rows &rows, int column)
{
    return rows.isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(rows.integer(column), Qt::UTC);
}

QVariant valueOf(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qint64>());
}

SalesTimes salesTimesIn(const Rows &rows, int from)
{
    return {timeAt(rows, from), timeAt(rows, from + 1), timeAt(rows, from + 2), PerformanceState(rows.small(from + 3))};
}

Performance performanceIn(const Rows &rows)
{
    return {salesTimesIn(rows, 5), {rows.integer(0)}, rows.text(1), {rows.integer(2)}, {rows.integer(3)},
        {rows.integer(4)}, rows.small(9)};
}

House houseIn(const Rows &rows) { return {{rows.integer(0)}, rows.text(1), textFromJson(rows.text(2)), rows.text(3)}; }

Show showIn(const Rows &rows)
{
    return {{rows.integer(0)}, rows.text(1), textFromJson(rows.text(2)), textFromJson(rows.text(3)),
        textFromJson(rows.text(4)), rows.small(5), rows.small(6), rows.text(7)};
}

CatalogueStore::Left leftIn(const Rows &rows)
{
    return {
        {rows.integer(0)}, rows.text(1), rows.small(2), rows.isNull(3) ? std::nullopt : std::optional(rows.integer(3))};
}

template <typename Entity, typename Read>
QList<Entity> all(Rows rows, Read read)
{
    QList<Entity> entities;
    while (rows.next())
        entities.append(read(rows));
    return entities;
}

template <typename Entity, typename Read>
std::optional<Entity> one(Rows rows, Read read)
{
    return rows.next() ? std::optional<Entity>(read(rows)) : std::nullopt;
}

template <typename KeyType>
KeyType keyIn(Rows rows)
{
    return rows.next() ? KeyType{rows.integer(0)} : KeyType{};
}
} // namespace

HouseSettings CatalogueStore::settings() const
{
    Rows rows = m_db.run(selectSettings);
    FOYER_REQUIRE(rows.next());
    return m_db.settingsOf(rows.text(0).toUtf8());
}

void CatalogueStore::saveSettings(const HouseSettings &settings)
{
    m_db.run(updateSettings, {QString::fromUtf8(QJsonDocument(jsonOf(settings)).toJson(QJsonDocument::Compact))});
}

PlanKey CatalogueStore::newestPlan(const QString &id) const { return keyIn<PlanKey>(m_db.run(selectNewestPlan, {id})); }

QByteArray CatalogueStore::planHash(PlanKey plan) const
{
    Rows rows = m_db.run(selectPlanHash, {plan.value});
    return rows.next() ? rows.blob(0) : QByteArray();
}

PlanKey CatalogueStore::planOfHash(const QByteArray &hash) const
{
    return keyIn<PlanKey>(m_db.run(selectPlanOfHash, {hash}));
}

QByteArray CatalogueStore::planBody(const QByteArray &hash) const
{
    Rows rows = m_db.run(selectPlanBody, {hash});
    return rows.next() ? rows.blob(0) : QByteArray();
}

std::shared_ptr<const SeatingPlan> CatalogueStore::plan(PlanKey plan) const
{
    Rows rows = m_db.run(selectPlan, {plan.value});
    FOYER_REQUIRE(rows.next());
    return std::make_shared<const SeatingPlan>(planFromBytes(rows.blob(0)));
}

PlanKey CatalogueStore::addPlanVersion(const SeatingPlan &plan, const QByteArray &body, const QByteArray &hash)
{
    return keyIn<PlanKey>(m_db.run(insertPlan, {plan.id, plan.id, hash, plan.seatCount(), body}));
}

QList<House> CatalogueStore::houses() const { return all<House>(m_db.run(selectHouses), houseIn); }
QList<Show> CatalogueStore::shows() const { return all<Show>(m_db.run(selectShows), showIn); }

QList<TicketType> CatalogueStore::ticketTypes() const
{
    return all<TicketType>(m_db.run(selectTypes), [](const Rows &rows) {
        return TicketType{{rows.integer(0)}, rows.text(1), textFromJson(rows.text(2)), textFromJson(rows.text(3))};
    });
}

QList<Performance> CatalogueStore::performances() const
{
    return all<Performance>(m_db.run(selectPerformances), performanceIn);
}

QList<Performance> CatalogueStore::performancesOf(HouseKey house) const
{
    return all<Performance>(m_db.run(selectPerformancesOfHouse, {house.value}), performanceIn);
}

std::optional<Performance> CatalogueStore::performance(PerformanceKey key) const
{
    return one<Performance>(m_db.run(selectPerformance, {key.value}), performanceIn);
}

std::optional<House> CatalogueStore::house(HouseKey key) const
{
    return one<House>(m_db.run(selectHouse, {key.value}), houseIn);
}

std::optional<Show> CatalogueStore::show(ShowKey key) const
{
    return one<Show>(m_db.run(selectShow, {key.value}), showIn);
}

QList<Price> CatalogueStore::prices(PerformanceKey performance) const
{
    const Currency currency = settings().currency;
    return all<Price>(m_db.run(selectPrices, {performance.value}), [&](const Rows &rows) {
        return Price{rows.text(0), {rows.integer(1)}, {rows.integer(2), currency}};
    });
}

PlanKey CatalogueStore::planOf(PerformanceKey performance) const
{
    Rows rows = m_db.run(selectPlanOf, {performance.value});
    return rows.next() ? PlanKey{rows.integer(0)} : PlanKey();
}

std::optional<Sellable> CatalogueStore::sellable(PerformanceKey performance) const
{
    std::optional<Sellable> sellable;
    for (Rows rows = m_db.run(selectSellable, {performance.value}); rows.next();) {
        if (!sellable)
            sellable = Sellable{salesTimesIn(rows, 0), {rows.integer(4)}, {rows.integer(6)}, {}};
        if (!rows.isNull(5))
            sellable->prices.insert(rows.text(5), rows.integer(7));
    }
    return sellable;
}

std::optional<qint64> CatalogueStore::price(
    PerformanceKey performance, const QString &category, TicketTypeKey type) const
{
    Rows rows = m_db.run(selectPrice, {performance.value, category, type.value});
    return rows.next() ? std::optional(rows.integer(0)) : std::nullopt;
}

TicketTypeKey CatalogueStore::defaultTicketType() const { return keyIn<TicketTypeKey>(m_db.run(selectDefaultType)); }

HouseKey CatalogueStore::save(const House &house)
{
    return keyIn<HouseKey>(m_db.run(upsertHouse, {house.id, jsonOf(house.name), house.planId}));
}

ShowKey CatalogueStore::save(const Show &show)
{
    return keyIn<ShowKey>(m_db.run(upsertShow, {show.id, jsonOf(show.title), jsonOf(show.subtitle),
                                                   jsonOf(show.description), show.minutes, show.ageFrom, show.color}));
}

TicketTypeKey CatalogueStore::save(const TicketType &type, int position)
{
    return keyIn<TicketTypeKey>(m_db.run(upsertType, {type.id, position, jsonOf(type.name), jsonOf(type.proof)}));
}

PerformanceKey CatalogueStore::save(const Performance &p, NodeId root)
{
    return keyIn<PerformanceKey>(m_db.run(
        upsertPerformance, {keyOf(p.id).value, p.id, p.show.value, p.house.value, p.plan.value, valueOf(p.startsAt),
                               valueOf(p.salesOpen), valueOf(p.salesClose), int(p.state), p.capacity, root.bytes()}));
}

void CatalogueStore::setPrices(PerformanceKey performance, const QList<Price> &prices)
{
    m_db.run(deletePrices, {performance.value});
    for (const Price &price : prices)
        m_db.run(insertPrice, {performance.value, price.category, price.type.value, price.amount.minor});
}

void CatalogueStore::setPlan(PerformanceKey performance, PlanKey plan, int capacity)
{
    m_db.run(updatePlan, {plan.value, capacity, performance.value});
}

void CatalogueStore::remove(PerformanceKey performance)
{
    m_db.run(deletePrices, {performance.value});
    m_db.run(deleteLeft, {performance.value});
    m_db.run(deletePerformance, {performance.value});
}

QList<CatalogueStore::Left> CatalogueStore::left() const
{
    return all<Left>(m_db.run(selectLeft, {defaultTicketType().value}), leftIn);
}

QList<CatalogueStore::Left> CatalogueStore::left(PerformanceKey performance) const
{
    return all<Left>(m_db.run(selectLeftOf, {defaultTicketType().value, performance.value}), leftIn);
}

void CatalogueStore::setLeft(PerformanceKey performance, const QHash<QString, int> &seatsByCategory)
{
    m_db.run(deleteLeft, {performance.value});
    for (auto it = seatsByCategory.begin(); it != seatsByCategory.end(); ++it)
        m_db.run(insertLeft, {performance.value, it.key(), it.value()});
}

void CatalogueStore::changeLeft(
    PerformanceKey performance, const SeatingPlan &plan, const QList<SeatIndex> &seats, int by)
{
    QHash<QString, int> change;
    for (SeatIndex seat : seats)
        change[plan.categoryOf(seat).name] += by;
    for (auto it = change.begin(); it != change.end(); ++it)
        FOYER_REQUIRE(m_db.run(updateLeft, {it.value(), performance.value, it.key()}).changed() == 1);
}

} // namespace foyer
