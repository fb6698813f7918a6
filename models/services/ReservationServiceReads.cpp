#include "services/ReservationService.h"

#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/SeatStore.h"

// Flows 3 and 4: what is only looked at, also on a read-only connection.
namespace foyer {

namespace {
SeatShown shownTo(const std::optional<Hold> &own, const SeatRow &row)
{
    if (row.isUnusedHere())
        return SeatShown::Free;
    return own && row.hold == own->id && row.state == SeatState::Given ? SeatShown::Yours : SeatShown::Taken;
}

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
        for (const CatalogueStore::Left &l : catalogue.left())
            left.insert(l.performance, l);

        QList<PerformanceOffer> offers;
        for (const Performance &performance : catalogue.performances()) {
            const SalesWindow window = salesWindow(performance, m_clock.utc(), settings.sellAfterStart);
            if (window == SalesWindow::Closed)
                continue;
            offers.append(
                {performance, shows[performance.show], houses[performance.house], window, 0, {0, settings.currency}});
            addLeft(offers.last(), left.values(performance.key));
        }
        return offers;
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
            salesWindow(*performance, m_clock.utc(), settings.sellAfterStart), 0, {0, settings.currency}};
        addLeft(date.offer, catalogue.left(key));
        date.plan = m_plans.plan(performance->plan);
        date.chooser = m_plans.chooser(performance->plan);
        date.prices = catalogue.prices(key);
        date.types = catalogue.ticketTypes();
        SeatStore store(m_db);
        date.hold = store.liveHold(token, key);
        if (date.hold)
            for (HeldSeat &seat : date.hold->seats)
                seat.price.currency = settings.currency;
        date.shown.fill(SeatShown::Free, date.plan->seatCount());
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
            shown.append(row ? shownTo(hold, *row) : SeatShown::Free);
        }
        return shown;
    });
}

} // namespace foyer
