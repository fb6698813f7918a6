#include "sync/HubService.h"

#include "domain/EnumName.h"
#include "domain/Sha256.h"
#include "protocol/DeviceKey.h"
#include "services/CatalogueService.h"
#include "services/SeasonWriter.h"
#include "services/Secrets.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/HouseOrderStore.h"
#include "storage/HouseTokenStore.h"
#include "storage/HubLinkStore.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr auto codePeriod = std::chrono::minutes(10);
constexpr int codeCharacters = 12, codeBytes = 8; // 60 bits: nobody guesses one in ten minutes
constexpr int changesAtOnce = 5'000;
constexpr auto toldAfterEnd = std::chrono::days(7);                   // also by a clock that was ahead for a while
constexpr auto backBeforeClose = std::chrono::minutes(10);            // when what isn't sold is wanted here, not there
constexpr int allotmentMost = 16, leftOverShares = 4, daysAhead = 14; // of each date, seats a terminal

/// People leave out what groups the characters, and type small ones.
QByteArray hashOf(const QString &code)
{
    QString plain = code.toUpper();
    plain.remove(u'-').remove(u' ');
    return sha256(plain.toUtf8());
}

/// A to Z without look-alikes of digits, then AA and so on.
QString laneOf(int number)
{
    constexpr QLatin1StringView letters("ABCDEFGHJKLMNPQRSTUVWXYZ");
    QString lane;
    for (int rest = number; rest > 0; rest = (rest - 1) / int(letters.size()))
        lane.prepend(letters[(rest - 1) % int(letters.size())]);
    return lane;
}
} // namespace

Done HubService::mayServe()
{
    FOYER_TRY(known, m_register.all());
    return m_db.read([&]() -> Done {
        const EpochStore epochs(m_db);
        for (const EpochRegister::Known &each : known)
            if (!epochs.find(each.id))
                return Refusal::HubWasRestored;
        return done;
    });
}

Done HubService::restored()
{
    FOYER_CHECK(sync.restored());
    FOYER_TRY(keys, m_register.keys());
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        NodeStore nodes(tx.db());
        for (const NodeKey &key : keys)
            if (const auto here = nodes.find(key.key); !here || here->epoch < key.epoch)
                nodes.save(key, m_clock.utc());
        return done;
    });
}

Result<QString> HubService::makeCode(const QString &name, NodeKind kind)
{
    const QString code = readable(Secrets::randomBytes(codeBytes), codeCharacters);
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<QString> {
        if (HubLinkStore(tx.db()).find())
            return Refusal::NodeIsTerminal;
        NodeStore nodes(tx.db());
        nodes.removeCodes(m_clock.utc().addDays(-1));
        nodes.addCode(
            {hashOf(code), name, kind, m_clock.utc().addMSecs(std::chrono::milliseconds(codePeriod).count()), {}});
        tx.tell(u"enrolCode"_s, {{u"name"_s, name}, {u"kind"_s, nameOf(kind)}});
        return code;
    });
}

Result<Enrolled> HubService::enrol(const QByteArray &key, const EnrolWish &wish, const QByteArray &houseKey)
{
    FOYER_TRY(code, m_db.write(m_clock, [&](Transaction &tx) -> Result<EnrolCode> {
        NodeStore nodes(tx.db());
        auto found = nodes.code(hashOf(wish.code));
        const bool isOpen = found && (found->key.isEmpty() ? found->expiresAt > m_clock.utc()
                                                           : found->key == key && found->wish == wish.wish.code);
        if (!isOpen)
            return Refusal::EnrolCodeUnknown;
        nodes.useCode(found->hash, key, wish.wish.code);
        return *found;
    }));
    // a database made anew beside the key of the one before: that one never speaks again
    if (const auto before = known(key); before.ok() && before.value().node != wish.wish.present.node)
        FOYER_CHECK(sync.revoke(before.value().node));
    FOYER_TRY(enrolment, sync.begin(wish.wish));
    const QByteArray sealed = DeviceKey::sealed(houseKey, key);
    const NodeKey node{key, wish.wish.present.node, enrolment.epoch, code.name, code.kind};
    FOYER_CHECK(m_register.noteKey(node));
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Enrolled> {
        NodeStore(tx.db()).save(node, m_clock.utc());
        tx.tell(u"nodeEnrolled"_s, {{u"node"_s, node.node.text()}, {u"epoch"_s, enrolment.epoch},
                                       {u"name"_s, code.name}, {u"kind"_s, nameOf(code.kind)}});
        return Enrolled{enrolment, tx.head().node, code.name, code.kind, sealed,
            laneOf(HouseTokenStore(tx.db()).laneOf(node.node))};
    });
}

Result<NodeId> HubService::pusher(const QByteArray &key, int epoch)
{
    FOYER_TRY(from, known(key));
    return epoch > from.epoch ? Result<NodeId>(Refusal::EnrolmentOver) : from.node;
}

Result<NodeKey> HubService::known(const QByteArray &key)
{
    return m_db.read([&]() -> Result<NodeKey> {
        const auto found = NodeStore(m_db).find(key);
        return found ? Result<NodeKey>(*found) : Result<NodeKey>(Refusal::NodeUnknown);
    });
}

Result<EpochId> HubService::caller(const QByteArray &key, int epoch)
{
    FOYER_TRY(from, known(key));
    const EpochId id{from.node, epoch};
    return m_db.read([&]() -> Result<EpochId> {
        const auto row = EpochStore(m_db).find(id);
        if (!row)
            return Refusal::NodeUnknown;
        return isOver(row->state) || from.epoch != epoch ? Result<EpochId>(Refusal::EnrolmentOver) : id;
    });
}

Result<EpochId> HubService::desk(const QByteArray &key, int epoch)
{
    FOYER_TRY(from, known(key));
    FOYER_TRY(id, caller(key, epoch));
    return from.kind == NodeKind::Desk ? Result<EpochId>(id) : Refusal::DeskOnly;
}

Result<EpochId> HubService::refunder(const QByteArray &key, int epoch, const RefundRequest &request)
{
    FOYER_TRY(from, caller(key, epoch));
    FOYER_TRY(seller, m_db.read([&]() -> Result<NodeId> {
        const auto order = HouseOrderStore(m_db).find(request.order);
        return order ? order->seller.node : from.node;
    }));
    return request.who && seller != from.node ? desk(key, epoch) : Result<EpochId>(from);
}

Result<HubService::Changed> HubService::changedAfter(qint64 after)
{
    return m_db.read([&]() -> Result<Changed> {
        const Head head = journal::head(m_db);
        Changed changed{head.incarnation, head.catalogue, after, std::max(head.change, after), false,
            HubSeatStore(m_db).changes(after, m_clock.utc() - toldAfterEnd, changesAtOnce + 1)};
        if (changed.seats.size() > changesAtOnce) {
            changed.seats.removeLast();
            changed.last = changed.seats.constLast().number;
            changed.more = true;
        }
        const CatalogueStore catalogue(m_db);
        if (catalogue.ticketTypes().isEmpty())
            changed.catalogue = 0; // there is no programme yet
        for (const HubSeatStore::Change &each : changed.seats)
            if (!changed.plans.contains(each.performance))
                changed.plans.insert(each.performance, catalogue.planHash(catalogue.planOf(each.performance)));
        for (const HubMoneyStore::News &each : HubMoneyStore(m_db).news(after))
            changed.nodes.insert(each.holder, each.change);
        changed.amounts = house.money.onTheirWay();
        changed.places = house.places();
        for (const auto &[seller, refund] : HouseOrderStore(m_db).untold())
            changed.refunded[seller].append({refund.order, refund.paidTo, refund.seats});
        return changed;
    });
}

bool HubService::isNewsFor(EpochId epoch, qint64 after, const Changed &changed)
{
    return changed.nodes.value(epoch) > after ||
           std::any_of(changed.seats.begin(), changed.seats.end(), [&](const HubSeatStore::Change &each) {
               const bool isTheirs = each.now.holder == epoch && each.now.state == SeatState::Given && each.isInUse;
               return each.number > after && !isTheirs;
           });
}

HubNews HubService::newsFor(EpochId epoch, qint64 after, const Changed &changed)
{
    HubNews news{changed.incarnation, changed.last, changed.catalogue, changed.more, {}, {}, {},
        changed.amounts.value(epoch), changed.places.value(epoch), changed.refunded.value(epoch.node)};
    for (const HubSeatStore::Change &each : changed.seats) {
        if (each.number <= after)
            continue;
        const bool isGiven = each.now.state == SeatState::Given, isYours = isGiven && each.now.holder == epoch;
        const bool canBeHad = isGiven && !isYours && !each.isInUse;
        news.seats.append({each.performance, each.seat, canBeHad ? SeatState::Pool : each.now.state, {}});
        if (!isYours)
            continue;
        news.seats.last().yours = each.now.fence;
        if (const QByteArray plan = changed.plans.value(each.performance); !plan.isEmpty())
            news.plans.insert(each.performance, plan);
    }
    return news;
}

Result<HubService::Given> HubService::give(EpochId to, const RightsRequest &request, bool mayRecall)
{
    FOYER_TRY(recalls, m_db.read([&]() -> Result<QList<Recall>> {
        const HubSeatStore seats(m_db);
        QList<Recall> found;
        for (const SeatIndex seat : request.seats) {
            const SeatAtHub here = seats.find(request.performance, seat);
            if (here.state == SeatState::Pool || here.holder == to)
                continue;
            if (here.state != SeatState::Given || seats.isInUse(request.performance, seat))
                return QList<Recall>(); // somebody has it: there is nothing to wait for
            found.append({here.holder, request.performance, seat});
        }
        return found;
    }));
    if (mayRecall && !recalls.isEmpty())
        return Given{{}, recalls};
    FOYER_TRY(answer, sync.give(to, request));
    if (!recalls.isEmpty())
        FOYER_CHECK(m_db.write(m_clock, [&](Transaction &tx) -> Done {
            for (const Recall &vain : recalls)
                if (HubSeatStore(tx.db()).setUse(
                        vain.holder, vain.performance, vain.seat, HubSeatStore::Use::RecalledInVain))
                    tx.changes().seats[vain.performance].insert(vain.seat);
            return done;
        }));
    return Given{answer, {}};
}

Result<QList<HubService::TopUp>> HubService::topUps(const QList<EpochId> &online)
{
    return m_db.read([&]() -> Result<QList<TopUp>> {
        QList<TopUp> topUps;
        const CatalogueStore catalogue(m_db);
        const auto sellAfterStart = catalogue.settings().sellAfterStart;
        const auto counts = HubSeatStore(m_db).givenCounts();
        QHash<PerformanceKey, int> left;
        for (const CatalogueStore::Left &category : catalogue.left())
            left[category.performance] += category.seats;
        for (const Performance &performance : catalogue.performances()) {
            const bool isSoon = performance.startsAt < m_clock.utc().addDays(daysAhead);
            const auto isOpenAt = [&](const QDateTime &at) {
                return salesWindow(performance, at, sellAfterStart) == SalesWindow::Open;
            };
            if (!isSoon || !isOpenAt(m_clock.utc()) || !isOpenAt(m_clock.utc() + backBeforeClose))
                continue;
            const int share = left[performance.key] / (leftOverShares * std::max(1, int(online.size())));
            const int wanted = std::min(allotmentMost, share);
            for (const EpochId &node : online)
                if (counts.value({performance.key, node}) < (wanted + 1) / 2) // the low-water mark
                    topUps.append({node, performance.key, wanted});
        }
        return topUps;
    });
}

Result<QList<HubService::Recall>> HubService::nearTheEnd(const QList<EpochId> &online)
{
    return m_db.read([&]() -> Result<QList<Recall>> {
        const CatalogueStore catalogue(m_db);
        const HubSeatStore seats(m_db);
        const auto sellAfterStart = catalogue.settings().sellAfterStart;
        QList<Recall> recalls;
        const Head head = journal::head(m_db);
        const auto last = journal::entries(m_db, head.epoch, head.seq - 1, 1);
        if (last.isEmpty() || last.constFirst().at < (m_clock.utc() - std::chrono::days(1)).toMSecsSinceEpoch())
            return recalls; // a clock a day ahead: nothing is given back because of it
        const auto counts = seats.givenCounts();
        for (auto it = counts.begin(); it != counts.end(); ++it) {
            const auto &[key, holder] = it.key();
            const auto performance = online.contains(holder) ? catalogue.performance(key) : std::nullopt;
            if (!performance ||
                salesWindow(*performance, m_clock.utc() + backBeforeClose, sellAfterStart) != SalesWindow::Closed)
                continue;
            for (const PlacedRight &right : seats.heldBy(holder, SeatState::Given))
                if (right.performance == key && !seats.isInUse(key, right.seat))
                    recalls.append({holder, key, right.seat});
        }
        return recalls;
    });
}

Result<QList<HubService::NodeStatus>> HubService::nodes()
{
    return m_db.read([&]() -> Result<QList<NodeStatus>> {
        QList<NodeStatus> all;
        for (const NodeKey &key : NodeStore(m_db).all()) {
            const auto epoch = EpochStore(m_db).newest(key.node);
            if (epoch)
                all.append({key, epoch->state, epoch->position,
                    HubSeatStore(m_db).heldBy(epoch->id, SeatState::Given).size()});
        }
        return all;
    });
}

Result<EpochId> HubService::find(const QString &nameOrId, Wanted wanted)
{
    FOYER_TRY(all, nodes());
    all.removeIf(
        [&nameOrId](const NodeStatus &node) { return node.key.name != nameOrId && node.key.node.text() != nameOrId; });
    if (all.size() > 1) // a machine that was replaced, and the one in its place
        all.removeIf([wanted](const NodeStatus &node) { return isOver(node.state) != (wanted == Wanted::Lost); });
    return all.size() == 1 ? Result<EpochId>(EpochId{all[0].key.node, all[0].key.epoch})
                           : Result<EpochId>(Refusal::NodeUnknown);
}

Result<HubCatalogue> catalogueFor(CatalogueService &catalogue)
{
    FOYER_TRY(programme, catalogue.programme());
    return HubCatalogue{programme.version, seasonFile(programme.season), programme.plans};
}

} // namespace foyer
