#include "ui/desk/OrderEntries.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/EvenRows.h"
#include "ui/widgets/Label.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace foyer {

using namespace Qt::StringLiterals;

RefundEntry::RefundEntry(QWidget *parent)
    : Card(Card::Look::Raised, 2, parent), m_title(new Label(TypeRole::Body, this))
{
    const auto button = [this](const QString &key, ButtonLook look, std::optional<TenderKind> to) {
        auto *made = new ActionButton(look, ActionButton::Size::Compact, this);
        made->setObjectName(u"refund-"_s + key);
        made->setSecondLine(key);
        connect(made, &ActionButton::clicked, this, [this, to] { Q_EMIT chosen(to); });
        return made;
    };
    m_title->setWeight(Weight::Strong);
    m_wallet = button(u"1"_s, ButtonLook::Primary, std::nullopt);
    m_cash = button(u"2"_s, ButtonLook::Secondary, TenderKind::Cash);
    m_card = button(u"3"_s, ButtonLook::Secondary, TenderKind::Card);
    auto *ways = new QWidget(this);
    (new EvenRows(ways))->addRow({m_wallet, m_cash, m_card});
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(ways);
}

void RefundEntry::begin(const QString &what, bool isMembers, const QList<TenderKind> &ways)
{
    m_what = what;
    m_isMembers = isMembers;
    m_cash->setVisible(ways.contains(TenderKind::Cash));
    m_card->setVisible(ways.contains(TenderKind::Card));
    retranslate();
    m_wallet->setFocus();
}

void RefundEntry::retranslate()
{
    m_title->setText(tr("Give back %1").arg(m_what));
    m_wallet->setText(m_isMembers ? tr("To the wallet") : tr("A code"));
    m_cash->setText(tr("In cash"));
    m_card->setText(tr("To the card"));
}

void RefundEntry::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_1: return m_wallet->click();
    case Qt::Key_2: return m_cash->isVisible() ? m_cash->click() : void();
    case Qt::Key_3: return m_card->isVisible() ? m_card->click() : void();
    case Qt::Key_Escape: Q_EMIT cancelled(); return;
    default: Card::keyPressEvent(event);
    }
}

ContactEntry::ContactEntry(QWidget *parent)
    : Card(Card::Look::Raised, 2, parent), m_title(new Label(TypeRole::Caption, this)), m_name(new QLineEdit(this)),
      m_digits(new QLineEdit(this)), m_keep(new ActionButton(ButtonLook::Primary, ActionButton::Size::Compact, this))
{
    m_title->setTone(Tone::Soft);
    m_name->setObjectName(u"contact-name"_s);
    m_name->setMaxLength(contactNameMax);
    m_digits->setObjectName(u"contact-digits"_s);
    m_digits->setMaxLength(20);
    m_keep->setSecondLine(u"↵"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_name, 3);
    row->addWidget(m_digits, 2);
    row->addWidget(m_keep);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addLayout(row);
    const auto enter = [this] { Q_EMIT entered({m_name->text(), m_digits->text()}); };
    connect(m_name, &QLineEdit::returnPressed, this, enter);
    connect(m_digits, &QLineEdit::returnPressed, this, enter);
    connect(m_keep, &ActionButton::clicked, this, enter);
}

void ContactEntry::begin(const Contact &contact)
{
    m_name->setText(contact.name);
    m_digits->setText(contact.lastDigits);
    m_name->selectAll();
    m_name->setFocus();
}

void ContactEntry::retranslate()
{
    m_title->setText(tr("Who asks for these tickets? Left empty, it is forgotten."));
    m_name->setPlaceholderText(tr("Name"));
    m_name->setAccessibleName(tr("Name"));
    m_digits->setPlaceholderText(tr("Last four digits"));
    m_digits->setAccessibleName(tr("Last four digits of the phone number"));
    m_keep->setText(tr("Keep"));
}

void ContactEntry::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        Card::keyPressEvent(event);
}

} // namespace foyer
