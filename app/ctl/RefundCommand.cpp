#include "Command.h"
#include "Pin.h"
#include "services/Node.h"

namespace foyer {

namespace {
QList<QCommandLineOption> options() { return staffOptions(true); }

int run(Call &call)
{
    if (const QString missing = missingOf(call, true); !missing.isEmpty())
        return call.usage(missing);
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    const auto who = authorise(call, *node.value(), StaffAction::RefundOrder);
    if (!who.ok())
        return call.fail(who);
    PaymentService &payments = node.value()->services().payments;
    const auto order = payments.orderByNumber(call.words[0]);
    if (!order.ok())
        return call.fail(order);
    const auto claim = payments.refund(order.value().id, who.value().id, call.value(QStringLiteral("why")));
    if (!claim.ok())
        return call.fail(claim);
    const Money total = order.value().total;
    call.out << Ctl::tr("%1 is refunded: %2.").arg(order.value().number, call.wording.money(total)) << '\n';
    if (claim.value())
        call.out << Ctl::tr("Whoever shows this code is paid %1:").arg(call.wording.money(claim.value()->amount))
                 << '\n'
                 << claim.value()->code << '\n';
    return ExitDone;
}
} // namespace

const Command refundCommand{"refund", "ORDER",
    QT_TRANSLATE_NOOP("foyer::Ctl", "Takes an order back; a guest's money goes onto a code."), 1, 1, options, run};

} // namespace foyer
