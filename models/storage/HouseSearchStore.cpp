#include "storage/HouseSearchStore.h"

#include "domain/Limits.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/HouseOrderStore.h"

#include <QJsonDocument>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int entriesAtOnce = 400;
constexpr auto selectUnread = R"(
    SELECT e.node, e.number, e.position, coalesce(r.seq, 0) FROM epoch e
    LEFT JOIN house_reading r ON r.node = e.node AND r.epoch = e.number
    WHERE e.position > coalesce(r.seq, 0) ORDER BY e.node, e.number LIMIT 1)";
constexpr auto selectEntries = R"(
    SELECT epoch, seq, at, kind, CASE WHEN kind IN ('sold', 'toppedUp', 'printedAgain', 'refunded') THEN body ELSE '' END, hash
    FROM node_journal WHERE node = ? AND epoch = ? AND seq > ? ORDER BY seq LIMIT ?)";
constexpr auto selectBeside = R"(
    SELECT epoch, seq, at, kind, body, hash FROM node_fork WHERE node = ? AND epoch = ? AND kind = 'sold')";
constexpr auto upsertReading = R"(
    INSERT INTO house_reading (node, epoch, seq) VALUES (?, ?, ?)
    ON CONFLICT (node, epoch) DO UPDATE SET seq = excluded.seq)";
constexpr auto insertSale = R"(
    INSERT INTO house_sale (id, number, wallet, node, performance, at, total, tax, hold, staff, sold_by)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING)";
constexpr auto insertTicket = R"(
    INSERT INTO house_ticket (id, sale, seat, category, type, price, free_because)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING)";
constexpr auto upsertTaken = R"(
    INSERT INTO house_taken (node, hold, kind, amount) VALUES (?, ?, ?, ?)
    ON CONFLICT (node, hold, kind) DO UPDATE SET amount = house_taken.amount + excluded.amount)";
constexpr auto insertEntry =
    "INSERT INTO house_entry (sale, node, epoch, seq) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
constexpr auto selectNumberStart =
    "SELECT id FROM house_sale WHERE number >= ? AND number < ? ORDER BY number DESC LIMIT ?";
constexpr auto selectNumberEnd = R"(
    SELECT id FROM house_sale WHERE substr(number, length(number) - 5) = ?
        AND substr(number, length(number) - ?) = ? ORDER BY id DESC LIMIT ?)";
constexpr auto selectOfMembers = R"(
    SELECT s.id FROM member m JOIN house_sale s ON s.wallet = m.wallet WHERE m.last_digits = ?
    ORDER BY s.id DESC LIMIT ?)";
constexpr auto selectSoonestOfWallet = R"(
    SELECT id FROM (SELECT s.id, p.starts_at, CASE WHEN p.starts_at > ? THEN 1 ELSE 0 END AS to_come
        FROM house_sale s JOIN house_order o ON o.id = s.id JOIN performance p ON p.key = o.performance
        WHERE s.wallet = ?) AS own
    ORDER BY to_come DESC, CASE WHEN to_come = 1 THEN starts_at ELSE -starts_at END, id DESC LIMIT ?)";
constexpr auto selectOfTicket = "SELECT sale FROM house_ticket WHERE id = ?";
constexpr auto selectOfOrder = R"(
    SELECT j.epoch, j.seq, j.at, j.kind, j.body, j.hash FROM house_entry e
    JOIN node_journal j ON j.node = e.node AND j.epoch = e.epoch AND j.seq = e.seq
    WHERE e.sale = ? AND e.node = ? ORDER BY e.epoch, e.seq)";

QList<OrderId> ordersIn(Rows rows)
{
    QList<OrderId> orders;
    while (rows.next())
        orders.append(OrderId::fromBytes(rows.blob(0)));
    return orders;
}

QList<JournalEntry> entriesIn(Rows rows)
{
    QList<JournalEntry> entries;
    while (rows.next())
        entries.append(
            {rows.small(0), rows.integer(1), rows.integer(2), rows.text(3), rows.text(4).toUtf8(), rows.blob(5)});
    return entries;
}
} // namespace

bool HouseSearchStore::isBehind() const { return m_db.run(selectUnread).next(); }

void HouseSearchStore::readOn()
{
    NodeId node;
    int epoch = 0;
    qint64 position = 0, from = 0;
    {
        Rows rows = m_db.run(selectUnread);
        if (!rows.next())
            return;
        node = NodeId::fromBytes(rows.blob(0));
        epoch = rows.small(1);
        position = rows.integer(2);
        from = rows.integer(3);
    }
    if (from == 0)
        readBeside(node, epoch);
    const auto entries = entriesIn(m_db.run(selectEntries, {node.bytes(), epoch, from, entriesAtOnce}));
    for (const JournalEntry &entry : entries)
        read(node, entry);
    const bool isEnd = entries.size() < entriesAtOnce;
    m_db.run(upsertReading, {node.bytes(), epoch, isEnd ? position : entries.constLast().seq});
}

/// Those that came before this was read; later ones are added as they come.
void HouseSearchStore::readBeside(NodeId node, int epoch)
{
    const auto entries = entriesIn(m_db.run(selectBeside, {node.bytes(), epoch}));
    for (const JournalEntry &entry : entries) {
        const SaleFact sale = JournalFacts(entry).sale();
        const auto known = sale.order.isNull() ? std::nullopt : HouseOrderStore(m_db).find(sale.order);
        if (known && known->seller == EpochId{node, epoch} && (known->isBeside || known->seq == 0))
            add(node, QDateTime::fromMSecsSinceEpoch(entry.at, Qt::UTC), sale);
    }
}

/// Nobody's journal gives another's order a name or a past.
void HouseSearchStore::read(NodeId node, const JournalEntry &entry)
{
    if (entry.body.isEmpty())
        return;
    if (const SaleFact sale = JournalFacts(entry).sale(); !sale.order.isNull()) {
        const auto known = HouseOrderStore(m_db).find(sale.order);
        if (known && known->seller.node == node && known->seller.number == entry.epoch && known->seq == entry.seq)
            add(node, QDateTime::fromMSecsSinceEpoch(entry.at, Qt::UTC), sale);
        return;
    }
    if (const MoneyFact money = JournalFacts(entry).money(); money.kind == MoneyFact::Kind::ToppedUp)
        return addTaken(node, money);
    const QJsonObject body = QJsonDocument::fromJson(entry.body).object();
    const OrderId order{QUuid(body["order"_L1].toString())};
    if (!order.isNull() && !body["byHub"_L1].toBool()) // else this hub has told of it itself
        m_db.run(insertEntry, {order.bytes(), node.bytes(), entry.epoch, entry.seq});
}

/// A journal may say anything: amounts are such as can be added up.
void HouseSearchStore::add(NodeId seller, const QDateTime &at, const SaleFact &sale)
{
    const auto tax = [this, &sale] { // an older entry
        const HouseSettings settings = CatalogueStore(m_db).settings();
        return taxWithin({sale.total, settings.currency}, settings.taxBasisPoints).minor;
    };
    const QVariant staff = sale.staff.isNull() ? QVariant() : QVariant(sale.staff.bytes());
    m_db.run(insertSale,
        {sale.order.bytes(), sale.number, sale.wallet.bytes(), seller.bytes(), sale.performance.value,
            at.toMSecsSinceEpoch(), sale.total, sale.tax ? *sale.tax : tax(), sale.hold.bytes(), staff, sale.soldBy});
    for (const SaleFact::Ticket &ticket : sale.tickets)
        m_db.run(
            insertTicket, {ticket.id.bytes(), sale.order.bytes(), indexOf(ticket.seat), ticket.category, ticket.type,
                              std::clamp<qint64>(ticket.price, 0, limits::moneyMax), ticket.freeBecause});
}

void HouseSearchStore::addTaken(NodeId node, const MoneyFact &money)
{
    if (!money.hold.isNull())
        m_db.run(upsertTaken, {node.bytes(), money.hold.bytes(), int(money.tender), money.amount});
}

QList<OrderId> HouseSearchStore::byNumberStart(const QString &start, int count) const
{
    return ordersIn(m_db.run(selectNumberStart, {start, start + QString::fromUcs4(U"\U0010FFFF", 1), count}));
}

QList<OrderId> HouseSearchStore::byNumberEnd(const QString &end, int count) const
{
    return ordersIn(m_db.run(selectNumberEnd, {end.right(6), int(end.size()) - 1, end, count}));
}

QList<OrderId> HouseSearchStore::byMemberDigits(const QString &lastDigits, int count) const
{
    return ordersIn(m_db.run(selectOfMembers, {lastDigits, count}));
}

QList<OrderId> HouseSearchStore::soonestOfWallet(WalletId wallet, const QDateTime &now, int count) const
{
    return ordersIn(m_db.run(selectSoonestOfWallet, {now.toMSecsSinceEpoch(), wallet.bytes(), count}));
}

std::optional<OrderId> HouseSearchStore::byTicket(TicketId ticket) const
{
    Rows rows = m_db.run(selectOfTicket, {ticket.bytes()});
    return rows.next() ? std::optional(OrderId::fromBytes(rows.blob(0))) : std::nullopt;
}

QList<JournalEntry> HouseSearchStore::entries(OrderId order, NodeId node) const
{
    return entriesIn(m_db.run(selectOfOrder, {order.bytes(), node.bytes()}));
}

} // namespace foyer
