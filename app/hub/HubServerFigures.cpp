#include "HubServerWork.h"

#include "protocol/FigureMessages.h"

// What the house sold, for desks: read in turns with what else waits, and told once it is whole.

namespace foyer {

using namespace std::chrono_literals;

namespace {
constexpr auto patience = 1s; ///< then the desk hears how far it is
}

void HubServer::figures(const Asking &asked)
{
    const auto json = parseJson(asked->body, InputFault::WrongType);
    const auto wish = json.ok() ? fromJson<FigureWish>(json.value()) : Result<FigureWish>(Failure(json));
    if (!wish.ok())
        return fail(asked, wish);
    const QDeadlineTimer until(patience);
    afterJournals(asked, &HubService::desk, until, [this, asked, wish = wish.value(), until](bool isWhole) {
        if (isWhole)
            readFigures(asked, wish, until);
        else
            answer(asked, jsonOf(FigureProgress()));
    });
}

void HubServer::readFigures(const Asking &asked, const FigureWish &wish, QDeadlineTimer until)
{
    run<FigureProgress>(
        false, asked,
        [key = asked->key, epoch = asked->epoch, wish, machines = heard()](Inside &inside) -> Result<FigureProgress> {
            FOYER_TRY(from, inside.hub.desk(key, epoch));
            FOYER_TRY(progress, inside.figures.readOn(from.node, wish));
            if (progress.figures) {
                FOYER_TRY(silent, inside.work.silent(machines));
                progress.figures->silent = silent;
            }
            return progress;
        },
        [this, asked, wish, until](const FigureProgress &progress) {
            if (progress.figures || until.hasExpired())
                answer(asked, jsonOf(progress));
            else
                readFigures(asked, wish, until);
        });
}

} // namespace foyer
