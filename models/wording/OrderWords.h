#pragma once

#include "domain/FoundOrders.h"
#include "wording/Wording.h"

namespace foyer {

/// What staff read of an order that was found: who wants to be found by it, and what was done with it.
class OrderWords
{
public:
    explicit OrderWords(const QTimeZone &zone) : m_zone(zone) {}

    static QString who(const QString &name, const QString &lastDigits, bool isMembers); ///< "김수현 · 0007"
    QString event(const OrderEvent &event, const Order &order) const; ///< "Wed 25 Nov, 14:02 · refunded ₩44,000 · Lee"

private:
    static QString what(const OrderEvent &event, const Wording &words, Currency currency);
    static QString tr(const char *source);

    QTimeZone m_zone;
};

} // namespace foyer
