#pragma once

#include "items/FiguresModel.h"
#include "ui/desk/DeskPage.h"

class QLineEdit;
class QStackedLayout;

namespace foyer {

class ActionButton;
class BarChart;
class FigureRows;
class FigureSummary;
class Label;
class Table;

/// What was sold: by what and of which days, as bars and as the table behind them, what is owed on wallets, and all of
/// it as a file.
class FiguresPage : public DeskPage
{
    Q_OBJECT
public:
    /// Files go to `folder`.
    FiguresPage(DeskModel &desk, const QString &folder, QWidget *parent = nullptr);

    Heading heading() const override;
    void begin() override;
    void retranslate() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeDimensions();
    QWidget *makeSpans();
    QWidget *makeFiles();
    QWidget *makeTable();
    ActionButton *choice(const QString &key, const QString &keyText);
    void connectEverything();

    void choose(FigureDimension by);
    void choose(SpanChoice span);
    void chooseBooks(bool ofHouse);
    void takeDays();
    void open(int row);
    void ask();
    void askWithConsent();
    void refresh();
    void showBars();
    void showSight();
    void showState();
    void exportAs(const QString &ending);

    FiguresModel *m_figures;
    QString m_folder;
    FigureQuestion m_question{.isOfHouse = true}; ///< of a terminal
    SpanChoice m_span = SpanChoice::Today;
    bool m_tellsProgress = false;
    QString m_performance;        ///< the name of the one that the figures are of alone
    std::optional<StaffId> m_who; ///< who may see them: who works here, or who stood for it
    QList<ActionButton *> m_dimensions, m_spans;
    ActionButton *m_ofHouse; ///< of a terminal; else of this machine alone
    QLineEdit *m_from, *m_to;
    QWidget *m_days;
    BarChart *m_chart;
    FigureRows *m_rows;
    Table *m_table;
    Label *m_empty;
    ActionButton *m_consent;
    QWidget *m_full, *m_none;
    QStackedLayout *m_stack;
    FigureSummary *m_summary;
    Label *m_silent, *m_state, *m_sight;
    ActionButton *m_csv, *m_pdf;
};

} // namespace foyer
