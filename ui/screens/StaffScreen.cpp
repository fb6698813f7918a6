#include "ui/screens/StaffScreen.h"

#include "domain/Clock.h"
#include "ui/screens/DigitsEntry.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Rule.h"

#include <QGridLayout>

namespace foyer {

using namespace Qt::StringLiterals;

StaffScreen::StaffScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_title(new Label(TypeRole::Title, this)), m_who(new Label(TypeRole::Body, this)),
      m_machine(new Label(TypeRole::Caption, this))
{
    for (Label *label : {m_who, m_machine}) {
        label->setTone(Tone::Soft);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    auto *day = new QWidget(this);
    auto *dayColumn = new QVBoxLayout(day);
    dayColumn->setContentsMargins({});
    dayColumn->addWidget(makeTotals());
    dayColumn->addWidget(makeHouse());
    dayColumn->addStretch(1);
    auto *parts = new TurningBox(this);
    parts->add(day, 1);
    parts->add(makeOrder(), 1);
    auto *column = new QVBoxLayout(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    auto *who = new QVBoxLayout;
    who->setSpacing(0);
    who->addWidget(m_who);
    who->addWidget(m_machine);
    head->addLayout(who, 1);
    column->addLayout(head);
    column->addWidget(parts, 1);
    connect(&visit.staff(), &StaffModel::changed, this, &StaffScreen::showAll);
    connect(&visit.enrol(), &EnrolModel::changed, this, &StaffScreen::frameChanged);
    connect(&visit, &VisitModel::settingsChanged, this, &StaffScreen::showHouse);
    connect(&visit, &VisitModel::stepChanged, this, [this](Step step) {
        this->visit().hub().setWatched(step == Step::StaffCorner);
        if (step != Step::StaffCorner)
            m_entry->clear();
    });
    retranslate();
}

QWidget *StaffScreen::makeTotals()
{
    auto *card = new Card(this);
    m_day = new Label(TypeRole::Body, card);
    m_day->setWeight(Weight::Strong);
    auto *column = new QVBoxLayout(card);
    column->addWidget(m_day);
    auto *halves = new TurningBox(card, TurningBox::Beside::Anywhere);
    column->addWidget(halves);
    QGridLayout *grid = nullptr;
    for (int fact = 0; fact < FactCount; ++fact) {
        if (fact == Orders || fact == Refunded) {
            auto *half = new QWidget(card);
            grid = new QGridLayout(half);
            grid->setContentsMargins({});
            grid->setColumnStretch(1, 1);
            halves->add(half, 1);
        }
        Label *&name = m_factNames[size_t(fact)], *&value = m_facts[size_t(fact)];
        name = new Label(TypeRole::Caption, card);
        name->setTone(Tone::Soft);
        value = new Label(TypeRole::Body, card);
        value->setWeight(Weight::Strong);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(name, fact + 1, 0);
        grid->addWidget(value, fact + 1, 1);
    }
    return card;
}

QWidget *StaffScreen::makeHouse()
{
    auto *card = new Card(this);
    m_limitName = new Label(TypeRole::Body, card);
    m_limit = new Label(TypeRole::Title, card);
    m_limit->setAlignment(Qt::AlignCenter);
    m_service = new Label(TypeRole::Body, card);
    m_may = new Label(TypeRole::Caption, card);
    m_may->setTone(Tone::Soft);
    m_less = new ActionButton(ButtonLook::Raised, card);
    m_more = new ActionButton(ButtonLook::Raised, card);
    m_switch = new ActionButton(ButtonLook::Outline, card);
    m_less->setObjectName(QStringLiteral("less"));
    m_more->setObjectName(QStringLiteral("more"));
    m_switch->setObjectName(QStringLiteral("service"));
    auto *steps = new QWidget(card);
    auto *row = new QHBoxLayout(steps);
    for (QWidget *part :
        {static_cast<QWidget *>(m_less), static_cast<QWidget *>(m_limit), static_cast<QWidget *>(m_more)})
        row->addWidget(part);
    auto *limit = new TurningBox(card, TurningBox::Beside::Anywhere);
    limit->add(m_limitName, 1);
    limit->add(steps, 0);
    auto *column = new QVBoxLayout(card);
    column->addWidget(limit);
    column->addWidget(new Rule(card));
    auto *service = new TurningBox(card, TurningBox::Beside::Anywhere);
    service->add(m_service, 1);
    service->add(m_switch, 1);
    column->addWidget(service);
    column->addWidget(m_may);
    connect(m_less, &ActionButton::clicked, this, [this] { changeLimit(-1); });
    connect(m_more, &ActionButton::clicked, this, [this] { changeLimit(+1); });
    connect(m_switch, &ActionButton::clicked, this,
        [this] { visit().staff().setOutOfService(!visit().staff().isOutOfService()); });
    return card;
}

QWidget *StaffScreen::makeOrder()
{
    auto *part = new QWidget(this);
    m_entry = new DigitsEntry(part);
    m_found = new Card(part);
    m_found->setBorder(Tone::Accent);
    m_orderTitle = new Label(TypeRole::Body, m_found);
    m_orderTitle->setWeight(Weight::Strong);
    m_orderText = new Label(TypeRole::Caption, m_found);
    m_orderText->setTone(Tone::Soft);
    m_orderSeats = new Label(TypeRole::Body, m_found);
    m_print = new ActionButton(ButtonLook::Outline, m_found);
    m_print->setObjectName(QStringLiteral("print"));
    m_print->setGlyph(Glyph::Printer);
    m_another = new ActionButton(ButtonLook::Outline, m_found);
    m_another->setObjectName(QStringLiteral("another"));
    auto *found = new QVBoxLayout(m_found);
    for (QWidget *line : {static_cast<QWidget *>(m_orderTitle), static_cast<QWidget *>(m_orderText),
             static_cast<QWidget *>(m_orderSeats), static_cast<QWidget *>(m_print), static_cast<QWidget *>(m_another)})
        found->addWidget(line);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins({});
    column->addWidget(m_found);
    column->addWidget(m_entry);
    column->addStretch(1);
    connect(m_entry, &DigitsEntry::entered, this, [this](const QString &digits) {
        askForOrder();
        visit().staff().findOrder(digits);
    });
    connect(m_entry, &DigitsEntry::edited, &visit(), &VisitModel::clearProblem);
    connect(m_another, &ActionButton::clicked, this, [this] {
        visit().staff().forgetOrder();
        askForOrder();
    });
    connect(m_print, &ActionButton::clicked, &visit().staff(), &StaffModel::printAgain);
    return part;
}

Screen::Frame StaffScreen::frame() const
{
    return {.main = tr("Leave"),
        .mainEnabled = !visit().staff().isBusy(),
        .side = visit().enrol().isPossible() ? tr("Join a house") : QString(),
        .sideEnabled = visit().enrol().mayBegin() && !visit().staff().isBusy(),
        .canStartOver = false};
}

void StaffScreen::begin()
{
    askForOrder();
    visit().hub().setWatched(true); // the step that makes this screen was no news to it
    showAll();
}

// The year is this one, mostly.
void StaffScreen::askForOrder()
{
    m_entry->ask(DigitsEntry::Kind::Order, tr("Order number"));
    m_entry->setDigits(QString::number(visit().clock().utc().date().year()));
}

void StaffScreen::retranslate()
{
    m_title->setText(tr("Staff corner"));
    const std::array names{tr("Orders"), tr("Seats"), tr("Sold"), tr("Refunded"), wording().name(TenderKind::Cash),
        wording().name(TenderKind::Card)};
    for (size_t fact = 0; fact < names.size(); ++fact)
        m_factNames[fact]->setText(names[fact]);
    m_limitName->setText(tr("Customers served at once"));
    m_less->setGlyphOnly(Glyph::Minus, tr("One fewer at once"));
    m_more->setGlyphOnly(Glyph::Plus, tr("One more at once"));
    m_print->setText(tr("Print again"));
    m_another->setText(tr("Find another order"));
    m_entry->setTitle(tr("Order number"));
    m_entry->retranslate();
    showAll();
}

void StaffScreen::showAll()
{
    const auto &member = visit().staff().member();
    m_who->setText(member ? member->name + u" · "_s + wording().name(member->role) : QString());
    const auto &hub = visit().hub().state();
    m_machine->setText(hub ? hub->name + u" · "_s + hub->url : tr("This machine sells on its own"));
    showTotals();
    showHouse();
    showOrder();
    Q_EMIT frameChanged();
}

void StaffScreen::showTotals()
{
    const auto &totals = visit().staff().totals();
    m_day->setText(tr("Today"));
    for (Label *fact : m_facts)
        fact->setText(totals ? QString() : u"…"_s);
    if (!totals)
        return;
    const QDateTime noon(totals->day, QTime(12, 0), zone());
    m_day->setText(tr("Today, %1").arg(wording().dateText(noon, zone())));
    m_facts[Orders]->setText(wording().locale().toString(totals->orders));
    m_facts[Seats]->setText(wording().locale().toString(totals->seats));
    m_facts[Sold]->setText(wording().money(totals->sold));
    m_facts[Refunded]->setText(wording().money(totals->refunded));
    m_facts[Cash]->setText(tillText(totals->cash));
    m_facts[CardTill]->setText(tillText(totals->card));
}

QString StaffScreen::tillText(const DayTotals::Till &till) const
{
    const QString taken = wording().money(till.taken);
    return till.given.isZero() ? taken : tr("%1, given back %2").arg(taken, wording().money(till.given));
}

void StaffScreen::showHouse()
{
    StaffModel &staff = visit().staff();
    const int limit = visit().settings().admissionLimit;
    const bool out = staff.isOutOfService();
    const bool mayLimit = staff.may(StaffAction::SetAdmissionLimit) && !staff.isBusy();
    m_limit->setText(wording().locale().toString(limit));
    m_less->setEnabled(mayLimit && limit > 1);
    m_more->setEnabled(mayLimit);
    m_service->setText(
        out ? tr("This screen is out of service. It says so as soon as you leave.") : tr("This screen sells tickets."));
    m_switch->setText(out ? tr("Put back into service") : tr("Take out of service"));
    m_switch->setEnabled(staff.may(StaffAction::SetOutOfService) && !staff.isBusy());
    m_may->setText(tr("What is grey needs a higher role."));
    m_may->setVisible(!staff.may(StaffAction::SetAdmissionLimit));
}

void StaffScreen::showOrder()
{
    const auto &order = visit().staff().order();
    m_found->setVisible(order.has_value());
    m_entry->setVisible(!order);
    m_entry->setBusy(visit().staff().isBusy());
    if (!order) {
        for (Label *label : {m_orderTitle, m_orderText, m_orderSeats})
            label->setText({});
        return;
    }
    m_orderTitle->setText(order->number + u" · "_s + wording().name(order->state));
    m_orderText->setText(order->show.title.in(language()) + u'\n' +
                         wording().dateTimeText(order->performance.startsAt, zone()) + u'\n' +
                         wording().money(order->total));
    QStringList seats;
    for (const Ticket &ticket : order->tickets)
        seats.append(wording().seatText(ticket.name));
    m_orderSeats->setText(seats.join(u'\n'));
    m_print->setEnabled(order->state == OrderState::Paid && !visit().staff().isBusy());
}

void StaffScreen::changeLimit(int by) { visit().staff().setAdmissionLimit(visit().settings().admissionLimit + by); }

} // namespace foyer
