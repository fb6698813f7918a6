#include "sync/MachineEnrolment.h"

#include "domain/Deliver.h"
#include "services/Secrets.h"
#include "services/Services.h"
#include "storage/DataFolder.h"

namespace foyer {

using namespace Qt::StringLiterals;

MachineEnrolment::MachineEnrolment(const HubAddress &hub, DeviceKey key, const DataFolder &folder, const Clock &clock,
    HubSession::InStore inStore, Then then)
    : m_hub(hub), m_key(std::move(key)), m_houseKey(folder.houseKey()), m_clock(clock),
      m_ids(std::make_shared<IdMaker>(clock)), m_inStore(std::move(inStore)), m_then(std::move(then)),
      m_client(hub.url, m_key, clock, folder.hubCertificates())
{
}

void MachineEnrolment::start(const QString &code)
{
    m_wish.code = asMeant(code);
    auto wish = std::make_shared<EnrolmentRequest>();
    const auto wanted = m_inStore([wish, &clock = m_clock, ids = m_ids](Connection &db, Services &services) -> Done {
        FOYER_TRY(tenders, services.payments.openTenders());
        if (!tenders.isEmpty()) // its epoch couldn't close, and the code would be used up
            return Refusal::TenderInDoubt;
        FOYER_TRY(made, TerminalSync(db, clock, *ids, services).wantEnrolment());
        *wish = made;
        return done;
    });
    deliver(wanted, this, [this, wish](const Done &did) {
        m_wish.wish = *wish;
        if (!did.ok())
            m_then(Failure(did));
        else if (m_isGivenUp)
            m_then(Error{Error::Kind::Unreachable, u"given up before the hub was asked"_s});
        else
            send();
    });
}

void MachineEnrolment::giveUp()
{
    m_isGivenUp = true;
    m_client.giveUp();
}

void MachineEnrolment::send()
{
    m_client.post(
        u"/v1/enrol"_s, m_wish.wish.present.number, jsonOf(m_wish), patience, [this](const Result<QJsonObject> &json) {
            const auto enrolled = json.ok() ? fromJson<Enrolled>(json.value()) : Result<Enrolled>(Failure(json));
            if (enrolled.ok())
                begin(enrolled.value());
            else
                m_then(Failure(enrolled));
        });
}

void MachineEnrolment::begin(const Enrolled &enrolled)
{
    const auto houseKey = m_key.opened(enrolled.houseKey);
    if (!houseKey.ok())
        return m_then(Failure(houseKey));
    if (const Done kept = Secrets::prepareHouseKey(m_houseKey, houseKey.value()); !kept.ok())
        return m_then(Failure(kept));
    m_joined.hub = {enrolled.hub, m_hub.url.toString(), enrolled.name, 0, 0, 0, {}, enrolled.lane};
    const auto begun =
        m_inStore([enrolment = enrolled.enrolment, link = m_joined.hub, &clock = m_clock, ids = m_ids](Connection &db,
                      Services &services) { return TerminalSync(db, clock, *ids, services).begin(enrolment, link); });
    deliver(begun, this, [this](const Done &did) {
        if (did.ok())
            return finish();
        const Done dropped = Secrets::finishHouseKey(m_houseKey, false);
        m_then(dropped.error() ? Result<Joined>(*dropped.error()) : Result<Joined>(Failure(did)));
    });
}

/// It is a terminal from here on, whatever fails: what lacks, the next start of a program finishes or names.
void MachineEnrolment::finish()
{
    if (const Done kept = Secrets::finishHouseKey(m_houseKey, true); kept.error()) {
        m_joined.unfinished = *kept.error();
        return m_then(m_joined);
    }
    renewPins();
}

void MachineEnrolment::renewPins()
{
    auto pins = std::make_shared<QList<NewPin>>();
    const auto renewed = m_inStore([pins, file = m_houseKey](Connection &, Services &services) -> Done {
        FOYER_TRY(secrets, Secrets::load(file, false));
        FOYER_TRY(made, services.staff.renewPins(secrets));
        *pins = made;
        return done;
    });
    deliver(renewed, this, [this, pins](const Done &did) {
        m_joined.pins = *pins;
        if (did.error())
            m_joined.unfinished = *did.error();
        m_then(m_joined);
    });
}

} // namespace foyer
