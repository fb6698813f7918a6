#pragma once

#include "domain/Deliver.h"
#include "domain/FoundOrders.h"
#include "domain/MoneyBack.h"
#include "domain/Staff.h"
#include "domain/VisitMoney.h"
#include "domain/Wallet.h"
#include "items/Problem.h"

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
    Money worth() const;                                                             ///< of what an act would be about
    bool isBusy() const { return m_busy || !m_file || m_file->order.id != m_order; } ///< also: another is wanted by now
    bool isElsewhere() const { return m_file && !m_file->machine.isEmpty(); }        ///< another machine sold it
    bool can(OrderAct act) const;
    std::optional<Refusal> whyNot(OrderAct act) const;
    /// A guest's money of the refund that was just done.
    const std::optional<Claim> &claim() const { return m_claim; }
    /// Money of an order that wasn't open any more when it was given back: paid out, or on a code.
    struct Late {
        QString number;
        Money amount;
        QString code; ///< empty: it was paid out
    };
    const QList<Late> &late() const { return m_late; } ///< that nobody has taken note of

    void setClerk(const std::optional<StaffId> &clerk); ///< nobody: it is closed
    void open(OrderId order);
    void close();
    void refresh(); ///< of what another machine sold nobody tells when it changes
    void toggle(int row);
    void takeNote(); ///< of what came late

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
    /// What the customer gets of an order, whether it is still open or not.
    struct PaidBack {
        OrderId order;
        QString number;
        Money amount;
        QString code; ///< that it was paid for: good again when the device can't give it
    };
    void gaveBack(const PaidBack &paid, const MoneyBack &back);
    void settled(const TenderOutcome &outcome);
    void giveBack(bool isVoid, std::optional<TenderKind> to, const Consent &by);
    void read();
    void show(const OrderFile &file);
    void clear();
    void setBusy(bool busy);
    /// One question at a time; its answer is dropped when another order is open by then.
    template <typename T, typename Handler>
    void ask(QFuture<Result<T>> future, Handler handler);

    BoxOffice &m_office;
    TenderDesk &m_tenders;
    std::optional<StaffId> m_clerk;
    OrderId m_order; ///< that is wanted
    int m_opened = 0;
    std::optional<OrderFile> m_file;
    QSet<SeatIndex> m_chosen;
    std::optional<Claim> m_claim;
    QList<Late> m_late;
    QHash<TenderId, PaidBack> m_payingOut;
    RequestId m_print; ///< whose end nobody knows; null: none
    bool m_busy = false;
    QTimer m_stale; ///< another order is wanted, which may come from the hub
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
