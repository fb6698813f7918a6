#pragma once

#include "services/Authority.h"

namespace foyer {

/// A lone kiosk: its own database is the authority, so a hold is one transaction. Once it is the hub of terminals it
/// sells nothing itself.
class RootAuthority final : public Authority
{
public:
    Result<std::optional<RightsAnswer>> obtain(Transaction &tx, const RightsRequest &request, HoldId hold) override;
    void send(const RightsRequest &request) override;
    void letGo(Transaction &tx, PerformanceKey performance, const QList<SeatIndex> &seats) override;
    Done mayRefund(Transaction &tx, OrderId order) override;
    Fence afterRefund(Transaction &tx, Fence sold) override;
    bool isReachable() const override { return true; }
    bool ownsQueue() const override { return true; }
    const HouseDesk *house() const override { return nullptr; }
};

} // namespace foyer
