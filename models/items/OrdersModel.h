#pragma once

#include "domain/HouseOrders.h"
#include "domain/Staff.h"
#include "items/Problem.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

namespace foyer {

class BoxOffice;

/// Orders that fit what is typed, the likeliest first, fetched as they are looked at. One search is under way at a
/// time; what was typed meanwhile is searched for next, and only the newest of it. Of a terminal, what other machines
/// of its house sold comes under them, once nothing was typed for a moment and its hub has answered. In the UI thread.
class OrdersModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        NumberColumn,
        WhoColumn,
        DateColumn,
        ShowColumn,
        SeatsColumn,
        TotalColumn,
        MachineColumn,
        ColumnCount
    };

    OrdersModel(BoxOffice &office, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    /// Facts without words; who shows them says them in a language.
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    const OrderLine &line(int row) const { return m_lines[row]; }
    QString machine(int row) const { return m_machines.value(m_lines[row].id); } ///< another's; empty: sold here
    int rowOf(OrderId order) const; ///< -1: not among those that were fetched
    const QString &typed() const { return m_typed; }
    bool isSearching() const { return m_searching; } ///< what is shown isn't what was typed yet

    bool isLookingElsewhere() const { return m_pause.isActive() || m_isAsking; }
    bool isAway() const; ///< the hub is: what other machines sold can't be found now

    void setClerk(const std::optional<StaffId> &clerk); ///< nobody: nothing is shown
    void search(const QString &typed);
    void update(const OrderFile &file); ///< what its row says of it

Q_SIGNALS:
    void found();          ///< rows for what is typed now
    void foundElsewhere(); ///< whatever the hub knows of it, or nothing
    void awayChanged();
    void searchingChanged();
    void failed(const foyer::Problem &problem);

private:
    void begin();
    void ask(const OrderCursor &from, int count);
    void arrived(const Result<OrderPage> &page, bool isFirst);
    void lookElsewhere();
    void arrivedElsewhere(const HouseOrdersFound &found);
    QList<OrderLine> fresh(QList<OrderLine> lines);
    void setSearching(bool searching);

    BoxOffice &m_office;
    std::optional<StaffId> m_clerk;
    QString m_typed;
    QList<OrderReading> m_readings;
    QList<OrderLine> m_lines;
    QSet<OrderId> m_shown; ///< where several readings may name the same
    std::optional<OrderCursor> m_next;
    int m_wish = 0;        ///< counts what was wanted
    int m_asked = 0;       ///< the wish that is under way
    bool m_isBusy = false; ///< with a search or a page
    bool m_searching = false;
    QHash<OrderId, QString> m_machines; ///< of those of other machines, which are the last
    QString m_machinesOf;               ///< what was typed for them
    QTimer m_pause;                     ///< until the hub is asked
    bool m_isAsking = false;            ///< the hub
    bool m_wasAway = false;
};

} // namespace foyer
