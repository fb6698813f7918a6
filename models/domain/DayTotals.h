#pragma once

#include "domain/Money.h"

#include <QDate>

namespace foyer {

/// What one business day brought, as staff count it in the evening.
struct DayTotals {
    struct Till {
        Money taken, given; ///< from and to customers
    };
    QDate day;
    int orders = 0, seats = 0; ///< sold, whether refunded since or not
    Money sold, refunded;
    Till cash, card;
};

} // namespace foyer
