#pragma once

#include "domain/Catalogue.h"
#include "ui/widgets/Availability.h"
#include "ui/widgets/OfferRow.h"
#include "wording/Wording.h"

#include <QCoreApplication>

namespace foyer {

/// A performance in the words of every screen that offers it, as they are true at one moment. A cheap value.
class OfferWords
{
    Q_DECLARE_TR_FUNCTIONS(foyer::OfferWords)
public:
    OfferWords(const QTimeZone &zone, const QDateTime &now) : m_zone(zone), m_now(now) {}

    static Availability availability(const PerformanceOffer &offer);
    QString note(const PerformanceOffer &offer) const;      ///< "On sale · 412 seats", "Opens Fri 4 Dec, 10:00"
    QString priceFrom(const PerformanceOffer &offer) const; ///< empty when nothing can be bought
    QString seatsLeft(const PerformanceOffer &offer) const;
    QString when(const PerformanceOffer &offer) const;       ///< "Today, 19:30", "Starts in 6 minutes"
    QString startsSoon(const PerformanceOffer &offer) const; ///< "Starts in 6 minutes"; empty when it isn't soon
    QString details(const PerformanceOffer &offer) const;    ///< house, length, age
    QString house(const PerformanceOffer &offer) const { return offer.house.name.in(m_language); }
    QString title(const PerformanceOffer &offer) const { return offer.show.title.in(m_language); }
    QString subtitle(const PerformanceOffer &offer) const { return offer.show.subtitle.in(m_language); }

    QDate dayOf(const PerformanceOffer &offer) const { return offer.performance.startsAt.toTimeZone(m_zone).date(); }
    QString time(const PerformanceOffer &offer) const { return m_wording.timeText(offer.performance.startsAt, m_zone); }

private:
    QTimeZone m_zone;
    QDateTime m_now;
    Wording m_wording;
    QString m_language = m_wording.locale().name().left(2);
};

} // namespace foyer
