#include "HubHere.h"

#include "protocol/HouseMessages.h"

#include <QEventLoop>

namespace foyer {

Result<std::unique_ptr<HubHere>> HubHere::open(const DataFolder &folder)
{
    FOYER_TRY(node, Node::open(folder));
    if (node->hub())
        return Refusal::NodeIsTerminal;
    FOYER_TRY(epochs, EpochRegister::open(folder.epochRegister(), SystemClock()));
    return std::unique_ptr<HubHere>(new HubHere(std::move(node), std::move(epochs)));
}

Result<std::unique_ptr<HubTalk>> HubTalk::open(Node &node)
{
    if (!node.hub())
        return Refusal::NotATerminal;
    FOYER_TRY(key, DeviceKey::load(node.folder().deviceKey(), false));
    return std::unique_ptr<HubTalk>(new HubTalk(node, key));
}

HubTalk::HubTalk(Node &node, DeviceKey key)
    : m_node(node), m_session(*node.hub(), std::move(key), m_clock, node.folder().hubCertificates(), storeOf(node))
{
    QObject::connect(&m_session, &HubSession::stateChanged, &m_session,
        [&node](const HubState &state) { node.setReachable(state.reach == Reach::Online); });
}

HubTalk::~HubTalk()
{
    m_session.stop();
    m_node.setReachable(false);
}

Done HubTalk::agree()
{
    QEventLoop loop;
    Done agreed = done;
    QObject::connect(&m_session, &HubSession::agreed, &loop, [&loop] { loop.quit(); });
    QObject::connect(&m_session, &HubSession::failed, &loop, [&](const Error &why) {
        agreed = why;
        loop.quit();
    });
    QObject::connect(&m_session, &HubSession::stateChanged, &loop, [&](const HubState &state) {
        if (state.reach == Reach::Ended)
            agreed = Refusal::EnrolmentOver; // once what it sold is told
    });
    if (!std::exchange(m_isStarted, true))
        m_session.start();
    else
        m_session.pushSoon();
    loop.exec();
    return agreed;
}

Result<RightsAnswer> HubTalk::ask(const RightsRequest &request)
{
    QEventLoop loop;
    Result<RightsAnswer> result = Refusal::SeatsNotHere;
    QObject::connect(&m_session, &HubSession::answered, &loop, [&](const RightsAnswer &answer) {
        if (answer.id != request.id)
            return;
        result = answer;
        loop.quit();
    });
    QObject::connect(&m_session, &HubSession::refused, &loop, [&](RequestId id, const Refused &why) {
        if (id != request.id)
            return;
        result = why;
        loop.quit();
    });
    m_session.ask(request);
    loop.exec();
    return result;
}

Result<QJsonObject> HubTalk::askHouse(const QString &path, const QJsonObject &body)
{
    QEventLoop loop;
    Result<QJsonObject> said = Error{Error::Kind::Unreachable, QString()};
    m_session.askHouse(path, body, [&](const Result<QJsonObject> &json) {
        said = json;
        loop.quit();
    });
    loop.exec();
    return said;
}

Result<AmountRight> HubTalk::claim(const QString &code)
{
    FOYER_TRY(json, askHouse(QStringLiteral("/v1/claims"), jsonOf(ClaimRequest{Secrets::claimHash(code)})));
    return fromJson<AmountRight>(json);
}

Result<RefundAnswer> HubTalk::refund(const RefundRequest &request)
{
    FOYER_TRY(json, askHouse(QStringLiteral("/v1/refunds"), jsonOf(request)));
    return fromJson<RefundAnswer>(json);
}

} // namespace foyer
