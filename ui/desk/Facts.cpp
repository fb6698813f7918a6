#include "ui/desk/Facts.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/Label.h"

#include <QGridLayout>

namespace foyer {

Facts::Facts(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    m_grid->setVerticalSpacing(FoyerStyle::of(this).space(1) / 2);
    m_grid->setColumnStretch(0, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // a line that wraps may ask for more than the hint
}

void Facts::setFacts(const QList<Fact> &facts)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < facts.size(); ++row) {
        const Fact &fact = facts[row];
        auto *name = new Label(TypeRole::Body, fact.name, this);
        auto *value = new Label(TypeRole::Body, fact.value, this);
        name->setTone(fact.weight == Weight::Strong ? Tone::Ink : Tone::Soft);
        value->setTone(fact.tone);
        for (Label *label : {name, value})
            label->setWeight(fact.weight);
        value->setAlignment(Qt::AlignRight | Qt::AlignTop);
        name->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        m_grid->addWidget(name, row, 0);
        m_grid->addWidget(value, row, 1);
        name->show();
        value->show();
    }
}

} // namespace foyer
