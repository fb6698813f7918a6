#pragma once

#include <QDateTime>
#include <QString>

namespace foyer {

/// How a terminal stands with its hub.
enum class Reach : quint8 {
    Offline, ///< nobody answers, or not yet
    Online,  ///< agreed, and told of what changes
    Ended    ///< the hub has ended its enrolment: it sells nothing any more
};

struct HubState {
    Reach reach = Reach::Offline;
    QDateTime since;             ///< UTC
    qint64 waiting = 0;          ///< entries that the hub hasn't acknowledged
    QDateTime heardAt = {};      ///< UTC: as of when this terminal knows what the hub knows; invalid: never yet
    QString name = {}, url = {}; ///< this terminal's as the hub has it, and the hub's
    friend bool operator==(const HubState &, const HubState &) = default;
};

} // namespace foyer
