#include "storage/Connection.h"

#include "storage/Json.h"

#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>
#include <sqlite3.h>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
Error::Kind kindOf(int code)
{
    switch (code & 0xFF) {
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

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    FOYER_REQUIRE(qstrcmp(handle.typeName(), "sqlite3*") == 0);
    return *static_cast<sqlite3 *const *>(handle.constData());
}

/// SQLite reads texts and bytes where they are: `value` outlives the statement's run.
int bind(sqlite3_stmt *statement, int place, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType: return sqlite3_bind_null(statement, place);
    case QMetaType::QString: {
        const auto &text = *static_cast<const QString *>(value.constData()); // a null one is the empty text to us
        return sqlite3_bind_text16(statement, place, text.utf16(), int(text.size() * 2), nullptr);
    }
    case QMetaType::QByteArray: {
        const auto &bytes = *static_cast<const QByteArray *>(value.constData());
        return bytes.isNull()
                   ? sqlite3_bind_null(statement, place)
                   : sqlite3_bind_blob64(statement, place, bytes.constData(), quint64(bytes.size()), nullptr);
    }
    case QMetaType::Int:
        return value.isNull() ? sqlite3_bind_null(statement, place)
                              : sqlite3_bind_int64(statement, place, *static_cast<const int *>(value.constData()));
    case QMetaType::LongLong:
        return value.isNull() ? sqlite3_bind_null(statement, place)
                              : sqlite3_bind_int64(statement, place, *static_cast<const qint64 *>(value.constData()));
    default: FOYER_REQUIRE(false);
    }
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
    // before SQLite begins; nobody reads its counts, and they cost a lock at every allocation
    [[maybe_unused]] static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    std::unique_ptr<Connection> connection(new Connection(options));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->m_name);
    database.setDatabaseName(file);
    database.setConnectOptions(options.mode == Mode::ReadOnly
                                   ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                                   : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!database.open()) {
        const QSqlError error = database.lastError();
        return Error{kindOf(error.nativeErrorCode().toInt()), error.text() + u" ["_s + file + u']'};
    }
    connection->m_db = handleOf(database);
    try {
        connection->configure();
    } catch (const StorageFailure &failure) {
        return failure.error();
    }
    return connection;
}

void Connection::configure()
{
    runOnce(u"PRAGMA foreign_keys = ON"_s);
    runOnce(u"PRAGMA trusted_schema = OFF"_s);
    runOnce(u"PRAGMA recursive_triggers = ON"_s); // else REPLACE removes a row without its DELETE trigger
    if (m_options.mode == Mode::ReadOnly)
        return;
    runOnce(u"PRAGMA journal_mode = WAL"_s);
    runOnce(m_options.durable ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = OFF"_s);
    runOnce(u"PRAGMA wal_autocheckpoint = 0"_s); // a customer's commit never pays for it: checkpoint()
}

Rows Connection::run(const char *sql, const QVariantList &arguments)
{
    if (m_broken)
        throw StorageFailure({Error::Kind::Io, u"an earlier write failed; the program must start again"_s});
    if (m_options.observer && !m_options.observer->aboutToRun(sql, arguments))
        throw StorageFailure({Error::Kind::Io, u"made to fail: "_s + QString::fromLatin1(sql).simplified()});
    Statement &statement = prepared(sql);
    sqlite3_stmt *const handle = statement.handle.get();
    FOYER_REQUIRE(!sqlite3_stmt_busy(handle)); // rows of it are still being read
    FOYER_REQUIRE(sqlite3_bind_parameter_count(handle) == arguments.size());
    statement.arguments = arguments;
    for (int i = 0; i < arguments.size(); ++i)
        if (bind(handle, i + 1, statement.arguments.at(i)) != SQLITE_OK) // at: a copy of its own isn't wanted
            fail(sql);
    const bool hasRow = step(handle);
    return {*this, handle, sqlite3_changes(m_db), hasRow};
}

bool Connection::step(sqlite3_stmt *statement)
{
    switch (sqlite3_step(statement)) {
    case SQLITE_ROW: return true;
    case SQLITE_DONE: return false;
    default:
        sqlite3_reset(statement); // the connection keeps what went wrong
        fail(sqlite3_sql(statement));
    }
}

Connection::Statement &Connection::prepared(const char *sql)
{
    Statement &statement = m_prepared[sql];
    if (!statement.handle) {
        sqlite3_stmt *fresh = nullptr;
        if (sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &fresh, nullptr) != SQLITE_OK)
            fail(sql);
        statement.handle.reset(fresh);
    }
    return statement;
}

void Connection::Finalize::operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }

void Connection::runOnce(const QString &sql)
{
    const QByteArray text = sql.toUtf8();
    if (sqlite3_exec(m_db, text.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(text.constData());
}

void Connection::fail(const char *sql)
{
    const Error failure{kindOf(sqlite3_extended_errcode(m_db)),
        QString::fromUtf8(sqlite3_errmsg(m_db)) + u" ["_s + QString::fromUtf8(sql).simplified() + u']'};
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
    sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr); // fails when SQLite has already rolled back
}

const HouseSettings &Connection::settingsOf(const QByteArray &json)
{
    if (json != m_settingsText) {
        m_settings = settingsFromJson(QJsonDocument::fromJson(json).object());
        m_settingsText = json;
    }
    return m_settings;
}

void Connection::checkpoint()
{
    const int code = sqlite3_wal_checkpoint_v2(m_db, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (kindOf(code) == Error::Kind::Io)
        m_broken = true; // a failed fsync counts wherever it fails
}

qint64 Connection::dataVersion()
{
    Rows rows = run("PRAGMA data_version");
    return rows.next() ? rows.integer(0) : 0;
}

Rows::~Rows()
{
    if (m_statement)
        sqlite3_reset(m_statement);
}

bool Rows::next()
{
    if (std::exchange(m_isBeforeFirst, false))
        return true;
    return sqlite3_stmt_busy(m_statement) && m_connection.step(m_statement); // never begins anew
}

bool Rows::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
qint64 Rows::integer(int column) const { return sqlite3_column_int64(m_statement, column); }

QString Rows::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
}

QByteArray Rows::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

} // namespace foyer
