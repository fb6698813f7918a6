#pragma once

#include "items/TasksModel.h"
#include "wording/Wording.h"

#include <QIdentityProxyModel>

namespace foyer {

/// Tasks in words: what each is, about what, until when, and who looks after it.
class TaskRows : public QIdentityProxyModel
{
    Q_OBJECT
public:
    /// `tasks` is the caller's and lives longer.
    TaskRows(TasksModel &tasks, const Clock &clock, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    QString about(int row) const; ///< the date; empty: it is about none
    QString what(int row) const;  ///< the seat, or how much
    QString due(int row) const;   ///< "14:00", "overdue since 14:00"
    QString owner(int row) const; ///< "Kim · Desk 2"
    void retranslate(const QTimeZone &zone);

private:
    QString text(int row, int column) const;

    TasksModel &m_tasks;
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace foyer
