#include "Command.h"
#include "Pin.h"
#include "services/Node.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QList<QCommandLineOption> options() { return staffOptions(true); }

int list(Call &call, Node &node)
{
    const auto found = node.services().payments.unclaimed();
    if (!found.ok())
        return call.fail(found);
    for (const Unclaimed &each : found.value())
        call.out << each.wallet.text() << "  " << call.wording.money(each.amount) << "  "
                 << (each.hasCode ? Ctl::tr("somebody has a code") : Ctl::tr("nobody has a code")) << '\n';
    return ExitDone;
}

int makeCode(Call &call, Node &node, WalletId wallet)
{
    const auto who = authorise(call, node, StaffAction::SettleTask);
    if (!who.ok())
        return call.fail(who);
    const auto claim = node.services().payments.codeFor(wallet, who.value().id, call.value(u"why"_s));
    if (!claim.ok())
        return call.fail(claim);
    call.out << Ctl::tr("Whoever shows this code is paid %1:").arg(call.wording.money(claim.value().amount)) << '\n'
             << claim.value().code << '\n';
    return ExitDone;
}

int run(Call &call)
{
    const WalletId wallet{QUuid::fromString(call.words.value(0))};
    if (!call.words.isEmpty() && wallet.isNull())
        return call.usage(Ctl::tr("“%1” isn't a wallet's id; see foyerctl unclaimed").arg(call.words[0]));
    if (const QString missing = missingOf(call, true); !call.words.isEmpty() && !missing.isEmpty())
        return call.usage(missing);
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    return call.words.isEmpty() ? list(call, *node.value()) : makeCode(call, *node.value(), wallet);
}
} // namespace

const Command unclaimedCommand{"unclaimed", "[WALLET]",
    QT_TRANSLATE_NOOP("foyer::Ctl", "Lists guests' money that nobody was paid yet, or makes a new code for one of it."),
    0, 1, options, run};

} // namespace foyer
