#pragma once

#include "services/RootAuthority.h"

namespace foyer::test {

/// A root whose orders are its hub's to refund by now (law 10); what the hub answers is the test's.
class TellingAuthority final : public Authority
{
public:
    Result<std::optional<RightsAnswer>> obtain(Transaction &tx, const RightsRequest &request, HoldId hold) override
    {
        return m_root.obtain(tx, request, hold);
    }
    void send(const RightsRequest &) override {}
    void letGo(Transaction &tx, PerformanceKey date, const QList<SeatIndex> &seats) override
    {
        m_root.letGo(tx, date, seats);
    }
    Done mayRefund(Transaction &, OrderId) override { return Refusal::RefundAtHub; }
    Fence afterRefund(Transaction &tx, Fence sold) override { return m_root.afterRefund(tx, sold); }
    bool isReachable() const override { return true; }
    bool ownsQueue() const override { return true; }
    const HouseDesk *house() const override { return desk.refund ? &desk : nullptr; }

    HouseDesk desk;

private:
    RootAuthority m_root;
};

} // namespace foyer::test
