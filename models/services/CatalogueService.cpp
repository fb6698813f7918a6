#include "services/CatalogueService.h"

#include "domain/Sha256.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/EpochStore.h"
#include "storage/HubLinkStore.h"
#include "storage/Json.h"
#include "storage/LedgerStore.h"
#include "storage/SeatStore.h"
#include "storage/StorageFailure.h"

namespace foyer {

using namespace Qt::StringLiterals;

/// What a season's ids mean in the database, after its houses, shows and ticket types are in.
struct CatalogueService::Keys {
    QHash<QString, House> houses;
    QHash<QString, Show> shows;
    QHash<QString, TicketTypeKey> types;
    QHash<QString, Performance> performances;
    QHash<QString, std::pair<PlanKey, std::shared_ptr<const SeatingPlan>>> plans; ///< by plan id
};

/// Where a programme comes from.
struct CatalogueService::Origin {
    NodeId root;
    bool isHub = false;                    ///< else a file, which may be refused
    QHash<QString, QByteArray> plans = {}; ///< as the hub has them
};

namespace {
/// A file may change what nobody else decides.
Done mayImport(Transaction &tx)
{
    if (HubLinkStore(tx.db()).find())
        return Refusal::NodeIsTerminal;
    if (EpochStore(tx.db()).anyMustReport())
        return Refusal::HubRecovering; // it may have forgotten which plans are frozen
    return done;
}

Refused badInput(InputFault fault, const QString &place, const QString &value)
{
    return {.why = Refusal::BadInput, .fault = fault, .place = place, .value = value};
}

template <typename Entity>
QHash<QString, Entity> byId(const QList<Entity> &entities)
{
    QHash<QString, Entity> hash;
    for (const Entity &entity : entities)
        hash.insert(entity.id, entity);
    return hash;
}

bool same(const House &a, const House &b) { return a.name == b.name && a.planId == b.planId; }
bool same(const Show &a, const Show &b)
{
    return a.title == b.title && a.subtitle == b.subtitle && a.description == b.description && a.minutes == b.minutes &&
           a.ageFrom == b.ageFrom && a.color == b.color;
}
bool same(const Performance &a, const Performance &b)
{
    return a.show == b.show && a.house == b.house && a.plan == b.plan && a.startsAt == b.startsAt &&
           a.salesOpen == b.salesOpen && a.salesClose == b.salesClose && a.state == b.state;
}

QList<Price> sorted(QList<Price> prices)
{
    std::sort(prices.begin(), prices.end(), [](const Price &a, const Price &b) {
        return std::tie(a.category, a.type.value) < std::tie(b.category, b.type.value);
    });
    return prices;
}

/// Inserts or changes what differs, and puts what is stored, with its key, into the hash.
template <typename Entity>
int saveAll(CatalogueStore &store, const QList<Entity> &wanted, QHash<QString, Entity> &stored)
{
    int changed = 0;
    for (Entity entity : wanted) {
        const auto known = stored.constFind(entity.id);
        if (known != stored.constEnd() && same(*known, entity))
            continue;
        entity.key = store.save(entity);
        stored.insert(entity.id, entity);
        ++changed;
    }
    return changed;
}
} // namespace

Result<HouseSettings> CatalogueService::settings()
{
    return m_db.read([&]() -> Result<HouseSettings> { return CatalogueStore(m_db).settings(); });
}

Result<Imported> CatalogueService::importPlan(const SeatingPlan &plan)
{
    const QByteArray body = bytesOf(plan);
    const QByteArray hash = sha256(body);
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Imported> {
        FOYER_CHECK(mayImport(tx));
        CatalogueStore catalogue(tx.db());
        const PlanKey newest = catalogue.newestPlan(plan.id);
        if (!newest.isNull() && catalogue.planHash(newest) == hash)
            return Imported{};
        const PlanKey added = catalogue.addPlanVersion(plan, body, hash);
        Imported imported{1, 0, 0};
        for (const House &house : catalogue.houses()) {
            if (house.planId != plan.id)
                continue;
            for (const Performance &performance : catalogue.performancesOf(house.key)) {
                if (SeatStore(tx.db()).anyGiven(performance.key))
                    continue;
                catalogue.setPlan(performance.key, added, plan.seatCount());
                resetLeft(tx, performance.key, plan);
                ++imported.performances;
            }
        }
        tx.tell(u"plan"_s, {{u"plan"_s, plan.id}, {u"hash"_s, QString::fromLatin1(hash.toHex())},
                               {u"seats"_s, plan.seatCount()}, {u"version"_s, tx.nextCatalogueVersion()}});
        tx.changes().catalogue = true;
        return imported;
    });
}

Result<Imported> CatalogueService::importSeason(const Season &season)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Imported> {
        FOYER_CHECK(mayImport(tx));
        return import(tx, season, {tx.head().node});
    });
}

Result<Imported> CatalogueService::import(Transaction &tx, const Season &season, const Origin &origin)
{
    CatalogueStore catalogue(tx.db());
    Keys keys{byId(catalogue.houses()), byId(catalogue.shows()), {}, byId(catalogue.performances()), {}};
    Imported imported;
    for (int i = 0; i < season.houses.size(); ++i) {
        const QString &id = season.houses[i].planId;
        const PlanKey plan = catalogue.newestPlan(id);
        if (plan.isNull() && origin.isHub)
            continue; // its dates name theirs
        if (plan.isNull())
            return badInput(InputFault::UnknownPlan, u"/houses/%1/plan"_s.arg(i), id);
        if (!keys.plans.contains(id))
            keys.plans.insert(id, {plan, catalogue.plan(plan)});
    }
    if (!(season.settings.currency == tx.settings().currency) && LedgerStore(tx.db()).anyWallet())
        return badInput(InputFault::OtherCurrency, u"/currency"_s, season.settings.currency.text());
    if (!(season.settings == tx.settings())) {
        catalogue.saveSettings(season.settings);
        tx.changes().settings = true;
        ++imported.other;
    }
    imported.other += saveAll(catalogue, season.houses, keys.houses);
    imported.other += saveAll(catalogue, season.shows, keys.shows);
    const QList<TicketType> types = catalogue.ticketTypes();
    for (int i = 0; i < season.ticketTypes.size(); ++i) {
        const TicketType &type = season.ticketTypes[i];
        const bool known =
            i < types.size() && types[i].id == type.id && types[i].name == type.name && types[i].proof == type.proof;
        imported.other += !known;
        keys.types.insert(type.id, known ? types[i].key : catalogue.save(type, i));
    }
    for (int i = 0; i < types.size(); ++i) // sold ones stay readable, behind those that are sold now
        if (!keys.types.contains(types[i].id))
            catalogue.save(types[i], int(season.ticketTypes.size()) + i);
    for (int i = 0; i < season.performances.size(); ++i) {
        FOYER_TRY(changed, importPerformance(tx, season.performances[i], keys, i, origin));
        imported.performances += changed;
    }
    FOYER_TRY(removed, removeOthers(tx, season, origin));
    imported.performances += removed;
    if (imported.changed()) {
        tx.tell(u"season"_s, {{u"performances"_s, imported.performances}, {u"other"_s, imported.other},
                                 {u"version"_s, tx.nextCatalogueVersion()}});
        tx.changes().catalogue = true;
    }
    return imported;
}

Result<int> CatalogueService::importPerformance(
    Transaction &tx, const SeasonPerformance &wanted, const Keys &keys, int index, const Origin &origin)
{
    CatalogueStore catalogue(tx.db());
    const QString place = u"/performances/%1"_s.arg(index);
    const House house = keys.houses[wanted.house];
    auto [planKey, plan] = keys.plans[house.planId];
    if (const auto named = origin.plans.constFind(wanted.id); named != origin.plans.constEnd()) {
        planKey = catalogue.planOfHash(*named);
        if (planKey.isNull())
            return badInput(InputFault::UnknownPlan, place, house.planId);
        plan = m_plans.plan(planKey);
    }
    QList<Price> prices;
    for (int i = 0; i < wanted.prices.size(); ++i) {
        const SeasonPerformance::Price &price = wanted.prices[i];
        const auto isNamed = [&](const SeatCategory &category) { return category.name == price.category; };
        if (std::none_of(plan->categories.begin(), plan->categories.end(), isNamed))
            return badInput(InputFault::UnknownCategory, place + u"/prices/%1/category"_s.arg(i), price.category);
        prices.append({price.category, keys.types[price.type], price.amount});
    }
    prices = sorted(prices);
    Performance performance{{wanted.startsAt, wanted.salesOpen, wanted.salesClose, wanted.state}, {}, wanted.id,
        keys.shows[wanted.show].key, house.key, planKey, plan->seatCount()};
    if (const auto known = keys.performances.constFind(wanted.id); known != keys.performances.constEnd()) {
        const bool given = SeatStore(tx.db()).anyGiven(known->key);
        if (given) {
            performance.plan = known->plan;
            plan = m_plans.plan(known->plan);
            performance.capacity = plan->seatCount();
        }
        if (same(*known, performance) && sorted(catalogue.prices(known->key)) == prices)
            return 0;
        if (given && !origin.isHub)
            return Refused{.why = Refusal::PerformanceHasSales, .place = place, .value = wanted.id};
    }
    performance.key = catalogue.save(performance, origin.root);
    catalogue.setPrices(performance.key, prices);
    resetLeft(tx, performance.key, *plan);
    return 1;
}

// What a new season no longer names goes, unless it is over (it is history) or somebody has a right to a seat of it.
Result<int> CatalogueService::removeOthers(Transaction &tx, const Season &season, const Origin &origin)
{
    CatalogueStore catalogue(tx.db());
    QSet<QString> named;
    for (const SeasonPerformance &performance : season.performances)
        named.insert(performance.id);
    int removed = 0;
    for (const Performance &performance : catalogue.performances()) {
        if (named.contains(performance.id))
            continue;
        if (SeatStore(tx.db()).anyGiven(performance.key)) {
            if (origin.isHub || salesEnd(performance, season.settings.sellAfterStart) <= m_clock.utc())
                continue;
            return Refused{.why = Refusal::PerformanceHasSales, .place = u"/performances"_s, .value = performance.id};
        }
        catalogue.remove(performance.key);
        ++removed;
    }
    return removed;
}

/// Some may have an owner already: a hub hears of sales from nodes that know more dates than it does.
void CatalogueService::resetLeft(Transaction &tx, PerformanceKey performance, const SeatingPlan &plan)
{
    QHash<QString, int> seats;
    for (quint16 category : plan.category)
        ++seats[plan.categories[category].name];
    for (const SeatRow &row : SeatStore(tx.db()).all(performance))
        if (plan.contains(row.seat) && !row.isUnusedHere())
            --seats[plan.categoryOf(row.seat).name];
    const HubLinkStore link(tx.db());
    for (const auto &[seat, state] : link.elsewhere(performance).asKeyValueRange())
        if (plan.contains(seat) && !SeatStore(tx.db()).find(performance, seat))
            --seats[plan.categoryOf(seat).name];
    CatalogueStore(tx.db()).setLeft(performance, seats);
}

Result<CatalogueService::Programme> CatalogueService::programme()
{
    return m_db.read([&]() -> Result<Programme> {
        const CatalogueStore catalogue(m_db);
        Programme programme{journal::head(m_db).catalogue, {}, {}};
        Season &season = programme.season;
        season.settings = catalogue.settings();
        season.shows = catalogue.shows();
        season.ticketTypes = catalogue.ticketTypes();
        QHash<ShowKey, QString> shows;
        for (const Show &show : std::as_const(season.shows))
            shows.insert(show.key, show.id);
        QHash<TicketTypeKey, QString> types;
        for (const TicketType &type : std::as_const(season.ticketTypes))
            types.insert(type.key, type.id);
        for (const House &house : catalogue.houses())
            for (const Performance &performance : catalogue.performancesOf(house.key)) {
                if (season.houses.isEmpty() || season.houses.constLast().id != house.id)
                    season.houses.append(house);
                season.performances.append({performance.id, shows[performance.show], house.id, performance.startsAt,
                    performance.salesOpen, performance.salesClose, performance.state, {}});
                for (const Price &price : catalogue.prices(performance.key))
                    season.performances.last().prices.append({price.category, types[price.type], price.amount});
                programme.plans.insert(performance.id, catalogue.planHash(performance.plan));
            }
        return programme;
    });
}

Result<QByteArray> CatalogueService::planBody(const QByteArray &hash)
{
    return m_db.read([&]() -> Result<QByteArray> {
        const QByteArray body = CatalogueStore(m_db).planBody(hash);
        return body.isEmpty() ? Result<QByteArray>(Refusal::PerformanceUnknown) : body;
    });
}

Done CatalogueService::keepPlan(const QByteArray &body)
{
    const QByteArray hash = sha256(body);
    std::optional<SeatingPlan> plan;
    try {
        plan = planFromBytes(body);
    } catch (const StorageFailure &failure) {
        return badInput(InputFault::WrongType, u"/"_s, failure.error().detail);
    }
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        CatalogueStore catalogue(tx.db());
        if (catalogue.planOfHash(hash).isNull()) {
            catalogue.addPlanVersion(*plan, body, hash);
            tx.tell(u"plan"_s, {{u"plan"_s, plan->id}, {u"hash"_s, QString::fromLatin1(hash.toHex())},
                                   {u"seats"_s, plan->seatCount()}, {u"version"_s, tx.nextCatalogueVersion()}});
        }
        return done;
    });
}

Result<Imported> CatalogueService::follow(const Programme &programme)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Imported> {
        HubLinkStore links(tx.db());
        auto link = links.find();
        if (!link)
            return Refusal::NotATerminal;
        FOYER_TRY(imported, import(tx, programme.season, {link->hub, true, programme.plans}));
        link->catalogue = programme.version;
        links.save(*link);
        return imported;
    });
}

} // namespace foyer
