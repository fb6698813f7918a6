#pragma once

#include "domain/Clock.h"
#include "domain/Result.h"
#include "storage/Rows.h"
#include "storage/StorageFailure.h"
#include "storage/Transaction.h"

#include <concepts>
#include <functional>
#include <memory>
#include <unordered_map>

class QSqlError;
class QSqlQuery;

namespace foyer {

/// Sees every statement before it runs; false makes it fail as a broken disk would. For failure sweeps and counting.
class StatementObserver
{
public:
    virtual ~StatementObserver() = default;
    virtual bool aboutToRun(const char *sql, const QVariantList &arguments) = 0;
};

/// One connection to the node's database, with its prepared statements. Belongs to the thread that opened it.
/// After a failed write to the disk it refuses everything: what reached the disk is unknown until the next start.
class Connection
{
public:
    enum class Mode { ReadWrite, ReadOnly };
    struct Options {
        Mode mode = Mode::ReadWrite;
        bool durable = true; ///< false only to measure what durability costs
        StatementObserver *observer = nullptr;
        std::function<void(const ChangeSet &)> onCommit; ///< in the connection's thread, after the commit
    };

    /// Opens an existing database, or makes an empty file with Mode::ReadWrite. Doesn't migrate.
    static Result<std::unique_ptr<Connection>> open(const QString &file, Options options);
    ~Connection();

    /// Runs `work(Transaction &)` between BEGIN IMMEDIATE and COMMIT. A refusal, an error or an exception rolls back.
    template <std::invocable<Transaction &> Work>
    auto write(const Clock &clock, Work &&work) -> std::invoke_result_t<Work, Transaction &>;
    /// Runs `work()` on one consistent snapshot.
    template <std::invocable Work>
    auto read(Work &&work) -> std::invoke_result_t<Work>;

    /// Runs one statement. `sql` must be a string literal: its address is its name among the prepared statements.
    /// Placeholders are plain '?': QtSql counts each '?1' as one more, in the order of the text.
    /// Throws StorageFailure; a unique or check constraint that fails throws too, unless `ON CONFLICT` answers it.
    Rows run(const char *sql, const QVariantList &arguments = {});
    /// Statements made at run time (migrations, pragmas): not kept.
    void runOnce(const QString &sql);

    /// Moves the write-ahead log into the database. Outside any transaction; having to wait for a reader is no error,
    /// a failed write is, for all that follows.
    void checkpoint();
    /// Rises when another connection commits.
    qint64 dataVersion();

private:
    explicit Connection(Options options);
    void configure();
    void begin(const char *sql);
    void commit(Transaction *transaction);
    void rollBack() noexcept;
    QSqlQuery &prepared(const char *sql);
    [[noreturn]] void fail(const QSqlError &error, const char *sql);

    Options m_options;
    QString m_name;
    std::unordered_map<const char *, std::unique_ptr<QSqlQuery>> m_prepared;
    bool m_broken = false;
};

template <std::invocable<Transaction &> Work>
auto Connection::write(const Clock &clock, Work &&work) -> std::invoke_result_t<Work, Transaction &>
{
    try {
        begin("BEGIN IMMEDIATE");
        Transaction transaction(*this, clock);
        try {
            auto result = work(transaction);
            if (result.ok())
                commit(&transaction);
            else
                rollBack();
            return result;
        } catch (...) {
            rollBack();
            throw;
        }
    } catch (const StorageFailure &failure) {
        return failure.error();
    } catch (const BrokenInvariant &broken) {
        return Error{Error::Kind::Invariant, QString::fromUtf8(broken.what())};
    }
}

template <std::invocable Work>
auto Connection::read(Work &&work) -> std::invoke_result_t<Work>
{
    try {
        begin("BEGIN");
        try {
            auto result = work();
            commit(nullptr);
            return result;
        } catch (...) {
            rollBack();
            throw;
        }
    } catch (const StorageFailure &failure) {
        return failure.error();
    } catch (const BrokenInvariant &broken) {
        return Error{Error::Kind::Invariant, QString::fromUtf8(broken.what())};
    }
}

} // namespace foyer
