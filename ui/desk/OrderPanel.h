#pragma once

#include "items/DeskModel.h"
#include "items/OrderModel.h"
#include "ui/theme/Paint.h"

#include <QKeySequence>
#include <QWidget>

class QStackedLayout;

namespace foyer {

class ActionButton;
class ContactEntry;
class EmptyState;
class Label;
class RefundEntry;
class Table;
class TicketRows;

/// The order that is open: what it is, its tickets, what was done with it, and a key for all that may be done now.
class OrderPanel : public QWidget
{
    Q_OBJECT
public:
    OrderPanel(DeskModel &desk, OrderModel &order, QWidget *parent = nullptr);

    void retranslate();
    void focusTickets();
    void tell(const Problem &problem); ///< why an act wasn't done: beside its key, where it is about the house

Q_SIGNALS:
    void left(); ///< whoever was at the tickets goes back to the search

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Act {
        ActionButton *button;
        std::optional<OrderAct> needs; ///< nothing: only an open order
    };
    ActionButton *addAct(const QString &name, Qt::Key key, std::optional<OrderAct> needs, void (OrderPanel::*act)());
    QWidget *makeFile();
    void say();
    void refresh();
    void showWords();
    void showMoney();
    QString sumText() const;
    void askRefund();
    void refund(std::optional<TenderKind> to);
    void askVoid();
    void askContact();
    void print() { m_order.printAgain(); }
    void exchange() { m_order.exchange(); }
    void endEntry();

    DeskModel &m_desk;
    OrderModel &m_order;
    QStackedLayout *m_stack;
    EmptyState *m_empty;
    Label *m_title, *m_state, *m_what, *m_who, *m_sum, *m_paid, *m_money, *m_said, *m_historyTitle, *m_history;
    TicketRows *m_rows;
    Table *m_tickets;
    RefundEntry *m_refund;
    ContactEntry *m_contact;
    QWidget *m_buttons;
    QList<Act> m_acts;
    Refused m_why;    ///< what is said beside the keys
    OrderId m_saidOf; ///< that it is about
    ActionButton *m_print, *m_giveBack, *m_exchange, *m_void, *m_name;
};

} // namespace foyer
