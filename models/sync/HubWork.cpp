#include "sync/HubWork.h"

#include "domain/Sha256.h"
#include "protocol/HouseWorkMessages.h"
#include "services/PaymentService.h"
#include "services/Secrets.h"
#include "storage/Connection.h"
#include "storage/EpochStore.h"
#include "storage/LedgerStore.h"
#include "sync/HubService.h"

#include <QJsonDocument>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QByteArray compact(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

/// What was asked, and by whom: another under the same id is another.
QByteArray digestOf(EpochId by, const HouseAct &act)
{
    QJsonObject asked = jsonOf(by);
    asked.insert(u"act"_s, jsonOf(act));
    return sha256(compact(asked));
}

/// A code is never kept, only whose money it pays.
QByteArray keptOf(Transaction &tx, const HouseActDone &answer)
{
    QJsonObject kept{{u"seats"_s, answer.seats}};
    if (answer.claim) {
        const auto claim = LedgerStore(tx.db()).claim(Secrets::claimHash(answer.claim->code));
        kept.insert(u"wallet"_s, claim->wallet.text());
        kept.insert(u"amount"_s, answer.claim->amount.minor);
    }
    return compact(kept);
}
} // namespace

HubWork::HubWork(Connection &db, const Clock &clock, IdMaker &ids, HubService &hub)
    : tasks(db, clock, ids, hub.sync), m_db(db), m_clock(clock), m_hub(hub)
{
}

Result<HouseView> HubWork::view(const QHash<EpochId, Heard> &heard)
{
    return m_db.read([&]() -> Result<HouseView> {
        HouseView view;
        const auto counts = HubSeatStore(m_db).givenCounts();
        for (const NodeKey &key : NodeStore(m_db).all()) {
            const auto epoch = EpochStore(m_db).newest(key.node);
            if (!epoch)
                continue;
            const Heard last = heard.value(epoch->id);
            HouseNode node{key.node, key.name, key.kind, epoch->state, last.isOnline, last.at, epoch->position, {}};
            for (auto count = counts.begin(); count != counts.end(); ++count)
                if (count.key().second == epoch->id)
                    node.given.append({count.key().first, *count});
            std::sort(node.given.begin(), node.given.end(),
                [](const auto &a, const auto &b) { return a.performance.value < b.performance.value; });
            view.nodes.append(node);
        }
        m_hub.house.view(view);
        return view;
    });
}

Result<QStringList> HubWork::silent(const QHash<EpochId, Heard> &heard)
{
    return m_db.read([&]() -> Result<QStringList> {
        QStringList names;
        for (const NodeKey &key : NodeStore(m_db).all())
            if (const auto epoch = EpochStore(m_db).newest(key.node);
                epoch && mayHold(epoch->state) && !heard.value(epoch->id).isOnline)
                names.append(key.name);
        return names;
    });
}

Result<HouseActDone> HubWork::act(EpochId by, const HouseAct &act)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<HouseActDone> {
        EpochStore epochs(tx.db());
        const QByteArray digest = digestOf(by, act);
        if (const auto before = epochs.answered(act.id))
            return before->asked == digest ? again(tx, before->answer) : Refusal::RequestReused;
        FOYER_TRY(answer, begin(tx, by, act));
        epochs.addAnswer(act.id, {digest, keptOf(tx, answer)});
        return std::move(answer);
    });
}

Result<HouseActDone> HubWork::begin(Transaction &tx, EpochId by, const HouseAct &act)
{
    HouseActDone answer;
    const StaffMember &who = act.by.who;
    const QString why = act.by.why.trimmed();
    if (why.isEmpty() && (act.kind == HouseAct::Kind::Allot || act.kind == HouseAct::Kind::SetLimit))
        return Refusal::ReasonNeeded; // of the others that need one, theirs says so
    QJsonObject told{{u"staff"_s, who.id.text()}, {u"name"_s, who.name}, {u"node"_s, by.node.text()}};
    switch (act.kind) {
    case HouseAct::Kind::TakeTask:
        FOYER_CHECK(tasks.take(tx, act.task, TaskOwner{who.id, who.name, by.node, QString()}));
        break;
    case HouseAct::Kind::SettleTask: {
        FOYER_TRY(claim, tasks.settle(tx, act.task, act.remedy, who.id, act.by.why));
        answer.claim = claim;
        break;
    }
    case HouseAct::Kind::Revoke:
        if (act.node == by.node)
            return Refusal::NodeUnknown; // nobody saws off the branch they sit on
        FOYER_CHECK(revoke(tx, act.node, act.by));
        break;
    case HouseAct::Kind::Allot: {
        const auto epoch = EpochStore(tx.db()).newest(act.node);
        if (!epoch)
            return Refusal::NodeUnknown;
        FOYER_TRY(seats, m_hub.sync.allot(tx, epoch->id, act.performance, act.count));
        answer.seats = seats;
        told.insert(u"to"_s, act.node.text());
        told.insert(u"performance"_s, act.performance.value);
        told.insert(u"seats"_s, act.count);
        told.insert(u"why"_s, why);
        tx.tell(u"allotted"_s, told);
        break;
    }
    case HouseAct::Kind::SetLimit: FOYER_CHECK(m_hub.house.setLimit(tx, act.count, who.id, why)); break;
    case HouseAct::Kind::CallNext: {
        FOYER_TRY(called, m_hub.house.callNext(tx));
        told.insert(u"token"_s, called.text());
        tx.tell(u"calledNext"_s, told);
        break;
    }
    case HouseAct::Kind::NoShow:
        FOYER_CHECK(m_hub.house.endNoShow(tx, act.token));
        told.insert(u"token"_s, act.token.text());
        tx.tell(u"noShow"_s, told);
        break;
    }
    return answer;
}

/// Nobody was told the code: another one takes its place, unless somebody has been paid by it.
Result<HouseActDone> HubWork::again(Transaction &tx, const QByteArray &kept)
{
    const QJsonObject before = QJsonDocument::fromJson(kept).object();
    HouseActDone answer{.seats = before["seats"_L1].toInt()};
    if (!before.contains("wallet"_L1))
        return answer;
    const WalletId wallet{QUuid(before["wallet"_L1].toString())};
    if (const auto claim = LedgerStore(tx.db()).claimOf(wallet); !claim || claim->paid)
        return Refusal::TaskUnknown;
    answer.claim = PaymentService::makeClaim(tx, wallet, {before["amount"_L1].toInteger(), tx.settings().currency});
    return answer;
}

Done HubWork::revoke(NodeId node, const Consent &by)
{
    return m_db.write(m_clock, [&](Transaction &tx) { return revoke(tx, node, by); });
}

Done HubWork::revoke(Transaction &tx, NodeId node, const Consent &by)
{
    if (by.why.trimmed().isEmpty())
        return Refusal::ReasonNeeded;
    FOYER_CHECK(m_hub.sync.revoke(tx, node));
    tx.tell(u"nodeRevoked"_s,
        {{u"node"_s, node.text()}, {u"staff"_s, by.who.id.text()}, {u"name"_s, by.who.name}, {u"why"_s, by.why}});
    return done;
}

} // namespace foyer
