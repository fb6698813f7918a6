#include "ui/desk/FiguresPage.h"

#include "domain/BusinessDay.h"
#include "ui/desk/FigureFile.h"
#include "ui/desk/FigureRows.h"
#include "ui/desk/FigureSummary.h"
#include "ui/theme/FoyerStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/BarChart.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EvenRows.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Table.h"

#include <QDir>
#include <QLineEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedLayout>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int dimensions = 7, spans = 5;

FigureDimension dimensionAt(int place) { return FigureDimension(place + 1); }
} // namespace

FiguresPage::FiguresPage(DeskModel &desk, const QString &folder, QWidget *parent)
    : DeskPage(desk, parent), m_figures(new FiguresModel(desk.office(), this)), m_folder(folder),
      m_from(new QLineEdit(this)), m_to(new QLineEdit(this)), m_days(new QWidget(this)), m_chart(new BarChart(this)),
      m_rows(new FigureRows(*m_figures, this)), m_table(new Table(this)), m_empty(new Label(TypeRole::Heading, this)),
      m_consent(new ActionButton(ButtonLook::Secondary, this)), m_full(makeTable()), m_none(new QWidget(this)),
      m_stack(new QStackedLayout), m_summary(new FigureSummary(this)), m_silent(new Label(TypeRole::Caption, this)),
      m_state(new Label(TypeRole::Caption, this)),
      m_csv(new ActionButton(ButtonLook::Secondary, ActionButton::Size::Dense, this)),
      m_pdf(new ActionButton(ButtonLook::Secondary, ActionButton::Size::Dense, this))
{
    const Theme &theme = FoyerStyle::of(this);
    m_empty->setTone(Tone::Soft);
    m_empty->setAlignment(Qt::AlignHCenter);
    m_consent->setObjectName(u"consent"_s);
    auto *middle = new QVBoxLayout(m_none);
    middle->addStretch(2);
    middle->addWidget(m_empty);
    middle->addWidget(m_consent, 0, Qt::AlignHCenter);
    middle->addStretch(3);
    m_stack->addWidget(m_full);
    m_stack->addWidget(m_none);
    auto *left = new QVBoxLayout;
    left->addWidget(makeDimensions());
    left->addLayout(m_stack, 1);
    left->addWidget(m_silent);
    auto *side = new QWidget;
    auto *beside = roomy(side, this);
    beside->setMinimumWidth(theme.px(78));
    beside->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); // wider where its amounts are
    auto *right = new QVBoxLayout(side);
    m_state->setMinimumWidth(1); // a path may be longer than a line
    m_silent->setTone(Tone::Warn);
    m_silent->setWordWrap(true);
    m_silent->setObjectName(u"silent"_s);
    auto *sums = new QWidget;
    auto *inside = new QVBoxLayout(sums);
    inside->addWidget(m_summary);
    inside->addStretch(1);
    right->addWidget(makeSpans());
    right->addWidget(scrolling(sums, side), 1);
    right->addWidget(m_state);
    right->addWidget(makeFiles());
    auto *row = new QHBoxLayout(this);
    row->setSpacing(theme.space(3));
    row->addLayout(left, 1);
    row->addWidget(beside);
    connectEverything();
}

void FiguresPage::connectEverything()
{
    connect(m_figures, &FiguresModel::changed, this, &FiguresPage::refresh);
    connect(m_figures, &QAbstractItemModel::modelReset, this, &FiguresPage::refresh);
    connect(m_figures, &FiguresModel::failed, &desk(), &DeskModel::tell);
    connect(m_figures, &FiguresModel::exported, this, [this](const QString &file) {
        m_state->setTone(Tone::Good);
        m_state->setText(tr("Saved: %1").arg(QDir::toNativeSeparators(file)));
    });
    connect(m_table, &Table::opened, this, &FiguresPage::open);
    connect(m_chart, &BarChart::opened, this, &FiguresPage::open);
    connect(m_chart, &BarChart::currentChanged, this, [this](int bar) {
        if (bar >= 0 && bar < m_rows->rowCount())
            m_table->setCurrentIndex(m_rows->index(bar, 0));
    });
    connect(m_chart, &BarChart::sightChanged, this, &FiguresPage::showSight);
    connect(m_table, &Table::currentRowChanged, this, [this](int row) {
        if (row < m_chart->bars().size())
            m_chart->setCurrent(row);
    });
    for (QLineEdit *day : {m_from, m_to})
        connect(day, &QLineEdit::returnPressed, this, &FiguresPage::takeDays);
    connect(m_consent, &ActionButton::clicked, this, &FiguresPage::askWithConsent);
    connect(m_csv, &ActionButton::clicked, this, [this] { exportAs(u"csv"_s); });
    connect(m_pdf, &ActionButton::clicked, this, [this] {
        if (m_figures->isExporting())
            m_figures->cancelExport();
        else
            exportAs(u"pdf"_s);
    });
    connect(&desk(), &DeskModel::memberChanged, this, [this] {
        m_who.reset();
        m_figures->forget();
    });
}

/// A button that says its key, no higher than its lines need.
ActionButton *FiguresPage::choice(const QString &key, const QString &keyText)
{
    auto *button = new ActionButton(ButtonLook::Quiet, ActionButton::Size::Dense, this);
    button->setSecondLine(keyText);
    button->setFocusPolicy(Qt::NoFocus); // its key is faster
    connect(new QShortcut(QKeySequence(key), this), &QShortcut::activated, button, &ActionButton::click);
    return button;
}

QWidget *FiguresPage::makeDimensions()
{
    auto *bar = new QWidget(this);
    QList<QWidget *> row;
    for (int i = 0; i < dimensions; ++i) {
        ActionButton *button = choice(u"Ctrl+%1"_s.arg(i + 1), u"Ctrl %1"_s.arg(i + 1));
        button->setObjectName(u"by-%1"_s.arg(nameOf(dimensionAt(i)).toLower()));
        button->setCheckable(true);
        connect(button, &ActionButton::clicked, this, [this, i] { choose(dimensionAt(i)); });
        row.append(button);
        m_dimensions.append(button);
    }
    (new EvenRows(bar))->addRow(row);
    return bar;
}

QWidget *FiguresPage::makeSpans()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    auto *grid = new QGridLayout;
    const int spansInRow = FoyerStyle::of(this).isLargeText() ? 2 : 3;
    for (int i = 0; i < spans; ++i) {
        ActionButton *button = choice(u"Alt+%1"_s.arg(i + 1), u"Alt %1"_s.arg(i + 1));
        button->setObjectName(u"span-%1"_s.arg(i + 1));
        button->setCheckable(true);
        connect(button, &ActionButton::clicked, this, [this, i] { choose(SpanChoice(i)); });
        grid->addWidget(button, i / spansInRow, i % spansInRow);
        m_spans.append(button);
    }
    m_ofHouse = choice(u"Alt+6"_s, u"Alt 6"_s);
    m_ofHouse->setObjectName(u"of-house"_s);
    m_ofHouse->setCheckable(true);
    connect(m_ofHouse, &ActionButton::clicked, this, [this] { chooseBooks(!m_question.isOfHouse); });
    grid->addWidget(m_ofHouse, spans / spansInRow, spans % spansInRow);
    column->addLayout(grid);
    for (QLineEdit *day : {m_from, m_to}) {
        day->setMaxLength(10);
        day->setPlaceholderText(u"2026-11-25"_s);
        day->setMinimumWidth(
            day->fontMetrics().horizontalAdvance(day->placeholderText()) + FoyerStyle::of(this).space(6));
    }
    (new EvenRows(m_days))->addRow({m_from, m_to});
    m_from->setObjectName(u"from"_s);
    m_to->setObjectName(u"to"_s);
    column->addWidget(m_days);
    m_days->hide();
    return box;
}

QWidget *FiguresPage::makeFiles()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    m_csv->setObjectName(u"csv"_s);
    m_pdf->setObjectName(u"pdf"_s);
    for (const auto &[button, key] : {std::pair(m_csv, u"E"_s), std::pair(m_pdf, u"P"_s)}) {
        button->setSecondLine(u"Ctrl "_s + key);
        connect(
            new QShortcut(QKeySequence(u"Ctrl+"_s + key), this), &QShortcut::activated, button, &ActionButton::click);
        row->addWidget(button, 1);
    }
    return bar;
}

QWidget *FiguresPage::makeTable()
{
    auto *both = new QWidget(this);
    auto *column = new QVBoxLayout(both);
    auto *bars = new Card(Card::Look::Surface, 2, both);
    m_sight = new Label(TypeRole::Caption, bars);
    m_sight->setObjectName(u"sight"_s);
    m_sight->setTone(Tone::Soft);
    auto *seen = new QVBoxLayout(bars);
    seen->addWidget(m_chart, 1);
    auto *under = new QHBoxLayout;
    under->addSpacing(FoyerStyle::of(this).space(2)); // where the bars' names begin
    under->addWidget(m_sight);
    seen->addLayout(under);
    auto *table = new Card(Card::Look::Surface, 1, both);
    (new QVBoxLayout(table))->addWidget(m_table);
    m_table->setObjectName(u"figures"_s);
    m_table->setModel(m_rows);
    m_table->setTextElideMode(Qt::ElideMiddle); // dates of one show differ at their end
    m_table->setShares({1, 0, 0, 0, 0, 0, 0, 0});
    // what is said beside the table, or follows from its others
    m_table->setYielding({int(FigureColumn::Refunded), int(FigureColumn::Tax), int(FigureColumn::Given)});
    column->addWidget(bars, 2);
    column->addWidget(table, 3);
    return both;
}

DeskPage::Heading FiguresPage::heading() const
{
    const FigureWords &words = m_rows->words();
    if (m_question.performance)
        return {m_performance, tr("Whenever it was sold · Alt 1: of today")};
    QStringList of;
    if (m_question.span.from.isValid())
        of.append(words.spanText(m_question.span));
    if (desk().office().hasHub())
        of.append(words.books(m_question.isOfHouse));
    return {tr("Reports"), of.join(u" · "_s)};
}

void FiguresPage::begin()
{
    const bool hasHub = desk().office().hasHub();
    m_ofHouse->setVisible(hasHub);
    m_question.isOfHouse = m_question.isOfHouse && hasHub;
    if (!m_who && desk().may(StaffAction::SeeFigures))
        m_who = desk().member()->id;
    if (m_span != SpanChoice::Chosen && !m_question.performance)
        m_question.span = spanOf(m_span, businessDay(desk().clock().utc(), desk().settings()));
    ask();
    if (m_who)
        m_table->setFocus();
    else
        m_consent->setFocus();
}

void FiguresPage::showEvent(QShowEvent *event)
{
    DeskPage::showEvent(event);
    m_figures->setWatched(true);
}

void FiguresPage::hideEvent(QHideEvent *event)
{
    DeskPage::hideEvent(event);
    m_figures->setWatched(false);
}

void FiguresPage::choose(FigureDimension by)
{
    m_question.by = by;
    ask();
}

void FiguresPage::choose(SpanChoice span)
{
    m_span = span;
    m_question.performance.reset();
    m_days->setVisible(span == SpanChoice::Chosen);
    if (span == SpanChoice::Chosen) {
        m_from->setText(m_question.span.from.toString(Qt::ISODate));
        m_to->setText(m_question.span.to.toString(Qt::ISODate));
        m_from->setFocus();
        m_from->selectAll();
    } else {
        m_question.span = spanOf(span, businessDay(desk().clock().utc(), desk().settings()));
    }
    ask();
}

void FiguresPage::chooseBooks(bool ofHouse)
{
    m_question.isOfHouse = ofHouse;
    ask();
}

void FiguresPage::takeDays()
{
    const FigureSpan typed{
        QDate::fromString(m_from->text(), Qt::ISODate), QDate::fromString(m_to->text(), Qt::ISODate)};
    QLineEdit *wrong = !typed.from.isValid() ? m_from : !typed.to.isValid() || typed.to < typed.from ? m_to : nullptr;
    if (wrong) {
        wrong->setFocus();
        wrong->selectAll();
        m_state->setTone(Tone::Bad);
        m_state->setText(tr("A day looks like 2026-11-25, and the last isn't before the first."));
        return;
    }
    m_question.span = typed;
    ask();
    m_table->setFocus();
}

/// A performance alone, told apart by its categories.
void FiguresPage::open(int row)
{
    if (m_figures->isTotal(row) || m_figures->isLoading())
        return;
    const auto *performance = std::get_if<PerformanceKey>(&m_figures->row(row).key);
    if (!performance)
        return;
    m_performance = m_rows->label(row);
    m_question.performance = *performance;
    m_question.by = FigureDimension::Category;
    ask();
}

void FiguresPage::ask()
{
    m_state->setText({});
    if (m_who)
        m_figures->ask(m_question, *m_who);
    refresh();
    Q_EMIT headingChanged();
}

void FiguresPage::askWithConsent()
{
    desk().consent().ask(StaffAction::SeeFigures, ConsentModel::Reason::None, [this](const Consent &consent) {
        m_who = consent.who.id;
        begin();
    });
}

void FiguresPage::exportAs(const QString &ending)
{
    if (!m_figures->figures() || m_figures->isExporting())
        return;
    const FigureFile file{
        m_folder, ending, language(), m_question.performance ? m_performance : QString(), desk().clock().utc()};
    desk().consent().ask(StaffAction::ExportFigures, ConsentModel::Reason::None,
        [this, path = file.path(m_question), compose = file.composer()](const Consent &consent) {
            QDir().mkpath(m_folder);
            m_figures->exportTo(path, consent, compose);
        });
}

} // namespace foyer
