#include "storage/OrderSearchStore.h"

#include "storage/Connection.h"

namespace foyer {

namespace {
constexpr auto selectNewest = "SELECT id FROM sale WHERE id < ? ORDER BY id DESC LIMIT ?";
constexpr auto selectNumberStart = R"(
    SELECT id, number FROM sale WHERE number >= ? AND number < ? ORDER BY number DESC LIMIT ?)";
constexpr auto selectNumberEnd = R"(
    SELECT id FROM sale WHERE substr(number, length(number) - 5) = ? AND id < ?
        AND substr(number, length(number) - ?) = ? ORDER BY id DESC LIMIT ?)";
constexpr auto selectDigitsOfContacts = R"(
    SELECT sale FROM sale_contact WHERE last_digits = ? AND sale < ? ORDER BY sale DESC LIMIT ?)";
constexpr auto selectWalletsOfDigits = "SELECT wallet FROM member WHERE last_digits = ?";
constexpr auto selectOfWallet = "SELECT id FROM sale WHERE wallet = ? AND id < ? ORDER BY id DESC LIMIT ?";
constexpr auto selectSoonestOfWallet = R"(
    SELECT id FROM (SELECT s.id, p.starts_at, CASE WHEN s.state = 1 AND p.starts_at > ? THEN 1 ELSE 0 END AS to_come
        FROM sale s JOIN performance p ON p.key = s.performance WHERE s.wallet = ?) AS own
    ORDER BY to_come DESC, CASE WHEN to_come = 1 THEN starts_at ELSE -starts_at END, id DESC LIMIT ?)";
// Of the same name from the newest on, then the next names: an index has both in this order.
constexpr auto selectSameName = R"(
    SELECT sale, name_key FROM sale_contact WHERE name_key = ? AND sale < ? ORDER BY sale DESC LIMIT ?)";
constexpr auto selectNextNames = R"(
    SELECT sale, name_key FROM sale_contact WHERE name_key > ? AND name_key < ? ORDER BY name_key, sale DESC LIMIT ?)";
constexpr auto selectSameInitials = R"(
    SELECT sale, initials FROM sale_contact WHERE initials = ? AND sale < ? AND name_key >= ? AND name_key < ?
    ORDER BY sale DESC LIMIT ?)";
constexpr auto selectNextInitials = R"(
    SELECT sale, initials FROM sale_contact WHERE initials > ? AND initials < ? AND name_key >= ? AND name_key < ?
    ORDER BY initials, sale DESC LIMIT ?)";
constexpr auto selectOfTicket = "SELECT sale, code FROM ticket WHERE id = ?";
constexpr auto selectOfSeat = "SELECT sale FROM ticket WHERE performance = ? AND seat = ? AND live = 1";
constexpr auto selectDates = "SELECT key FROM performance WHERE starts_at > ? ORDER BY starts_at LIMIT ?";
constexpr auto selectLine = R"(
    SELECT s.number, coalesce(c.name, ''), coalesce(c.last_digits, ''), m.last_digits, s.paid_at, s.total, s.performance,
        (SELECT min(t.seat) FROM ticket t WHERE t.sale = s.id), (SELECT count(*) FROM ticket t WHERE t.sale = s.id),
        (SELECT count(*) FROM ticket t WHERE t.sale = s.id AND t.live = 1)
    FROM sale s LEFT JOIN sale_contact c ON c.sale = s.id LEFT JOIN wallet w ON w.id = s.wallet
        LEFT JOIN member m ON m.id = w.member
    WHERE s.id = ?)";
constexpr auto selectEntries = R"(
    SELECT j.epoch, j.seq, j.at, j.kind, j.body, j.hash FROM order_entry o JOIN journal j ON j.epoch = o.epoch
        AND j.seq = o.seq WHERE o.sale = ? ORDER BY o.epoch, o.seq)";
constexpr auto selectPayments = R"(
    SELECT kind, amount, currency FROM tender WHERE wallet = ? AND hold = ? AND direction = 1 AND state = 3 ORDER BY id)";

const QString everything = QString::fromUcs4(U"\U0010FFFF", 1); ///< no name begins behind it

/// What `after` names, or before all there are: ids of orders fall.
QByteArray before(OrderId after) { return after.isNull() ? QByteArray(16, '\xFF') : after.bytes(); }

QList<OrderSearchStore::Hit> hitsIn(Rows rows, bool haveKeys = false)
{
    QList<OrderSearchStore::Hit> hits;
    while (rows.next())
        hits.append({OrderId::fromBytes(rows.blob(0)), haveKeys ? rows.text(1) : QString()});
    return hits;
}
} // namespace

QList<OrderSearchStore::Hit> OrderSearchStore::newest(OrderId after, int count) const
{
    return hitsIn(m_db.run(selectNewest, {before(after), count}));
}

QList<OrderSearchStore::Hit> OrderSearchStore::byNumberStart(
    const QString &start, const OrderCursor &after, int count) const
{
    const QString end = after.order.isNull() ? endOfPrefix(start) : after.key;
    return hitsIn(m_db.run(selectNumberStart, {start, end, count}), true);
}

QList<OrderSearchStore::Hit> OrderSearchStore::byNumberEnd(const QString &end, OrderId after, int count) const
{
    return hitsIn(m_db.run(selectNumberEnd, {end.right(6), before(after), int(end.size()) - 1, end, count}));
}

QList<OrderSearchStore::Hit> OrderSearchStore::byDigits(const QString &lastDigits, OrderId after, int count) const
{
    QList<Hit> hits = hitsIn(m_db.run(selectDigitsOfContacts, {lastDigits, before(after), count}));
    QList<WalletId> wallets;
    for (Rows rows = m_db.run(selectWalletsOfDigits, {lastDigits}); rows.next();)
        wallets.append(WalletId::fromBytes(rows.blob(0)));
    for (const WalletId wallet : wallets)
        hits += ofWallet(wallet, after, count);
    const auto newer = [](const Hit &a, const Hit &b) { return a.order.bytes() > b.order.bytes(); };
    std::sort(hits.begin(), hits.end(), newer);
    const auto isSame = [](const Hit &a, const Hit &b) { return a.order == b.order; }; // a member who left a name, too
    hits.erase(std::unique(hits.begin(), hits.end(), isSame), hits.end());
    return hits.first(std::min<qsizetype>(hits.size(), count));
}

QList<OrderSearchStore::Hit> OrderSearchStore::ofWallet(WalletId wallet, OrderId after, int count) const
{
    return hitsIn(m_db.run(selectOfWallet, {wallet.bytes(), before(after), count}));
}

QList<OrderId> OrderSearchStore::soonestOfWallet(WalletId wallet, const QDateTime &now, int count) const
{
    QList<OrderId> orders;
    for (Rows rows = m_db.run(selectSoonestOfWallet, {now.toMSecsSinceEpoch(), wallet.bytes(), count}); rows.next();)
        orders.append(OrderId::fromBytes(rows.blob(0)));
    return orders;
}

QList<OrderSearchStore::Hit> OrderSearchStore::byName(const QString &start, const OrderCursor &after, int count) const
{
    const QString from = after.order.isNull() ? start : after.key;
    QList<Hit> hits = hitsIn(m_db.run(selectSameName, {from, before(after.order), count}), true);
    if (hits.size() < count)
        hits += hitsIn(m_db.run(selectNextNames, {from, endOfPrefix(start), count - int(hits.size())}), true);
    return hits;
}

QList<OrderSearchStore::Hit> OrderSearchStore::byInitials(
    const QString &initials, const QString &start, const OrderCursor &after, int count) const
{
    const QString from = after.order.isNull() ? initials : after.key;
    const QString end = start.isEmpty() ? everything : endOfPrefix(start);
    QList<Hit> hits = hitsIn(m_db.run(selectSameInitials, {from, before(after.order), start, end, count}), true);
    if (hits.size() < count)
        hits += hitsIn(
            m_db.run(selectNextInitials, {from, initials + everything, start, end, count - int(hits.size())}), true);
    return hits;
}

std::optional<OrderId> OrderSearchStore::byTicket(TicketId ticket, const QString &code) const
{
    Rows rows = m_db.run(selectOfTicket, {ticket.bytes()});
    return rows.next() && rows.text(1) == code ? std::optional(OrderId::fromBytes(rows.blob(0))) : std::nullopt;
}

std::optional<OrderId> OrderSearchStore::bySeat(PerformanceKey performance, SeatIndex seat) const
{
    Rows rows = m_db.run(selectOfSeat, {performance.value, indexOf(seat)});
    return rows.next() ? std::optional(OrderId::fromBytes(rows.blob(0))) : std::nullopt;
}

QList<PerformanceKey> OrderSearchStore::dates(const QDateTime &from, int count) const
{
    QList<PerformanceKey> dates;
    for (Rows rows = m_db.run(selectDates, {from.toMSecsSinceEpoch(), count}); rows.next();)
        dates.append(PerformanceKey{rows.integer(0)});
    return dates;
}

std::optional<OrderLine> OrderSearchStore::line(OrderId order, PerformanceKey *date) const
{
    Rows rows = m_db.run(selectLine, {order.bytes()});
    if (!rows.next())
        return std::nullopt;
    *date = {rows.integer(6)};
    const bool isMembers = !rows.isNull(3);
    const QString lastDigits = rows.text(2);
    return OrderLine{order, rows.text(0), rows.text(1), lastDigits.isEmpty() && isMembers ? rows.text(3) : lastDigits,
        rows.integer(4), rows.integer(5), SeatIndex(rows.small(7)), qint16(rows.small(8)), qint16(rows.small(9)),
        isMembers, nullptr};
}

QList<JournalEntry> OrderSearchStore::entries(OrderId order) const
{
    QList<JournalEntry> entries;
    for (Rows rows = m_db.run(selectEntries, {order.bytes()}); rows.next();)
        entries.append({rows.small(0), rows.integer(1), rows.integer(2), rows.text(3), rows.blob(4), rows.blob(5)});
    return entries;
}

int OrderSearchStore::lastCopy(OrderId order) const
{
    int last = 1;
    for (const JournalEntry &entry : entries(order))
        if (const auto event = eventIn(entry))
            last = std::max(last, event->copy);
    return last;
}

QList<OrderFile::Payment> OrderSearchStore::payments(WalletId wallet, HoldId hold) const
{
    QList<OrderFile::Payment> payments;
    for (Rows rows = m_db.run(selectPayments, {wallet.bytes(), hold.bytes()}); rows.next();) {
        const auto currency = Currency::fromCode(rows.text(2));
        FOYER_REQUIRE(currency);
        payments.append({TenderKind(rows.small(0)), {rows.integer(1), *currency}});
    }
    return payments;
}

} // namespace foyer
