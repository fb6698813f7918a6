#include "ui/screens/SeatBasket.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/SeatChip.h"
#include "wording/Wording.h"

#include <QApplication>
#include <QBoxLayout>

namespace foyer {

using namespace Qt::StringLiterals;

SeatBasket::SeatBasket(VisitModel &visit, QWidget *parent)
    : Card(Card::Look::Surface, 3, parent), m_visit(visit), m_hint(new Label(TypeRole::Caption, this)),
      m_count(new Label(TypeRole::Caption, this)), m_total(new Amount(TypeRole::Title, Qt::AlignRight, this)),
      m_undo(new ActionButton(ButtonLook::Bare, ActionButton::Size::Compact, this)), m_chips(new FlowLayout),
      m_sum(new QWidget(this)), m_parts(new QHBoxLayout(this))
{
    m_count->setTone(Tone::Soft);
    m_count->setAlignment(Qt::AlignRight);
    m_hint->setTone(Tone::Soft);
    m_undo->setGlyph(Glyph::StartOver);
    auto *sum = new QVBoxLayout(m_sum);
    sum->setSpacing(0);
    sum->addWidget(m_count);
    sum->addWidget(m_total);
    m_parts->addWidget(m_hint, 1);
    m_parts->addLayout(m_chips, 1);
    m_parts->addWidget(m_undo, 0, Qt::AlignRight | Qt::AlignBottom);
    m_parts->addWidget(m_sum, 0, Qt::AlignBottom);
    connect(m_undo, &ActionButton::clicked, this, [this] { m_visit.chooseSeats(m_visit.seats().before()); });
    connect(&visit.seats(), &SeatMapModel::holdChanged, this, &SeatBasket::showSeats);
    connect(&visit.seats(), &SeatMapModel::modelReset, this, &SeatBasket::showSeats);
    connect(
        &visit.seats(), &SeatMapModel::seatsChanged, this, [this] { m_undo->setEnabled(!m_visit.seats().isAsking()); });
    retranslate();
}

void SeatBasket::setSumAbove(bool above)
{
    m_parts->setDirection(above ? QBoxLayout::BottomToTop : QBoxLayout::LeftToRight);
}

void SeatBasket::retranslate()
{
    m_hint->setText(tr("Tap a section to go closer, then a free seat to keep it for you. Up to %n seat(s).", nullptr,
        m_visit.settings().seatsPerOrder));
    m_undo->setText(tr("Undo"));
    showSeats();
}

bool SeatBasket::canUndo() const
{
    QSet<SeatIndex> now;
    if (const auto hold = m_visit.seats().hold())
        for (const HeldSeat &held : hold->seats)
            now.insert(held.seat);
    const QList<SeatIndex> &before = m_visit.seats().before();
    return !before.isEmpty() && now != QSet<SeatIndex>(before.begin(), before.end());
}

void SeatBasket::showSeats()
{
    if (qobject_cast<SeatChip *>(QApplication::focusWidget())) // which goes
        Q_EMIT focusLost();
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->deleteLater(); // it may be the one that was pressed
        item->widget()->hide();
        delete item;
    }
    const Wording wording;
    const auto hold = m_visit.seats().hold();
    for (const HeldSeat &held : hold ? hold->seats : QList<HeldSeat>()) {
        const SeatingPlan &plan = *m_visit.seats().date()->plan;
        const QString name = wording.seatText(nameOfSeat(plan, held.seat));
        const SeatKind kind = plan.kind[indexOf(held.seat)];
        const QString what = kind == SeatKind::Ordinary ? name : name + u" · "_s + wording.name(kind);
        const QString text = what + u" · "_s + wording.money(held.price);
        auto *chip = new SeatChip(text, tr("Give up %1").arg(text), this);
        connect(chip, &SeatChip::clicked, this, [this, seat = held.seat] { m_visit.seats().toggle(seat); });
        m_chips->addWidget(chip);
        chip->show();
    }
    const int count = m_chips->count();
    const Currency currency = m_visit.settings().currency;
    m_hint->setVisible(count == 0);
    m_parts->setStretchFactor(m_chips, count > 0 ? 1 : 0);
    m_sum->setVisible(count > 0);
    m_undo->setVisible(canUndo());
    m_undo->setEnabled(!m_visit.seats().isAsking());
    m_count->setText(tr("%n seat(s)", nullptr, count));
    m_total->setText(wording.money(hold ? hold->total(currency) : Money{0, currency}));
}

} // namespace foyer
