#include "storage/DayStore.h"

#include "domain/Tender.h"
#include "domain/Wallet.h"
#include "storage/Connection.h"

#include <QtEndian>

namespace foyer {

namespace {
// `id >= ?`: ids begin with the time they were made at, so that a day costs a day and not the house's history
constexpr auto selectSold = R"(
    SELECT count(*), coalesce(sum(total), 0) FROM sale WHERE id >= ? AND paid_at >= ? AND paid_at < ?)";
constexpr auto selectSeats = R"(
    SELECT count(*) FROM sale s JOIN ticket t ON t.sale = s.id WHERE s.id >= ? AND s.paid_at >= ? AND s.paid_at < ?)";
constexpr auto selectRefunded = R"(
    SELECT coalesce(sum(p.amount), 0) FROM movement m JOIN posting p ON p.movement = m.id AND p.account = 1
    WHERE m.id >= ? AND m.at >= ? AND m.at < ? AND m.kind = 3)";
constexpr auto selectTills = R"(
    SELECT p.account, sum(max(-p.amount, 0)), sum(max(p.amount, 0)) FROM movement m
    JOIN posting p ON p.movement = m.id AND p.account IN (2, 3)
    WHERE m.id >= ? AND m.at >= ? AND m.at < ? GROUP BY p.account)";

/// No id made in the day is smaller, also when the clock was a day off or an order's id waited for its payment.
QByteArray firstId(const QDateTime &from)
{
    QByteArray id(16, '\0');
    qToBigEndian(quint64(from.addDays(-1).toMSecsSinceEpoch()) << 16, id.data());
    return id;
}
} // namespace

DayTotals DayStore::totals(const QDateTime &from, const QDateTime &to, const Currency &currency) const
{
    const QVariantList span{firstId(from), from.toMSecsSinceEpoch(), to.toMSecsSinceEpoch()};
    const Money none{0, currency};
    DayTotals totals{{}, 0, 0, none, none, {none, none}, {none, none}};
    if (Rows rows = m_db.run(selectSold, span); rows.next()) {
        totals.orders = rows.small(0);
        totals.sold.minor = rows.integer(1);
    }
    if (Rows rows = m_db.run(selectSeats, span); rows.next())
        totals.seats = rows.small(0);
    if (Rows rows = m_db.run(selectRefunded, span); rows.next())
        totals.refunded.minor = rows.integer(0);
    for (Rows rows = m_db.run(selectTills, span); rows.next();) {
        DayTotals::Till &till = Account(rows.small(0)) == Account::Cash ? totals.cash : totals.card;
        till = {{rows.integer(1), currency}, {rows.integer(2), currency}};
    }
    return totals;
}

} // namespace foyer
