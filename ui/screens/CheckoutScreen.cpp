#include "ui/screens/CheckoutScreen.h"

#include "ui/screens/CheckoutLine.h"
#include "ui/screens/HoldTime.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Rule.h"

#include <QGridLayout>

namespace foyer {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto soon = 1h; // from here on the start is told in minutes
}

CheckoutScreen::CheckoutScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_title(new Label(TypeRole::Title, this)), m_time(new HoldTime(visit, this)),
      m_age(new Notice(this))
{
    auto *head = new TurningBox(this, TurningBox::Beside::Anywhere);
    head->add(m_title, 1);
    head->add(m_time, 0);
    auto *parts = new TurningBox;
    parts->add(purchase(), 3);
    parts->add(money(), 2);
    auto *column = new QVBoxLayout(this);
    column->addWidget(head);
    column->addWidget(m_age);
    column->addWidget(parts, 1);
    connect(&visit.checkout(), &CheckoutModel::changed, this, &CheckoutScreen::showAll);
    connect(&visit, &VisitModel::busyChanged, this, &CheckoutScreen::showAll);
    connect(&visit, &VisitModel::timePassed, this, &CheckoutScreen::showSoon);
    connect(m_age, &Notice::actionWanted, &visit.checkout(), &CheckoutModel::confirmAge);
    retranslate();
}

QWidget *CheckoutScreen::purchase()
{
    auto *part = new QWidget;
    auto *card = new Card(part);
    m_when = new Label(TypeRole::Caption, card);
    m_show = new Label(TypeRole::Title, card);
    m_soon = new Label(TypeRole::Body, card);
    m_lines = new QVBoxLayout;
    m_when->setTone(Tone::Soft);
    m_soon->setTone(Tone::Warn);
    auto *show = new QVBoxLayout;
    show->setSpacing(0);
    show->addWidget(m_when);
    show->addWidget(m_show);
    show->addWidget(m_soon);
    auto *rows = new QVBoxLayout(card);
    rows->addLayout(show);
    rows->addLayout(m_lines);
    auto *column = new QVBoxLayout(part);
    column->addWidget(card);
    column->addStretch();
    return part;
}

QWidget *CheckoutScreen::money()
{
    auto *part = new QWidget;
    auto *card = new Card(part);
    m_totalWord = new Label(TypeRole::Heading, card);
    m_tax = new Label(TypeRole::Caption, card);
    m_total = new Amount(TypeRole::Huge, Qt::AlignRight, card);
    m_tax->setTone(Tone::Soft);
    m_tax->setAlignment(Qt::AlignRight);
    auto *line = new QHBoxLayout;
    line->addWidget(m_totalWord);
    line->addWidget(m_total, 1);
    auto *sum = new QVBoxLayout;
    sum->setSpacing(0);
    sum->addLayout(line);
    sum->addWidget(m_tax);
    auto *grid = new QGridLayout;
    auto *rows = new QVBoxLayout(card);
    rows->addLayout(sum);
    rows->addWidget(new Rule(card));
    rows->addLayout(grid);
    const auto row = [&](int at, Label *&word, Label *&amount) {
        word = new Label(TypeRole::Body, card);
        word->setTone(Tone::Soft);
        amount = new Label(TypeRole::Body, card);
        amount->setWeight(Weight::Strong);
        amount->setAlignment(Qt::AlignRight);
        grid->addWidget(word, at, 0);
        grid->addWidget(amount, at, 1);
    };
    row(0, m_beforeWord, m_before);
    row(1, m_afterWord, m_after);
    grid->setColumnStretch(1, 1);
    m_noDevice = new Label(TypeRole::Caption, part);
    m_topUp = new ActionButton(ButtonLook::Outline, part);
    m_topUp->setObjectName(QStringLiteral("wallet"));
    connect(m_topUp, &ActionButton::clicked, &visit(), &VisitModel::openWallet);
    auto *column = new QVBoxLayout(part);
    column->addWidget(card);
    column->addWidget(m_noDevice);
    column->addWidget(m_topUp);
    column->addStretch();
    return part;
}

bool CheckoutScreen::mayTender() const
{
    const CheckoutModel &checkout = visit().checkout();
    return checkout.balance() && checkout.missing().isPositive() && !checkout.needsAgeConfirmed() &&
           !checkout.isBusy() && !visit().isBusy();
}

Screen::Frame CheckoutScreen::frame() const
{
    const CheckoutModel &checkout = visit().checkout();
    const bool still = !checkout.isBusy() && !visit().isBusy();
    Frame frame{.canGoBack = still, .canStartOver = still, .purchaseStep = 2};
    const QList<TenderKind> kinds = visit().tenderKinds();
    if (!checkout.balance() || checkout.missing().isZero()) {
        frame.main = tr("Pay %1").arg(wording().money(checkout.total()));
        frame.mainEnabled = checkout.isPayable() && still;
    } else if (!kinds.isEmpty()) {
        frame.main = payText(kinds.constFirst());
        frame.side = kinds.size() > 1 ? payText(kinds[1]) : QString();
        frame.mainEnabled = frame.sideEnabled = mayTender();
    }
    return frame;
}

void CheckoutScreen::mainPressed()
{
    if (visit().checkout().isPayable())
        visit().pay();
    else if (mayTender())
        visit().pay(visit().tenderKinds().constFirst());
}

void CheckoutScreen::sidePressed()
{
    if (mayTender())
        visit().pay(visit().tenderKinds().value(1));
}

void CheckoutScreen::begin()
{
    m_seatsShown.clear(); // an earlier customer's open choices go
    showAll();
    setFocus();
}

QString CheckoutScreen::payText(TenderKind kind) const
{
    const QString amount = wording().money(visit().checkout().missing());
    const bool demo = visit().isDemo(kind);
    switch (kind) {
    case TenderKind::Card: return (demo ? tr("Pay %1 by card (demo)") : tr("Pay %1 by card")).arg(amount);
    case TenderKind::Cash: return (demo ? tr("Pay %1 in cash (demo)") : tr("Pay %1 in cash")).arg(amount);
    }
    return {};
}

void CheckoutScreen::retranslate()
{
    m_title->setText(tr("Check and pay"));
    m_totalWord->setText(tr("Total"));
    m_beforeWord->setText(tr("Wallet balance"));
    m_noDevice->setText(tr("Nothing here can take money. Please ask at the desk; your seats stay held."));
    m_topUp->setText(tr("Top up another amount"));
    m_age->setAction(tr("Yes, all of us"));
    m_time->retranslate();
    showAll();
}

void CheckoutScreen::showAll()
{
    const CheckoutModel &checkout = visit().checkout();
    if (const SeatsOfDate *date = checkout.date()) {
        const PerformanceOffer &offer = date->offer;
        m_when->setText(wording().fullDateTimeText(offer.performance.startsAt, zone()) + u" · "_s +
                        offer.house.name.in(language()));
        m_show->setText(offer.show.title.in(language()));
    }
    showSoon();
    showAge();
    showLines();
    showMoney();
    Q_EMIT frameChanged();
}

void CheckoutScreen::showSoon()
{
    const auto left = visit().checkout().startsIn();
    m_soon->setVisible(left && *left < soon);
    if (left && *left < soon)
        m_soon->setText(*left > 0s ? tr("Starts in %1").arg(wording().durationText(*left)) : tr("It has started"));
}

/// Said again only when it is asked again or in another language: a screen reader repeats every message.
void CheckoutScreen::showAge()
{
    const CheckoutModel &checkout = visit().checkout();
    m_age->setVisible(checkout.needsAgeConfirmed());
    if (!checkout.needsAgeConfirmed())
        return m_ageAsked.clear();
    const QString question = tr("For ages %1 and over").arg(checkout.date()->offer.show.ageFrom);
    if (std::exchange(m_ageAsked, question) != question)
        m_age->setMessage(Glyph::Info, Tone::Warn, question,
            tr("Is everyone who comes along old enough? It is checked at the door."));
}

void CheckoutScreen::showLines()
{
    const QList<CheckoutModel::Line> &lines = visit().checkout().lines();
    QList<SeatIndex> seats;
    for (const CheckoutModel::Line &line : lines)
        seats.append(line.seat);
    if (seats != m_seatsShown) {
        m_seatsShown = seats;
        while (QLayoutItem *item = m_lines->takeAt(0)) {
            item->widget()->hide();
            item->widget()->deleteLater();
            delete item;
        }
        m_rows.clear();
        for (qsizetype i = 0; i < lines.size(); ++i) {
            m_rows.append(new CheckoutLine(this));
            m_lines->addWidget(new Rule(this));
            m_lines->addWidget(m_rows.constLast());
            connect(m_rows.constLast(), &CheckoutLine::typeWanted, &visit().checkout(), &CheckoutModel::setType);
        }
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        m_rows[i]->setLine(lines[i], wording());
        m_rows[i]->setChoiceEnabled(!visit().checkout().isBusy() && !visit().isBusy());
    }
}

void CheckoutScreen::showMoney()
{
    const CheckoutModel &checkout = visit().checkout();
    const bool known = checkout.balance().has_value();
    const bool short_ = known && checkout.missing().isPositive();
    m_total->setText(wording().money(checkout.total()));
    m_tax->setText(tr("%1 tax included").arg(wording().money(checkout.tax())));
    m_before->setText(known ? wording().money(checkout.balance()->amount) : u"…"_s);
    m_afterWord->setText(short_ ? tr("Still missing") : tr("After paying"));
    m_after->setTone(short_ ? Tone::Warn : Tone::Ink);
    m_after->setText(!known   ? u"…"_s
                     : short_ ? wording().money(checkout.missing())
                              : wording().money(checkout.balance()->amount - checkout.total()));
    m_noDevice->setVisible(short_ && visit().tenderKinds().isEmpty());
    m_topUp->setVisible(short_ && !visit().tenderKinds().isEmpty());
    m_topUp->setEnabled(!checkout.isBusy() && !visit().isBusy());
}

} // namespace foyer
