#include "ui/desk/PinForm.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "wording/Wording.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace foyer {

using namespace Qt::StringLiterals;

PinForm::PinForm(QWidget *parent)
    : QWidget(parent), m_hint(new Label(TypeRole::Caption, this)), m_who(new QWidget(this)),
      m_flow(new FlowLayout(m_who)), m_pin(new QLineEdit(this)), m_why(new QLineEdit(this)),
      m_cancel(new ActionButton(ButtonLook::Quiet, ActionButton::Size::Compact, this)),
      m_go(new ActionButton(ButtonLook::Primary, ActionButton::Size::Compact, this))
{
    m_hint->setTone(Tone::Soft);
    m_pin->setObjectName(u"pin"_s);
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData);
    m_pin->setMaxLength(12);
    m_why->setObjectName(u"why"_s);
    m_why->setMaxLength(200);
    m_go->setObjectName(u"go"_s);
    m_cancel->setSecondLine(u"Esc"_s);
    m_go->setSecondLine(u"↵"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_go, 1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_who);
    column->addWidget(m_hint);
    column->addWidget(m_why);
    column->addWidget(m_pin);
    column->addLayout(buttons);
    m_pin->installEventFilter(this);
    m_why->installEventFilter(this);
    connect(m_pin, &QLineEdit::textEdited, this, &PinForm::edited);
    connect(m_pin, &QLineEdit::returnPressed, this, &PinForm::go);
    connect(m_why, &QLineEdit::returnPressed, m_pin, qOverload<>(&QWidget::setFocus));
    connect(m_go, &ActionButton::clicked, this, &PinForm::go);
    connect(m_cancel, &ActionButton::clicked, this, &PinForm::cancelled);
    setTabOrder(m_why, m_pin);
    m_why->hide();
}

void PinForm::setNames(const QList<StaffMember> &names, const QString &first)
{
    m_names = names;
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const StaffMember &member : names) {
        auto *button = new ActionButton(ButtonLook::Raised, ActionButton::Size::Compact, m_who);
        button->setText(member.name);
        button->setSecondLine(Wording().name(member.role));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::NoFocus); // arrows choose
        m_flow->addWidget(button);
        button->show();
        connect(button, &ActionButton::clicked, this, [this, name = member.name] { choose(name); });
        m_buttons.append(button);
    }
    const bool isThere =
        std::any_of(names.begin(), names.end(), [&](const StaffMember &each) { return each.name == first; });
    choose(isThere ? first : names.isEmpty() ? QString() : names.first().name);
}

void PinForm::choose(const QString &name)
{
    m_name = name;
    for (ActionButton *button : std::as_const(m_buttons))
        button->setChecked(button->text() == name);
    retranslate();
    if (isVisible()) // else whoever types elsewhere would go on typing here
        (m_why->isHidden() || !m_why->text().trimmed().isEmpty() ? m_pin : m_why)->setFocus();
}

void PinForm::step(int by)
{
    for (qsizetype i = 0; i < m_names.size(); ++i)
        if (m_names[i].name == m_name)
            return choose(m_names[(i + by + m_names.size()) % m_names.size()].name);
}

void PinForm::setReasonAsked(bool asked) { m_why->setVisible(asked); }

void PinForm::setWords(const QString &go, const QString &cancel)
{
    m_go->setText(go);
    m_cancel->setText(cancel);
    m_cancel->setVisible(!cancel.isEmpty());
}

void PinForm::setBusy(bool busy) { m_go->setEnabled(!busy); }

void PinForm::begin()
{
    m_pin->clear();
    m_why->clear();
    (m_why->isHidden() ? m_pin : m_why)->setFocus();
}

void PinForm::retranslate()
{
    m_hint->setText(m_names.isEmpty()    ? tr("Nobody of the staff who may do this is known here.")
                    : m_names.size() > 1 ? tr("Up and down choose the name.")
                                         : QString());
    m_hint->setVisible(m_names.size() != 1);
    //: %1 is a member of staff's name
    const QString pin = m_name.isEmpty() ? tr("PIN") : tr("PIN of %1").arg(m_name);
    m_pin->setPlaceholderText(pin);
    m_pin->setAccessibleName(pin);
    m_why->setPlaceholderText(tr("Why"));
    m_why->setAccessibleName(tr("Why"));
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setSecondLine(Wording().name(m_names[i].role));
}

void PinForm::go()
{
    const QString pin = m_pin->text();
    m_pin->clear();
    if (pin.isEmpty()) // no try: five of them would lock somebody out
        m_pin->setFocus();
    else if (m_go->isEnabled() && !m_name.isEmpty())
        Q_EMIT entered(m_name, pin, m_why->text());
}

bool PinForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_Escape: Q_EMIT cancelled(); return true;
    default: return false;
    }
}

} // namespace foyer
