#include "ui/screens/CheckoutLine.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/CategoryDot.h"
#include "ui/widgets/Label.h"

#include <QBoxLayout>

namespace foyer {

using namespace Qt::StringLiterals;

CheckoutLine::CheckoutLine(QWidget *parent)
    : QWidget(parent), m_dot(new CategoryDot(this)), m_seat(new Label(TypeRole::Body, this)),
      m_details(new Label(TypeRole::Caption, this)), m_price(new Label(TypeRole::Body, this)),
      m_type(new ActionButton(ButtonLook::Raised, ActionButton::Size::Compact, this)), m_choices(new QWidget(this)),
      m_choiceRow(new QHBoxLayout(m_choices))
{
    m_seat->setWeight(Weight::Strong);
    m_details->setTone(Tone::Soft);
    m_price->setWeight(Weight::Strong);
    m_price->setAlignment(Qt::AlignRight);
    m_type->setGlyph(Glyph::Down);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_seat);
    texts->addWidget(m_details);
    auto *row = new QHBoxLayout;
    row->addWidget(m_dot);
    row->addLayout(texts, 1);
    row->addWidget(m_type);
    row->addWidget(m_price);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(m_choices);
    m_choices->hide();
    connect(m_type, &ActionButton::clicked, m_choices, [this] { m_choices->setVisible(m_choices->isHidden()); });
}

void CheckoutLine::setLine(const CheckoutModel::Line &line, const Wording &wording)
{
    m_line = line;
    const QString language = wording.locale().name().left(2);
    const QString name = line.type.name.in(language);
    m_dot->setPosition(line.categoryIndex);
    m_seat->setText(wording.seatText(line.name));
    QStringList details{line.category, name};
    if (!line.type.proof.isEmpty())
        details.append(tr("bring: %1").arg(line.type.proof.in(language)));
    m_details->setText(details.join(u" · "_s));
    m_price->setText(wording.money(line.price));
    m_type->setText(name);
    m_type->setAccessibleName(tr("%1: %2. Change the ticket type").arg(m_seat->text(), name));
    m_type->setVisible(line.choices.size() > 1);
    showChoices(wording);
}

void CheckoutLine::setChoiceEnabled(bool enabled)
{
    m_type->setEnabled(enabled);
    m_choices->setEnabled(enabled);
}

/// The buttons stay, so that an open choice and a keyboard's focus do.
void CheckoutLine::showChoices(const Wording &wording)
{
    while (m_types.size() > m_line.choices.size())
        delete m_types.takeLast();
    while (m_types.size() < m_line.choices.size()) {
        auto *choice = new ActionButton(ButtonLook::Raised, ActionButton::Size::Compact, m_choices);
        choice->setCheckable(true);
        connect(choice, &ActionButton::clicked, this, [this, at = int(m_types.size())] { choose(at); });
        m_choiceRow->addWidget(choice, 1);
        m_types.append(choice);
    }
    for (qsizetype i = 0; i < m_types.size(); ++i) {
        const auto &[type, price] = m_line.choices[i];
        m_types[i]->setText(type.name.in(wording.locale().name().left(2)));
        m_types[i]->setSecondLine(wording.money(price));
        m_types[i]->setChecked(type.key == m_line.type.key);
    }
}

void CheckoutLine::choose(int type)
{
    m_types[type]->setChecked(m_line.choices[type].first.key == m_line.type.key); // the store's answer decides
    m_type->setFocus();
    m_choices->hide();
    Q_EMIT typeWanted(m_line.seat, m_line.choices[type].first.key);
}

} // namespace foyer
