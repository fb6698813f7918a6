#include "ui/widgets/Pressable.h"

#include "ui/theme/FoyerStyle.h"

#include <QFocusEvent>
#include <QKeyEvent>

namespace foyer {

namespace {

bool isEnter(const QKeyEvent &event) { return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter; }
bool isArrow(const QKeyEvent &event) { return event.key() >= Qt::Key_Left && event.key() <= Qt::Key_Down; }

QKeyEvent asSpace(const QKeyEvent &event)
{
    return {event.type(), Qt::Key_Space, event.modifiers(), QString(), event.isAutoRepeat()};
}

} // namespace

Pressable::Pressable(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus); // a touch leaves no ring behind
}

QSize Pressable::minimumSizeHint() const { return {theme().target(), theme().target()}; }

const Theme &Pressable::theme() const { return FoyerStyle::of(this); }

ButtonState Pressable::state() const
{
    return {.enabled = isEnabled(), .down = isDown(), .focused = m_ring, .chosen = isChecked()};
}

void Pressable::showRing(bool show)
{
    m_ring = show;
    update();
}

// What can't be pressed is no obstacle: a finger that lands on it drags the page all the same.
void Pressable::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        setAttribute(Qt::WA_TransparentForMouseEvents, !isEnabled());
}

void Pressable::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    showRing(m_ring || reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
             reason == Qt::ShortcutFocusReason);
}

void Pressable::focusOutEvent(QFocusEvent *event)
{
    QAbstractButton::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason)
        showRing(false);
}

void Pressable::keyPressEvent(QKeyEvent *event)
{
    showRing(true);
    if (isArrow(*event)) // walking among buttons is their container's business
        return event->ignore();
    if (!isEnter(*event))
        return QAbstractButton::keyPressEvent(event);
    QKeyEvent space = asSpace(*event);
    QAbstractButton::keyPressEvent(&space);
}

void Pressable::keyReleaseEvent(QKeyEvent *event)
{
    if (!isEnter(*event))
        return QAbstractButton::keyReleaseEvent(event);
    QKeyEvent space = asSpace(*event);
    QAbstractButton::keyReleaseEvent(&space);
}

} // namespace foyer
