#pragma once

#include "domain/Clock.h"
#include "items/Problem.h"

#include <QObject>

namespace foyer {

class Shop;

/// A customer's call for staff. It outlives the visit and the program, and ends by the customer's own word or a member
/// of staff's PIN. Its bell rings again until somebody comes, but not for ever.
class StaffCallModel : public QObject
{
    Q_OBJECT
public:
    StaffCallModel(Shop &shop, QObject *parent);

    bool isCalled() const { return m_called; }
    bool isAsking() const { return m_asking; } ///< for the PIN that ends it
    bool isBusy() const { return m_busy; }

    void call(); ///< where staff are called already it only rings anew
    void takeBack();
    void ask();
    void stopAsking();
    void end(const QString &name, const QString &pin);
    void tick(); ///< each second

Q_SIGNALS:
    void called();
    void rings();
    void changed();
    void asked(); ///< the shop, anew: what it said before is over
    void failed(const foyer::Problem &problem);

private:
    void set(bool isCalled);
    void ring();

    Shop &m_shop;
    bool m_called;
    bool m_asking = false;
    bool m_busy = false;
    SteadyTime m_rungSince, m_rungLast;
};

} // namespace foyer
