#include "domain/IdMaker.h"

#include <QtEndian>

namespace foyer {

IdMaker::IdMaker(const Clock &clock, QRandomGenerator random) : m_clock(clock), m_random(random) {}

QUuid IdMaker::makeUuid()
{
    const QMutexLocker lock(&m_mutex);
    const quint64 now = quint64(m_clock.utc().toMSecsSinceEpoch()) << 12;
    m_last = std::max(m_last + 1, now);

    std::array<uchar, 16> bytes;
    qToBigEndian(m_last >> 12 << 16 | 0x7000 | (m_last & 0x0FFF), bytes.data());
    qToBigEndian((m_random.generate64() >> 2) | (quint64(0b10) << 62), bytes.data() + 8);
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), bytes.size()));
}

QDateTime IdMaker::madeAt(const QUuid &id)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(qFromBigEndian<quint64>(id.toRfc4122().constData()) >> 16), Qt::UTC);
}

QUuid IdMaker::lowestAt(const QDateTime &time)
{
    std::array<uchar, 16> bytes{};
    qToBigEndian(quint64(time.toMSecsSinceEpoch()) << 16, bytes.data());
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), bytes.size()));
}

} // namespace foyer
