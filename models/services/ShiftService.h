#pragma once

#include "domain/Clock.h"
#include "domain/IdMaker.h"
#include "domain/Result.h"
#include "domain/Shift.h"

namespace foyer {

class Connection;
struct ShiftRow;

/// A counter's drawer, from its float to its count. Staff are already authorised; who did what, and why, goes into the
/// journal. In the thread of its connection.
class ShiftService
{
public:
    ShiftService(Connection &db, const Clock &clock, IdMaker &ids) : m_db(db), m_clock(clock), m_ids(ids) {}

    Result<std::optional<Shift>> current(); ///< the open one
    /// Refused with ShiftOpen while one is.
    Result<Shift> open(StaffId who, Money opening);
    /// Positive: into the drawer. Out of it never more than it should hold, and the refusal doesn't say how much that
    /// is: it will be counted blind.
    Result<DrawerMovement> move(StaffId who, Money amount, const QString &why);
    /// X: of the open shift as of now; changes nothing. `waiting`: entries that the hub hasn't acknowledged, as far as
    /// the caller knows; what was never sent counts in any case.
    Result<ShiftReport> report(qint64 waiting = 0);
    /// Z: ends it. The answer is the first to say what should have been in the drawer; a difference is stated in it,
    /// and nothing is booked for it. Refused with TenderInDoubt while a device still owes an answer: `place` names the
    /// tender, `amount` and `value` (In or Out) say what it is about.
    Result<ShiftReport> close(StaffId who, const CashCount &counted, qint64 waiting = 0);

    Result<QList<Shift>> closed(qint64 before, int count); ///< the newest first, of numbers below `before`
    /// Z again: figure by figure what it was when it was closed.
    Result<ShiftReport> report(ShiftId closed);

private:
    Result<ShiftRow> openRow();
    ShiftReport figures(const ShiftRow &row, const HouseSettings &house, qint64 waiting);

    Connection &m_db;
    const Clock &m_clock;
    IdMaker &m_ids;
};

} // namespace foyer
