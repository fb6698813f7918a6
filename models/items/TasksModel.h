#pragma once

#include "items/Problem.h"
#include "services/BoxOffice.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace foyer {

/// What only people can put right, what is due first before others; read again every half minute while somebody works
/// here, and when a page comes into view. In the UI thread.
class TasksModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { KindColumn, AboutColumn, AmountColumn, DueColumn, OwnerColumn, ColumnCount };

    TasksModel(BoxOffice &office, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    /// Facts without words; who shows them says them in a language.
    QVariant data(const QModelIndex &index, int role) const override;

    const HubTask &task(int row) const { return m_tasks[row]; }
    std::shared_ptr<const OrderDate> date(int row) const; ///< nothing: it is about none, or one that isn't known here
    int rowOf(const QString &task) const;                 ///< -1: it isn't open any more
    bool isLoaded() const { return m_loaded; }
    bool isWhole() const { return m_isWhole; } ///< else the hub is away or refuses, and these are this machine's own
    const std::optional<Refused> &refused() const { return m_refused; } ///< why the hub does
    bool isBusy() const { return m_busy; }
    bool isOverdue(int row) const;
    const std::optional<Claim> &claim() const { return m_claim; } ///< of what was settled last

    /// Whoever works here now; nobody: nothing is kept.
    void setClerk(const std::optional<StaffMember> &who);
    void refresh(); ///< somebody looks: a failure is told
    void take(int row);
    void settle(const QString &task, Remedy remedy, const Consent &by);

Q_SIGNALS:
    void changed();
    void failed(const foyer::Problem &problem);

private:
    void read(bool isAsked);
    void show(const BoxOffice::Tasks &found);
    void act(const HouseAct &wanted);

    BoxOffice &m_office;
    QTimer m_again;
    std::optional<StaffMember> m_who;
    QList<HubTask> m_tasks;
    BoxOffice::Dates m_dates;
    std::optional<Refused> m_refused;
    std::optional<Claim> m_claim;
    int m_session = 0; ///< answers to an earlier one's questions are dropped
    int m_reading = 0; ///< an answer to an earlier reading is dropped
    bool m_loaded = false, m_isWhole = true, m_busy = false;
};

} // namespace foyer
