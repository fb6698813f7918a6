#pragma once

#include "domain/DayTotals.h"

#include <QDateTime>

namespace foyer {

class Connection;

/// Sums over a span of time, read from sales and ledger. Calls throw StorageFailure.
class DayStore
{
public:
    explicit DayStore(Connection &db) : m_db(db) {}

    DayTotals totals(const QDateTime &from, const QDateTime &to, const Currency &currency) const; ///< without `day`

private:
    Connection &m_db;
};

} // namespace foyer
