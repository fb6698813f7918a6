#pragma once

#include <QByteArray>
#include <QString>
#include <QVariant>
#include <optional>
#include <utility>

struct sqlite3_stmt;

namespace foyer {

class Connection;

/// The rows of one statement. Resets it when it goes, so that a RETURNING left on its first row can't block COMMIT.
class Rows
{
public:
    Rows(Rows &&other) noexcept
        : m_connection(other.m_connection), m_statement(std::exchange(other.m_statement, nullptr)),
          m_changed(other.m_changed), m_isBeforeFirst(other.m_isBeforeFirst)
    {
    }
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    bool next(); ///< throws StorageFailure when reading on fails
    bool isNull(int column) const;
    qint64 integer(int column) const;
    int small(int column) const { return int(integer(column)); }
    bool flag(int column) const { return integer(column) != 0; }
    QString text(int column) const;
    QByteArray blob(int column) const;
    int changed() const { return m_changed; } ///< rows that an UPDATE, INSERT or DELETE touched

private:
    friend class Connection;
    Rows(Connection &connection, sqlite3_stmt *statement, int changed, bool hasRow)
        : m_connection(connection), m_statement(statement), m_changed(changed), m_isBeforeFirst(hasRow)
    {
    }

    Connection &m_connection;
    sqlite3_stmt *m_statement;
    int m_changed;
    bool m_isBeforeFirst; ///< the statement stands on its first row, which next() hasn't given yet
};

template <typename IdType>
QVariant orNull(const std::optional<IdType> &id)
{
    return id ? QVariant(id->bytes()) : QVariant(QMetaType::fromType<QByteArray>());
}

template <typename IdType>
std::optional<IdType> idOrNone(const Rows &rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional(IdType::fromBytes(rows.blob(column)));
}

} // namespace foyer
