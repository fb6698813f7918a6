#pragma once

#include "domain/Clock.h"
#include "domain/Result.h"
#include "storage/Rows.h"
#include "storage/StorageFailure.h"
#include "storage/Transaction.h"

#include <QVariantList>
#include <concepts>
#include <functional>
#include <memory>
#include <unordered_map>

struct sqlite3;

namespace foyer {

/// Sees every statement before it runs; false makes it fail as a broken disk would. For failure sweeps and counting.
class StatementObserver
{
public:
    virtual ~StatementObserver() = default;
    virtual bool aboutToRun(const char *sql, const QVariantList &arguments) = 0;
};

/// One connection to the node's database, with its prepared statements. Belongs to the thread that opened it. QtSql
/// opens it; statements run on its driver's handle, since QSqlQuery describes every column anew each time it runs,
/// which was a third of what a sale costs.
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
    /// Arguments are whole numbers, QString, QByteArray, and NULL: a null QByteArray or an empty QVariant.
    /// Throws StorageFailure; a unique or check constraint that fails throws too, unless `ON CONFLICT` answers it.
    Rows run(const char *sql, const QVariantList &arguments = {});
    /// Statements made at run time (migrations, pragmas): not kept.
    void runOnce(const QString &sql);

    /// The settings that this text says. Read from the database in every transaction, but understood anew only when
    /// the text is another one.
    const HouseSettings &settingsOf(const QByteArray &json);

    /// Moves the write-ahead log into the database. Outside any transaction; having to wait for a reader is no error,
    /// a failed write is, for all that follows.
    void checkpoint();
    /// Rises when another connection commits.
    qint64 dataVersion();

private:
    friend class Rows;
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    struct Statement {
        std::unique_ptr<sqlite3_stmt, Finalize> handle;
        QVariantList arguments; ///< SQLite reads them where they are, as long as it runs
    };

    explicit Connection(Options options);
    void configure();
    void begin(const char *sql);
    void commit(Transaction *transaction);
    void rollBack() noexcept;
    Statement &prepared(const char *sql);
    bool step(sqlite3_stmt *statement); ///< true on a row
    [[noreturn]] void fail(const char *sql);

    Options m_options;
    QString m_name;
    sqlite3 *m_db = nullptr; ///< QtSql's
    std::unordered_map<const char *, Statement> m_prepared;
    QByteArray m_settingsText;
    HouseSettings m_settings;
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
