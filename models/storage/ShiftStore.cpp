#include "storage/ShiftStore.h"

#include "storage/Connection.h"

namespace foyer {

namespace {
constexpr auto selectOpen = "SELECT id FROM shift WHERE open = 1";
}

std::optional<ShiftId> ShiftStore::open() const
{
    Rows rows = m_db.run(selectOpen);
    return rows.next() ? std::optional(ShiftId::fromBytes(rows.blob(0))) : std::nullopt;
}

} // namespace foyer
