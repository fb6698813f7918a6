#pragma once

#include "domain/HubTask.h"

#include <QHash>

namespace foyer {

class Connection;

/// Since when each open task is known, and who has taken it. Calls throw StorageFailure.
class TaskStore
{
public:
    explicit TaskStore(Connection &db) : m_db(db) {}

    struct Known {
        QDateTime since; ///< UTC
        std::optional<TaskOwner> owner;
    };
    QHash<QString, Known> all() const;
    void add(const QString &task, const QDateTime &since);
    void setOwner(const QString &task, const TaskOwner &owner);
    void remove(const QString &task);

private:
    Connection &m_db;
};

} // namespace foyer
