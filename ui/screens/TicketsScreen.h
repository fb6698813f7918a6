#pragma once

#include "ui/screens/Screen.h"
#include "ui/theme/Tokens.h"

class QVBoxLayout;

namespace foyer {

class ActionButton;
class Card;
class EmptyState;
class Label;
class Notice;
class OfferRow;

/// A customer's own orders, the one in front opened: its tickets to choose, print again and cancel. What will happen is
/// said before it does.
class TicketsScreen : public Screen
{
    Q_OBJECT
public:
    explicit TicketsScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override;
    void mainPressed() override { visit().tickets().printAgain(); }
    void sidePressed() override { visit().tickets().askCancel(); }
    void begin() override;
    void retranslate() override;
    QString message(const Problem &problem) const override;

private:
    void showAll();
    void showRows();
    void showSeats();
    void showWorth();
    void showAsked();
    void say(Tone tone, const QString &title, const QString &text);
    OfferRow *row(int index);
    ActionButton *seat(int index);
    bool isOver(const Order &order) const;
    QString stateOf(const Order &order) const;
    QString seatsOf(const Order &order, const QList<SeatIndex> &seats) const;
    QString toWhom(Money amount, bool isDone) const;

    Label *m_title, *m_away, *m_what, *m_hint, *m_worth;
    EmptyState *m_empty;
    QWidget *m_orders;
    QVBoxLayout *m_list, *m_seatList;
    Card *m_card; ///< below the row of the order that it is about
    Notice *m_notice;
    QList<OfferRow *> m_rows;
    QList<ActionButton *> m_seats;
    QString m_said;
};

} // namespace foyer
