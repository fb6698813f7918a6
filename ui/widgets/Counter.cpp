#include "ui/widgets/Counter.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/Label.h"

#include <QBoxLayout>
#include <QLocale>
#include <algorithm>

namespace foyer {

Counter::Counter(QWidget *parent)
    : QWidget(parent), m_name(new Label(TypeRole::Body, this)),
      m_fewer(new ActionButton(ButtonLook::Raised, ActionButton::Size::Compact, this)),
      m_more(new ActionButton(ButtonLook::Raised, ActionButton::Size::Compact, this)),
      m_number(new Amount(TypeRole::Heading, Qt::AlignHCenter, this))
{
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_name, 1);
    row->addWidget(m_fewer);
    row->addWidget(m_number);
    row->addWidget(m_more);
    connect(m_fewer, &ActionButton::clicked, this, [this] { step(-1); });
    connect(m_more, &ActionButton::clicked, this, [this] { step(1); });
}

void Counter::setName(const QString &name, const QString &fewer, const QString &more)
{
    m_name->setText(name);
    m_fewer->setGlyphOnly(Glyph::Minus, fewer);
    m_more->setGlyphOnly(Glyph::Plus, more);
    showValue();
}

void Counter::setRange(int least, int most)
{
    m_least = least;
    m_most = std::max(least, most);
    setValue(m_value);
}

void Counter::setValue(int value)
{
    m_value = std::clamp(value, m_least, m_most);
    showValue();
}

void Counter::step(int by)
{
    setValue(m_value + by);
    Q_EMIT changed(m_value);
}

void Counter::showValue()
{
    const QString number = QLocale().toString(m_value);
    m_number->setText(number);
    m_number->setAccessibleName(m_name->text() + QStringLiteral(": ") + number);
    const bool canLess = m_value > m_least, canMore = m_value < m_most;
    m_fewer->setEnabled(canLess || m_fewer->hasFocus());
    m_more->setEnabled(canMore || m_more->hasFocus());
    if (m_more->hasFocus() && !canMore && canLess) // the focus doesn't leave with what can't be pressed any more
        m_fewer->setFocus(Qt::TabFocusReason);
    if (m_fewer->hasFocus() && !canLess && canMore)
        m_more->setFocus(Qt::TabFocusReason);
    m_fewer->setEnabled(canLess);
    m_more->setEnabled(canMore);
}

} // namespace foyer
