#include "sync/HubThread.h"

#include "protocol/FigureMessages.h"
#include "protocol/HouseMessages.h"
#include "protocol/HouseWorkMessages.h"
#include "protocol/MemberMessages.h"
#include "protocol/OrderMessages.h"
#include "services/Shop.h"
#include "storage/DataFolder.h"
#include "sync/HubSession.h"

namespace foyer {

HubThread::HubThread(
    Shop &shop, TerminalAuthority &authority, const HubLink &link, const DeviceKey &key, const DataFolder &folder)
    : m_session(new HubSession(link, key, shop.clock(), folder.hubCertificates(),
          [&shop](HubSession::Work work) { return shop.inStore(std::move(work)); }))
{
    m_thread.setObjectName(QStringLiteral("foyer-hub"));
    m_session->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_session, &QObject::deleteLater);
    connect(&shop.changes(), &Changes::committed, m_session, &HubSession::pushSoon, Qt::DirectConnection);
    connect(m_session, &HubSession::answered, &shop, &Shop::authorityAnswered, Qt::DirectConnection);
    connect(m_session, &HubSession::refused, &shop, &Shop::authorityRefused, Qt::DirectConnection);
    connect(m_session, &HubSession::stateChanged, this, [&shop, &authority](const HubState &state) {
        authority.setReachable(state.reach == Reach::Online);
        shop.setHubState(state);
    });
    shop.setHubState(m_session->state());
    authority.setAsk([session = m_session](const RightsRequest &request) { session->ask(request); });
    authority.setHouse(houseDesk());
    m_thread.start();
    m_session->start();
}

/// Each request by its route.
HouseDesk HubThread::houseDesk()
{
    HouseDesk desk;
    const auto by = [session = m_session]<typename Request, typename Answer>(
                        const QString &path, HouseDesk::Ask<Request, Answer> &ask) {
        ask = [session, path](const Request &request, std::function<void(const Result<Answer> &)> then) {
            session->askHouse(path, jsonOf(request), [then = std::move(then)](const Result<QJsonObject> &json) {
                then(json.ok() ? fromJson<Answer>(json.value()) : Result<Answer>(Failure(json)));
            });
        };
    };
    by(QStringLiteral("/v1/sign-in"), desk.signIn);
    by(QStringLiteral("/v1/members"), desk.registerMember);
    by(QStringLiteral("/v1/tokens"), desk.enter);
    by(QStringLiteral("/v1/refunds"), desk.refund);
    by(QStringLiteral("/v1/my-tickets"), desk.tickets);
    by(QStringLiteral("/v1/my-tickets/print"), desk.printTickets);
    by(QStringLiteral("/v1/tasks"), desk.tasks);
    by(QStringLiteral("/v1/house"), desk.view);
    by(QStringLiteral("/v1/house/act"), desk.act);
    by(QStringLiteral("/v1/claims"), desk.claim);
    by(QStringLiteral("/v1/member-search"), desk.findMembers);
    by(QStringLiteral("/v1/member-file"), desk.openMember);
    by(QStringLiteral("/v1/member-acts"), desk.changeMember);
    by(QStringLiteral("/v1/member-money"), desk.payOut);
    by(QStringLiteral("/v1/unclaimed"), desk.unclaimed);
    by(QStringLiteral("/v1/claim-codes"), desk.newCode);
    by(QStringLiteral("/v1/order-search"), desk.findOrders);
    by(QStringLiteral("/v1/order"), desk.openOrder);
    by(QStringLiteral("/v1/order-acts"), desk.doWithOrder);
    by(QStringLiteral("/v1/figures"), desk.figures);
    return desk;
}

HubThread::~HubThread()
{
    QMetaObject::invokeMethod(m_session, &HubSession::stop, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

} // namespace foyer
