#include "services/PlanCache.h"

#include "storage/CatalogueStore.h"

namespace foyer {

std::shared_ptr<const SeatingPlan> PlanCache::plan(PlanKey key)
{
    auto &plan = m_plans[key];
    if (!plan)
        plan = CatalogueStore(m_db).plan(key);
    return plan;
}

std::shared_ptr<const SeatChooser> PlanCache::chooser(PlanKey key)
{
    auto &chooser = m_choosers[key];
    if (!chooser)
        chooser = std::make_shared<const SeatChooser>(std::make_shared<const SeatGrid>(plan(key)));
    return chooser;
}

} // namespace foyer
