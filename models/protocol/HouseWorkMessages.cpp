#include "protocol/HouseWorkMessages.h"

#include "protocol/MessageFields.h"

namespace foyer {

using namespace Qt::StringLiterals;
using namespace field;

namespace {
constexpr int countMost = 100'000; // seats, or customers at once

/// Also of a debt.
Money signedMoney(const JsonCursor &at)
{
    const JsonCursor amount = at.member(u"amount"), currency = at.member(u"currency");
    const auto known = Currency::fromCode(currency.text());
    if (!known)
        currency.refuse(InputFault::WrongType);
    return {whole(amount, -limits::moneyMax, limits::moneyMax), known.value_or(Currency())};
}
QJsonObject moneyOf(Money money) { return {{u"amount"_s, money.minor}, {u"currency"_s, money.currency.text()}}; }

QJsonObject taskOf(const HubTask &task)
{
    QJsonObject json{{u"id"_s, task.id}, {u"kind"_s, nameOf(task.kind)}, {u"money"_s, moneyOf(task.amount)},
        {u"since"_s, task.since.toMSecsSinceEpoch()}, {u"due"_s, task.due.toMSecsSinceEpoch()}};
    if (!task.performance.isNull())
        json.insert(u"performance"_s, task.performance.value);
    if (task.kind == HubTask::Kind::SeatSoldTwice)
        json.insert(u"seat"_s, indexOf(task.seat));
    if (!task.order.isNull())
        json.insert(u"order"_s, task.order.text());
    if (!task.sellerName.isEmpty())
        json.insert(u"seller"_s, task.sellerName);
    if (task.owner)
        json.insert(u"owner"_s, QJsonObject{{u"staff"_s, task.owner->staff.text()}, {u"name"_s, task.owner->name},
                                    {u"node"_s, task.owner->node.text()}, {u"machine"_s, task.owner->machine}});
    return json;
}

HubTask taskAt(const JsonCursor &at)
{
    const JsonCursor name = at.member(u"id"), kind = at.member(u"kind"), amount = at.member(u"money");
    const JsonCursor since = at.member(u"since"), due = at.member(u"due"), performance = at.member(u"performance");
    const JsonCursor where = at.member(u"seat"), order = at.member(u"order"), seller = at.member(u"seller");
    const JsonCursor owner = at.member(u"owner");
    HubTask task{.id = name.text(), .kind = named<HubTask::Kind>(kind), .amount = signedMoney(amount)};
    task.since = moment(since);
    task.due = moment(due);
    task.sellerName = seller.textIfGiven();
    if (performance.isGiven())
        task.performance = {whole(performance, 1)};
    if (where.isGiven())
        task.seat = seat(where);
    if (order.isGiven())
        task.order = id<OrderId>(order);
    if (owner.isGiven()) {
        const JsonCursor staff = owner.member(u"staff"), who = owner.member(u"name");
        const JsonCursor node = owner.member(u"node"), machine = owner.member(u"machine");
        task.owner = TaskOwner{id<StaffId>(staff), who.text(), id<NodeId>(node), machine.text()};
    }
    return task;
}

QJsonObject nodeOf(const HouseNode &node)
{
    QJsonArray given;
    for (const HouseNode::Given &each : node.given)
        given.append(QJsonArray{each.performance.value, each.seats});
    return {{u"node"_s, node.node.text()}, {u"name"_s, node.name}, {u"kind"_s, nameOf(node.kind)},
        {u"state"_s, nameOf(node.state)}, {u"online"_s, node.isOnline},
        {u"heard"_s, node.heardAt.isValid() ? QJsonValue(node.heardAt.toMSecsSinceEpoch()) : QJsonValue()},
        {u"position"_s, node.position}, {u"given"_s, given}};
}

HouseNode nodeAt(const JsonCursor &at)
{
    const JsonCursor node = at.member(u"node"), name = at.member(u"name"), kind = at.member(u"kind");
    const JsonCursor state = at.member(u"state"), online = at.member(u"online"), heard = at.member(u"heard");
    const JsonCursor position = at.member(u"position"), given = at.member(u"given");
    HouseNode read{id<NodeId>(node), name.text(), named<NodeKind>(kind), named<EpochState>(state), online.flag(),
        heard.isGiven() ? moment(heard) : QDateTime(), whole(position), {}};
    given.forEach([&](const JsonCursor &each) {
        const QList<qint64> n = numbers(each, 2);
        read.given.append({{n[0]}, int(std::min<qint64>(n[1], limits::seatsInPlanMax))});
    });
    return read;
}

QJsonObject lineOf(const QueueLine &line)
{
    return {{u"token"_s, line.token.text()}, {u"day"_s, line.number.day.toString(Qt::ISODate)},
        {u"lane"_s, line.number.lane}, {u"number"_s, line.number.number}, {u"state"_s, nameOf(line.state)},
        {u"away"_s, line.isAway}, {u"since"_s, line.since.toMSecsSinceEpoch()}, {u"terminal"_s, line.terminal}};
}

QueueLine lineAt(const JsonCursor &at)
{
    const JsonCursor token = at.member(u"token"), day = at.member(u"day"), lane = at.member(u"lane");
    const JsonCursor number = at.member(u"number"), state = at.member(u"state"), away = at.member(u"away");
    const JsonCursor since = at.member(u"since"), terminal = at.member(u"terminal");
    return {id<TokenId>(token), {QDate::fromString(day.text(), Qt::ISODate), lane.text(), small(number, 1)},
        named<TokenState>(state), away.flag(), moment(since), terminal.text()};
}
} // namespace

QJsonObject jsonOf(const HouseTasks &tasks)
{
    QJsonArray array;
    for (const HubTask &task : tasks.tasks)
        array.append(taskOf(task));
    return {{u"tasks"_s, array}};
}

template <>
Result<HouseTasks> fromJson(const QJsonObject &json)
{
    return reading<HouseTasks>(json, [](const JsonCursor &at) {
        HouseTasks read;
        const JsonCursor tasks = at.member(u"tasks");
        tasks.forEach([&](const JsonCursor &each) { read.tasks.append(taskAt(each)); });
        return read;
    });
}

QJsonObject jsonOf(const HouseView &view)
{
    QJsonArray nodes, queue;
    for (const HouseNode &node : view.nodes)
        nodes.append(nodeOf(node));
    for (const QueueLine &line : view.queue)
        queue.append(lineOf(line));
    return {{u"nodes"_s, nodes}, {u"queue"_s, queue}, {u"waiting"_s, view.waiting}, {u"admitted"_s, view.admitted},
        {u"limit"_s, view.limit}};
}

template <>
Result<HouseView> fromJson(const QJsonObject &json)
{
    return reading<HouseView>(json, [](const JsonCursor &at) {
        const JsonCursor nodes = at.member(u"nodes"), queue = at.member(u"queue"), waiting = at.member(u"waiting");
        const JsonCursor admitted = at.member(u"admitted"), limit = at.member(u"limit");
        HouseView view{.waiting = small(waiting), .admitted = small(admitted), .limit = small(limit)};
        nodes.forEach([&](const JsonCursor &each) { view.nodes.append(nodeAt(each)); });
        queue.forEach([&](const JsonCursor &each) { view.queue.append(lineAt(each)); });
        return view;
    });
}

QJsonObject jsonOf(const HouseAct &act)
{
    using Kind = HouseAct::Kind;
    QJsonObject json{{u"id"_s, act.id.text()}, {u"act"_s, nameOf(act.kind)}, {u"staff"_s, act.by.who.id.text()},
        {u"name"_s, act.by.who.name}, {u"why"_s, act.by.why}};
    switch (act.kind) {
    case Kind::SettleTask: json.insert(u"remedy"_s, nameOf(act.remedy)); [[fallthrough]];
    case Kind::TakeTask: json.insert(u"task"_s, act.task); break;
    case Kind::Allot:
        json.insert(u"performance"_s, act.performance.value);
        json.insert(u"count"_s, act.count);
        [[fallthrough]];
    case Kind::Revoke: json.insert(u"node"_s, act.node.text()); break;
    case Kind::SetLimit: json.insert(u"count"_s, act.count); break;
    case Kind::NoShow: json.insert(u"token"_s, act.token.text()); break;
    case Kind::CallNext: break;
    }
    return json;
}

template <>
Result<HouseAct> fromJson(const QJsonObject &json)
{
    return reading<HouseAct>(json, [](const JsonCursor &at) {
        using Kind = HouseAct::Kind;
        const JsonCursor request = at.member(u"id"), kind = at.member(u"act"), staff = at.member(u"staff");
        const JsonCursor name = at.member(u"name"), why = at.member(u"why"), task = at.member(u"task");
        const JsonCursor remedy = at.member(u"remedy"), node = at.member(u"node"), count = at.member(u"count");
        const JsonCursor performance = at.member(u"performance"), token = at.member(u"token");
        HouseAct act{.id = id<RequestId>(request), .kind = named<Kind>(kind)};
        act.by = {{id<StaffId>(staff), name.text()}, why.text()};
        switch (act.kind) {
        case Kind::SettleTask: act.remedy = named<Remedy>(remedy); [[fallthrough]];
        case Kind::TakeTask: act.task = task.text(); break;
        case Kind::Allot:
            act.performance = {whole(performance, 1)};
            act.count = int(whole(count, 1, countMost));
            [[fallthrough]];
        case Kind::Revoke: act.node = id<NodeId>(node); break;
        case Kind::SetLimit: act.count = int(whole(count, 1, countMost)); break;
        case Kind::NoShow: act.token = id<TokenId>(token); break;
        case Kind::CallNext: break;
        }
        return act;
    });
}

QJsonObject jsonOf(const HouseActDone &answer)
{
    QJsonObject json{{u"seats"_s, answer.seats}};
    if (answer.claim)
        json.insert(
            u"claim"_s, QJsonObject{{u"code"_s, answer.claim->code}, {u"money"_s, moneyOf(answer.claim->amount)}});
    return json;
}

template <>
Result<HouseActDone> fromJson(const QJsonObject &json)
{
    return reading<HouseActDone>(json, [](const JsonCursor &at) {
        const JsonCursor seats = at.member(u"seats"), claim = at.member(u"claim");
        HouseActDone answer{.seats = small(seats)};
        if (claim.isGiven()) {
            const JsonCursor code = claim.member(u"code"), amount = claim.member(u"money");
            answer.claim = Claim{code.text(), signedMoney(amount)};
        }
        return answer;
    });
}

} // namespace foyer
