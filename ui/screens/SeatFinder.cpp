#include "ui/screens/SeatFinder.h"

#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Counter.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/OfferRow.h"
#include "wording/Wording.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <set>

namespace foyer {

namespace {
constexpr int usualParty = 2, mostWheelchairs = 4;
} // namespace

SeatFinder::SeatFinder(VisitModel &visit, QWidget *parent)
    : QWidget(parent), m_visit(visit), m_budgets(new QButtonGroup(this))
{
    auto *party = new Card(Card::Look::Surface, 3, this);
    m_seats = new Counter(party);
    (new QVBoxLayout(party))->addWidget(m_seats);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(party);
    for (int i = 0; i < limits::seatProposals; ++i) {
        m_rows.append(new OfferRow(this));
        m_rows.last()->setObjectName(QStringLiteral("proposal"));
        rows->addWidget(m_rows.last());
        connect(m_rows.last(), &OfferRow::pressed, this, [this, i] { m_pressed = m_proposals.value(i).seats; });
        connect(m_rows.last(), &OfferRow::clicked, this, [this] { Q_EMIT chosen(m_pressed); }); // as it was read
    }
    m_none = new Label(TypeRole::Body, this);
    m_none->setTone(Tone::Soft);
    m_none->setAlignment(Qt::AlignCenter);
    rows->addWidget(m_none);
    m_wishes = new Card(Card::Look::Surface, 3, this); // below: most take what is there
    m_wheelchairs = new Counter(m_wishes);
    m_aisle = new ActionButton(ButtonLook::Raised, ActionButton::Size::Compact, m_wishes);
    m_aisle->setCheckable(true);
    m_budgetRow = new FlowLayout;
    auto *column = new QVBoxLayout(m_wishes);
    column->addLayout(m_budgetRow);
    column->addWidget(m_wheelchairs);
    rows->addWidget(m_wishes);
    rows->addStretch(1);
    connect(m_seats, &Counter::changed, this, [this](int seats) {
        m_wheelchairs->setRange(0, std::min(seats, mostWheelchairs));
        refresh();
    });
    connect(m_wheelchairs, &Counter::changed, this, &SeatFinder::refresh);
    connect(m_aisle, &ActionButton::toggled, this, &SeatFinder::refresh);
    connect(m_budgets, &QButtonGroup::idClicked, this, &SeatFinder::refresh);
    connect(&visit.seats(), &SeatMapModel::dataChanged, this,
        [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
            if (roles.isEmpty()) // prices too
                fillBudgets();
        });
    connect(&visit.seats(), &SeatMapModel::proposed, this, &SeatFinder::showProposals);
    retranslate();
}

void SeatFinder::begin()
{
    const auto hold = m_visit.seats().hold();
    m_seats->setRange(1, m_visit.settings().seatsPerOrder);
    m_seats->setValue(hold && hold->seats.size() > 1 ? int(hold->seats.size()) : usualParty);
    m_wheelchairs->setRange(0, std::min(m_seats->value(), mostWheelchairs));
    m_wheelchairs->setValue(0);
    m_aisle->setChecked(false);
    fillBudgets();
    m_budgets->button(0)->setChecked(true);
    m_wantsFocus = false;
    showProposals({}); // the last customer's
    m_none->hide();
    refresh();
}

void SeatFinder::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh(); // seats may have changed while another page lay over it
}

void SeatFinder::takeFocus()
{
    m_wantsFocus = m_proposals.isEmpty();
    if (!m_wantsFocus)
        m_rows.constFirst()->setFocus(Qt::TabFocusReason);
}

void SeatFinder::retranslate()
{
    m_seats->setName(tr("Seats"), tr("One seat fewer"), tr("One seat more"));
    m_wheelchairs->setName(
        tr("Wheelchair places among them"), tr("One wheelchair place fewer"), tr("One wheelchair place more"));
    m_aisle->setText(tr("One of us on the aisle"));
    fillBudgets();
    showProposals(m_proposals);
}

/// Any price, or up to one of the prices there are, the dearest of which would be any.
void SeatFinder::fillBudgets()
{
    const int checked = m_budgets->checkedId();
    while (QLayoutItem *item = m_budgetRow->takeAt(0)) {
        if (item->widget() == m_aisle) {
            delete item;
            continue;
        }
        m_budgets->removeButton(qobject_cast<QAbstractButton *>(item->widget()));
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was pressed
        delete item;
    }
    const auto &date = m_visit.seats().date();
    std::set<qint64> prices;
    for (const SeatCategory &category : date ? date->plan->categories : QList<SeatCategory>())
        if (const auto price = date->usualPrice(category.name))
            prices.insert(price->minor);
    if (!prices.empty())
        prices.erase(std::prev(prices.end()));
    m_most = {0};
    m_most.append(QList<qint64>(prices.begin(), prices.end()));
    for (int i = 0; i < m_most.size(); ++i) {
        auto *button = new ActionButton(ButtonLook::Raised, ActionButton::Size::Compact, m_wishes);
        button->setCheckable(true);
        //: at most so much for a seat
        button->setText(
            i == 0 ? tr("Any price") : tr("Up to %1").arg(Wording().money({m_most[i], m_visit.settings().currency})));
        m_budgets->addButton(button, i);
        m_budgetRow->addWidget(button);
        button->show();
    }
    m_budgetRow->addWidget(m_aisle);
    QAbstractButton *same = m_budgets->button(checked);
    (same ? same : m_budgets->button(0))->setChecked(true);
}

SeatWish SeatFinder::wish() const
{
    SeatWish wish{.seats = m_seats->value(),
        .wheelchairs = m_wheelchairs->value(),
        .affordable = {},
        .aisle = m_aisle->isChecked()};
    const qint64 most = m_most.value(m_budgets->checkedId());
    const auto &date = m_visit.seats().date();
    if (most > 0 && date)
        for (const SeatCategory &category : date->plan->categories) {
            const auto price = date->usualPrice(category.name);
            wish.affordable.push_back(price && price->minor <= most);
        }
    return wish;
}

void SeatFinder::refresh()
{
    m_aisle->setEnabled(m_wheelchairs->value() == 0); // the places for wheelchairs are where they are
    if (!isVisible())
        return;
    if (const SeatWish wanted = wish(); std::exchange(m_wish, wanted) != wanted) {
        m_wantsFocus = m_wantsFocus && m_proposals.isEmpty() && m_rows.constFirst()->isHidden();
        for (OfferRow *row : std::as_const(m_rows))
            row->setEnabled(false); // they are for another party
    }
    m_visit.seats().propose(m_wish);
}

void SeatFinder::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_wantsFocus = false;
}

void SeatFinder::showProposals(const QList<SeatProposal> &proposals)
{
    m_proposals = proposals;
    for (int i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < m_proposals.size());
        m_rows[i]->setEnabled(true);
        if (i < m_proposals.size())
            showProposal(i, m_proposals[i]);
    }
    m_none->setVisible(m_proposals.isEmpty());
    m_none->setText(wish().hasTooManyCompanions()
                        ? tr("Up to three companions can sit beside each wheelchair place.")
                        : tr("There are no such seats left. Please ask for fewer seats, or for another price."));
    if (m_wantsFocus && !m_proposals.isEmpty())
        takeFocus();
}

QString SeatFinder::reasonOf(const SeatProposal &proposal) const
{
    switch (proposal.reason) {
    case SeatReason::Best:
        return proposal.seats.size() == 1 ? tr("The best seat left") : tr("The best seats left side by side");
    case SeatReason::Aisle: return tr("On the aisle");
    case SeatReason::Accessible:
        return proposal.seats.size() == 1 ? tr("The best wheelchair place left")
                                          : tr("The best wheelchair place left, companions beside it");
    case SeatReason::OtherCategory: return tr("In another price category");
    case SeatReason::OtherSection: return tr("In another section");
    case SeatReason::OtherPlace: return tr("Somewhere else");
    case SeatReason::Apart: return tr("Close together, though not all side by side");
    }
    return {};
}

void SeatFinder::showProposal(int index, const SeatProposal &proposal)
{
    const SeatMapModel &seats = m_visit.seats();
    const SeatingPlan &plan = *seats.date()->plan;
    Money total{0, m_visit.settings().currency};
    QStringList details;
    for (const SeatIndex seat : proposal.seats) {
        total.minor += seats.priceOf(seat).minor;
        const SeatKind kind = plan.kind[indexOf(seat)];
        const QString detail = kind == SeatKind::Ordinary ? plan.categoryOf(seat).name : Wording().name(kind);
        if (!details.contains(detail))
            details.append(detail);
    }
    const auto name = [&plan](SeatIndex seat) { return nameOfSeat(plan, seat); };
    m_rows[index]->setOffer({.lead = {},
        .bar = FoyerStyle::of(this).category(plan.category[indexOf(proposal.seats.constFirst())]),
        .overline = reasonOf(proposal),
        .title = Wording().seatsText(proposal.seats, name),
        .details = details.join(QStringLiteral(" · ")),
        .price = Wording().money(total),
        .note = {},
        .availability = {}});
}

} // namespace foyer
