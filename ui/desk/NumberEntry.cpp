#include "ui/desk/NumberEntry.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Label.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace foyer {

using namespace Qt::StringLiterals;

NumberEntry::NumberEntry(QWidget *parent)
    : Card(Card::Look::Raised, 2, parent), m_title(new Label(TypeRole::Body, this)), m_number(new QLineEdit(this)),
      m_go(new ActionButton(ButtonLook::Primary, ActionButton::Size::Compact, this))
{
    m_number->setObjectName(u"number"_s);
    m_number->setAlignment(Qt::AlignRight);
    m_number->setMaxLength(6);
    m_number->setInputMethodHints(Qt::ImhDigitsOnly);
    m_go->setSecondLine(u"↵"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_number, 1);
    row->addWidget(m_go);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addLayout(row);
    const auto isGood = [this] {
        bool isNumber = false;
        const int typed = m_number->text().toInt(&isNumber);
        return isNumber && typed >= 1 && typed <= m_most;
    };
    const auto enter = [this, isGood] {
        if (isGood())
            Q_EMIT entered(m_number->text().toInt());
    };
    connect(m_number, &QLineEdit::textChanged, this, [this, isGood] { m_go->setEnabled(isGood()); });
    connect(m_number, &QLineEdit::returnPressed, this, enter);
    connect(m_go, &ActionButton::clicked, this, enter);
    hide();
}

void NumberEntry::begin(int number, int most)
{
    m_most = most;
    m_number->clear();
    m_number->setText(QString::number(number));
    show();
    m_number->selectAll();
    m_number->setFocus();
}

void NumberEntry::setWords(const QString &title, const QString &act)
{
    m_title->setText(title);
    m_number->setAccessibleName(title);
    m_go->setText(act);
}

void NumberEntry::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape: Q_EMIT cancelled(); return;
    case Qt::Key_Up: Q_EMIT stepped(-1); return;
    case Qt::Key_Down: Q_EMIT stepped(1); return;
    default: Card::keyPressEvent(event);
    }
}

} // namespace foyer
