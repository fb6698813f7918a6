#pragma once

#include "services/Services.h"
#include "services/Shop.h"
#include "storage/DataFolder.h"
#include "storage/StoreThread.h"

#include <QPromise>
#include <QThreadPool>

namespace foyer {

/// Shop's inside: the threads, and how a call travels through them. Store thread: the only writer. Read thread: lists
/// and maps. Pool: PINs, which are slow on purpose.
class Shop::Engine
{
public:
    Engine(const QString &dataDir, const Clock &clock, std::unique_ptr<Authority> authority);
    ~Engine();

    Done open(std::function<void(const ChangeSet &)> onCommit, std::function<void(const Error &)> onBroken);
    /// Once a second: what is over, what another program wrote, and the write-ahead log when nobody is waiting.
    void tick();
    Authority &authority() { return *m_authority; }
    const ScreenState &screenAtStart() const { return m_screenAtStart; }

    template <typename Job>
    auto write(Job job)
    {
        return run(m_store, m_services, std::move(job));
    }
    /// The same, with the connection itself.
    template <typename Job>
    auto writeIn(Job job)
    {
        return m_store.run([this, job = std::move(job)](Connection &db) mutable {
            auto result = job(db, *m_services);
            if (result.error() && isGrave(*result.error()))
                m_onBroken(*result.error());
            return result;
        });
    }
    template <typename Job>
    auto readIn(Job job)
    {
        return m_reader.run([this, job = std::move(job)](Connection &db) mutable {
            auto result = job(db, *m_readServices);
            if (result.error() && isGrave(*result.error()))
                m_onBroken(*result.error());
            return result;
        });
    }
    template <typename Job>
    auto read(Job job)
    {
        return run(m_reader, m_readServices, std::move(job));
    }

    /// FLOWS 3.1, 4.1: the token first, on the store thread; then the read.
    template <typename Job>
    auto admittedRead(const TokenPass &pass, Job job) -> QFuture<std::invoke_result_t<Job, Services &>>
    {
        using Answer = std::invoke_result_t<Job, Services &>;
        return write([pass](Services &s) { return s.tokens.checkIn(pass); })
            .then([this, job = std::move(job)](const Done &let) mutable -> QFuture<Answer> {
                return let.ok() ? read(std::move(job)) : ready<Answer>(Failure(let));
            })
            .unwrap();
    }

    /// begin (counts the try) → compare, in the pool → end.
    template <typename T, typename Begin, typename End>
    QFuture<Result<T>> withPin(const QString &pin, Begin begin, End end)
    {
        struct Compared {
            Result<PinCheck> check;
            bool right = false;
        };
        return write(std::move(begin))
            .then(&m_pool,
                [this, pin](const Result<PinCheck> &check) {
                    return Compared{check, check.ok() && m_secrets->pinFits(pin, check.value().hash)};
                })
            .then([this, end = std::move(end)](const Compared &compared) mutable -> QFuture<Result<T>> {
                if (!compared.check.ok())
                    return ready<Result<T>>(Failure(compared.check));
                return write([compared, end = std::move(end)](
                                 Services &s) mutable { return end(s, compared.check.value(), compared.right); });
            })
            .unwrap();
    }

    /// `before`: a hash that is used once more where the PIN is the same; no two of one PIN are alike.
    template <typename T, typename Then>
    QFuture<Result<T>> withPinHash(const QString &pin, Then then, const QString &before = {})
    {
        return QtFuture::makeReadyFuture()
            .then(&m_pool,
                [this, pin, before] {
                    return !before.isEmpty() && m_secrets->pinFits(pin, before) ? before : m_secrets->pinHash(pin);
                })
            .then([this, then = std::move(then)](const QString &hash) mutable {
                return write([hash, then = std::move(then)](Services &s) mutable { return then(s, hash); });
            })
            .unwrap();
    }

    const Clock &clock;
    IdMaker ids;

private:
    template <typename T>
    static QFuture<T> ready(T value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return promise.future();
    }

    template <typename Job>
    auto run(StoreThread &thread, const std::unique_ptr<Services> &services, Job job)
    {
        return thread.run([this, &services, job = std::move(job)](Connection &) mutable {
            auto result = job(*services);
            if (result.error() && isGrave(*result.error()))
                m_onBroken(*result.error());
            return result;
        });
    }

    static bool isGrave(const Error &error);
    Done openStore(const std::function<void(const ChangeSet &)> &onCommit);

    DataFolder m_folder;
    std::unique_ptr<Authority> m_authority;
    std::unique_ptr<QLockFile> m_lock;
    std::optional<Secrets> m_secrets;
    ScreenState m_screenAtStart;
    std::function<void(const Error &)> m_onBroken;
    std::function<void(const ChangeSet &)> m_onCommit;
    qint64 m_dataVersion = 0;                 ///< store thread
    std::unique_ptr<Services> m_services;     ///< store thread
    std::unique_ptr<Services> m_readServices; ///< read thread; only its reads are used
    QThreadPool m_pool;
    // The threads go first: jobs use everything above. And the writer before the reader, to whom its jobs hand on.
    StoreThread m_reader{QStringLiteral("foyer-read")};
    StoreThread m_store{QStringLiteral("foyer-store")};
};

template <typename T>
auto begun()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

template <typename T>
void finish(const std::shared_ptr<QPromise<Result<T>>> &promise, const Result<T> &result)
{
    promise->addResult(result);
    promise->finish();
}

/// The future's result becomes the promise's.
template <typename T>
void Shop::handOn(const QFuture<Result<T>> &from, const std::shared_ptr<QPromise<Result<T>>> &to)
{
    deliver(from, this, [to](const Result<T> &result) { finish(to, result); });
}

/// Asks by `ask`, and hands the answer to `then` in this thread.
template <typename Request, typename Answer, typename Then>
void Shop::askHouse(const HouseDesk::Ask<Request, Answer> &ask, const Request &request, Then then)
{
    ask(request, [this, then = std::move(then)](const Result<Answer> &answer) {
        QMetaObject::invokeMethod(this, [then, answer] { then(answer); });
    });
}

} // namespace foyer
