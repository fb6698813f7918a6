#include "storage/ShiftStore.h"

#include "storage/Connection.h"
#include "storage/HubLinkStore.h"
#include "storage/Journal.h"
#include "storage/PeopleStore.h"
#include "storage/ShiftJson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int salesNamed = 20; ///< of those that the hub doesn't know yet

#define SHIFT_COLUMNS                                                                                                  \
    "s.id, s.number, s.staff, s.opened_at, s.currency, s.opening, s.closed_by, s.closed_at, s.expected, s.counted, "   \
    "s.opened_epoch, s.opened_seq, s.closed_epoch, s.closed_seq, coalesce(o.name, ''), coalesce(c.name, '')"
#define SHIFTS                                                                                                         \
    "SELECT " SHIFT_COLUMNS " FROM shift s LEFT JOIN staff o ON o.id = s.staff LEFT JOIN staff c ON c.id = "           \
    "s.closed_by "
constexpr auto selectOpen = "SELECT id FROM shift WHERE open = 1";
constexpr auto selectShift = SHIFTS "WHERE s.id = ?";
constexpr auto selectClosed = SHIFTS "WHERE s.open IS NULL AND s.number < ? ORDER BY s.number DESC LIMIT ?";
constexpr auto selectAllClosed = SHIFTS "WHERE s.open IS NULL ORDER BY s.number";
constexpr auto selectLast = "SELECT coalesce(max(number), 0) FROM shift";
constexpr auto insertShift = R"(
    INSERT INTO shift (id, number, open, staff, opened_at, currency, opening, opened_epoch, opened_seq)
    VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?))";
constexpr auto updateClosed = R"(
    UPDATE shift SET open = NULL, closed_by = ?, closed_at = ?, expected = ?, counted = ?, closed_epoch = ?,
        closed_seq = ? WHERE id = ? AND open = 1)";

constexpr auto insertMovement =
    "INSERT INTO drawer_movement (id, shift, at, staff, amount, why) VALUES (?, ?, ?, ?, ?, ?)";
constexpr auto selectMovements = R"(
    SELECT m.id, m.at, m.staff, coalesce(s.name, ''), m.amount, m.why FROM drawer_movement m
    LEFT JOIN staff s ON s.id = m.staff WHERE m.shift = ? ORDER BY m.id)";

constexpr auto selectOpenTender = R"(
    SELECT id, wallet, kind, direction, state, amount, currency FROM tender WHERE shift = ? AND state < 3 ORDER BY id)";
// whoever is paid without a visit, and isn't a member, showed a claim code
constexpr auto selectTenders = R"(
    SELECT t.wallet, t.kind, t.direction, t.amount,
        CASE WHEN t.direction = 2 AND t.token IS NULL AND w.member IS NULL THEN 1 ELSE 0 END
    FROM tender t JOIN wallet w ON w.id = t.wallet WHERE t.shift = ? AND t.state = 3)";
constexpr auto selectExpected = R"(
    SELECT (SELECT coalesce(sum(CASE direction WHEN 1 THEN amount ELSE -amount END), 0) FROM tender
            WHERE shift = ? AND state = 3 AND kind = 1)
        + (SELECT coalesce(sum(amount), 0) FROM drawer_movement WHERE shift = ?))";
constexpr auto selectSales = "SELECT wallet, total, tax, number FROM sale WHERE shift = ?";
constexpr auto selectSeats = "SELECT count(*) FROM sale s JOIN ticket t ON t.sale = s.id WHERE s.shift = ?";
constexpr auto selectFree =
    "SELECT count(*) FROM sale s JOIN ticket t ON t.sale = s.id WHERE s.shift = ? AND t.free_because <> ''";
constexpr auto selectRefunds = R"(
    SELECT body FROM journal WHERE kind IN ('refunded', 'refundedAtHub')
        AND (epoch, seq) > (?, ?) AND (epoch, seq) <= (?, ?))";
constexpr auto selectRefundAtHub = R"(
    SELECT 1 FROM journal WHERE (epoch, seq) > (?, ?) AND kind = 'refundedAtHub' AND body LIKE ? LIMIT 1)";

constexpr auto selectSince = "SELECT at FROM journal WHERE epoch = ? AND seq = ?";
constexpr auto selectUntold =
    "SELECT body FROM journal WHERE epoch = ? AND seq > ? AND seq <= ? AND kind = 'sold' ORDER BY seq";
constexpr auto selectClosing = "SELECT hash, body FROM journal WHERE epoch = ? AND seq = ?";

QDateTime utc(qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); }

ShiftRow shiftIn(const Rows &rows)
{
    const auto currency = Currency::fromCode(rows.text(4));
    FOYER_REQUIRE(currency);
    ShiftRow row{{ShiftId::fromBytes(rows.blob(0)), rows.integer(1), StaffId::fromBytes(rows.blob(2)), rows.text(14),
                     utc(rows.integer(3)), {rows.integer(5), *currency}, {}},
        {rows.small(10), rows.integer(11)}, {}};
    if (!rows.isNull(7)) {
        row.shift.end = {StaffId::fromBytes(rows.blob(6)), rows.text(15), utc(rows.integer(7)),
            {rows.integer(8), *currency}, {rows.integer(9), *currency}};
        row.closed = {rows.small(12), rows.integer(13)};
    }
    return row;
}

QJsonObject bodyIn(const Rows &rows, int column)
{
    return QJsonDocument::fromJson(rows.text(column).toUtf8()).object();
}

/// Numbers are made one after the other, and grow.
bool isBefore(const QString &a, const QString &b) { return a.size() == b.size() ? a < b : a.size() < b.size(); }

/// What each customer paid in, and what is left of it once what they bought and were given is taken off.
class Unspent
{
public:
    void paidIn(const QByteArray &wallet, qint64 amount)
    {
        m_left[wallet].in += amount;
        m_left[wallet].rest += amount;
    }
    void used(const QByteArray &wallet, qint64 amount) { m_left[wallet].rest -= amount; }
    void cameBack(const QByteArray &wallet, qint64 amount) { m_left[wallet].rest += amount; }
    qint64 sum() const
    {
        qint64 sum = 0;
        for (const Left &left : m_left)
            sum += std::clamp<qint64>(left.rest, 0, left.in);
        return sum;
    }

private:
    struct Left {
        qint64 in = 0, rest = 0;
    };
    QHash<QByteArray, Left> m_left;
};
} // namespace

std::optional<ShiftId> ShiftStore::open() const
{
    Rows rows = m_db.run(selectOpen);
    return rows.next() ? std::optional(ShiftId::fromBytes(rows.blob(0))) : std::nullopt;
}

std::optional<ShiftRow> ShiftStore::find(ShiftId id) const
{
    Rows rows = m_db.run(selectShift, {id.bytes()});
    return rows.next() ? std::optional(shiftIn(rows)) : std::nullopt;
}

QList<Shift> ShiftStore::closed(qint64 before, int count) const
{
    QList<Shift> shifts;
    for (Rows rows = m_db.run(selectClosed, {before, count}); rows.next();)
        shifts.append(shiftIn(rows).shift);
    return shifts;
}

QList<ShiftRow> ShiftStore::allClosed() const
{
    QList<ShiftRow> shifts;
    for (Rows rows = m_db.run(selectAllClosed); rows.next();)
        shifts.append(shiftIn(rows));
    return shifts;
}

qint64 ShiftStore::nextNumber() const
{
    Rows rows = m_db.run(selectLast);
    return rows.next() ? rows.integer(0) + 1 : 1;
}

void ShiftStore::add(const ShiftRow &row)
{
    const Shift &s = row.shift;
    m_db.run(insertShift, {s.id.bytes(), s.number, s.openedBy.bytes(), s.openedAt.toMSecsSinceEpoch(),
                              s.opening.currency.text(), s.opening.minor, row.opened.epoch, row.opened.seq});
}

void ShiftStore::close(ShiftId id, const Shift::End &end, JournalPlace told)
{
    FOYER_REQUIRE(m_db.run(updateClosed, {end.by.bytes(), end.at.toMSecsSinceEpoch(), end.expected.minor,
                                             end.counted.minor, told.epoch, told.seq, id.bytes()})
                      .changed() == 1);
}

void ShiftStore::add(ShiftId shift, const DrawerMovement &m)
{
    m_db.run(
        insertMovement, {m.id.bytes(), shift.bytes(), m.at.toMSecsSinceEpoch(), m.who.bytes(), m.amount.minor, m.why});
}

QList<DrawerMovement> ShiftStore::movements(ShiftId shift, Currency currency) const
{
    QList<DrawerMovement> movements;
    for (Rows rows = m_db.run(selectMovements, {shift.bytes()}); rows.next();)
        movements.append({DrawerMovementId::fromBytes(rows.blob(0)), utc(rows.integer(1)),
            StaffId::fromBytes(rows.blob(2)), rows.text(3), {rows.integer(4), currency}, rows.text(5)});
    return movements;
}

std::optional<Tender> ShiftStore::openTender(ShiftId shift) const
{
    Rows rows = m_db.run(selectOpenTender, {shift.bytes()});
    if (!rows.next())
        return std::nullopt;
    return Tender{TenderId::fromBytes(rows.blob(0)), WalletId::fromBytes(rows.blob(1)), std::nullopt,
        TenderKind(rows.small(2)), TenderDirection(rows.small(3)), TenderState(rows.small(4)),
        {rows.integer(5), Currency::fromCode(rows.text(6)).value_or(Currency())}};
}

Money ShiftStore::expected(const Shift &shift) const
{
    Rows rows = m_db.run(selectExpected, {shift.id.bytes(), shift.id.bytes()});
    FOYER_REQUIRE(rows.next());
    return shift.opening + Money{rows.integer(0), shift.opening.currency};
}

ShiftReport ShiftStore::figures(const ShiftRow &row, const HouseSettings &house, JournalPlace upTo) const
{
    const QVariantList id{row.shift.id.bytes()};
    const Currency currency = row.shift.opening.currency;
    const Money none{0, currency};
    ShiftReport report{
        .shift = row.shift, .house = house, .sold = none, .refunds = {0, 0, none}, .voids = {0, 0, none}};
    ShiftReport::Tenders tenders{{0, none, 0, none}, {0, none, 0, none}, 0, none, none, none};
    ShiftReport::Tax tax{house.taxBasisPoints, none, none};
    Unspent unspent;
    for (Rows rows = m_db.run(selectTenders, id); rows.next();) {
        ShiftReport::Till &till = TenderKind(rows.small(1)) == TenderKind::Cash ? tenders.cash : tenders.card;
        const bool isIn = TenderDirection(rows.small(2)) == TenderDirection::In;
        ++(isIn ? till.takenCount : till.givenCount);
        (isIn ? till.taken : till.given).minor += rows.integer(3);
        if (isIn)
            unspent.paidIn(rows.blob(0), rows.integer(3));
        else
            unspent.used(rows.blob(0), rows.integer(3));
        if (rows.flag(4)) {
            ++tenders.claims;
            tenders.claimsPaid.minor += rows.integer(3);
        }
    }
    for (Rows rows = m_db.run(selectSales, id); rows.next();) {
        ++report.sales;
        report.sold.minor += rows.integer(1);
        tax.tax.minor += rows.integer(2);
        unspent.used(rows.blob(0), rows.integer(1));
        const QString number = rows.text(3);
        if (report.firstOrder.isEmpty() || isBefore(number, report.firstOrder))
            report.firstOrder = number;
        if (isBefore(report.lastOrder, number))
            report.lastOrder = number;
    }
    if (Rows rows = m_db.run(selectSeats, id); rows.next())
        report.seats = rows.small(0);
    if (Rows rows = m_db.run(selectFree, id); rows.next())
        report.freeSeats = rows.small(0);
    const QVariantList span{row.opened.epoch, row.opened.seq, upTo.epoch, upTo.seq};
    for (Rows rows = m_db.run(selectRefunds, span); rows.next();) {
        const QJsonObject body = bodyIn(rows, 0);
        const Money amount{body["total"_L1].toInteger(), currency};
        ShiftReport::Back &back = body["void"_L1].toBool() ? report.voids : report.refunds;
        ++back.times;
        back.seats += int(body[body.contains("rights"_L1) ? "rights"_L1 : "seats"_L1].toArray().size());
        back.amount += amount;
        tax.tax = tax.tax - taxWithin(amount, house.taxBasisPoints);
        unspent.cameBack(WalletId{QUuid(body["wallet"_L1].toString())}.bytes(), amount.minor);
    }
    tax.gross = report.sold - report.refunds.amount - report.voids.amount;
    report.taxes = {tax};
    report.movements = movements(row.shift.id, currency);
    tenders.unspent.minor = unspent.sum();
    tenders.expected = row.shift.opening + tenders.cash.taken - tenders.cash.given + report.moved();
    report.tenders = tenders;
    return report;
}

bool ShiftStore::hasTold(const ShiftRow &row, RequestId refundAtHub) const
{
    return m_db.run(selectRefundAtHub, {row.opened.epoch, row.opened.seq, u'%' + refundAtHub.text() + u'%'}).next();
}

std::optional<ShiftReport::NotSynced> ShiftStore::notSynced(qint64 acknowledged, Currency currency) const
{
    if (!HubLinkStore(m_db).find())
        return std::nullopt;
    const Head head = journal::head(m_db);
    ShiftReport::NotSynced waiting{std::max<qint64>(0, head.seq - acknowledged), {}, 0, {0, currency}, {}};
    if (Rows rows = m_db.run(selectSince, {head.epoch, acknowledged + 1}); rows.next())
        waiting.since = utc(rows.integer(0));
    for (Rows rows = m_db.run(selectUntold, {head.epoch, acknowledged, head.seq}); rows.next();) {
        const QJsonObject body = bodyIn(rows, 0);
        const Money total{body["total"_L1].toInteger(), currency};
        ++waiting.sales;
        waiting.amount += total;
        if (waiting.first.size() < salesNamed)
            waiting.first.append({body["number"_L1].toString(), total});
    }
    return waiting;
}

ShiftReport ShiftStore::closedReport(const ShiftRow &row) const
{
    FOYER_REQUIRE(row.closed);
    Rows rows = m_db.run(selectClosing, {row.closed->epoch, row.closed->seq});
    FOYER_REQUIRE(rows.next());
    ShiftReport report = shiftReportFromJson(bodyIn(rows, 1)["report"_L1].toObject(), row.shift);
    report.chain = {row.closed->epoch, row.closed->seq, rows.blob(0)};
    const PeopleStore people(m_db);
    for (DrawerMovement &movement : report.movements)
        if (const auto who = people.staff(movement.who))
            movement.whoName = who->member.name;
    return report;
}

} // namespace foyer
