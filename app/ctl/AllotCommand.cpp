#include "HubHere.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QList<QCommandLineOption> options()
{
    return {{u"node"_s, Ctl::tr("The terminal, by name or id."), u"NODE"_s},
        {u"performance"_s, Ctl::tr("Its id in the season; every one that is on sale when not named."), u"ID"_s},
        {u"seats"_s, Ctl::tr("As many as it shall have at least, of each."), u"K"_s}};
}

int run(Call &call)
{
    bool isNumber = false;
    const int seats = call.value(u"seats"_s).toInt(&isNumber);
    if (!isNumber || seats < 1 || call.value(u"node"_s).isEmpty())
        return call.usage(Ctl::tr("expected: allot --node NODE [--performance ID] --seats K"));
    auto opened = HubHere::open(call.folder);
    if (!opened.ok())
        return call.fail(opened);
    HubService &service = opened.value()->service();
    const auto node = service.find(call.value(u"node"_s), HubService::Wanted::Live);
    if (!node.ok())
        return call.fail(node);
    const auto offers = opened.value()->node().services().reservations.dates();
    if (!offers.ok())
        return call.fail(offers);
    const QString id = call.value(u"performance"_s);
    bool isKnown = false;
    for (const PerformanceOffer &offer : offers.value()) {
        if (!id.isEmpty() && offer.performance.id != id)
            continue;
        isKnown = true;
        const auto given = service.sync.allot(node.value(), offer.performance.key, seats);
        if (!given.ok())
            return call.fail(given);
        call.out << Ctl::tr("%1: %n seat(s) more", nullptr, given.value()).arg(offer.performance.id) << '\n';
    }
    return isKnown || id.isEmpty() ? ExitDone : call.fail(Refused{.why = Refusal::PerformanceUnknown});
}
} // namespace

const Command allotCommand{"allot", "--node NODE --seats K",
    QT_TRANSLATE_NOOP("foyer::Ctl", "At the hub: gives a terminal seats ahead, to sell without the network."), 0, 0,
    options, run};

} // namespace foyer
