#pragma once

#include "ui/screens/Screen.h"

namespace foyer {

class DigitsEntry;
class Label;

/// A new member: phone number and PIN, each typed twice, one at a time.
class RegisterScreen : public Screen
{
    Q_OBJECT
public:
    RegisterScreen(VisitModel &visit, QWidget *parent = nullptr);

    Frame frame() const override;
    void begin() override;
    void retranslate() override;

private:
    enum class Asking : quint8 { Phone, PhoneAgain, Pin, PinAgain };
    enum class Mismatch : quint8 { None, Phone, Pin };
    void ask(Asking what, Mismatch mismatch = Mismatch::None);
    void entered(const QString &digits);
    void forget();
    QString entryTitle() const;
    QString hint() const;

    Asking m_asking = Asking::Phone;
    Mismatch m_mismatch = Mismatch::None;
    QString m_phone, m_pin;
    Label *m_title, *m_hint, *m_privacy;
    DigitsEntry *m_entry;
};

} // namespace foyer
