#include "HubHere.h"
#include "Pin.h"
#include "devices/SimulatedTenderDevice.h"

#include <QEventLoop>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QList<QCommandLineOption> options() { return staffOptions(false); }

// The same demo drawer as a kiosk's in this folder: what a crash leaves open here, the kiosk asks about at its start.
DeviceAnswer given(const DataFolder &folder, const Tender &tender)
{
    SimulatedTenderDevice drawer(TenderKind::Cash, folder.simulatorMemory(u"cash"_s), {.delay = {}});
    DeviceAnswer answer = DeviceAnswer::Unknown;
    QEventLoop loop;
    QObject::connect(&drawer, &TenderDevice::answered, &loop, [&](TenderId, DeviceAnswer said) {
        answer = said;
        loop.quit();
    });
    drawer.ask(tender);
    loop.exec();
    return answer;
}

/// From what lies here; of a terminal, else from what its hub has.
Result<Tender> tenderFor(Node &node, const QString &code, StaffId who)
{
    auto here = node.services().payments.payClaim(code, who);
    if (!node.hub() || !here.isRefused(Refusal::ClaimUnknown))
        return here;
    FOYER_TRY(talk, HubTalk::open(node));
    FOYER_CHECK(talk->agree());
    FOYER_TRY(right, talk->claim(code));
    return node.services().customers.payClaim(right, code, who);
}

int run(Call &call)
{
    if (const QString missing = missingOf(call, false); !missing.isEmpty())
        return call.usage(missing);
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    const auto who = authorise(call, *node.value(), StaffAction::PayClaim);
    if (!who.ok())
        return call.fail(who);
    PaymentService &payments = node.value()->services().payments;
    const auto tender = tenderFor(*node.value(), call.words[0], who.value().id);
    if (!tender.ok())
        return call.fail(tender);
    const auto outcome = payments.answered(tender.value().id, given(call.folder, tender.value()));
    if (!outcome.ok())
        return call.fail(outcome);
    if (outcome.value().tender.state != TenderState::Approved)
        return call.fail(Refused{.why = Refusal::TenderInDoubt});
    call.out << Ctl::tr("%1 was paid out.").arg(call.wording.money(tender.value().amount)) << '\n';
    return ExitDone;
}
} // namespace

const Command claimCommand{"claim", "CODE",
    QT_TRANSLATE_NOOP("foyer::Ctl", "Pays what a code is worth, from the demo drawer."), 1, 1, options, run};

} // namespace foyer
