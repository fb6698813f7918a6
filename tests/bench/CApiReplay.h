#pragma once

#include "storage/Connection.h"

#include <QList>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace foyer::bench {

/// What the services asked of the database: statements with their values, in order, cut into parts.
class Recorder final : public StatementObserver
{
public:
    struct Statement {
        const char *sql;
        QVariantList arguments;
    };
    bool aboutToRun(const char *sql, const QVariantList &arguments) override
    {
        m_statements.append({sql, arguments});
        return true;
    }
    void cut() { m_ends.append(m_statements.size()); } ///< a part ends here
    qsizetype parts() const { return m_ends.size(); }
    QList<Statement> part(qsizetype index) const
    {
        const qsizetype from = index ? m_ends[index - 1] : 0;
        return m_statements.mid(from, m_ends[index] - from);
    }

private:
    QList<Statement> m_statements;
    QList<qsizetype> m_ends;
};

/// The limit: the recorded statements through SQLite's C API, prepared once, with the pragmas of Connection. Every
/// row is stepped to and every column read.
class CApiReplay
{
public:
    CApiReplay(const QString &file, bool durable, const Recorder &recorded);
    ~CApiReplay();
    Q_DISABLE_COPY_MOVE(CApiReplay)

    void run(qsizetype part);
    qsizetype parts() const { return qsizetype(m_parts.size()); }

private:
    struct Value {
        enum { Null, Integer, Text, Blob } type = Null;
        qint64 integer = 0;
        QByteArray bytes;
    };
    struct Step {
        sqlite3_stmt *statement;
        std::vector<Value> values;
    };
    static Value valueOf(const QVariant &variant);
    sqlite3_stmt *prepared(const char *sql);
    void runStep(const Step &step);

    sqlite3 *m_db = nullptr;
    std::unordered_map<const char *, sqlite3_stmt *> m_prepared;
    std::vector<std::vector<Step>> m_parts;
    qint64 m_read = 0; ///< so that reading columns isn't optimised away
};

/// A digest of every row of every table, to compare two databases by.
QByteArray digestOf(const QString &file);

} // namespace foyer::bench
