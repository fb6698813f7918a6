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

/// Adds who isn't there yet, or gives who is there another PIN.
Result<StaffId> written(StaffService &staff, const QString &name, std::optional<Role> newRole, const QString &pinHash)
{
    FOYER_TRY(known, staff.all());
    for (const StaffMember &member : known)
        if (member.name == name && !newRole) {
            FOYER_CHECK(staff.setPin(member.id, pinHash));
            return member.id;
        } else if (member.name == name)
            return Refusal::AlreadyRegistered;
    if (!newRole)
        return Refusal::StaffNotAuthenticated;
    FOYER_TRY(added, staff.add(name, *newRole, pinHash));
    return added.id;
}

int run(Call &call)
{
    const auto role = roleOf(call.value(u"role"_s));
    const QString name = call.words[1].trimmed();
    const bool isNew = call.words[0] == "add"_L1;
    if ((!isNew && call.words[0] != "pin"_L1) || name.isEmpty() || !role)
        return call.usage(Ctl::tr("expected: staff add NAME --role clerk|supervisor|manager, or staff pin NAME"));
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    const QString pin = Secrets::randomDigits(staffPinDigits);
    const auto id = written(
        node.value()->services().staff, name, isNew ? role : std::nullopt, node.value()->secrets().pinHash(pin));
    if (id.isRefused(Refusal::AlreadyRegistered))
        return call.fail(Ctl::tr("there is a “%1” already").arg(name));
    if (id.isRefused(Refusal::StaffNotAuthenticated))
        return call.fail(Ctl::tr("there is no “%1”").arg(name));
    if (!id.ok())
        return call.fail(id);
    call.out << newPinText(name, pin) << '\n';
    return ExitDone;
}
} // namespace

const Command staffCommand{"staff", "add|pin NAME",
    QT_TRANSLATE_NOOP("foyer::Ctl", "Adds a member of staff, or gives one a new PIN."), 2, 2, options, run};

} // namespace foyer
