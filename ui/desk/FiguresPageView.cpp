#include "ui/desk/FigureRows.h"
#include "ui/desk/FigureSummary.h"
#include "ui/desk/FiguresPage.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/BarChart.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Table.h"

#include <QLineEdit>
#include <QStackedLayout>

// The page's words, and what of it stands there.

namespace foyer {

namespace {
constexpr int longSpan = 31; ///< days; fewer are read before a word about it is
}

void FiguresPage::retranslate()
{
    const FigureWords &words = m_rows->words();
    for (int i = 0; i < m_dimensions.size(); ++i)
        m_dimensions[i]->setText(words.name(FigureDimension(i + 1)));
    for (int i = 0; i < m_spans.size(); ++i)
        m_spans[i]->setText(words.name(SpanChoice(i)));
    m_ofHouse->setText(words.books(true));
    m_from->setAccessibleName(tr("First day"));
    m_to->setAccessibleName(tr("Last day"));
    m_chart->setAccessibleName(tr("Net, as bars"));
    m_table->setAccessibleName(tr("Figures"));
    m_consent->setText(tr("With a supervisor's PIN"));
    m_rows->retranslate();
    showSight();
    m_state->setText({});
    refresh();
    Q_EMIT headingChanged();
}

void FiguresPage::refresh()
{
    for (int i = 0; i < m_dimensions.size(); ++i)
        m_dimensions[i]->setChecked(m_question.by == FigureDimension(i + 1));
    for (int i = 0; i < m_spans.size(); ++i)
        m_spans[i]->setChecked(!m_question.performance && m_span == SpanChoice(i));
    m_ofHouse->setChecked(m_question.isOfHouse);
    const bool hasRows = m_rows->rowCount() > 0;
    m_stack->setCurrentWidget(hasRows ? m_full : m_none);
    m_consent->setVisible(!m_who);
    m_empty->setText(!m_who                   ? tr("Reports are for supervisors.")
                     : m_figures->isHubAway() ? tr("The hub can't be reached. Alt 6 shows what this machine sold.")
                     : m_figures->isLoading() ? tr("One moment …")
                                              : tr("Nothing was sold or given back in these days."));
    if (hasRows)
        showBars();
    const auto &figures = m_figures->figures();
    m_summary->show(figures, m_rows->words());
    m_silent->setText(figures ? m_rows->words().silent(*figures) : QString());
    m_silent->setVisible(!m_silent->text().isEmpty());
    showState();
}

void FiguresPage::showBars()
{
    const FigureWords &words = m_rows->words();
    QList<BarChart::Bar> bars;
    for (int row = 0; row < m_rows->rowCount() - 1; ++row) {
        const FigureRow &of = m_figures->row(row);
        bars.append({m_rows->label(row), words.cell(of, FigureColumn::Net), double(of.net().minor)});
    }
    const bool isOfHours = m_figures->figures()->question.by == FigureDimension::Hour;
    m_chart->setBars(bars, isOfHours ? BarChart::Shape::Columns : BarChart::Shape::Rows);
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_rows->index(0, 0));
}

/// Nobody takes the bars in sight for all of them.
void FiguresPage::showSight()
{
    const int all = int(m_chart->bars().size()), seen = std::min(all, m_chart->fitting());
    //: of the bars in a chart
    m_sight->setText(tr("Shows %1 of %2").arg(seen).arg(all));
    m_sight->setVisible(seen < all);
}

void FiguresPage::showState()
{
    const bool isExporting = m_figures->isExporting();
    const bool isLong = m_question.span.from.daysTo(m_question.span.to) > longSpan;
    if (isExporting || (m_figures->isLoading() && isLong)) {
        m_tellsProgress = true;
        m_state->setTone(Tone::Soft);
        m_state->setText(tr("Reading: %1 %").arg(m_figures->percent()));
    } else if (std::exchange(m_tellsProgress, false)) {
        m_state->setText({});
    }
    m_csv->setText(tr("Table as CSV"));
    m_pdf->setText(isExporting ? tr("Stop") : tr("Page as PDF"));
    m_csv->setEnabled(m_figures->figures() && !isExporting);
    m_pdf->setEnabled(m_figures->figures().has_value());
}

} // namespace foyer
