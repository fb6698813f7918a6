#include "items/StaffCallModel.h"

#include "domain/Deliver.h"
#include "domain/Limits.h"
#include "services/Shop.h"

namespace foyer {

StaffCallModel::StaffCallModel(Shop &shop, QObject *parent)
    : QObject(parent), m_shop(shop), m_called(shop.screenAtStart().isStaffCalled), m_rungSince(shop.clock().steady()),
      m_rungLast(m_rungSince)
{
}

// Help is on its way also where the journal can't be written; that is told beside it.
void StaffCallModel::call()
{
    const SteadyTime now = m_shop.clock().steady();
    if (m_called && now - m_rungLast < limits::ringAgainAfter)
        return;
    m_rungSince = now;
    ring();
    if (m_called)
        return;
    set(true);
    Q_EMIT called();
    deliver(m_shop.callStaff(), this, [this](const Done &told) {
        if (!told.ok())
            Q_EMIT failed(Problem::of(told));
    });
}

void StaffCallModel::takeBack()
{
    if (!m_called || m_busy)
        return;
    set(false);
    deliver(m_shop.takeBackCall(), this, [this](const Done &told) {
        if (!told.ok())
            Q_EMIT failed(Problem::of(told));
    });
}

void StaffCallModel::ask()
{
    if (!m_called || std::exchange(m_asking, true))
        return;
    Q_EMIT changed();
}

void StaffCallModel::stopAsking()
{
    if (std::exchange(m_asking, false))
        Q_EMIT changed();
}

void StaffCallModel::end(const QString &name, const QString &pin)
{
    if (!m_called || m_busy)
        return;
    m_busy = true;
    Q_EMIT changed();
    Q_EMIT asked();
    deliver(m_shop.authorise(name, pin, StaffAction::EndCall), this, [this](const Result<StaffMember> &member) {
        m_busy = false;
        if (member.ok())
            return set(false);
        Q_EMIT changed();
        Q_EMIT failed(Problem::of(member));
    });
}

// Whoever types a PIN has heard it.
void StaffCallModel::tick()
{
    const SteadyTime now = m_shop.clock().steady();
    if (m_called && !m_asking && now - m_rungSince < limits::ringAtMost && now - m_rungLast >= limits::ringAgainAfter)
        ring();
}

void StaffCallModel::ring()
{
    m_rungLast = m_shop.clock().steady();
    Q_EMIT rings();
}

void StaffCallModel::set(bool isCalled)
{
    m_called = isCalled;
    m_asking = false;
    Q_EMIT changed();
}

} // namespace foyer
