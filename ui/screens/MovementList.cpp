#include "ui/screens/MovementList.h"

#include "ui/widgets/Label.h"
#include "ui/widgets/Rule.h"

#include <QBoxLayout>

namespace foyer {

MovementList::MovementList(QWidget *parent) : QWidget(parent), m_rows(new QVBoxLayout(this)) {}

void MovementList::setMovements(const QList<WalletMovement> &movements, const Wording &wording, const QTimeZone &zone)
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly)); // a widget takes its place in the layout along
    for (const WalletMovement &movement : movements)
        add(movement, wording, zone);
}

void MovementList::add(const WalletMovement &movement, const Wording &wording, const QTimeZone &zone)
{
    if (m_rows->count() > 0)
        m_rows->addWidget(new Rule(this));
    auto *row = new QWidget(this);
    auto *what = new Label(TypeRole::Body, wording.name(movement.kind), row);
    auto *when = new Label(TypeRole::Caption, wording.dateTimeText(movement.at, zone), row);
    auto *amount = new Label(TypeRole::Body, row);
    when->setTone(Tone::Soft);
    const QString text = wording.money(movement.amount);
    amount->setText(movement.amount.isPositive() ? u'+' + text : text);
    amount->setTone(movement.amount.isPositive() ? Tone::Good : Tone::Ink);
    amount->setWeight(Weight::Strong);
    amount->setAlignment(Qt::AlignRight);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(what);
    words->addWidget(when);
    auto *line = new QHBoxLayout(row);
    line->addLayout(words, 1);
    line->addWidget(amount);
    m_rows->addWidget(row);
}

} // namespace foyer
