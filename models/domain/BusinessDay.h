#pragma once

#include "domain/HouseSettings.h"

#include <QDateTime>

namespace foyer {

/// The house's day that a moment falls in: by the clock on its wall, also on the night when that is put forward or
/// back.
inline QDate businessDay(const QDateTime &utc, const HouseSettings &settings)
{
    const QDateTime local = utc.toTimeZone(QTimeZone(settings.timeZone));
    return local.date().addDays(local.time().hour() < settings.businessDayStartsAt ? -1 : 0);
}

inline QDateTime startOf(const QDate &businessDay, const HouseSettings &settings)
{
    return QDateTime(businessDay, QTime(settings.businessDayStartsAt, 0), QTimeZone(settings.timeZone)).toUTC();
}

} // namespace foyer
