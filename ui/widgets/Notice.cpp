#include "ui/widgets/Notice.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Label.h"

#include <QAccessible>
#include <QBoxLayout>

namespace foyer {

Notice::Notice(QWidget *parent)
    : Card(parent), m_icon(new Icon(Glyph::Info, Tone::Ink, 1.6, Icon::Style::Plain, this)),
      m_title(new Label(TypeRole::Body, this)), m_text(new Label(TypeRole::Caption, this)),
      m_action(new ActionButton(ButtonLook::Primary, this)), m_other(new ActionButton(ButtonLook::Outline, this)),
      m_actions(new QHBoxLayout)
{
    m_action->setObjectName(QStringLiteral("action"));
    m_title->setWeight(Weight::Strong);
    m_text->setTone(Tone::Soft);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    auto *head = new QHBoxLayout;
    head->addWidget(m_icon);
    head->addLayout(texts, 1);
    m_parts = new QVBoxLayout(this);
    m_parts->addLayout(head, 3);
    m_actions->addWidget(m_action, 3);
    m_actions->addWidget(m_other, 2);
    m_parts->addLayout(m_actions, 2);
    m_action->hide();
    m_other->hide();
    connect(m_action, &ActionButton::clicked, this, &Notice::actionWanted);
    connect(m_other, &ActionButton::clicked, this, &Notice::otherActionWanted);
}

void Notice::setMessage(Glyph glyph, Tone tone, const QString &title, const QString &text)
{
    m_icon->set(glyph, tone);
    setBorder(tone == Tone::Ink || tone == Tone::Soft ? std::optional<Tone>() : tone);
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setRole(title.isEmpty() ? TypeRole::Body : TypeRole::Caption);
    m_text->setTone(title.isEmpty() ? Tone::Ink : Tone::Soft);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title.isEmpty() ? text : title + u'\n' + text);
    QAccessibleEvent alert(this, QAccessible::Alert); // said aloud although the focus stays where it is
    QAccessible::updateAccessibility(&alert);
}

void Notice::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
    arrangeActions();
}

void Notice::setOtherAction(const QString &text)
{
    m_other->setText(text);
    m_other->setVisible(!text.isEmpty());
    arrangeActions();
}

void Notice::takeFocus() { m_action->setFocus(Qt::TabFocusReason); }

void Notice::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    arrangeActions();
}

void Notice::arrangeActions()
{
    const int textWidth = width() - m_action->sizeHint().width() - m_icon->sizeHint().width();
    const bool beside = m_other->text().isEmpty() && textWidth > width() * 9 / 20;
    m_parts->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const bool both = !m_action->text().isEmpty() && !m_other->text().isEmpty();
    const int wanted = m_action->sizeHint().width() + m_other->sizeHint().width();
    const bool narrow = both && wanted > contentsRect().width() * 1.4;
    m_actions->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace foyer
