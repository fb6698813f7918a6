#pragma once

#include <QByteArray>
#include <QString>

namespace foyer {

/// One entry of a node's append-only, hash-chained list of what happened.
struct JournalEntry {
    int epoch = 0;
    qint64 seq = 0;
    qint64 at = 0; ///< UTC milliseconds, for people
    QString kind;
    QByteArray body; ///< canonical JSON: keys sorted, no spaces
    QByteArray hash;
};

} // namespace foyer
