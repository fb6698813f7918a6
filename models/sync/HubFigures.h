#pragma once

#include "domain/Clock.h"
#include "domain/HouseFigures.h"
#include "domain/Result.h"

#include <QHash>
#include <memory>

namespace foyer {

class Connection;
class FigureReading;

/// What the house sold, for its desks, read in turns. In the thread of its connection.
class HubFigures
{
public:
    HubFigures(Connection &db, const Clock &clock) : m_db(db), m_clock(clock) {}
    ~HubFigures();
    Q_DISABLE_COPY_MOVE(HubFigures)

    /// A turn of that reading, some hundredths of a second long; of journals that were read on before.
    Result<FigureProgress> readOn(NodeId by, const FigureWish &wish);

private:
    struct Run {
        RequestId id;
        std::shared_ptr<FigureReading> reading;
    };

    Connection &m_db;
    const Clock &m_clock;
    QHash<NodeId, QList<Run>> m_runs; ///< what was asked for last is last
};

} // namespace foyer
