#include "Command.h"
#include "Pin.h"
#include "services/Node.h"

namespace foyer {

namespace {
QList<QCommandLineOption> options() { return staffOptions(true); }

int run(Call &call)
{
    const TenderId tender{QUuid::fromString(call.words[0])};
    if (tender.isNull())
        return call.usage(Ctl::tr("“%1” isn't a tender's id; see foyerctl tenders").arg(call.words[0]));
    if (const QString missing = missingOf(call, true); !missing.isEmpty())
        return call.usage(missing);
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    const auto who = authorise(call, *node.value(), StaffAction::SettleTender);
    if (!who.ok())
        return call.fail(who);
    const Done settled =
        node.value()->services().payments.settleSeats(tender, who.value().id, call.value(QStringLiteral("why")));
    if (!settled.ok())
        return call.fail(settled);
    call.out << Ctl::tr("The seats are free again; the tender still waits for its device.") << '\n';
    return ExitDone;
}
} // namespace

const Command settleCommand{
    "settle", "TENDER", QT_TRANSLATE_NOOP("foyer::Ctl", "Frees the seats of a tender in doubt."), 1, 1, options, run};

} // namespace foyer
