#pragma once

#include "domain/Id.h"

#include <QDateTime>
#include <QString>

namespace foyer {

/// A terminal's hub, and up to where its news were taken in.
struct HubLink {
    NodeId hub;
    QString url;
    QString name;         ///< this terminal's, as the hub has it
    int incarnation = 0;  ///< the hub's, of `change`
    qint64 change = 0;    ///< 0: nothing yet
    qint64 catalogue = 0; ///< version
    QDateTime heardAt;    ///< UTC, for people
    QString lane;         ///< the letters of this terminal's own queue while the hub is away
};

} // namespace foyer
