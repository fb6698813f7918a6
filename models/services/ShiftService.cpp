#include "services/ShiftService.h"

#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/PeopleStore.h"
#include "storage/ShiftJson.h"
#include "storage/ShiftStore.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QString nameOfStaff(Connection &db, StaffId id)
{
    const auto row = PeopleStore(db).staff(id);
    return row ? row->member.name : QString();
}

bool canBe(Money amount, const HouseSettings &house)
{
    return amount.currency == house.currency && amount.minor >= -limits::moneyMax && amount.minor <= limits::moneyMax;
}
} // namespace

Result<ShiftRow> ShiftService::openRow()
{
    const ShiftStore shifts(m_db);
    const auto id = shifts.open();
    return id ? Result<ShiftRow>(*shifts.find(*id)) : Result<ShiftRow>(Refusal::ShiftNotOpen);
}

Result<std::optional<Shift>> ShiftService::current()
{
    return m_db.read([&]() -> Result<std::optional<Shift>> {
        const auto row = openRow();
        return row.ok() ? std::optional(row.value().shift) : std::optional<Shift>();
    });
}

Result<Shift> ShiftService::open(StaffId who, Money opening)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<Shift> {
        if (!canBe(opening, tx.settings()) || opening.minor < 0)
            return Refusal::AmountInvalid;
        ShiftStore shifts(tx.db());
        if (shifts.open())
            return Refusal::ShiftOpen;
        const Shift shift{
            m_ids.make<ShiftId>(), shifts.nextNumber(), who, nameOfStaff(tx.db(), who), m_clock.utc(), opening, {}};
        tx.tell(u"shiftOpened"_s, {{u"shift"_s, shift.id.text()}, {u"number"_s, shift.number}, {u"staff"_s, who.text()},
                                      {u"opening"_s, opening.minor}, {u"currency"_s, opening.currency.text()}});
        shifts.add({shift, {tx.head().epoch, tx.head().seq}, {}});
        return shift;
    });
}

Result<DrawerMovement> ShiftService::move(StaffId who, Money amount, const QString &why)
{
    const QString reason = why.trimmed();
    if (reason.isEmpty())
        return Refusal::ReasonNeeded;
    if (reason.size() > limits::nameLengthMax)
        return Refused{.why = Refusal::BadInput, .fault = InputFault::NameTooLong, .place = u"/why"_s};
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<DrawerMovement> {
        FOYER_TRY(row, openRow());
        if (!canBe(amount, tx.settings()) || amount.isZero())
            return Refusal::AmountInvalid;
        ShiftStore shifts(tx.db());
        if (amount.minor < 0 && (shifts.expected(row.shift) + amount).minor < 0)
            return Refusal::AmountInvalid;
        const DrawerMovement movement{
            m_ids.make<DrawerMovementId>(), m_clock.utc(), who, nameOfStaff(tx.db(), who), amount, reason};
        shifts.add(row.shift.id, movement);
        tx.tell(u"drawerMoved"_s, {{u"shift"_s, row.shift.id.text()}, {u"movement"_s, movement.id.text()},
                                      {u"staff"_s, who.text()}, {u"amount"_s, amount.minor}, {u"why"_s, reason}});
        return movement;
    });
}

ShiftReport ShiftService::figures(const ShiftRow &row, const HouseSettings &house, qint64 waiting)
{
    const ShiftStore shifts(m_db);
    const Head head = journal::head(m_db);
    ShiftReport report = shifts.figures(row, house, {head.epoch, head.seq});
    report.at = m_clock.utc();
    report.notSynced = shifts.notSynced(std::min(journal::sent(m_db), head.seq - waiting), house.currency);
    report.chain = {head.epoch, head.seq, head.hash};
    return report;
}

Result<ShiftReport> ShiftService::report(qint64 waiting)
{
    return m_db.read([&]() -> Result<ShiftReport> {
        FOYER_TRY(row, openRow());
        return figures(row, CatalogueStore(m_db).settings(), waiting);
    });
}

Result<ShiftReport> ShiftService::close(StaffId who, const CashCount &counted, qint64 waiting)
{
    return m_db.write(m_clock, [&](Transaction &tx) -> Result<ShiftReport> {
        FOYER_TRY(row, openRow());
        const auto whole = CashCount::of(counted.piles, counted.sum.currency);
        const bool isWhole = counted.piles.isEmpty() || (whole && whole->sum == counted.sum);
        if (!canBe(counted.sum, tx.settings()) || counted.sum.minor < 0 || !isWhole)
            return Refusal::AmountInvalid;
        ShiftStore shifts(tx.db());
        if (const auto tender = shifts.openTender(row.shift.id))
            return Refused{.why = Refusal::TenderInDoubt,
                .amount = tender->amount,
                .place = tender->id.text(),
                .value = nameOf(tender->direction)};
        ShiftReport report = figures(row, tx.settings(), waiting);
        report.counted = counted;
        const Shift::End end{who, nameOfStaff(tx.db(), who), report.at, report.tenders->expected, counted.sum};
        tx.tell(u"shiftClosed"_s,
            {{u"shift"_s, row.shift.id.text()}, {u"number"_s, row.shift.number}, {u"staff"_s, who.text()},
                {u"expected"_s, end.expected.minor}, {u"counted"_s, end.counted.minor},
                {u"difference"_s, end.difference().minor}, {u"report"_s, jsonOf(report)}});
        shifts.close(row.shift.id, end, {tx.head().epoch, tx.head().seq});
        return shifts.closedReport(*shifts.find(row.shift.id)); // as it will be read ever after
    });
}

Result<QList<Shift>> ShiftService::closed(qint64 before, int count)
{
    return m_db.read([&]() -> Result<QList<Shift>> { return ShiftStore(m_db).closed(before, count); });
}

Result<ShiftReport> ShiftService::report(ShiftId closed)
{
    return m_db.read([&]() -> Result<ShiftReport> {
        const ShiftStore shifts(m_db);
        const auto row = shifts.find(closed);
        if (!row || !row->closed)
            return Refusal::ShiftNotOpen;
        return shifts.closedReport(*row);
    });
}

} // namespace foyer
