#include "services/BoxOfficeHub.h"
#include "services/Csv.h"
#include "services/FigureService.h"

#include <QThreadPool>

// What was sold and what is owed, for those who may know.
namespace foyer {

using namespace std::chrono_literals;

namespace {
constexpr auto turn = 25ms; ///< on the read thread, before others have theirs
constexpr int lossesMost = 3;
} // namespace

/// A question that is read in turns. Where the shop goes first it is dropped, and with it whoever waits.
struct BoxOffice::FigureRun {
    FigureQuestion question;
    StaffId who;
    StaffAction action = StaffAction::SeeFigures;
    std::function<bool()> isCancelled;
    std::function<void(int read, int steps)> progress;
    std::function<void(const Result<Figures> &)> then; ///< in any thread; not when it was cancelled
    std::unique_ptr<FigureReading> reading;            ///< read thread
    RequestId atHub;                                   ///< its name there
    int losses = 0;                                    ///< answers in a row that didn't come
};

template <typename Engine>
void BoxOffice::readOn(Engine &engine, const std::shared_ptr<FigureRun> &run)
{
    engine
        .readIn([run, &clock = engine.clock](Connection &db, Services &s) -> Done {
            if (!run->reading) {
                FOYER_CHECK(s.staff.may(run->who, run->action));
                FOYER_TRY(reading, FigureReading::begin(db, clock, run->question));
                run->reading = std::move(reading);
            }
            for (const auto until = clock.steady() + turn; !run->reading->isOver() && !run->isCancelled();) {
                FOYER_CHECK(run->reading->step(db));
                run->progress(run->reading->stepsDone(), run->reading->steps());
                if (clock.steady() >= until)
                    break;
            }
            return done;
        })
        .then([&engine, run](const Done &read) {
            if (!read.ok())
                run->then(Failure(read));
            else if (run->reading->isOver())
                run->then(run->reading->figures());
            else if (!run->isCancelled())
                readOn(engine, run);
        });
}

/// Where the books are that the question is about.
void BoxOffice::read(const std::shared_ptr<FigureRun> &run)
{
    Shop::Engine &engine = *m_shop.m_engine;
    if (!run->question.isOfHouse)
        return readOn(engine, run);
    const auto may = engine.read([run](Services &s) -> Done {
        FOYER_CHECK(s.staff.may(run->who, run->action));
        return done;
    });
    run->atHub = engine.ids.make<RequestId>();
    deliver(may, &m_shop, [this, run](const Done &let) {
        if (let.ok())
            askOn(run);
        else
            run->then(Failure(let));
    });
}

void BoxOffice::askOn(const std::shared_ptr<FigureRun> &run)
{
    if (run->isCancelled())
        return;
    const auto asked = begun<FigureProgress>();
    askHub(&HouseDesk::figures, FigureWish{run->atHub, run->question}, asked);
    deliver(asked->future(), &m_shop, [this, run](const Result<FigureProgress> &progress) {
        const bool isLost = progress.isRefused(Refusal::HubNeeded) && m_shop.hubState()->reach == Reach::Online;
        if (isLost && ++run->losses < lossesMost)
            return askOn(run); // under its name: what was read isn't read again
        if (!progress.ok())
            return run->then(Failure(progress));
        run->losses = 0;
        if (progress.value().figures)
            return run->then(*progress.value().figures);
        run->progress(progress.value().stepsDone, progress.value().steps);
        askOn(run);
    });
}

QFuture<Result<Figures>> BoxOffice::figures(const FigureQuestion &question, StaffId who)
{
    const auto promise = std::make_shared<QPromise<Result<Figures>>>();
    promise->start();
    const auto run = std::make_shared<FigureRun>();
    run->question = question;
    run->who = who;
    run->isCancelled = [promise] { return promise->isCanceled(); };
    run->progress = [promise](int read, int steps) {
        promise->setProgressRange(0, steps);
        promise->setProgressValue(read);
    };
    run->then = [promise](const Result<Figures> &figures) {
        promise->addResult(figures);
        promise->finish();
    };
    read(run);
    return promise->future();
}

QFuture<Done> BoxOffice::exportFigures(
    const FigureQuestion &question, const Consent &consent, const QString &file, Compose compose)
{
    const auto promise = std::make_shared<QPromise<Done>>();
    promise->start();
    const auto tell = [promise](const Done &outcome) {
        promise->addResult(outcome);
        promise->finish();
    };
    const auto run = std::make_shared<FigureRun>();
    run->question = question;
    run->who = consent.who.id;
    run->action = StaffAction::ExportFigures;
    run->isCancelled = [promise] { return promise->isCanceled(); };
    run->progress = [promise](int read, int steps) {
        promise->setProgressRange(0, steps + 1); // writing it is one more
        promise->setProgressValue(read);
    };
    run->then = [promise, tell, file, compose = std::move(compose)](const Result<Figures> &figures) {
        if (!figures.ok())
            return tell(Failure(figures));
        QThreadPool::globalInstance()->start([promise, tell, file, compose, figures] {
            const Result<QByteArray> composed = compose(figures.value());
            if (!composed.ok())
                tell(Failure(composed));
            else if (!promise->isCanceled())
                tell(writeWhole(file, composed.value()));
        });
    };
    auto &engine = *m_shop.m_engine;
    const auto noted = engine.writeIn([question, consent, &clock = engine.clock](Connection &db, Services &s) -> Done {
        FOYER_CHECK(s.staff.may(consent.who.id, StaffAction::ExportFigures));
        return FigureService(db, clock).noteExport(question, consent);
    });
    deliver(noted, &m_shop, [this, run, tell](const Done &outcome) {
        if (outcome.ok())
            read(run);
        else
            tell(outcome);
    });
    return promise->future();
}

} // namespace foyer
