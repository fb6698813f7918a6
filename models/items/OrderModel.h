#pragma once

#include "domain/Deliver.h"
#include "domain/FoundOrders.h"
#include "domain/MoneyBack.h"
#include "domain/Staff.h"
#include "domain/VisitMoney.h"
#include "domain/Wallet.h"
#include "items/Problem.h"
#include "items/TenderModel.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

namespace foyer {

class BoxOffice;
class TenderDesk;

/// One order opened at a counter: its tickets as rows, some of which may be chosen, what was done with it, and what may
/// be done now. In the UI thread.
class OrderModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { ChosenColumn, SeatColumn, TypeColumn, PriceColumn, ColumnCount };

    /// Both are the caller's and live longer.
    OrderModel(BoxOffice &office, TenderDesk &tenders, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override; ///< facts without words

    const std::optional<OrderFile> &file() const { return m_file; } ///< nothing: none is open
    const Ticket &ticket(int row) const { return m_file->order.tickets[row]; }
    bool isChosen(int row) const { return m_chosen.contains(ticket(row).seat); }
    /// In the plan's order; none: an act is about all that are left.
    QList<SeatIndex> chosen() const;
    Money worth() const;                                                      ///< of what an act would be about
    bool isElsewhere() const { return m_file && !m_file->machine.isEmpty(); } ///< another machine sold it
    /// Something is asked, money is on its way, or another order is wanted by now.
    bool isBusy() const { return m_busy || m_givesBack || m_tender.tender() || !m_file || m_file->order.id != m_order; }
    bool can(OrderAct act) const;
    std::optional<Refusal> whyNot(OrderAct act) const;
    TenderModel &tender() { return m_tender; } ///< money of an order on its way back, open or not any more
    /// A guest's money that is on a code since the last refund, whatever is open now; gone with the clerk.
    struct Code {
        QString number; ///< the order's
        Claim claim;
    };
    const std::optional<Code> &code() const { return m_code; }

    void setClerk(const std::optional<StaffId> &clerk); ///< nobody: it is closed
    void open(OrderId order);
    void close();
    void refresh(); ///< of what another machine sold nobody tells when it changes
    void toggle(int row);

    void printAgain();
    void refund(std::optional<TenderKind> to, const Consent &by);
    void voidSale(const Consent &by);
    void exchange();
    void setContact(const Contact &contact);

Q_SIGNALS:
    void changed();
    void printWanted(const foyer::Order &order);
    void exchangeWanted(const foyer::Order &order, const QList<foyer::SeatIndex> &seats);
    void asked(); ///< the office, anew: what it said before is over
    void failed(const foyer::Problem &problem);

private:
    void giveBack(RefundWish wish);
    void settled(const TenderOutcome &outcome);
    void read();
    void show(const OrderFile &file);
    void clear();
    void setBusy(bool busy);
    /// One question at a time; its answer is dropped when another order is open by then.
    template <typename T, typename Handler>
    void ask(QFuture<Result<T>> future, Handler handler);

    BoxOffice &m_office;
    TenderDesk &m_tenders;
    TenderModel m_tender;
    std::optional<StaffId> m_clerk;
    OrderId m_order; ///< that is wanted
    int m_opened = 0;
    std::optional<OrderFile> m_file;
    QSet<SeatIndex> m_chosen;
    QString m_moneyOf;              ///< the number of the order whose money is on its way back
    std::optional<Claim> m_leaving; ///< the code that it was on: good again where no device gives it
    std::optional<Code> m_code;
    RequestId m_print; ///< whose end nobody knows; null: none
    bool m_busy = false;
    bool m_givesBack = false; ///< one at a time, whatever is open by then
    QTimer m_stale;           ///< another order is wanted, which may come from the hub
    bool m_isReading = false, m_readAgain = false;
};

template <typename T, typename Handler>
void OrderModel::ask(QFuture<Result<T>> future, Handler handler)
{
    Q_EMIT asked();
    setBusy(true);
    deliver(std::move(future), this, [this, handler = std::move(handler), opened = m_opened](const Result<T> &result) {
        if (opened != m_opened)
            return;
        m_busy = false;
        if (result.ok())
            handler(result.value());
        else
            Q_EMIT failed(Problem::of(result));
        Q_EMIT changed();
    });
}

} // namespace foyer
