#include "Command.h"
#include "services/Node.h"

namespace foyer {

namespace {
QList<QCommandLineOption> options() { return {}; }

int run(Call &call)
{
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    const Done given = node.value()->services().tokens.setCard(call.words[0], call.words[1]);
    if (given.isRefused(Refusal::NotAuthenticated))
        return call.fail(Ctl::tr("no member has this phone number"));
    if (given.isRefused(Refusal::CardUnknown) || given.isRefused(Refusal::CardTaken))
        return call.fail(Ctl::tr("this card is somebody's already, or has no code"));
    if (!given.ok())
        return call.fail(given);
    call.out << Ctl::tr("The card is theirs now.") << '\n';
    return ExitDone;
}
} // namespace

const Command cardCommand{
    "card", "PHONE CODE", QT_TRANSLATE_NOOP("foyer::Ctl", "Gives a member a card."), 2, 2, options, run};

} // namespace foyer
