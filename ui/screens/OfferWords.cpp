#include "ui/screens/OfferWords.h"

namespace foyer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Availability OfferWords::availability(const PerformanceOffer &offer)
{
    if (offer.window == SalesWindow::NotYetOpen)
        return Availability::NotYet;
    if (!offer.isBookable())
        return Availability::SoldOut;
    return offer.isNearlySoldOut() && !offer.isHereOnly ? Availability::FewLeft : Availability::OnSale;
}

QString OfferWords::note(const PerformanceOffer &offer) const
{
    switch (availability(offer)) {
    case Availability::OnSale:
        return offer.isHereOnly ? tr("On sale here · %n seat(s)", nullptr, offer.seatsLeft)
                                : tr("On sale · %n seat(s)", nullptr, offer.seatsLeft);
    case Availability::FewLeft: return tr("Few left · %n seat(s)", nullptr, offer.seatsLeft);
    case Availability::NotYet:
        //: %1 is a day and a time
        return tr("Opens %1").arg(m_wording.dateTimeText(offer.performance.salesOpen, m_zone));
    case Availability::SoldOut: break;
    }
    if (offer.window == SalesWindow::Closed)
        return m_wording.name(offer.window);
    return offer.isHereOnly ? tr("Not available here now") : tr("Sold out");
}

QString OfferWords::priceFrom(const PerformanceOffer &offer) const
{
    //: %1 is the lowest price: "from ₩30,000"
    return offer.priceFrom.isPositive() ? tr("from %1").arg(m_wording.money(offer.priceFrom)) : QString();
}

QString OfferWords::seatsLeft(const PerformanceOffer &offer) const
{
    return tr("%n seat(s) left", nullptr, offer.seatsLeft);
}

QString OfferWords::startsSoon(const PerformanceOffer &offer) const
{
    const auto left = std::chrono::seconds(m_now.secsTo(offer.performance.startsAt));
    if (left > 1h)
        return {};
    //: %1 is a time span: "6 minutes"
    return left > 0s ? tr("Starts in %1").arg(m_wording.durationText(left)) : tr("Has started");
}

QString OfferWords::when(const PerformanceOffer &offer) const
{
    if (const QString soon = startsSoon(offer); !soon.isEmpty())
        return soon;
    const QDate today = m_now.toTimeZone(m_zone).date(), day = dayOf(offer);
    if (day == today)
        //: %1 is a time
        return tr("Today, %1").arg(time(offer));
    if (day == today.addDays(1))
        return tr("Tomorrow, %1").arg(time(offer));
    return m_wording.dateTimeText(offer.performance.startsAt, m_zone);
}

QString OfferWords::details(const PerformanceOffer &offer) const
{
    QStringList parts{house(offer)};
    if (offer.show.minutes > 0)
        //: the length of a show
        parts.append(tr("%n minute(s)", nullptr, offer.show.minutes));
    if (offer.show.ageFrom > 0)
        //: an age rating: nobody younger is let in
        parts.append(tr("from age %1").arg(offer.show.ageFrom));
    return parts.join(u" · "_s);
}

} // namespace foyer
