#include "items/TasksModel.h"

#include "domain/Deliver.h"
#include "services/Shop.h"

namespace foyer {

namespace {
constexpr auto readAgain = std::chrono::seconds(30);
}

TasksModel::TasksModel(BoxOffice &office, QObject *parent) : QAbstractTableModel(parent), m_office(office)
{
    m_again.setInterval(readAgain);
    connect(&m_again, &QTimer::timeout, this, [this] { read(false); });
    connect(&office.shop(), &Shop::hubStateChanged, this, [this] {
        if (m_office.hasHub() && m_loaded && m_isWhole != (m_office.shop().hubState()->reach == Reach::Online))
            read(false);
    });
}

int TasksModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_tasks.size()); }

QVariant TasksModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const HubTask &task = m_tasks[index.row()];
    switch (Column(index.column())) {
    case KindColumn: return int(task.kind);
    case AboutColumn: return task.performance.value;
    case AmountColumn: return task.amount.minor;
    case DueColumn: return task.due;
    case OwnerColumn: return task.owner ? task.owner->name : QString();
    case ColumnCount: break;
    }
    return {};
}

std::shared_ptr<const OrderDate> TasksModel::date(int row) const { return m_dates.value(m_tasks[row].performance); }

int TasksModel::rowOf(const QString &name) const
{
    const auto found =
        std::find_if(m_tasks.begin(), m_tasks.end(), [&](const HubTask &task) { return task.id == name; });
    return found == m_tasks.end() ? -1 : int(found - m_tasks.begin());
}

bool TasksModel::isOverdue(int row) const { return m_tasks[row].due <= m_office.shop().clock().utc(); }

void TasksModel::setClerk(const std::optional<StaffMember> &who)
{
    ++m_session;
    ++m_reading;
    m_who = who;
    m_loaded = m_busy = false;
    m_isWhole = true;
    m_claim.reset();
    m_refused.reset();
    beginResetModel();
    m_tasks.clear();
    m_dates.clear();
    endResetModel();
    if (who)
        m_again.start();
    else
        m_again.stop();
    Q_EMIT changed();
    read(false);
}

void TasksModel::refresh() { read(true); }

void TasksModel::read(bool isAsked)
{
    if (!m_who)
        return;
    deliver(
        m_office.tasks(m_who->id), this, [this, isAsked, reading = ++m_reading](const Result<BoxOffice::Tasks> &found) {
            if (reading != m_reading || !m_who)
                return;
            if (found.ok())
                show(found.value());
            else if (isAsked) // else whoever sells would be disturbed every half minute
                Q_EMIT failed(Problem::of(found));
        });
}

void TasksModel::show(const BoxOffice::Tasks &found)
{
    const QList<HubTask> &tasks = found.all.tasks;
    const bool isSame = std::equal(m_tasks.begin(), m_tasks.end(), tasks.begin(), tasks.end(),
        [](const HubTask &a, const HubTask &b) { return a.id == b.id; });
    m_loaded = true;
    m_isWhole = found.all.isWhole;
    m_refused = found.refused;
    if (!isSame)
        beginResetModel();
    m_tasks = tasks;
    m_dates = found.dates;
    if (!isSame)
        endResetModel();
    else if (!tasks.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT changed();
}

void TasksModel::take(int row)
{
    if (m_who && row >= 0 && row < m_tasks.size())
        act({.kind = HouseAct::Kind::TakeTask, .by = {*m_who, QString()}, .task = m_tasks[row].id});
}

void TasksModel::settle(const QString &task, Remedy remedy, const Consent &by)
{
    act({.kind = HouseAct::Kind::SettleTask, .by = by, .task = task, .remedy = remedy});
}

void TasksModel::act(const HouseAct &wanted)
{
    if (!m_who || m_busy)
        return;
    m_busy = true;
    m_claim.reset();
    Q_EMIT changed();
    deliver(m_office.act(wanted), this, [this, session = m_session](const Result<HouseActDone> &answer) {
        if (session != m_session)
            return;
        m_busy = false;
        if (answer.ok())
            m_claim = answer.value().claim;
        else
            Q_EMIT failed(Problem::of(answer));
        Q_EMIT changed();
        refresh();
    });
}

} // namespace foyer
