#include "items/StaffModel.h"

#include "services/Shop.h"

namespace foyer {

StaffModel::StaffModel(Shop &shop, QObject *parent)
    : QObject(parent), m_shop(shop), m_outOfService(shop.screenAtStart().isOutOfService)
{
    connect(&shop.changes(), &Changes::committed, this, [this](const ChangeSet &changes) {
        if (m_member && (!changes.orders.isEmpty() || !changes.wallets.isEmpty() || changes.everything))
            loadTotals();
    });
}

void StaffModel::loadNames()
{
    deliver(m_shop.staff(), this, [this](const Result<QList<StaffMember>> &staff) {
        if (!staff.ok())
            Q_EMIT failed(Problem::of(staff));
        else
            m_names = staff.value();
        Q_EMIT changed();
    });
}

void StaffModel::signIn(const QString &name, const QString &pin)
{
    if (m_busy || m_member)
        return;
    ask(m_shop.authorise(name, pin, StaffAction::OpenCorner), [this](const StaffMember &member) {
        m_member = member;
        loadTotals();
        Q_EMIT signedIn();
    });
}

void StaffModel::loadTotals()
{
    deliver(m_shop.totals(), this, [this, session = m_session](const Result<DayTotals> &totals) {
        if (session != m_session)
            return;
        if (totals.ok())
            m_totals = totals.value();
        else
            Q_EMIT failed(Problem::of(totals));
        Q_EMIT changed();
    });
}

void StaffModel::setAdmissionLimit(int limit)
{
    if (!m_busy && m_member)
        ask(m_shop.setAdmissionLimit(limit, m_member->id), [](const auto &) {}); // the settings tell of it
}

void StaffModel::setOutOfService(bool out)
{
    if (!m_busy && m_member)
        ask(m_shop.setOutOfService(out, m_member->id), [this, out](const auto &) { m_outOfService = out; });
}

void StaffModel::findOrder(const QString &digits)
{
    if (m_busy || !m_member)
        return;
    m_order.reset();
    ask(m_shop.orderByDigits(digits), [this](const Order &order) { m_order = order; });
}

void StaffModel::forgetOrder()
{
    m_order.reset();
    Q_EMIT changed();
}

void StaffModel::printAgain()
{
    if (!m_busy && m_member && m_order)
        ask(m_shop.printAgain(m_order->id, m_member->id), [this](Order order) { // a copy: whoever hears it closes us
            Q_EMIT printWanted(order);
        });
}

void StaffModel::close()
{
    ++m_session;
    m_member.reset();
    m_totals.reset();
    m_order.reset();
    m_busy = false;
    Q_EMIT changed();
}

void StaffModel::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        Q_EMIT changed();
}

} // namespace foyer
