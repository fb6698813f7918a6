#include "storage/Connection.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <sqlite3.h>

namespace foyer {

namespace {
Error::Kind kindOf(const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt() & 0xFF) {
    case SQLITE_FULL: return Error::Kind::Full;
    case SQLITE_READONLY: return Error::Kind::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return Error::Kind::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Error::Kind::Busy;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_PERM: return Error::Kind::Io;
    case SQLITE_CONSTRAINT: return Error::Kind::Invariant;
    default: return Error::Kind::Internal;
    }
}

// To Qt a QString() is NULL; to us it is the empty text. What is NULL here is a number, bytes, or no type at all.
QVariant textOrValue(const QVariant &argument)
{
    return argument.typeId() == QMetaType::QString && argument.toString().isNull() ? QVariant(QStringLiteral(""))
                                                                                   : argument;
}

Error errorOf(const QSqlError &error, const QString &doing)
{
    return {kindOf(error), error.text() + QStringLiteral(" [") + doing.simplified() + u']'};
}
} // namespace

Connection::Connection(Options options) : m_options(options), m_name(QUuid::createUuid().toString()) {}

Connection::~Connection()
{
    m_prepared.clear();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &file, Options options)
{
    std::unique_ptr<Connection> connection(new Connection(options));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->m_name);
    database.setDatabaseName(file);
    database.setConnectOptions(options.mode == Mode::ReadOnly
                                   ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                                   : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!database.open())
        return errorOf(database.lastError(), file);
    try {
        connection->configure();
    } catch (const StorageFailure &failure) {
        return failure.error();
    }
    return connection;
}

void Connection::configure()
{
    runOnce(QStringLiteral("PRAGMA foreign_keys = ON"));
    runOnce(QStringLiteral("PRAGMA trusted_schema = OFF"));
    runOnce(QStringLiteral("PRAGMA recursive_triggers = ON")); // else REPLACE removes a row without its DELETE trigger
    runOnce(QStringLiteral("PRAGMA cache_size = -16384"));
    if (m_options.mode == Mode::ReadOnly)
        return;
    runOnce(QStringLiteral("PRAGMA journal_mode = WAL"));
    runOnce(
        m_options.durable ? QStringLiteral("PRAGMA synchronous = FULL") : QStringLiteral("PRAGMA synchronous = OFF"));
    runOnce(QStringLiteral("PRAGMA wal_autocheckpoint = 0")); // a customer's commit never pays for it: checkpoint()
}

Rows Connection::run(const char *sql, const QVariantList &arguments)
{
    if (m_broken)
        throw StorageFailure(
            {Error::Kind::Io, QStringLiteral("an earlier write failed; the program must start again")});
    if (m_options.observer && !m_options.observer->aboutToRun(sql, arguments))
        throw StorageFailure(
            {Error::Kind::Io, QStringLiteral("made to fail: ") + QString::fromLatin1(sql).simplified()});
    QSqlQuery &query = prepared(sql);
    for (int i = 0; i < arguments.size(); ++i)
        query.bindValue(i, textOrValue(arguments[i]));
    if (!query.exec()) {
        const QSqlError error = query.lastError();
        query.finish();
        fail(error, sql);
    }
    return Rows(query);
}

QSqlQuery &Connection::prepared(const char *sql)
{
    auto &query = m_prepared[sql];
    if (!query) {
        auto fresh = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_name, false));
        fresh->setForwardOnly(true);
        if (!fresh->prepare(QString::fromUtf8(sql)))
            fail(fresh->lastError(), sql);
        query = std::move(fresh);
    }
    return *query;
}

void Connection::runOnce(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (!query.exec(sql))
        fail(query.lastError(), sql.toUtf8().constData());
}

void Connection::fail(const QSqlError &error, const char *sql)
{
    const Error failure = errorOf(error, QString::fromUtf8(sql));
    if (failure.kind == Error::Kind::Io && m_options.mode == Mode::ReadWrite)
        m_broken = true; // never go on after a failed fsync: the pages it covered are gone from the cache
    throw StorageFailure(failure);
}

void Connection::begin(const char *sql) { run(sql); }

void Connection::commit(Transaction *transaction)
{
    if (transaction)
        transaction->finish();
    run("COMMIT");
    if (transaction && m_options.onCommit && !transaction->changes().isEmpty())
        m_options.onCommit(transaction->changes());
}

void Connection::rollBack() noexcept
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.exec(QStringLiteral("ROLLBACK")); // fails when SQLite has already rolled back
}

void Connection::checkpoint()
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (!query.exec(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")) && kindOf(query.lastError()) == Error::Kind::Io)
        m_broken = true; // a failed fsync counts wherever it fails
}

qint64 Connection::dataVersion()
{
    Rows rows = run("PRAGMA data_version");
    return rows.next() ? rows.integer(0) : 0;
}

Rows::~Rows()
{
    if (m_query)
        m_query->finish();
}

bool Rows::next()
{
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        throw StorageFailure(errorOf(m_query->lastError(), m_query->lastQuery()));
    return false;
}

bool Rows::isNull(int column) const { return m_query->isNull(column); }
qint64 Rows::integer(int column) const { return m_query->value(column).toLongLong(); }
QString Rows::text(int column) const { return m_query->value(column).toString(); }
QByteArray Rows::blob(int column) const { return m_query->value(column).toByteArray(); }
int Rows::changed() const { return m_query->numRowsAffected(); }

} // namespace foyer
