#pragma once

#include "services/BoxOffice.h"

namespace foyer {

/// Acts on the house, each done once: one that nobody knows the end of is asked again as it was, not anew (law 4).
class HouseActs
{
public:
    explicit HouseActs(BoxOffice &office) : m_office(office) {}

    /// Its id is given here.
    QFuture<Result<HouseActDone>> send(HouseAct act)
    {
        act.id = m_office.newRequest();
        if (m_unknown && isSame(*m_unknown, act))
            act = *m_unknown;
        m_unknown = act;
        return m_office.act(act);
    }
    void answered(const Result<HouseActDone> &answer)
    {
        if (!answer.isRefused(Refusal::HubNeeded))
            m_unknown.reset();
    }
    void forget() { m_unknown.reset(); } ///< somebody else works here

private:
    static bool isSame(const HouseAct &a, const HouseAct &b)
    {
        return a.kind == b.kind && a.task == b.task && a.remedy == b.remedy && a.node == b.node &&
               a.performance == b.performance && a.count == b.count && a.token == b.token;
    }

    BoxOffice &m_office;
    std::optional<HouseAct> m_unknown;
};

} // namespace foyer
