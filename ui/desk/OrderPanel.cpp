#include "ui/desk/OrderPanel.h"

#include "ui/desk/OrderEntries.h"
#include "ui/desk/TicketRows.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/EvenRows.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/Table.h"
#include "wording/OrderWords.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedLayout>

namespace foyer {

using namespace Qt::StringLiterals;

OrderPanel::OrderPanel(DeskModel &desk, OrderModel &order, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_order(order), m_stack(new QStackedLayout), m_empty(new EmptyState(this)),
      m_title(new Label(TypeRole::Heading)), m_state(new Label(TypeRole::Body)), m_what(new Label(TypeRole::Body)),
      m_who(new Label(TypeRole::Body)), m_sum(new Label(TypeRole::Body)), m_paid(new Label(TypeRole::Caption)),
      m_money(new Label(TypeRole::Body, this)), m_said(new Label(TypeRole::Caption)),
      m_historyTitle(new Label(TypeRole::Caption)), m_history(new Label(TypeRole::Caption)),
      m_rows(new TicketRows(order, this)), m_tickets(new Table), m_refund(new RefundEntry), m_contact(new ContactEntry),
      m_buttons(new QWidget)
{
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeFile());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(m_stack, 1);
    column->addWidget(m_money); // of an order that needn't be open any more
    m_money->setObjectName(u"money"_s);
    m_money->setWeight(Weight::Strong);
    connect(&order, &OrderModel::changed, this, &OrderPanel::refresh);
    connect(&order, &OrderModel::asked, m_said, &QWidget::hide);
    connect(m_tickets, &Table::clicked, this, [this](const QModelIndex &at) { m_order.toggle(at.row()); });
    connect(m_tickets, &Table::opened, &order, &OrderModel::toggle);
    connect(m_refund, &RefundEntry::chosen, this, &OrderPanel::refund);
    connect(m_refund, &RefundEntry::cancelled, this, &OrderPanel::endEntry);
    connect(m_contact, &ContactEntry::cancelled, this, &OrderPanel::endEntry);
    connect(m_contact, &ContactEntry::entered, this, [this](const Contact &contact) {
        endEntry();
        m_order.setContact(contact);
    });
    m_refund->hide();
    m_contact->hide();
}

QWidget *OrderPanel::makeFile()
{
    auto *file = new QWidget(this);
    for (Label *quiet : {m_what, m_paid, m_historyTitle, m_history})
        quiet->setTone(Tone::Soft);
    m_state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_sum->setAlignment(Qt::AlignRight);
    m_sum->setWeight(Weight::Strong);
    m_said->setObjectName(u"said"_s);
    m_said->setTone(Tone::Warn);
    m_said->setWordWrap(true);
    m_said->hide();
    m_tickets->setObjectName(u"tickets"_s);
    m_tickets->setModel(m_rows);
    m_tickets->setShares({0, 3, 2, 0});
    m_tickets->setYielding({OrderModel::TypeColumn});
    m_tickets->setTextElideMode(Qt::ElideMiddle); // a seat's number is at its end
    m_tickets->installEventFilter(this);
    m_history->setObjectName(u"history"_s);
    m_print = addAct(u"print"_s, Qt::Key_F8, OrderAct::PrintAgain, &OrderPanel::print);
    m_giveBack = addAct(u"refund"_s, Qt::Key_F9, OrderAct::Refund, &OrderPanel::askRefund);
    m_exchange = addAct(u"exchange"_s, Qt::Key_F10, OrderAct::Exchange, &OrderPanel::exchange);
    m_void = addAct(u"void"_s, Qt::Key_F11, OrderAct::Void, &OrderPanel::askVoid);
    m_name = addAct(u"contact"_s, Qt::Key_F12, std::nullopt, &OrderPanel::askContact);
    auto *rows = new EvenRows(m_buttons);
    rows->addRow({m_print, m_giveBack});
    rows->addRow({m_exchange, m_void, m_name});
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_state);
    auto *sum = new QHBoxLayout;
    sum->addWidget(m_paid, 1);
    sum->addWidget(m_sum);
    auto *past = new QWidget;
    auto *lines = new QVBoxLayout(past);
    lines->addWidget(m_history);
    lines->addStretch(1);
    auto *column = new QVBoxLayout(file);
    column->addLayout(head);
    for (QWidget *part : {static_cast<QWidget *>(m_what), static_cast<QWidget *>(m_who)})
        column->addWidget(part);
    column->addWidget(m_tickets, 3);
    column->addLayout(sum);
    column->addWidget(new Rule(file));
    column->addWidget(m_historyTitle);
    column->addWidget(scrolling(past, file), 2);
    for (QWidget *part : {static_cast<QWidget *>(m_said), static_cast<QWidget *>(m_refund),
             static_cast<QWidget *>(m_contact), m_buttons})
        column->addWidget(part);
    return file;
}

ActionButton *OrderPanel::addAct(
    const QString &name, Qt::Key key, std::optional<OrderAct> needs, void (OrderPanel::*act)())
{
    const ButtonLook look = needs == OrderAct::PrintAgain ? ButtonLook::Primary : ButtonLook::Raised;
    auto *button = new ActionButton(look, ActionButton::Size::Compact, m_buttons);
    button->setObjectName(name);
    button->setSecondLine(QKeySequence(key).toString());
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &ActionButton::clicked, this, act);
    connect(new QShortcut(key, this), &QShortcut::activated, button, &ActionButton::click);
    m_acts.append({button, needs});
    return button;
}

/// In a clerk's words, where the desk's are a customer's.
void OrderPanel::tell(const Problem &problem)
{
    const auto why = problem.refused ? problem.refused->why : Refusal::OutOfService;
    if (!m_order.file() || (why != Refusal::HubNeeded && why != Refusal::RefundAtSeller))
        return m_desk.tell(problem);
    m_why = *problem.refused;
    m_saidOf = m_order.file()->order.id;
    say();
    m_said->show();
}

void OrderPanel::say()
{
    m_said->setText(
        m_why.why == Refusal::HubNeeded
            ? tr("Another machine sold this order, and the hub doesn't answer right now. Nothing was changed.")
            : Wording().message(m_why));
}

void OrderPanel::focusTickets()
{
    if (!m_order.file())
        return;
    m_tickets->setFocus();
    m_tickets->setCurrentIndex(m_rows->index(0, OrderModel::SeatColumn));
}

/// Space chooses a ticket, Escape goes back to the search.
bool OrderPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Space: m_order.toggle(m_tickets->currentRow()); return true;
    case Qt::Key_Escape: Q_EMIT left(); return true;
    default: return QWidget::eventFilter(watched, event);
    }
}

void OrderPanel::askRefund()
{
    m_contact->hide();
    m_refund->show();
    const bool isMembers = m_order.file()->isMembers;
    QList<TenderKind> ways{TenderKind::Cash, TenderKind::Card};
    if (m_order.isElsewhere()) // the hub gives it to the member, or on a code that a drawer pays
        ways = isMembers ? QList<TenderKind>() : QList{TenderKind::Cash};
    m_refund->begin(sumText(), isMembers, ways);
}

void OrderPanel::refund(std::optional<TenderKind> to)
{
    endEntry();
    m_desk.consent().ask(StaffAction::RefundOrder, ConsentModel::Reason::Needed,
        [this, to](const Consent &by) { m_order.refund(to, by); });
}

void OrderPanel::askVoid()
{
    endEntry();
    m_desk.consent().ask(
        StaffAction::VoidSale, ConsentModel::Reason::Needed, [this](const Consent &by) { m_order.voidSale(by); });
}

void OrderPanel::askContact()
{
    m_refund->hide();
    m_contact->show();
    m_contact->begin(m_order.file()->contact);
}

void OrderPanel::endEntry()
{
    m_refund->hide();
    m_contact->hide();
    Q_EMIT left();
}

void OrderPanel::retranslate()
{
    m_empty->set(Glyph::List, tr("No order is open"), tr("Type a name, digits, an order or a seat, or scan a ticket."));
    m_print->setText(tr("Print again"));
    m_giveBack->setText(tr("Refund"));
    m_exchange->setText(tr("Exchange…"));
    m_void->setText(tr("Void"));
    m_name->setText(tr("Name"));
    m_historyTitle->setText(tr("What was done with it"));
    m_tickets->setAccessibleName(tr("Tickets; Space chooses one"));
    m_refund->retranslate();
    m_contact->retranslate();
    m_rows->retranslate();
    say();
    refresh();
}

void OrderPanel::refresh()
{
    m_stack->setCurrentIndex(m_order.file() ? 1 : 0);
    for (const Act &act : std::as_const(m_acts))
        act.button->setEnabled(act.needs ? m_order.can(*act.needs) : !m_order.isBusy());
    showMoney();
    if (!m_order.file() || m_order.file()->order.id != m_saidOf)
        m_said->hide();
    if (m_order.file())
        return showWords();
    for (Label *told : {m_title, m_state, m_what, m_who, m_sum, m_paid, m_history})
        told->clear(); // whoever comes next reads nothing of it, hidden or not
}

/// "2 seats · ₩44,000": of what is chosen, else of all that is left.
QString OrderPanel::sumText() const
{
    const auto chosen = m_order.chosen().size();
    const auto &tickets = m_order.file()->order.tickets;
    const auto live = std::count_if(tickets.begin(), tickets.end(), [](const Ticket &each) { return each.isLive; });
    return tr("%n seat(s)", nullptr, int(chosen > 0 ? chosen : live)) + u" · "_s + Wording().money(m_order.worth());
}

void OrderPanel::showWords()
{
    const OrderFile &file = *m_order.file();
    const Order &order = file.order;
    const Wording words;
    const QString language = words.locale().name().left(2);
    const OrderWords said(QTimeZone(m_desk.settings().timeZone));
    m_title->setText(order.number);
    m_state->setText(words.name(order.state));
    m_state->setTone(order.state == OrderState::Paid ? Tone::Good : Tone::Warn);
    m_what->setText(order.show.title.in(language) + u'\n' +
                    words.dateTimeText(order.performance.startsAt, QTimeZone(m_desk.settings().timeZone)) + u" · "_s +
                    order.house.name.in(language));
    m_who->setText(OrderWords::who(file.contact.name,
        file.contact.lastDigits.isEmpty() ? file.memberDigits : file.contact.lastDigits, file.isMembers));
    m_who->setVisible(!m_who->text().isEmpty());
    m_sum->setText(sumText());
    QStringList paid;
    for (const OrderFile::Payment &payment : file.payments)
        paid.append(words.name(payment.kind) + u' ' + words.money(payment.amount));
    if (m_order.isElsewhere())
        m_paid->setText(tr("Sold at %1").arg(file.machine));
    else
        m_paid->setText(paid.isEmpty() ? tr("Paid from the wallet") : paid.join(u" · "_s));
    QStringList history;
    for (auto it = file.history.rbegin(); it != file.history.rend(); ++it)
        history.append(said.event(*it, order));
    m_history->setText(history.join(u'\n'));
}

/// Of money on its way back, or of the code that it is on.
void OrderPanel::showMoney()
{
    const Wording words;
    QString said;
    Tone tone = Tone::Ink;
    if (const auto &tender = m_order.tender().tender()) {
        said = m_order.tender().isInDoubt() ? tr("The device doesn't say what happened. It is asked again.")
                                            : words.name(m_order.tender().stage());
        said += u" · "_s + words.money(tender->amount);
    } else if (const auto &code = m_order.code()) {
        said = tr("%1 of order %2 is paid for the code %3")
                   .arg(words.money(code->claim.amount), code->number, code->claim.code);
        tone = Tone::Good;
    }
    m_money->setTone(tone);
    m_money->setText(said);
    m_money->setVisible(!said.isEmpty());
}

} // namespace foyer
