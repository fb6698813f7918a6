#pragma once

#include "domain/Epoch.h"
#include "domain/Money.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace foyer {

/// Who looks after a task, as the machine they work at told.
struct TaskOwner {
    StaffId staff;
    QString name;
    NodeId node;
    QString machine; ///< its name; empty: the one that lists the task
};

/// Something of a house that only people can put right.
struct HubTask {
    enum class Kind {
        SeatSoldTwice,  ///< a late order's seat is another's: after an override, or a disk that was put back
        WalletNegative, ///< more was spent than was there
        RefundedTwice,  ///< by its seller, a copy of it or the hub: one of them didn't know of another
        MoneyUnclaimed, ///< a guest's, and nobody was given a code: after a crash
        TenderInDoubt   ///< of one machine: its device can't say whether it took money, and seats wait for it
    };
    QString id; ///< names it to settle()
    Kind kind = Kind::SeatSoldTwice;
    PerformanceKey performance; ///< of a seat
    SeatIndex seat{};
    OrderId order;  ///< the late one, or the refunded one
    EpochId seller; ///< of the order
    WalletId wallet;
    Money amount;       ///< in the wallet, refunded beyond what the order's tickets had cost, or asked of the device
    TenderId tender;    ///< in doubt
    QString sellerName; ///< of its machine; empty: it isn't known, or nobody's
    QDateTime since;    ///< when it was first seen; UTC
    QDateTime due;      ///< see taskDue()
    std::optional<TaskOwner> owner; ///< nothing: nobody has taken it
};

/// What staff can do about it; the best for the customer first.
enum class Remedy { OtherSeat, Refund, AskForMoney, TakeBack, WriteOff, NewCode, FreeSeats };

inline QList<Remedy> remediesFor(HubTask::Kind kind)
{
    switch (kind) {
    case HubTask::Kind::SeatSoldTwice: return {Remedy::OtherSeat, Remedy::Refund};
    case HubTask::Kind::WalletNegative: return {Remedy::AskForMoney, Remedy::WriteOff};
    case HubTask::Kind::RefundedTwice: return {Remedy::TakeBack, Remedy::WriteOff};
    case HubTask::Kind::MoneyUnclaimed: return {Remedy::NewCode};
    case HubTask::Kind::TenderInDoubt: return {Remedy::FreeSeats};
    }
    return {};
}

/// Nothing that staff say settles it, but the money when it comes.
constexpr bool settlesItself(Remedy remedy) { return remedy == Remedy::AskForMoney; }

/// Until when it has to be settled: whoever stands before a seat that another has waits an hour at most, money a day,
/// and what is about seats not longer than until their performance begins.
inline QDateTime taskDue(HubTask::Kind kind, const QDateTime &since, const std::optional<QDateTime> &begins)
{
    const QDateTime due =
        since + (kind == HubTask::Kind::SeatSoldTwice ? std::chrono::hours(1) : std::chrono::hours(24));
    return begins ? std::min(due, std::max(since, *begins)) : due;
}

} // namespace foyer
