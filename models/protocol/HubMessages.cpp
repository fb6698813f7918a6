#include "protocol/HubMessages.h"

#include "domain/EnumName.h"
#include "protocol/HouseMessages.h"
#include "protocol/MessageFields.h"

namespace foyer {

using namespace Qt::StringLiterals;
using namespace field;

namespace {
constexpr qsizetype sealedKeyBytes = 80; // 32 in a sealed box

NodeKind kind(const JsonCursor &at)
{
    for (const NodeKind each : {NodeKind::Kiosk, NodeKind::Desk})
        if (nameOf(each) == at.text())
            return each;
    at.refuse(InputFault::WrongType);
    return NodeKind::Kiosk;
}

SeatNews seatNews(const JsonCursor &at)
{
    QList<qint64> n;
    at.forEach([&](const JsonCursor &each) { n.append(whole(each)); });
    const bool isWhole = n.size() == 3 || n.size() == 5; // with the fence of one's own
    if (!isWhole || n[1] >= limits::seatsInPlanMax || n[2] > int(SeatState::Quarantined)) {
        at.refuse(InputFault::WrongType);
        return {};
    }
    SeatNews news{{n[0]}, SeatIndex(qint32(n[1])), SeatState(n[2]), {}};
    if (n.size() == 5)
        news.yours = Fence{qint32(n[3]), n[4]};
    return news;
}

template <typename Enum>
std::optional<Enum> named(const QString &name, Enum last)
{
    for (int i = 0; i <= int(last); ++i)
        if (nameOf(Enum(i)) == name)
            return Enum(i);
    return std::nullopt;
}
} // namespace

QJsonObject jsonOf(const EnrolWish &wish) { return {{u"code"_s, wish.code}, {u"wish"_s, jsonOf(wish.wish)}}; }

template <>
Result<EnrolWish> fromJson(const QJsonObject &json)
{
    FOYER_TRY(wish, fromJson<EnrolmentRequest>(json[u"wish"].toObject()));
    return reading<EnrolWish>(json, [&wish](const JsonCursor &at) {
        const JsonCursor code = at.member(u"code");
        return EnrolWish{code.text(), wish};
    });
}

QJsonObject jsonOf(const Enrolled &enrolled)
{
    return {{u"enrolment"_s, jsonOf(enrolled.enrolment)}, {u"hub"_s, enrolled.hub.text()}, {u"name"_s, enrolled.name},
        {u"kind"_s, nameOf(enrolled.kind)}, {u"houseKey"_s, textOf(enrolled.houseKey)}, {u"lane"_s, enrolled.lane}};
}

template <>
Result<Enrolled> fromJson(const QJsonObject &json)
{
    FOYER_TRY(enrolment, fromJson<Enrolment>(json[u"enrolment"].toObject()));
    return reading<Enrolled>(json, [&enrolment](const JsonCursor &at) {
        const JsonCursor hub = at.member(u"hub"), name = at.member(u"name"), what = at.member(u"kind");
        const JsonCursor key = at.member(u"houseKey"), lane = at.member(u"lane");
        return Enrolled{enrolment, id<NodeId>(hub), name.text(), kind(what), bytes(key, sealedKeyBytes), lane.text()};
    });
}

QJsonObject jsonOf(const HubNews &news)
{
    QJsonArray seats;
    for (const SeatNews &each : news.seats) {
        QJsonArray seat{each.performance.value, indexOf(each.seat), int(each.state)};
        if (each.yours) {
            seat.append(each.yours->incarnation);
            seat.append(each.yours->number);
        }
        seats.append(seat);
    }
    QJsonArray recalls;
    for (auto it = news.recalls.begin(); it != news.recalls.end(); ++it)
        for (const SeatIndex seat : it.value())
            recalls.append(QJsonArray{it.key().value, indexOf(seat)});
    QJsonArray amounts;
    for (const AmountRight &each : news.amounts)
        amounts.append(jsonOf(each));
    QJsonArray places;
    for (const HousePlace &each : news.places)
        places.append(jsonOf(each));
    QJsonArray refunded;
    for (const RefundNews &each : news.refunded)
        refunded.append(QJsonObject{
            {u"order"_s, each.order.text()}, {u"wallet"_s, each.paidTo.text()}, {u"seats"_s, seatsOf(each.seats)}});
    return {{u"incarnation"_s, news.incarnation}, {u"change"_s, news.change}, {u"catalogue"_s, news.catalogue},
        {u"more"_s, news.more}, {u"seats"_s, seats}, {u"plans"_s, plansOf(news.plans)}, {u"recalls"_s, recalls},
        {u"amounts"_s, amounts}, {u"places"_s, places}, {u"refunded"_s, refunded}};
}

template <>
Result<HubNews> fromJson(const QJsonObject &json)
{
    return reading<HubNews>(json, [](const JsonCursor &at) {
        const JsonCursor incarnation = at.member(u"incarnation"), change = at.member(u"change");
        const JsonCursor catalogue = at.member(u"catalogue"), more = at.member(u"more"), seats = at.member(u"seats");
        HubNews news{small(incarnation, 1), whole(change), whole(catalogue), more.flag(), {}, {}, {}, {}, {}, {}};
        seats.forEach([&](const JsonCursor &each) { news.seats.append(seatNews(each)); });
        const JsonCursor named = at.member(u"plans"), recalls = at.member(u"recalls");
        news.plans = plans(named);
        recalls.forEach([&](const JsonCursor &each) {
            const QList<qint64> n = numbers(each, 2);
            if (n[1] >= limits::seatsInPlanMax)
                each.refuse(InputFault::WrongType);
            news.recalls[{n[0]}].append(SeatIndex(qint32(n[1])));
        });
        const JsonCursor amounts = at.member(u"amounts");
        amounts.forEach([&](const JsonCursor &each) { news.amounts.append(amountRight(each)); });
        const JsonCursor places = at.member(u"places");
        places.forEach([&](const JsonCursor &each) { news.places.append(housePlace(each)); });
        const JsonCursor refunded = at.member(u"refunded");
        refunded.forEach([&](const JsonCursor &each) {
            const JsonCursor order = each.member(u"order"), paidTo = each.member(u"wallet");
            const JsonCursor which = each.member(u"seats");
            news.refunded.append({id<OrderId>(order), id<WalletId>(paidTo), seatsIfGiven(which)});
        });
        return news;
    });
}

QJsonObject jsonOf(const HubCatalogue &catalogue)
{
    QJsonObject plans;
    for (auto it = catalogue.plans.begin(); it != catalogue.plans.end(); ++it)
        plans.insert(it.key(), textOf(it.value()));
    return {{u"version"_s, catalogue.version}, {u"season"_s, catalogue.season}, {u"plans"_s, plans}};
}

template <>
Result<HubCatalogue> fromJson(const QJsonObject &json)
{
    return reading<HubCatalogue>(json, [&json](const JsonCursor &at) {
        const JsonCursor version = at.member(u"version"), season = at.member(u"season"), plans = at.member(u"plans");
        HubCatalogue catalogue{whole(version), json[u"season"].toObject(), {}};
        if (!season.isObject())
            season.refuse(InputFault::WrongType);
        for (const QString &performance : plans.keys()) {
            const JsonCursor plan = plans.member(performance);
            catalogue.plans.insert(performance, bytes(plan, hashBytes));
        }
        return catalogue;
    });
}

QJsonObject jsonOf(const Refused &refused)
{
    QJsonObject json{{u"refusal"_s, nameOf(refused.why)}};
    if (!refused.seats.isEmpty())
        json.insert(u"seats"_s, seatsOf(refused.seats));
    if (refused.fault != InputFault::None)
        json.insert(u"fault"_s, nameOf(refused.fault));
    if (refused.triesLeft > 0)
        json.insert(u"triesLeft"_s, refused.triesLeft);
    if (refused.wait.count() > 0)
        json.insert(u"wait"_s, qint64(refused.wait.count()));
    if (!refused.place.isEmpty())
        json.insert(u"place"_s, refused.place);
    return json;
}

Refused refusedIn(const QJsonObject &json)
{
    Refused refused{.why = named(json[u"refusal"].toString(), Refusal::PerformanceHasSales).value_or(Refusal::BadInput),
        .triesLeft = json[u"triesLeft"].toInt(),
        .wait = std::chrono::seconds(json[u"wait"].toInteger()),
        .fault = named(json[u"fault"].toString(), InputFault::WindowReversed).value_or(InputFault::None),
        .place = json[u"place"].toString()};
    for (const QJsonValue seat : json[u"seats"].toArray())
        refused.seats.append(SeatIndex(seat.toInt()));
    return refused;
}

} // namespace foyer
