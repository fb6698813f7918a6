#include "domain/Catalogue.h"

#include "domain/Sha256.h"

#include <QtEndian>

namespace foyer {

PerformanceKey keyOf(const QString &performanceId)
{
    const QByteArray hash = sha256(performanceId.toUtf8());
    return {qint64(qFromBigEndian<quint64>(hash.constData()) >> 11)};
}

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

QDateTime cancelEnd(const SalesTimes &times, std::optional<std::chrono::seconds> cancelBefore)
{
    return cancelBefore ? times.startsAt.addSecs(-cancelBefore->count()) : QDateTime();
}

bool mayCancel(const SalesTimes &times, const QDateTime &now, std::optional<std::chrono::seconds> cancelBefore)
{
    return cancelBefore && (times.state == PerformanceState::Cancelled || now < cancelEnd(times, cancelBefore));
}

} // namespace foyer
