#include "storage/TaskStore.h"

#include "storage/Connection.h"

namespace foyer {

namespace {
constexpr auto selectAll = "SELECT id, since, staff, name, node FROM task";
constexpr auto insertTask = "INSERT INTO task (id, since) VALUES (?, ?)";
constexpr auto updateOwner = "UPDATE task SET staff = ?, name = ?, node = ? WHERE id = ?";
constexpr auto deleteTask = "DELETE FROM task WHERE id = ?";
} // namespace

QHash<QString, TaskStore::Known> TaskStore::all() const
{
    QHash<QString, Known> known;
    for (Rows rows = m_db.run(selectAll); rows.next();) {
        Known task{QDateTime::fromMSecsSinceEpoch(rows.integer(1), Qt::UTC), std::nullopt};
        if (!rows.isNull(2))
            task.owner =
                TaskOwner{StaffId::fromBytes(rows.blob(2)), rows.text(3), NodeId::fromBytes(rows.blob(4)), QString()};
        known.insert(rows.text(0), task);
    }
    return known;
}

void TaskStore::add(const QString &task, const QDateTime &since)
{
    m_db.run(insertTask, {task, since.toMSecsSinceEpoch()});
}

void TaskStore::setOwner(const QString &task, const TaskOwner &owner)
{
    m_db.run(updateOwner, {owner.staff.bytes(), owner.name, owner.node.bytes(), task});
}

void TaskStore::remove(const QString &task) { m_db.run(deleteTask, {task}); }

} // namespace foyer
