#include "domain/Denominations.h"

#include <QHash>

namespace foyer {

using namespace Qt::StringLiterals;

QList<Money> denominationsOf(Currency currency)
{
    // in minor units
    static const QHash<QString, QList<qint64>> known{
        {u"KRW"_s, {50'000, 10'000, 5'000, 1'000, 500, 100, 50, 10}},
        {u"JPY"_s, {10'000, 5'000, 2'000, 1'000, 500, 100, 50, 10, 5, 1}},
        {u"VND"_s, {500'000, 200'000, 100'000, 50'000, 20'000, 10'000, 5'000, 2'000, 1'000}},
        {u"USD"_s, {100'00, 50'00, 20'00, 10'00, 5'00, 1'00, 25, 10, 5, 1}},
        {u"EUR"_s, {200'00, 100'00, 50'00, 20'00, 10'00, 5'00, 2'00, 1'00, 50, 20, 10, 5, 2, 1}},
        {u"GBP"_s, {50'00, 20'00, 10'00, 5'00, 2'00, 1'00, 50, 20, 10, 5, 2, 1}},
        {u"CHF"_s, {200'00, 100'00, 50'00, 20'00, 10'00, 5'00, 2'00, 1'00, 50, 20, 10, 5}},
    };
    QList<Money> values;
    for (const qint64 minor : known.value(currency.text()))
        values.append({minor, currency});
    return values;
}

} // namespace foyer
