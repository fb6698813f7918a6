#include "ui/desk/WalletPanel.h"

#include "domain/MoneyInput.h"
#include "ui/desk/Facts.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/EvenRows.h"
#include "ui/widgets/Label.h"
#include "wording/Wording.h"

#include <QShortcut>
#include <QVBoxLayout>

namespace foyer {

using namespace Qt::StringLiterals;

WalletPanel::WalletPanel(DeskModel &desk, WalletsModel &wallets, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_wallets(wallets), m_empty(new EmptyState(this)), m_file(new QWidget(this)),
      m_news(new Label(TypeRole::Body, this)), m_claim(new Label(TypeRole::Heading, this)),
      m_entry(new WalletEntry(this)), m_buttons(new QWidget(this))
{
    fillFile();
    fillButtons();
    m_news->setObjectName(u"news"_s);
    m_claim->setObjectName(u"claim"_s);
    m_claim->setTone(Tone::Good);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_empty, 1);
    column->addWidget(m_file, 1);
    for (QWidget *part : QList<QWidget *>{m_claim, m_news, m_entry, m_buttons})
        column->addWidget(part);
    m_entry->hide();
    connect(m_entry, &WalletEntry::entered, this, &WalletPanel::entered);
    connect(m_entry, &WalletEntry::cancelled, this, [this] {
        refresh();
        Q_EMIT left();
    });
    connect(&wallets, &WalletsModel::changed, this, &WalletPanel::refresh);
}

void WalletPanel::fillFile()
{
    m_title = new Label(TypeRole::Heading, m_file);
    m_state = new Label(TypeRole::Body, m_file);
    m_since = new Label(TypeRole::Body, m_file);
    m_balance = new Amount(TypeRole::Huge, Qt::AlignLeft, m_file);
    m_facts = new Facts(m_file);
    m_title->setObjectName(u"member"_s);
    m_state->setObjectName(u"state"_s);
    m_balance->setObjectName(u"balance"_s);
    m_state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_since->setTone(Tone::Soft);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_state);
    auto *column = new QVBoxLayout(m_file);
    column->setContentsMargins({});
    column->addLayout(head);
    column->addWidget(m_since);
    column->addSpacing(FoyerStyle::of(this).space(2));
    column->addWidget(m_balance);
    column->addWidget(m_facts);
    column->addStretch(1);
}

void WalletPanel::fillButtons()
{
    using Ask = WalletEntry::Ask;
    const auto asks = [this](Ask ask) { return [this, ask] { askFor(ask); }; };
    m_cash = add(u"cash"_s, Qt::Key_F9, WalletAct::TopUp, asks(Ask::Cash));
    m_card = add(u"card"_s, Qt::Key_F10, WalletAct::TopUp, asks(Ask::Card));
    m_payOut = add(u"pay-out"_s, Qt::Key_F11, WalletAct::PayOut, asks(Ask::PayOut));
    m_pin = add(u"reset-pin"_s, Qt::Key_F12, WalletAct::NewPin, asks(Ask::Pin));
    m_newCard = add(u"new-card"_s, Qt::CTRL | Qt::Key_K, WalletAct::NewCard, asks(Ask::NewCard));
    m_block = add(u"block"_s, Qt::CTRL | Qt::Key_B, WalletAct::Block, [this] { block(); });
    m_print = add(u"print"_s, Qt::Key_F8, WalletAct::Statement, [this] { Q_EMIT printWanted(); });
    m_pdf = add(u"pdf"_s, Qt::CTRL | Qt::Key_S, WalletAct::Statement, [this] { Q_EMIT pdfWanted(); });
    m_register = add(u"register"_s, Qt::CTRL | Qt::Key_N, WalletAct::Register, asks(Ask::Register));
    m_code = add(u"code"_s, Qt::CTRL | Qt::Key_E, WalletAct::PayCode, asks(Ask::Code));
    m_unclaimed = add(u"unclaimed"_s, Qt::CTRL | Qt::Key_U, WalletAct::Unclaimed, [this] {
        m_wallets.lookAtUnclaimed();
        Q_EMIT left();
    });
    m_cash->setLook(ButtonLook::Primary);
    auto *rows = new EvenRows(m_buttons);
    rows->addRow({m_cash, m_card});
    rows->addRow({m_payOut, m_print, m_pdf});
    rows->addRow({m_pin, m_newCard, m_block});
    rows->addRow({m_register, m_code, m_unclaimed});
}

ActionButton *WalletPanel::add(
    const QString &name, const QKeySequence &key, WalletAct needs, const std::function<void()> &act)
{
    auto *button = new ActionButton(ButtonLook::Raised, ActionButton::Size::Compact, m_buttons);
    button->setObjectName(name);
    button->setSecondLine(key.toString().replace(u'+', u' '));
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &ActionButton::clicked, this, act);
    connect(new QShortcut(key, this), &QShortcut::activated, button, &ActionButton::click);
    m_acts.append({button, needs});
    return button;
}

void WalletPanel::askFor(WalletEntry::Ask ask)
{
    const auto &file = m_wallets.file();
    m_of = member();
    m_desk.clearProblem();
    m_entry->begin(ask, file ? file->payable : Money{0, m_desk.settings().currency});
    m_buttons->hide(); // its own says what to do
}

void WalletPanel::consent(StaffAction action, const std::function<void(const Consent &)> &then, const QString &what)
{
    const bool isCode = action == StaffAction::PayClaim; // reason enough
    m_desk.consent().ask(action, isCode ? ConsentModel::Reason::None : ConsentModel::Reason::Needed, then, what);
}

void WalletPanel::entered(WalletEntry::Ask ask, const QString &text, const QString &pin)
{
    using Ask = WalletEntry::Ask;
    refresh();
    Q_EMIT left();
    const Money amount = moneyTyped(text, m_desk.settings().currency).value_or(Money());
    const MemberId of = m_of.value_or(MemberId());
    switch (ask) {
    case Ask::Cash: return m_wallets.topUp(of, TenderKind::Cash, amount);
    case Ask::Card: return m_wallets.topUp(of, TenderKind::Card, amount);
    case Ask::PayOut:
        return consent(
            StaffAction::PayOutBalance, [this, of, amount](const Consent &by) { m_wallets.payOut(of, amount, by); });
    case Ask::Pin:
        return consent(StaffAction::ResetPin, [this, of, pin](const Consent &by) { m_wallets.resetPin(of, pin, by); });
    case Ask::NewCard:
        return consent(
            StaffAction::GiveCard, [this, of, text](const Consent &by) { m_wallets.giveCard(of, text, by); });
    case Ask::Register: return m_wallets.registerMember(text, pin);
    case Ask::Code:
        return consent(StaffAction::PayClaim, [this, text](const Consent &by) { m_wallets.payCode(text, by); });
    }
}

void WalletPanel::block()
{
    const MemberLine &line = m_wallets.file()->line;
    consent(StaffAction::BlockMember, [this, of = line.member.id, blocks = !line.isBlocked](
                                          const Consent &by) { m_wallets.setBlocked(of, blocks, by); });
}

void WalletPanel::newCode(const Unclaimed &money)
{
    const QString amount = Wording().money(money.amount);
    consent(
        StaffAction::SettleTask, [this, wallet = money.wallet](const Consent &by) { m_wallets.newCode(wallet, by); },
        money.hasCode ? tr("A new code for %1. Somebody has one, which pays nothing any more then.").arg(amount)
                      : tr("A new code for %1.").arg(amount));
}

std::optional<MemberId> WalletPanel::member() const
{
    const auto &file = m_wallets.file();
    return file ? std::optional(file->line.member.id) : std::nullopt;
}

void WalletPanel::endEntry()
{
    m_entry->end();
    refresh();
}

void WalletPanel::retranslate()
{
    m_empty->set(Glyph::Card, tr("No member is open"),
        tr("Type a phone number, its last four digits, or scan a card; or register a new member."));
    m_cash->setText(tr("Top up in cash"));
    m_card->setText(tr("Top up by card"));
    m_payOut->setText(tr("Pay out"));
    m_pin->setText(tr("New PIN"));
    m_newCard->setText(tr("Card"));
    m_print->setText(tr("Print"));
    m_pdf->setText(tr("PDF"));
    m_register->setText(tr("New member"));
    m_code->setText(tr("Pay a code"));
    m_unclaimed->setText(tr("Unclaimed"));
    m_entry->retranslate();
    refresh();
}

void WalletPanel::refresh()
{
    const auto &file = m_wallets.file();
    if (isTyping() && member() != m_of) { // it was typed for who was open before
        m_entry->end();
        Q_EMIT left();
    }
    m_empty->setVisible(!file);
    m_file->setVisible(file.has_value());
    const bool isBlocked = file && file->line.isBlocked;
    m_block->setText(isBlocked ? tr("Unblock") : tr("Block"));
    for (const Button &each : std::as_const(m_acts))
        each.button->setEnabled(m_wallets.can(each.button == m_block && isBlocked ? WalletAct::Unblock : each.needs));
    m_buttons->setVisible(!isTyping());
    if (file)
        showFile();
    else
        for (Label *told : {m_title, m_state, m_since})
            told->clear(); // whoever comes next reads nothing of it, hidden or not
    if (!file) {
        m_balance->setText({});
        m_facts->setFacts({});
    }
    showNews();
}

void WalletPanel::showFile()
{
    const MemberFile &file = *m_wallets.file();
    const Wording words;
    const QTimeZone zone(m_desk.settings().timeZone);
    m_title->setText(u"···· "_s + file.line.member.lastDigits);
    m_state->setText(file.line.isBlocked || file.balance.blocked ? tr("Blocked")
                     //: %1 is how long: too many wrong PINs
                     : file.lock.count() > 0 ? tr("PIN locked for %1").arg(words.durationText(file.lock))
                                             : tr("Member"));
    m_state->setTone(file.line.isBlocked || file.balance.blocked ? Tone::Bad
                     : file.lock.count() > 0                     ? Tone::Warn
                                                                 : Tone::Good);
    const QString since = words.fullDateTimeText(file.line.since, zone);
    m_since->setText(
        file.line.member.card.isEmpty() ? tr("since %1 · no card").arg(since) : tr("since %1 · has a card").arg(since));
    m_balance->setText(words.money(file.balance.amount));
    m_balance->setAccessibleName(tr("Balance") + u' ' + words.money(file.balance.amount));
    QList<Facts::Fact> facts;
    if (!file.balance.elsewhere.isEmpty())
        facts.append({tr("Can be paid out here"), words.money(file.payable), Weight::Strong});
    for (const HeldElsewhere &held : file.balance.elsewhere)
        facts.append({held.terminal, words.money(held.amount)});
    m_facts->setFacts(facts);
}

/// What a device does, what was done, and a code to be handed over.
void WalletPanel::showNews()
{
    const Wording words;
    QString news;
    Tone tone = Tone::Ink;
    const auto &tender = m_wallets.tender().tender();
    if (tender && !m_wallets.isTenderHere()) {
        news = tr("A device is still busy with somebody else's money.");
    } else if (tender) {
        news = m_wallets.tender().isInDoubt() ? tr("The device doesn't say what happened. It is asked again.")
                                              : words.name(m_wallets.tender().stage());
        news += u" · "_s + words.money(tender->amount);
    } else if (const auto &deed = m_wallets.deed()) {
        tone = Tone::Good;
        const QString amount = words.money(deed->amount);
        switch (deed->act) {
        case WalletAct::TopUp: news = tr("%1 topped up").arg(amount); break;
        case WalletAct::PayOut:
        case WalletAct::PayCode: news = tr("%1 paid out").arg(amount); break;
        case WalletAct::NewPin: news = tr("The new PIN counts from now on."); break;
        case WalletAct::NewCard: news = tr("The card is theirs now."); break;
        case WalletAct::Block: news = tr("The member is blocked."); break;
        case WalletAct::Unblock: news = tr("The member may buy again."); break;
        case WalletAct::Register: news = tr("Registered"); break;
        case WalletAct::Unclaimed:
        case WalletAct::Statement: break;
        }
    }
    m_news->setTone(tone);
    m_news->setText(news);
    m_news->setVisible(!news.isEmpty());
    const auto &claim = m_wallets.claim();
    m_claim->setText(
        claim ? tr("%1 is paid for the code").arg(words.money(claim->amount)) + u'\n' + claim->code : QString());
    m_claim->setVisible(claim.has_value());
}

} // namespace foyer
