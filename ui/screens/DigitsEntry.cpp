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
      m_pin(new DigitsField({limits::pinDigitsMin}, DigitsField::Show::Masked, this)), m_keypad(new Keypad(this)),
      m_head(new QHBoxLayout)
{
    m_title->setWeight(Weight::Strong);
    m_phone->setFurther(limits::phoneDigitsMax - m_phone->capacity()); // 11 digits at home, more from abroad
    m_pin->setFurther(limits::pinDigitsMax - m_pin->capacity());
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_phone);
    m_head->addWidget(m_pin);
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
    m_phone->setName(title);
    m_pin->setName(title);
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

bool DigitsEntry::isEnough() const
{
    const int least = m_kind == Kind::Phone ? limits::phoneDigitsMin : limits::pinDigitsMin;
    return !m_busy && m_digits.size() >= least;
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
    m_phone->setVisible(m_kind == Kind::Phone);
    m_pin->setVisible(m_kind == Kind::Pin);
    field()->setDigits(digits);
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
    m_head->setDirection(wanted <= contentsRect().width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace foyer
