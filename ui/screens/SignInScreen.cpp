#include "ui/screens/SignInScreen.h"

#include "domain/OrderSearch.h"
#include "ui/screens/DigitsEntry.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Label.h"

#include <QGridLayout>

namespace foyer {

SignInScreen::SignInScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_title(new Label(TypeRole::Title, this)), m_cardTitle(new Label(TypeRole::Body, this)),
      m_cardText(new Label(TypeRole::Caption, this)), m_cardHint(new Card(this)), m_entry(new DigitsEntry(this)),
      m_others(new QWidget(this)), m_guest(new ActionButton(ButtonLook::Outline, m_others)),
      m_register(new ActionButton(ButtonLook::Outline, m_others)), m_ways(new QGridLayout)
{
    m_cardTitle->setWeight(Weight::Strong);
    m_cardText->setTone(Tone::Soft);
    m_cardHint->setBorder(Tone::Accent);
    auto *hint = new QHBoxLayout(m_cardHint);
    auto *hintWords = new QVBoxLayout;
    hintWords->addWidget(m_cardTitle);
    hintWords->addWidget(m_cardText);
    hint->addLayout(hintWords, 1);
    hint->addWidget(new Icon(Glyph::Card, Tone::Ink, 2, Icon::Style::Plain, m_cardHint));

    auto *othersColumn = new QVBoxLayout(m_others);
    othersColumn->addWidget(m_guest);
    othersColumn->addWidget(m_register);
    othersColumn->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addLayout(m_ways, 1);

    connect(m_entry, &DigitsEntry::entered, this, &SignInScreen::entered);
    connect(m_entry, &DigitsEntry::edited, &visit, &VisitModel::clearProblem);
    m_guest->setObjectName(QStringLiteral("guest"));
    connect(m_guest, &ActionButton::clicked, &visit, &VisitModel::continueAsGuest);
    connect(m_register, &ActionButton::clicked, &visit, &VisitModel::wantRegistration);
    connect(&visit, &VisitModel::busyChanged, this, &SignInScreen::showBusy);
    connect(&visit, &VisitModel::stepChanged, this, &SignInScreen::forget);
    retranslate();
}

// Card, keypad, guest from above to below; beside the keypad where the screen is wide.
void SignInScreen::resizeEvent(QResizeEvent *event)
{
    Screen::resizeEvent(event);
    const bool wide = width() > height();
    for (QWidget *way : {static_cast<QWidget *>(m_cardHint), static_cast<QWidget *>(m_entry), m_others})
        m_ways->removeWidget(way);
    m_ways->addWidget(m_cardHint, 0, wide ? 1 : 0);
    m_ways->addWidget(m_entry, wide ? 0 : 1, 0, wide ? 2 : 1, 1);
    m_ways->addWidget(m_others, wide ? 1 : 2, wide ? 1 : 0);
    m_ways->setColumnStretch(0, 1);
    m_ways->setColumnStretch(1, wide ? 1 : 0);
    m_ways->setRowStretch(wide ? 1 : 2, 1);
    m_ways->setRowStretch(wide ? 2 : 1, 0);
}

Screen::Frame SignInScreen::frame() const
{
    return {.side = m_asking == Asking::Phone ? QString() : tr("Use another number")};
}

void SignInScreen::sidePressed() { begin(); }

void SignInScreen::begin()
{
    forget();
    ask(Asking::Phone);
}

void SignInScreen::retranslate()
{
    m_title->setText(tr("How would you like to buy?"));
    m_cardTitle->setText(tr("Hold your member card, slip or ticket to the scanner"));
    m_cardText->setText(tr("A queue slip brings you back to your place; a ticket can be printed again or cancelled."));
    m_guest->setText(tr("Continue as guest"));
    m_guest->setSecondLine(tr("No personal data is asked"));
    m_register->setText(tr("Become a member"));
    m_register->setSecondLine(tr("With a phone number and a PIN"));
    m_entry->setTitle(entryTitle());
    m_entry->retranslate();
    Q_EMIT frameChanged();
}

QString SignInScreen::entryTitle() const
{
    switch (m_asking) {
    case Asking::Phone: return tr("Mobile number");
    case Asking::Pin: return tr("Your PIN");
    case Asking::CardPin: return tr("PIN of your card");
    }
    return {};
}

void SignInScreen::scanned(const QString &text)
{
    if (visit().isBusy())
        return;
    begin(); // a scanner's keys may have left digits there
    if (isSlip(text))
        return visit().scanSlip(text);
    if (isTicket(text))
        return visit().scanTicket(text);
    m_card = text;
    visit().clearProblem();
    ask(Asking::CardPin);
}

void SignInScreen::ask(Asking what)
{
    m_asking = what;
    m_entry->ask(what == Asking::Phone ? DigitsEntry::Kind::Phone : DigitsEntry::Kind::Pin, entryTitle());
    Q_EMIT frameChanged();
}

void SignInScreen::entered(const QString &digits)
{
    switch (m_asking) {
    case Asking::Phone:
        m_phone = digits;
        ask(Asking::Pin);
        break;
    case Asking::Pin:
        visit().signIn(m_phone, digits);
        m_entry->clear();
        break;
    case Asking::CardPin:
        visit().signInByCard(m_card, digits);
        m_entry->clear();
        break;
    }
}

// Nothing of one customer is left for the next.
void SignInScreen::forget()
{
    m_phone.clear();
    m_card.clear();
    m_entry->clear();
}

void SignInScreen::showBusy()
{
    m_entry->setBusy(visit().isBusy());
    m_guest->setEnabled(!visit().isBusy());
    m_register->setEnabled(!visit().isBusy());
}

} // namespace foyer
