#pragma once

#include "items/Problem.h"

#include <QObject>

namespace foyer {

class Shop;

/// A customer's call for staff. It outlives the visit and ends by the customer's own word or a member of staff's PIN;
/// a restart forgets it, the journal doesn't.
class StaffCallModel : public QObject
{
    Q_OBJECT
public:
    StaffCallModel(Shop &shop, QObject *parent);

    bool isCalled() const { return m_called; }
    bool isAsking() const { return m_asking; } ///< for the PIN that ends it
    bool isBusy() const { return m_busy; }

    void call();
    void takeBack();
    void ask();
    void stopAsking();
    void end(const QString &name, const QString &pin);

Q_SIGNALS:
    void called();
    void changed();
    void asked(); ///< the shop, anew: what it said before is over
    void failed(const foyer::Problem &problem);

private:
    void set(bool isCalled);

    Shop &m_shop;
    bool m_called = false;
    bool m_asking = false;
    bool m_busy = false;
};

} // namespace foyer
