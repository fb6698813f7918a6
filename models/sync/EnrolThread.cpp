#include "sync/EnrolThread.h"

#include "domain/Deliver.h"
#include "services/Services.h"
#include "services/Shop.h"
#include "storage/Connection.h"
#include "storage/DataFolder.h"
#include "sync/MachineEnrolment.h"

#include <QPromise>

namespace foyer {

EnrolThread::EnrolThread(Shop &shop, const DataFolder &folder)
    : m_shop(shop), m_folder(std::make_unique<DataFolder>(folder)), m_there(new QObject)
{
    m_thread.setObjectName(QStringLiteral("foyer-enrol"));
    m_there->moveToThread(&m_thread);
}

EnrolThread::~EnrolThread()
{
    if (m_thread.isRunning())
        QMetaObject::invokeMethod(
            m_there, [this] { m_enrolment.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    delete m_there;
}

std::chrono::seconds EnrolThread::patience() const { return MachineEnrolment::patience; }

QFuture<Done> EnrolThread::mayEnrol()
{
    return m_shop.inStore([](Connection &db, Services &services) -> Done {
        FOYER_CHECK(db.read([&]() -> Done { return journal::head(db).fence > 0 ? Done(Refusal::NodeIsRoot) : done; }));
        FOYER_TRY(tenders, services.payments.openTenders());
        return tenders.isEmpty() ? done : Done(Refusal::TenderInDoubt);
    });
}

QFuture<Result<Joined>> EnrolThread::enrol(const HubAddress &hub, const QString &code, const StaffMember &who)
{
    auto promise = std::make_shared<QPromise<Result<Joined>>>();
    promise->start();
    const auto answer = [promise, role = who.role](Result<Joined> joined) {
        if (joined.ok()) {
            Joined told = joined.value();
            told.pins.removeIf([role](const NewPin &pin) { return pin.who.role > role; });
            joined = told;
        }
        promise->addResult(joined);
        promise->finish();
    };
    if (!m_thread.isRunning())
        m_thread.start();
    const auto allowed = m_shop.inStore(
        [who](Connection &, Services &s) { return s.staff.authorise(who.id, StaffAction::EnrolMachine); });
    QMetaObject::invokeMethod(m_there, [this, hub, code, answer, allowed] {
        m_isGivenUp = false;
        deliver(allowed, m_there, [this, hub, code, answer](const Done &may) {
            if (may.ok())
                start(hub, code, answer);
            else
                answer(Failure(may));
        });
    });
    return promise->future();
}

void EnrolThread::start(const HubAddress &hub, const QString &code, std::function<void(const Result<Joined> &)> then)
{
    const auto key = DeviceKey::load(m_folder->deviceKey(), true);
    if (!key.ok())
        return then(Failure(key));
    m_enrolment = std::make_unique<MachineEnrolment>(
        hub, key.value(), *m_folder, m_shop.clock(),
        [&shop = m_shop](HubSession::Work work) { return shop.inStore(std::move(work)); }, std::move(then));
    if (m_isGivenUp)
        m_enrolment->giveUp();
    m_enrolment->start(code);
}

void EnrolThread::giveUp()
{
    QMetaObject::invokeMethod(m_there, [this] {
        m_isGivenUp = true;
        if (m_enrolment)
            m_enrolment->giveUp();
    });
}

} // namespace foyer
