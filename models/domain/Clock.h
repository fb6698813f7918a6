#pragma once

#include <QDateTime>
#include <chrono>

namespace foyer {

/// Milliseconds on the machine's monotonic clock; only differences within one boot mean anything.
using SteadyTime = std::chrono::time_point<std::chrono::steady_clock, std::chrono::milliseconds>;

/// The only source of time. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual SteadyTime steady() const = 0; ///< deadlines and waits
    virtual QDateTime utc() const = 0;     ///< what people read; no safety rule reads it
};

class SystemClock final : public Clock
{
public:
    SteadyTime steady() const override;
    QDateTime utc() const override;
};

} // namespace foyer
