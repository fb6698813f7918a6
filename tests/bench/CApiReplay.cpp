#include "CApiReplay.h"

#include <QCryptographicHash>
#include <sqlite3.h>

namespace foyer::bench {

namespace {
void check(int result, sqlite3 *db)
{
    if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
        qFatal("%s", sqlite3_errmsg(db));
}

sqlite3 *open(const QString &file)
{
    sqlite3 *db = nullptr;
    check(sqlite3_open(file.toUtf8().constData(), &db), db);
    return db;
}
} // namespace

CApiReplay::CApiReplay(const QString &file, bool durable, const Recorder &recorded) : m_db(open(file))
{
    for (const char *pragma : {"PRAGMA foreign_keys = ON", "PRAGMA trusted_schema = OFF",
             "PRAGMA recursive_triggers = ON", "PRAGMA cache_size = -16384", "PRAGMA journal_mode = WAL",
             durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF", "PRAGMA wal_autocheckpoint = 0"})
        check(sqlite3_exec(m_db, pragma, nullptr, nullptr, nullptr), m_db);
    for (qsizetype i = 0; i < recorded.parts(); ++i) {
        std::vector<Step> &steps = m_parts.emplace_back();
        for (const Recorder::Statement &statement : recorded.part(i)) {
            Step &step = steps.emplace_back(Step{prepared(statement.sql), {}});
            for (const QVariant &argument : statement.arguments)
                step.values.push_back(valueOf(argument));
        }
    }
}

CApiReplay::~CApiReplay()
{
    for (const auto &[sql, statement] : m_prepared)
        sqlite3_finalize(statement);
    sqlite3_close(m_db);
}

CApiReplay::Value CApiReplay::valueOf(const QVariant &variant)
{
    if (variant.isNull())
        return {};
    switch (variant.typeId()) {
    case QMetaType::QByteArray: return {Value::Blob, 0, variant.toByteArray()};
    case QMetaType::QString: return {Value::Text, 0, variant.toString().toUtf8()};
    default: return {Value::Integer, variant.toLongLong(), {}};
    }
}

sqlite3_stmt *CApiReplay::prepared(const char *sql)
{
    sqlite3_stmt *&statement = m_prepared[sql];
    if (!statement)
        check(sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr), m_db);
    return statement;
}

void CApiReplay::run(qsizetype part)
{
    for (const Step &step : m_parts[size_t(part)])
        runStep(step);
}

void CApiReplay::runStep(const Step &step)
{
    sqlite3_stmt *statement = step.statement;
    for (size_t i = 0; i < step.values.size(); ++i) {
        const Value &value = step.values[i];
        const int index = int(i) + 1;
        switch (value.type) {
        case Value::Null: sqlite3_bind_null(statement, index); break;
        case Value::Integer: sqlite3_bind_int64(statement, index, value.integer); break;
        case Value::Text:
            sqlite3_bind_text(statement, index, value.bytes.constData(), int(value.bytes.size()), SQLITE_STATIC);
            break;
        case Value::Blob:
            sqlite3_bind_blob(statement, index, value.bytes.constData(), int(value.bytes.size()), SQLITE_STATIC);
            break;
        }
    }
    int result = SQLITE_ROW;
    while ((result = sqlite3_step(statement)) == SQLITE_ROW)
        for (int column = sqlite3_column_count(statement) - 1; column >= 0; --column)
            m_read += sqlite3_column_type(statement, column) == SQLITE_INTEGER
                          ? sqlite3_column_int64(statement, column)
                          : sqlite3_column_bytes(statement, column);
    check(result, m_db);
    sqlite3_reset(statement);
}

QByteArray digestOf(const QString &file)
{
    sqlite3 *db = open(file);
    QCryptographicHash digest(QCryptographicHash::Sha256);
    QList<QByteArray> tables;
    const auto all = [&](const QByteArray &sql, auto perRow) {
        sqlite3_stmt *statement = nullptr;
        check(sqlite3_prepare_v2(db, sql.constData(), -1, &statement, nullptr), db);
        while (sqlite3_step(statement) == SQLITE_ROW)
            perRow(statement);
        sqlite3_finalize(statement);
    };
    all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
        [&](sqlite3_stmt *row) { tables.append(reinterpret_cast<const char *>(sqlite3_column_text(row, 0))); });
    for (const QByteArray &table : tables)
        all("SELECT * FROM " + table, [&](sqlite3_stmt *row) {
            for (int column = 0; column < sqlite3_column_count(row); ++column) {
                const QByteArray value(
                    static_cast<const char *>(sqlite3_column_blob(row, column)), sqlite3_column_bytes(row, column));
                digest.addData(QByteArray::number(sqlite3_column_type(row, column)) + ':' +
                               QByteArray::number(value.size()) + ':' + value);
            }
        });
    sqlite3_close(db);
    return digest.result();
}

} // namespace foyer::bench
