#include "Command.h"
#include "Pin.h"
#include "services/Node.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QList<QCommandLineOption> options() { return {{u"demo"_s, Ctl::tr("Bring in a season to try things with.")}}; }

// The manager comes last: a setting up that was cut short has none, and goes on when it is asked for again.
int run(Call &call)
{
    auto founded = Node::found(call.folder);
    if (!founded.ok())
        return call.fail(founded);
    Node &node = *founded.value();
    const auto staff = node.services().staff.all();
    if (!staff.ok())
        return call.fail(staff);
    if (!staff.value().isEmpty()) {
        call.out << Ctl::tr("%1 is set up already; nothing was changed.").arg(call.folder.path()) << '\n';
        return ExitDone;
    }
    const auto owned = node.own();
    if (!owned.ok() || !owned.value())
        return owned.ok() ? call.fail(Error{Error::Kind::Locked, call.folder.path()}) : call.fail(owned);
    if (call.has(u"demo"_s)) {
        if (const Done imported = importDemoSeason(node, SystemClock()); !imported.ok())
            return call.fail(imported);
    }
    const QString pin = Secrets::randomDigits(staffPinDigits);
    const auto manager = node.services().staff.add(u"manager"_s, Role::Manager, node.secrets().pinHash(pin));
    if (!manager.ok())
        return call.fail(manager);
    node.db().checkpoint();
    call.out << Ctl::tr("%1 is set up.").arg(call.folder.path()) << '\n'
             << newPinText(manager.value().name, pin) << '\n';
    return ExitDone;
}
} // namespace

const Command initCommand{"init", "[--demo]",
    QT_TRANSLATE_NOOP("foyer::Ctl", "Sets up the data folder and its first member of staff."), 0, 0, options, run};

} // namespace foyer
