#include "ui/desk/SaleOrder.h"

#include "items/DeskModel.h"
#include "ui/desk/TenderEntry.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/EvenRows.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/OfferRow.h"
#include "wording/Wording.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QShortcut>

namespace foyer {

using namespace Qt::StringLiterals;

SaleOrder::SaleOrder(DeskModel &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_sale(desk.sale()), m_title(new Label(TypeRole::Heading, this)),
      m_time(new Label(TypeRole::Body, this)), m_state(new Label(TypeRole::Body, this)),
      m_more(new Label(TypeRole::Caption, this)), m_parkedTitle(new Label(TypeRole::Caption)),
      m_blockedTitle(new Label(TypeRole::Caption)), m_taxTitle(new Label(TypeRole::Caption)),
      m_tax(new Label(TypeRole::Caption)), m_totalTitle(new Label(TypeRole::Heading)),
      m_total(new Amount(TypeRole::Huge, Qt::AlignRight)), m_entry(new TenderEntry(this)), m_sum(new QWidget(this)),
      m_buttons(new QWidget(this))
{
    for (Label *quiet : {m_time, m_more, m_parkedTitle, m_blockedTitle, m_taxTitle, m_tax})
        quiet->setTone(Tone::Soft);
    m_tax->setAlignment(Qt::AlignRight);
    m_time->setAlignment(Qt::AlignRight);
    m_total->setObjectName(u"total"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_time);
    auto *content = new QWidget;
    m_lines = new QVBoxLayout;
    m_rows = new QVBoxLayout;
    auto *list = new QVBoxLayout(content);
    list->addLayout(m_lines);
    list->addStretch(1);
    list->addLayout(m_rows);
    m_rows->addWidget(m_parkedTitle);
    m_rows->addWidget(m_blockedTitle);
    auto *sum = new QGridLayout(m_sum);
    sum->addWidget(m_taxTitle, 0, 0);
    sum->addWidget(m_tax, 0, 1);
    sum->addWidget(m_totalTitle, 1, 0);
    sum->addWidget(m_total, 1, 1);
    sum->setColumnStretch(1, 1);
    auto *rows = new EvenRows(m_buttons);
    rows->addRow({addButton(Act::Cash, u"F9"_s, Qt::Key_F9, ButtonLook::Primary),
        addButton(Act::Card, u"F10"_s, Qt::Key_F10, ButtonLook::Secondary)});
    rows->addRow({addButton(Act::Park, u"F12"_s, Qt::Key_F12, ButtonLook::Secondary),
        addButton(Act::Cancel, u"Esc"_s, {}, ButtonLook::Secondary)});
    rows->addRow({addButton(Act::GiveAway, u"Ctrl G"_s, Qt::CTRL | Qt::Key_G, ButtonLook::Quiet),
        addButton(Act::SetAside, u"Ctrl B"_s, Qt::CTRL | Qt::Key_B, ButtonLook::Quiet)});
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(m_state);
    column->addWidget(m_more);
    column->addWidget(scrolling(content, this), 1);
    column->addWidget(m_sum);
    column->addWidget(m_entry);
    column->addWidget(m_buttons);
    m_entry->hide();

    connect(&m_sale, &SaleModel::changed, this, &SaleOrder::refresh);
    connect(&desk, &DeskModel::timePassed, this, &SaleOrder::refreshState);
    connect(m_entry, &TenderEntry::entered, this, [this](TenderKind kind, const Money &given) {
        endEntry();
        m_sale.take(kind, given);
    });
    connect(m_entry, &TenderEntry::cancelled, this, &SaleOrder::endEntry);
    for (int i = 0; i < 9; ++i) {
        auto *key = new QShortcut(QKeySequence(Qt::ALT | (Qt::Key_1 + i)), this);
        connect(key, &QShortcut::activated, this, [this, i] { m_sale.resume(i); });
    }
}

ActionButton *SaleOrder::addButton(Act act, const QString &key, const QKeySequence &shortcut, ButtonLook look)
{
    auto *button = new ActionButton(look, ActionButton::Size::Compact, m_buttons);
    button->setSecondLine(key);
    button->setFocusPolicy(Qt::TabFocus);
    m_acts.insert(act, button);
    connect(button, &ActionButton::clicked, this, [this, act] { this->act(act); });
    if (!shortcut.isEmpty())
        connect(new QShortcut(shortcut, this), &QShortcut::activated, button, &ActionButton::click);
    return button;
}

void SaleOrder::act(Act act)
{
    switch (act) {
    case Act::Cash:
    case Act::Card:
        if (!m_sale.canTake())
            return;
        if (m_sale.lines().missing().isZero() || m_sale.exchange())
            return m_sale.take(TenderKind::Cash, m_sale.lines().missing());
        m_entry->show();
        m_buttons->hide(); // its own says what to do
        return m_entry->begin(act == Act::Cash ? TenderKind::Cash : TenderKind::Card, m_sale.lines().missing());
    case Act::Park: return m_sale.park();
    case Act::GiveAway:
        return m_sale.giveAway(m_sale.seats().hold() ? m_sale.seats().hold()->seatIndices() : QList<SeatIndex>());
    case Act::SetAside: return m_sale.block();
    case Act::Cancel: return m_sale.cancel();
    }
}

void SaleOrder::endEntry()
{
    m_entry->hide();
    m_buttons->show();
    Q_EMIT entryEnded();
}

void SaleOrder::retranslate()
{
    m_acts[Act::Card]->setText(tr("Card"));
    m_acts[Act::Park]->setText(tr("Put aside"));
    m_acts[Act::GiveAway]->setText(tr("Give away"));
    m_acts[Act::SetAside]->setText(tr("Not for sale"));
    m_taxTitle->setText(tr("VAT included"));
    m_totalTitle->setText(tr("Total"));
    m_parkedTitle->setText(tr("Put aside"));
    m_blockedTitle->setText(tr("Not for sale"));
    m_entry->retranslate();
    refresh();
}

void SaleOrder::refresh()
{
    refreshLines();
    refreshRows();
    refreshState();
    const bool canTake = m_sale.canTake();
    const bool isPaid = m_sale.hasSeats() && canTake && m_sale.lines().missing().isZero();
    m_acts[Act::Cash]->setText(m_sale.exchange() ? tr("Take tickets back") : isPaid ? tr("Finish") : tr("Cash"));
    m_acts[Act::Card]->setVisible(!isPaid);
    m_acts[Act::Cancel]->setText(m_sale.sold() ? tr("Next customer") : tr("Cancel"));
    if (!canTake && !m_entry->isHidden())
        endEntry();
    for (const Act act : {Act::Cash, Act::Card, Act::SetAside})
        m_acts[act]->setEnabled(canTake);
    m_acts[Act::Park]->setEnabled(m_sale.canPark());
    m_acts[Act::GiveAway]->setEnabled(canTake && m_sale.lines().missing().isPositive());
    m_acts[Act::Cancel]->setEnabled(canTake || m_sale.tender().tender() || m_sale.sold());
}

QString SaleOrder::seatText(const SeatName &name) const { return Wording().seatText(name); }

/// Equal rows stay, so that the focus does.
void SaleOrder::refreshLines()
{
    const Wording words;
    const QString language = words.locale().name().left(2);
    QList<Offer> offers;
    const auto hold = m_sale.seats().hold();
    if (m_sale.sold()) {
        for (const Ticket &ticket : m_sale.sold()->tickets)
            offers.append({.title = seatText(ticket.name),
                .details = ticket.category + u" · "_s +
                           (ticket.freeBecause.isEmpty() ? ticket.type.name.in(language) : ticket.freeBecause),
                .price = words.money(ticket.price)});
    } else if (hold) {
        for (qsizetype i = 0; i < m_sale.lines().lines().size(); ++i) {
            const CheckoutModel::Line &line = m_sale.lines().lines()[i];
            const QString why = i < hold->seats.size() ? hold->seats[i].freeBecause : QString();
            offers.append({.title = seatText(line.name),
                .details = line.category + u" · "_s + (why.isEmpty() ? line.type.name.in(language) : why),
                .price = words.money(line.price)});
        }
    }
    while (m_lineRows.size() > offers.size())
        delete m_lineRows.takeLast();
    while (m_lineRows.size() < offers.size()) {
        auto *row = new OfferRow(this);
        const int number = int(m_lineRows.size());
        connect(row, &OfferRow::clicked, this, [this, number] { nextType(number); });
        m_lines->addWidget(row);
        m_lineRows.append(row);
    }
    for (qsizetype i = 0; i < offers.size(); ++i)
        m_lineRows[i]->setOffer(offers[i]);
}

/// As what a seat is sold: the next type that it has a price for.
void SaleOrder::nextType(int number)
{
    if (m_sale.sold() || number >= m_sale.lines().lines().size())
        return;
    const CheckoutModel::Line &line = m_sale.lines().lines()[number];
    for (qsizetype i = 0; i < line.choices.size(); ++i)
        if (line.choices[i].first.key == line.type.key)
            return m_sale.setType(line.seat, line.choices[(i + 1) % line.choices.size()].first.key);
}

void SaleOrder::refreshRows()
{
    const Wording words;
    const QString language = words.locale().name().left(2);
    qDeleteAll(m_parkedRows);
    qDeleteAll(m_blockedRows);
    m_parkedRows.clear();
    m_blockedRows.clear();
    const auto isHere = [this](const SaleModel::Parked &parked) { // the page says it
        return m_sale.offer() && m_sale.offer()->performance.id == parked.offer.performance.id;
    };
    int at = m_rows->indexOf(m_parkedTitle) + 1;
    for (qsizetype i = 0; i < m_sale.parked().size(); ++i) {
        const SaleModel::Parked &parked = m_sale.parked()[i];
        auto *row = new OfferRow(this);
        row->setOffer({.title = tr("%n seat(s)", nullptr, parked.seats) + u" · "_s + words.money(parked.total),
            .details = isHere(parked) ? QString() : parked.offer.show.title.in(language),
            .note = i < 9 ? u"Alt %1"_s.arg(i + 1) : QString()});
        connect(row, &OfferRow::clicked, this, [this, i] { m_sale.resume(i); });
        m_rows->insertWidget(at++, row);
        m_parkedRows.append(row);
    }
    const SeatingPlan *plan = m_sale.seats().date() ? m_sale.seats().date()->plan.get() : nullptr;
    for (const ReservationService::Block &block : m_sale.blocked()) {
        if (!plan || block.seats.isEmpty() || !plan->contains(block.seats.constLast()))
            continue;
        auto *row = new OfferRow(this);
        row->setOffer(
            {.title = words.seatsText(block.seats, [plan](SeatIndex seat) { return nameOfSeat(*plan, seat); }),
                .details = block.why,
                .note = tr("Release")});
        connect(row, &OfferRow::clicked, this, [this, id = block.id] { m_sale.unblock(id); });
        m_rows->addWidget(row);
        m_blockedRows.append(row);
    }
    m_parkedTitle->setVisible(!m_parkedRows.isEmpty());
    m_blockedTitle->setVisible(!m_blockedRows.isEmpty());
}

void SaleOrder::refreshState()
{
    const Wording words;
    const auto left = m_sale.timeLeft();
    m_time->setText(left ? tr("kept for %1").arg(Wording::countdownText(*left)) : QString());
    m_title->setText(m_sale.sold() ? tr("Sold") : tr("Order"));
    const auto &tender = m_sale.tender().tender();
    const bool isSold = m_sale.sold().has_value();
    const bool isPart = !isSold && m_sale.lines().balance() && m_sale.lines().balance()->amount.isPositive();
    const QString taken = isPart ? tr("%1 is paid already").arg(words.money(m_sale.lines().balance()->amount)) : u""_s;
    QString state, more;
    if (m_sale.closed() == SaleModel::Closed::NoShift) {
        state = tr("No shift is open.");
        more = tr("Count the float and open one with F4.");
    } else if (tender) {
        state = m_sale.tender().isInDoubt() ? tr("The device doesn't say what happened. It is asked again.")
                                            : words.name(m_sale.tender().stage());
        more = QStringList{words.money(tender->amount), taken}.join(taken.isEmpty() ? u""_s : u" · "_s);
    } else if (m_sale.claim()) {
        state = tr("%1 couldn't be given back. The customer's code: %2")
                    .arg(words.money(m_sale.claim()->amount), m_sale.claim()->code);
    } else if (const auto &sold = m_sale.sold()) {
        state = m_sale.change().isPositive() ? tr("Change %1").arg(words.money(m_sale.change())) : QString();
        more = tr("Order %1. The tickets are printed.").arg(sold->number);
    } else if (const auto &exchange = m_sale.exchange()) {
        //: %1 is an order's number, %2 an amount
        state = tr("Instead of tickets of %1: %2 comes off").arg(exchange->number, words.money(exchange->worth));
    } else if (!taken.isEmpty()) {
        more = taken;
    } else if (m_sale.offer() && !m_sale.hasSeats()) {
        more = tr("Type how many and which: 2, 2 S, 4 A aisle, or seats: G12-14.");
    }
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
    m_state->setWeight(m_sale.sold() ? Weight::Strong : Weight::Regular);
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    const Money total = isSold ? m_sale.sold()->total : m_sale.lines().total();
    const Money tax = isSold ? m_sale.sold()->tax : m_sale.lines().tax();
    m_totalTitle->setText(isPart ? tr("Still to pay") : tr("Total"));
    m_total->setText(words.money(isPart ? m_sale.lines().missing() : total));
    m_tax->setText(words.money(tax));
    for (Label *part : {m_taxTitle, m_tax})
        part->setVisible(!tax.isZero());
    m_sum->setVisible(isSold || m_sale.hasSeats());
}

} // namespace foyer
