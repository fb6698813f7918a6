#pragma once

#include "sync/HubSession.h"

namespace foyer {

class DataFolder;

/// Makes this machine a terminal of a hub, with a one-time code: its wish is stored, sent, and answered; the house's
/// key is kept, and a new epoch begins. `then` in the client's thread. Programs that have the house's key open must
/// start anew afterwards.
void enrolMachine(HubClient &client, const DeviceKey &key, const DataFolder &folder, const QUrl &hub,
    const QString &code, const Clock &clock, const HubSession::InStore &inStore,
    std::function<void(const Result<HubLink> &)> then);

} // namespace foyer
