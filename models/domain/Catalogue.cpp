#include "domain/Catalogue.h"

namespace foyer {

QDateTime salesEnd(const SalesTimes &times, std::chrono::seconds sellAfterStart)
{
    return times.salesClose.isValid() ? times.salesClose : times.startsAt.addSecs(sellAfterStart.count());
}

SalesWindow salesWindow(const SalesTimes &times, const QDateTime &now, std::chrono::seconds sellAfterStart)
{
    if (times.state == PerformanceState::Cancelled || now >= salesEnd(times, sellAfterStart))
        return SalesWindow::Closed;
    if (times.salesOpen.isValid() && now < times.salesOpen)
        return SalesWindow::NotYetOpen;
    return SalesWindow::Open;
}

} // namespace foyer
