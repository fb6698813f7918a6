#include "devices/TenderMemory.h"

#include <QFile>
#include <unistd.h>

namespace foyer {

namespace {
std::optional<DeviceAnswer> finalAnswer(int number)
{
    for (const DeviceAnswer answer : {DeviceAnswer::Approved, DeviceAnswer::Declined, DeviceAnswer::Cancelled})
        if (number == int(answer))
            return answer;
    return std::nullopt;
}

std::optional<TenderDirection> directionFrom(int number)
{
    for (const TenderDirection direction : {TenderDirection::In, TenderDirection::Out})
        if (number == int(direction))
            return direction;
    return std::nullopt;
}
} // namespace

TenderMemory::TenderMemory(QString file) : m_file(std::move(file)) { m_failed = !load(); }

std::optional<DeviceAnswer> TenderMemory::outcomeOf(TenderId tender) const
{
    const auto found = m_entries.find(tender);
    return found == m_entries.end() ? std::nullopt : std::optional(found->outcome);
}

bool TenderMemory::remember(const Tender &tender, DeviceAnswer outcome)
{
    FOYER_REQUIRE(outcome != DeviceAnswer::Unknown && !m_entries.contains(tender.id));
    if (m_failed)
        return false;
    const QByteArray line = tender.id.text().toLatin1() + ' ' + QByteArray::number(int(tender.direction)) + ' ' +
                            QByteArray::number(tender.amount.minor) + ' ' + tender.amount.currency.text().toLatin1() +
                            ' ' + QByteArray::number(int(outcome)) + '\n';
    QFile file(m_file);
    m_failed = !file.open(QIODevice::Append) || file.write(line) != line.size() || !file.flush() ||
               ::fsync(file.handle()) != 0;
    if (!m_failed)
        m_entries.insert(tender.id, {tender.direction, tender.amount, outcome});
    return !m_failed;
}

Money TenderMemory::sum(TenderDirection direction, Currency currency) const
{
    Money sum{0, currency};
    for (const Entry &entry : m_entries)
        if (entry.outcome == DeviceAnswer::Approved && entry.direction == direction &&
            entry.amount.currency == currency)
            sum += entry.amount;
    return sum;
}

bool TenderMemory::load()
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    QByteArray all = file.readAll();
    const qsizetype whole = all.lastIndexOf('\n') + 1;
    if (whole != all.size() && !file.resize(whole))
        return false;
    all.truncate(whole);
    const QList<QByteArray> lines = all.split('\n');
    return std::all_of(lines.begin(), lines.end() - 1, [this](const QByteArray &line) { return read(line); });
}

bool TenderMemory::read(const QByteArray &line)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != 5)
        return false;
    const TenderId id{QUuid::fromString(QString::fromLatin1(words[0]))};
    const auto direction = directionFrom(words[1].toInt());
    bool isNumber = false;
    const qint64 minor = words[2].toLongLong(&isNumber);
    const auto currency = Currency::fromCode(QString::fromLatin1(words[3]));
    const auto outcome = finalAnswer(words[4].toInt());
    if (id.isNull() || !direction || !isNumber || !currency || !outcome)
        return false;
    m_entries.insert(id, {*direction, {minor, *currency}, *outcome});
    return true;
}

} // namespace foyer
