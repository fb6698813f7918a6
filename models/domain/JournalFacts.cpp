#include "domain/JournalFacts.h"

#include "domain/EnumName.h"
#include "domain/Limits.h"

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

MoneyFact moneyIn(const JournalEntry &entry)
{
    using Kind = MoneyFact::Kind;
    static const QHash<QString, Kind> kinds{{u"toppedUp"_s, Kind::ToppedUp}, {u"sold"_s, Kind::Sold},
        {u"refunded"_s, Kind::Refunded}, {u"payingOut"_s, Kind::SetAside}, {u"paidOut"_s, Kind::PaidOut},
        {u"payOutFailed"_s, Kind::PayOutFailed}, {u"amountTaken"_s, Kind::Taken},
        {u"amountReturned"_s, Kind::Returned}};
    MoneyFact fact{.kind = kinds.value(entry.kind, Kind::None)};
    if (fact.kind == Kind::None)
        return {};
    const QJsonObject body = bodyOf(entry);
    const bool isOfOrder = fact.kind == Kind::Sold || fact.kind == Kind::Refunded;
    fact.wallet = {QUuid(body["wallet"_L1].toString())};
    fact.amount = body[isOfOrder ? "total"_L1 : "amount"_L1].toInteger();
    fact.cause = QUuid(body[isOfOrder ? "order"_L1 : "tender"_L1].toString()).toRfc4122();
    fact.tender = body["kind"_L1] == nameOf(TenderKind::Card) ? TenderKind::Card : TenderKind::Cash;
    fact.fence = {body["incarnation"_L1].toInt(), body["number"_L1].toInteger()};
    const bool isAmount = fact.amount > 0 && fact.amount <= limits::moneyMax;
    return isAmount && !fact.wallet.isNull() ? fact : MoneyFact();
}

ClaimFact claimIn(const JournalEntry &entry)
{
    const bool isPaid = entry.kind == "claimPaying"_L1;
    if (entry.kind != "claimMade"_L1 && entry.kind != "claimForStaff"_L1 && !isPaid)
        return {};
    const QJsonObject body = bodyOf(entry);
    return {{QUuid(body["wallet"_L1].toString())}, QByteArray::fromHex(body["code"_L1].toString().toLatin1()), isPaid};
}

MemberFact memberIn(const JournalEntry &entry)
{
    if (entry.kind != "registered"_L1)
        return {};
    const QJsonObject body = bodyOf(entry);
    const MemberFact fact{{QUuid(body["member"_L1].toString())}, {QUuid(body["wallet"_L1].toString())},
        QByteArray::fromHex(body["phone"_L1].toString().toLatin1()), body["lastDigits"_L1].toString()};
    return fact.wallet.isNull() || fact.phone.isEmpty() ? MemberFact() : fact;
}

WalletId visitIn(const JournalEntry &entry)
{
    if (entry.kind != "token"_L1)
        return {};
    const QJsonObject body = bodyOf(entry);
    return body["member"_L1].isString() ? WalletId{QUuid(body["wallet"_L1].toString())} : WalletId();
}

TokenFact tokensIn(const JournalEntry &entry)
{
    using Kind = TokenFact::Kind;
    static const QHash<QString, Kind> kinds{{u"admitted"_s, Kind::Admitted}, {u"passedOver"_s, Kind::Passed},
        {u"returned"_s, Kind::Returned}, {u"left"_s, Kind::Ended}, {u"expired"_s, Kind::Ended},
        {u"sold"_s, Kind::Ended}};
    TokenFact fact{kinds.value(entry.kind, Kind::None), {}, entry.kind == "sold"_L1};
    if (fact.kind == Kind::None)
        return fact;
    const QJsonObject body = bodyOf(entry);
    QJsonArray tokens = body["tokens"_L1].toArray();
    if (fact.kind != Kind::Admitted)
        tokens = {body["token"_L1]};
    for (const QJsonValue token : tokens)
        fact.tokens.append({QUuid(token.toString())});
    return fact;
}

bool isClosing(const JournalEntry &entry) { return entry.kind == "epochClosed"_L1; }

} // namespace foyer
