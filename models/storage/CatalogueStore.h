#pragma once

#include "domain/Catalogue.h"
#include "domain/HouseSettings.h"
#include "domain/Season.h"
#include "domain/SeatingPlan.h"

#include <memory>
#include <optional>

namespace foyer {

class Connection;

/// A performance's sales times, plan and prices as the default ticket type: what a hold must know, read at once.
struct Sellable {
    SalesTimes times;
    PlanKey plan;
    TicketTypeKey type;
    QHash<QString, qint64> prices; ///< minor units by category
};

/// House settings, houses, plans, shows, ticket types, performances and prices. Calls throw StorageFailure.
class CatalogueStore
{
public:
    explicit CatalogueStore(Connection &db) : m_db(db) {}

    HouseSettings settings() const;
    void saveSettings(const HouseSettings &settings);

    /// The key of the newest version of a plan, null when there is none.
    PlanKey newestPlan(const QString &id) const;
    QByteArray planHash(PlanKey plan) const;
    PlanKey planOfHash(const QByteArray &hash) const;  ///< null when there is none
    QByteArray planBody(const QByteArray &hash) const; ///< empty when there is none
    std::shared_ptr<const SeatingPlan> plan(PlanKey plan) const;
    PlanKey addPlanVersion(const SeatingPlan &plan, const QByteArray &body, const QByteArray &hash);

    QList<House> houses() const;
    QList<Show> shows() const;
    QList<TicketType> ticketTypes() const; ///< the default first
    QList<Performance> performances() const;
    QList<Performance> performancesOf(HouseKey house) const;
    std::optional<Performance> performance(PerformanceKey key) const;
    PlanKey planOf(PerformanceKey performance) const; ///< null when there is no such performance
    std::optional<House> house(HouseKey key) const;
    std::optional<Show> show(ShowKey key) const;
    QList<Price> prices(PerformanceKey performance) const;
    std::optional<Sellable> sellable(PerformanceKey performance) const;
    std::optional<qint64> price(PerformanceKey performance, const QString &category, TicketTypeKey type) const;
    TicketTypeKey defaultTicketType() const;

    /// Insert or change by the file's id; the key comes back.
    HouseKey save(const House &house);
    ShowKey save(const Show &show);
    TicketTypeKey save(const TicketType &type, int position);
    PerformanceKey save(const Performance &performance, NodeId root);
    void setPrices(PerformanceKey performance, const QList<Price> &prices);
    void setPlan(PerformanceKey performance, PlanKey plan, int capacity);
    void remove(PerformanceKey performance);

    /// Seats left by category, with the cheapest default price of each: for lists of dates.
    struct Left {
        PerformanceKey performance;
        QString category;
        int seats = 0;
        std::optional<qint64> price; ///< of the default ticket type
    };
    QList<Left> left() const;
    QList<Left> left(PerformanceKey performance) const;
    void setLeft(PerformanceKey performance, const QHash<QString, int> &seatsByCategory);
    void changeLeft(PerformanceKey performance, const SeatingPlan &plan, const QList<SeatIndex> &seats, int by);

private:
    Connection &m_db;
};

} // namespace foyer
