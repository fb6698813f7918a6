#pragma once

#include "services/TerminalAuthority.h"
#include "sync/HubClient.h"

#include <QThread>

namespace foyer {

class DataFolder;
class HubSession;
class Shop;
struct HubLink;

/// A terminal's session with its hub beside a Shop, in a thread of its own. In the Shop's thread.
class HubThread : public QObject
{
public:
    /// `authority` is the Shop's.
    HubThread(
        Shop &shop, TerminalAuthority &authority, const HubLink &link, const DeviceKey &key, const DataFolder &folder);
    ~HubThread() override;

private:
    HouseDesk houseDesk();

    QThread m_thread;
    HubSession *m_session; ///< lives in m_thread
};

} // namespace foyer
