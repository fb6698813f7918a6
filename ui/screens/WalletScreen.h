#pragma once

#include "ui/screens/Screen.h"

class QGridLayout;

namespace foyer {

class ActionButton;
class Amount;
class Card;
class HoldTime;
class Keypad;
class Label;
class MovementList;

/// The balance, where it came from, and topping it up: exactly what is missing, a rounder amount, or one's own
/// (FLOWS 6, 7).
class WalletScreen : public Screen
{
    Q_OBJECT
public:
    explicit WalletScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override;
    void mainPressed() override { topUp(0); }
    void sidePressed() override { topUp(1); }
    void begin() override;
    void retranslate() override;

private:
    QWidget *balancePart();
    QWidget *choicePart();
    QWidget *listPart();
    void showAll();
    void showChoices();
    void choose(Money amount);
    void wantOwn();
    void typed(const QString &digits);
    void topUp(int kind);
    bool mayTopUp() const;
    QString topUpText(TenderKind kind) const;
    QString elsewhereText() const;

    Label *m_title, *m_balanceWord, *m_elsewhere, *m_missing, *m_howMuch, *m_listTitle, *m_noMovements;
    HoldTime *m_time;
    Amount *m_balance, *m_own;
    Card *m_missingCard;
    QWidget *m_amountPart;
    QGridLayout *m_choices;
    QList<ActionButton *> m_amounts; ///< one a choice
    ActionButton *m_ownChoice;
    QWidget *m_ownPart;
    Keypad *m_keypad;
    MovementList *m_movements;
    Money m_amount; ///< what would be topped up
    QString m_digits;
    bool m_ownWanted = false;
};

} // namespace foyer
