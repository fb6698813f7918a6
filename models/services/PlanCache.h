#pragma once

#include "domain/SeatChooser.h"

#include <QHash>
#include <memory>

namespace foyer {

class Connection;

/// Plan versions never change, so they may be kept between transactions. In the thread of its connection.
class PlanCache
{
public:
    explicit PlanCache(Connection &db) : m_db(db) {}
    std::shared_ptr<const SeatingPlan> plan(PlanKey key);
    std::shared_ptr<const SeatChooser> chooser(PlanKey key);

private:
    Connection &m_db;
    QHash<PlanKey, std::shared_ptr<const SeatingPlan>> m_plans;
    QHash<PlanKey, std::shared_ptr<const SeatChooser>> m_choosers;
};

} // namespace foyer
