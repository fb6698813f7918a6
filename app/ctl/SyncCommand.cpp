#include "HubHere.h"

#include "storage/Connection.h"
#include "storage/SeatStore.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QList<QCommandLineOption> syncOptions() { return {}; }
QList<QCommandLineOption> statusOptions() { return {jsonOption()}; }

int sync(Call &call)
{
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    auto talk = HubTalk::open(*node.value());
    if (!talk.ok())
        return call.fail(talk);
    const auto owned = node.value()->own();
    if (!owned.ok() || !owned.value()) // its session and ours would answer each other's challenges
        return owned.ok() ? call.fail(Error{Error::Kind::Locked, call.folder.path()}) : call.fail(owned);
    const Done agreed = talk.value()->agree();
    const auto isAllTold = [&db = node.value()->db()] { return journal::sent(db) == journal::head(db).seq; };
    if (agreed.isRefused(Refusal::EnrolmentOver) && isAllTold())
        return call.fail(Ctl::tr("this machine's enrolment has ended, and the hub has everything that was sold here; "
                                 "to sell again it has to be enrolled with a new code"));
    if (!agreed.ok())
        return call.fail(agreed);
    call.out << Ctl::tr("The hub has everything, and this machine knows what the hub knows.") << '\n';
    return ExitDone;
}

/// What can be said without the network.
Result<QJsonObject> statusOf(Node &node, const DataFolder &folder)
{
    return node.db().read([&]() -> Result<QJsonObject> {
        const Head head = journal::head(node.db());
        QJsonObject status{{u"node"_s, head.node.text()}, {u"epoch"_s, head.epoch}, {u"entries"_s, head.seq}};
        if (const auto &hub = node.hub()) {
            status.insert(u"role"_s, u"terminal"_s);
            status.insert(u"name"_s, hub->name);
            status.insert(u"hub"_s, hub->url);
            status.insert(
                u"heardAt"_s, hub->heardAt.toMSecsSinceEpoch() > 0 ? hub->heardAt.toString(Qt::ISODate) : QString());
            status.insert(u"sent"_s, journal::sent(node.db()));
            status.insert(u"seatsHere"_s, qint64(SeatStore(node.db()).given().size()));
            return status;
        }
        status.insert(u"role"_s, EpochStore(node.db()).any() ? u"hub"_s : u"alone"_s);
        QJsonArray nodes;
        for (const NodeKey &key : NodeStore(node.db()).all())
            if (const auto epoch = EpochStore(node.db()).newest(key.node)) {
                const auto held = [&](SeatState state) {
                    return qint64(HubSeatStore(node.db()).heldBy(epoch->id, state).size());
                };
                nodes.append(QJsonObject{{u"name"_s, key.name}, {u"kind"_s, nameOf(key.kind)},
                    {u"node"_s, key.node.text()}, {u"epoch"_s, epoch->id.number}, {u"state"_s, nameOf(epoch->state)},
                    {u"entries"_s, epoch->position}, {u"seats"_s, held(SeatState::Given)},
                    {u"setAside"_s, held(SeatState::Quarantined)}});
            }
        status.insert(u"nodes"_s, nodes);
        status.insert(u"folder"_s, folder.path());
        return status;
    });
}

int status(Call &call)
{
    auto node = Node::open(call.folder);
    if (!node.ok())
        return call.fail(node);
    const auto status = statusOf(*node.value(), call.folder);
    if (!status.ok())
        return call.fail(status);
    const QJsonObject &json = status.value();
    if (call.has(u"json"_s)) {
        call.out << QJsonDocument(json).toJson(QJsonDocument::Compact) << '\n';
        return ExitDone;
    }
    if (json[u"role"] == "terminal"_L1) {
        const qint64 waiting = json[u"entries"].toInteger() - json[u"sent"].toInteger();
        call.out << Ctl::tr("“%1”, a terminal of the hub at %2").arg(json[u"name"].toString(), json[u"hub"].toString())
                 << '\n'
                 << Ctl::tr("%n seat(s) can be sold here without the hub", nullptr, json[u"seatsHere"].toInt()) << '\n'
                 << Ctl::tr("%n entry (entries) not sent yet", nullptr, int(waiting)) << '\n'
                 << (json[u"heardAt"].toString().isEmpty()
                            ? Ctl::tr("nothing was heard of the hub yet")
                            : Ctl::tr("last heard of the hub: %1").arg(json[u"heardAt"].toString()))
                 << '\n';
        return ExitDone;
    }
    const QJsonArray nodes = json[u"nodes"].toArray();
    call.out << (nodes.isEmpty() ? Ctl::tr("A house on its own.")
                                 : Ctl::tr("A hub with %n terminal(s).", nullptr, int(nodes.size())))
             << '\n';
    for (const QJsonValue each : nodes) {
        call.out << u"  %1 %2 %3 "_s.arg(each[u"name"].toString(), -20)
                        .arg(each[u"kind"].toString(), -6)
                        .arg(each[u"state"].toString(), -8)
                 << Ctl::tr("%n seat(s)", nullptr, each[u"seats"].toInt());
        if (const int setAside = each[u"setAside"].toInt())
            call.out << u", "_s << Ctl::tr("%n set aside until it says what it sold", nullptr, setAside);
        call.out << '\n';
    }
    return ExitDone;
}
} // namespace

const Command syncCommand{
    "sync", "", QT_TRANSLATE_NOOP("foyer::Ctl", "Agrees with the hub, now."), 0, 0, syncOptions, sync};
const Command statusCommand{"status", "[--json]",
    QT_TRANSLATE_NOOP("foyer::Ctl", "What this machine is: hub, terminal, or a house on its own."), 0, 0, statusOptions,
    status};

} // namespace foyer
