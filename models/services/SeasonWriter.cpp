#include "services/SeasonWriter.h"

#include <QJsonArray>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
void put(QJsonObject &json, const QString &key, const Text &text)
{
    QJsonObject words;
    for (auto it = text.byLanguage.begin(); it != text.byLanguage.end(); ++it)
        words.insert(it.key(), it.value());
    if (!words.isEmpty())
        json.insert(key, words);
}

void put(QJsonObject &json, const QString &key, const QDateTime &time)
{
    if (time.isValid())
        json.insert(key, time.toUTC().toString(Qt::ISODateWithMs));
}

QJsonObject fileOf(const HouseSettings &s)
{
    QJsonObject json{{u"timeZone"_s, QString::fromUtf8(s.timeZone)}, {u"currency"_s, s.currency.text()},
        {u"admissionLimit"_s, s.admissionLimit}, {u"holdSeconds"_s, qint64(s.holdTime.count())},
        {u"prolongSeconds"_s, qint64(s.prolongBy.count())}, {u"seatsPerOrder"_s, s.seatsPerOrder},
        {u"noSingleSeats"_s, s.noSingleSeats}, {u"noShowSeconds"_s, qint64(s.noShowAfter.count())},
        {u"businessDayStartsAt"_s, s.businessDayStartsAt},
        {u"sellAfterStartMinutes"_s,
            qint64(std::chrono::duration_cast<std::chrono::minutes>(s.sellAfterStart).count())},
        {u"cancelMinutes"_s,
            s.cancelBefore
                ? QJsonValue(qint64(std::chrono::duration_cast<std::chrono::minutes>(*s.cancelBefore).count()))
                : QJsonValue()},
        {u"walletMax"_s, s.walletMax.minor}, {u"topUpMin"_s, s.topUpMin.minor}, {u"taxBasisPoints"_s, s.taxBasisPoints},
        {u"seller"_s,
            QJsonObject{{u"name"_s, s.sellerName}, {u"address"_s, s.sellerAddress}, {u"number"_s, s.sellerNumber}}}};
    put(json, u"name"_s, s.name);
    return json;
}

QJsonObject fileOf(const House &house)
{
    QJsonObject json{{u"id"_s, house.id}, {u"plan"_s, house.planId}};
    put(json, u"name"_s, house.name);
    return json;
}

QJsonObject fileOf(const Show &show)
{
    QJsonObject json{{u"id"_s, show.id}, {u"minutes"_s, show.minutes}, {u"ageFrom"_s, show.ageFrom}};
    if (!show.color.isEmpty())
        json.insert(u"color"_s, show.color);
    put(json, u"title"_s, show.title);
    put(json, u"subtitle"_s, show.subtitle);
    put(json, u"description"_s, show.description);
    return json;
}

QJsonObject fileOf(const TicketType &type)
{
    QJsonObject json{{u"id"_s, type.id}};
    put(json, u"name"_s, type.name);
    put(json, u"proof"_s, type.proof);
    return json;
}

QJsonObject fileOf(const SeasonPerformance &performance)
{
    QJsonArray prices;
    for (const SeasonPerformance::Price &price : performance.prices)
        prices.append(
            QJsonObject{{u"category"_s, price.category}, {u"type"_s, price.type}, {u"amount"_s, price.amount.minor}});
    QJsonObject json{{u"id"_s, performance.id}, {u"show"_s, performance.show}, {u"house"_s, performance.house},
        {u"cancelled"_s, performance.state == PerformanceState::Cancelled}, {u"prices"_s, prices}};
    put(json, u"startsAt"_s, performance.startsAt);
    put(json, u"salesOpen"_s, performance.salesOpen);
    put(json, u"salesClose"_s, performance.salesClose);
    return json;
}

template <typename Entity>
QJsonArray filesOf(const QList<Entity> &entities)
{
    QJsonArray array;
    for (const Entity &entity : entities)
        array.append(fileOf(entity));
    return array;
}
} // namespace

QJsonObject seasonFile(const Season &season)
{
    return {{u"format"_s, u"foyer-season"_s}, {u"version"_s, 1}, {u"settings"_s, fileOf(season.settings)},
        {u"houses"_s, filesOf(season.houses)}, {u"shows"_s, filesOf(season.shows)},
        {u"ticketTypes"_s, filesOf(season.ticketTypes)}, {u"performances"_s, filesOf(season.performances)}};
}

} // namespace foyer
