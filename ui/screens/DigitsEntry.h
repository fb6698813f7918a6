#pragma once

#include "ui/widgets/Card.h"

class QBoxLayout;

namespace foyer {

class DigitsField;
class Keypad;
class Label;

/// A phone number or a PIN, one at a time, on one keypad. Holds what was typed until cleared.
class DigitsEntry : public Card
{
    Q_OBJECT
public:
    enum class Kind : quint8 { Phone, Pin };

    explicit DigitsEntry(QWidget *parent = nullptr);

    void ask(Kind kind, const QString &title); ///< empties it; keys go here
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
    void setDigits(const QString &digits);
    void arrange();
    bool isEnough() const;
    DigitsField *field() const { return m_kind == Kind::Phone ? m_phone : m_pin; }

    Kind m_kind = Kind::Phone;
    QString m_digits;
    bool m_busy = false;
    Label *m_title;
    DigitsField *m_phone, *m_pin;
    Keypad *m_keypad;
    QBoxLayout *m_head;
};

} // namespace foyer
