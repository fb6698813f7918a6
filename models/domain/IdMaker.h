#pragma once

#include "domain/Clock.h"
#include "domain/Id.h"

#include <QMutex>
#include <QRandomGenerator>

namespace foyer {

/// Makes UUIDv7s (RFC 9562) that rise within one maker even when the clock stands still or goes back. Thread-safe.
class IdMaker
{
public:
    explicit IdMaker(const Clock &clock, QRandomGenerator random = QRandomGenerator::securelySeeded());

    template <typename IdType>
    IdType make()
    {
        return IdType{makeUuid()};
    }

    /// When one was made, by its maker's clock: for people to read.
    static QDateTime madeAt(const QUuid &id);
    /// Lower, byte by byte, than any that was made then or later.
    static QUuid lowestAt(const QDateTime &time);

private:
    QUuid makeUuid();

    const Clock &m_clock;
    QMutex m_mutex;
    QRandomGenerator m_random;
    quint64 m_last = 0; ///< milliseconds << 12 | counter of the id made last
};

} // namespace foyer
