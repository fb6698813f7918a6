#include "storage/TokenStore.h"

#include "storage/Connection.h"

namespace foyer {

namespace {
#define TOKEN_COLUMNS                                                                                                  \
    "id, day, lane, number, place, secret, member, wallet, state, slip, expires, absent_until, admitted_at, "          \
    "old_secret, staff"

constexpr auto selectToken = "SELECT " TOKEN_COLUMNS " FROM token WHERE id = ?";
constexpr auto selectOfMember = "SELECT " TOKEN_COLUMNS " FROM token WHERE member = ? AND state < 4";
constexpr auto selectOfWallet = "SELECT " TOKEN_COLUMNS " FROM token WHERE wallet = ? AND state < 4 LIMIT 1";
constexpr auto selectState = "SELECT state FROM token WHERE id = ?";
constexpr auto selectFirstWaiting = "SELECT id FROM token WHERE state = 1 ORDER BY place LIMIT 1";
constexpr auto selectFirstOfLanes = R"(
    SELECT id FROM token t WHERE state = 1
        AND (lane <> '' OR NOT EXISTS (SELECT 1 FROM place_at_hub p WHERE p.token = t.id)) ORDER BY place LIMIT 1)";
constexpr auto selectExpired = "SELECT " TOKEN_COLUMNS " FROM token WHERE state < 4 AND expires <= ?";
constexpr auto selectAbsent =
    "SELECT " TOKEN_COLUMNS " FROM token WHERE state = 2 AND absent_until IS NOT NULL AND absent_until <= ?";
constexpr auto insertToken = R"(
    INSERT INTO token (id, day, lane, number, place, secret, member, wallet, state, slip, expires, staff)
    VALUES (?, ?, ?,
        (SELECT coalesce(max(number), 0) + 1 FROM token WHERE day = ? AND lane = ?),
        (SELECT coalesce(max(place), 0) + 1 FROM token),
        ?, ?, ?, 1, 0, ?, ?)
    RETURNING number, place)";
constexpr auto insertNumbered = R"(
    INSERT INTO token (id, day, lane, number, place, secret, member, wallet, state, slip, expires)
    VALUES (?, ?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM token), ?, ?, ?, 1, 0, ?)
    ON CONFLICT (id) DO UPDATE SET secret = excluded.secret, old_secret = NULL, state = 1, slip = 0,
        expires = excluded.expires, absent_until = NULL, admitted_at = NULL, served_ms = NULL
    RETURNING place)";
constexpr auto updateSecret =
    "UPDATE token SET old_secret = secret, secret = ?, expires = ?, slip = 0, absent_until = NULL WHERE id = ?";
constexpr auto updateSlip = "UPDATE token SET slip = ?, expires = ? WHERE id = ?";
constexpr auto updateAbsent = "UPDATE token SET absent_until = ? WHERE id = ?";
constexpr auto updateExpires = "UPDATE token SET expires = ? WHERE id = ?";
constexpr auto updateAdmitted =
    "UPDATE token SET state = 2, admitted_at = ?, absent_until = ?, expires = ? WHERE id = ? AND state = 1";
constexpr auto updatePassed =
    "UPDATE token SET state = 3, admitted_at = NULL, absent_until = NULL WHERE id = ? AND state = 2";
constexpr auto updateWaiting = "UPDATE token SET state = 1, slip = 0 WHERE id = ? AND state = 3";
constexpr auto updateEnded = "UPDATE token SET state = 4, served_ms = ?, absent_until = NULL WHERE id = ?";
constexpr auto countAdmitted = "SELECT count(*) FROM token WHERE state = 2 AND staff IS NULL";
constexpr auto countWaitingNow = "SELECT count(*) FROM token WHERE state = 1";
constexpr auto selectQueue =
    "SELECT " TOKEN_COLUMNS " FROM token WHERE state < 4 AND staff IS NULL ORDER BY state = 1, place LIMIT ?";
constexpr auto upsertCount = R"(
    INSERT INTO queue_count (level, bucket, waiting) VALUES (1, ?, ?), (2, ?, ?)
    ON CONFLICT (level, bucket) DO UPDATE SET waiting = waiting + excluded.waiting)";
// Whole runs of 16,384 places, whole runs of 128 in the last of those, single places in the last of these.
constexpr auto selectAhead = R"(
    SELECT
        (SELECT coalesce(sum(waiting), 0) FROM queue_count
            WHERE level = 2 AND bucket < ? / 16384
                AND bucket >= (SELECT coalesce(min(place), 0) FROM token WHERE state = 1) / 16384)
      + (SELECT coalesce(sum(waiting), 0) FROM queue_count
            WHERE level = 1 AND bucket >= ? / 16384 * 128 AND bucket < ? / 128)
      + (SELECT count(*) FROM token WHERE state = 1 AND place >= ? / 128 * 128 AND place < ?))";
constexpr auto selectServed = "SELECT served_ms FROM token WHERE served_ms IS NOT NULL ORDER BY place DESC LIMIT ?";
constexpr auto updateAll = R"(
    UPDATE token SET expires = CASE slip WHEN 1 THEN ? ELSE ? END,
        absent_until = CASE WHEN absent_until IS NULL THEN NULL ELSE ? END,
        admitted_at = NULL
    WHERE state < 4)";

qint64 countOf(SteadyTime time) { return time.time_since_epoch().count(); }
SteadyTime steadyOf(qint64 count) { return SteadyTime(std::chrono::milliseconds(count)); }
QVariant valueOf(std::optional<SteadyTime> time)
{
    return time ? QVariant(countOf(*time)) : QVariant(QMetaType::fromType<qint64>());
}

TokenRow rowIn(const Rows &rows)
{
    const auto time = [&](int column) {
        return rows.isNull(column) ? std::nullopt : std::optional(steadyOf(rows.integer(column)));
    };
    TokenRow row;
    row.token.id = TokenId::fromBytes(rows.blob(0));
    row.token.number = {QDate::fromJulianDay(rows.integer(1)), rows.text(2), rows.small(3)};
    row.place = rows.integer(4);
    row.secret = rows.blob(5);
    row.token.member = idOrNone<MemberId>(rows, 6);
    row.token.wallet = WalletId::fromBytes(rows.blob(7));
    row.token.state = TokenState(rows.small(8));
    row.slip = rows.flag(9);
    row.token.expires = steadyOf(rows.integer(10));
    row.absentUntil = time(11);
    row.admittedAt = time(12);
    row.oldSecret = rows.blob(13);
    row.token.servedBy = idOrNone<StaffId>(rows, 14);
    return row;
}

std::optional<TokenRow> oneIn(Rows rows) { return rows.next() ? std::optional(rowIn(rows)) : std::nullopt; }

// A row read before the token moved on would count it twice: a bug of ours.
void moveOne(const Rows &rows) { FOYER_REQUIRE(rows.changed() == 1); }

QList<TokenRow> allIn(Rows rows)
{
    QList<TokenRow> all;
    while (rows.next())
        all.append(rowIn(rows));
    return all;
}
} // namespace

std::optional<TokenRow> TokenStore::find(TokenId id) const { return oneIn(m_db.run(selectToken, {id.bytes()})); }
std::optional<TokenRow> TokenStore::liveOfMember(MemberId member) const
{
    return oneIn(m_db.run(selectOfMember, {member.bytes()}));
}
std::optional<TokenRow> TokenStore::liveOfWallet(WalletId wallet) const
{
    return oneIn(m_db.run(selectOfWallet, {wallet.bytes()}));
}
std::optional<TokenRow> TokenStore::firstWaiting(bool ofAnyLane) const
{
    Rows rows = m_db.run(ofAnyLane ? selectFirstWaiting
                                   : selectFirstOfLanes); // mostly nobody waits: a row is read only when there is one
    return rows.next() ? find(TokenId::fromBytes(rows.blob(0))) : std::nullopt;
}
QList<TokenRow> TokenStore::expired(SteadyTime now) const { return allIn(m_db.run(selectExpired, {countOf(now)})); }
QList<TokenRow> TokenStore::absent(SteadyTime now) const { return allIn(m_db.run(selectAbsent, {countOf(now)})); }

TokenRow TokenStore::add(TokenRow row)
{
    const Token &token = row.token;
    const qint64 day = token.number.day.toJulianDay();
    const QString &lane = token.number.lane;
    {
        Rows rows = m_db.run(insertToken, {token.id.bytes(), day, lane, day, lane, row.secret, orNull(token.member),
                                              token.wallet.bytes(), countOf(token.expires), orNull(token.servedBy)});
        FOYER_REQUIRE(rows.next());
        row.token.number.number = rows.small(0);
        row.place = rows.integer(1);
    }
    row.token.state = TokenState::Waiting;
    countWaiting(row.place, 1);
    return row;
}

TokenRow TokenStore::addNumbered(TokenRow row)
{
    const Token &token = row.token;
    {
        Rows rows = m_db.run(
            insertNumbered, {token.id.bytes(), token.number.day.toJulianDay(), token.number.lane, token.number.number,
                                row.secret, orNull(token.member), token.wallet.bytes(), countOf(token.expires)});
        FOYER_REQUIRE(rows.next());
        row.place = rows.integer(0);
    }
    row.token.state = TokenState::Waiting;
    countWaiting(row.place, 1);
    return row;
}

void TokenStore::setSecret(TokenId id, const QByteArray &hash, SteadyTime expires)
{
    m_db.run(updateSecret, {hash, countOf(expires), id.bytes()});
}

void TokenStore::setSlip(TokenId id, bool slip, SteadyTime expires)
{
    m_db.run(updateSlip, {int(slip), countOf(expires), id.bytes()});
}

void TokenStore::setAbsentUntil(TokenId id, std::optional<SteadyTime> until)
{
    m_db.run(updateAbsent, {valueOf(until), id.bytes()});
}

void TokenStore::setExpires(TokenId id, SteadyTime expires) { m_db.run(updateExpires, {countOf(expires), id.bytes()}); }

void TokenStore::admit(const TokenRow &row, SteadyTime now, std::optional<SteadyTime> absentUntil, SteadyTime expires)
{
    FOYER_REQUIRE(row.token.state == TokenState::Waiting);
    moveOne(m_db.run(updateAdmitted, {countOf(now), valueOf(absentUntil), countOf(expires), row.token.id.bytes()}));
    countWaiting(row.place, -1);
}

void TokenStore::pass(const TokenRow &row)
{
    FOYER_REQUIRE(row.token.state == TokenState::Admitted);
    moveOne(m_db.run(updatePassed, {row.token.id.bytes()}));
}

void TokenStore::waitAgain(const TokenRow &row)
{
    FOYER_REQUIRE(row.token.state == TokenState::Passed);
    moveOne(m_db.run(updateWaiting, {row.token.id.bytes()}));
    countWaiting(row.place, 1);
}

void TokenStore::end(const TokenRow &row, std::optional<std::chrono::milliseconds> served)
{
    // Who ends several may hold an old reading: ending one lets the next one in.
    const TokenState now = stateOf(row.token.id);
    FOYER_REQUIRE(now != TokenState::Ended);
    m_db.run(updateEnded,
        {served ? QVariant(qint64(served->count())) : QVariant(QMetaType::fromType<qint64>()), row.token.id.bytes()});
    if (now == TokenState::Waiting)
        countWaiting(row.place, -1);
}

TokenState TokenStore::stateOf(TokenId id) const
{
    Rows rows = m_db.run(selectState, {id.bytes()});
    FOYER_REQUIRE(rows.next());
    return TokenState(rows.small(0));
}

int TokenStore::admittedCount() const
{
    Rows rows = m_db.run(countAdmitted);
    return rows.next() ? rows.small(0) : 0;
}

int TokenStore::aheadOf(qint64 place) const
{
    Rows rows = m_db.run(selectAhead, QVariantList(5, place));
    return rows.next() ? rows.small(0) : 0;
}

int TokenStore::waitingCount() const
{
    Rows rows = m_db.run(countWaitingNow);
    return rows.next() ? rows.small(0) : 0;
}

QList<TokenRow> TokenStore::queue(int most) const { return allIn(m_db.run(selectQueue, {most})); }

QList<std::chrono::milliseconds> TokenStore::serviceTimes(int count) const
{
    QList<std::chrono::milliseconds> times;
    for (Rows rows = m_db.run(selectServed, {count}); rows.next();)
        times.append(std::chrono::milliseconds(rows.integer(0)));
    return times;
}

void TokenStore::renewAll(SteadyTime expires, SteadyTime slipExpires, SteadyTime absentUntil)
{
    m_db.run(updateAll, {countOf(slipExpires), countOf(expires), countOf(absentUntil)});
}

void TokenStore::countWaiting(qint64 place, int by) { m_db.run(upsertCount, {place / 128, by, place / 16384, by}); }

} // namespace foyer
