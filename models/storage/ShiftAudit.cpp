#include "storage/ShiftAudit.h"

#include "storage/Connection.h"
#include "storage/ShiftJson.h"
#include "storage/ShiftStore.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr auto selectTold = "SELECT 1 FROM journal WHERE epoch = ? AND seq = ? AND kind = 'shiftClosed'";

/// Seats aren't among them: they may change hands within an order later on.
QStringList differences(const QJsonObject &told, const QJsonObject &now)
{
    QStringList names;
    for (const QString &name : {u"sales"_s, u"sold"_s, u"firstOrder"_s, u"lastOrder"_s, u"refunds"_s, u"voids"_s,
             u"moved"_s, u"cash"_s, u"card"_s})
        if (told[name] != now[name])
            names.append(name);
    return names;
}
} // namespace

void compareShifts(Connection &db, AuditReport &report)
{
    const ShiftStore shifts(db);
    for (const ShiftRow &row : shifts.allClosed()) {
        if (!row.closed || !db.run(selectTold, {row.closed->epoch, row.closed->seq}).next()) {
            report.violate(u"shift-not-told"_s, row.shift.id.text(), u"no entry tells how it was closed"_s);
            continue;
        }
        const ShiftReport told = shifts.closedReport(row);
        const JournalPlace before{row.closed->epoch, row.closed->seq - 1};
        const QStringList other = differences(jsonOf(told), jsonOf(shifts.figures(row, told.house, before)));
        if (!other.isEmpty())
            report.violate(u"shift-of-other-figures"_s, row.shift.id.text(),
                u"its rows say something else now: %1"_s.arg(other.join(u", "_s)));
    }
}

} // namespace foyer
