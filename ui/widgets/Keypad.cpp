#include "ui/widgets/Keypad.h"

#include "ui/widgets/ActionButton.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <algorithm>

namespace foyer {

namespace {
constexpr int columnCount = 3, rowCount = 4;
constexpr int eraseKey = 9, zeroKey = 10, acceptKey = 11;
constexpr int digitOf(int key) { return key == zeroKey ? 0 : key + 1; }
} // namespace

Keypad::Keypad(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    for (int column = 0; column < columnCount; ++column)
        grid->setColumnStretch(column, 1);
    for (int key = 0; key < int(m_keys.size()); ++key) {
        auto *button = new ActionButton(ButtonLook::Raised, ActionButton::Size::Key, this);
        grid->addWidget(button, key / columnCount, key % columnCount);
        m_keys[size_t(key)] = button;
        if (key == eraseKey || key == acceptKey)
            continue;
        button->setText(QString::number(digitOf(key)));
        connect(button, &ActionButton::clicked, this, [this, key] { Q_EMIT digit(digitOf(key)); });
    }
    connect(m_keys[eraseKey], &ActionButton::clicked, this, &Keypad::erased);
    connect(m_keys[acceptKey], &ActionButton::clicked, this, &Keypad::accepted);
}

void Keypad::setWords(const QString &erase, const QString &accept)
{
    m_keys[eraseKey]->setText(erase);
    m_keys[acceptKey]->setText(accept);
}

void Keypad::setAcceptEnabled(bool enabled)
{
    if (!enabled && m_keys[acceptKey]->hasFocus())
        setFocus(); // else it would move on, out of the pad
    m_keys[acceptKey]->setEnabled(enabled);
}

void Keypad::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        Q_EMIT digit(key - Qt::Key_0);
        m_keys[acceptKey]->setFocus(Qt::TabFocusReason); // so that Enter after typing accepts, if it may by now
    } else if (key == Qt::Key_Backspace || key == Qt::Key_Delete) {
        Q_EMIT erased();
    } else if (key == Qt::Key_Left || key == Qt::Key_Right) {
        walk(key == Qt::Key_Left ? -1 : 1, 0);
    } else if (key == Qt::Key_Up || key == Qt::Key_Down) {
        walk(0, key == Qt::Key_Up ? -1 : 1);
    } else {
        event->ignore();
    }
}

void Keypad::walk(int columns, int rows)
{
    const auto focused = std::find(m_keys.begin(), m_keys.end(), focusWidget());
    if (focused == m_keys.end())
        return m_keys[0]->setFocus(Qt::TabFocusReason);
    const int at = int(focused - m_keys.begin());
    const int column = qBound(0, at % columnCount + columns, columnCount - 1);
    const int row = qBound(0, at / columnCount + rows, rowCount - 1);
    m_keys[size_t(row) * columnCount + size_t(column)]->setFocus(Qt::TabFocusReason);
}

} // namespace foyer
