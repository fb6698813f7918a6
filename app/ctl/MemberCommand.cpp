#include "Command.h"
#include "Pin.h"
#include "services/Node.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int memberPinDigits = 6;

QList<QCommandLineOption> options() { return staffOptions(true); }

int resetPin(Call &call, Node &node)
{
    const auto who = authorise(call, node, StaffAction::ResetPin);
    if (!who.ok())
        return call.fail(who);
    const QString pin = Secrets::randomDigits(memberPinDigits);
    const Done reset = node.services().tokens.resetPin(call.words[1], node.secrets().pinHash(pin), who.value().id);
    if (reset.isRefused(Refusal::NotAuthenticated))
        return call.fail(Ctl::tr("no member has this phone number"));
    if (!reset.ok())
        return call.fail(reset);
    call.out << newPinText(call.words[1], pin) << '\n';
    return ExitDone;
}

int setBlocked(Call &call, Node &node, bool blocked)
{
    if (const QString missing = missingOf(call, true); !missing.isEmpty())
        return call.usage(missing);
    const auto who = authorise(call, node, StaffAction::BlockMember);
    if (!who.ok())
        return call.fail(who);
    const Done set = node.services().tokens.setBlocked(call.words[1], blocked, who.value().id, call.value(u"why"_s));
    if (set.isRefused(Refusal::NotAuthenticated))
        return call.fail(Ctl::tr("no member has this phone number"));
    if (!set.ok())
        return call.fail(set);
    call.out << (blocked ? Ctl::tr("The member is blocked.") : Ctl::tr("The member may buy again.")) << '\n';
    return ExitDone;
}

int run(Call &call)
{
    const QString &what = call.words[0];
    if (!QStringList{u"reset-pin"_s, u"block"_s, u"unblock"_s}.contains(what))
        return call.usage(Ctl::tr("expected: member reset-pin|block|unblock PHONE"));
    if (const QString missing = missingOf(call, false); !missing.isEmpty())
        return call.usage(missing);
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    return what == u"reset-pin"_s ? resetPin(call, *node.value()) : setBlocked(call, *node.value(), what == u"block"_s);
}
} // namespace

const Command memberCommand{"member", "reset-pin|block|unblock PHONE",
    QT_TRANSLATE_NOOP("foyer::Ctl", "Gives a member a new PIN, or stops or lets them buy."), 2, 2, options, run};

} // namespace foyer
