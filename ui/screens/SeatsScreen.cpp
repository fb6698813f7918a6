#include "ui/screens/SeatsScreen.h"

#include "ui/screens/HoldTime.h"
#include "ui/screens/SeatBasket.h"
#include "ui/screens/SeatFinder.h"
#include "ui/screens/SeatList.h"
#include "ui/screens/SingleSeatNotice.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Legend.h"
#include "ui/widgets/SeatMapView.h"

#include <QEvent>
#include <QGridLayout>
#include <QScrollArea>
#include <QScrollBar>

namespace foyer {

using namespace Qt::StringLiterals;

SeatsScreen::SeatsScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_title(new Label(TypeRole::Title, this)), m_when(new Label(TypeRole::Caption, this)),
      m_waiting(new Label(TypeRole::Body, this)), m_time(new HoldTime(visit, this)), m_map(new SeatMapView(this)),
      m_list(new SeatList(visit, this)),
      m_asList(new ActionButton(ButtonLook::Raised, ActionButton::Size::Compact, this)),
      m_mapCard(new Card(Card::Look::Surface, 2, this)), m_legend(new Legend(this)), m_head(head()), m_side(side()),
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
    connect(&seats, &SeatMapModel::holdChanged, this, &SeatsScreen::frameChanged);
    connect(&seats, &SeatMapModel::failed, this, [this] {
        m_failed = !this->visit().seats().date(); // why, and the way on, stand in the window's notice
        showWaiting();
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
    m_single = new SingleSeatNotice(visit(), side);
    m_basket = new SeatBasket(visit(), side);
    connect(m_basket, &SeatBasket::focusLost, this,
        [this] { (m_showing == Showing::List ? static_cast<QWidget *>(m_list) : m_map)->setFocus(); });
    m_finder = new SeatFinder(visit(), side);
    m_finder->hide();
    connect(m_finder, &SeatFinder::chosen, this, &SeatsScreen::takeProposal);
    auto *column = new QVBoxLayout(side);
    column->addWidget(m_single);
    column->addWidget(m_legend);
    column->addWidget(m_basket, 1);
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

/// Whoever leaves a single seat is told once, before going on.
void SeatsScreen::mainPressed()
{
    if (!m_single->tell())
        return visit().confirmSeats();
    find(false);
    Q_EMIT frameChanged();
}

void SeatsScreen::sidePressed() { find(!m_finding); }

void SeatsScreen::find(bool finding)
{
    m_finding = finding;
    if (finding)
        m_single->takeBack();
    m_legend->setVisible(!finding);
    m_basket->setVisible(!finding);
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
    if (visit().seats().isAsking())
        return; // for other seats; the answer comes in a moment
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
    find(false);
    m_single->takeBack();
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
    m_basket->setSumAbove(wide || FoyerStyle::of(this).isLargeText());
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
    m_list->retranslate();
    m_finder->retranslate();
    m_basket->retranslate();
    m_single->refresh();
    m_time->retranslate();
    show(m_showing);
    showWaiting();
    showTitle();
    showLegend();
    Q_EMIT frameChanged();
}

void SeatsScreen::showWaiting()
{
    m_waiting->setText(m_failed ? tr("The seats can't be shown now.") : tr("One moment, the seats are on their way…"));
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
        if (m_finding)
            m_finder->begin();
    } else {
        find(false); // another customer's
        m_list->begin();
        m_showing = Showing::Map;
    }
    m_failed = false;
    show(m_showing);
    showWaiting();
    showTitle();
    showLegend();
    Q_EMIT frameChanged();
}

void SeatsScreen::showSeats(const QList<SeatIndex> &seats)
{
    for (const SeatIndex seat : seats)
        m_map->setMark(seat, markOf(seat));
    m_list->refresh();
    if (m_finding)
        m_finder->refresh();
    m_single->refresh();
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

} // namespace foyer
