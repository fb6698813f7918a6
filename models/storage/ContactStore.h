#pragma once

#include "domain/HouseOrders.h"

namespace foyer {

class Connection;

/// How buyers want to be found: beside the orders, so that it can be forgotten. Calls throw StorageFailure.
class ContactStore
{
public:
    explicit ContactStore(Connection &db) : m_db(db) {}

    Contact find(OrderId order) const;               ///< empty when there is none
    void set(OrderId order, const Contact &contact); ///< an empty one is forgotten

    // Of a terminal: whose contact its hub doesn't know as it is by now, also that it was forgotten
    void noteUntold(OrderId order);
    HouseOrderAct untold(OrderId after) const;            ///< the next, to be told; a null order: there is none
    void noteTold(OrderId order, const Contact &contact); ///< nothing when it has changed meanwhile

private:
    Connection &m_db;
};

} // namespace foyer
