#pragma once

#include <QFutureWatcher>

namespace foyer {

/// Hands a future's result to `handler` in the receiver's thread; call it in that thread. When the receiver goes first
/// nothing happens (Qt 6.4's QFuture::then(context) aborts there).
template <typename T, typename Handler>
void deliver(QFuture<T> future, QObject *receiver, Handler handler)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, receiver, [watcher, handler = std::move(handler)]() mutable {
            watcher->deleteLater();
            if (!watcher->isCanceled()) // the thread went before the job: there is no result, and asking for it crashes
                handler(watcher->result());
        });
    watcher->setFuture(std::move(future)); // last: it may already be done
}

} // namespace foyer
