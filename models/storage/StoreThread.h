#pragma once

#include "storage/Connection.h"

#include <QFuture>
#include <QPromise>
#include <QThread>

namespace foyer {

/// One thread, one connection, one job at a time: the writer of the database, or a reader beside it. Jobs run in the
/// order they were asked for. Destroying it finishes the jobs already asked for.
class StoreThread
{
public:
    explicit StoreThread(const QString &name);
    ~StoreThread();

    /// Opens the connection in the thread; waits for it. Call once, before any job.
    Done open(const QString &file, Connection::Options options);

    /// Runs `job(Connection &)` in the thread. What it throws becomes an Error: the job's type must be a Result.
    template <typename Job>
    auto run(Job job) -> QFuture<std::invoke_result_t<Job, Connection &>>;
    /// The same, for work that only this thread may do when the connection goes; runs even if jobs wait behind it.
    void atEnd(std::function<void()> last) { m_last = std::move(last); }

private:
    QThread m_thread;
    QObject m_worker; ///< lives in m_thread
    std::unique_ptr<Connection> m_connection;
    std::function<void()> m_last;
};

template <typename Job>
auto StoreThread::run(Job job) -> QFuture<std::invoke_result_t<Job, Connection &>>
{
    using Answer = std::invoke_result_t<Job, Connection &>;
    auto promise = std::make_shared<QPromise<Answer>>();
    QFuture<Answer> future = promise->future();
    promise->start();
    QMetaObject::invokeMethod(
        &m_worker,
        [this, promise, job = std::move(job)]() mutable {
            try {
                promise->addResult(job(*m_connection));
            } catch (const StorageFailure &failure) {
                promise->addResult(Answer(failure.error()));
            } catch (const std::exception &broken) {
                promise->addResult(Answer(Error{Error::Kind::Invariant, QString::fromUtf8(broken.what())}));
            }
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

} // namespace foyer
