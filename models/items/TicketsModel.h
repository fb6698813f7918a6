#pragma once

#include "domain/HouseSettings.h"
#include "domain/MoneyBack.h"
#include "domain/Order.h"
#include "domain/Token.h"
#include "items/Problem.h"

#include <QAbstractListModel>
#include <QFuture>
#include <QSet>

namespace foyer {

class Shop;

/// A customer's own orders as rows, one of them in front of them: its tickets may be chosen, printed again and
/// cancelled, which is asked about first. In the UI thread.
class TicketsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { OrderRole = Qt::UserRole + 1, StartRole, LiveRole };

    TicketsModel(Shop &shop, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override; ///< facts without words

    const QList<Order> &orders() const { return m_orders; }
    bool isWhole() const { return m_isWhole; }     ///< else what other machines sold can't all be seen now
    bool isReading() const { return m_isReading; } ///< of what others sold; what this one did is there
    int row() const { return m_row; }              ///< -1: there are none
    const Order *order() const { return m_orders.empty() ? nullptr : &m_orders[m_row]; }
    bool isChosen(SeatIndex seat) const { return m_chosen.contains(seat); }
    /// What would be cancelled: the tickets that were chosen, else all that are left.
    QList<SeatIndex> seats() const;
    Money worth() const; ///< of these
    bool isBusy() const { return m_busy; }
    bool canPrint() const { return !m_busy && !seats().isEmpty(); }
    bool canCancel() const { return !m_busy && !whyNot(); }
    /// Why nothing of the order can be cancelled here; nothing: it can.
    std::optional<Refused> whyNot() const;
    bool isAsking() const { return m_isAsking; } ///< whether they mean it
    /// Just done with the order in front; nothing: nothing was.
    const std::optional<MoneyBack> &back() const { return m_back; }

    void open(const TicketProof &proof, const HouseSettings &settings);
    void close();
    void show(int row);
    void toggle(SeatIndex seat);
    void askCancel();
    void keep(); ///< they don't, or have read what was done
    void cancel();
    void printAgain();

Q_SIGNALS:
    void opened();
    void changed();
    void busyChanged();
    void asked(); ///< anew: what was said before is over
    void failed(const foyer::Problem &problem);
    void printWanted(const foyer::Order &order);
    void codeGiven(const foyer::Claim &claim); ///< a guest's money

private:
    QList<Ticket> tickets() const; ///< of the order in front
    void askForLost(const Problem &isVoid);
    void read();
    void readElsewhere();
    void setOrders(const QList<Order> &orders);
    void add(const QList<Order> &read);
    void cancelled(const MoneyBack &back);
    void setBusy(bool busy);
    /// One question at a time; its answer is dropped when it was closed meanwhile.
    template <typename T, typename Handler>
    void ask(QFuture<Result<T>> future, Handler handler);

    Shop &m_shop;
    TicketProof m_proof;
    HouseSettings m_settings;
    QList<Order> m_orders;
    int m_row = -1;
    QSet<SeatIndex> m_chosen;
    std::optional<MoneyBack> m_back;
    int m_opened = 0;
    bool m_isWhole = true;
    bool m_isReading = false;
    bool m_isAsking = false;
    bool m_busy = false;
};

} // namespace foyer
