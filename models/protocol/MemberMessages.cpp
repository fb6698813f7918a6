#include "protocol/MemberMessages.h"

#include "protocol/HouseMessages.h"
#include "protocol/MessageFields.h"

namespace foyer {

using namespace Qt::StringLiterals;
using namespace field;

namespace {
QJsonValue orNull(const QByteArray &hash) { return hash.isEmpty() ? QJsonValue() : QJsonValue(textOf(hash)); }

QByteArray hashIfGiven(const JsonCursor &at) { return at.isGiven() ? bytes(at, hashBytes) : QByteArray(); }

qint64 signedAmount(const JsonCursor &at) { return whole(at, -limits::moneyMax, limits::moneyMax); }

QJsonObject lineJson(const MemberLine &line)
{
    return {{u"member"_s, jsonOf(line.member)}, {u"blocked"_s, line.isBlocked},
        {u"since"_s, line.since.toMSecsSinceEpoch()}};
}

MemberLine lineAt(const JsonCursor &at)
{
    const JsonCursor who = at.member(u"member"), blocked = at.member(u"blocked"), since = at.member(u"since");
    return {member(who), blocked.flag(), moment(since)};
}
} // namespace

QJsonObject jsonOf(const MemberQuery &query)
{
    return {{u"phone"_s, orNull(query.phone)}, {u"card"_s, orNull(query.card)}, {u"lastDigits"_s, query.lastDigits}};
}

template <>
Result<MemberQuery> fromJson(const QJsonObject &json)
{
    return reading<MemberQuery>(json, [](const JsonCursor &at) {
        const JsonCursor phone = at.member(u"phone"), card = at.member(u"card"), digits = at.member(u"lastDigits");
        return MemberQuery{hashIfGiven(phone), hashIfGiven(card), digits.text()};
    });
}

QJsonObject jsonOf(const MembersFound &found)
{
    QJsonArray lines;
    for (const MemberLine &line : found.lines)
        lines.append(lineJson(line));
    return {{u"members"_s, lines}};
}

template <>
Result<MembersFound> fromJson(const QJsonObject &json)
{
    return reading<MembersFound>(json, [](const JsonCursor &at) {
        const JsonCursor lines = at.member(u"members");
        MembersFound found;
        lines.forEach([&](const JsonCursor &each) { found.lines.append(lineAt(each)); });
        return found;
    });
}

QJsonObject jsonOf(const MemberWish &wish) { return {{u"member"_s, wish.member.text()}}; }

template <>
Result<MemberWish> fromJson(const QJsonObject &json)
{
    return reading<MemberWish>(json, [](const JsonCursor &at) {
        const JsonCursor who = at.member(u"member");
        return MemberWish{id<MemberId>(who)};
    });
}

QJsonObject jsonOf(const MemberFile &file)
{
    QJsonArray movements, elsewhere;
    for (const WalletMovement &each : file.balance.movements)
        movements.append(QJsonObject{{u"id"_s, each.id.text()}, {u"kind"_s, nameOf(each.kind)},
            {u"at"_s, each.at.toMSecsSinceEpoch()}, {u"amount"_s, each.amount.minor}});
    for (const HeldElsewhere &each : file.balance.elsewhere)
        elsewhere.append(QJsonObject{{u"terminal"_s, each.terminal}, {u"amount"_s, each.amount.minor}});
    QJsonObject json = lineJson(file.line);
    json.insert(u"lock"_s, qint64(file.lock.count()));
    json.insert(u"currency"_s, file.balance.amount.currency.text());
    json.insert(u"balance"_s, file.balance.amount.minor);
    json.insert(u"payable"_s, file.payable.minor);
    json.insert(u"walletBlocked"_s, file.balance.blocked);
    json.insert(u"movements"_s, movements);
    json.insert(u"elsewhere"_s, elsewhere);
    return json;
}

template <>
Result<MemberFile> fromJson(const QJsonObject &json)
{
    return reading<MemberFile>(json, [](const JsonCursor &at) {
        const JsonCursor lock = at.member(u"lock"), code = at.member(u"currency"), balance = at.member(u"balance");
        const JsonCursor payable = at.member(u"payable"), blocked = at.member(u"walletBlocked");
        const JsonCursor movements = at.member(u"movements"), elsewhere = at.member(u"elsewhere");
        const Currency own = currency(code);
        MemberFile file{lineAt(at), std::chrono::seconds(whole(lock)), {}, {signedAmount(payable), own}};
        file.balance = {file.line.member.wallet, {signedAmount(balance), own}, blocked.flag(), {}, {}};
        movements.forEach([&](const JsonCursor &each) {
            const JsonCursor name = each.member(u"id"), kind = each.member(u"kind"), when = each.member(u"at");
            const JsonCursor amount = each.member(u"amount");
            file.balance.movements.append(
                {id<MovementId>(name), named<MovementKind>(kind), moment(when), {signedAmount(amount), own}});
        });
        elsewhere.forEach([&](const JsonCursor &each) {
            const JsonCursor terminal = each.member(u"terminal"), amount = each.member(u"amount");
            file.balance.elsewhere.append({terminal.text(), {signedAmount(amount), own}});
        });
        return file;
    });
}

QJsonObject jsonOf(const MemberAct &act)
{
    return {{u"id"_s, act.id.text()}, {u"member"_s, act.member.text()}, {u"change"_s, nameOf(act.change)},
        {u"card"_s, orNull(act.card)}, {u"pinHash"_s, act.pinHash}, {u"staff"_s, act.who.text()}, {u"why"_s, act.why}};
}

template <>
Result<MemberAct> fromJson(const QJsonObject &json)
{
    return reading<MemberAct>(json, [](const JsonCursor &at) {
        const JsonCursor request = at.member(u"id"), who = at.member(u"member"), change = at.member(u"change");
        const JsonCursor card = at.member(u"card"), hash = at.member(u"pinHash"), staff = at.member(u"staff");
        const JsonCursor why = at.member(u"why");
        MemberAct act{id<RequestId>(request), id<MemberId>(who), named<MemberChange>(change), hashIfGiven(card),
            hash.text(), id<StaffId>(staff), why.text()};
        if (act.change == MemberChange::NewCard && act.card.isEmpty())
            card.refuse(InputFault::Missing);
        if (act.change == MemberChange::NewPin && act.pinHash.isEmpty())
            hash.refuse(InputFault::Missing);
        return act;
    });
}

QJsonObject jsonOf(const PayOutWish &wish)
{
    return {{u"id"_s, wish.id.text()}, {u"member"_s, wish.member.text()}, {u"staff"_s, wish.who.text()},
        {u"why"_s, wish.why}};
}

template <>
Result<PayOutWish> fromJson(const QJsonObject &json)
{
    return reading<PayOutWish>(json, [](const JsonCursor &at) {
        const JsonCursor request = at.member(u"id"), who = at.member(u"member"), staff = at.member(u"staff");
        const JsonCursor why = at.member(u"why");
        return PayOutWish{id<RequestId>(request), id<MemberId>(who), id<StaffId>(staff), why.text()};
    });
}

QJsonObject jsonOf(const PayOutRight &right)
{
    return {{u"member"_s, right.member.text()}, {u"wallet"_s, right.wallet.text()},
        {u"amount"_s, right.amount ? QJsonValue(jsonOf(*right.amount)) : QJsonValue()}};
}

template <>
Result<PayOutRight> fromJson(const QJsonObject &json)
{
    return reading<PayOutRight>(json, [](const JsonCursor &at) {
        const JsonCursor who = at.member(u"member"), wallet = at.member(u"wallet"), amount = at.member(u"amount");
        PayOutRight right{id<MemberId>(who), id<WalletId>(wallet), {}};
        if (amount.isGiven())
            right.amount = amountRight(amount);
        return right;
    });
}

QJsonObject jsonOf(const UnclaimedWish &wish) { return {{u"staff"_s, wish.who.text()}}; }

template <>
Result<UnclaimedWish> fromJson(const QJsonObject &json)
{
    return reading<UnclaimedWish>(json, [](const JsonCursor &at) {
        const JsonCursor staff = at.member(u"staff");
        return UnclaimedWish{id<StaffId>(staff)};
    });
}

QJsonObject jsonOf(const UnclaimedFound &found)
{
    QJsonArray wallets;
    for (const Unclaimed &each : found.wallets)
        wallets.append(QJsonObject{{u"wallet"_s, each.wallet.text()}, {u"amount"_s, each.amount.minor},
            {u"currency"_s, each.amount.currency.text()}, {u"code"_s, each.hasCode}});
    return {{u"wallets"_s, wallets}};
}

template <>
Result<UnclaimedFound> fromJson(const QJsonObject &json)
{
    return reading<UnclaimedFound>(json, [](const JsonCursor &at) {
        const JsonCursor wallets = at.member(u"wallets");
        UnclaimedFound found;
        wallets.forEach([&](const JsonCursor &each) {
            const JsonCursor wallet = each.member(u"wallet"), code = each.member(u"code");
            found.wallets.append({id<WalletId>(wallet), money(each), code.flag()});
        });
        return found;
    });
}

QJsonObject jsonOf(const CodeWish &wish)
{
    return {{u"id"_s, wish.id.text()}, {u"wallet"_s, wish.wallet.text()}, {u"staff"_s, wish.who.text()},
        {u"why"_s, wish.why}};
}

template <>
Result<CodeWish> fromJson(const QJsonObject &json)
{
    return reading<CodeWish>(json, [](const JsonCursor &at) {
        const JsonCursor request = at.member(u"id"), wallet = at.member(u"wallet"), staff = at.member(u"staff");
        const JsonCursor why = at.member(u"why");
        return CodeWish{id<RequestId>(request), id<WalletId>(wallet), id<StaffId>(staff), why.text()};
    });
}

QJsonObject jsonOf(const Claim &claim)
{
    return {{u"code"_s, claim.code}, {u"amount"_s, claim.amount.minor}, {u"currency"_s, claim.amount.currency.text()}};
}

template <>
Result<Claim> fromJson(const QJsonObject &json)
{
    return reading<Claim>(json, [](const JsonCursor &at) {
        const JsonCursor code = at.member(u"code");
        return Claim{code.text(), money(at)};
    });
}

} // namespace foyer
