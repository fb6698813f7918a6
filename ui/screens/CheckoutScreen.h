#pragma once

#include "ui/screens/Screen.h"

class QVBoxLayout;

namespace foyer {

class ActionButton;
class Amount;
class CheckoutLine;
class HoldTime;
class Label;
class Notice;

/// Seats, ticket types and the total once more, and the one press that pays (FLOWS 8). What is missing is named, with
/// an action for each way to bring it.
class CheckoutScreen : public Screen
{
    Q_OBJECT
public:
    explicit CheckoutScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override;
    void mainPressed() override;
    void sidePressed() override;
    void begin() override;
    void retranslate() override;

private:
    QWidget *purchase();
    QWidget *money();
    void showAll();
    void showSoon();
    void showAge();
    void showLines();
    void showMoney();
    QString payText(TenderKind kind) const;
    bool mayTender() const;

    Label *m_title, *m_when, *m_show, *m_soon, *m_totalWord, *m_tax;
    HoldTime *m_time;
    QVBoxLayout *m_lines;
    QList<CheckoutLine *> m_rows;
    QList<SeatIndex> m_seatsShown;
    Amount *m_total;
    Label *m_beforeWord, *m_before, *m_afterWord, *m_after, *m_noDevice;
    ActionButton *m_topUp;
    Notice *m_age;
    QString m_ageAsked;
};

} // namespace foyer
