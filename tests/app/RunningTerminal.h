#pragma once

#include "HubHouse.h"
#include "services/Node.h"
#include "services/Shop.h"
#include "services/TerminalAuthority.h"
#include "sync/HubThread.h"

namespace foyer::test {

template <typename T>
T got(QFuture<Result<T>> future)
{
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
    const Result<T> result = future.result();
    if (!result.ok())
        qFatal("refused: %s", qPrintable(result.refused() ? nameOf(result.refused()->why) : result.error()->detail));
    return result.value();
}

template <typename T>
QString refusalOf(QFuture<Result<T>> future)
{
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
    const Result<T> result = future.result();
    return result.refused() ? nameOf(result.refused()->why) : QString();
}

/// A terminal as the kiosk has it, without its screens.
struct RunningTerminal {
    /// `by`: where it asks for its hub.
    RunningTerminal(const HubHouse &house, int number, const QUrl &by = {}) : folder(house.terminal(number))
    {
        auto link = Node::open(folder).value()->hub();
        if (!by.isEmpty())
            link->url = by.toString();
        auto authority = std::make_unique<TerminalAuthority>();
        TerminalAuthority &hub = *authority;
        shop = Shop::open(folder.path(), clock, std::move(authority)).value();
        thread =
            std::make_unique<HubThread>(*shop, hub, *link, DeviceKey::load(folder.deviceKey(), false).value(), folder);
    }
    bool isOnline() const { return shop->hubState() && shop->hubState()->reach == Reach::Online; }
    SeatShown shown(PerformanceKey performance, int seat)
    {
        return got(shop->shown(pass, performance, {SeatIndex(seat)})).constFirst();
    }

    SystemClock clock;
    DataFolder folder;
    std::unique_ptr<Shop> shop;
    std::unique_ptr<HubThread> thread;
    TokenPass pass;
};

} // namespace foyer::test
