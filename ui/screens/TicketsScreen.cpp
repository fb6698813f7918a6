#include "ui/screens/TicketsScreen.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/OfferRow.h"

#include <QScrollArea>
#include <QTimer>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
bool isLive(const Ticket &ticket) { return ticket.isLive; }

/// Once it is laid out.
void bringIntoSight(QWidget *part)
{
    QTimer::singleShot(0, part, [part] {
        for (QWidget *parent = part->parentWidget(); parent; parent = parent->parentWidget())
            if (auto *area = qobject_cast<QScrollArea *>(parent))
                area->ensureWidgetVisible(part);
    });
}
} // namespace

TicketsScreen::TicketsScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_title(new Label(TypeRole::Title, this)), m_away(new Label(TypeRole::Body, this)),
      m_empty(new EmptyState(this)), m_orders(new QWidget(this)), m_list(new QVBoxLayout(m_orders)),
      m_card(new Card(m_orders)), m_notice(new Notice(m_card))
{
    m_what = new Label(TypeRole::Caption, m_card);
    m_hint = new Label(TypeRole::Caption, m_card);
    m_worth = new Label(TypeRole::Body, m_card);
    m_away->setObjectName(u"away"_s);
    m_away->setTone(Tone::Soft);
    m_what->setTone(Tone::Soft);
    m_hint->setTone(Tone::Soft);
    auto *seats = new QWidget(m_card);
    m_seatList = new QVBoxLayout(seats);
    m_seatList->addStretch();
    auto *money = new QWidget(m_card);
    auto *moneyColumn = new QVBoxLayout(money);
    moneyColumn->addWidget(m_worth);
    moneyColumn->addWidget(m_notice);
    moneyColumn->addStretch();
    auto *parts = new TurningBox(m_card);
    parts->add(seats, 1);
    parts->add(money, 1);
    auto *inside = new QVBoxLayout(m_card);
    inside->addWidget(m_what);
    inside->addWidget(m_hint);
    inside->addWidget(parts);
    m_list->addWidget(m_card);
    m_list->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_away);
    column->addWidget(m_orders, 1);
    column->addWidget(m_empty, 1);
    connect(m_notice, &Notice::actionWanted, this, [this] {
        TicketsModel &tickets = this->visit().tickets();
        tickets.isAsking() ? tickets.cancel() : tickets.keep();
    });
    connect(m_notice, &Notice::otherActionWanted, &visit.tickets(), &TicketsModel::keep);
    connect(&visit.tickets(), &TicketsModel::changed, this, &TicketsScreen::showAll);
    connect(&visit, &VisitModel::settingsChanged, this, &TicketsScreen::showAll);
    connect(&visit, &VisitModel::timePassed, this, [this] {
        if (isVisible()) { // it may have become too late
            showWorth();
            Q_EMIT frameChanged();
        }
    });
    retranslate();
}

Screen::Frame TicketsScreen::frame() const
{
    const TicketsModel &tickets = visit().tickets();
    Frame frame;
    if (!tickets.order() || tickets.isAsking() || tickets.back() || tickets.seats().isEmpty())
        return frame; // the question, or what was done, has a way on of its own
    frame.main = tr("Print again");
    frame.mainEnabled = tickets.canPrint();
    frame.side = tr("Cancel %n ticket(s)", nullptr, int(tickets.seats().size()));
    frame.sideEnabled = tickets.canCancel();
    return frame;
}

void TicketsScreen::begin()
{
    m_said.clear();
    showAll();
    setFocus();
}

void TicketsScreen::retranslate()
{
    m_title->setText(tr("My tickets"));
    m_hint->setText(tr("Tap tickets to cancel only those; otherwise it is all of them."));
    m_away->setText(tr("Tickets from other screens and from the desk can't all be shown right now."));
    m_said.clear();
    showAll();
}

QString TicketsScreen::message(const Problem &problem) const
{
    const Order *order = visit().tickets().order();
    if (!problem.refused || !order)
        return {};
    return wording().message(*problem.refused, [order](SeatIndex seat) {
        const auto ticket = std::find_if(
            order->tickets.begin(), order->tickets.end(), [seat](const Ticket &each) { return each.seat == seat; });
        return ticket == order->tickets.end() ? SeatName() : ticket->name;
    });
}

void TicketsScreen::showAll()
{
    const bool anyOrder = visit().tickets().order();
    m_away->setVisible(!visit().tickets().isWhole());
    m_empty->setVisible(!anyOrder);
    if (visit().tickets().isReading())
        m_empty->set(Glyph::None, tr("One moment, please"), tr("Your tickets are being read."));
    else
        m_empty->set(Glyph::Info,
            visit().tickets().isWhole() ? tr("No tickets yet") : tr("No tickets from this screen"),
            tr("Tickets that you buy as a member are kept here. Others are found at the desk."));
    m_orders->setVisible(anyOrder);
    showRows();
    showSeats();
    showWorth();
    showAsked();
    Q_EMIT frameChanged();
}

bool TicketsScreen::isOver(const Order &order) const
{
    return visit().clock().utc() >= order.performance.startsAt.addSecs(qint64(std::max(order.show.minutes, 1)) * 60);
}

/// "Cancelled", "Over", "2 tickets".
QString TicketsScreen::stateOf(const Order &order) const
{
    const auto live =
        std::count_if(order.tickets.begin(), order.tickets.end(), [](const Ticket &ticket) { return ticket.isLive; });
    if (live == 0)
        return tr("Cancelled");
    if (order.performance.state == PerformanceState::Cancelled)
        return wording().name(PerformanceState::Cancelled);
    if (isOver(order))
        return tr("Over");
    return tr("%n ticket(s)", nullptr, int(live));
}

QString TicketsScreen::seatsOf(const Order &order, const QList<SeatIndex> &seats) const
{
    QStringList names;
    for (const Ticket &ticket : order.tickets)
        if (seats.contains(ticket.seat))
            names.append(wording().seatText(ticket.name));
    return names.join(u", "_s);
}

void TicketsScreen::showRows()
{
    const QList<Order> &orders = visit().tickets().orders();
    m_list->removeWidget(m_card);
    for (int i = 0; i < orders.size(); ++i) {
        const Order &order = orders[i];
        row(i)->setOffer({.bar = QColor(order.show.color),
            .overline = wording().dateTimeText(order.performance.startsAt, zone()),
            .title = order.show.title.in(language()),
            .details = order.house.name.in(language()),
            .price = stateOf(order)});
        row(i)->setChecked(i == visit().tickets().row());
    }
    for (int i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < orders.size());
        if (i >= orders.size())
            m_rows[i]->setOffer({}); // the next customer finds nothing
    }
    m_list->insertWidget(visit().tickets().row() + 1, m_card);
}

OfferRow *TicketsScreen::row(int index)
{
    if (index == m_rows.size()) {
        auto *row = new OfferRow(m_orders);
        row->setObjectName(u"order"_s);
        row->setCheckable(true);
        m_list->insertWidget(index, row);
        m_rows.append(row);
        connect(row, &OfferRow::toggled, this, [this, index](bool isOpen) { // which screen readers do without a click
            if (isOpen)
                visit().tickets().show(index);
            showRows(); // one of them stays open
            bringIntoSight(m_rows[index]);
        });
    }
    return m_rows[index];
}

/// The buttons stay, so that a keyboard's focus does.
void TicketsScreen::showSeats()
{
    const TicketsModel &tickets = visit().tickets();
    const Order *order = tickets.order();
    const QList<Ticket> shown = order ? order->tickets : QList<Ticket>();
    m_what->setText(order ? tr("Order number %1").arg(order->number) : QString());
    m_hint->setVisible(
        tickets.canCancel() && !tickets.isAsking() && std::count_if(shown.begin(), shown.end(), isLive) > 1);
    for (int i = 0; i < shown.size(); ++i) {
        const Ticket &ticket = shown[i];
        const bool isChosen = tickets.isChosen(ticket.seat);
        ActionButton *button = seat(i);
        button->setText(wording().seatText(ticket.name));
        button->setSecondLine(
            ticket.isLive
                ? QStringList{ticket.category, ticket.type.name.in(language()), wording().money(ticket.price)}.join(
                      u" · "_s)
                : tr("Cancelled"));
        button->setGlyph(isChosen ? Glyph::Check : Glyph::None);
        button->setChecked(isChosen);
        button->setEnabled(ticket.isLive && !tickets.isAsking() && tickets.canCancel());
    }
    for (int i = 0; i < m_seats.size(); ++i) {
        m_seats[i]->setVisible(i < shown.size());
        if (i >= shown.size()) {
            m_seats[i]->setText({});
            m_seats[i]->setSecondLine({});
        }
    }
}

ActionButton *TicketsScreen::seat(int index)
{
    if (index == m_seats.size()) {
        auto *button = new ActionButton(ButtonLook::Raised, m_seatList->parentWidget());
        button->setObjectName(u"ticket"_s);
        button->setCheckable(true);
        m_seatList->insertWidget(index, button);
        m_seats.append(button);
        connect(button, &ActionButton::toggled, this, [this, index](bool isChosen) {
            TicketsModel &tickets = visit().tickets();
            const Order *order = tickets.order();
            if (order && index < order->tickets.size() && tickets.isChosen(order->tickets[index].seat) != isChosen)
                tickets.toggle(order->tickets[index].seat);
        });
    }
    return m_seats[index];
}

/// Where the money goes, or went.
QString TicketsScreen::toWhom(Money amount, bool isDone) const
{
    const QString money = wording().money(amount);
    const Order *order = visit().tickets().order();
    if (amount.isZero())
        return tr("They cost nothing, so nothing is paid back.");
    if (visit().isMember())
        return isDone ? tr("%1 is in your wallet.").arg(money) : tr("%1 goes to your wallet.").arg(money);
    if (order && order->isMembers)
        return isDone ? tr("%1 is in the wallet of the member who bought them.").arg(money)
                      : tr("%1 goes to the wallet of the member who bought them.").arg(money);
    return isDone ? QString() : tr("You get a code worth %1. Whoever shows it at the desk is paid.").arg(money);
}

/// What cancelling would be worth, or why it isn't possible here.
void TicketsScreen::showWorth()
{
    const TicketsModel &tickets = visit().tickets();
    const auto why = tickets.whyNot();
    const bool isOpen = !tickets.seats().isEmpty() && !isOver(*tickets.order());
    m_worth->setVisible(isOpen && !tickets.isAsking() && !tickets.back());
    m_worth->setTone(why ? Tone::Warn : Tone::Ink);
    if (why && isOpen)
        m_worth->setText(why->until.isValid() ? tr("Could be cancelled here until %1. Please ask at the desk.")
                                                    .arg(wording().dateTimeText(why->until, zone()))
                                              : tr("Tickets are only cancelled at the desk."));
    else
        m_worth->setText(isOpen ? tr("If you cancel:") + u' ' + toWhom(tickets.worth(), false) : QString());
}

void TicketsScreen::showAsked()
{
    const TicketsModel &tickets = visit().tickets();
    const auto &back = tickets.back();
    m_notice->setVisible(tickets.isAsking() || back);
    m_notice->setAction(
        tickets.isAsking() ? tr("Cancel %n ticket(s)", nullptr, int(tickets.seats().size())) : tr("All right"));
    m_notice->setOtherAction(tickets.isAsking() ? tr("Keep my tickets") : QString());
    if (tickets.isAsking())
        say(Tone::Warn, tr("%n ticket(s) become void", nullptr, int(tickets.seats().size())),
            seatsOf(*tickets.order(), tickets.seats()) + u'\n' + toWhom(tickets.worth(), false));
    else if (back)
        say(Tone::Good, tr("%n ticket(s) cancelled", nullptr, int(back->seats.size())),
            seatsOf(*tickets.order(), back->seats) + u'\n' + toWhom(back->amount, true));
    else
        say(Tone::Ink, {}, {});
}

/// Said again only when it is something else: a screen reader repeats every message.
void TicketsScreen::say(Tone tone, const QString &title, const QString &text)
{
    if (std::exchange(m_said, title + text) == title + text)
        return;
    m_notice->setMessage(tone == Tone::Good ? Glyph::Check : Glyph::Info, tone, title, text);
    if (!title.isEmpty()) // laid out by then, it comes into sight
        QTimer::singleShot(0, m_notice, &Notice::takeFocus);
}

} // namespace foyer
