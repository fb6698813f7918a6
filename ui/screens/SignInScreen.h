#pragma once

#include "ui/screens/Screen.h"

class QGridLayout;

namespace foyer {

class ActionButton;
class Card;
class DigitsEntry;
class Label;

/// Who is buying: a member's card, or phone and PIN on one keypad; or a guest, with one tap (FLOWS 1.1).
class SignInScreen : public Screen
{
    Q_OBJECT
public:
    SignInScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override;
    void sidePressed() override;
    void begin() override;
    void retranslate() override;

    /// What a scanner read: a slip brings its owner back, a ticket opens its order, anything else is a member's card
    /// whose PIN is asked for.
    void scanned(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Asking : quint8 { Phone, Pin, CardPin };
    void ask(Asking what);
    void entered(const QString &digits);
    void forget();
    QString entryTitle() const;
    void showBusy();

    Asking m_asking = Asking::Phone;
    QString m_phone, m_card;
    Label *m_title, *m_cardTitle, *m_cardText;
    Card *m_cardHint;
    DigitsEntry *m_entry;
    QWidget *m_others;
    ActionButton *m_guest, *m_register;
    QGridLayout *m_ways;
};

} // namespace foyer
