#include "protocol/MessageJson.h"

#include "domain/EnumName.h"
#include "domain/Limits.h"
#include "protocol/MessageFields.h"

#include <QJsonDocument>

namespace foyer {

using namespace Qt::StringLiterals;
using namespace field;

namespace {

EpochWord word(const JsonCursor &at)
{
    for (const EpochWord each : {EpochWord::Goes, EpochWord::Over, EpochWord::Forked})
        if (nameOf(each) == at.text())
            return each;
    at.refuse(InputFault::WrongType);
    return EpochWord::Over;
}

JournalEntry entry(const JsonCursor &at, int epoch)
{
    const JsonCursor seq = at.member(u"seq"), when = at.member(u"at"), kind = at.member(u"kind");
    const JsonCursor body = at.member(u"body"), hash = at.member(u"hash");
    const QByteArray json = bytes(body);
    if (!json.isValidUtf8()) // which is no entry of anybody's: kept as text it would be another
        body.refuse(InputFault::WrongType);
    return {epoch, whole(seq, 1), whole(when, -wholeMax), kind.text(), json, bytes(hash, hashBytes)};
}
} // namespace

QJsonArray jsonOf(const QList<PlacedRight> &rights)
{
    QJsonArray array;
    for (const PlacedRight &right : rights)
        array.append(
            QJsonArray{right.performance.value, indexOf(right.seat), right.fence.incarnation, right.fence.number});
    return array;
}

QJsonObject jsonOf(const AmountRight &right)
{
    return {{u"wallet"_s, right.wallet.text()},
        {u"member"_s, right.member ? QJsonValue(right.member->text()) : QJsonValue()},
        {u"amount"_s, right.amount.minor}, {u"currency"_s, right.amount.currency.text()},
        {u"incarnation"_s, right.fence.incarnation}, {u"number"_s, right.fence.number}};
}

QJsonObject jsonOf(EpochId epoch) { return {{u"node"_s, epoch.node.text()}, {u"epoch"_s, epoch.number}}; }

QJsonObject jsonOf(const EnrolmentRequest &request)
{
    QJsonObject json = jsonOf(request.present);
    json.insert(u"code"_s, textOf(request.code));
    return json;
}

template <>
Result<EnrolmentRequest> fromJson(const QJsonObject &json)
{
    return reading<EnrolmentRequest>(json, [](const JsonCursor &at) {
        const JsonCursor node = at.member(u"node"), epoch = at.member(u"epoch"), code = at.member(u"code");
        return EnrolmentRequest{{id<NodeId>(node), small(epoch, 1)}, bytes(code, codeBytes)};
    });
}

QJsonObject jsonOf(const Enrolment &enrolment)
{
    return {
        {u"epoch"_s, enrolment.epoch}, {u"incarnation"_s, enrolment.incarnation}, {u"code"_s, textOf(enrolment.code)}};
}

template <>
Result<Enrolment> fromJson(const QJsonObject &json)
{
    return reading<Enrolment>(json, [](const JsonCursor &at) {
        const JsonCursor epoch = at.member(u"epoch"), incarnation = at.member(u"incarnation");
        return Enrolment{small(epoch, 1), small(incarnation, 1), bytes(at.member(u"code"), codeBytes)};
    });
}

QJsonObject jsonOf(const Challenge &challenge)
{
    QJsonArray earlier;
    for (const Challenge::Earlier &each : challenge.earlier)
        earlier.append(QJsonArray{each.epoch, each.position});
    return {{u"nonce"_s, textOf(challenge.nonce)}, {u"incarnation"_s, challenge.incarnation},
        {u"position"_s, challenge.position}, {u"earlier"_s, earlier}};
}

template <>
Result<Challenge> fromJson(const QJsonObject &json)
{
    return reading<Challenge>(json, [](const JsonCursor &at) {
        const JsonCursor nonce = at.member(u"nonce"), incarnation = at.member(u"incarnation");
        const JsonCursor position = at.member(u"position"), earlier = at.member(u"earlier");
        Challenge challenge{bytes(nonce, codeBytes), small(incarnation, 1), whole(position), {}};
        earlier.forEach([&](const JsonCursor &each) {
            const QList<qint64> n = numbers(each, 2);
            if (n[0] < 1 || n[0] > std::numeric_limits<int>::max())
                each.refuse(InputFault::WrongType);
            challenge.earlier.append({int(n[0]), n[1]});
        });
        return challenge;
    });
}

QJsonObject jsonOf(const RightsReport &report)
{
    return {{u"nonce"_s, textOf(report.nonce)}, {u"incarnation"_s, report.incarnation},
        {u"position"_s, report.position}, {u"hash"_s, textOf(report.hash)}, {u"rights"_s, jsonOf(report.rights)}};
}

template <>
Result<RightsReport> fromJson(const QJsonObject &json)
{
    return reading<RightsReport>(json, [](const JsonCursor &at) {
        const JsonCursor nonce = at.member(u"nonce"), hash = at.member(u"hash"), held = at.member(u"rights");
        const JsonCursor incarnation = at.member(u"incarnation"), position = at.member(u"position");
        return RightsReport{
            bytes(nonce, codeBytes), small(incarnation, 1), whole(position), bytes(hash, hashBytes), rights(held)};
    });
}

QJsonObject jsonOf(const Comparison &comparison)
{
    return {{u"sentAgain"_s, jsonOf(comparison.sentAgain)}, {u"unknown"_s, jsonOf(comparison.unknown)},
        {u"plans"_s, plansOf(comparison.plans)}};
}

QJsonObject jsonOf(const Push &push)
{
    QJsonArray entries;
    for (const JournalEntry &each : push.entries)
        entries.append(QJsonObject{{u"seq"_s, each.seq}, {u"at"_s, each.at}, {u"kind"_s, each.kind},
            {u"body"_s, textOf(each.body)}, {u"hash"_s, textOf(each.hash)}});
    return {{u"epoch"_s, push.epoch}, {u"after"_s, push.after}, {u"previous"_s, textOf(push.previous)},
        {u"entries"_s, entries}};
}

template <>
Result<Push> fromJson(const QJsonObject &json)
{
    return reading<Push>(json, [](const JsonCursor &at) {
        const JsonCursor epoch = at.member(u"epoch"), after = at.member(u"after"), previous = at.member(u"previous");
        Push push{small(epoch, 1), whole(after), bytes(previous, hashBytes), {}};
        const JsonCursor entries = at.member(u"entries");
        entries.forEach([&](const JsonCursor &each) {
            if (push.entries.size() == limits::pushEntries)
                each.refuse(InputFault::TooLarge);
            push.entries.append(entry(each, push.epoch));
        });
        return push;
    });
}

QJsonObject jsonOf(const Acknowledged &acknowledged)
{
    QJsonObject json{{u"epoch"_s, acknowledged.epoch}, {u"word"_s, nameOf(acknowledged.word)},
        {u"position"_s, acknowledged.position}};
    if (acknowledged.comparison)
        json.insert(u"comparison"_s, jsonOf(*acknowledged.comparison));
    return json;
}

template <>
Result<Acknowledged> fromJson(const QJsonObject &json)
{
    return reading<Acknowledged>(json, [](const JsonCursor &at) {
        const JsonCursor said = at.member(u"word"), position = at.member(u"position"), epoch = at.member(u"epoch");
        Acknowledged acknowledged{word(said), whole(position), {}, small(epoch, 1)};
        if (const JsonCursor comparison = at.member(u"comparison"); comparison.isGiven()) {
            const JsonCursor again = comparison.member(u"sentAgain"), unknown = comparison.member(u"unknown");
            const JsonCursor sentPlans = comparison.member(u"plans");
            acknowledged.comparison = Comparison{rights(again), rights(unknown), plans(sentPlans)};
        }
        return acknowledged;
    });
}

QJsonObject jsonOf(const RightsRequest &request)
{
    return {{u"id"_s, request.id.text()}, {u"performance"_s, request.performance.value},
        {u"seats"_s, seatsOf(request.seats)}, {u"plan"_s, textOf(request.plan)}};
}

template <>
Result<RightsRequest> fromJson(const QJsonObject &json)
{
    return reading<RightsRequest>(json, [](const JsonCursor &at) {
        const JsonCursor name = at.member(u"id"), performance = at.member(u"performance"), asked = at.member(u"seats");
        return RightsRequest{
            id<RequestId>(name), {whole(performance)}, seats(asked), bytes(at.member(u"plan"), hashBytes)};
    });
}

QJsonObject jsonOf(const RightsAnswer &answer)
{
    QJsonArray given;
    for (const SeatRight &right : answer.given)
        given.append(QJsonArray{indexOf(right.seat), right.fence.incarnation, right.fence.number});
    return {{u"id"_s, answer.id.text()}, {u"epoch"_s, answer.epoch}, {u"given"_s, given},
        {u"refused"_s, seatsOf(answer.refused)}};
}

template <>
Result<RightsAnswer> fromJson(const QJsonObject &json)
{
    return reading<RightsAnswer>(json, [](const JsonCursor &at) {
        const JsonCursor name = at.member(u"id"), given = at.member(u"given"), refused = at.member(u"refused");
        RightsAnswer answer{id<RequestId>(name), {}, seats(refused), small(at.member(u"epoch"), 1)};
        given.forEach([&](const JsonCursor &each) {
            const QList<qint64> n = numbers(each, 3);
            if (n[0] >= limits::seatsInPlanMax || n[1] > std::numeric_limits<qint32>::max())
                each.refuse(InputFault::WrongType);
            answer.given.append({SeatIndex(qint32(n[0])), {qint32(n[1]), n[2]}});
        });
        return answer;
    });
}

} // namespace foyer
