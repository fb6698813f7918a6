#pragma once

#include "services/TerminalAuthority.h"

#include <QHash>
#include <QSet>

namespace foyer::test {

/// A hub far away, for a terminal: it answers when a test says so, as often as a test says so, or never. What it has
/// given it gives to nobody else, as law 2 asks: the loss is noted before the answer leaves.
class LateAuthority final : public Authority
{
public:
    Result<std::optional<RightsAnswer>> obtain(Transaction &tx, const RightsRequest &request, HoldId hold) override;
    void send(const RightsRequest &request) override
    {
        QMetaObject::invokeMethod(&m_here, [this, request] { sent.append(request); });
    }
    void letGo(Transaction &tx, PerformanceKey performance, const QList<SeatIndex> &seats) override;
    Done mayRefund(Transaction &, OrderId) override { return done; }
    Fence afterRefund(Transaction &, Fence sold) override { return sold; }
    bool isReachable() const override { return true; }
    bool ownsQueue() const override { return true; }
    const HouseDesk *house() const override { return nullptr; }

    /// The hub decides: all seats or, naming those that others have, none. The same request: the stored answer.
    RightsAnswer decide(const RightsRequest &request);

    QList<RightsRequest> sent;  ///< heard of in the thread that made this
    QSet<SeatIndex> othersHave; ///< of any performance

private:
    TerminalAuthority m_terminal{[](const RightsRequest &) {}}; // what it does with the rights that lie here
    QHash<RequestId, RightsAnswer> m_answers;
    QObject m_here;
    qint64 m_fence = 1'000'000;
};

} // namespace foyer::test
