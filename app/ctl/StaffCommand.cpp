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

Result<StaffMember> known(StaffService &staff, const QString &name)
{
    FOYER_TRY(all, staff.all());
    for (const StaffMember &member : all)
        if (member.name == name)
            return member;
    return Refusal::StaffNotAuthenticated;
}

/// Adds somebody, or gives who is there another PIN.
Result<QString> withNewPin(Node &node, const QString &name, std::optional<Role> newRole)
{
    StaffService &staff = node.services().staff;
    const QString pin = Secrets::randomDigits(staffPinDigits), hash = node.secrets().pinHash(pin);
    if (newRole) {
        FOYER_CHECK(staff.add(name, *newRole, hash));
        return pin;
    }
    FOYER_TRY(who, known(staff, name));
    FOYER_CHECK(staff.setPin(who.id, hash));
    return pin;
}

int list(Call &call, StaffService &staff)
{
    const auto all = staff.all();
    if (!all.ok())
        return call.fail(all);
    for (const StaffMember &member : all.value())
        call.out << member.name << ": " << nameOf(member.role).toLower() << '\n';
    return ExitDone;
}

Done remove(StaffService &staff, const QString &name)
{
    FOYER_TRY(who, known(staff, name));
    return staff.remove(who.id);
}

template <typename T>
int fail(const Call &call, const Result<T> &result, const QString &name)
{
    if (result.isRefused(Refusal::AlreadyRegistered))
        return call.fail(Ctl::tr("there is a “%1” already").arg(name));
    if (result.isRefused(Refusal::StaffNotAuthenticated))
        return call.fail(Ctl::tr("there is no “%1”").arg(name));
    return call.fail(result);
}

int run(Call &call)
{
    const auto role = roleOf(call.value(u"role"_s));
    const QString what = call.words[0], name = call.words.value(1).trimmed();
    const bool isList = what == "list"_L1, names = what == "add"_L1 || what == "pin"_L1 || what == "remove"_L1;
    if (!role || !(isList ? call.words.size() == 1 : names && !name.isEmpty()))
        return call.usage(Ctl::tr("expected: staff list, staff add NAME --role clerk|supervisor|manager, "
                                  "staff pin NAME, or staff remove NAME"));
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    StaffService &staff = node.value()->services().staff;
    if (isList)
        return list(call, staff);
    if (what == "remove"_L1) {
        if (const Done removed = remove(staff, name); !removed.ok())
            return fail(call, removed, name);
        call.out << Ctl::tr("“%1” may do nothing here any more; what they did keeps their name").arg(name) << '\n';
        return ExitDone;
    }
    const auto pin = withNewPin(*node.value(), name, what == "add"_L1 ? role : std::nullopt);
    if (!pin.ok())
        return fail(call, pin, name);
    call.out << newPinText(name, pin.value()) << '\n';
    return ExitDone;
}
} // namespace

const Command staffCommand{"staff", "list|add|pin|remove [NAME]",
    QT_TRANSLATE_NOOP("foyer::Ctl", "Lists, adds or removes members of staff, or gives one a new PIN."), 1, 2, options,
    run};

} // namespace foyer
