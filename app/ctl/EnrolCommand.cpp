#include "HubHere.h"
#include "Pin.h"
#include "sync/MachineEnrolment.h"

#include <QEventLoop>

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

/// Until it has come to its end.
Result<Joined> enrolled(Node &node, const HubAddress &hub, const DeviceKey &key, const QString &code)
{
    const SystemClock clock;
    QEventLoop loop;
    std::optional<Result<Joined>> result;
    MachineEnrolment enrolment(hub, key, node.folder(), clock, storeOf(node), [&](const Result<Joined> &joined) {
        result = joined;
        loop.quit();
    });
    enrolment.start(code);
    if (!result)
        loop.exec();
    return *result;
}

int run(Call &call)
{
    const HubAddress hub = hubAddressIn(call.value(u"hub"_s));
    if (hub.fault == HubAddress::Fault::NeedsHttps) // whoever listens would get the house's key
        return call.usage(Ctl::tr("a hub on another machine is reached by https"));
    if (!hub.isGood() || call.value(u"code"_s).isEmpty())
        return call.usage(Ctl::tr("expected: enrol --hub URL --code CODE"));
    auto opened = Node::open(call.folder);
    if (!opened.ok())
        return call.fail(opened);
    Node &node = *opened.value();
    const auto owned = node.own(); // a program that runs would go on with another house's key
    if (!owned.ok() || !owned.value())
        return owned.ok() ? call.fail(Error{Error::Kind::Locked, call.folder.path()}) : call.fail(owned);
    const auto key = DeviceKey::load(call.folder.deviceKey(), true);
    if (!key.ok())
        return call.fail(key);
    const auto joined = enrolled(node, hub, key.value(), call.value(u"code"_s));
    if (!joined.ok())
        return call.fail(joined);
    const HubLink &link = joined.value().hub;
    call.out << Ctl::tr("This machine is “%1” of the hub at %2.").arg(link.name, link.url) << '\n';
    if (joined.value().unfinished)
        return call.fail(*joined.value().unfinished);
    for (const NewPin &pin : joined.value().pins)
        call.out << newPinText(pin.who.name, pin.pin) << '\n';
    return ExitDone;
}
} // namespace

const Command enrolCodeCommand{"enrol-code", "--name NAME",
    QT_TRANSLATE_NOOP("foyer::Ctl", "At the hub: a code that lets one machine in."), 0, 0, codeOptions, makeCode};
const Command enrolCommand{"enrol", "--hub URL --code CODE",
    QT_TRANSLATE_NOOP("foyer::Ctl", "Makes this machine a terminal of a hub."), 0, 0, options, run};

} // namespace foyer
