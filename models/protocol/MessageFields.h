#pragma once

#include "domain/AmountRight.h"
#include "domain/EnumName.h"
#include "domain/HouseRequests.h"
#include "domain/JsonInput.h"
#include "domain/Limits.h"
#include "domain/SeatAtHub.h"

#include <cmath>
#include <limits>

/// How the fields of messages are read and written; the same on both ends. What is wrong is kept at its place.
namespace foyer::field {

inline constexpr qint64 wholeMax = qint64(1) << 53; // beyond it JSON's numbers aren't exact
inline constexpr int enumeratorsMost = 96;          // that nameOf knows
inline constexpr int hashBytes = 32, codeBytes = 16;
inline constexpr qsizetype seatsInRequestMax = 1'000; // a terminal asks for less, and again

inline qint64 whole(const JsonCursor &at, qint64 least = 0, qint64 most = wholeMax)
{
    const double number = at.number();
    if (number == std::floor(number) && number >= double(least) && number <= double(most))
        return qint64(number);
    at.refuse(InputFault::WrongType);
    return least;
}

inline int small(const JsonCursor &at, int least = 0) { return int(whole(at, least, std::numeric_limits<int>::max())); }

inline QDateTime moment(const JsonCursor &at) { return QDateTime::fromMSecsSinceEpoch(whole(at), Qt::UTC); }

inline Currency currency(const JsonCursor &at)
{
    const auto known = Currency::fromCode(at.text());
    if (!known)
        at.refuse(InputFault::WrongType);
    return known.value_or(Currency());
}

/// The enumerator of this name.
template <typename Enum>
Enum named(const JsonCursor &at)
{
    for (int i = 0; i < enumeratorsMost; ++i)
        if (const QString name = nameOf(Enum(i)); !name.isEmpty() && name == at.text())
            return Enum(i);
    at.refuse(InputFault::WrongType);
    return Enum();
}

inline QByteArray bytes(const JsonCursor &at)
{
    const auto read = QByteArray::fromBase64Encoding(at.longText().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!read)
        at.refuse(InputFault::WrongType);
    return *read; // empty, if it can't be read
}

inline QByteArray bytes(const JsonCursor &at, qsizetype size)
{
    const QByteArray read = bytes(at);
    if (read.size() != size)
        at.refuse(InputFault::WrongType);
    return read;
}

inline QString textOf(const QByteArray &bytes) { return QString::fromLatin1(bytes.toBase64()); }

template <typename IdType>
IdType id(const JsonCursor &at)
{
    const QUuid read(at.text());
    if (read.isNull())
        at.refuse(InputFault::WrongType);
    return IdType{read};
}

/// The elements of an array of whole numbers, exactly so many.
inline QList<qint64> numbers(const JsonCursor &at, qsizetype count)
{
    QList<qint64> read;
    at.forEach([&](const JsonCursor &each) { read.append(whole(each)); });
    if (read.size() != count) {
        at.refuse(InputFault::WrongType);
        read.resize(count);
    }
    return read;
}

inline QList<PlacedRight> rights(const JsonCursor &at)
{
    QList<PlacedRight> read;
    at.forEach([&](const JsonCursor &each) {
        const QList<qint64> n = numbers(each, 4);
        if (n[1] >= limits::seatsInPlanMax || n[2] > std::numeric_limits<qint32>::max())
            each.refuse(InputFault::WrongType);
        read.append({{n[0]}, SeatIndex(qint32(n[1])), {qint32(n[2]), n[3]}});
    });
    return read;
}

inline SeatIndex seat(const JsonCursor &at) { return SeatIndex(qint32(whole(at, 0, limits::seatsInPlanMax - 1))); }

inline QList<SeatIndex> seats(const JsonCursor &at)
{
    QList<SeatIndex> read;
    at.forEach([&](const JsonCursor &each) {
        if (read.size() == seatsInRequestMax)
            each.refuse(InputFault::TooLarge);
        read.append(seat(each));
    });
    return read;
}

inline QList<SeatIndex> seatsIfGiven(const JsonCursor &at) { return at.isGiven() ? seats(at) : QList<SeatIndex>(); }

inline QJsonArray seatsOf(const QList<SeatIndex> &seats)
{
    QJsonArray array;
    for (const SeatIndex each : seats)
        array.append(indexOf(each));
    return array;
}

inline Money money(const JsonCursor &at)
{
    const JsonCursor amount = at.member(u"amount"), code = at.member(u"currency");
    return {whole(amount, 1, limits::moneyMax), currency(code)};
}

inline AmountRight amountRight(const JsonCursor &at)
{
    const JsonCursor wallet = at.member(u"wallet"), member = at.member(u"member");
    const JsonCursor incarnation = at.member(u"incarnation"), number = at.member(u"number");
    return {id<WalletId>(wallet), member.isGiven() ? std::optional(id<MemberId>(member)) : std::nullopt, money(at),
        {small(incarnation, 1), whole(number, 1)}};
}

/// A visit, or a ticket's code: one of them.
inline HouseProof proof(const JsonCursor &at)
{
    const JsonCursor token = at.member(u"token"), code = at.member(u"ticket");
    if (token.isGiven() == code.isGiven())
        token.refuse(InputFault::Missing);
    return {token.isGiven() ? id<TokenId>(token) : TokenId(), code.isGiven() ? code.text() : QString()};
}

inline QJsonObject jsonOf(const HouseProof &proof)
{
    return proof.token.isNull() ? QJsonObject{{QStringLiteral("ticket"), proof.code}}
                                : QJsonObject{{QStringLiteral("token"), proof.token.text()}};
}

/// Hashes of plans: [performance, hash] each.
inline QJsonArray plansOf(const QHash<PerformanceKey, QByteArray> &plans)
{
    QJsonArray array;
    for (auto it = plans.begin(); it != plans.end(); ++it)
        array.append(
            QJsonObject{{QStringLiteral("performance"), it.key().value}, {QStringLiteral("hash"), textOf(it.value())}});
    return array;
}

inline QHash<PerformanceKey, QByteArray> plans(const JsonCursor &at)
{
    QHash<PerformanceKey, QByteArray> read;
    at.forEach([&](const JsonCursor &each) {
        const JsonCursor performance = each.member(u"performance"), hash = each.member(u"hash");
        read.insert({whole(performance)}, bytes(hash, hashBytes));
    });
    return read;
}

/// Reads by `read(cursor)` and says what was wrong first.
template <typename Message, typename Read>
Result<Message> reading(const QJsonObject &json, Read read)
{
    std::optional<Refused> fault;
    const Message message = read(JsonCursor(json, fault));
    if (fault)
        return *fault;
    return message;
}

} // namespace foyer::field
