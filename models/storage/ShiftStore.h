#pragma once

#include "domain/Shift.h"
#include "domain/Tender.h"

namespace foyer {

class Connection;

/// Where in the journal something is told of.
struct JournalPlace {
    int epoch = 0;
    qint64 seq = 0;
};

struct ShiftRow {
    Shift shift;
    JournalPlace opened;
    std::optional<JournalPlace> closed;
};

/// A counter's drawers, one open at a time. Calls throw StorageFailure; so does what would change a closed one.
class ShiftStore
{
public:
    explicit ShiftStore(Connection &db) : m_db(db) {}

    std::optional<ShiftId> open() const;
    std::optional<ShiftRow> find(ShiftId id) const;
    QList<Shift> closed(qint64 before, int count) const; ///< the newest first, of numbers below `before`
    QList<ShiftRow> allClosed() const;                   ///< by number
    qint64 nextNumber() const;
    void add(const ShiftRow &row);
    void close(ShiftId id, const Shift::End &end, JournalPlace told);

    void add(ShiftId shift, const DrawerMovement &movement);
    QList<DrawerMovement> movements(ShiftId shift, Currency currency) const; ///< the oldest first

    /// What has no answer yet, and is asked of a device for this drawer.
    std::optional<Tender> openTender(ShiftId shift) const;
    /// Its float, what moved, and cash that customers paid and were given.
    Money expected(const Shift &shift) const;
    /// Everything that rows and entries up to `upTo` say of it.
    ShiftReport figures(const ShiftRow &row, const HouseSettings &house, JournalPlace upTo) const;
    /// Of a terminal, entries after `acknowledged` in the present epoch; nothing at a root.
    bool hasTold(const ShiftRow &row, RequestId refundAtHub) const; ///< since it was opened
    std::optional<ShiftReport::NotSynced> notSynced(qint64 acknowledged, Currency currency) const;
    /// As it was closed.
    ShiftReport closedReport(const ShiftRow &row) const;

private:
    Connection &m_db;
};

} // namespace foyer
