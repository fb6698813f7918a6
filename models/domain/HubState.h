#pragma once

#include <QDateTime>

namespace foyer {

/// How a terminal stands with its hub.
enum class Reach : quint8 {
    Offline, ///< nobody answers, or not yet
    Online,  ///< agreed, and told of what changes
    Ended    ///< the hub has ended its enrolment: it sells nothing any more
};

struct HubState {
    Reach reach = Reach::Offline;
    QDateTime since;    ///< UTC; invalid: since the program started
    qint64 waiting = 0; ///< entries that the hub hasn't acknowledged
    friend bool operator==(const HubState &, const HubState &) = default;
};

} // namespace foyer
