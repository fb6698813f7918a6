#pragma once

#include <QVariant>

class QSqlQuery;

namespace foyer {

/// The rows of one statement. Finishes it when it goes, so that a RETURNING left on its first row can't block COMMIT.
class Rows
{
public:
    explicit Rows(QSqlQuery &query) : m_query(&query) {}
    Rows(Rows &&other) noexcept : m_query(std::exchange(other.m_query, nullptr)) {}
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    bool next(); ///< throws StorageFailure when reading on fails
    bool isNull(int column) const;
    qint64 integer(int column) const;
    int small(int column) const { return int(integer(column)); }
    bool flag(int column) const { return integer(column) != 0; }
    QString text(int column) const;
    QByteArray blob(int column) const;
    int changed() const; ///< rows that an UPDATE, INSERT or DELETE touched

private:
    QSqlQuery *m_query;
};

} // namespace foyer
