#include "ui/screens/DigitsEntry.h"

#include "domain/Limits.h"
#include "ui/widgets/DigitsField.h"
#include "ui/widgets/Keypad.h"
#include "ui/widgets/Label.h"

#include <QBoxLayout>
#include <QStyle>

namespace foyer {

DigitsEntry::DigitsEntry(QWidget *parent)
    : Card(parent), m_title(new Label(TypeRole::Body, this)),
      m_phone(new DigitsField({3, 4, 4}, DigitsField::Show::Digits, this)),
      m_pin(new DigitsField({limits::pinDigitsMin}, DigitsField::Show::Masked, this)),
      m_order(new DigitsField({4, 6}, DigitsField::Show::Digits, this)), m_keypad(new Keypad(this)),
      m_head(new QHBoxLayout)
{
    m_title->setWeight(Weight::Strong);
    m_phone->setFurther(limits::phoneDigitsMax - m_phone->capacity()); // 11 digits at home, more from abroad
    m_pin->setFurther(limits::pinDigitsMax - m_pin->capacity());
    m_head->addWidget(m_title, 1);
    for (DigitsField *field : {m_phone, m_pin, m_order})
        m_head->addWidget(field);
    auto *column = new QVBoxLayout(this);
    column->addLayout(m_head);
    column->addWidget(m_keypad, 1);
    connect(m_keypad, &Keypad::digit, this, &DigitsEntry::type);
    connect(m_keypad, &Keypad::erased, this, &DigitsEntry::erase);
    connect(m_keypad, &Keypad::accepted, this, &DigitsEntry::accept);
    retranslate();
    setDigits({});
}

void DigitsEntry::ask(Kind kind, const QString &title)
{
    m_kind = kind;
    setTitle(title);
    clear();
    m_keypad->setFocus();
}

void DigitsEntry::setTitle(const QString &title)
{
    m_title->setText(title);
    for (DigitsField *field : {m_phone, m_pin, m_order})
        field->setName(title);
    arrange();
}

void DigitsEntry::setBusy(bool busy)
{
    m_busy = busy;
    m_keypad->setAcceptEnabled(isEnough());
}

void DigitsEntry::clear() { setDigits({}); }

void DigitsEntry::retranslate()
{
    //: keypad: takes the last digit away
    m_keypad->setWords(tr("Erase"), tr("OK"));
}

int DigitsEntry::least() const
{
    switch (m_kind) {
    case Kind::Phone: return limits::phoneDigitsMin;
    case Kind::Pin: return limits::pinDigitsMin;
    case Kind::Order: return m_order->capacity();
    }
    return 0;
}

DigitsField *DigitsEntry::field() const
{
    switch (m_kind) {
    case Kind::Phone: return m_phone;
    case Kind::Pin: return m_pin;
    case Kind::Order: return m_order;
    }
    return m_pin;
}

void DigitsEntry::type(int digit)
{
    if (m_busy || m_digits.size() >= field()->capacity())
        return;
    setDigits(m_digits + QString::number(digit));
    Q_EMIT edited();
}

void DigitsEntry::erase()
{
    setDigits(m_digits.chopped(qMin(1, int(m_digits.size()))));
    Q_EMIT edited();
}

void DigitsEntry::accept()
{
    if (const QString digits = m_digits; isEnough())
        Q_EMIT entered(digits); // whoever hears it may clear us
}

void DigitsEntry::setDigits(const QString &digits)
{
    m_digits = digits;
    for (DigitsField *each : {m_phone, m_pin, m_order}) {
        each->setVisible(each == field());
        each->setDigits(each == field() ? digits : QString());
    }
    m_keypad->setAcceptEnabled(isEnough());
}

void DigitsEntry::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    arrange();
}

void DigitsEntry::arrange()
{
    const int wanted = m_title->sizeHint().width() + field()->sizeHint().width() +
                       style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing);
    const bool beside = wanted <= contentsRect().width();
    m_head->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_head->setStretch(0, beside ? 1 : 0); // above it, the title would take height from the keys
}

} // namespace foyer
