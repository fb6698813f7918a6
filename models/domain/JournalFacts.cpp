#include "domain/JournalFacts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QJsonObject bodyOf(const JournalEntry &entry) { return QJsonDocument::fromJson(entry.body).object(); }

/// An order without a name is none: two of them would be taken for the same.
OrderFact named(OrderFact fact) { return fact.order.isNull() ? OrderFact() : fact; }

/// From the array's elements [.., seat at `at`, .., incarnation, number].
QList<PlacedRight> rightsIn(const QJsonObject &body, const QJsonArray &array, int seatAt, int fenceAt)
{
    QList<PlacedRight> rights;
    for (const QJsonValue each : array) {
        const QJsonArray parts = each.toArray();
        if (parts.size() >= fenceAt + 2)
            rights.append({{body["performance"_L1].toInteger()}, SeatIndex(parts[seatAt].toInt(-1)),
                {parts[fenceAt].toInt(), parts[fenceAt + 1].toInteger()}});
    }
    return rights;
}
} // namespace

OrderFact soldIn(const JournalEntry &entry)
{
    if (entry.kind != "sold"_L1)
        return {};
    const QJsonObject body = bodyOf(entry);
    return named({OrderId{QUuid(body["order"_L1].toString())}, rightsIn(body, body["tickets"_L1].toArray(), 1, 3)});
}

OrderFact refundedIn(const JournalEntry &entry)
{
    if (entry.kind != "refunded"_L1)
        return {};
    const QJsonObject body = bodyOf(entry);
    return named({OrderId{QUuid(body["order"_L1].toString())}, rightsIn(body, body["rights"_L1].toArray(), 0, 1)});
}

QList<PlacedRight> returnedIn(const JournalEntry &entry)
{
    if (entry.kind != "rightsReturned"_L1 && entry.kind != "rightsUnknown"_L1)
        return {};
    const QJsonObject body = bodyOf(entry);
    return rightsIn(body, body["rights"_L1].toArray(), 0, 1);
}

UseFact useIn(const JournalEntry &entry)
{
    const bool isHeld = entry.kind == "held"_L1;
    const bool isOfOneDate = isHeld || entry.kind == "released"_L1 || entry.kind == "lapsed"_L1;
    UseFact fact{isHeld, {}};
    if (isOfOneDate) {
        const QJsonObject body = bodyOf(entry);
        for (const QJsonValue each : body["seats"_L1].toArray())
            fact.seats.append({{body["performance"_L1].toInteger()},
                SeatIndex(each.isArray() ? each.toArray().first().toInt(-1) : each.toInt(-1))});
    } else if (entry.kind == "rightsTaken"_L1) {
        const QJsonObject body = bodyOf(entry);
        for (const PlacedRight &right : rightsIn(body, body["rights"_L1].toArray(), 0, 1))
            fact.seats.append({right.performance, right.seat});
    } else if (entry.kind == "rightsSentAgain"_L1) {
        for (const QJsonValue each : bodyOf(entry)["rights"_L1].toArray())
            fact.seats.append({{each.toArray().at(0).toInteger()}, SeatIndex(each.toArray().at(1).toInt(-1))});
    }
    return fact;
}

RequestId answeredIn(const JournalEntry &entry)
{
    return entry.kind == "rightsTaken"_L1 ? RequestId{QUuid(bodyOf(entry)["request"_L1].toString())} : RequestId();
}

bool isClosing(const JournalEntry &entry) { return entry.kind == "epochClosed"_L1; }

} // namespace foyer
