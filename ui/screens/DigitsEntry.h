#pragma once

#include "ui/widgets/Card.h"

class QBoxLayout;

namespace foyer {

class DigitsField;
class Keypad;
class Label;

/// A phone number, a PIN or an order's number, one at a time, on one keypad. Holds what was typed until cleared.
class DigitsEntry : public Card
{
    Q_OBJECT
public:
    enum class Kind : quint8 { Phone, Pin, Order };

    explicit DigitsEntry(QWidget *parent = nullptr);

    void ask(Kind kind, const QString &title); ///< empties it; keys go here
    void setDigits(const QString &digits);     ///< what is known of it before anybody types
    void setTitle(const QString &title);
    void setBusy(bool busy);
    void clear();
    void retranslate();

Q_SIGNALS:
    void edited();
    void entered(const QString &digits);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void type(int digit);
    void erase();
    void accept();
    void arrange();
    int least() const;
    bool isEnough() const { return !m_busy && m_digits.size() >= least(); }
    DigitsField *field() const;

    Kind m_kind = Kind::Phone;
    QString m_digits;
    bool m_busy = false;
    Label *m_title;
    DigitsField *m_phone, *m_pin, *m_order;
    Keypad *m_keypad;
    QBoxLayout *m_head;
};

} // namespace foyer
