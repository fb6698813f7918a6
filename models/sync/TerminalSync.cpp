#include "sync/TerminalSync.h"

#include "domain/Limits.h"
#include "protocol/MessageJson.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/HubLinkStore.h"
#include "storage/LedgerStore.h"
#include "storage/SeatStore.h"

#include <QJsonArray>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::seconds waitedFor = limits::tokenPeriod - std::chrono::minutes(1); // a hub's patience, nearly

/// It gave rights to seats away, or keeps customers' money, on its own authority.
bool isRoot(Transaction &tx)
{
    return tx.head().fence > 0 || (!HubLinkStore(tx.db()).find() && LedgerStore(tx.db()).anyWallet());
}
} // namespace

Result<EpochId> TerminalSync::epoch()
{
    return m_db.read([&]() -> Result<EpochId> {
        const Head head = journal::head(m_db);
        return EpochId{head.node, head.epoch};
    });
}

Result<EnrolmentRequest> TerminalSync::wantEnrolment()
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<EnrolmentRequest> {
        if (isRoot(tx))
            return Refusal::NodeIsRoot;
        const QByteArray code = m_ids.make<RequestId>().bytes();
        journal::noteEnrolmentWanted(tx.db(), code);
        tx.tell(u"enrolmentWanted"_s, {});
        return EnrolmentRequest{{tx.head().node, tx.head().epoch}, code};
    });
}

Done TerminalSync::begin(const Enrolment &enrolment, const HubLink &hub)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        if (enrolment.code != journal::enrolmentWanted(tx.db()) || enrolment.epoch <= tx.head().epoch)
            return Refusal::EnrolmentOver;                 // of another database, or of an earlier wish
        if (enrolment.incarnation < tx.head().incarnation) // answered before a promotion that was heard of since
            return Refusal::EnrolmentOver;
        if (isRoot(tx)) // since it wanted to be none
            return Refusal::NodeIsRoot;
        if (!giveUpAll(tx))
            return Refusal::TenderInDoubt;
        tx.beginEpoch(enrolment.epoch, enrolment.incarnation);
        journal::noteNewEpoch(tx.db());
        HubLinkStore(tx.db()).save(hub);
        HubLinkStore(tx.db()).forgetRefunds(); // a restored database may have some that were answered
        forgetOthers(tx);                      // they are counted anew
        tx.tell(u"enrolled"_s, {{u"incarnation"_s, enrolment.incarnation}, {u"hub"_s, hub.hub.text()}});
        return done;
    });
}

Result<HubLink> TerminalSync::link()
{
    return m_db.read([&]() -> Result<HubLink> {
        const auto link = HubLinkStore(m_db).find();
        return link ? Result<HubLink>(*link) : Result<HubLink>(Refusal::NotATerminal);
    });
}

Result<HubLink> TerminalSync::heard(const HubNews &news)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<HubLink> {
        HubLinkStore links(tx.db());
        auto link = links.find();
        if (!link)
            return Refusal::NotATerminal;
        if (link->heardAt.isValid() && link->heardAt.secsTo(m_clock.utc()) > waitedFor.count())
            m_customers.forget(tx); // the hub waited for them no longer: they go on here
        link->heardAt = m_clock.utc();
        if (news.incarnation != link->incarnation) { // what follows may be another one's
            forgetOthers(tx);
            m_customers.forget(tx);
            link->incarnation = news.incarnation;
            link->change = link->catalogue = 0;
            links.save(*link);
            return *link;
        }
        for (const RefundNews &each : news.refunded) // first: others may have the seats by now
            m_payments.hearRefund(tx, each);
        QList<PlacedRight> taken;
        for (const SeatNews &each : news.seats)
            if (hear(tx, each, news.plans.value(each.performance)))
                taken.append({each.performance, each.seat, *each.yours});
        tellTaken(tx, taken);
        m_customers.heard(tx, news.places, news.amounts, news.change);
        link->change = std::max(link->change, news.change);
        links.save(*link);
        return *link;
    });
}

/// True when it brought a right.
bool TerminalSync::hear(Transaction &tx, const SeatNews &news, const QByteArray &plan)
{
    const PerformanceKey performance = news.performance;
    const SeatIndex seat = news.seat;
    const auto &yours = news.yours;
    SeatStore store(tx.db());
    HubLinkStore links(tx.db());
    const bool isTaken = yours && isSeat(tx, {performance, seat, *yours}, plan) &&
                         m_reservations.take(tx, performance, {seat, *yours}, tx.head().epoch);
    const auto isLeft = [&] {
        const auto row = store.find(performance, seat);
        return row ? row->isUnusedHere() : !links.elsewhere(performance, seat).has_value();
    };
    const bool wasLeft = isLeft();
    if (news.state == SeatState::Pool || yours || store.find(performance, seat))
        links.forgetElsewhere(performance, seat);
    else
        links.noteElsewhere(performance, seat, news.state);
    if (wasLeft != isLeft())
        changeLeft(tx, performance, {seat}, wasLeft ? -1 : 1);
    tx.changes().seats[performance].insert(seat);
    return isTaken;
}

void TerminalSync::forgetOthers(Transaction &tx)
{
    HubLinkStore links(tx.db());
    const auto others = links.allElsewhere();
    links.forgetAllElsewhere();
    for (auto it = others.begin(); it != others.end(); ++it) {
        QList<SeatIndex> left;
        for (const SeatIndex seat : it.value())
            if (!SeatStore(tx.db()).find(it.key(), seat))
                left.append(seat);
        changeLeft(tx, it.key(), left, 1);
        for (const SeatIndex seat : it.value())
            tx.changes().seats[it.key()].insert(seat);
    }
}

/// Of a date that isn't known yet they are counted when it comes.
void TerminalSync::changeLeft(Transaction &tx, PerformanceKey performance, const QList<SeatIndex> &seats, int by)
{
    CatalogueStore catalogue(tx.db());
    if (catalogue.planOf(performance).isNull())
        return;
    const auto plan = m_reservations.planOf(performance);
    QList<SeatIndex> known;
    for (const SeatIndex seat : seats)
        if (plan->contains(seat)) // what comes from outside may name anything
            known.append(seat);
    catalogue.changeLeft(performance, *plan, known, by);
}

Result<RightsReport> TerminalSync::report(const Challenge &challenge)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<RightsReport> {
        if (challenge.incarnation < tx.head().incarnation)
            return Refusal::HubRecovering;
        if (challenge.incarnation > tx.head().incarnation)
            tx.learnIncarnation(challenge.incarnation);
        return RightsReport{
            challenge.nonce, challenge.incarnation, tx.head().seq, tx.head().hash, SeatStore(tx.db()).given()};
    });
}

Result<Push> TerminalSync::push(int epoch, qint64 after, int most)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Push> {
        Push push{epoch, after, QByteArray(32, '\0'), {}};
        if (after > 0) {
            const QList<JournalEntry> last = journal::entries(tx.db(), epoch, after - 1, 1);
            if (last.isEmpty())
                return Refusal::EnrolmentOver; // the hub has more of this epoch than there is here
            push.previous = last.constFirst().hash;
        }
        push.entries = journal::entries(tx.db(), epoch, after, most, limits::pushBytes);
        if (push.entries.isEmpty() || epoch != tx.head().epoch)
            return push;
        journal::noteSent(tx.db(), push.entries.constLast().seq);
        if (!journal::isClosed(tx.db())) // which gave up all
            giveUpRefunds(tx, push.entries);
        return push;
    });
}

/// Law 10: what the hub is told of only the hub refunds; it does so once it has read this entry, which a later push
/// brings. No refund is under way: here each is one transaction.
void TerminalSync::giveUpRefunds(Transaction &tx, const QList<JournalEntry> &entries)
{
    const qint64 before = journal::givenUp(tx.db());
    const bool anySold = std::any_of(entries.begin(), entries.end(),
        [before](const JournalEntry &each) { return each.seq > before && each.kind == "sold"_L1; });
    if (!anySold)
        return;
    const qint64 through = entries.constLast().seq;
    tx.tell(u"refundsGivenUp"_s, {{u"through"_s, through}});
    journal::noteGivenUp(tx.db(), through);
}

Done TerminalSync::acknowledged(const Acknowledged &said)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        if (said.epoch != tx.head().epoch || !said.comparison)
            return done;
        SeatStore store(tx.db());
        QList<PlacedRight> taken, unknown;
        for (const PlacedRight &right : said.comparison->sentAgain)
            if (isSeat(tx, right, said.comparison->plans.value(right.performance)) &&
                m_reservations.take(tx, right.performance, {right.seat, right.fence}, said.epoch))
                taken.append(right);
        tellTaken(tx, taken);
        for (const PlacedRight &right : said.comparison->unknown) {
            const auto row = store.find(right.performance, right.seat);
            if (!row || !row->here || row->fence != right.fence || row->state != SeatState::Given ||
                unknown.contains(right))
                continue;
            const auto hold = row->hold ? store.hold(*row->hold) : std::nullopt;
            if (hold && hold->state == HoldState::Paying)
                continue; // ends only by the device's answer; the hub rules on the sale
            if (hold)
                m_reservations.release(tx, hold->id);
            unknown.append(right);
        }
        if (!unknown.isEmpty())
            part(tx, u"rightsUnknown"_s, unknown);
        return done;
    });
}

/// In entries that a hub takes, each with all behind it.
void TerminalSync::tellTaken(Transaction &tx, const QList<PlacedRight> &rights)
{
    for (qsizetype i = 0; i < rights.size(); i += limits::rightsInEntry)
        tx.tell(u"rightsSentAgain"_s, {{u"rights"_s, jsonOf(rights.mid(i, limits::rightsInEntry))}});
}

/// Parted with for good: these fences are never taken again.
void TerminalSync::part(Transaction &tx, const QString &kind, const QList<PlacedRight> &rights)
{
    QHash<PerformanceKey, QJsonArray> told;
    const auto tell = [&](PerformanceKey performance) {
        tx.tell(kind, {{u"performance"_s, performance.value}, {u"rights"_s, told.take(performance)}});
    };
    for (const PlacedRight &right : rights) {
        SeatStore(tx.db()).giveBack(right.performance, right.seat);
        QJsonArray &ofDate = told[right.performance];
        ofDate.append(QJsonArray{indexOf(right.seat), right.fence.incarnation, right.fence.number});
        tx.changes().seats[right.performance].insert(right.seat);
        if (ofDate.size() == limits::rightsInEntry)
            tell(right.performance);
    }
    while (!told.isEmpty())
        tell(told.cbegin().key());
}

Done TerminalSync::giveBack(PerformanceKey performance, const QList<SeatIndex> &seats)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        QList<PlacedRight> rights;
        for (const SeatIndex seat : seats)
            if (const auto row = SeatStore(tx.db()).find(performance, seat);
                row && row->isUnusedHere() && !rights.contains(PlacedRight{performance, seat, row->fence}))
                rights.append({performance, seat, row->fence});
        part(tx, u"rightsReturned"_s, rights);
        return done;
    });
}

Done TerminalSync::settle()
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        m_payments.giveBack(tx, false, m_customers.awaited());
        return done;
    });
}

Result<bool> TerminalSync::close()
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<bool> { return giveUpAll(tx); });
}

/// Everything that isn't being paid, and when that is all the epoch is closed.
bool TerminalSync::giveUpAll(Transaction &tx)
{
    if (journal::isClosed(tx.db()))
        return true;
    SeatStore store(tx.db());
    for (const HoldId hold : store.allHeld() + store.allBlocked())
        m_reservations.release(tx, hold);
    QList<PlacedRight> unused;
    for (const PlacedRight &right : store.given())
        if (store.find(right.performance, right.seat)->isUnusedHere())
            unused.append(right);
    part(tx, u"rightsReturned"_s, unused);
    m_payments.giveBack(tx, true);
    const bool isBusy = !LedgerStore(tx.db()).openTenders().isEmpty() || !store.given().isEmpty();
    if (isBusy || m_payments.holdsMoney(tx)) // a guest's, who hasn't gone yet
        return false;
    tx.tell(u"epochClosed"_s, {});
    journal::noteClosed(tx.db());
    return true;
}

/// Of the very plan that the hub means: another version's numbers are other chairs.
bool TerminalSync::isSeat(Transaction &tx, const PlacedRight &right, const QByteArray &plan)
{
    const CatalogueStore catalogue(tx.db());
    const PlanKey here = catalogue.planOf(right.performance);
    return !here.isNull() && catalogue.planHash(here) == plan &&
           m_reservations.planOf(right.performance)->contains(right.seat);
}

} // namespace foyer
