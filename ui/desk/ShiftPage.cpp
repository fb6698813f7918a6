#include "ui/desk/ShiftPage.h"

#include "devices/Printer.h"
#include "documents/ShiftDocument.h"
#include "domain/MoneyInput.h"
#include "ui/desk/CashPiles.h"
#include "ui/desk/Facts.h"
#include "ui/desk/PdfFile.h"
#include "ui/desk/ShiftRows.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Amount.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/PaperView.h"
#include "ui/widgets/Table.h"

#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedLayout>
#include <QStandardPaths>

namespace foyer {

using namespace Qt::StringLiterals;

ShiftPage::ShiftPage(DeskModel &desk, Printer &printer, QWidget *parent)
    : DeskPage(desk, parent), m_shifts(desk.office(), nullptr), m_printer(printer), m_stack(new QStackedLayout),
      m_loading(new Card(Card::Look::Surface, 3, this)), m_said(new Label(TypeRole::Body, this))
{
    m_said->setObjectName(u"said"_s);
    m_said->setMinimumWidth(1); // a path may be longer than a line
    m_stack->addWidget(m_loading);
    m_stack->addWidget(makePiles());
    m_stack->addWidget(makeDay());
    m_stack->addWidget(makeMoving());
    m_stack->addWidget(makeClosed());
    auto *left = new QVBoxLayout;
    left->addLayout(m_stack, 1);
    left->addWidget(m_said);
    left->addWidget(makeActions());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(FoyerStyle::of(this).space(3));
    row->addLayout(left, 3);
    row->addWidget(makeHistory(), 2);
    m_said->hide();

    connect(&m_shifts, &ShiftModel::changed, this, &ShiftPage::refresh);
    connect(&m_shifts, &ShiftModel::historyChanged, this, &ShiftPage::refresh);
    connect(&m_shifts, &ShiftModel::moved, this, [this] { turnTo(View::Day); });
    connect(&m_shifts, &ShiftModel::closed, this, [this] { turnTo(View::Day); });
    connect(&m_shifts, &ShiftModel::failed, this, &ShiftPage::tell);
    connect(&desk, &DeskModel::memberChanged, this, [this] {
        m_shifts.setClerk(this->desk().member());
        turnTo(View::Day);
    });
    connect(&desk, &DeskModel::settingsChanged, this, &ShiftPage::retranslate);
    m_shifts.setClerk(desk.member());
    m_wanted = View::Day;
    retranslate();
}

QWidget *ShiftPage::makePiles()
{
    m_piles = new Card(Card::Look::Surface, 3, this);
    m_pilesTitle = new Label(TypeRole::Heading, m_piles);
    m_pilesHint = new Label(TypeRole::Body, m_piles);
    m_pilesHint->setTone(Tone::Soft);
    m_count = new CashPiles(m_piles);
    m_count->setHead({m_pilesTitle, m_pilesHint});
    auto *content = new QWidget;
    (new QVBoxLayout(content))->addWidget(m_count);
    (new QVBoxLayout(m_piles))->addWidget(roomy(content, m_piles));
    connect(m_count, &CashPiles::edited, this, &ShiftPage::refresh);
    connect(m_count, &CashPiles::entered, this, &ShiftPage::goOn);
    return m_piles;
}

QWidget *ShiftPage::makeDay()
{
    m_day = new Card(Card::Look::Surface, 3, this);
    auto *content = new QWidget;
    m_dayTitle = new Label(TypeRole::Heading, content);
    m_dayMore = new Label(TypeRole::Body, content);
    m_sold = new Amount(TypeRole::Huge, Qt::AlignLeft, content);
    m_sold->setObjectName(u"sold"_s);
    m_salesTitle = new Label(TypeRole::Heading, content);
    m_tendersTitle = new Label(TypeRole::Heading, content);
    m_drawerTitle = new Label(TypeRole::Heading, content);
    m_blind = new Label(TypeRole::Body, content);
    for (Label *quiet : {m_dayMore, m_blind})
        quiet->setTone(Tone::Soft);
    m_sales = new Facts(content);
    m_tenders = new Facts(content);
    m_drawer = new Facts(content);
    const int space = FoyerStyle::of(this).space(2);
    auto *columns = new TurningBox(content, TurningBox::Beside::Anywhere);
    columns->layout()->setSpacing(FoyerStyle::of(this).space(5));
    const auto half = [columns] {
        auto *part = new QWidget(columns);
        columns->add(part, 1);
        return new QVBoxLayout(part);
    };
    auto *left = half(), *right = half();
    for (QVBoxLayout *part : {left, right})
        part->setSpacing(space / 2);
    left->addWidget(m_salesTitle);
    left->addWidget(m_sales);
    left->addStretch(1);
    for (QWidget *part : QList<QWidget *>{m_tendersTitle, m_tenders, m_blind})
        right->addWidget(part);
    right->addSpacing(space);
    right->addWidget(m_drawerTitle);
    right->addWidget(m_drawer);
    right->addStretch(1);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->addWidget(m_dayTitle);
    column->addWidget(m_sold);
    column->addWidget(m_dayMore);
    column->addSpacing(space);
    column->addWidget(columns, 1);
    (new QVBoxLayout(m_day))->addWidget(roomy(content, m_day));
    return m_day;
}

QWidget *ShiftPage::makeMoving()
{
    m_moving = new Card(Card::Look::Surface, 3, this);
    m_moveTitle = new Label(TypeRole::Heading, m_moving);
    m_moveHint = new Label(TypeRole::Body, m_moving);
    m_moveHint->setTone(Tone::Soft);
    m_out = new ActionButton(ButtonLook::Outline, ActionButton::Size::Compact, m_moving);
    m_in = new ActionButton(ButtonLook::Outline, ActionButton::Size::Compact, m_moving);
    m_out->setObjectName(u"out"_s);
    m_in->setObjectName(u"in"_s);
    for (ActionButton *way : {m_out, m_in}) {
        way->setCheckable(true);
        way->setAutoExclusive(true);
    }
    m_out->setChecked(true);
    m_amount = new QLineEdit(m_moving);
    m_amount->setObjectName(u"amount"_s);
    m_amount->setAlignment(Qt::AlignRight);
    m_amount->setMaxLength(20);
    auto *ways = new QHBoxLayout;
    ways->addWidget(m_out, 1);
    ways->addWidget(m_in, 1);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->addWidget(m_moveTitle);
    column->addWidget(m_moveHint);
    column->addSpacing(FoyerStyle::of(this).space(1));
    column->addLayout(ways);
    column->addWidget(m_amount);
    column->addStretch(1);
    (new QVBoxLayout(m_moving))->addWidget(roomy(content, m_moving));
    connect(m_out, &ActionButton::toggled, this, &ShiftPage::refreshMoving); // the other one follows
    connect(m_amount, &QLineEdit::textEdited, this, &ShiftPage::refreshMoving);
    connect(m_amount, &QLineEdit::returnPressed, this, &ShiftPage::goOn);
    return m_moving;
}

QWidget *ShiftPage::makeClosed()
{
    m_closed = new Card(Card::Look::Surface, 3, this);
    auto *content = new QWidget;
    m_resultTitle = new Label(TypeRole::Heading, content);
    m_resultMore = new Label(TypeRole::Body, content);
    m_resultMore->setTone(Tone::Soft);
    m_result = new Amount(TypeRole::Huge, Qt::AlignLeft, content);
    m_result->setObjectName(u"difference"_s);
    m_resultFacts = new Facts(content);
    m_paper = new PaperView(m_closed);
    m_paper->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_paper->setMinimumSize(1, 1); // it's read printed
    auto *left = new QVBoxLayout(content);
    for (QWidget *part : QList<QWidget *>{m_resultTitle, m_result, m_resultMore})
        left->addWidget(part);
    left->addSpacing(FoyerStyle::of(this).space(2));
    left->addWidget(m_resultFacts);
    left->addStretch(1);
    auto *row = new QHBoxLayout(m_closed);
    row->setSpacing(FoyerStyle::of(this).space(3));
    row->addWidget(roomy(content, m_closed), 1);
    row->addWidget(m_paper, 1);
    return m_closed;
}

QWidget *ShiftPage::makeHistory()
{
    auto *card = new Card(Card::Look::Surface, 3, this);
    m_historyTitle = new Label(TypeRole::Heading, card);
    m_noHistory = new Label(TypeRole::Body, card);
    m_noHistory->setTone(Tone::Soft);
    m_rows = new ShiftRows(m_shifts, this);
    m_history = new Table(card);
    m_history->setObjectName(u"history"_s);
    m_history->setModel(m_rows);
    m_history->setShares({0, 0, 1, 0});
    m_history->setYielding({ShiftRows::Who});
    auto *column = new QVBoxLayout(card);
    column->addWidget(m_historyTitle);
    column->addWidget(m_noHistory);
    column->addWidget(m_history, 1);
    column->addStretch(0);
    connect(m_history, &Table::opened, this, [this](int row) {
        m_said->hide();
        m_shifts.look(row);
    });
    return card;
}

ActionButton *ShiftPage::addAction(const QString &key, int shortcut, ButtonLook look, void (ShiftPage::*act)())
{
    auto *button = new ActionButton(look, ActionButton::Size::Compact, this);
    button->setObjectName(key);
    button->setSecondLine(key);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &ActionButton::clicked, this, act);
    if (shortcut != 0)
        connect(new QShortcut(QKeySequence(shortcut), this), &QShortcut::activated, button, &ActionButton::click);
    return button;
}

QWidget *ShiftPage::makeActions()
{
    auto *bar = new QWidget(this);
    m_main = addAction(u"F9"_s, Qt::Key_F9, ButtonLook::Primary, &ShiftPage::goOn);
    m_move = addAction(u"F10"_s, Qt::Key_F10, ButtonLook::Secondary, &ShiftPage::beginMove);
    m_print = addAction(u"F11"_s, Qt::Key_F11, ButtonLook::Secondary, &ShiftPage::print);
    m_pdf = addAction(u"F12"_s, Qt::Key_F12, ButtonLook::Secondary, &ShiftPage::savePdf);
    m_back = addAction(u"Esc"_s, 0, ButtonLook::Secondary, &ShiftPage::back);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->addWidget(m_main, 3);
    for (ActionButton *button : {m_move, m_print, m_pdf, m_back})
        row->addWidget(button, 2);
    return bar;
}

DeskPage::Heading ShiftPage::heading() const
{
    const auto &open = m_shifts.open();
    if (!open)
        return {tr("Shift"), m_shifts.isLoaded() ? tr("no drawer is open") : QString()};
    return {tr("Shift %1").arg(open->number),
        //: %1 is a time, %2 a name
        tr("open since %1, %2").arg(wording().dateTimeText(open->openedAt, zone()), open->openedByName)};
}

void ShiftPage::begin()
{
    m_shifts.setWatched(true);
    refresh();
    switch (m_shown) {
    case View::Opening:
    case View::Counting:
        if (m_count->isTouched()) // back from a PIN that wasn't given
            m_main->setFocus();
        else
            m_count->begin(desk().settings().currency);
        break;
    case View::Moving: m_amount->setFocus(); break;
    case View::Loading:
    case View::Day:
    case View::Closed: m_main->setFocus(); break;
    }
}

void ShiftPage::hideEvent(QHideEvent *event)
{
    m_shifts.setWatched(false);
    DeskPage::hideEvent(event);
}

void ShiftPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        back();
    else
        DeskPage::keyPressEvent(event);
}

ShiftPage::View ShiftPage::view() const
{
    if (m_shifts.looked())
        return View::Closed;
    if (!m_shifts.isLoaded())
        return View::Loading;
    return m_shifts.open() ? m_wanted : View::Opening;
}

void ShiftPage::turnTo(View view)
{
    m_wanted = view;
    m_said->hide();
    refresh();
}

void ShiftPage::back()
{
    if (m_shown == View::Closed)
        m_shifts.lookAway();
    turnTo(View::Day);
}

void ShiftPage::beginMove()
{
    if (m_shown == View::Moving) // once more: the other way
        return (m_out->isChecked() ? m_in : m_out)->setChecked(true);
    m_out->setChecked(true);
    m_amount->clear();
    turnTo(View::Moving);
}

/// The next thing to do, whatever is shown.
void ShiftPage::goOn()
{
    if (!m_main->isEnabled())
        return;
    m_said->hide();
    switch (m_shown) {
    case View::Loading: return;
    case View::Opening: return m_shifts.openWith(m_count->counted()->sum);
    case View::Day: return turnTo(View::Counting);
    case View::Moving:
        return desk().consent().ask(StaffAction::MoveCash, ConsentModel::Reason::Needed,
            [this, amount = *amountToMove()](const Consent &consent) { m_shifts.move(consent, amount); });
    case View::Counting:
        return desk().consent().ask(StaffAction::CloseShift, ConsentModel::Reason::None,
            [this, counted = *m_count->counted()](const Consent &consent) { m_shifts.close(consent, counted); });
    case View::Closed: return back();
    }
}

std::optional<Money> ShiftPage::amountToMove() const
{
    auto amount = moneyTyped(m_amount->text(), desk().settings().currency);
    if (!amount || !amount->isPositive())
        return std::nullopt;
    if (m_out->isChecked())
        amount->minor = -amount->minor;
    return amount;
}

std::optional<ShiftReport> ShiftPage::paper() const
{
    return m_shown == View::Closed ? m_shifts.looked() : m_shown == View::Day ? m_shifts.soFar() : std::nullopt;
}

void ShiftPage::print()
{
    if (const auto report = paper()) {
        const ShiftDocument document(*report, language(), ShiftDocument::Paper::Roll);
        m_printer.print({document.title(), [document](QIODevice &out) { return document.writePdf(out); }});
    }
}

void ShiftPage::savePdf()
{
    const auto report = paper();
    if (!report)
        return;
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u"/Foyer"_s);
    const QString path = folder.filePath(u"%1-%2 %3.pdf"_s.arg(report->isFinal() ? u"Z"_s : u"X"_s)
                                             .arg(report->shift.number, 4, 10, QLatin1Char('0'))
                                             .arg(report->at.toTimeZone(zone()).toString(u"yyyy-MM-dd HHmm"_s)));
    const ShiftDocument document(*report, language(), ShiftDocument::Paper::Page);
    deliver(foyer::savePdf(document, path), this, [this, path](const Done &written) {
        m_said->setTone(written.ok() ? Tone::Good : Tone::Bad);
        m_said->setText(
            written.ok() ? tr("Saved as %1").arg(QDir::toNativeSeparators(path)) : wording().message(*written.error()));
        m_said->show();
    });
}

/// What can't be done with a drawer in this page's words, all else in the desk's.
void ShiftPage::tell(const Problem &problem)
{
    m_said->setTone(Tone::Bad);
    if (problem.refused && problem.refused->why == Refusal::TenderInDoubt)
        m_said->setText(tr("A payment of %1 has no answer from its device yet. Close the drawer once it has one.")
                            .arg(wording().money(problem.refused->amount)));
    else if (problem.refused && problem.refused->why == Refusal::AmountInvalid && m_wanted == View::Moving)
        m_said->setText(tr("There can't be that much in the drawer. Nothing was moved."));
    else
        return desk().tell(problem);
    m_said->show();
}

} // namespace foyer
