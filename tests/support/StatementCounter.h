#pragma once

#include "storage/Connection.h"

#include <QList>

namespace foyer::test {

/// Keeps every statement that ran, with its arguments: for 'how many', 'how often' and 'was it in there'.
class StatementCounter final : public StatementObserver
{
public:
    struct Statement {
        QString sql;
        QVariantList arguments;
    };

    bool aboutToRun(const char *sql, const QVariantList &arguments) override
    {
        m_statements.append({QString::fromUtf8(sql).simplified(), arguments});
        return true;
    }

    void reset() { m_statements.clear(); }
    int count() const { return int(m_statements.size()); }
    /// How many began so: "UPDATE head".
    int countOf(QStringView start) const
    {
        return int(std::count_if(m_statements.begin(), m_statements.end(),
            [&](const Statement &statement) { return statement.sql.startsWith(start); }));
    }
    const QList<Statement> &statements() const { return m_statements; }

private:
    QList<Statement> m_statements;
};

} // namespace foyer::test
