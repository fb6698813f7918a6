#include "domain/Catalogue.h"

namespace foyer {

QDateTime salesEnd(const Performance &performance, std::chrono::seconds sellAfterStart)
{
    return performance.salesClose.isValid() ? performance.salesClose
                                            : performance.startsAt.addSecs(sellAfterStart.count());
}

SalesWindow salesWindow(const Performance &performance, const QDateTime &now, std::chrono::seconds sellAfterStart)
{
    if (performance.state == PerformanceState::Cancelled || now >= salesEnd(performance, sellAfterStart))
        return SalesWindow::Closed;
    if (performance.salesOpen.isValid() && now < performance.salesOpen)
        return SalesWindow::NotYetOpen;
    return SalesWindow::Open;
}

} // namespace foyer
