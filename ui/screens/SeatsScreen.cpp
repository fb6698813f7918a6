#include "ui/screens/SeatsScreen.h"

#include "ui/screens/HoldTime.h"
#include "ui/screens/SeatFinder.h"
#include "ui/screens/SeatList.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Legend.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/SeatChip.h"
#include "ui/widgets/SeatMapView.h"

#include <QApplication>
#include <QGridLayout>
#include <QScrollArea>
#include <QScrollBar>

namespace foyer {

using namespace Qt::StringLiterals;

SeatsScreen::SeatsScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_title(new Label(TypeRole::Title, this)), m_when(new Label(TypeRole::Caption, this)),
      m_waiting(new Label(TypeRole::Body, this)), m_basketHint(new Label(TypeRole::Caption, this)),
      m_count(new Label(TypeRole::Caption, this)), m_time(new HoldTime(visit, this)), m_map(new SeatMapView(this)),
      m_list(new SeatList(visit, this)),
      m_asList(new ActionButton(ButtonLook::Raised, ActionButton::Size::Compact, this)),
      m_mapCard(new Card(Card::Look::Surface, 2, this)), m_legend(new Legend(this)), m_chips(new FlowLayout),
      m_total(new Amount(TypeRole::Title, Qt::AlignRight, this)), m_head(head()), m_side(side()),
      m_grid(new QGridLayout(this))
{
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setTone(Tone::Soft);
    auto *hall = new QGridLayout(m_mapCard);
    hall->addWidget(m_map, 0, 0);
    hall->addWidget(m_list, 0, 0);
    hall->addWidget(m_waiting, 0, 0);
    hall->addWidget(m_asList, 0, 0);
    m_asList->raise();
    SeatMapModel &seats = visit.seats();
    m_map->setNames([this](SeatIndex seat) { return spokenName(seat); });
    connect(m_map, &SeatMapView::seatTapped, &seats, &SeatMapModel::toggle);
    connect(m_list, &SeatList::seatTapped, &seats, &SeatMapModel::toggle);
    connect(m_asList, &ActionButton::clicked, this,
        [this] { show(m_showing == Showing::List ? Showing::Map : Showing::List); });
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
    auto *card = m_basketCard = new Card(Card::Look::Surface, 3, side);
    m_count->setTone(Tone::Soft);
    m_count->setAlignment(Qt::AlignRight);
    m_basketHint->setTone(Tone::Soft);
    m_undo = new ActionButton(ButtonLook::Bare, ActionButton::Size::Compact, card);
    m_undo->setGlyph(Glyph::StartOver);
    connect(m_undo, &ActionButton::clicked, this, [this] { visit().chooseSeats(visit().seats().before()); });
    m_sum = new QWidget(card);
    auto *sum = new QVBoxLayout(m_sum);
    sum->setSpacing(0);
    sum->addWidget(m_count);
    sum->addWidget(m_total);
    m_basket = new QHBoxLayout(card);
    m_basket->addWidget(m_basketHint, 1);
    m_basket->addLayout(m_chips, 1);
    m_basket->addWidget(m_undo, 0, Qt::AlignRight | Qt::AlignBottom);
    m_basket->addWidget(m_sum, 0, Qt::AlignBottom);
    m_single = new Notice(side);
    m_single->hide();
    connect(m_single, &Notice::actionWanted, this, [this] { visit().chooseSeats(m_instead); });
    connect(m_single, &Notice::otherActionWanted, &visit(), &VisitModel::confirmSeats);
    m_finder = new SeatFinder(visit(), side);
    m_finder->hide();
    connect(m_finder, &SeatFinder::chosen, this, &SeatsScreen::takeProposal);
    auto *column = new QVBoxLayout(side);
    column->addWidget(m_single);
    column->addWidget(m_legend);
    column->addWidget(card, 1);
    column->addWidget(m_finder, 1);
    side->installEventFilter(this);
    return scrolling(side, this);
}

Screen::Frame SeatsScreen::frame() const
{
    const auto hold = visit().seats().hold();
    const int count = hold ? int(hold->seats.size()) : 0;
    const bool isAsking = visit().seats().isAsking();
    const bool mustMoveUp = !m_single->isHidden() && visit().settings().noSingleSeats;
    return {.main = count ? tr("Continue with %n seat(s)", nullptr, count) : tr("Choose a seat"),
        .mainEnabled = count > 0 && !visit().isBusy() && !isAsking && !mustMoveUp,
        .side = m_finding ? tr("Choose myself") : tr("Choose for us"),
        .sideEnabled = visit().seats().date().has_value() && !isAsking,
        .purchaseStep = 1};
}

/// Whoever leaves a single seat is told once, and can mend it with one tap.
void SeatsScreen::mainPressed()
{
    if (m_single->isHidden() && !visit().seats().stranded().isEmpty())
        m_instead = visit().seats().movedUp();
    if (!m_single->isHidden() || m_instead.isEmpty())
        return visit().confirmSeats();
    find(false);
    showSingle();
    QMetaObject::invokeMethod(
        m_single, &Notice::takeFocus, Qt::QueuedConnection); // laid out by then, it comes into sight
    Q_EMIT frameChanged();
}

/// As long as it is so: somebody else may take the single seat, or those to move to.
void SeatsScreen::showSingle()
{
    const SeatMapModel &seats = visit().seats();
    const QList<SeatIndex> alone = seats.stranded();
    m_single->setVisible(!m_instead.isEmpty() && !alone.isEmpty() && seats.movedUp() == m_instead);
    if (m_single->isHidden())
        return m_instead.clear();
    const auto name = [&seats](SeatIndex seat) { return nameOfSeat(*seats.date()->plan, seat); };
    const bool must = visit().settings().noSingleSeats;
    m_single->setMessage(Glyph::Info, Tone::Warn,
        tr("%1 would stay free on its own").arg(wording().seatText(name(alone.constFirst()))),
        must ? tr("This house keeps no single seats. Please move up.")
             : tr("A single seat is hard to sell. Would you mind moving up?"));
    m_single->setAction(tr("Take %1 instead").arg(wording().seatsText(m_instead, name)));
    m_single->setOtherAction(must ? QString() : tr("Keep my seats"));
}

void SeatsScreen::sidePressed() { find(!m_finding); }

void SeatsScreen::find(bool finding)
{
    m_finding = finding;
    m_single->hide();
    if (finding)
        m_instead.clear();
    m_legend->setVisible(!finding);
    m_basketCard->setVisible(!finding);
    m_finder->setVisible(finding);
    m_side->verticalScrollBar()->setValue(0);
    if (finding) {
        m_finder->begin();
        QMetaObject::invokeMethod(m_finder, &SeatFinder::takeFocus, Qt::QueuedConnection); // laid out by then
    }
    Q_EMIT frameChanged();
}

void SeatsScreen::takeProposal(const QList<SeatIndex> &seats)
{
    find(false);
    visit().chooseSeats(seats);
    if (m_showing == Showing::List || seats.isEmpty())
        return; // as somebody prefers it
    m_map->setCurrentSeat(seats.constFirst());
    m_map->setFocus(Qt::TabFocusReason);
    m_map->goTo(seats);
}

void SeatsScreen::show(Showing showing)
{
    m_showing = showing;
    const bool isOpen = visit().seats().date().has_value(), asList = showing == Showing::List;
    m_map->setVisible(isOpen && !asList);
    m_list->setVisible(isOpen && asList);
    m_waiting->setVisible(!isOpen);
    m_asList->setVisible(isOpen);
    m_mapCard->layout()->setAlignment(m_asList, Qt::AlignRight | (asList ? Qt::AlignTop : Qt::AlignBottom));
    m_asList->setGlyphOnly(
        asList ? Glyph::Fit : Glyph::List, asList ? tr("Show the seats as a map") : tr("Show the seats as a list"));
    if (isOpen && asList)
        m_list->refresh();
}

void SeatsScreen::begin()
{
    m_list->begin();
    find(false);
    m_showing = Showing::Map;
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

bool SeatsScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fitSide(); // what stands there has become more or less
    return Screen::eventFilter(watched, event);
}

/// Below the map stands as much as there is to read, but never more than half. Large text has the page scroll instead,
/// and the map beside it no higher than it must be: nothing scrolls within what scrolls.
void SeatsScreen::fitSide()
{
    const bool wide = window()->width() > window()->height(), large = FoyerStyle::of(this).isLargeText();
    const int leastMap = m_mapCard->minimumSizeHint().height();
    const int besideMap = height() - m_head->sizeHint().height() - leastMap - 2 * m_grid->verticalSpacing();
    const int most = m_finding ? std::max(height() / 2, besideMap) : height() / 2; // who lets us choose looks there
    const int wanted = m_side->widget()->layout()->totalHeightForWidth(wide ? m_side->width() : contentsRect().width());
    m_side->setMinimumHeight(large ? wanted : wide ? 0 : std::min(wanted, most));
    m_side->setMaximumHeight(wide ? QWIDGETSIZE_MAX : m_side->minimumHeight());
    m_mapCard->setMaximumHeight(wide && large ? std::max(leastMap, window()->height() / 2) : QWIDGETSIZE_MAX);
    m_grid->setAlignment(m_mapCard, wide && large ? Qt::AlignTop : Qt::Alignment());
}

void SeatsScreen::retranslate()
{
    m_map->setWords({tr("Seat map"), tr("Closer"), tr("Farther"), tr("Whole hall")});
    m_waiting->setText(tr("One moment, the seats are on their way…"));
    m_basketHint->setText(tr("Tap a section to go closer, then a free seat to keep it for you. Up to %n seat(s).",
        nullptr, visit().settings().seatsPerOrder));
    m_undo->setText(tr("Undo"));
    m_list->retranslate();
    m_finder->retranslate();
    showSingle();
    show(m_showing);
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
    parts.append(wording().name(seats.shown(seat)));
    return parts.join(u", "_s);
}

void SeatsScreen::showPlan()
{
    const auto &date = visit().seats().date();
    if (date) {
        QList<SeatMark> marks;
        for (qint32 i = 0; i < date->plan->seatCount(); ++i)
            marks.append(markOf(SeatIndex{i}));
        m_map->setHall(date->chooser->hall(), marks);
        m_list->begin(); // its rows may be another plan's
    } else {
        find(false); // another customer's
        m_list->begin();
        m_showing = Showing::Map;
    }
    retranslate();
}

void SeatsScreen::showSeats(const QList<SeatIndex> &seats)
{
    for (const SeatIndex seat : seats)
        m_map->setMark(seat, markOf(seat));
    m_list->refresh();
    if (m_finding)
        m_finder->refresh();
    showSingle();
    showLegend();
    Q_EMIT frameChanged();
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
    for (int i = 0; date && i < date->plan->categories.size(); ++i) {
        const QString &category = date->plan->categories[i].name;
        if (const auto price = date->usualPrice(category))
            entries.append({i, category, wording().money(*price),
                tr("%n seat(s) left", nullptr, visit().seats().freeByCategory()[i])});
    }
    m_legend->setEntries(entries);
}

bool SeatsScreen::canUndo() const
{
    QSet<SeatIndex> now;
    if (const auto hold = visit().seats().hold())
        for (const HeldSeat &held : hold->seats)
            now.insert(held.seat);
    const QList<SeatIndex> &before = visit().seats().before();
    return !before.isEmpty() && now != QSet<SeatIndex>(before.begin(), before.end());
}

void SeatsScreen::showBasket()
{
    if (qobject_cast<SeatChip *>(QApplication::focusWidget())) // which goes
        (m_showing == Showing::List ? static_cast<QWidget *>(m_list) : m_map)->setFocus();
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
        const QString what = kind == SeatKind::Ordinary ? name : name + u" · "_s + wording().name(kind);
        const QString text = what + u" · "_s + wording().money(held.price);
        auto *chip = new SeatChip(text, tr("Give up %1").arg(text), m_basketCard);
        connect(chip, &SeatChip::clicked, this, [this, seat = held.seat] { visit().seats().toggle(seat); });
        m_chips->addWidget(chip);
        chip->show();
    }
    const int count = m_chips->count();
    m_basketHint->setVisible(count == 0);
    m_basket->setStretchFactor(m_chips, count > 0 ? 1 : 0);
    m_sum->setVisible(count > 0);
    m_instead.clear(); // it was for other seats
    m_single->hide();
    m_undo->setVisible(canUndo());
    m_count->setText(tr("%n seat(s)", nullptr, count));
    m_total->setText(
        wording().money(hold ? hold->total(visit().settings().currency) : Money{0, visit().settings().currency}));
    Q_EMIT frameChanged();
}

} // namespace foyer
