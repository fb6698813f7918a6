#include "sync/HubSync.h"

#include "domain/JsonInput.h"
#include "domain/Sha256.h"
#include "protocol/MessageJson.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/HubSeatStore.h"
#include "storage/SeatStore.h"

#include <QJsonDocument>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
EpochAtHub seen(const EpochRow &row) { return {row.id, row.state, row.position, row.nonce}; }

EpochWord wordOf(EpochState state)
{
    if (state == EpochState::Forked)
        return EpochWord::Forked;
    return isOver(state) ? EpochWord::Over : EpochWord::Goes;
}

QByteArray compact(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

/// Since a restore, until every epoch has reported: this hub may have forgotten what it once knew.
bool mayHaveForgotten(Transaction &tx) { return EpochStore(tx.db()).anyMustReport(); }
} // namespace

Result<EpochRow> HubSync::known(EpochId id)
{
    const auto epoch = EpochStore(m_db).find(id);
    return epoch ? Result<EpochRow>(*epoch) : Result<EpochRow>(Refusal::NodeUnknown);
}

Result<Challenge> HubSync::open(EpochId from)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Challenge> {
        FOYER_TRY(epoch, known(from));
        if (isOver(epoch.state))
            return Refusal::EnrolmentOver;
        epoch.nonce = m_ids.make<RequestId>().bytes();
        epoch.reportPosition.reset();
        EpochStore(tx.db()).save(epoch);
        Challenge challenge{epoch.nonce, tx.head().incarnation, epoch.position, {}};
        for (const EpochRow &earlier : EpochStore(tx.db()).all(from.node))
            if (earlier.id.number < from.number)
                challenge.earlier.append({earlier.id.number, earlier.position});
        return challenge;
    });
}

Result<Acknowledged> HubSync::report(EpochId from, const RightsReport &report)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Acknowledged> {
        FOYER_TRY(epoch, known(from));
        EpochStore epochs(tx.db());
        const QByteArray here = report.position == 0 ? QByteArray(32, '\0') : epochs.hashAt(from, report.position);
        Acknowledged answer{.position = epoch.position, .epoch = from.number};
        switch (judged(seen(epoch), report, tx.head().incarnation, here)) {
        case ReportVerdict::Ignored: return Refusal::NotReportedYet;
        case ReportVerdict::Over: break;
        case ReportVerdict::Forked:
            end(tx, epoch, EpochEvent::FindForked);
            answer.position = 0; // all of the other journal is wanted
            break;
        case ReportVerdict::AwaitsJournal:
            epoch.nonce.clear(); // answered
            epoch.reportPosition = report.position;
            epoch.report = compact(jsonOf(report));
            epochs.save(epoch);
            break;
        case ReportVerdict::Compared: {
            const bool wasRecovering = mayHaveForgotten(tx);
            answer.comparison = compare(tx, epoch, report);
            goOn(tx, wasRecovering);
            break;
        }
        }
        answer.word = wordOf(epoch.state);
        return answer;
    });
}

/// As the report's epoch stood when it was written: its journal is here up to there, and not beyond.
Comparison HubSync::compare(Transaction &tx, EpochRow &epoch, const RightsReport &report)
{
    HubSeatStore seats(tx.db());
    QList<SeatAtHub> here;
    for (const PlacedRight &right : report.rights)
        here.append(seats.find(right.performance, right.seat));
    const Compared result = compared(seats.heldBy(epoch.id, SeatState::Given), report.rights, here,
        {tx.head().incarnation, tx.head().fence}, mayHaveForgotten(tx));
    free(tx, result.freed);
    m_house.money.reported(tx, epoch.id);
    for (const auto &[performance, seat] : seats.forgetVainRecalls(epoch.id))
        tx.changes().seats[performance].insert(seat);
    for (const PlacedRight &right : result.takenOver) {
        const SeatAtHub before = seats.find(right.performance, right.seat);
        if (before.state == SeatState::Sold)
            seats.addConflict({right.performance, right.seat, before}); // somebody has a ticket
        put(tx, right.performance, right.seat, before.state, {SeatState::Given, epoch.id, right.fence, {}});
    }
    if (epoch.state == EpochState::Begun)
        if (const Done noted = m_register.noteListed(epoch.id); noted.error())
            throw StorageFailure(*noted.error());
    epoch.state = next(epoch.state, EpochEvent::FirstList).value_or(epoch.state);
    epoch.nonce.clear();
    epoch.reportPosition.reset();
    epoch.mustReport = false;
    EpochStore(tx.db()).save(epoch);
    if (!result.told.unknown.isEmpty() || !result.freed.isEmpty() || !result.takenOver.isEmpty()) {
        QJsonObject told = jsonOf(epoch.id);
        told.insert(u"unknown"_s, jsonOf(result.told.unknown));
        told.insert(u"freed"_s, jsonOf(result.freed));
        told.insert(u"takenOver"_s, jsonOf(result.takenOver));
        tx.tell(u"compared"_s, told);
    }
    Comparison told = result.told;
    const CatalogueStore catalogue(tx.db());
    for (const PlacedRight &right : told.sentAgain)
        if (const PlanKey plan = catalogue.planOf(right.performance); !plan.isNull())
            told.plans.insert(right.performance, catalogue.planHash(plan));
    return told;
}

Result<Acknowledged> HubSync::push(NodeId from, const HeardPush &heard)
{
    const Push &push = heard.push;
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Acknowledged> {
        FOYER_TRY(epoch, known({from, push.epoch}));
        if (!heard.isChain)
            return inputRefused(InputFault::WrongType, u"/entries"_s);
        const bool wasRecovering = mayHaveForgotten(tx);
        Acknowledged answer{.epoch = push.epoch};
        const bool goesOnBeside = EpochStore(tx.db()).hasFork(epoch.id, push.after, push.previous);
        if (push.after <= epoch.position || goesOnBeside) { // else something lies between that isn't here yet
            epoch.nonce.clear();                            // a report precedes the pushes of its session
            if (goesOnBeside || isFork(epoch, push))
                storeFork(tx, epoch, heard);
            else
                store(tx, epoch, heard, answer);
            EpochStore(tx.db()).save(epoch);
            goOn(tx, wasRecovering);
        }
        answer.word = wordOf(epoch.state);
        // of the journal that it has: two of them answer to the name of a forked epoch
        const bool isEither = epoch.state == EpochState::Forked && (push.after <= epoch.position || goesOnBeside);
        answer.position = isEither ? push.after + push.entries.size() : epoch.position;
        return answer;
    });
}

bool HubSync::isFork(const EpochRow &epoch, const Push &push)
{
    const EpochStore epochs(m_db);
    const auto differs = [&](qint64 seq, const QByteArray &hash) {
        return seq > 0 && seq <= epoch.position && epochs.hashAt(epoch.id, seq) != hash;
    };
    return differs(push.after, push.previous) ||
           std::any_of(push.entries.begin(), push.entries.end(),
               [&](const JournalEntry &entry) { return differs(entry.seq, entry.hash); });
}

/// What isn't here yet: all of it is kept, then heard entry by entry.
void HubSync::store(Transaction &tx, EpochRow &epoch, const HeardPush &heard, Acknowledged &answer)
{
    const QList<JournalEntry> &entries = heard.push.entries;
    const qsizetype known = std::min<qsizetype>(epoch.position - heard.push.after, entries.size());
    EpochStore(tx.db()).append(epoch.id.node, entries.mid(known));
    for (qsizetype i = known; i < entries.size(); ++i) {
        epoch.position = entries[i].seq;
        apply(tx, epoch, entries[i], heard.entries[size_t(i)]);
        reached(tx, epoch, entries[i], answer);
    }
}

/// A report waited for its position.
void HubSync::reached(Transaction &tx, EpochRow &epoch, const JournalEntry &entry, Acknowledged &answer)
{
    if (epoch.reportPosition != entry.seq || isOver(epoch.state))
        return;
    const RightsReport report = fromJson<RightsReport>(QJsonDocument::fromJson(epoch.report).object()).value();
    epoch.reportPosition.reset();
    if (report.hash != entry.hash)
        end(tx, epoch, EpochEvent::FindForked);
    else if (report.incarnation == tx.head().incarnation)
        answer.comparison = compare(tx, epoch, report);
}

/// Facts all the same: kept beside the chain, and what it sold is for staff to settle.
void HubSync::storeFork(Transaction &tx, EpochRow &epoch, const HeardPush &heard)
{
    EpochStore epochs(tx.db());
    if (next(epoch.state, EpochEvent::FindForked))
        end(tx, epoch, EpochEvent::FindForked);
    for (qsizetype i = 0; i < heard.push.entries.size(); ++i) {
        const JournalEntry &entry = heard.push.entries[i];
        const HeardEntry &facts = heard.entries[size_t(i)];
        if (epochs.hashAt(epoch.id, entry.seq) == entry.hash || !epochs.addFork(epoch.id.node, entry))
            continue;
        m_house.money.apply(tx, epoch, facts);
        applyOrder(tx, epoch, entry, facts, true);
        for (const PlacedRight &right : facts.sold.rights)
            HubSeatStore(tx.db()).addConflict(
                {right.performance, right.seat, {SeatState::Sold, epoch.id, right.fence, facts.sold.order}});
        for (const PlacedRight &right : facts.refunded.rights) // also of what the chain sold: the money is back
            rule(tx, epoch, right, {SeatFact::Kind::Refunded, epoch.id, right.fence, facts.refunded.order});
    }
}

void HubSync::apply(Transaction &tx, EpochRow &epoch, const JournalEntry &entry, const HeardEntry &facts)
{
    const auto ruleAll = [&](SeatFact::Kind kind, const QList<PlacedRight> &rights, OrderId order) {
        for (const PlacedRight &right : rights)
            rule(tx, epoch, right, {kind, epoch.id, right.fence, order});
    };
    ruleAll(SeatFact::Kind::Sold, facts.sold.rights, facts.sold.order);
    ruleAll(SeatFact::Kind::Refunded, facts.refunded.rights, facts.refunded.order);
    ruleAll(SeatFact::Kind::Returned, facts.returned, {});
    use(tx, epoch.id, facts.use);
    applyOrder(tx, epoch, entry, facts, false);
    m_house.apply(tx, epoch, facts);
    if (!facts.answered.isNull())
        EpochStore(tx.db()).forgetAnswer(facts.answered); // its node has it
    if (!facts.isClosing)
        return;
    const auto after = next(epoch.state, EpochEvent::Close);
    if (!after)
        return;
    epoch.state = *after;
    epoch.mustReport = false;
    const HubSeatStore seats(tx.db());
    free(tx, seats.heldBy(epoch.id, SeatState::Given) + seats.heldBy(epoch.id, SeatState::Quarantined));
    m_house.money.takeBack(tx, epoch.id);
    QJsonObject told = jsonOf(epoch.id);
    told.insert(u"state"_s, nameOf(epoch.state));
    tx.tell(u"epochEnded"_s, told);
}

/// Also of a date that isn't known here, or not yet: the fact doesn't come a second time.
void HubSync::rule(Transaction &tx, const EpochRow &epoch, const PlacedRight &right, const SeatFact &fact)
{
    HubSeatStore seats(tx.db());
    const SeatAtHub before = seats.find(right.performance, right.seat);
    const RuledSeat result = ruled(before, fact, epoch.state, mayHaveForgotten(tx));
    if (result.ruling == Ruling::Conflict)
        seats.addConflict({right.performance, right.seat, {SeatState::Sold, epoch.id, right.fence, fact.order}});
    else if (result.ruling != Ruling::Moot)
        put(tx, right.performance, right.seat, before.state, result.seat);
    if (result.ruling == Ruling::Unexpected)
        seats.addConflict({right.performance, right.seat, result.seat});
    if (result.ruling == Ruling::TakenOver && before.state == SeatState::Sold)
        seats.addConflict({right.performance, right.seat, before}); // there are two sales, whichever stands
    if (fact.kind == SeatFact::Kind::Refunded) {
        use(tx, epoch.id, {false, {{right.performance, right.seat}}});
        seats.endConflict(right.performance, right.seat, fact.order);
    }
}

void HubSync::use(Transaction &tx, EpochId holder, const UseFact &fact)
{
    HubSeatStore seats(tx.db());
    for (const auto &[performance, seat] : fact.seats)
        if (seats.setUse(
                holder, performance, seat, fact.isUsed ? HubSeatStore::Use::Customer : HubSeatStore::Use::None))
            tx.changes().seats[performance].insert(seat);
}

/// A seat that somebody has a ticket for is never free: the sale that waited for staff stands.
void HubSync::put(Transaction &tx, PerformanceKey performance, SeatIndex seat, SeatState before, SeatAtHub now)
{
    HubSeatStore seats(tx.db());
    const auto waiting = now.state == SeatState::Pool ? seats.conflictOf(performance, seat) : std::nullopt;
    if (waiting) {
        now = waiting->late;
        seats.endConflict(performance, seat, now.order);
    }
    const bool wasPool = before == SeatState::Pool, isPool = now.state == SeatState::Pool;
    seats.put(performance, seat, now);
    tx.changes().seats[performance].insert(seat);
    if (wasPool == isPool)
        return;
    if (isSeat(performance, seat)) {
        CatalogueStore catalogue(tx.db());
        catalogue.changeLeft(performance, *m_plans.plan(catalogue.planOf(performance)), {seat}, isPool ? 1 : -1);
    }
}

void HubSync::free(Transaction &tx, const QList<PlacedRight> &held)
{
    for (const PlacedRight &right : held)
        put(tx, right.performance, right.seat, SeatState::Given, {});
}

/// The last that was waited for after a restore has reported: whoever came meanwhile gets what is theirs.
void HubSync::goOn(Transaction &tx, bool wasRecovering)
{
    if (wasRecovering && !mayHaveForgotten(tx))
        m_house.money.giveVisits(tx);
}

bool HubSync::isSeat(PerformanceKey performance, SeatIndex seat)
{
    const PlanKey plan = CatalogueStore(m_db).planOf(performance);
    return !plan.isNull() && m_plans.plan(plan)->contains(seat);
}

Result<RightsAnswer> HubSync::give(EpochId to, const RightsRequest &request)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<RightsAnswer> {
        FOYER_TRY(epoch, known(to));
        EpochStore epochs(tx.db());
        QJsonObject asked = jsonOf(to);
        asked.insert(u"request"_s, jsonOf(request));
        const QByteArray digest = sha256(compact(asked));
        if (!mayHold(epoch.state))
            return isOver(epoch.state) ? Refusal::EnrolmentOver : Refusal::NotReportedYet;
        if (const auto before = epochs.answered(request.id)) {
            if (before->asked != digest || before->answer.isEmpty())
                return Refusal::RequestReused;
            return fromJson<RightsAnswer>(QJsonDocument::fromJson(before->answer).object());
        }
        if (epochs.anyMustReport())
            return Refusal::HubRecovering;
        const CatalogueStore catalogue(tx.db());
        if (catalogue.planHash(catalogue.planOf(request.performance)) != request.plan)
            return Refusal::OtherProgramme;
        HubSeatStore seats(tx.db());
        RightsAnswer answer{request.id, {}, {}, to.number};
        QSet<SeatIndex> wanted;
        for (const SeatIndex seat : request.seats) {
            if (!isSeat(request.performance, seat) || wanted.contains(seat))
                return Refused{.why = Refusal::SeatUnknown, .seats = {seat}};
            const SeatAtHub here = seats.find(request.performance, seat);
            const bool isTheirs = here.state == SeatState::Given && here.holder == to; // its answer was lost
            if (here.state != SeatState::Pool && !isTheirs)
                answer.refused.append(seat);
            wanted.insert(seat);
        }
        QList<PlacedRight> given;
        if (answer.refused.isEmpty())
            for (const SeatIndex seat : request.seats) {
                SeatAtHub now = seats.find(request.performance, seat);
                if (now.state == SeatState::Pool) {
                    now = {SeatState::Given, to, tx.nextFence(), {}};
                    given.append({request.performance, seat, now.fence});
                    put(tx, request.performance, seat, SeatState::Pool, now);
                    SeatStore(tx.db()).noteSeen(request.performance, {seat, now.fence});
                }
                answer.given.append({seat, now.fence});
            }
        UseFact forCustomer{true, {}}; // until its journal tells otherwise
        for (const SeatRight &right : answer.given)
            forCustomer.seats.append({request.performance, right.seat});
        use(tx, to, forCustomer);
        epochs.addAnswer(request.id, {digest, compact(jsonOf(answer))});
        QJsonObject told = jsonOf(to);
        told.insert(u"rights"_s, jsonOf(given));
        tx.tell(u"given"_s, told);
        return answer;
    });
}

} // namespace foyer
