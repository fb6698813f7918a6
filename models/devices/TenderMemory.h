#pragma once

#include "domain/Tender.h"

#include <QHash>
#include <QString>

namespace foyer {

/// What a simulated device remembers of every tender, as a real terminal does: its final answer, durable before it is
/// said. One line a tender, only appended. A last line cut short by a crash never happened and is dropped.
class TenderMemory
{
public:
    /// Reads `file`, which is made when missing. One that can't be read or holds a strange line makes the memory fail.
    explicit TenderMemory(QString file);

    std::optional<DeviceAnswer> outcomeOf(TenderId tender) const;
    /// False, and false from then on, when it couldn't be made durable: then nothing may be done because of it.
    [[nodiscard]] bool remember(const Tender &tender, DeviceAnswer outcome);
    bool failed() const { return m_failed; }

    /// The approved amounts of one currency.
    Money sum(TenderDirection direction, Currency currency) const;

private:
    struct Entry {
        TenderDirection direction;
        Money amount;
        DeviceAnswer outcome;
    };
    bool load();
    bool read(const QByteArray &line);

    QString m_file;
    QHash<TenderId, Entry> m_entries;
    bool m_failed = false;
};

} // namespace foyer
