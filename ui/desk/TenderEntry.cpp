#include "ui/desk/TenderEntry.h"

#include "domain/MoneyInput.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Label.h"
#include "wording/Wording.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace foyer {

using namespace Qt::StringLiterals;

TenderEntry::TenderEntry(QWidget *parent)
    : Card(Card::Look::Raised, 2, parent), m_title(new Label(TypeRole::Caption, this)),
      m_means(new Label(TypeRole::Body, this)), m_given(new QLineEdit(this)),
      m_take(new ActionButton(ButtonLook::Primary, ActionButton::Size::Compact, this))
{
    m_title->setTone(Tone::Soft);
    m_given->setObjectName(u"given"_s);
    m_given->setAlignment(Qt::AlignRight);
    m_given->setMaxLength(20);
    m_take->setObjectName(u"take"_s);
    m_take->setSecondLine(u"↵"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_given, 1);
    row->addWidget(m_take);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addLayout(row);
    column->addWidget(m_means);
    connect(m_given, &QLineEdit::textEdited, this, &TenderEntry::say);
    connect(m_given, &QLineEdit::returnPressed, this, &TenderEntry::enter);
    connect(m_take, &ActionButton::clicked, this, &TenderEntry::enter);
}

void TenderEntry::begin(TenderKind kind, Money missing)
{
    m_kind = kind;
    m_missing = missing;
    m_given->setText(typedText(missing));
    m_given->selectAll();
    m_given->setFocus();
    retranslate();
}

void TenderEntry::retranslate()
{
    const QString title = m_kind == TenderKind::Cash ? tr("Cash received") : tr("To the card");
    m_title->setText(title);
    m_given->setAccessibleName(title);
    m_take->setText(tr("Take"));
    say();
}

void TenderEntry::say()
{
    const Wording words;
    const auto given = moneyTyped(m_given->text(), m_missing.currency);
    const bool isTooMuch = given && m_kind == TenderKind::Card && *given > m_missing;
    m_take->setEnabled(given && given->isPositive() && !isTooMuch);
    m_means->setTone(m_take->isEnabled() ? Tone::Ink : Tone::Bad);
    if (!given)
        m_means->setText(tr("This is no amount."));
    else if (isTooMuch)
        m_means->setText(tr("A card is never charged more than %1.").arg(words.money(m_missing)));
    else if (*given > m_missing)
        m_means->setText(tr("Change %1").arg(words.money(*given - m_missing)));
    else if (*given < m_missing)
        m_means->setText(tr("A part: %1 stays to be paid.").arg(words.money(m_missing - *given)));
    else
        m_means->setText(tr("Exactly"));
}

void TenderEntry::enter()
{
    if (m_take->isEnabled())
        Q_EMIT entered(m_kind, *moneyTyped(m_given->text(), m_missing.currency));
}

void TenderEntry::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        Card::keyPressEvent(event);
}

} // namespace foyer
