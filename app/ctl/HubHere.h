#pragma once

#include "Command.h"
#include "services/Node.h"
#include "sync/HubService.h"
#include "sync/HubSession.h"

namespace foyer {

/// The hub in this data folder, beside a foyer-hub or alone.
class HubHere
{
public:
    static Result<std::unique_ptr<HubHere>> open(const DataFolder &folder);

    Node &node() { return *m_node; }
    HubService &service() { return m_service; }

private:
    HubHere(std::unique_ptr<Node> node, std::unique_ptr<EpochRegister> epochs)
        : m_node(std::move(node)), m_epochs(std::move(epochs)),
          m_service(m_node->db(), m_clock, m_node->ids(), *m_epochs)
    {
    }

    SystemClock m_clock;
    std::unique_ptr<Node> m_node;
    std::unique_ptr<EpochRegister> m_epochs;
    HubService m_service;
};

/// A terminal's store in this thread.
inline HubSession::InStore storeOf(Node &node)
{
    return
        [&node](const HubSession::Work &work) { return QtFuture::makeReadyFuture(work(node.db(), node.services())); };
}

/// A terminal's session with its hub, as long as one command runs.
class HubTalk
{
public:
    /// NotATerminal where the node has no hub.
    static Result<std::unique_ptr<HubTalk>> open(Node &node);
    ~HubTalk();

    /// Everything told and heard; Unreachable when this try fails.
    Done agree();
    Result<RightsAnswer> ask(const RightsRequest &request);
    /// What a claim code is worth, wherever its money lies; Unreachable while the hub is away.
    Result<AmountRight> claim(const QString &code);
    /// The hub's refund of an order (law 10); Unreachable while it is away.
    Result<RefundAnswer> refund(const RefundRequest &request);
    const HubState &state() const { return m_session.state(); }

private:
    HubTalk(Node &node, DeviceKey key);
    Result<QJsonObject> askHouse(const QString &path, const QJsonObject &body);

    SystemClock m_clock;
    Node &m_node;
    HubSession m_session;
    bool m_isStarted = false;
};

} // namespace foyer
