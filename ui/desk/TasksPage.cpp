#include "ui/desk/TasksPage.h"

#include "ui/desk/Facts.h"
#include "ui/desk/StaffWords.h"
#include "ui/desk/TaskRows.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/Table.h"

#include <QScrollArea>
#include <QShortcut>
#include <QStackedLayout>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int remediesMost = 3; ///< a digit each
}

TasksPage::TasksPage(DeskModel &desk, QWidget *parent)
    : DeskPage(desk, parent), m_tasks(desk.office(), nullptr), m_rows(new TaskRows(m_tasks, desk.clock(), this)),
      m_stack(new QStackedLayout), m_empty(new EmptyState(this)), m_away(new Label(TypeRole::Body, this)),
      m_claim(new Label(TypeRole::Heading, this))
{
    m_away->setObjectName(u"away"_s);
    m_away->setTone(Tone::Warn);
    m_claim->setObjectName(u"task-claim"_s);
    m_claim->setTone(Tone::Good);
    auto *all = new QWidget(this);
    auto *row = new QHBoxLayout(all);
    row->setContentsMargins({});
    row->setSpacing(FoyerStyle::of(this).space(3));
    row->addWidget(makeList(), 1);
    row->addWidget(makePanel());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(all);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(m_stack, 1);
    column->addWidget(m_claim);
    column->addWidget(m_away);

    connect(&m_tasks, &TasksModel::changed, this, &TasksPage::refresh);
    connect(&m_tasks, &TasksModel::modelReset, this, &TasksPage::choose);
    connect(&m_tasks, &TasksModel::failed, &desk, &DeskModel::tell);
    connect(m_table, &Table::currentRowChanged, this, [this](int at) {
        if (at >= 0 && at < m_tasks.rowCount())
            m_chosen = m_tasks.task(at).id;
        refresh();
    });
    connect(&desk, &DeskModel::memberChanged, this, [this] { m_tasks.setClerk(this->desk().member()); });
    connect(&desk, &DeskModel::settingsChanged, this, &TasksPage::retranslate);
    m_tasks.setClerk(desk.member());
    retranslate();
}

QWidget *TasksPage::makeList()
{
    auto *card = new Card(Card::Look::Surface, 1, this);
    m_table = new Table(card);
    m_table->setObjectName(u"tasks"_s);
    m_table->setModel(m_rows);
    m_table->setShares({14, 11, 0, 0, 7});
    (new QVBoxLayout(card))->addWidget(m_table);
    return card;
}

QWidget *TasksPage::makePanel()
{
    m_panel = new Card(Card::Look::Surface, 3, this);
    m_panel->setMinimumWidth(FoyerStyle::of(this).px(76));
    m_panel->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); // wider where its words are
    auto *content = new QWidget;
    auto *all = new QWidget;
    m_title = new Label(TypeRole::Heading, content);
    m_about = new Label(TypeRole::Body, content);
    m_facts = new Facts(content);
    m_remediesTitle = new Label(TypeRole::Caption, m_panel);
    m_about->setTone(Tone::Soft);
    m_remediesTitle->setTone(Tone::Soft);
    auto *inside = new QVBoxLayout(content);
    for (QWidget *part : QList<QWidget *>{m_title, m_about, m_facts})
        inside->addWidget(part);
    inside->addStretch(1);
    auto *column = new QVBoxLayout(all);
    column->addWidget(scrolling(content, all), 1);
    column->addWidget(new Rule(m_panel));
    column->addWidget(m_remediesTitle);
    for (int i = 0; i < remediesMost; ++i) {
        auto *button = addKey(u"remedy-%1"_s.arg(i + 1), Qt::Key_1 + i, QString::number(i + 1));
        connect(button, &ActionButton::clicked, this, [this, i] { settle(i); });
        m_remedies.append(button);
        column->addWidget(button);
    }
    m_take = addKey(u"take-task"_s, Qt::Key_T, u"T"_s);
    connect(m_take, &ActionButton::clicked, this, &TasksPage::take);
    column->addSpacing(FoyerStyle::of(this).space(1));
    column->addWidget(m_take);
    (new QVBoxLayout(m_panel))->addWidget(roomy(all, m_panel));
    return m_panel;
}

ActionButton *TasksPage::addKey(const QString &name, int key, const QString &says)
{
    auto *button = new ActionButton(ButtonLook::Raised, ActionButton::Size::Compact, m_panel);
    button->setObjectName(name);
    button->setSecondLine(says);
    button->setFocusPolicy(Qt::TabFocus);
    connect(new QShortcut(QKeySequence(key), this), &QShortcut::activated, button, &ActionButton::click);
    return button;
}

DeskPage::Heading TasksPage::heading() const
{
    if (m_tasks.rowCount() == 0)
        return {tr("Tasks"), QString()};
    return {tr("Tasks"),
        tr("%1 to be put right").arg(m_tasks.rowCount()) + u" · "_s + tr("↑ ↓ choose · a digit settles · T takes")};
}

void TasksPage::begin()
{
    m_tasks.refresh();
    choose();
    m_table->setFocus();
}

std::optional<int> TasksPage::chosen() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_tasks.rowCount() ? std::optional(row) : std::nullopt;
}

/// The same task as before the list was read again, else the one that is due first.
void TasksPage::choose()
{
    if (m_tasks.rowCount() > 0)
        m_table->setCurrentIndex(m_rows->index(std::max(0, m_tasks.rowOf(m_chosen)), 0));
    refresh();
}

void TasksPage::settle(int at)
{
    const auto row = chosen(); // a key works without its button as well
    if (!row || at >= remediesFor(m_tasks.task(*row).kind).size() || !m_remedies[at]->isEnabled())
        return;
    const HubTask &task = m_tasks.task(*row);
    const Remedy remedy = remediesFor(task.kind)[at];
    desk().clearProblem();
    desk().consent().ask(StaffAction::SettleTask, ConsentModel::Reason::Needed,
        [this, id = task.id, remedy](const Consent &by) { m_tasks.settle(id, remedy, by); });
}

void TasksPage::take()
{
    desk().clearProblem();
    if (const auto row = chosen())
        m_tasks.take(*row);
}

void TasksPage::retranslate()
{
    m_remediesTitle->setText(tr("What can be done, the best for the customer first"));
    m_table->setAccessibleName(tr("Tasks; a digit settles one, T takes it"));
    m_rows->retranslate(zone());
    refresh();
}

void TasksPage::refresh()
{
    const auto &refused = m_tasks.refused();
    const QString why = refused ? StaffWords::message(*refused) : tr("The hub is away.");
    m_away->setText(why + u' ' + tr("Only what this machine itself has to put right is shown."));
    m_away->setVisible(!m_tasks.isWhole() && m_tasks.rowCount() > 0);
    m_claim->setVisible(m_tasks.claim().has_value());
    if (const auto &claim = m_tasks.claim())
        m_claim->setText(tr("Whoever shows the code %1 is paid %2.").arg(claim->code, wording().money(claim->amount)));
    else
        m_claim->clear();
    m_stack->setCurrentIndex(m_tasks.rowCount() > 0 ? 1 : 0);
    if (!m_tasks.isLoaded())
        m_empty->set(Glyph::List, tr("One moment, please"), QString());
    else if (refused)
        m_empty->set(Glyph::Info, tr("The hub doesn't show its tasks"), why);
    else if (!m_tasks.isWhole())
        m_empty->set(Glyph::Info, tr("The hub is away"),
            tr("This machine itself has nothing to put right. The house's tasks are shown when the hub answers."));
    else
        m_empty->set(Glyph::Check, tr("Nothing has to be put right"),
            tr("Should something come up that only people can settle, it is shown here by itself."));
    if (const auto row = chosen())
        showTask(*row);
    Q_EMIT headingChanged();
}

void TasksPage::showTask(int row)
{
    const HubTask &task = m_tasks.task(row);
    m_title->setText(wording().name(task.kind));
    m_about->setText(m_rows->about(row));
    m_about->setVisible(!m_about->text().isEmpty());
    const bool isOfSeat = task.kind == HubTask::Kind::SeatSoldTwice;
    QList<Facts::Fact> facts{{isOfSeat ? tr("Seat") : tr("Amount"), m_rows->what(row), Weight::Strong},
        {tr("Until"), m_rows->due(row), Weight::Regular, m_tasks.isOverdue(row) ? Tone::Bad : Tone::Ink},
        {tr("Since"), wording().momentText(task.since, desk().clock().utc(), zone())}};
    if (!task.sellerName.isEmpty())
        facts.append({tr("Sold at"), task.sellerName});
    facts.append({tr("Taken by"), m_rows->owner(row)});
    m_facts->setFacts(facts);
    const QList<Remedy> remedies = remediesFor(task.kind);
    for (int i = 0; i < m_remedies.size(); ++i) {
        ActionButton *button = m_remedies[i];
        button->setVisible(i < remedies.size());
        if (i >= remedies.size())
            continue;
        const bool isByItself = settlesItself(remedies[i]);
        const QString name = wording().name(remedies[i]);
        button->setText(isByItself ? tr("%1: paid in, it is settled").arg(name) : name);
        button->setLook(i == 0 && !isByItself ? ButtonLook::Primary : ButtonLook::Raised);
        button->setEnabled(!isByItself && !m_tasks.isBusy());
    }
    const auto &member = desk().member();
    const bool isMine = task.owner && member && task.owner->staff == member->id;
    m_take->setText(isMine ? tr("You look after it") : task.owner ? tr("Take it over") : tr("Take it"));
    m_take->setEnabled(!isMine && !m_tasks.isBusy());
}

} // namespace foyer
