#include "Command.h"
#include "domain/Limits.h"
#include "services/Node.h"
#include "services/PlanReader.h"
#include "services/SeasonReader.h"

#include <QFile>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QList<QCommandLineOption> options()
{
    return {{u"id"_s, Ctl::tr("The plan's id, when it isn't the file's name."), u"ID"_s}};
}

Result<Imported> importFile(Call &call, CatalogueService &catalogue, const QByteArray &json)
{
    if (call.words[0] == "plan"_L1) {
        FOYER_TRY(plan, readPlan(json, call.value(u"id"_s)));
        return catalogue.importPlan(plan);
    }
    FOYER_TRY(season, readSeason(json));
    return catalogue.importSeason(season);
}

void tell(Call &call, const Imported &imported)
{
    if (!imported.changed())
        call.out << Ctl::tr("nothing changed") << '\n';
    if (imported.plans)
        call.out << Ctl::tr("%n new version(s) of a seating plan", nullptr, imported.plans) << '\n';
    if (imported.performances)
        call.out << Ctl::tr("%n performance(s) added, changed or removed", nullptr, imported.performances) << '\n';
    if (imported.other)
        call.out << Ctl::tr("%n change(s) to settings, houses, shows and ticket types", nullptr, imported.other)
                 << '\n';
}

int run(Call &call)
{
    if (call.words[0] != "plan"_L1 && call.words[0] != "season"_L1)
        return call.usage(Ctl::tr("“%1” can't be imported; a plan or a season can").arg(call.words[0]));
    QFile file(call.words[1]);
    if (!file.open(QIODevice::ReadOnly))
        return call.fail(u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    if (file.size() > limits::importBytesMax)
        return call.fail(Refused{.why = Refusal::BadInput, .fault = InputFault::TooLarge, .place = file.fileName()});
    const QByteArray json = file.readAll();
    if (file.error() != QFile::NoError)
        return call.fail(u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    const auto imported = importFile(call, node.value()->services().catalogue, json);
    if (imported.refused())
        call.err << file.fileName() << ":\n";
    if (!imported.ok())
        return call.fail(imported);
    tell(call, imported.value());
    return ExitDone;
}
} // namespace

const Command importCommand{"import", "plan|season FILE",
    QT_TRANSLATE_NOOP("foyer::Ctl", "Brings in a seating plan or a season: all of the file or nothing."), 2, 2, options,
    run};

} // namespace foyer
