#pragma once

#include "domain/Money.h"
#include "ui/widgets/Card.h"

class QLineEdit;

namespace foyer {

class ActionButton;
class Label;

/// What has to be typed before something is done with a wallet. A member types a PIN themselves, twice and unseen;
/// it is held until it is entered or taken back. Enter goes on, Escape takes it back.
class WalletEntry : public Card
{
    Q_OBJECT
public:
    enum class Ask : quint8 { Cash, Card, PayOut, Pin, NewCard, Register, Code };

    explicit WalletEntry(QWidget *parent = nullptr);

    void begin(Ask ask, Money most); ///< of a pay-out: what can be paid
    void end();                      ///< nothing of it is kept
    Ask ask() const { return m_ask; }
    void retranslate();

Q_SIGNALS:
    /// `text`: an amount, a card, a phone number or a code; nothing of a new PIN alone.
    void entered(foyer::WalletEntry::Ask ask, const QString &text, const QString &pin);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool hasText() const { return m_ask != Ask::Pin; }
    bool hasPin() const { return m_ask == Ask::Pin || m_ask == Ask::Register; }
    bool hasAmount() const { return m_ask == Ask::Cash || m_ask == Ask::Card || m_ask == Ask::PayOut; }
    std::pair<QLineEdit *, QString> missing() const; ///< no field: it can be entered
    void say();
    void goOn();

    Ask m_ask = Ask::Cash;
    Money m_most;
    Label *m_title, *m_means;
    QLineEdit *m_text, *m_pin, *m_again;
    ActionButton *m_go;
};

} // namespace foyer
