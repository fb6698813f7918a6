#include "Command.h"
#include "Pin.h"
#include "services/Node.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QList<QCommandLineOption> options()
{
    return {{u"role"_s, Ctl::tr("clerk, supervisor or manager"), u"ROLE"_s, u"clerk"_s}};
}

std::optional<Role> roleOf(const QString &text)
{
    for (const Role role : {Role::Clerk, Role::Supervisor, Role::Manager})
        if (nameOf(role).toLower() == text)
            return role;
    return std::nullopt;
}

int run(Call &call)
{
    const auto role = roleOf(call.value(u"role"_s));
    const QString name = call.words[1].trimmed();
    if (call.words[0] != "add"_L1 || name.isEmpty() || !role)
        return call.usage(Ctl::tr("expected: staff add NAME --role clerk|supervisor|manager"));
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    StaffService &staff = node.value()->services().staff;
    const auto known = staff.all();
    if (!known.ok())
        return call.fail(known);
    for (const StaffMember &member : known.value())
        if (member.name == name)
            return call.fail(Ctl::tr("there is a “%1” already").arg(name));
    const QString pin = Secrets::randomDigits(staffPinDigits);
    const auto added = staff.add(name, *role, node.value()->secrets().pinHash(pin));
    if (!added.ok())
        return call.fail(added);
    call.out << newPinText(name, pin) << '\n';
    return ExitDone;
}
} // namespace

const Command staffCommand{"staff", "add NAME",
    QT_TRANSLATE_NOOP("foyer::Ctl", "Adds a member of staff, with a new PIN."), 2, 2, options, run};

} // namespace foyer
