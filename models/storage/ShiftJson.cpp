#include "storage/ShiftJson.h"

#include "storage/Json.h"

#include <QJsonArray>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QJsonObject jsonOf(const ShiftReport::Till &till)
{
    return {{u"takenCount"_s, till.takenCount}, {u"taken"_s, till.taken.minor}, {u"givenCount"_s, till.givenCount},
        {u"given"_s, till.given.minor}};
}

QJsonObject jsonOf(const ShiftReport::Back &back)
{
    return {{u"times"_s, back.times}, {u"seats"_s, back.seats}, {u"amount"_s, back.amount.minor}};
}

qint64 utc(const QDateTime &at) { return at.toMSecsSinceEpoch(); }
QDateTime utcIn(const QJsonValue &value) { return QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC); }

/// Reads amounts of one currency.
struct Reader {
    Currency currency;

    Money money(const QJsonValue &value) const { return {value.toInteger(), currency}; }
    ShiftReport::Till till(const QJsonValue &json) const
    {
        return {json["takenCount"_L1].toInt(), money(json["taken"_L1]), json["givenCount"_L1].toInt(),
            money(json["given"_L1])};
    }
    ShiftReport::Back back(const QJsonValue &json) const
    {
        return {json["times"_L1].toInt(), json["seats"_L1].toInt(), money(json["amount"_L1])};
    }
    ShiftReport::NotSynced notSynced(const QJsonValue &json) const
    {
        ShiftReport::NotSynced waiting{
            json["entries"_L1].toInteger(), {}, json["sales"_L1].toInt(), money(json["amount"_L1]), {}};
        if (waiting.entries > 0)
            waiting.since = utcIn(json["since"_L1]);
        for (const QJsonValue each : json["first"_L1].toArray())
            waiting.first.append({each[0].toString(), money(each[1])});
        return waiting;
    }
};

QJsonObject jsonOf(const ShiftReport::NotSynced &waiting)
{
    QJsonArray first;
    for (const ShiftReport::Sale &sale : waiting.first)
        first.append(QJsonArray{sale.number, sale.total.minor});
    QJsonObject json{{u"entries"_s, waiting.entries}, {u"sales"_s, waiting.sales}, {u"amount"_s, waiting.amount.minor},
        {u"first"_s, first}};
    if (waiting.entries > 0)
        json.insert(u"since"_s, utc(waiting.since));
    return json;
}
} // namespace

QJsonObject jsonOf(const ShiftReport &report)
{
    QJsonArray taxes, moved, piles;
    for (const ShiftReport::Tax &tax : report.taxes)
        taxes.append(QJsonArray{tax.basisPoints, tax.gross.minor, tax.tax.minor});
    for (const DrawerMovement &movement : report.movements)
        moved.append(
            QJsonArray{movement.id.text(), utc(movement.at), movement.who.text(), movement.amount.minor, movement.why});
    for (const CashCount::Pile &pile : report.counted.piles)
        piles.append(QJsonArray{pile.each.minor, pile.count});
    QJsonObject json{{u"house"_s, jsonOf(report.house)}, {u"at"_s, utc(report.at)}, {u"sales"_s, report.sales},
        {u"seats"_s, report.seats}, {u"sold"_s, report.sold.minor}, {u"firstOrder"_s, report.firstOrder},
        {u"lastOrder"_s, report.lastOrder}, {u"freeSeats"_s, report.freeSeats}, {u"refunds"_s, jsonOf(report.refunds)},
        {u"voids"_s, jsonOf(report.voids)}, {u"taxes"_s, taxes}, {u"moved"_s, moved}, {u"piles"_s, piles}};
    if (const auto &tenders = report.tenders) {
        json.insert(u"cash"_s, jsonOf(tenders->cash));
        json.insert(u"card"_s, jsonOf(tenders->card));
        json.insert(u"claims"_s, tenders->claims);
        json.insert(u"claimsPaid"_s, tenders->claimsPaid.minor);
        json.insert(u"unspent"_s, tenders->unspent.minor);
    }
    if (report.notSynced)
        json.insert(u"notSynced"_s, jsonOf(*report.notSynced));
    return json;
}

ShiftReport shiftReportFromJson(const QJsonObject &json, const Shift &shift)
{
    const Reader read{shift.opening.currency};
    ShiftReport report{.shift = shift,
        .house = settingsFromJson(json["house"_L1].toObject()),
        .at = utcIn(json["at"_L1]),
        .sales = json["sales"_L1].toInt(),
        .seats = json["seats"_L1].toInt(),
        .sold = read.money(json["sold"_L1]),
        .firstOrder = json["firstOrder"_L1].toString(),
        .lastOrder = json["lastOrder"_L1].toString(),
        .freeSeats = json["freeSeats"_L1].toInt(),
        .refunds = read.back(json["refunds"_L1]),
        .voids = read.back(json["voids"_L1])};
    for (const QJsonValue each : json["taxes"_L1].toArray())
        report.taxes.append({each[0].toInt(), read.money(each[1]), read.money(each[2])});
    for (const QJsonValue each : json["moved"_L1].toArray())
        report.movements.append({{QUuid(each[0].toString())}, utcIn(each[1]), {QUuid(each[2].toString())}, {},
            read.money(each[3]), each[4].toString()});
    report.counted.sum = shift.end->counted;
    for (const QJsonValue each : json["piles"_L1].toArray())
        report.counted.piles.append({read.money(each[0]), each[1].toInt()});
    report.tenders = {read.till(json["cash"_L1]), read.till(json["card"_L1]), json["claims"_L1].toInt(),
        read.money(json["claimsPaid"_L1]), read.money(json["unspent"_L1]), shift.end->expected};
    if (json.contains("notSynced"_L1))
        report.notSynced = read.notSynced(json["notSynced"_L1]);
    return report;
}

} // namespace foyer
