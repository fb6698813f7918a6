#include "ui/screens/RegisterScreen.h"

#include "ui/screens/DigitsEntry.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"

namespace foyer {

RegisterScreen::RegisterScreen(VisitModel &visit, QWidget *parent)
    : Screen(visit, parent), m_title(new Label(TypeRole::Title, this)), m_hint(new Label(TypeRole::Body, this)),
      m_privacy(new Label(TypeRole::Caption, this)), m_entry(new DigitsEntry(this))
{
    m_privacy->setTone(Tone::Soft);
    auto *words = new QWidget(this);
    auto *wordsColumn = new QVBoxLayout(words);
    for (Label *label : {m_title, m_hint, m_privacy})
        wordsColumn->addWidget(label);
    wordsColumn->addStretch(1);
    auto *keys = new QWidget(this);
    auto *keysColumn = new QVBoxLayout(keys);
    keysColumn->addWidget(m_entry);
    keysColumn->addStretch(1);
    auto *sides = new TurningBox(this);
    sides->add(words, 0);
    sides->add(keys, 1);
    (new QVBoxLayout(this))->addWidget(sides);

    connect(m_entry, &DigitsEntry::entered, this, &RegisterScreen::entered);
    connect(m_entry, &DigitsEntry::edited, &visit, &VisitModel::clearProblem);
    connect(&visit, &VisitModel::busyChanged, this, [this] { m_entry->setBusy(this->visit().isBusy()); });
    connect(&visit, &VisitModel::problemChanged, this, [this] {
        if (this->visit().isRegistering() && this->visit().problem())
            begin();
    });
    connect(&visit, &VisitModel::stepChanged, this, &RegisterScreen::forget);
    retranslate();
}

Screen::Frame RegisterScreen::frame() const { return {}; }

void RegisterScreen::begin()
{
    forget();
    ask(Asking::Phone);
}

void RegisterScreen::retranslate()
{
    m_title->setText(tr("Become a member"));
    m_privacy->setText(tr("Your number is kept only as a code from which nobody can read it back."));
    m_entry->retranslate();
    m_entry->setTitle(entryTitle());
    m_hint->setText(hint());
    Q_EMIT frameChanged();
}

QString RegisterScreen::entryTitle() const
{
    switch (m_asking) {
    case Asking::Phone: return tr("Mobile number");
    case Asking::PhoneAgain: return tr("The same number again");
    case Asking::Pin: return tr("New PIN");
    case Asking::PinAgain: return tr("The same PIN again");
    }
    return {};
}

QString RegisterScreen::hint() const
{
    if (m_mismatch == Mismatch::Phone)
        return tr("The two numbers weren't the same. Please type your number anew.");
    if (m_mismatch == Mismatch::Pin)
        return tr("The two PINs weren't the same. Please choose your PIN anew.");
    switch (m_asking) {
    case Asking::Phone: return tr("First your mobile number. You sign in with it next time.");
    case Asking::PhoneAgain: return tr("Please type it once more, so that no digit is wrong.");
    case Asking::Pin: return tr("Now choose a PIN of 4 to 8 digits that only you know.");
    case Asking::PinAgain: return tr("Please type the PIN once more, and you are done.");
    }
    return {};
}

void RegisterScreen::ask(Asking what, Mismatch mismatch)
{
    const bool isPin = what == Asking::Pin || what == Asking::PinAgain;
    m_asking = what;
    m_mismatch = mismatch;
    m_hint->setText(hint());
    m_hint->setTone(mismatch == Mismatch::None ? Tone::Soft : Tone::Warn);
    m_entry->ask(isPin ? DigitsEntry::Kind::Pin : DigitsEntry::Kind::Phone, entryTitle());
}

void RegisterScreen::entered(const QString &digits)
{
    switch (m_asking) {
    case Asking::Phone: m_phone = digits; return ask(Asking::PhoneAgain);
    case Asking::PhoneAgain: return digits == m_phone ? ask(Asking::Pin) : ask(Asking::Phone, Mismatch::Phone);
    case Asking::Pin: m_pin = digits; return ask(Asking::PinAgain);
    case Asking::PinAgain:
        if (digits != m_pin)
            return ask(Asking::Pin, Mismatch::Pin);
        visit().registerMember(m_phone, digits);
        m_entry->clear();
    }
}

void RegisterScreen::forget()
{
    m_phone.clear();
    m_pin.clear();
    m_entry->clear();
}

} // namespace foyer
