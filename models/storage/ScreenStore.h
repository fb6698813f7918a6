#pragma once

#include "domain/Staff.h"

namespace foyer {

class Connection;

/// What this node's screen goes on with after a restart. Calls throw StorageFailure.
class ScreenStore
{
public:
    explicit ScreenStore(Connection &db) : m_db(db) {}

    ScreenState state() const;
    void save(const ScreenState &state);

private:
    Connection &m_db;
};

} // namespace foyer
