#pragma once

#include "items/OrderModel.h"
#include "items/OrdersModel.h"
#include "ui/desk/DeskPage.h"

class QLineEdit;

namespace foyer {

class Label;
class OrderPanel;
class OrderRows;
class Table;

/// Finding an order again: one line takes whatever is known of it, orders under it as it is typed, the one that is
/// meant beside them.
class FindPage : public DeskPage
{
    Q_OBJECT
public:
    /// Both are the caller's and live longer.
    FindPage(DeskModel &desk, TenderDesk &tenders, QWidget *parent = nullptr);

    Heading heading() const override;
    void begin() override;
    void retranslate() override;
    bool scanned(const QString &text) override;

Q_SIGNALS:
    void printWanted(const foyer::Order &order);
    /// Others instead of these seats, none: of all; the selling page goes on with it.
    void exchangeWanted(const foyer::Order &order, const QList<foyer::SeatIndex> &seats);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &typed);
    void chooseRow();
    void refreshCount();
    void refreshHub();
    void showFirst();
    void refreshClerk();

    OrdersModel m_orders;
    OrderModel m_order;
    QLineEdit *m_line;
    Label *m_count;
    Label *m_away; ///< what can't be found while the hub is away
    OrderRows *m_rows;
    Table *m_table;
    OrderPanel *m_panel;
    bool m_staysOpen = false; ///< the order that is open, while its list is read again
};

} // namespace foyer
