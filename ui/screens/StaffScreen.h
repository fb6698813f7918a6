#pragma once

#include "ui/screens/Screen.h"

namespace foyer {

class ActionButton;
class Card;
class DigitsEntry;
class Label;

/// The staff corner: what today brought, how many are served at once, whether this screen sells, and anybody's order.
class StaffScreen : public Screen
{
    Q_OBJECT
public:
    explicit StaffScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override;
    void mainPressed() override { visit().finish(); }
    void sidePressed() override { visit().wantEnrolment(); }
    void begin() override;
    void retranslate() override;

private:
    QWidget *makeTotals();
    QWidget *makeHouse();
    QWidget *makeOrder();
    void showAll();
    void showTotals();
    void showHouse();
    void showOrder();
    void askForOrder();
    void changeLimit(int by);
    QString tillText(const DayTotals::Till &till) const;

    enum Fact { Orders, Seats, Sold, Refunded, Cash, CardTill, FactCount };
    Label *m_title, *m_who, *m_machine, *m_day;
    std::array<Label *, FactCount> m_factNames, m_facts;
    Label *m_limitName, *m_limit, *m_service, *m_may;
    ActionButton *m_less, *m_more, *m_switch;
    DigitsEntry *m_entry;
    Card *m_found;
    Label *m_orderTitle, *m_orderText, *m_orderSeats;
    ActionButton *m_print, *m_another;
};

} // namespace foyer
