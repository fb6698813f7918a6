#include "storage/ScreenStore.h"

#include "storage/Connection.h"

namespace foyer {

namespace {
constexpr auto selectState = "SELECT out_of_service, staff_called FROM screen";
constexpr auto upsertState = R"(
    INSERT INTO screen (one, out_of_service, staff_called) VALUES (1, ?, ?)
    ON CONFLICT (one) DO UPDATE SET out_of_service = excluded.out_of_service, staff_called = excluded.staff_called)";
} // namespace

ScreenState ScreenStore::state() const
{
    Rows rows = m_db.run(selectState);
    return rows.next() ? ScreenState{rows.flag(0), rows.flag(1)} : ScreenState();
}

void ScreenStore::save(const ScreenState &state)
{
    m_db.run(upsertState, {int(state.isOutOfService), int(state.isStaffCalled)});
}

} // namespace foyer
