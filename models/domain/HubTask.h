#pragma once

#include "domain/Epoch.h"
#include "domain/Money.h"

#include <QList>
#include <QString>

namespace foyer {

/// Something at a hub that only people can put right.
struct HubTask {
    enum class Kind {
        SeatSoldTwice,  ///< a late order's seat is another's: after an override, or a disk that was put back
        WalletNegative, ///< more was spent than was there
        RefundedTwice,  ///< by its seller, a copy of it or the hub: one of them didn't know of another
        MoneyUnclaimed  ///< a guest's, and nobody was given a code: after a crash
    };
    QString id; ///< names it to settle()
    Kind kind = Kind::SeatSoldTwice;
    PerformanceKey performance; ///< of a seat
    SeatIndex seat{};
    OrderId order;  ///< the late one, or the refunded one
    EpochId seller; ///< of the order
    WalletId wallet;
    Money amount; ///< in the wallet, or refunded beyond what the order's tickets had cost
};

/// What staff can do about it; the best for the customer first.
enum class Remedy { OtherSeat, Refund, AskForMoney, TakeBack, WriteOff, NewCode };

inline QList<Remedy> remediesFor(HubTask::Kind kind)
{
    switch (kind) {
    case HubTask::Kind::SeatSoldTwice: return {Remedy::OtherSeat, Remedy::Refund};
    case HubTask::Kind::WalletNegative: return {Remedy::AskForMoney, Remedy::WriteOff};
    case HubTask::Kind::RefundedTwice: return {Remedy::TakeBack, Remedy::WriteOff};
    case HubTask::Kind::MoneyUnclaimed: return {Remedy::NewCode};
    }
    return {};
}

} // namespace foyer
