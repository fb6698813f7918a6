#include "services/ReservationService.h"

#include "services/Authority.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/HubLinkStore.h"
#include "storage/SeatStore.h"

#include <numeric>

// Flows 3 and 4: what is only looked at, also on a read-only connection.
namespace foyer {

namespace {
SeatShown shownTo(const std::optional<Hold> &own, const SeatRow &row)
{
    if (row.isUnusedHere())
        return SeatShown::Free;
    return own && row.hold == own->id && row.state == SeatState::Given ? SeatShown::Yours : SeatShown::Taken;
}

/// Sold is sold; what another terminal holds may come back, and may be had there.
SeatShown shownElsewhere(SeatState state) { return state == SeatState::Sold ? SeatShown::Taken : SeatShown::NotHere; }

SeatShown unowned(const Authority &authority) { return authority.isReachable() ? SeatShown::Free : SeatShown::NotHere; }

void addLeft(PerformanceOffer &offer, const QList<CatalogueStore::Left> &left)
{
    std::optional<qint64> cheapest, cheapestOfAll; // sold out, it still says what it cost
    for (const CatalogueStore::Left &category : left) {
        if (!category.price)
            continue;
        offer.seatsLeft += category.seats;
        cheapestOfAll = std::min(*category.price, cheapestOfAll.value_or(*category.price));
        if (category.seats > 0)
            cheapest = std::min(*category.price, cheapest.value_or(*category.price));
    }
    offer.priceFrom.minor = cheapest.value_or(cheapestOfAll.value_or(0));
}
} // namespace

ReservationService::SeatCounts ReservationService::unusedHere()
{
    SeatCounts here;
    SeatStore store(m_db);
    for (const PlacedRight &right : store.given())
        if (store.find(right.performance, right.seat)->isUnusedHere())
            ++here[{right.performance, planOf(right.performance)->categoryOf(right.seat).name}];
    return here;
}

Result<QList<PerformanceOffer>> ReservationService::dates()
{
    return m_db.read([&]() -> Result<QList<PerformanceOffer>> {
        CatalogueStore catalogue(m_db);
        const HouseSettings settings = catalogue.settings();
        QHash<ShowKey, Show> shows;
        for (const Show &show : catalogue.shows())
            shows.insert(show.key, show);
        QHash<HouseKey, House> houses;
        for (const House &house : catalogue.houses())
            houses.insert(house.key, house);
        QMultiHash<PerformanceKey, CatalogueStore::Left> left;
        const bool isHereOnly = !m_authority.isReachable(); // then what lies here is all there is
        const SeatCounts here = isHereOnly ? unusedHere() : SeatCounts();
        for (CatalogueStore::Left l : catalogue.left()) {
            if (isHereOnly)
                l.seats = here.value({l.performance, l.category});
            left.insert(l.performance, l);
        }

        QList<PerformanceOffer> offers;
        for (const Performance &performance : catalogue.performances()) {
            const SalesWindow window = salesWindow(performance, m_clock.utc(), settings.sellAfterStart);
            if (window == SalesWindow::Closed)
                continue;
            offers.append({performance, shows[performance.show], houses[performance.house], window, 0, isHereOnly,
                {0, settings.currency}});
            addLeft(offers.last(), left.values(performance.key));
        }
        return offers;
    });
}

Result<int> ReservationService::seatsHere()
{
    return m_db.read([&]() -> Result<int> {
        const SeatCounts here = unusedHere();
        return std::accumulate(here.begin(), here.end(), 0);
    });
}

Result<SeatsOfDate> ReservationService::seats(PerformanceKey key, TokenId token)
{
    return m_db.read([&]() -> Result<SeatsOfDate> {
        CatalogueStore catalogue(m_db);
        const auto performance = catalogue.performance(key);
        if (!performance)
            return Refusal::PerformanceUnknown;
        const HouseSettings settings = catalogue.settings();
        SeatsOfDate date;
        date.offer = {*performance, *catalogue.show(performance->show), *catalogue.house(performance->house),
            salesWindow(*performance, m_clock.utc(), settings.sellAfterStart), 0, !m_authority.isReachable(),
            {0, settings.currency}};
        QList<CatalogueStore::Left> left = catalogue.left(key);
        if (date.offer.isHereOnly)
            for (const SeatCounts here = unusedHere(); CatalogueStore::Left & category : left)
                category.seats = here.value({key, category.category});
        addLeft(date.offer, left);
        date.plan = m_plans.plan(performance->plan);
        date.chooser = m_plans.chooser(performance->plan);
        date.prices = catalogue.prices(key);
        date.types = catalogue.ticketTypes();
        SeatStore store(m_db);
        date.hold = store.liveHold(token, key);
        if (date.hold)
            for (HeldSeat &seat : date.hold->seats)
                seat.price.currency = settings.currency;
        const HubLinkStore link(m_db);
        date.shown.fill(unowned(m_authority), date.plan->seatCount());
        const auto elsewhere = link.elsewhere(key);
        for (auto it = elsewhere.begin(); it != elsewhere.end(); ++it)
            if (date.plan->contains(it.key()))
                date.shown[indexOf(it.key())] = shownElsewhere(it.value());
        for (const SeatRow &row : store.all(key))
            date.shown[indexOf(row.seat)] = shownTo(date.hold, row);
        return date;
    });
}

Result<QList<SeatShown>> ReservationService::shown(PerformanceKey key, const QList<SeatIndex> &seats, TokenId token)
{
    return m_db.read([&]() -> Result<QList<SeatShown>> {
        SeatStore store(m_db);
        const auto hold = store.liveHold(token, key);
        QList<SeatShown> shown;
        for (SeatIndex seat : seats) {
            const auto row = store.find(key, seat);
            const auto elsewhere = row ? std::nullopt : HubLinkStore(m_db).elsewhere(key, seat);
            shown.append(row ? shownTo(hold, *row) : elsewhere ? shownElsewhere(*elsewhere) : unowned(m_authority));
        }
        return shown;
    });
}

} // namespace foyer
