#include "storage/LedgerStore.h"

#include "storage/Connection.h"

namespace foyer {

namespace {
constexpr auto selectWallet = "SELECT id, member, currency, balance, blocked FROM wallet WHERE id = ?";
constexpr auto selectAnyWallet = "SELECT 1 FROM wallet LIMIT 1";
constexpr auto insertWallet = R"(
    INSERT INTO wallet (id, member, currency, balance, blocked) VALUES (?, ?, ?, 0, 0) ON CONFLICT (id) DO NOTHING)";
constexpr auto updateBlocked = "UPDATE wallet SET blocked = ? WHERE id = ?";
constexpr auto updateBalance = "UPDATE wallet SET balance = balance + ? WHERE id = ? AND currency = ?";
constexpr auto insertMovement = "INSERT INTO movement (id, kind, at, currency, cause) VALUES (?, ?, ?, ?, ?)";
constexpr auto insertPosting = "INSERT INTO posting (movement, line, account, wallet, amount) VALUES (?, ?, ?, ?, ?)";
constexpr auto selectMovements = R"(
    SELECT m.id, m.kind, m.at, m.currency, p.amount FROM posting p JOIN movement m ON m.id = p.movement
    WHERE p.wallet = ? AND p.account = 1 ORDER BY p.movement DESC LIMIT ?)";

constexpr auto selectInHouse = R"(
    SELECT m.id, m.kind, m.at, m.currency, sum(p.amount) FROM posting p JOIN movement m ON m.id = p.movement
    WHERE p.wallet = ? AND p.account IN (1, 6) GROUP BY m.id, m.kind, m.at, m.currency HAVING sum(p.amount) <> 0
    ORDER BY m.id DESC LIMIT ?)";

#define TENDER_COLUMNS "id, token, wallet, hold, kind, direction, state, amount, currency, shift"
constexpr auto selectTender = "SELECT " TENDER_COLUMNS " FROM tender WHERE id = ?";
constexpr auto selectOpenTenders = "SELECT " TENDER_COLUMNS " FROM tender WHERE state < 3 ORDER BY id";
constexpr auto selectOpenTenderOf = "SELECT " TENDER_COLUMNS " FROM tender WHERE state < 3 AND hold = ?";
constexpr auto selectAnyOpen = "SELECT 1 FROM tender WHERE wallet = ? AND state < 3 LIMIT 1";
constexpr auto selectWaysIn = R"(
    SELECT kind, sum(CASE direction WHEN 1 THEN amount ELSE -amount END) FROM tender WHERE wallet = ? AND state = 3
    GROUP BY kind ORDER BY max(CASE direction WHEN 1 THEN id END) DESC)";
constexpr auto insertTender = R"(
    INSERT INTO tender (id, token, wallet, hold, kind, direction, state, amount, currency, shift)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";
constexpr auto updateTender = "UPDATE tender SET state = ? WHERE id = ? AND state < 3"; // an answer counts once

constexpr auto insertClaim = R"(
    INSERT INTO claim (wallet, code, paid) VALUES (?, ?, 0)
    ON CONFLICT (wallet) DO UPDATE SET code = excluded.code, paid = 0)";
constexpr auto selectClaim = "SELECT wallet, code, paid FROM claim WHERE code = ?";
constexpr auto selectClaimOf = "SELECT wallet, code, paid FROM claim WHERE wallet = ?";
constexpr auto updateClaim = "UPDATE claim SET paid = ? WHERE wallet = ?";
constexpr auto selectOrphaned = R"(
    SELECT w.id, w.member, w.currency, w.balance, w.blocked FROM wallet w
    WHERE w.member IS NULL AND w.balance > 0
        AND NOT EXISTS (SELECT 1 FROM token t WHERE t.wallet = w.id AND t.state < 4)
        AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.wallet = w.id AND c.paid = 0)
        AND NOT EXISTS (SELECT 1 FROM tender o WHERE o.wallet = w.id AND o.state < 3))";
constexpr auto selectWithoutCode = R"(
    SELECT w.id, w.member, w.currency, w.balance, w.blocked FROM claim c JOIN wallet w ON w.id = c.wallet
    WHERE c.paid = 0 AND (c.code IS NULL OR length(c.code) = 0) AND w.balance > 0)";
constexpr auto selectNegative =
    "SELECT id, member, currency, balance, blocked FROM wallet WHERE balance < 0 ORDER BY id";
constexpr auto selectWithMoney = R"(
    SELECT w.id, w.member, w.currency, w.balance, w.blocked FROM wallet w
    WHERE w.balance > 0 AND NOT EXISTS (SELECT 1 FROM tender o WHERE o.wallet = w.id AND o.state < 3)
        AND (w.member IS NOT NULL OR EXISTS (SELECT 1 FROM claim c WHERE c.wallet = w.id AND c.paid = 0)))";
constexpr auto selectUnvisited = R"(
    SELECT w.id, w.member, w.currency, w.balance, w.blocked FROM wallet w
    WHERE w.balance > 0 AND NOT EXISTS (SELECT 1 FROM tender o WHERE o.wallet = w.id AND o.state < 3)
        AND NOT EXISTS (SELECT 1 FROM token t WHERE t.wallet = w.id AND t.state < 4)
        AND (w.member IS NOT NULL OR EXISTS (SELECT 1 FROM claim c WHERE c.wallet = w.id AND c.paid = 0)))";
constexpr auto selectAnyMoney = "SELECT 1 FROM wallet WHERE balance > 0 LIMIT 1";
constexpr auto selectSeen = "SELECT incarnation, fence FROM amount_seen WHERE wallet = ?";
constexpr auto upsertSeen = R"(
    INSERT INTO amount_seen (wallet, incarnation, fence) VALUES (?, ?, ?)
    ON CONFLICT (wallet) DO UPDATE SET incarnation = excluded.incarnation, fence = excluded.fence)";
constexpr auto selectUnclaimed = R"(
    SELECT w.id, w.currency, w.balance, c.code IS NOT NULL AND length(c.code) > 0
    FROM claim c JOIN wallet w ON w.id = c.wallet
    WHERE c.paid = 0 AND w.balance > 0)";

Currency currencyIn(const Rows &rows, int column)
{
    const auto currency = Currency::fromCode(rows.text(column));
    FOYER_REQUIRE(currency);
    return *currency;
}

WalletRow walletIn(const Rows &rows)
{
    return {WalletId::fromBytes(rows.blob(0)), idOrNone<MemberId>(rows, 1), {rows.integer(3), currencyIn(rows, 2)},
        rows.flag(4)};
}

QList<WalletRow> walletsIn(Rows rows)
{
    QList<WalletRow> wallets;
    while (rows.next())
        wallets.append(walletIn(rows));
    return wallets;
}

QList<WalletMovement> movementsIn(Rows rows)
{
    QList<WalletMovement> movements;
    while (rows.next())
        movements.append({MovementId::fromBytes(rows.blob(0)), MovementKind(rows.small(1)),
            QDateTime::fromMSecsSinceEpoch(rows.integer(2), Qt::UTC), {rows.integer(4), currencyIn(rows, 3)}});
    return movements;
}

LedgerStore::TenderRow tenderIn(const Rows &rows)
{
    return {{TenderId::fromBytes(rows.blob(0)), WalletId::fromBytes(rows.blob(2)), idOrNone<HoldId>(rows, 3),
                TenderKind(rows.small(4)), TenderDirection(rows.small(5)), TenderState(rows.small(6)),
                {rows.integer(7), currencyIn(rows, 8)}},
        idOrNone<TokenId>(rows, 1), idOrNone<ShiftId>(rows, 9)};
}

std::optional<LedgerStore::TenderRow> oneTender(Rows rows)
{
    return rows.next() ? std::optional(tenderIn(rows)) : std::nullopt;
}

std::optional<ClaimRow> oneClaim(Rows rows)
{
    return rows.next() ? std::optional(ClaimRow{WalletId::fromBytes(rows.blob(0)), rows.blob(1), rows.flag(2)})
                       : std::nullopt;
}
} // namespace

std::optional<WalletRow> LedgerStore::wallet(WalletId id) const
{
    Rows rows = m_db.run(selectWallet, {id.bytes()});
    return rows.next() ? std::optional(walletIn(rows)) : std::nullopt;
}

void LedgerStore::openWallet(const WalletRow &wallet)
{
    m_db.run(insertWallet, {wallet.id.bytes(), orNull(wallet.member), wallet.balance.currency.text()});
}

void LedgerStore::setBlocked(WalletId id, bool blocked) { m_db.run(updateBlocked, {int(blocked), id.bytes()}); }

QList<WalletMovement> LedgerStore::movements(WalletId id, int count) const
{
    return movementsIn(m_db.run(selectMovements, {id.bytes(), count}));
}

QList<WalletMovement> LedgerStore::movementsInHouse(WalletId id, int count) const
{
    return movementsIn(m_db.run(selectInHouse, {id.bytes(), count}));
}

void LedgerStore::move(
    MovementId id, MovementKind kind, const QDateTime &at, const QByteArray &cause, const QList<Posting> &postings)
{
    FOYER_REQUIRE(postings.size() >= 2);
    Money sum{0, postings.constFirst().amount.currency};
    for (const Posting &posting : postings)
        sum += posting.amount;
    FOYER_REQUIRE(sum.isZero());

    m_db.run(insertMovement, {id.bytes(), int(kind), at.toMSecsSinceEpoch(), sum.currency.text(), cause});
    for (int line = 0; line < postings.size(); ++line) {
        const Posting &posting = postings[line];
        const bool isOwned = posting.account == Account::Wallet || posting.account == Account::Elsewhere;
        FOYER_REQUIRE(isOwned == posting.wallet.has_value());
        m_db.run(insertPosting, {id.bytes(), line, int(posting.account), orNull(posting.wallet), posting.amount.minor});
        if (posting.account == Account::Wallet) {
            const QVariantList change{posting.amount.minor, posting.wallet->bytes(), sum.currency.text()};
            FOYER_REQUIRE(m_db.run(updateBalance, change).changed() == 1);
        }
    }
}

std::optional<LedgerStore::TenderRow> LedgerStore::tender(TenderId id) const
{
    return oneTender(m_db.run(selectTender, {id.bytes()}));
}

void LedgerStore::addTender(const TenderRow &row)
{
    const Tender &t = row.tender;
    m_db.run(
        insertTender, {t.id.bytes(), orNull(row.token), t.wallet.bytes(), orNull(t.hold), int(t.kind), int(t.direction),
                          int(t.state), t.amount.minor, t.amount.currency.text(), orNull(row.shift)});
}

void LedgerStore::setState(TenderId id, TenderState state)
{
    FOYER_REQUIRE(m_db.run(updateTender, {int(state), id.bytes()}).changed() == 1);
}

QList<LedgerStore::TenderRow> LedgerStore::openTenders() const
{
    QList<TenderRow> open;
    for (Rows rows = m_db.run(selectOpenTenders); rows.next();)
        open.append(tenderIn(rows));
    return open;
}

std::optional<LedgerStore::TenderRow> LedgerStore::openTenderOf(HoldId hold) const
{
    return oneTender(m_db.run(selectOpenTenderOf, {hold.bytes()}));
}

bool LedgerStore::anyOpenTender(WalletId wallet) const { return m_db.run(selectAnyOpen, {wallet.bytes()}).next(); }

QList<LedgerStore::CameIn> LedgerStore::waysIn(WalletId wallet) const
{
    QList<CameIn> ways;
    for (Rows rows = m_db.run(selectWaysIn, {wallet.bytes()}); rows.next();)
        ways.append({TenderKind(rows.small(0)), rows.integer(1)});
    return ways;
}

void LedgerStore::addClaim(const ClaimRow &claim)
{
    m_db.run(insertClaim, {claim.wallet.bytes(), claim.code.isEmpty() ? QVariant(QMetaType::fromType<QByteArray>())
                                                                      : QVariant(claim.code)});
}

std::optional<ClaimRow> LedgerStore::claim(const QByteArray &codeHash) const
{
    return oneClaim(m_db.run(selectClaim, {codeHash}));
}

std::optional<ClaimRow> LedgerStore::claimOf(WalletId wallet) const
{
    return oneClaim(m_db.run(selectClaimOf, {wallet.bytes()}));
}

void LedgerStore::setClaimPaid(WalletId wallet, bool paid) { m_db.run(updateClaim, {int(paid), wallet.bytes()}); }

QList<WalletRow> LedgerStore::orphaned() const { return walletsIn(m_db.run(selectOrphaned)); }

QList<Unclaimed> LedgerStore::unclaimed() const
{
    QList<Unclaimed> found;
    for (Rows rows = m_db.run(selectUnclaimed); rows.next();)
        found.append({WalletId::fromBytes(rows.blob(0)), {rows.integer(2), currencyIn(rows, 1)}, rows.flag(3)});
    return found;
}

QList<WalletRow> LedgerStore::withoutCode() const { return walletsIn(m_db.run(selectWithoutCode)); }
QList<WalletRow> LedgerStore::negative() const { return walletsIn(m_db.run(selectNegative)); }

QList<WalletRow> LedgerStore::owned(bool withVisits) const
{
    return walletsIn(m_db.run(withVisits ? selectWithMoney : selectUnvisited));
}

bool LedgerStore::anyMoney() const { return m_db.run(selectAnyMoney).next(); }

Fence LedgerStore::newestTaken(WalletId wallet) const
{
    Rows rows = m_db.run(selectSeen, {wallet.bytes()});
    return rows.next() ? Fence{rows.small(0), rows.integer(1)} : Fence();
}

void LedgerStore::noteTaken(WalletId wallet, Fence fence)
{
    m_db.run(upsertSeen, {wallet.bytes(), fence.incarnation, fence.number});
}

bool LedgerStore::anyWallet() const { return m_db.run(selectAnyWallet).next(); }

} // namespace foyer
