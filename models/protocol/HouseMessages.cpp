#include "protocol/HouseMessages.h"

#include "domain/EnumName.h"
#include "protocol/MessageFields.h"

namespace foyer {

using namespace Qt::StringLiterals;
using namespace field;

namespace {
TokenState tokenState(const JsonCursor &at)
{
    for (const TokenState each : {TokenState::Waiting, TokenState::Admitted, TokenState::Passed, TokenState::Ended})
        if (nameOf(each) == at.text())
            return each;
    at.refuse(InputFault::WrongType);
    return TokenState::Waiting;
}

template <typename IdType>
QJsonValue orNull(const std::optional<IdType> &id)
{
    return id ? QJsonValue(id->text()) : QJsonValue();
}
} // namespace

Member field::member(const JsonCursor &at)
{
    const JsonCursor own = at.member(u"id"), wallet = at.member(u"wallet"), phone = at.member(u"phone");
    const JsonCursor card = at.member(u"card"), digits = at.member(u"lastDigits");
    return {id<MemberId>(own), id<WalletId>(wallet), bytes(phone, hashBytes),
        card.isGiven() ? bytes(card, hashBytes) : QByteArray(), digits.text()};
}

HousePlace field::housePlace(const JsonCursor &at)
{
    const JsonCursor token = at.member(u"token"), day = at.member(u"day"), lane = at.member(u"lane");
    const JsonCursor number = at.member(u"number"), state = at.member(u"state"), ahead = at.member(u"ahead");
    const JsonCursor change = at.member(u"change"), wait = at.member(u"wait");
    HousePlace place{id<TokenId>(token), {QDate::fromString(day.text(), Qt::ISODate), lane.text(), small(number, 1)},
        tokenState(state), small(ahead), std::nullopt, whole(change)};
    if (!place.number.day.isValid())
        day.refuse(InputFault::BadDate);
    if (wait.isGiven()) {
        const QList<qint64> range = numbers(wait, 2);
        place.wait = WaitEstimate{std::chrono::seconds(range[0]), std::chrono::seconds(range[1])};
    }
    return place;
}

QJsonObject jsonOf(const SignInRequest &request)
{
    return {{u"subject"_s, textOf(request.subject)}, {u"card"_s, request.isCard}, {u"pin"_s, request.pin}};
}

template <>
Result<SignInRequest> fromJson(const QJsonObject &json)
{
    return reading<SignInRequest>(json, [](const JsonCursor &at) {
        const JsonCursor subject = at.member(u"subject"), card = at.member(u"card"), pin = at.member(u"pin");
        return SignInRequest{bytes(subject, hashBytes), card.flag(), pin.text()};
    });
}

QJsonObject jsonOf(const Member &member)
{
    return {{u"id"_s, member.id.text()}, {u"wallet"_s, member.wallet.text()}, {u"phone"_s, textOf(member.phone)},
        {u"card"_s, member.card.isEmpty() ? QJsonValue() : QJsonValue(textOf(member.card))},
        {u"lastDigits"_s, member.lastDigits}};
}

template <>
Result<Member> fromJson(const QJsonObject &json)
{
    return reading<Member>(json, field::member);
}

QJsonObject jsonOf(const Registration &registration)
{
    QJsonObject json{{u"member"_s, jsonOf(registration.member)}, {u"pinHash"_s, registration.pinHash}};
    if (registration.by)
        json.insert(u"staff"_s, registration.by->text());
    return json;
}

template <>
Result<Registration> fromJson(const QJsonObject &json)
{
    return reading<Registration>(json, [](const JsonCursor &at) {
        const JsonCursor member = at.member(u"member"), hash = at.member(u"pinHash"), staff = at.member(u"staff");
        return Registration{
            field::member(member), hash.text(), staff.isGiven() ? std::optional(id<StaffId>(staff)) : std::nullopt};
    });
}

QJsonObject jsonOf(const TokenRequest &request)
{
    return {{u"id"_s, request.id.text()}, {u"member"_s, orNull(request.member)}, {u"wallet"_s, request.wallet.text()}};
}

template <>
Result<TokenRequest> fromJson(const QJsonObject &json)
{
    return reading<TokenRequest>(json, [](const JsonCursor &at) {
        const JsonCursor token = at.member(u"id"), member = at.member(u"member"), wallet = at.member(u"wallet");
        return TokenRequest{id<TokenId>(token), member.isGiven() ? std::optional(id<MemberId>(member)) : std::nullopt,
            id<WalletId>(wallet)};
    });
}

QJsonObject jsonOf(const HousePlace &place)
{
    QJsonValue wait;
    if (place.wait)
        wait = QJsonArray{qint64(place.wait->from.count()), qint64(place.wait->to.count())};
    return {{u"token"_s, place.token.text()}, {u"day"_s, place.number.day.toString(Qt::ISODate)},
        {u"lane"_s, place.number.lane}, {u"number"_s, place.number.number}, {u"state"_s, nameOf(place.state)},
        {u"ahead"_s, place.peopleAhead}, {u"wait"_s, wait}, {u"change"_s, place.change}};
}

QJsonObject jsonOf(const HouseVisit &visit)
{
    QJsonArray elsewhere;
    for (const HeldElsewhere &each : visit.elsewhere)
        elsewhere.append(QJsonObject{{u"terminal"_s, each.terminal}, {u"amount"_s, each.amount.minor},
            {u"currency"_s, each.amount.currency.text()}});
    return {{u"place"_s, jsonOf(visit.place)},
        {u"amount"_s, visit.amount ? QJsonValue(jsonOf(*visit.amount)) : QJsonValue()}, {u"elsewhere"_s, elsewhere}};
}

template <>
Result<HouseVisit> fromJson(const QJsonObject &json)
{
    return reading<HouseVisit>(json, [](const JsonCursor &at) {
        const JsonCursor place = at.member(u"place"), amount = at.member(u"amount");
        const JsonCursor elsewhere = at.member(u"elsewhere");
        HouseVisit visit{housePlace(place), {}, {}};
        if (amount.isGiven())
            visit.amount = amountRight(amount);
        elsewhere.forEach([&](const JsonCursor &each) {
            const JsonCursor terminal = each.member(u"terminal");
            visit.elsewhere.append({terminal.text(), money(each)});
        });
        return visit;
    });
}

QJsonObject jsonOf(const ClaimRequest &request) { return {{u"code"_s, textOf(request.code)}}; }

template <>
Result<ClaimRequest> fromJson(const QJsonObject &json)
{
    return reading<ClaimRequest>(json, [](const JsonCursor &at) {
        const JsonCursor code = at.member(u"code");
        return ClaimRequest{bytes(code, hashBytes)};
    });
}

template <>
Result<AmountRight> fromJson(const QJsonObject &json)
{
    return reading<AmountRight>(json, amountRight);
}

QJsonObject jsonOf(const RefundRequest &request)
{
    QJsonObject json{{u"id"_s, request.id.text()}, {u"order"_s, request.order.text()}, {u"why"_s, request.why},
        {u"seats"_s, seatsOf(request.seats)}, {u"void"_s, request.isVoid}};
    if (request.who)
        json.insert(u"staff"_s, request.who->text());
    if (request.proof)
        json.insert(u"proof"_s, field::jsonOf(*request.proof));
    return json;
}

template <>
Result<RefundRequest> fromJson(const QJsonObject &json)
{
    return reading<RefundRequest>(json, [](const JsonCursor &at) {
        const JsonCursor request = at.member(u"id"), order = at.member(u"order"), staff = at.member(u"staff");
        const JsonCursor why = at.member(u"why"), which = at.member(u"seats"), isVoid = at.member(u"void");
        const JsonCursor shown = at.member(u"proof");
        const auto who = staff.isGiven() ? std::optional(id<StaffId>(staff)) : std::nullopt;
        return RefundRequest{id<RequestId>(request), id<OrderId>(order), who, why.text(), seatsIfGiven(which),
            isVoid.flagIfGiven(), shown.isGiven() ? std::optional(proof(shown)) : std::nullopt};
    });
}

QJsonObject jsonOf(const RefundAnswer &answer)
{
    return {{u"order"_s, answer.order.text()}, {u"total"_s, answer.total.minor},
        {u"currency"_s, answer.total.currency.text()}, {u"member"_s, answer.isMembers}, {u"code"_s, answer.claimCode},
        {u"seats"_s, seatsOf(answer.seats)}};
}

template <>
Result<RefundAnswer> fromJson(const QJsonObject &json)
{
    return reading<RefundAnswer>(json, [](const JsonCursor &at) {
        const JsonCursor order = at.member(u"order"), total = at.member(u"total"), currency = at.member(u"currency");
        const JsonCursor member = at.member(u"member"), code = at.member(u"code"), which = at.member(u"seats");
        RefundAnswer answer{id<OrderId>(order), {whole(total), {}}, member.flag(), code.text(), seatsIfGiven(which)};
        if (const auto known = Currency::fromCode(currency.text()))
            answer.total.currency = *known;
        else
            currency.refuse(InputFault::OtherCurrency);
        return answer;
    });
}

} // namespace foyer
