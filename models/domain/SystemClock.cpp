#include "domain/Clock.h"

namespace foyer {

SteadyTime SystemClock::steady() const
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now());
}

QDateTime SystemClock::utc() const { return QDateTime::currentDateTimeUtc(); }

} // namespace foyer
