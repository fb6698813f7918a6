#pragma once

#include "domain/Id.h"

#include <optional>

namespace foyer {

class Connection;

/// A counter's drawers, one open at a time. Calls throw StorageFailure.
class ShiftStore
{
public:
    explicit ShiftStore(Connection &db) : m_db(db) {}

    std::optional<ShiftId> open() const;

private:
    Connection &m_db;
};

} // namespace foyer
