#pragma once

#include "items/ShiftModel.h"
#include "ui/desk/DeskPage.h"
#include "ui/theme/Paint.h"

class QLineEdit;
class QStackedLayout;

namespace foyer {

class ActionButton;
class Amount;
class Card;
class CashPiles;
class Facts;
class Label;
class PaperView;
class Printer;
class ShiftRows;
class Table;

/// The drawer (F4): opened with a float, how far it got, cash to and from the safe, counted blind, and what came of it;
/// beside it those that were closed. F9 is always the next thing to do.
class ShiftPage : public DeskPage
{
    Q_OBJECT
public:
    /// The printer is the caller's and lives longer.
    ShiftPage(DeskModel &desk, Printer &printer, QWidget *parent = nullptr);

    Heading heading() const override;
    void begin() override;
    void retranslate() override;

protected:
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class View : quint8 { Loading, Opening, Day, Moving, Counting, Closed };
    QWidget *makePiles();
    QWidget *makeDay();
    QWidget *makeMoving();
    QWidget *makeClosed();
    QWidget *makeHistory();
    QWidget *makeActions();
    ActionButton *addAction(const QString &key, int shortcut, ButtonLook look, void (ShiftPage::*act)());
    View view() const;
    void turnTo(View view);
    void refresh();
    void refreshDay();
    void refreshMoving();
    void refreshClosed();
    void goOn();
    void back();
    void beginMove();
    void print();
    void savePdf();
    void tell(const Problem &problem);
    std::optional<ShiftReport> paper() const; ///< that would be printed
    std::optional<Money> amountToMove() const;

    ShiftModel m_shifts;
    Printer &m_printer;
    View m_wanted = View::Loading; ///< while a drawer is open: Day, Moving or Counting
    View m_shown = View::Loading;
    QStackedLayout *m_stack;
    Card *m_loading, *m_piles, *m_day, *m_moving, *m_closed;
    Label *m_pilesTitle, *m_pilesHint, *m_said;
    CashPiles *m_count;
    Label *m_dayTitle, *m_dayMore, *m_salesTitle, *m_tendersTitle, *m_drawerTitle, *m_blind;
    Amount *m_sold;
    Facts *m_sales, *m_tenders, *m_drawer;
    Label *m_moveTitle, *m_moveHint;
    QLineEdit *m_amount;
    ActionButton *m_out, *m_in;
    Label *m_resultTitle, *m_resultMore;
    Amount *m_result;
    Facts *m_resultFacts;
    PaperView *m_paper;
    ShiftRows *m_rows;
    Table *m_history;
    Label *m_historyTitle, *m_noHistory;
    ActionButton *m_main, *m_move, *m_print, *m_pdf, *m_back;
};

} // namespace foyer
