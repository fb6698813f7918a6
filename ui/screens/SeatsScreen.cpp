#include "ui/screens/SeatsScreen.h"

#include "ui/screens/HoldTime.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Legend.h"
#include "ui/widgets/SeatChip.h"
#include "ui/widgets/SeatMapView.h"

#include <QApplication>
#include <QGridLayout>
#include <QScrollArea>

namespace foyer {

using namespace Qt::StringLiterals;

SeatsScreen::SeatsScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_title(new Label(TypeRole::Title, this)), m_when(new Label(TypeRole::Caption, this)),
      m_waiting(new Label(TypeRole::Body, this)), m_basketHint(new Label(TypeRole::Caption, this)),
      m_count(new Label(TypeRole::Caption, this)), m_time(new HoldTime(visit, this)), m_map(new SeatMapView(this)),
      m_mapCard(new Card(Card::Look::Surface, 2, this)), m_legend(new Legend(this)), m_chips(new FlowLayout),
      m_total(new Amount(TypeRole::Title, Qt::AlignRight, this)), m_head(head()), m_side(side()),
      m_grid(new QGridLayout(this))
{
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setTone(Tone::Soft);
    auto *hall = new QVBoxLayout(m_mapCard);
    hall->addWidget(m_map, 1);
    hall->addWidget(m_waiting, 1);
    SeatMapModel &seats = visit.seats();
    m_map->setNames([this](SeatIndex seat) { return spokenName(seat); });
    connect(m_map, &SeatMapView::seatTapped, &seats, &SeatMapModel::toggle);
    connect(&seats, &SeatMapModel::modelReset, this, &SeatsScreen::showPlan);
    connect(&seats, &SeatMapModel::seatsChanged, this, &SeatsScreen::showSeats);
    connect(&seats, &SeatMapModel::holdChanged, this, &SeatsScreen::showBasket);
    connect(&seats, &SeatMapModel::failed, this, [this] {
        if (!this->visit().seats().date()) // why, and the way on, stand in the window's notice
            m_waiting->setText(tr("The seats can't be shown now."));
    });
    connect(&visit, &VisitModel::busyChanged, this, &SeatsScreen::frameChanged);
    arrange();
    retranslate();
}

QWidget *SeatsScreen::head()
{
    auto *head = new QWidget(this);
    m_when->setTone(Tone::Soft);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_title);
    names->addWidget(m_when);
    auto *row = new QHBoxLayout(head);
    row->addLayout(names, 1);
    row->addWidget(m_time);
    return head;
}

QScrollArea *SeatsScreen::side()
{
    auto *side = new QWidget;
    auto *card = new Card(Card::Look::Surface, 3, side);
    m_count->setTone(Tone::Soft);
    m_count->setAlignment(Qt::AlignRight);
    m_basketHint->setTone(Tone::Soft);
    m_sum = new QWidget(card);
    auto *sum = new QVBoxLayout(m_sum);
    sum->setSpacing(0);
    sum->addWidget(m_count);
    sum->addWidget(m_total);
    m_basket = new QHBoxLayout(card);
    m_basket->addWidget(m_basketHint, 1);
    m_basket->addLayout(m_chips, 1);
    m_basket->addWidget(m_sum, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(side);
    column->addWidget(m_legend);
    column->addWidget(card, 1);
    return scrolling(side, this);
}

Screen::Frame SeatsScreen::frame() const
{
    const auto hold = visit().seats().hold();
    const int count = hold ? int(hold->seats.size()) : 0;
    return {.main = count ? tr("Continue with %n seat(s)", nullptr, count) : tr("Choose a seat"),
        .mainEnabled = count > 0 && !visit().isBusy(),
        .purchaseStep = 1};
}

void SeatsScreen::begin()
{
    showPlan();
    m_map->setFocus();
}

void SeatsScreen::resizeEvent(QResizeEvent *event)
{
    Screen::resizeEvent(event);
    arrange();
}

/// The map stands left of everything else where there is width, else between head and the rest.
/// There the total stands above the seats, so that it stays in sight however many there are.
void SeatsScreen::arrange()
{
    const bool wide = window()->width() > window()->height();
    for (QWidget *part : std::initializer_list<QWidget *>{m_head, m_side, m_mapCard})
        m_grid->removeWidget(part);
    m_grid->addWidget(m_mapCard, wide ? 0 : 1, 0, wide ? 2 : 1, 1);
    m_grid->addWidget(m_head, 0, wide ? 1 : 0);
    m_grid->addWidget(m_side, wide ? 1 : 2, wide ? 1 : 0);
    m_grid->setRowStretch(1, 1);
    m_grid->setColumnStretch(0, wide ? 12 : 1);
    m_grid->setColumnStretch(1, wide ? 7 : 0);
    const bool above = wide || FoyerStyle::of(this).isLargeText();
    m_basket->setDirection(above ? QBoxLayout::BottomToTop : QBoxLayout::LeftToRight);
    fitSide();
}

/// Below the map stands as much as there is to read, but never more than half: large text scrolls there.
void SeatsScreen::fitSide()
{
    const bool wide = window()->width() > window()->height();
    const int wanted = m_side->widget()->layout()->totalHeightForWidth(contentsRect().width());
    m_side->setMinimumHeight(wide ? 0 : std::min(wanted, height() / 2));
    m_side->setMaximumHeight(wide ? QWIDGETSIZE_MAX : m_side->minimumHeight());
}

void SeatsScreen::retranslate()
{
    m_map->setWords({tr("Seat map"), tr("Closer"), tr("Farther"), tr("Whole hall")});
    m_waiting->setText(tr("One moment, the seats are on their way…"));
    m_basketHint->setText(tr("Tap a section to go closer, then a free seat to keep it for you. Up to %n seat(s).",
        nullptr, visit().settings().seatsPerOrder));
    m_time->retranslate();
    showTitle();
    showLegend();
    showBasket();
}

SeatMark SeatsScreen::markOf(SeatIndex seat) const
{
    const SeatShown shown = visit().seats().shown(seat);
    const SeatLook look = shown == SeatShown::Free    ? SeatLook::Free
                          : shown == SeatShown::Yours ? SeatLook::Yours
                                                      : SeatLook::Taken;
    return {look, quint8(visit().seats().date()->plan->category[indexOf(seat)])};
}

QString SeatsScreen::spokenName(SeatIndex seat) const
{
    const SeatMapModel &seats = visit().seats();
    if (!seats.date())
        return {};
    const SeatingPlan &plan = *seats.date()->plan;
    QStringList parts{wording().seatText(nameOfSeat(plan, seat)), plan.categoryOf(seat).name};
    if (const SeatKind kind = plan.kind[indexOf(seat)]; kind != SeatKind::Ordinary)
        parts.append(wording().name(kind));
    parts.append(wording().money(seats.priceOf(seat)));
    switch (seats.shown(seat)) {
    case SeatShown::Free: parts.append(tr("free")); break;
    case SeatShown::Yours: parts.append(tr("yours")); break;
    default: parts.append(tr("taken"));
    }
    return parts.join(u", "_s);
}

void SeatsScreen::showPlan()
{
    const auto &date = visit().seats().date();
    m_map->setVisible(date.has_value());
    m_waiting->setVisible(!date);
    if (date) {
        QList<SeatMark> marks;
        for (qint32 i = 0; i < date->plan->seatCount(); ++i)
            marks.append(markOf(SeatIndex{i}));
        m_map->setPlan(date->plan, marks);
    }
    retranslate();
}

void SeatsScreen::showSeats(const QList<SeatIndex> &seats)
{
    for (const SeatIndex seat : seats)
        m_map->setMark(seat, markOf(seat));
    showLegend();
}

void SeatsScreen::showTitle()
{
    const auto &date = visit().seats().date();
    m_title->setText(date ? date->offer.show.title.in(language()) : QString());
    m_when->setText(date ? wording().dateTimeText(date->offer.performance.startsAt, zone()) + u" · "_s +
                               date->offer.house.name.in(language())
                         : QString());
}

void SeatsScreen::showLegend()
{
    QList<LegendEntry> entries;
    const auto &date = visit().seats().date();
    for (int i = 0; date && !date->types.isEmpty() && i < date->plan->categories.size(); ++i)
        for (const Price &price : date->prices)
            if (price.category == date->plan->categories[i].name && price.type == date->types.constFirst().key)
                entries.append({i, price.category, wording().money(price.amount),
                    tr("%n seat(s) left", nullptr, visit().seats().freeIn(price.category))});
    m_legend->setEntries(entries);
    fitSide();
}

void SeatsScreen::showBasket()
{
    if (m_side->isAncestorOf(QApplication::focusWidget()))
        m_map->setFocus(); // the chip that had it goes
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->deleteLater(); // it may be the one that was pressed
        item->widget()->hide();
        delete item;
    }
    const auto hold = visit().seats().hold();
    for (const HeldSeat &held : hold ? hold->seats : QList<HeldSeat>()) {
        const SeatingPlan &plan = *visit().seats().date()->plan;
        const QString name = wording().seatText(nameOfSeat(plan, held.seat));
        const SeatKind kind = plan.kind[indexOf(held.seat)];
        const QString text = kind == SeatKind::Ordinary ? name : name + u" · "_s + wording().name(kind);
        auto *chip = new SeatChip(text, tr("Give up %1").arg(text), m_sum->parentWidget());
        connect(chip, &SeatChip::clicked, this, [this, seat = held.seat] { visit().seats().toggle(seat); });
        m_chips->addWidget(chip);
        chip->show();
    }
    const int count = m_chips->count();
    m_basketHint->setVisible(count == 0);
    m_basket->setStretchFactor(m_chips, count > 0 ? 1 : 0);
    m_sum->setVisible(count > 0);
    m_count->setText(tr("%n seat(s)", nullptr, count));
    m_total->setText(
        wording().money(hold ? hold->total(visit().settings().currency) : Money{0, visit().settings().currency}));
    fitSide();
    Q_EMIT frameChanged();
}

} // namespace foyer
