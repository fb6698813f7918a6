#include "HubHere.h"
#include "Pin.h"
#include "services/StaffService.h"
#include "sync/HubWork.h"

namespace foyer {

using namespace Qt::StringLiterals;

// At the hub: what becomes of a terminal that is lost.
namespace {
QList<QCommandLineOption> noOptions() { return {}; }

/// The hub here, and the terminal that the first word names.
struct Named {
    std::unique_ptr<HubHere> hub;
    EpochId node;
};
Result<std::shared_ptr<Named>> named(const Call &call, HubService::Wanted wanted)
{
    FOYER_TRY(hub, HubHere::open(call.folder));
    FOYER_TRY(node, hub->service().find(call.words[0], wanted));
    return std::make_shared<Named>(Named{std::move(hub), node});
}

QList<QCommandLineOption> revokeOptions() { return staffOptions(true); }

int revoke(Call &call)
{
    if (const QString missing = missingOf(call, true); !missing.isEmpty())
        return call.usage(missing);
    const auto found = named(call, HubService::Wanted::Live);
    if (!found.ok())
        return call.fail(found);
    const auto &[hub, node] = *found.value();
    const auto who = authorise(call, hub->node(), StaffAction::RevokeMachine);
    if (!who.ok())
        return call.fail(who);
    const SystemClock clock;
    HubWork work(hub->node().db(), clock, hub->node().ids(), hub->service());
    if (const Done revoked = work.revoke(node.node, {who.value(), call.value(u"why"_s)}); !revoked.ok())
        return call.fail(revoked);
    call.out << Ctl::tr("“%1” gets no rights any more. What it held is set aside until it says what it sold, or for "
                        "foyerctl release.")
                    .arg(call.words[0])
             << '\n';
    return ExitDone;
}

int restored(Call &call)
{
    auto hub = HubHere::open(call.folder);
    if (!hub.ok())
        return call.fail(hub);
    if (const Done done = hub.value()->service().restored(); !done.ok())
        return call.fail(done);
    call.out << Ctl::tr("The hub gives nothing until every terminal has told what it holds; one that can't any more: "
                        "foyerctl revoke, then release.")
             << '\n';
    return ExitDone;
}

QList<QCommandLineOption> releaseOptions()
{
    return {{u"staff"_s, Ctl::tr("One of the two; say it twice."), u"NAME"_s},
        {u"why"_s, Ctl::tr("Their reason; say it twice, in the same order."), u"TEXT"_s}};
}

Result<Consent> consentOf(Node &node, const QString &name, const QString &why, const QString &pin)
{
    StaffService &staff = node.services().staff;
    FOYER_TRY(check, staff.begin(name, StaffAction::ReleaseRights));
    FOYER_TRY(who, staff.end(check, node.secrets().pinFits(pin, check.pin.hash)));
    return Consent{who, why};
}

int release(Call &call)
{
    const QStringList names = call.options.values(u"staff"_s), whys = call.options.values(u"why"_s);
    if (names.size() != 2 || whys.size() != 2)
        return call.usage(Ctl::tr("expected: release NODE --staff A --why X --staff B --why Y, and both PINs on "
                                  "standard input, a line each"));
    const auto found = named(call, HubService::Wanted::Lost);
    if (!found.ok())
        return call.fail(found);
    const auto &[hub, node] = *found.value();
    call.err << Ctl::tr("This is overbooking at the house's risk: the machine may have sold these seats, and nobody "
                        "can know. Type both PINs, a line each.")
             << Qt::endl;
    QTextStream in(stdin);
    QList<Consent> consents;
    for (int i = 0; i < 2; ++i) {
        const auto consent = consentOf(hub->node(), names[i], whys[i], in.readLine().trimmed());
        if (!consent.ok())
            return call.fail(consent);
        consents.append(consent.value());
    }
    if (const Done released = hub->service().sync.release(node, consents[0], consents[1]); !released.ok())
        return call.fail(released);
    call.out << Ctl::tr("What “%1” held can be sold again.").arg(call.words[0]) << '\n';
    return ExitDone;
}
} // namespace

const Command revokeCommand{"revoke", "NODE",
    QT_TRANSLATE_NOOP("foyer::Ctl", "At the hub: ends a terminal's enrolment."), 1, 1, revokeOptions, revoke};
const Command restoredCommand{"restored", "",
    QT_TRANSLATE_NOOP("foyer::Ctl", "At the hub: its database was put back from a backup."), 0, 0, noOptions, restored};
const Command releaseCommand{"release", "NODE",
    QT_TRANSLATE_NOOP("foyer::Ctl", "At the hub: sells what a lost terminal held, at the house's risk."), 1, 1,
    releaseOptions, release};

} // namespace foyer
