#include "domain/Figures.h"

#include <numeric>

namespace foyer {

FigureSpan spanOf(SpanChoice choice, const QDate &day)
{
    switch (choice) {
    case SpanChoice::Today: return {day, day};
    case SpanChoice::Yesterday: return {day.addDays(-1), day.addDays(-1)};
    case SpanChoice::ThisWeek: return {day.addDays(1 - day.dayOfWeek()), day};
    case SpanChoice::ThisMonth: return {day.addDays(1 - day.day()), day};
    case SpanChoice::Chosen: break;
    }
    FOYER_REQUIRE(false);
}

qint64 partOf(qint64 whole, qint64 amount, qint64 of)
{
    if (of == 0)
        return 0;
    FOYER_REQUIRE(whole >= 0 && amount >= 0 && of > 0);
    __extension__ using Wide = unsigned __int128; // a total times a tax may be beyond 2^63
    return qint64((2 * Wide(whole) * Wide(amount) + Wide(of)) / (2 * Wide(of)));
}

QList<qint64> cutUp(qint64 whole, const QList<qint64> &weights)
{
    const qint64 all = std::accumulate(weights.begin(), weights.end(), qint64(0));
    QList<qint64> parts;
    qint64 upTo = 0, given = 0;
    for (const qint64 weight : weights) {
        upTo += weight;
        const qint64 next = partOf(whole, upTo, all);
        parts.append(next - std::exchange(given, next));
    }
    return parts;
}

} // namespace foyer
