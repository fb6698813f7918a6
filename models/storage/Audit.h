#pragma once

#include "domain/Result.h"

#include <functional>

namespace foyer {

class Connection;

/// A promise that the rows or the journal break.
struct AuditViolation {
    QString rule; ///< "seat-sold-twice"
    QString id;   ///< of the row, the entry, or "performance/seat"
    QString words;
};

struct AuditCount {
    QString name; ///< "sales"
    qint64 value = 0;
};

struct AuditReport {
    QList<AuditCount> counts;         ///< what was walked, and what waits for somebody without being wrong
    QList<AuditViolation> violations; ///< the first thousand
    qint64 violationCount = 0;
    bool finished = false; ///< false: cancelled, so that no violation means nothing

    qint64 count(QStringView name) const;
    bool clean() const { return finished && violationCount == 0; }
    void violate(const QString &rule, const QString &id, const QString &words);
};

/// Called between the steps and now and then within the journal; false cancels.
using AuditProgress = std::function<bool(const QString &step, qint64 rows)>;

/// Re-walks everything on one consistent snapshot, also beside a program that sells, and changes nothing: the journal's
/// chain, every seat's life as the journal tells it, the ledger, and the rules between tables. Rows are streamed;
/// what is kept is a few bytes for every seat that was ever held, and at a hub an id for each that was sold. What a
/// killed program left (holds, open tenders, a guest's money) waits for the next start and is counted, not called
/// wrong.
Result<AuditReport> audit(Connection &db, const AuditProgress &progress = {});

} // namespace foyer
