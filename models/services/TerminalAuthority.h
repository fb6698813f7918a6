#pragma once

#include "services/Authority.h"

#include <atomic>
#include <functional>

namespace foyer {

/// A terminal's authority is its hub: sells from what lies here, asks for the rest.
class TerminalAuthority final : public Authority
{
public:
    using Ask = std::function<void(const RightsRequest &)>;
    /// `ask` carries a request to the hub; its answer comes back through Shop::authorityAnswered.
    explicit TerminalAuthority(Ask ask = {}) : m_ask(std::move(ask)) {}

    Result<std::optional<RightsAnswer>> obtain(Transaction &tx, const RightsRequest &request, HoldId hold) override;
    void send(const RightsRequest &request) override { m_ask(request); }
    void letGo(Transaction &tx, PerformanceKey performance, const QList<SeatIndex> &seats) override;
    Done mayRefund(Transaction &tx, OrderId order) override;
    Fence afterRefund(Transaction &tx, Fence sold) override;
    bool isReachable() const override { return m_isReachable; }
    bool ownsQueue() const override { return !m_isReachable; }

    const HouseDesk *house() const override { return m_isReachable && m_house.enter ? &m_house : nullptr; }

    void setHouse(HouseDesk house) { m_house = std::move(house); }       ///< before the first customer
    void setAsk(Ask ask) { m_ask = std::move(ask); }                     ///< before the first customer
    void setReachable(bool isReachable) { m_isReachable = isReachable; } ///< from any thread

private:
    Ask m_ask;
    HouseDesk m_house;
    std::atomic<bool> m_isReachable = false;
};

} // namespace foyer
