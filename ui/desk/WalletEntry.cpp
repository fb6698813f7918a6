#include "ui/desk/WalletEntry.h"

#include "domain/Limits.h"
#include "domain/MoneyInput.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Label.h"
#include "wording/Wording.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace foyer {

using namespace Qt::StringLiterals;

WalletEntry::WalletEntry(QWidget *parent)
    : Card(Card::Look::Raised, 2, parent), m_title(new Label(TypeRole::Caption, this)),
      m_means(new Label(TypeRole::Caption, this)), m_text(new QLineEdit(this)), m_pin(new QLineEdit(this)),
      m_again(new QLineEdit(this)), m_go(new ActionButton(ButtonLook::Primary, ActionButton::Size::Compact, this))
{
    m_title->setTone(Tone::Soft);
    m_text->setObjectName(u"entry"_s);
    m_text->setMaxLength(60);
    m_pin->setObjectName(u"new-pin"_s);
    m_again->setObjectName(u"new-pin-again"_s);
    for (QLineEdit *pin : {m_pin, m_again}) {
        pin->setEchoMode(QLineEdit::Password);
        pin->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData);
        pin->setMaxLength(limits::pinDigitsMax);
    }
    m_go->setObjectName(u"enter"_s);
    m_go->setSecondLine(u"↵"_s);
    auto *pins = new QHBoxLayout;
    for (QLineEdit *pin : {m_pin, m_again})
        pins->addWidget(pin, 1);
    auto *last = new QHBoxLayout;
    last->addWidget(m_means, 1);
    last->addWidget(m_go);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(pins);
    column->addLayout(last);
    for (QLineEdit *field : {m_text, m_pin, m_again}) {
        connect(field, &QLineEdit::textEdited, this, &WalletEntry::say);
        connect(field, &QLineEdit::returnPressed, this, &WalletEntry::goOn);
    }
    connect(m_go, &ActionButton::clicked, this, &WalletEntry::goOn);
}

void WalletEntry::begin(Ask ask, Money most)
{
    end();
    m_ask = ask;
    m_most = most;
    m_text->setVisible(hasText());
    m_pin->setVisible(hasPin());
    m_again->setVisible(hasPin());
    m_text->setAlignment(hasAmount() ? Qt::AlignRight : Qt::AlignLeft);
    if (ask == Ask::PayOut)
        m_text->setText(typedText(most));
    m_text->selectAll();
    retranslate();
    show();
    (hasText() ? m_text : m_pin)->setFocus();
}

void WalletEntry::end()
{
    for (QLineEdit *field : {m_text, m_pin, m_again})
        field->clear();
    hide();
}

void WalletEntry::retranslate()
{
    QString title, text, go;
    switch (m_ask) {
    case Ask::Cash:
        title = tr("Cash received");
        text = tr("Amount");
        go = tr("Top up");
        break;
    case Ask::Card:
        title = tr("To the card");
        text = tr("Amount");
        go = tr("Top up");
        break;
    case Ask::PayOut:
        title = tr("Pay out in cash");
        text = tr("Amount");
        go = tr("Pay out");
        break;
    case Ask::Pin:
        title = tr("The member types a new PIN, twice");
        go = tr("Set");
        break;
    case Ask::NewCard:
        title = tr("Scan or type the new card; one before works no more");
        text = tr("Card");
        go = tr("Give");
        break;
    case Ask::Register:
        title = tr("A new member: phone number, and a PIN that they type twice");
        text = tr("Phone number");
        go = tr("Register");
        break;
    case Ask::Code:
        title = tr("Whoever shows a code is paid");
        text = tr("Code");
        go = tr("Pay");
        break;
    }
    m_title->setText(title);
    m_go->setText(go);
    const std::pair<QLineEdit *, QString> names[]{{m_text, text}, {m_pin, tr("PIN")}, {m_again, tr("PIN again")}};
    for (const auto &[field, name] : names) {
        field->setPlaceholderText(name);
        field->setAccessibleName(name);
    }
    say();
}

/// What is missing, and where.
std::pair<QLineEdit *, QString> WalletEntry::missing() const
{
    const QString text = m_text->text().trimmed(), pin = m_pin->text();
    if (hasAmount()) {
        const auto amount = moneyTyped(text, m_most.currency);
        if (!amount || !amount->isPositive())
            return {m_text, tr("This is no amount.")};
        if (m_ask == Ask::PayOut && *amount > m_most)
            return {m_text, tr("%1 can be paid out here.").arg(Wording().money(m_most))};
        return {};
    }
    if (hasText() && text.isEmpty())
        return {m_text, QString()};
    if (!hasPin())
        return {};
    const bool isDigits = std::all_of(pin.begin(), pin.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (pin.size() < limits::pinDigitsMin || !isDigits)
        return {m_pin, tr("A PIN has %1 to %2 digits").arg(limits::pinDigitsMin).arg(limits::pinDigitsMax)};
    if (pin != m_again->text())
        return {m_again, tr("The same PIN once more")};
    return {};
}

void WalletEntry::say()
{
    const auto &[field, why] = missing();
    const bool isUntouched = hasAmount() && m_text->text().isEmpty();
    m_means->setText(isUntouched ? QString() : why);
    m_means->setTone(hasAmount() ? Tone::Bad : Tone::Soft);
    m_go->setEnabled(!field);
}

/// To what is missing, else on.
void WalletEntry::goOn()
{
    if (QLineEdit *field = missing().first)
        return field->setFocus();
    const QString text = m_text->text().trimmed(), pin = m_pin->text();
    end();
    Q_EMIT entered(m_ask, text, pin);
}

void WalletEntry::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        end();
        Q_EMIT cancelled();
    } else {
        Card::keyPressEvent(event);
    }
}

} // namespace foyer
