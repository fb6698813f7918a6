#pragma once

#include "storage/Connection.h"

namespace foyer::test {

/// Fails the n-th statement from now on and no other; a sweep over n shows that a change is whole or not at all.
class FaultyDisk final : public StatementObserver
{
public:
    /// 1: the next statement.
    void failAt(int nth)
    {
        m_left = nth;
        m_failed = false;
    }
    void heal() { m_left = 0; }
    /// False at the end of a sweep: the work had fewer statements.
    bool failed() const { return m_failed; }

    bool aboutToRun(const char *, const QVariantList &) override
    {
        if (m_left == 0 || --m_left > 0)
            return true;
        m_failed = true;
        return false;
    }

private:
    int m_left = 0;
    bool m_failed = false;
};

} // namespace foyer::test
