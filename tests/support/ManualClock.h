#pragma once

#include "domain/Clock.h"

#include <QTimeZone>
#include <atomic>

namespace foyer::test {

/// Time moves when a test says so: both clocks together, or one of them alone, as broken machines do.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(QDateTime utc = QDateTime({2026, 11, 25}, {9, 0}, Qt::UTC)) : m_utc(utc.toMSecsSinceEpoch()) {}

    SteadyTime steady() const override { return SteadyTime(std::chrono::milliseconds(m_steady)); }
    QDateTime utc() const override { return QDateTime::fromMSecsSinceEpoch(m_utc, Qt::UTC); }

    void advance(std::chrono::milliseconds by)
    {
        m_steady += by.count();
        m_utc += by.count();
    }
    void setUtc(const QDateTime &utc) { m_utc = utc.toMSecsSinceEpoch(); }
    /// A new boot: the monotonic clock counts from anew.
    void reboot() { m_steady = 1'000; }

private:
    std::atomic<qint64> m_steady = 1'000'000;
    std::atomic<qint64> m_utc;
};

} // namespace foyer::test
