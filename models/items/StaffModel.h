#pragma once

#include "domain/DayTotals.h"
#include "domain/Deliver.h"
#include "domain/Order.h"
#include "domain/Staff.h"
#include "items/Problem.h"

#include <QFuture>
#include <QObject>

namespace foyer {

class Shop;

/// What staff do at a screen: who may sign in, who has, and what they look at and change. Closed, it knows nothing of
/// them but whether this screen is out of service, and that a restart doesn't change either.
class StaffModel : public QObject
{
    Q_OBJECT
public:
    StaffModel(Shop &shop, QObject *parent);

    const QList<StaffMember> &names() const { return m_names; } ///< in a kiosk's foyer names are no secret, PINs are
    bool isBusy() const { return m_busy; }
    const std::optional<StaffMember> &member() const { return m_member; }
    bool may(StaffAction action) const { return m_member && m_member->role >= roleFor(action); }
    const std::optional<DayTotals> &totals() const { return m_totals; }
    const std::optional<Order> &order() const { return m_order; }
    bool isOutOfService() const { return m_outOfService; }

    void loadNames();
    void signIn(const QString &name, const QString &pin);
    void setAdmissionLimit(int limit);
    void setOutOfService(bool out);
    void findOrder(const QString &digits); ///< of its number, without the dash
    void forgetOrder();
    void printAgain();
    void close();

Q_SIGNALS:
    void changed();
    void signedIn();
    void printWanted(const foyer::Order &order);
    void asked(); ///< the shop, anew: what it said before is over
    void failed(const foyer::Problem &problem);

private:
    void loadTotals();
    void setBusy(bool busy);
    /// One question at a time; its answer is dropped when the corner was closed meanwhile.
    template <typename T, typename Handler>
    void ask(QFuture<Result<T>> future, Handler handler);

    Shop &m_shop;
    QList<StaffMember> m_names;
    int m_session = 0;
    bool m_busy = false;
    bool m_outOfService;
    std::optional<StaffMember> m_member;
    std::optional<DayTotals> m_totals;
    std::optional<Order> m_order;
};

template <typename T, typename Handler>
void StaffModel::ask(QFuture<Result<T>> future, Handler handler)
{
    Q_EMIT asked();
    setBusy(true);
    deliver(
        std::move(future), this, [this, handler = std::move(handler), session = m_session](const Result<T> &result) {
            if (session != m_session)
                return;
            setBusy(false);
            if (result.ok())
                handler(result.value());
            else
                Q_EMIT failed(Problem::of(result));
            Q_EMIT changed();
        });
}

} // namespace foyer
