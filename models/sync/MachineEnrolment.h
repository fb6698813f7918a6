#pragma once

#include "services/Enroller.h"
#include "sync/HubSession.h"

namespace foyer {

class DataFolder;

/// Makes this machine a terminal of a hub, with a one-time code, once: its wish is stored, sent, and answered; the
/// house's key is kept, a new epoch begins, and staff get new PINs. A crash between the steps leaves it what it was or
/// a terminal (Node::open finishes). In the thread that made it.
class MachineEnrolment : public QObject
{
public:
    using Then = std::function<void(const Result<Joined> &)>;
    static constexpr std::chrono::seconds patience{20}; ///< with the hub

    /// Every program that has the folder open must start anew once `then` says yes.
    MachineEnrolment(const HubAddress &hub, DeviceKey key, const DataFolder &folder, const Clock &clock,
        HubSession::InStore inStore, Then then);

    void start(const QString &code);
    /// What is on its way is lost, as on a network; too late once the hub has answered.
    void giveUp();

private:
    void send();
    void begin(const Enrolled &enrolled);
    void finish();
    void renewPins();

    HubAddress m_hub;
    DeviceKey m_key;
    QString m_houseKey; ///< file
    const Clock &m_clock;
    std::shared_ptr<IdMaker> m_ids; ///< a job in the store may outlive this
    HubSession::InStore m_inStore;
    Then m_then;
    HubClient m_client;
    bool m_isGivenUp = false;
    EnrolWish m_wish;
    Joined m_joined;
};

} // namespace foyer
