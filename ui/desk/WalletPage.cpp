#include "ui/desk/WalletPage.h"

#include "devices/Printer.h"
#include "documents/StatementDocument.h"
#include "ui/desk/MovementRows.h"
#include "ui/desk/PdfFile.h"
#include "ui/desk/StaffWords.h"
#include "ui/desk/WalletPanel.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Table.h"

#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedLayout>
#include <QStandardItemModel>

namespace foyer {

using namespace Qt::StringLiterals;

WalletPage::WalletPage(DeskModel &desk, TenderDesk &tenders, Printer &printer, const QString &files, QWidget *parent)
    : DeskPage(desk, parent), m_wallets(desk.office(), tenders, nullptr), m_printer(printer), m_files(files),
      m_line(new QLineEdit(this)), m_count(new Label(TypeRole::Body, this)), m_said(new Label(TypeRole::Body, this)),
      m_stack(new QStackedLayout), m_empty(new EmptyState(this)), m_rows(new MovementRows(m_wallets, this)),
      m_choices(new QStandardItemModel(this)), m_movements(new Table(this)), m_list(new Table(this)),
      m_panel(new WalletPanel(desk, m_wallets, this))
{
    const Theme &theme = FoyerStyle::of(this);
    m_line->setObjectName(u"search"_s);
    m_line->setMaxLength(60);
    m_line->installEventFilter(this);
    m_count->setObjectName(u"count"_s);
    m_count->setTone(Tone::Soft);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_said->setObjectName(u"said"_s);
    m_said->setMinimumWidth(1); // a path may be longer than a line
    m_said->hide();
    m_movements->setObjectName(u"movements"_s);
    m_movements->setModel(m_rows);
    m_movements->setShares({0, 1, 0, 0});
    m_list->setObjectName(u"choices"_s);
    m_list->setModel(m_choices);
    for (Table *table : {m_movements, m_list})
        table->setFocusPolicy(Qt::ClickFocus); // arrows in the line walk through it
    for (QWidget *view : QList<QWidget *>{m_empty, m_list, m_movements})
        m_stack->addWidget(view);
    auto *card = new Card(Card::Look::Surface, 1, this);
    (new QVBoxLayout(card))->addLayout(m_stack);
    auto *typing = new QHBoxLayout;
    typing->addWidget(m_line, 3);
    typing->addWidget(m_count, 1);
    auto *left = new QVBoxLayout;
    left->addLayout(typing);
    left->addWidget(card, 1);
    left->addWidget(m_said);
    auto *beside = new Card(Card::Look::Surface, 3, this);
    (new QVBoxLayout(beside))->addWidget(roomy(m_panel, beside));
    beside->setMinimumWidth(theme.px(104));
    beside->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); // wider where its words are
    auto *row = new QHBoxLayout(this);
    row->setSpacing(theme.space(3));
    row->addLayout(left, 1);
    row->addWidget(beside);

    connect(m_line, &QLineEdit::returnPressed, this, [this] { m_line->isModified() ? search() : choose(); });
    connect(m_list, &Table::opened, this, &WalletPage::choose);
    connect(m_panel, &WalletPanel::left, this, [this] {
        if (isVisible())
            m_line->setFocus();
    });
    connect(m_panel, &WalletPanel::printWanted, this, &WalletPage::print);
    connect(m_panel, &WalletPanel::pdfWanted, this, &WalletPage::savePdf);
    connect(&m_wallets, &WalletsModel::changed, this, &WalletPage::refresh);
    connect(&m_wallets, &WalletsModel::failed, this, &WalletPage::tell);
    connect(&m_wallets, &WalletsModel::asked, this, [this] {
        m_line->setModified(false); // Enter chooses of what comes
        hush();
        this->desk().clearProblem();
    });
    connect(&printer, &Printer::printed, this, [this](const QString &name) {
        if (name != m_printing)
            return;
        m_printing.clear();
        say(tr("The statement is printed."), Tone::Good);
    });
    connect(&printer, &Printer::failed, this, [this](const QString &name, const Error &) {
        if (name == m_printing)
            hush(); // the desk says why
    });
    connect(&desk, &DeskModel::memberChanged, this, &WalletPage::refreshClerk);
    connect(&desk, &DeskModel::settingsChanged, this, &WalletPage::retranslate);
    refreshClerk();
    retranslate();
}

DeskPage::Heading WalletPage::heading() const
{
    return {tr("Members and wallets"), tr("↵ finds · ↑ ↓ choose · Esc back")};
}

void WalletPage::begin()
{
    if (m_panel->isTyping())
        return;
    m_line->setFocus();
    m_line->selectAll();
}

void WalletPage::retranslate()
{
    m_line->setPlaceholderText(tr("Phone number, its last four digits, or a card"));
    m_line->setAccessibleName(tr("Find a member"));
    m_movements->setAccessibleName(tr("Movements"));
    m_list->setAccessibleName(tr("Choices"));
    m_rows->retranslate(zone());
    m_panel->retranslate();
    refresh();
    Q_EMIT headingChanged();
}

bool WalletPage::scanned(const QString &text)
{
    if (m_panel->isTyping())
        return false; // it is typed there
    m_line->setText(text.trimmed());
    search();
    return true;
}

void WalletPage::search()
{
    m_line->setModified(false); // Enter once more chooses
    m_wallets.search(m_line->text());
    m_line->selectAll();
}

/// Of those that were found, or of the money that nobody came for.
void WalletPage::choose()
{
    const int row = m_list->currentRow();
    if (const auto &money = m_wallets.unclaimed()) {
        if (row >= 0 && row < money->size())
            m_panel->newCode((*money)[row]);
    } else if (!m_wallets.found().isEmpty()) {
        m_wallets.open(row);
    } else {
        search();
    }
}

void WalletPage::refresh()
{
    const auto &file = m_wallets.file();
    const bool isList = m_wallets.unclaimed() ? !m_wallets.unclaimed()->isEmpty() : !m_wallets.found().isEmpty();
    const bool hasMoved = file && !file->balance.movements.isEmpty();
    fillChoices();
    m_stack->setCurrentWidget(isList     ? static_cast<QWidget *>(m_list)
                              : hasMoved ? static_cast<QWidget *>(m_movements)
                                         : m_empty);
    if (m_wallets.isNobodyFound())
        m_empty->set(Glyph::Card, tr("Nobody found"), tr("Check what was typed, or register a new member."));
    else if (m_wallets.unclaimed())
        m_empty->set(Glyph::Check, tr("Nothing is left"), tr("Guests' money that wasn't paid back stands here."));
    else if (file)
        m_empty->set(Glyph::List, tr("Nothing has moved yet"), tr("What is paid in and spent stands here."));
    else
        m_empty->set(Glyph::Card, tr("Who is it?"), tr("Their statement appears here."));
    m_count->setText(m_wallets.unclaimed()          ? tr("↵ a new code")
                     : m_wallets.found().size() > 1 ? tr("%n member(s)", nullptr, int(m_wallets.found().size()))
                     : hasMoved                     ? tr("%n movement(s)", nullptr, int(file->balance.movements.size()))
                                                    : QString());
}

void WalletPage::fillChoices()
{
    const Wording words = wording();
    QList<QStringList> rows;
    QStringList heads;
    if (const auto &left = m_wallets.unclaimed()) {
        heads = {tr("Amount"), tr("Wallet"), tr("Code")};
        for (const Unclaimed &each : *left)
            rows.append({words.money(each.amount), each.wallet.text().first(8),
                each.hasCode ? tr("somebody has one") : tr("nobody has one")});
    } else {
        heads = {tr("Phone"), tr("Since"), tr("Card"), tr("State")};
        for (const MemberLine &each : m_wallets.found())
            rows.append({u"···· "_s + each.member.lastDigits, words.fullDateTimeText(each.since, zone()),
                each.member.card.isEmpty() ? QString() : tr("has one"), each.isBlocked ? tr("Blocked") : QString()});
    }
    const int current = m_list->currentRow();
    m_choices->clear();
    m_choices->setHorizontalHeaderLabels(heads);
    for (const QStringList &row : std::as_const(rows)) {
        QList<QStandardItem *> items;
        for (const QString &text : row)
            items.append(new QStandardItem(text));
        m_choices->appendRow(items);
    }
    m_list->setShares(heads.size() == 3 ? QList<int>{1, 1, 1} : QList<int>{1, 0, 1, 1});
    if (!rows.isEmpty())
        m_list->setCurrentIndex(m_choices->index(std::clamp(current, 0, int(rows.size()) - 1), 0));
}

/// Nobody's search is left for whoever comes next.
void WalletPage::refreshClerk()
{
    const auto &member = desk().member();
    if (!member)
        m_line->clear();
    hush();
    m_panel->endEntry();
    m_wallets.setClerk(member ? std::optional(member->id) : std::nullopt);
}

/// What is said otherwise of members, beside them; all else as the desk says it.
void WalletPage::tell(const Problem &problem)
{
    const Refused refused = problem.refused.value_or(Refused{.why = Refusal::OutOfService});
    switch (refused.why) {
    case Refusal::HubNeeded:
        return say(tr("Members are the hub's, and it doesn't answer right now. Nothing was changed."), Tone::Warn);
    case Refusal::MemberUnknown:
        return say(tr("This member isn't open any more. Nothing was changed. Please look for them again."), Tone::Warn);
    case Refusal::InsufficientBalance:
        return say(
            tr("%1 of it isn't here: another machine holds it, or it was spent.").arg(wording().money(refused.amount)),
            Tone::Warn);
    default: desk().tell(problem);
    }
}

void WalletPage::say(const QString &text, Tone tone)
{
    m_said->setTone(tone);
    m_said->setText(text);
    m_said->show();
}

/// What was said before is over.
void WalletPage::hush()
{
    m_printing.clear();
    m_said->hide();
}

void WalletPage::print()
{
    const StatementDocument statement(*m_wallets.file(), desk().settings(), language(), desk().clock().utc());
    m_printing = statement.title();
    say(tr("The statement goes to the printer."), Tone::Soft);
    m_printer.print({m_printing, [statement](QIODevice &out) { return statement.writePdf(out); }});
}

void WalletPage::savePdf()
{
    const QDateTime now = desk().clock().utc();
    const StatementDocument statement(*m_wallets.file(), desk().settings(), language(), now);
    const QString path =
        m_files + u"/Foyer/%1 %2.pdf"_s.arg(statement.title(), now.toTimeZone(zone()).toString(u"yyyy-MM-dd HHmmss"_s));
    deliver(foyer::savePdf(statement, path), this, [this, path](const Done &written) {
        if (written.ok())
            say(tr("Saved as %1").arg(QDir::toNativeSeparators(path)), Tone::Good);
        else
            say(StaffWords::message(*written.error()), Tone::Bad);
    });
}

bool WalletPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return DeskPage::eventFilter(watched, event);
    int by = 0;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up: by = -1; break;
    case Qt::Key_Down: by = 1; break;
    case Qt::Key_Escape:
        if (m_wallets.tender().tender()) {
            m_wallets.tender().cancel();
        } else {
            m_line->clear();
            hush();
            m_wallets.close();
        }
        return true;
    default: return DeskPage::eventFilter(watched, event);
    }
    Table *table = m_stack->currentWidget() == m_list ? m_list : m_movements;
    if (const int rows = table->model()->rowCount(); rows > 0)
        table->setCurrentIndex(table->model()->index(std::clamp(table->currentRow() + by, 0, rows - 1), 0));
    return true;
}

} // namespace foyer
