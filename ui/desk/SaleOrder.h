#pragma once

#include "items/SaleModel.h"
#include "ui/theme/Paint.h"
#include "ui/widgets/Card.h"

class QVBoxLayout;

namespace foyer {

class ActionButton;
class Amount;
class DeskModel;
class Label;
class OfferRow;
class TenderEntry;

/// The order in the making, beside the hall: its seats, the total, the ways to pay, and the orders put aside.
/// Afterwards what was sold and the change.
class SaleOrder : public QWidget
{
    Q_OBJECT
public:
    explicit SaleOrder(DeskModel &desk, QWidget *parent = nullptr);

    void retranslate();
    /// Nothing is half typed any more.
    void endEntry();

Q_SIGNALS:
    void entryEnded(); ///< typing goes back to where seats are chosen

private:
    enum class Act : quint8 { Cash, Card, Park, GiveAway, SetAside, Cancel };
    ActionButton *addButton(Act act, const QString &key, const QKeySequence &shortcut, ButtonLook look);
    void act(Act act);
    void refresh();
    void refreshLines();
    void refreshRows();
    void refreshState();
    void nextType(int line);
    QString seatText(const SeatName &name) const;

    DeskModel &m_desk;
    SaleModel &m_sale;
    Label *m_title, *m_time, *m_state, *m_more, *m_parkedTitle, *m_blockedTitle, *m_taxTitle, *m_tax, *m_totalTitle;
    Amount *m_total;
    QVBoxLayout *m_lines, *m_rows;
    QList<OfferRow *> m_lineRows, m_parkedRows, m_blockedRows;
    TenderEntry *m_entry;
    QWidget *m_sum, *m_buttons;
    QHash<Act, ActionButton *> m_acts;
};

} // namespace foyer
