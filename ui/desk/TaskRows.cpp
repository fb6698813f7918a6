#include "ui/desk/TaskRows.h"

#include "domain/Clock.h"

namespace foyer {

using namespace Qt::StringLiterals;

TaskRows::TaskRows(TasksModel &tasks, const Clock &clock, QObject *parent)
    : QIdentityProxyModel(parent), m_tasks(tasks), m_clock(clock)
{
    setSourceModel(&tasks);
}

QString TaskRows::about(int row) const
{
    const auto date = m_tasks.date(row);
    if (!date)
        return {};
    const Wording words;
    return date->show.title.in(words.locale().name().left(2)) + u" · "_s +
           words.dateTimeText(date->performance.startsAt, m_zone);
}

QString TaskRows::what(int row) const
{
    const HubTask &task = m_tasks.task(row);
    const Wording words;
    const auto date = m_tasks.date(row);
    const bool isOfSeat = task.kind == HubTask::Kind::SeatSoldTwice;
    if (!isOfSeat)
        return words.money(task.amount);
    return date && date->plan->contains(task.seat) ? words.seatText(nameOfSeat(*date->plan, task.seat)) : QString();
}

QString TaskRows::due(int row) const
{
    const QString moment = Wording().momentText(m_tasks.task(row).due, m_clock.utc(), m_zone);
    return m_tasks.isOverdue(row) ? tr("overdue since %1").arg(moment) : moment;
}

QString TaskRows::owner(int row) const
{
    const auto &owner = m_tasks.task(row).owner;
    if (!owner)
        return tr("nobody yet");
    return owner->machine.isEmpty() ? owner->name : owner->name + u" · "_s + owner->machine;
}

QString TaskRows::text(int row, int column) const
{
    switch (TasksModel::Column(column)) {
    case TasksModel::KindColumn: return Wording().name(m_tasks.task(row).kind);
    case TasksModel::AboutColumn: {
        const auto date = m_tasks.date(row);
        return date ? date->show.title.in(Wording().locale().name().left(2)) : u"–"_s;
    }
    case TasksModel::AmountColumn: return what(row);
    case TasksModel::DueColumn: return due(row);
    case TasksModel::OwnerColumn: return owner(row);
    case TasksModel::ColumnCount: break;
    }
    return {};
}

QVariant TaskRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? text(index.row(), index.column()) : QVariant();
}

QVariant TaskRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    switch (TasksModel::Column(section)) {
    case TasksModel::KindColumn: return tr("What has to be put right");
    case TasksModel::AboutColumn: return tr("Performance");
    case TasksModel::AmountColumn: return tr("Seat or sum");
    case TasksModel::DueColumn: return tr("Until");
    case TasksModel::OwnerColumn: return tr("Taken by");
    case TasksModel::ColumnCount: break;
    }
    return {};
}

void TaskRows::retranslate(const QTimeZone &zone)
{
    m_zone = zone;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, TasksModel::ColumnCount - 1);
    if (const int rows = rowCount(); rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(rows - 1, TasksModel::ColumnCount - 1));
}

} // namespace foyer
