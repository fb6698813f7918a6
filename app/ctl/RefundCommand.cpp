#include "HubHere.h"
#include "Pin.h"

namespace foyer {

namespace {
QList<QCommandLineOption> options() { return staffOptions(true); }

/// What was sold here; of a terminal, what it has told of by its hub.
Result<std::optional<Claim>> refunded(Node &node, OrderId order, StaffId who, const QString &why)
{
    PaymentService &payments = node.services().payments;
    auto here = payments.refund(order, who, why);
    if (!node.hub() || !here.isRefused(Refusal::RefundAtHub))
        return here;
    FOYER_TRY(talk, HubTalk::open(node));
    FOYER_CHECK(talk->agree());
    FOYER_TRY(request, payments.refundRequest(order, who, why));
    FOYER_TRY(answer, talk->refund(request));
    (void)talk->agree(); // this machine hears of it as well, now or later
    return claimOf(answer);
}

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
    const auto order = node.value()->services().payments.orderByNumber(call.words[0]);
    if (!order.ok())
        return call.fail(order);
    const auto claim = refunded(*node.value(), order.value().id, who.value().id, call.value(QStringLiteral("why")));
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
