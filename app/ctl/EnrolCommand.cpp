#include "HubHere.h"
#include "Pin.h"
#include "sync/MachineEnrolment.h"

#include <QEventLoop>
#include <QHostAddress>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QList<QCommandLineOption> codeOptions()
{
    return {{u"name"_s, Ctl::tr("What the machine is called: “Kiosk 3”."), u"NAME"_s},
        {u"kind"_s, Ctl::tr("kiosk or desk"), u"KIND"_s, u"kiosk"_s}};
}

int makeCode(Call &call)
{
    const QString name = call.value(u"name"_s).trimmed(), kind = call.value(u"kind"_s);
    if (name.isEmpty() || (kind != "kiosk"_L1 && kind != "desk"_L1))
        return call.usage(Ctl::tr("expected: enrol-code --name NAME [--kind kiosk|desk]"));
    auto hub = HubHere::open(call.folder);
    if (!hub.ok())
        return call.fail(hub);
    const auto code = hub.value()->service().makeCode(name, kind == "desk"_L1 ? NodeKind::Desk : NodeKind::Kiosk);
    if (!code.ok())
        return call.fail(code);
    call.out << Ctl::tr("For “%1”, once, within ten minutes:").arg(name) << '\n' << code.value() << '\n';
    return ExitDone;
}

QList<QCommandLineOption> options()
{
    return {{u"hub"_s, Ctl::tr("The hub's address: https://hub.example"), u"URL"_s},
        {u"code"_s, Ctl::tr("As foyerctl enrol-code gave it at the hub."), u"CODE"_s}};
}

/// The house's key is another one now, and no PIN fits any more.
int renewPins(Call &call)
{
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    StaffService &staff = node.value()->services().staff;
    const auto all = staff.all();
    if (!all.ok())
        return call.fail(all);
    for (const StaffMember &member : all.value()) {
        const QString pin = Secrets::randomDigits(staffPinDigits);
        if (const Done set = staff.setPin(member.id, node.value()->secrets().pinHash(pin)); !set.ok())
            return call.fail(set);
        call.out << newPinText(member.name, pin) << '\n';
    }
    return ExitDone;
}

int run(Call &call)
{
    const QUrl hub(call.value(u"hub"_s), QUrl::StrictMode);
    const bool isAddress = (hub.scheme() == "https"_L1 || hub.scheme() == "http"_L1) && !hub.host().isEmpty();
    if (!isAddress || call.value(u"code"_s).isEmpty())
        return call.usage(Ctl::tr("expected: enrol --hub URL --code CODE"));
    const bool isHere = hub.host() == "localhost"_L1 || QHostAddress(hub.host()).isLoopback();
    if (hub.scheme() == "http"_L1 && !isHere) // whoever listens would get the house's key
        return call.usage(Ctl::tr("a hub on another machine is reached by https"));
    auto opened = Node::open(call.folder);
    if (!opened.ok())
        return call.fail(opened);
    Node &node = *opened.value();
    const auto owned = node.own(); // a program that runs would go on with another house's key
    if (!owned.ok() || !owned.value())
        return owned.ok() ? call.fail(Error{Error::Kind::Locked, call.folder.path()}) : call.fail(owned);
    auto key = DeviceKey::load(call.folder.deviceKey(), true);
    if (!key.ok())
        return call.fail(key);
    const SystemClock clock;
    HubClient client(hub, key.value(), clock, call.folder.hubCertificates());
    QEventLoop loop;
    Result<HubLink> result = Refusal::NotATerminal;
    enrolMachine(client, key.value(), call.folder, hub, call.value(u"code"_s), clock, storeOf(node),
        [&](const Result<HubLink> &enrolled) {
            result = enrolled;
            loop.quit();
        });
    loop.exec();
    if (!result.ok())
        return call.fail(result);
    call.out << Ctl::tr("This machine is “%1” of the hub at %2.").arg(result.value().name, result.value().url) << '\n';
    return renewPins(call);
}
} // namespace

const Command enrolCodeCommand{"enrol-code", "--name NAME",
    QT_TRANSLATE_NOOP("foyer::Ctl", "At the hub: a code that lets one machine in."), 0, 0, codeOptions, makeCode};
const Command enrolCommand{"enrol", "--hub URL --code CODE",
    QT_TRANSLATE_NOOP("foyer::Ctl", "Makes this machine a terminal of a hub."), 0, 0, options, run};

} // namespace foyer
