#include "HubHere.h"
#include "Pin.h"
#include "domain/EnumName.h"
#include "sync/HubTasks.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QList<QCommandLineOption> options() { return staffOptions(true) << jsonOption(); }

QJsonObject jsonOf(const HubTask &task)
{
    QJsonObject json{{u"task"_s, task.id}, {u"kind"_s, nameOf(task.kind)}};
    if (!task.order.isNull())
        json.insert(u"order"_s, task.order.text());
    if (task.kind != HubTask::Kind::SeatSoldTwice)
        json.insert(u"amount"_s, task.amount.minor);
    QJsonArray remedies;
    for (const Remedy remedy : remediesFor(task.kind))
        remedies.append(nameOf(remedy));
    json.insert(u"remedies"_s, remedies);
    return json;
}

int list(Call &call, HubTasks &tasks)
{
    const auto all = tasks.all();
    if (!all.ok())
        return call.fail(all);
    QJsonArray json;
    for (const HubTask &task : all.value()) {
        json.append(jsonOf(task));
        QStringList remedies;
        for (const Remedy remedy : remediesFor(task.kind))
            remedies.append(nameOf(remedy));
        if (!call.has(u"json"_s))
            call.out << task.id << "  " << call.wording.name(task.kind) << "  "
                     << (task.kind == HubTask::Kind::SeatSoldTwice ? QString() : call.wording.money(task.amount))
                     << "  " << remedies.join(u", "_s) << '\n';
    }
    if (call.has(u"json"_s))
        call.out << QJsonDocument(json).toJson(QJsonDocument::Compact) << '\n';
    return ExitDone;
}

int settle(Call &call, Node &node, HubTasks &tasks)
{
    std::optional<Remedy> remedy;
    for (const Remedy each :
        {Remedy::OtherSeat, Remedy::Refund, Remedy::AskForMoney, Remedy::TakeBack, Remedy::WriteOff, Remedy::NewCode})
        if (nameOf(each) == call.words[1])
            remedy = each;
    if (!remedy)
        return call.usage(Ctl::tr("“%1” is no remedy; see foyerctl tasks").arg(call.words[1]));
    if (const QString missing = missingOf(call, true); !missing.isEmpty())
        return call.usage(missing);
    const auto who = authorise(call, node, StaffAction::SettleTask);
    if (!who.ok())
        return call.fail(who);
    const auto claim = tasks.settle(call.words[0], *remedy, who.value().id, call.value(u"why"_s));
    if (!claim.ok())
        return call.fail(claim);
    if (claim.value())
        call.out << Ctl::tr("Whoever shows this code is paid %1:").arg(call.wording.money(claim.value()->amount))
                 << '\n'
                 << claim.value()->code << '\n';
    return ExitDone;
}

int run(Call &call)
{
    if (call.words.size() == 1)
        return call.usage(Ctl::tr("expected: tasks [TASK REMEDY]"));
    auto opened = HubHere::open(call.folder);
    if (!opened.ok())
        return call.fail(opened);
    Node &node = opened.value()->node();
    const SystemClock clock;
    HubTasks tasks(node.db(), clock, node.ids(), opened.value()->service().sync);
    return call.words.isEmpty() ? list(call, tasks) : settle(call, node, tasks);
}
} // namespace

const Command tasksCommand{"tasks", "[TASK REMEDY]",
    QT_TRANSLATE_NOOP("foyer::Ctl", "At the hub: lists what only people can put right, or settles one of it."), 0, 2,
    options, run};

} // namespace foyer
