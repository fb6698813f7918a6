#include "ui/desk/TerminalsPage.h"

#include "items/DatesModel.h"
#include "ui/desk/Facts.h"
#include "ui/desk/HouseRows.h"
#include "ui/desk/NumberEntry.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/Table.h"

#include <QShortcut>
#include <QStackedLayout>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int limitMost = 1'000, seatsMost = 1'000, seatsAtFirst = 16, datesShown = 6;
}

TerminalsPage::TerminalsPage(DeskModel &desk, QWidget *parent)
    : DeskPage(desk, parent), m_house(desk.office(), nullptr), m_terminals(m_house, nullptr), m_lines(m_house, nullptr),
      m_terminalRows(new TerminalRows(m_terminals, desk.clock(), this)),
      m_queueRows(new QueueRows(m_lines, desk.clock(), this)), m_stack(new QStackedLayout),
      m_empty(new EmptyState(this)), m_said(new Label(TypeRole::Body, this))
{
    m_said->setObjectName(u"house-said"_s);
    m_said->setTone(Tone::Good);
    auto *all = new QWidget(this);
    auto *row = new QHBoxLayout(all);
    row->setContentsMargins({});
    row->setSpacing(FoyerStyle::of(this).space(3));
    row->addWidget(m_left = makeTerminals(), 1);
    row->addWidget(makeQueue(), 1);
    m_left->setVisible(m_house.hasTerminals());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(all);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(m_stack, 1);
    column->addWidget(m_said);

    connect(&m_house, &HouseModel::changed, this, &TerminalsPage::refresh);
    connect(&m_house, &HouseModel::acted, this, &TerminalsPage::say);
    connect(&m_house, &HouseModel::failed, &desk, &DeskModel::tell);
    connect(&m_terminals, &TerminalsModel::modelReset, this, &TerminalsPage::chooseAgain);
    connect(&m_lines, &QueueLinesModel::modelReset, this, &TerminalsPage::chooseAgain);
    connect(m_nodeTable, &Table::currentRowChanged, this, [this] {
        if (const auto *chosen = node())
            m_node = chosen->node;
        refresh();
    });
    connect(m_queueTable, &Table::currentRowChanged, this, [this] {
        if (const auto *chosen = line())
            m_token = chosen->token;
        refresh();
    });
    connect(&desk, &DeskModel::memberChanged, this, [this] {
        endEntry();
        m_said->clear();
        m_house.setClerk(this->desk().member());
    });
    connect(&desk, &DeskModel::settingsChanged, this, &TerminalsPage::retranslate);
    m_house.setClerk(desk.member());
    retranslate();
}

ActionButton *TerminalsPage::addKey(
    QWidget *parent, const QString &name, int key, ButtonLook look, void (TerminalsPage::*act)())
{
    auto *button = new ActionButton(look, ActionButton::Size::Compact, parent);
    button->setObjectName(name);
    button->setSecondLine(QKeySequence(key).toString());
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &ActionButton::clicked, this, act);
    connect(new QShortcut(QKeySequence(key), this), &QShortcut::activated, button, &ActionButton::click);
    return button;
}

QWidget *TerminalsPage::makeTerminals()
{
    auto *card = new Card(Card::Look::Surface, 3, this);
    m_nodesTitle = new Label(TypeRole::Heading, card);
    m_nodeTable = new Table(card);
    m_nodeTable->setObjectName(u"terminals"_s);
    m_nodeTable->setModel(m_terminalRows);
    m_nodeTable->setShares({12, 7, 0, 0});
    m_given = new Facts(card);
    m_allotEntry = new NumberEntry(card);
    m_allotEntry->setObjectName(u"allotment"_s);
    m_allot = addKey(card, u"allot"_s, Qt::Key_F9, ButtonLook::Raised, &TerminalsPage::askAllot);
    m_revoke = addKey(card, u"revoke"_s, Qt::Key_F10, ButtonLook::Raised, &TerminalsPage::askRevoke);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_allot, 1);
    buttons->addWidget(m_revoke, 1);
    auto *column = new QVBoxLayout(card);
    column->addWidget(m_nodesTitle);
    column->addWidget(m_nodeTable, 1);
    column->addWidget(m_given);
    column->addWidget(new Rule(card));
    column->addWidget(m_allotEntry);
    column->addLayout(buttons);
    connect(m_allotEntry, &NumberEntry::cancelled, this, &TerminalsPage::endEntry);
    connect(m_allotEntry, &NumberEntry::stepped, this, &TerminalsPage::stepOffer);
    connect(m_allotEntry, &NumberEntry::entered, this, &TerminalsPage::allot);
    return card;
}

QWidget *TerminalsPage::makeQueue()
{
    auto *card = new Card(Card::Look::Surface, 3, this);
    m_queueTitle = new Label(TypeRole::Heading, card);
    m_counts = new Label(TypeRole::Body, card);
    m_counts->setObjectName(u"counts"_s);
    m_counts->setTone(Tone::Soft);
    m_nobody = new Label(TypeRole::Body, card);
    m_nobody->setTone(Tone::Soft);
    m_queueTable = new Table(card);
    m_queueTable->setObjectName(u"queue"_s);
    m_queueTable->setModel(m_queueRows);
    m_queueTable->setShares({0, 11, 0, 9});
    m_limitEntry = new NumberEntry(card);
    m_limitEntry->setObjectName(u"limit-entry"_s);
    m_call = addKey(card, u"call"_s, Qt::Key_F8, ButtonLook::Primary, &TerminalsPage::callNext);
    m_noShow = addKey(card, u"no-show"_s, Qt::Key_F11, ButtonLook::Raised, &TerminalsPage::noShow);
    m_limit = addKey(card, u"limit"_s, Qt::Key_F12, ButtonLook::Raised, &TerminalsPage::askLimit);
    auto *buttons = new QHBoxLayout;
    for (ActionButton *button : {m_call, m_noShow, m_limit})
        buttons->addWidget(button, 1);
    auto *column = new QVBoxLayout(card);
    column->addWidget(m_queueTitle);
    column->addWidget(m_counts);
    column->addWidget(m_nobody);
    column->addWidget(m_queueTable, 1);
    column->addStretch(0);
    column->addWidget(new Rule(card));
    column->addWidget(m_limitEntry);
    column->addLayout(buttons);
    connect(m_limitEntry, &NumberEntry::cancelled, this, &TerminalsPage::endEntry);
    connect(m_limitEntry, &NumberEntry::entered, this, [this](int limit) {
        endEntry();
        this->desk().consent().ask(StaffAction::SetAdmissionLimit, ConsentModel::Reason::Needed,
            [this, limit](const Consent &by) { m_house.setLimit(limit, by); });
    });
    return card;
}

DeskPage::Heading TerminalsPage::heading() const
{
    return {tr("House"), m_house.hasTerminals() ? tr("↑ ↓ choose · Tab to the queue") : tr("↑ ↓ choose")};
}

void TerminalsPage::begin()
{
    m_house.setWatched(true);
    (m_house.hasTerminals() ? m_nodeTable : m_queueTable)->setFocus();
    refresh();
}

void TerminalsPage::hideEvent(QHideEvent *event)
{
    m_house.setWatched(false);
    DeskPage::hideEvent(event);
}

const HouseNode *TerminalsPage::node() const
{
    const int row = m_nodeTable->currentRow();
    return row >= 0 && row < m_terminals.rowCount() ? &m_terminals.node(row) : nullptr;
}

const QueueLine *TerminalsPage::line() const
{
    const int row = m_queueTable->currentRow();
    return row >= 0 && row < m_lines.rowCount() ? &m_lines.line(row) : nullptr;
}

const PerformanceOffer *TerminalsPage::offer() const
{
    const QList<PerformanceOffer> &offers = desk().programme().offers();
    const auto found = std::find_if(
        offers.begin(), offers.end(), [this](const PerformanceOffer &each) { return each.performance.key == m_of; });
    return found == offers.end() ? nullptr : &*found;
}

QString TerminalsPage::dateOf(const PerformanceOffer &offer) const
{
    return offer.show.title.in(language()) + u" · "_s + wording().dateTimeText(offer.performance.startsAt, zone());
}

/// Those who were chosen before the lists were read again, else the first.
void TerminalsPage::chooseAgain()
{
    for (int row = m_terminals.rowCount() - 1; row >= 0; --row)
        if (row == 0 || m_terminals.node(row).node == m_node) {
            m_nodeTable->setCurrentIndex(m_terminalRows->index(row, 0));
            break;
        }
    if (m_lines.rowCount() > 0)
        m_queueTable->setCurrentIndex(m_queueRows->index(std::max(0, m_lines.rowOf(m_token)), 0));
}

void TerminalsPage::endEntry()
{
    Table *back = m_allotEntry->isVisible() ? m_nodeTable : m_queueTable;
    m_allotEntry->hide();
    m_limitEntry->hide();
    if (isVisible()) // else whoever types elsewhere would go on typing here
        back->setFocus();
}

void TerminalsPage::callNext()
{
    desk().clearProblem();
    m_house.callNext();
}

void TerminalsPage::noShow()
{
    desk().clearProblem();
    if (line())
        m_house.noShow(line()->token);
}

void TerminalsPage::askLimit()
{
    m_allotEntry->hide();
    m_limitEntry->begin(m_house.view().limit, limitMost);
}

void TerminalsPage::askAllot()
{
    const QList<PerformanceOffer> &offers = desk().programme().offers();
    if (!node() || offers.isEmpty())
        return;
    m_limitEntry->hide();
    m_to = node()->node;
    m_toName = node()->name;
    m_of = offers.constFirst().performance.key;
    sayAllotment();
    m_allotEntry->begin(seatsAtFirst, seatsMost);
}

/// From the one that is named; once that is gone, from the first.
void TerminalsPage::stepOffer(int by)
{
    const QList<PerformanceOffer> &offers = desk().programme().offers();
    if (offers.isEmpty())
        return;
    const qsizetype at = offer() ? offer() - offers.constData() + by : 0;
    m_of = offers[std::clamp<qsizetype>(at, 0, offers.size() - 1)].performance.key;
    sayAllotment();
}

void TerminalsPage::allot(int seats)
{
    if (!offer())
        return sayAllotment();
    //: %1 is a terminal's name, %2 a performance
    const QString what =
        tr("%1 · %2 · seats at least: %3").arg(m_toName, dateOf(*offer()), wording().locale().toString(seats));
    endEntry();
    desk().consent().ask(
        StaffAction::AllotSeats, ConsentModel::Reason::Needed,
        [this, to = m_to, of = m_of, seats](const Consent &by) { m_house.allot(to, of, seats, by); }, what);
}

void TerminalsPage::sayAllotment()
{
    const QString date = offer() ? dateOf(*offer()) : tr("Not on sale any more.");
    //: %1 is a terminal's name, %2 a performance; the arrows choose another
    m_allotEntry->setWords(tr("How many seats %1 has at least of (↑ ↓): %2").arg(m_toName, date), tr("Give"));
}

void TerminalsPage::askRevoke()
{
    if (!node())
        return;
    endEntry();
    desk().consent().ask(
        StaffAction::RevokeMachine, ConsentModel::Reason::Needed,
        [this, id = node()->node](const Consent &by) { m_house.revoke(id, by); },
        node()->name + u" · "_s + wording().name(node()->kind));
}

void TerminalsPage::say(const HouseAct &act, const HouseActDone &answer)
{
    switch (act.kind) {
    case HouseAct::Kind::CallNext: m_said->setText(tr("The next was called.")); break;
    case HouseAct::Kind::NoShow: m_said->setText(tr("Their visit is over; the place and the seats are free.")); break;
    case HouseAct::Kind::SetLimit: m_said->setText(tr("At most %1 are served at once now.").arg(act.count)); break;
    case HouseAct::Kind::Allot: m_said->setText(tr("Seats that it has more: %1").arg(answer.seats)); break;
    case HouseAct::Kind::Revoke:
        m_said->setText(tr("It gets no rights any more. What it held waits for its own word, or for two members of "
                           "staff at the hub."));
        break;
    case HouseAct::Kind::TakeTask:
    case HouseAct::Kind::SettleTask: break;
    }
    refresh();
}

void TerminalsPage::retranslate()
{
    m_nodesTitle->setText(tr("Terminals"));
    m_queueTitle->setText(tr("Queue"));
    m_nobody->setText(tr("Nobody waits, and nobody is served."));
    m_allot->setText(tr("Give seats…"));
    m_revoke->setText(tr("Revoke…"));
    m_call->setText(tr("Call the next"));
    m_noShow->setText(tr("Didn't come"));
    m_limit->setText(tr("Limit…"));
    m_limitEntry->setWords(tr("How many customers are served at once, over all screens"), tr("Set"));
    m_nodeTable->setAccessibleName(tr("Terminals"));
    m_queueTable->setAccessibleName(tr("Queue"));
    m_terminalRows->retranslate(zone());
    m_queueRows->retranslate(zone());
    sayAllotment();
    refresh();
    Q_EMIT headingChanged();
}

void TerminalsPage::refresh()
{
    const bool isShown = m_house.isLoaded() && !m_house.isAway();
    m_stack->setCurrentIndex(isShown ? 1 : 0);
    if (m_house.isAway())
        m_empty->set(Glyph::Info, tr("The hub is away"),
            tr("This machine goes on selling what it has. Terminals and the queue are shown when the hub answers."));
    else
        m_empty->set(Glyph::List, tr("One moment, please"), QString());
    const HouseView &view = m_house.view();
    m_counts->setText(tr("%1 waiting · %2 of %3 served").arg(view.waiting).arg(view.admitted).arg(view.limit));
    m_nobody->setVisible(view.queue.isEmpty());
    m_queueTable->setVisible(!view.queue.isEmpty());
    m_said->setVisible(!m_said->text().isEmpty());
    const bool canAct = isShown && !m_house.isBusy();
    const bool isLive = node() && (node()->state == EpochState::Live || node()->state == EpochState::Begun);
    m_call->setEnabled(canAct && view.waiting > 0);
    m_noShow->setEnabled(canAct && line() && mayBeNoShow(line()->state, line()->isAway));
    m_limit->setEnabled(canAct);
    m_allot->setEnabled(canAct && isLive && !desk().programme().offers().isEmpty());
    m_revoke->setEnabled(canAct && isLive);
    showNode();
}

void TerminalsPage::showNode()
{
    QList<Facts::Fact> facts;
    if (const HouseNode *chosen = node()) {
        for (const HouseNode::Given &given : chosen->given) {
            const auto date = m_house.date(given.performance);
            if (!date || facts.size() == datesShown)
                continue;
            facts.append({date->show.title.in(language()) + u" · "_s +
                              wording().dateTimeText(date->performance.startsAt, zone()),
                wording().locale().toString(given.seats)});
        }
        facts.append({tr("Journal at the hub"), wording().locale().toString(chosen->position)});
    }
    m_given->setFacts(facts);
}

} // namespace foyer
