#include "domain/JournalFacts.h"

#include "domain/EnumName.h"
#include "domain/Limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
/// What no plan has and no message carries is no seat.
std::optional<std::pair<PerformanceKey, SeatIndex>> placeIn(const QJsonValue &performance, const QJsonValue &seat)
{
    const qint64 key = performance.toInteger();
    const int index = seat.toInt(-1);
    if (key < 1 || index < 0 || index >= limits::seatsInPlanMax)
        return std::nullopt;
    return std::pair(PerformanceKey{key}, SeatIndex(index));
}

/// From [.., seat at `seatAt`, .., incarnation, number].
std::optional<PlacedRight> rightIn(const QJsonObject &body, const QJsonArray &parts, int seatAt, int fenceAt)
{
    const auto place = parts.size() >= fenceAt + 2 ? placeIn(body["performance"_L1], parts[seatAt]) : std::nullopt;
    const Fence fence{parts[fenceAt].toInt(), parts[fenceAt + 1].toInteger()};
    if (!place || fence.incarnation < 0 || fence.number < 0)
        return std::nullopt;
    return PlacedRight{place->first, place->second, fence};
}

QList<PlacedRight> rightsIn(const QJsonObject &body, const QJsonArray &array)
{
    QList<PlacedRight> rights;
    for (const QJsonValue each : array)
        if (const auto right = rightIn(body, each.toArray(), 0, 1))
            rights.append(*right);
    return rights;
}

qint64 asAmount(const QJsonValue &value) { return std::clamp<qint64>(value.toInteger(), 0, limits::moneyMax); }
} // namespace

const QJsonObject &JournalFacts::body() const
{
    if (!m_body)
        m_body = QJsonDocument::fromJson(m_entry.body).object();
    return *m_body;
}

/// An order without a name is none: two of them would be taken for the same.
OrderFact JournalFacts::order(QStringView kind, QStringView seats, int seatAt) const
{
    const OrderId id = is(kind) ? OrderId{QUuid(body()["order"_L1].toString())} : OrderId();
    if (id.isNull())
        return {};
    const int fenceAt = seatAt == 0 ? 1 : 3, priceAt = 2;
    const QJsonArray told = body()[seats].toArray();
    OrderFact fact{id, {}, {QUuid(body()["wallet"_L1].toString())}, {body()["performance"_L1].toInteger()},
        body()["total"_L1].toInteger(), {}};
    for (const QJsonValue each : told) {
        const QJsonArray parts = each.toArray();
        const auto right = rightIn(body(), parts, seatAt, fenceAt);
        if (!right)
            continue;
        fact.rights.append(*right);
        if (fenceAt > priceAt)
            fact.prices.append(parts[priceAt].toInteger());
    }
    return fact;
}

SaleFact JournalFacts::sale() const
{
    constexpr int least = 5, typeAt = 5, becauseAt = 6, categoryAt = 7;
    SaleFact fact{.order = sold().order};
    if (fact.order.isNull())
        return fact;
    const auto shortened = [](const QJsonValue &text) { return text.toString().left(limits::nameLengthMax); };
    fact.number = shortened(body()["number"_L1]);
    fact.wallet = {QUuid(body()["wallet"_L1].toString())};
    fact.performance = {body()["performance"_L1].toInteger()};
    fact.hold = {QUuid(body()["hold"_L1].toString())};
    fact.total = asAmount(body()["total"_L1]);
    if (body().contains("tax"_L1))
        fact.tax = std::min(asAmount(body()["tax"_L1]), fact.total);
    fact.soldBy = shortened(body()["name"_L1]);
    fact.staff = {QUuid(body()["staff"_L1].toString())};
    for (const QJsonValue each : body()["tickets"_L1].toArray())
        if (const QJsonArray parts = each.toArray(); parts.size() >= least)
            fact.tickets.append({{QUuid(parts[0].toString())}, SeatIndex(parts[1].toInt(-1)), parts[2].toInteger(),
                shortened(parts[typeAt]), shortened(parts[becauseAt]), shortened(parts[categoryAt])});
    return fact;
}

RefundNews JournalFacts::refundNews(QStringView kind) const
{
    if (!is(kind))
        return {};
    RefundNews news{{QUuid(body()["order"_L1].toString())}, {QUuid(body()["wallet"_L1].toString())}, {}};
    for (const QJsonValue seat : body()["seats"_L1].toArray())
        if (const auto place = placeIn(1, seat))
            news.seats.append(place->second);
    return news.paidTo.isNull() ? RefundNews() : news;
}

qint64 JournalFacts::refundsGivenUp() const
{
    return is(u"refundsGivenUp") ? std::min(body()["through"_L1].toInteger(), m_entry.seq) : 0;
}

QList<PlacedRight> JournalFacts::returned() const
{
    if (!is(u"rightsReturned") && !is(u"rightsUnknown") && !is(u"refundHeard"))
        return {};
    return rightsIn(body(), body()["rights"_L1].toArray());
}

UseFact JournalFacts::use() const
{
    const bool isHeld = m_entry.kind == "held"_L1;
    const bool isOfOneDate = isHeld || m_entry.kind == "released"_L1 || m_entry.kind == "lapsed"_L1;
    UseFact fact{isHeld, {}};
    const auto add = [&fact](const QJsonValue &performance, const QJsonValue &seat) {
        if (const auto place = placeIn(performance, seat))
            fact.seats.append(*place);
    };
    if (isOfOneDate) {
        for (const QJsonValue each : body()["seats"_L1].toArray())
            add(body()["performance"_L1], each.isArray() ? each.toArray().first() : each);
    } else if (m_entry.kind == "rightsTaken"_L1) {
        for (const PlacedRight &right : rightsIn(body(), body()["rights"_L1].toArray()))
            fact.seats.append({right.performance, right.seat});
    } else if (m_entry.kind == "rightsSentAgain"_L1) {
        for (const QJsonValue each : body()["rights"_L1].toArray())
            add(each.toArray().at(0), each.toArray().at(1));
    }
    return fact;
}

RequestId JournalFacts::answered() const
{
    return m_entry.kind == "rightsTaken"_L1 ? RequestId{QUuid(body()["request"_L1].toString())} : RequestId();
}

MoneyFact JournalFacts::money() const
{
    using Kind = MoneyFact::Kind;
    static const QHash<QString, Kind> kinds{{u"toppedUp"_s, Kind::ToppedUp}, {u"sold"_s, Kind::Sold},
        {u"refunded"_s, Kind::Refunded}, {u"payingOut"_s, Kind::SetAside}, {u"paidOut"_s, Kind::PaidOut},
        {u"payOutFailed"_s, Kind::PayOutFailed}, {u"amountTaken"_s, Kind::Taken}, {u"amountReturned"_s, Kind::Returned},
        {u"redeemed"_s, Kind::Redeemed}};
    MoneyFact fact{.kind = kinds.value(m_entry.kind, Kind::None)};
    if (fact.kind == Kind::None)
        return {};
    const bool isOfOrder = fact.kind == Kind::Sold || fact.kind == Kind::Refunded;
    fact.wallet = {QUuid(body()["wallet"_L1].toString())};
    fact.amount = body()[isOfOrder ? "total"_L1 : "amount"_L1].toInteger();
    fact.cause = QUuid(body()[isOfOrder ? "order"_L1 : "tender"_L1].toString()).toRfc4122();
    fact.tender = body()["kind"_L1] == nameOf(TenderKind::Card) ? TenderKind::Card : TenderKind::Cash;
    fact.hold = {QUuid(body()["hold"_L1].toString())};
    fact.fence = {body()["incarnation"_L1].toInt(), body()["number"_L1].toInteger()};
    fact.to = {QUuid(body()["to"_L1].toString())};
    const bool isAmount = fact.amount > 0 && fact.amount <= limits::moneyMax;
    const bool isWhole = fact.kind != Kind::Redeemed || (!fact.to.isNull() && fact.to != fact.wallet);
    return isAmount && isWhole && !fact.wallet.isNull() ? fact : MoneyFact();
}

ClaimFact JournalFacts::claim() const
{
    const bool isPaid = m_entry.kind == "claimPaying"_L1 || m_entry.kind == "redeemed"_L1;
    if (m_entry.kind != "claimMade"_L1 && m_entry.kind != "claimForStaff"_L1 && !isPaid)
        return {};
    return {
        {QUuid(body()["wallet"_L1].toString())}, QByteArray::fromHex(body()["code"_L1].toString().toLatin1()), isPaid};
}

MemberFact JournalFacts::member() const
{
    if (m_entry.kind != "registered"_L1)
        return {};
    const MemberFact fact{{QUuid(body()["member"_L1].toString())}, {QUuid(body()["wallet"_L1].toString())},
        QByteArray::fromHex(body()["phone"_L1].toString().toLatin1()), body()["lastDigits"_L1].toString()};
    return fact.wallet.isNull() || fact.phone.isEmpty() ? MemberFact() : fact;
}

WalletId JournalFacts::visit() const
{
    if (m_entry.kind != "token"_L1)
        return {};
    return body()["member"_L1].isString() ? WalletId{QUuid(body()["wallet"_L1].toString())} : WalletId();
}

TokenFact JournalFacts::tokens() const
{
    using Kind = TokenFact::Kind;
    static const QHash<QString, Kind> kinds{{u"admitted"_s, Kind::Admitted}, {u"passedOver"_s, Kind::Passed},
        {u"returned"_s, Kind::Returned}, {u"left"_s, Kind::Ended}, {u"expired"_s, Kind::Ended},
        {u"sold"_s, Kind::Ended}, {u"slip"_s, Kind::Away}, {u"slipBack"_s, Kind::Back},
        {u"tokenRenewed"_s, Kind::Back}};
    TokenFact fact{kinds.value(m_entry.kind, Kind::None), {}, m_entry.kind == "sold"_L1};
    if (fact.kind == Kind::None)
        return fact;
    QJsonArray tokens = body()["tokens"_L1].toArray();
    if (fact.kind != Kind::Admitted)
        tokens = {body()["token"_L1]};
    for (const QJsonValue token : tokens)
        fact.tokens.append({QUuid(token.toString())});
    return fact;
}

} // namespace foyer
