#pragma once

#include "domain/ChangeSet.h"

#include <QObject>

namespace foyer {

/// The one source of live updates, from this program, from another on the same database, or from the hub: the ids of
/// what a committed transaction changed. Emitted in the UI thread.
class Changes : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void committed(const foyer::ChangeSet &changes);
};

} // namespace foyer
