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

} // namespace foyer
