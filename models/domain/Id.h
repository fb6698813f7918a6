#pragma once

#include <QHashFunctions>
#include <QUuid>

namespace foyer {

/// What a node makes: a UUIDv7 of 16 bytes, made before it is written. The tag keeps an OrderId out of a HoldId.
template <typename Tag>
struct Id {
    QUuid value;

    bool isNull() const { return value.isNull(); }
    QByteArray bytes() const { return value.toRfc4122(); }
    QString text() const { return value.toString(QUuid::WithoutBraces); }
    static Id fromBytes(const QByteArray &bytes) { return {QUuid::fromRfc4122(bytes)}; }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.value < b.value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.value, seed); }
};

using NodeId = Id<struct NodeTag>;
using MemberId = Id<struct MemberTag>;
using StaffId = Id<struct StaffTag>;
using TokenId = Id<struct TokenTag>;
using HoldId = Id<struct HoldTag>;
using OrderId = Id<struct OrderTag>;
using TicketId = Id<struct TicketTag>;
using WalletId = Id<struct WalletTag>;
using TenderId = Id<struct TenderTag>;
using MovementId = Id<struct MovementTag>;
using ShiftId = Id<struct ShiftTag>;
using RequestId = Id<struct RequestTag>;

/// What a file brought keeps the file's id as text; this small local number stands for it in rows and in memory.
template <typename Tag>
struct Key {
    qint64 value = 0;

    bool isNull() const { return value == 0; }
    friend bool operator==(Key, Key) = default;
    friend auto operator<=>(Key, Key) = default;
    friend size_t qHash(Key key, size_t seed = 0) { return ::qHash(key.value, seed); }
};

using HouseKey = Key<struct HouseKeyTag>;
using PlanKey = Key<struct PlanKeyTag>; ///< one version of one seating plan
using ShowKey = Key<struct ShowKeyTag>;
using PerformanceKey = Key<struct PerformanceKeyTag>;
using TicketTypeKey = Key<struct TicketTypeKeyTag>;

/// A seat's place in its plan version, from 0. Only together with a performance does it name something to sell.
enum class SeatIndex : qint32 {};
constexpr qint32 indexOf(SeatIndex seat) { return static_cast<qint32>(seat); }

} // namespace foyer
