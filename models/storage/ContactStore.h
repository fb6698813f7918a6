#pragma once

#include "domain/OrderSearch.h"

namespace foyer {

class Connection;

/// How buyers want to be found: beside the orders, so that it can be forgotten. Calls throw StorageFailure.
class ContactStore
{
public:
    explicit ContactStore(Connection &db) : m_db(db) {}

    Contact find(OrderId order) const; ///< empty when there is none
    void save(OrderId order, const Contact &contact);
    void forget(OrderId order);

private:
    Connection &m_db;
};

} // namespace foyer
