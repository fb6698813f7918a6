#include "sync/HubSync.h"

#include "domain/JsonInput.h"
#include "protocol/MessageJson.h"
#include "storage/Connection.h"
#include "storage/HouseOrderStore.h"
#include "storage/HubSeatStore.h"

#include <QJsonArray>

// How enrolments begin and end, and what a hub does that isn't what it was (laws 1, 6, 7).

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int epochsMax = 1'000'000; // of one node
}

Result<Enrolment> HubSync::begin(const EnrolmentRequest &wanted)
{
    const EpochId present = wanted.present;
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Enrolment> {
        if (present.node == tx.head().node)
            return Refusal::NodeIsRoot;
        if (present.number >= epochsMax)
            return inputRefused(InputFault::WrongType, u"/epoch"_s);
        EpochStore epochs(tx.db());
        auto before = epochs.newest(present.node);
        if (before && before->code == wanted.code) // asked once more
            return Enrolment{before->id.number, tx.head().incarnation, wanted.code};
        if (before && !isOver(before->state))
            end(tx, *before, EpochEvent::Revoke);
        const EpochId id{present.node, std::max(present.number, before ? before->id.number : 0) + 1};
        FOYER_CHECK(m_register.noteBegun(id));
        if (tx.head().change == 0)
            HubSeatStore(tx.db()).beginCounting(tx);
        epochs.add({.id = id, .code = wanted.code});
        tx.tell(u"epochBegun"_s, jsonOf(id));
        return Enrolment{id.number, tx.head().incarnation, wanted.code};
    });
}

Done HubSync::revoke(NodeId node)
{
    return m_db.write(m_clock, [&](Transaction &tx) { return revoke(tx, node); });
}

Done HubSync::revoke(Transaction &tx, NodeId node)
{
    auto epoch = EpochStore(tx.db()).newest(node);
    if (!epoch)
        return Refusal::NodeUnknown;
    if (!isOver(epoch->state))
        end(tx, *epoch, EpochEvent::Revoke);
    return done;
}

Done HubSync::promoted()
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        FOYER_TRY(incarnation, m_register.beginIncarnation(tx.head().incarnation));
        tx.learnIncarnation(incarnation);
        tx.tell(u"promoted"_s, {{u"incarnation"_s, incarnation}});
        return done;
    });
}

Done HubSync::restored()
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        FOYER_TRY(incarnation, m_register.beginIncarnation(tx.head().incarnation));
        FOYER_TRY(known, m_register.all());
        tx.learnIncarnation(incarnation);
        EpochStore epochs(tx.db());
        for (const EpochRow &row : epochs.live()) // a register that was lost knows of none
            if (row.state == EpochState::Live &&
                std::none_of(known.begin(), known.end(), [&row](const auto &each) { return each.id == row.id; })) {
                FOYER_CHECK(m_register.noteListed(row.id));
                known.append({row.id, EpochState::Begun, true});
            }
        QJsonArray awaited;
        for (const EpochRegister::Known &each : known) {
            const EpochId id = each.id;
            auto epoch = epochs.find(id);
            if (epoch && isOver(epoch->state))
                continue; // what it held is in quarantine, or its journal is here to the end
            if (!epoch) { // begun since the backup
                epoch = EpochRow{.id = id};
                epochs.add(*epoch);
            }
            epoch->nonce.clear();
            epoch->reportPosition.reset();
            const bool isReplaced = std::any_of(known.begin(), known.end(),
                [&id](const auto &other) { return other.id.node == id.node && other.id.number > id.number; });
            if (each.state == EpochState::Forked)
                end(tx, *epoch, EpochEvent::FindForked); // no closing entry of it is believed
            else if (each.state == EpochState::Over || isReplaced)
                end(tx, *epoch, EpochEvent::Revoke); // only its closing entry can be heard
            epoch->mustReport = each.wasListed;
            epochs.save(*epoch);
            if (each.wasListed)
                awaited.append(jsonOf(id));
        }
        tx.tell(u"restored"_s, {{u"incarnation"_s, incarnation}, {u"awaited"_s, awaited}});
        return done;
    });
}

/// What it was given stays in quarantine, until its own closing entry or until staff release it.
void HubSync::end(Transaction &tx, EpochRow &epoch, EpochEvent event)
{
    const auto after = next(epoch.state, event);
    FOYER_REQUIRE(after);
    if (const Done noted = m_register.noteEnded(epoch.id, *after); noted.error())
        throw StorageFailure(*noted.error());
    epoch.state = *after;
    epoch.nonce.clear();
    epoch.reportPosition.reset();
    EpochStore(tx.db()).save(epoch);
    HubSeatStore seats(tx.db());
    for (const PlacedRight &right : seats.heldBy(epoch.id, SeatState::Given))
        tx.changes().seats[right.performance].insert(right.seat);
    seats.quarantine(epoch.id);
    m_house.ended(tx, epoch.id);
    QJsonObject told = jsonOf(epoch.id);
    told.insert(u"state"_s, nameOf(epoch.state));
    tx.tell(u"epochEnded"_s, told);
}

Done HubSync::release(EpochId id, const Consent &first, const Consent &second)
{
    if (first.who.id == second.who.id)
        return Refusal::TwoPeopleNeeded;
    if (std::max(first.who.role, second.who.role) < Role::Supervisor)
        return Refusal::RoleTooLow;
    if (first.why.trimmed().isEmpty() || second.why.trimmed().isEmpty())
        return Refusal::ReasonNeeded;
    return m_db.write(m_clock, [&](Transaction &tx) -> Done {
        FOYER_TRY(epoch, known(id));
        if (!isOver(epoch.state))
            return Refusal::NotReportedYet;
        const bool wasRecovering = EpochStore(tx.db()).anyMustReport();
        epoch.mustReport = false;
        epoch.givenUp = epoch.position; // nobody else will say so
        HouseOrderStore(tx.db()).giveUpBeside(id);
        EpochStore(tx.db()).save(epoch);
        const QList<PlacedRight> rights = HubSeatStore(tx.db()).heldBy(id, SeatState::Quarantined);
        free(tx, rights);
        m_house.money.takeBack(tx, id);
        goOn(tx, wasRecovering);
        QJsonObject told = jsonOf(id);
        told.insert(u"rights"_s, jsonOf(rights));
        QJsonArray consents;
        for (const Consent &consent : {first, second})
            consents.append(QJsonObject{{u"staff"_s, consent.who.id.text()}, {u"why"_s, consent.why}});
        told.insert(u"consents"_s, consents);
        tx.tell(u"overridden"_s, told);
        return done;
    });
}

} // namespace foyer
