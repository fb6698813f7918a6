#include "sync/HubFigures.h"

#include "domain/Limits.h"
#include "services/FigureService.h"

namespace foyer {

using namespace std::chrono_literals;

namespace {
constexpr auto turn = 25ms;   ///< then others have theirs
constexpr int runsOfDesk = 2; ///< a screen's and a file's; an older one is dropped

/// A message has an end: the smallest rows are told as one.
void fold(Figures &figures)
{
    constexpr int most = limits::figureRowsOfHouse;
    if (figures.rows.size() <= most)
        return;
    FigureRow others = figures.rows[most - 1];
    others.key = FigureRest::Others;
    others.name = {};
    for (const FigureRow &row : figures.rows.sliced(most)) {
        others.orders += row.orders;
        others.seats += row.seats;
        others.given += row.given;
        others.gross = others.gross + row.gross;
        others.refunded = others.refunded + row.refunded;
        others.tax = others.tax + row.tax;
    }
    figures.rows.resize(most - 1);
    figures.rows.append(others);
}
} // namespace

HubFigures::~HubFigures() = default;

Result<FigureProgress> HubFigures::readOn(NodeId by, const FigureWish &wish)
{
    QList<Run> &runs = m_runs[by];
    auto run = std::find_if(runs.begin(), runs.end(), [&wish](const Run &each) { return each.id == wish.reading; });
    if (run == runs.end()) {
        FOYER_TRY(reading, FigureReading::begin(m_db, m_clock, wish.question));
        if (runs.size() == runsOfDesk)
            runs.removeFirst();
        runs.append({wish.reading, std::move(reading)});
        run = std::prev(runs.end());
    }
    std::rotate(run, std::next(run), runs.end()); // whichever nobody asks for any more is dropped first
    run = std::prev(runs.end());
    FigureReading &reading = *run->reading;
    for (const auto until = m_clock.steady() + turn; !reading.isOver() && m_clock.steady() < until;)
        FOYER_CHECK(reading.step(m_db));
    FigureProgress progress{reading.steps(), reading.stepsDone(), {}};
    if (reading.isOver()) {
        progress.figures = reading.figures();
        fold(*progress.figures);
    }
    return progress;
}

} // namespace foyer
