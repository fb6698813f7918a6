#include "ui/screens/WalletScreen.h"

#include "ui/screens/HoldTime.h"
#include "ui/screens/MovementList.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Keypad.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"

#include <QGridLayout>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int ownDigitsMax = 9; // more is no amount that anybody carries; the house's own limit is the store's answer
}

WalletScreen::WalletScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_title(new Label(TypeRole::Title, this)), m_time(new HoldTime(visit, this))
{
    auto *head = new TurningBox(this, TurningBox::Beside::Anywhere);
    head->add(m_title, 1);
    head->add(m_time, 0);
    auto *parts = new TurningBox;
    parts->add(balancePart(), 3);
    parts->add(choicePart(), 4);
    parts->add(listPart(), 3);
    auto *column = new QVBoxLayout(this);
    column->addWidget(head);
    column->addWidget(parts, 1);
    connect(&visit.wallet(), &WalletModel::changed, this, &WalletScreen::showAll);
    connect(&visit, &VisitModel::busyChanged, this, &WalletScreen::frameChanged);
    connect(m_ownChoice, &ActionButton::clicked, this, &WalletScreen::wantOwn);
    connect(m_keypad, &Keypad::digit, this, [this](int digit) {
        if (m_digits.size() < ownDigitsMax)
            typed(m_digits + QString::number(digit));
    });
    connect(
        m_keypad, &Keypad::erased, this, [this] { typed(m_digits.chopped(std::min<qsizetype>(1, m_digits.size()))); });
    connect(m_keypad, &Keypad::accepted, this, [this] { begin(); });
    retranslate();
}

QWidget *WalletScreen::balancePart()
{
    auto *part = new QWidget;
    auto *card = new Card(part);
    m_missingCard = new Card(Card::Look::Raised, 3, card);
    m_balanceWord = new Label(TypeRole::Caption, card);
    m_balance = new Amount(TypeRole::Huge, Qt::AlignLeft, card);
    m_elsewhere = new Label(TypeRole::Caption, card);
    m_missing = new Label(TypeRole::Body, m_missingCard);
    m_elsewhere->setTone(Tone::Soft);
    m_balanceWord->setTone(Tone::Soft);
    m_missing->setTone(Tone::Warn);
    m_missing->setWeight(Weight::Strong);
    (new QVBoxLayout(m_missingCard))->addWidget(m_missing);
    auto *inside = new QVBoxLayout(card);
    inside->addWidget(m_balanceWord);
    inside->addWidget(m_balance);
    inside->addWidget(m_elsewhere);
    inside->addWidget(m_missingCard);
    auto *column = new QVBoxLayout(part);
    column->addWidget(card);
    column->addStretch();
    return part;
}

/// Either the amounts offered or the keypad for another.
QWidget *WalletScreen::choicePart()
{
    auto *part = new QWidget;
    m_howMuch = new Label(TypeRole::Heading, part);
    m_amountPart = new QWidget(part);
    m_choices = new QGridLayout(m_amountPart);
    m_ownChoice = new ActionButton(ButtonLook::Secondary, m_amountPart);
    m_ownPart = new QWidget(part);
    m_own = new Amount(TypeRole::Title, Qt::AlignHCenter, m_ownPart);
    m_keypad = new Keypad(m_ownPart);
    auto *own = new QVBoxLayout(m_ownPart);
    own->addWidget(m_own);
    own->addWidget(m_keypad);
    auto *column = new QVBoxLayout(part);
    column->addWidget(m_howMuch);
    column->addWidget(m_amountPart);
    column->addWidget(m_ownPart);
    column->addStretch();
    return part;
}

QWidget *WalletScreen::listPart()
{
    auto *part = new QWidget;
    m_listTitle = new Label(TypeRole::Heading, part);
    m_noMovements = new Label(TypeRole::Caption, part);
    m_noMovements->setTone(Tone::Soft);
    m_movements = new MovementList(part);
    auto *column = new QVBoxLayout(part);
    column->addWidget(m_listTitle);
    column->addWidget(m_noMovements);
    column->addWidget(m_movements);
    column->addStretch();
    return part;
}

bool WalletScreen::mayTopUp() const
{
    return m_amount.isPositive() && !visit().isBusy() && visit().checkout().balance();
}

QString WalletScreen::topUpText(TenderKind kind) const
{
    const bool demo = visit().isDemo(kind);
    const QString amount = wording().money(m_amount);
    switch (kind) {
    case TenderKind::Card: return (demo ? tr("%1 by card (demo)") : tr("%1 by card")).arg(amount);
    case TenderKind::Cash: return (demo ? tr("%1 in cash (demo)") : tr("%1 in cash")).arg(amount);
    }
    return {};
}

QString WalletScreen::elsewhereText() const
{
    QStringList lines;
    for (const HeldElsewhere &held : visit().wallet().elsewhere())
        lines.append(tr("%1 more is with “%2”. It comes here when your visit there has ended.")
                         .arg(wording().money(held.amount), held.terminal));
    return lines.join(u'\n');
}

Screen::Frame WalletScreen::frame() const
{
    const QList<TenderKind> kinds = visit().tenderKinds();
    return {.main = kinds.isEmpty() ? QString() : topUpText(kinds.constFirst()),
        .mainEnabled = mayTopUp(),
        .side = kinds.size() > 1 ? topUpText(kinds[1]) : QString(),
        .sideEnabled = mayTopUp(),
        .canGoBack = !visit().isBusy(),
        .canStartOver = !visit().isBusy(),
        .purchaseStep = 2};
}

void WalletScreen::topUp(int kind)
{
    if (mayTopUp())
        visit().topUp(m_amount, visit().tenderKinds().value(kind));
}

void WalletScreen::begin()
{
    choose(visit().wallet().choices().value(0));
    setFocus();
}

void WalletScreen::choose(Money amount)
{
    m_ownWanted = false;
    m_digits.clear();
    m_amount = amount;
    showAll();
}

void WalletScreen::wantOwn()
{
    m_ownWanted = true;
    typed({});
    m_keypad->setFocus();
}

void WalletScreen::typed(const QString &digits)
{
    m_digits = digits;
    m_amount = {digits.toLongLong(), visit().settings().currency};
    showAll();
}

void WalletScreen::retranslate()
{
    m_title->setText(tr("Wallet"));
    m_balanceWord->setText(tr("Balance now"));
    m_howMuch->setText(tr("How much would you like to add?"));
    m_noMovements->setText(tr("Nothing yet."));
    m_ownChoice->setText(tr("Another amount"));
    m_listTitle->setText(tr("Latest movements"));
    //: A key that leads back from the keypad to the amounts offered.
    m_keypad->setWords(tr("Erase"), tr("Choose"));
    m_time->retranslate();
    showAll();
}

void WalletScreen::showAll()
{
    const WalletModel &wallet = visit().wallet();
    m_balance->setText(visit().checkout().balance() ? wording().money(wallet.balance()) : u"…"_s);
    m_elsewhere->setText(elsewhereText());
    m_elsewhere->setVisible(!m_elsewhere->text().isEmpty());
    m_missing->setText(tr("This purchase needs %1 more").arg(wording().money(wallet.missing())));
    m_missingCard->setVisible(wallet.missing().isPositive());
    m_howMuch->setVisible(!m_ownWanted);
    m_amountPart->setVisible(!m_ownWanted);
    m_ownPart->setVisible(m_ownWanted);
    m_own->setText(wording().money(m_amount));
    m_noMovements->setVisible(wallet.movements().isEmpty());
    m_movements->setMovements(wallet.movements(), wording(), zone());
    showChoices();
    Q_EMIT frameChanged();
}

/// The buttons stay, so that a keyboard's focus does.
void WalletScreen::showChoices()
{
    const WalletModel &wallet = visit().wallet();
    const QList<Money> amounts = wallet.choices();
    while (m_amounts.size() > amounts.size())
        delete m_amounts.takeLast();
    while (m_amounts.size() < amounts.size()) {
        const int at = int(m_amounts.size());
        auto *choice = new ActionButton(ButtonLook::Secondary, m_amountPart);
        choice->setCheckable(true);
        connect(choice, &ActionButton::clicked, this, [this, at] { choose(visit().wallet().choices().value(at)); });
        m_choices->addWidget(choice, at / 2, at % 2);
        m_amounts.append(choice);
    }
    for (qsizetype i = 0; i < amounts.size(); ++i) {
        const bool exact = wallet.missing().isPositive() && amounts[i] == wallet.missing();
        m_amounts[i]->setText(exact ? tr("Exactly what is missing") : wording().money(amounts[i]));
        m_amounts[i]->setSecondLine(exact ? wording().money(amounts[i]) : QString());
        m_amounts[i]->setChecked(!m_ownWanted && amounts[i] == m_amount);
    }
    const int at = int(amounts.size());
    m_choices->addWidget(m_ownChoice, at / 2, at % 2, 1, at % 2 ? 1 : 2);
    m_choices->setColumnStretch(0, 1);
    m_choices->setColumnStretch(1, 1);
}

} // namespace foyer
