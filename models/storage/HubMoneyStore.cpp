#include "storage/HubMoneyStore.h"

#include "storage/Connection.h"

namespace foyer {

namespace {
#define HOLDING_COLUMNS "wallet, node, epoch, amount, given, incarnation, fence, visit"
constexpr auto selectVisiting = "SELECT DISTINCT wallet FROM amount_right WHERE visit <> 0";
constexpr auto selectHolding =
    "SELECT " HOLDING_COLUMNS " FROM amount_right WHERE wallet = ? AND node = ? AND epoch = ?";
constexpr auto selectOfWallet = "SELECT " HOLDING_COLUMNS " FROM amount_right WHERE wallet = ? ORDER BY node, epoch";
constexpr auto selectOfEpoch = "SELECT " HOLDING_COLUMNS R"(
    FROM amount_right WHERE node = ? AND epoch = ? AND (amount <> 0 OR given <> 0 OR visit <> 0))";
constexpr auto selectOnTheirWay = "SELECT " HOLDING_COLUMNS " FROM amount_right WHERE given <> 0";
constexpr auto upsertHolding = "INSERT INTO amount_right (" HOLDING_COLUMNS R"() VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (wallet, node, epoch) DO UPDATE SET amount = excluded.amount, given = excluded.given,
        incarnation = excluded.incarnation, fence = excluded.fence, visit = excluded.visit)";
constexpr auto upsertNews = R"(
    INSERT INTO node_change (node, epoch, change) VALUES (?, ?, ?)
    ON CONFLICT (node, epoch) DO UPDATE SET change = excluded.change)";
constexpr auto selectNews = "SELECT node, epoch, change FROM node_change WHERE change > ?";

HubMoneyStore::Holding holdingIn(const Rows &rows)
{
    return {WalletId::fromBytes(rows.blob(0)), {NodeId::fromBytes(rows.blob(1)), rows.small(2)}, rows.integer(3),
        rows.integer(4), {rows.small(5), rows.integer(6)}, rows.flag(7)};
}

QList<HubMoneyStore::Holding> allIn(Rows rows)
{
    QList<HubMoneyStore::Holding> all;
    while (rows.next())
        all.append(holdingIn(rows));
    return all;
}
} // namespace

HubMoneyStore::Holding HubMoneyStore::find(WalletId wallet, EpochId holder) const
{
    Rows rows = m_db.run(selectHolding, {wallet.bytes(), holder.node.bytes(), holder.number});
    return rows.next() ? holdingIn(rows) : Holding{.wallet = wallet, .holder = holder, .isKnown = false};
}

void HubMoneyStore::save(const Holding &holding)
{
    m_db.run(upsertHolding, {holding.wallet.bytes(), holding.holder.node.bytes(), holding.holder.number, holding.amount,
                                holding.given, holding.fence.incarnation, holding.fence.number, int(holding.isVisit)});
}

QList<HubMoneyStore::Holding> HubMoneyStore::of(WalletId wallet) const
{
    return allIn(m_db.run(selectOfWallet, {wallet.bytes()}));
}

QList<HubMoneyStore::Holding> HubMoneyStore::of(EpochId holder) const
{
    return allIn(m_db.run(selectOfEpoch, {holder.node.bytes(), holder.number}));
}

QList<WalletId> HubMoneyStore::visiting() const
{
    QList<WalletId> wallets;
    for (Rows rows = m_db.run(selectVisiting); rows.next();)
        wallets.append(WalletId::fromBytes(rows.blob(0)));
    return wallets;
}

QList<HubMoneyStore::Holding> HubMoneyStore::onTheirWay() const { return allIn(m_db.run(selectOnTheirWay)); }

void HubMoneyStore::noteNews(EpochId holder, qint64 change)
{
    m_db.run(upsertNews, {holder.node.bytes(), holder.number, change});
}

QList<HubMoneyStore::News> HubMoneyStore::news(qint64 after) const
{
    QList<News> all;
    for (Rows rows = m_db.run(selectNews, {after}); rows.next();)
        all.append({{NodeId::fromBytes(rows.blob(0)), rows.small(1)}, rows.integer(2)});
    return all;
}

} // namespace foyer
