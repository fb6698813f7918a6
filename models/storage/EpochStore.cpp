#include "storage/EpochStore.h"

#include "storage/Connection.h"

namespace foyer {

namespace {
constexpr auto insertEpoch = R"(
    INSERT INTO epoch (state, position, code, nonce, must_report, report_position, report, given_up, node, number)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";
constexpr auto updateEpoch = R"(
    UPDATE epoch SET state = ?, position = ?, code = ?, nonce = ?, must_report = ?, report_position = ?, report = ?,
        given_up = ?
    WHERE node = ? AND number = ?)";
#define EPOCH_COLUMNS "node, number, state, position, code, nonce, must_report, report_position, report, given_up"
constexpr auto selectEpoch = "SELECT " EPOCH_COLUMNS " FROM epoch WHERE node = ? AND number = ?";
constexpr auto selectNewest = "SELECT " EPOCH_COLUMNS " FROM epoch WHERE node = ? ORDER BY number DESC LIMIT 1";
constexpr auto selectAll = "SELECT " EPOCH_COLUMNS " FROM epoch WHERE node = ? ORDER BY number";
constexpr auto selectLive = "SELECT " EPOCH_COLUMNS " FROM epoch WHERE state IN (1, 2) ORDER BY node, number";
constexpr auto selectAny = "SELECT 1 FROM epoch LIMIT 1";
constexpr auto selectMustReport = "SELECT 1 FROM epoch WHERE must_report = 1 LIMIT 1";
// bytes that are text already: they needn't become UTF-16 and UTF-8 again on their way
#define ENTRY_VALUES "(?1, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?)"
#define ENTRY_COLUMNS "(node, epoch, seq, at, kind, body, hash)"
constexpr auto insertEntry = "INSERT INTO node_journal " ENTRY_COLUMNS " VALUES " ENTRY_VALUES;
constexpr int entriesAtOnce = 8; // a statement for each row costs half as much again
constexpr auto insertEntries =
    "INSERT INTO node_journal " ENTRY_COLUMNS " VALUES " ENTRY_VALUES ", " ENTRY_VALUES ", " ENTRY_VALUES
    ", " ENTRY_VALUES ", " ENTRY_VALUES ", " ENTRY_VALUES ", " ENTRY_VALUES ", " ENTRY_VALUES;
constexpr auto insertFork =
    "INSERT INTO node_fork " ENTRY_COLUMNS " VALUES " ENTRY_VALUES " ON CONFLICT (node, epoch, seq, hash) DO NOTHING";
constexpr auto selectFork = "SELECT 1 FROM node_fork WHERE node = ? AND epoch = ? AND seq = ? AND hash = ?";
constexpr auto selectHash = "SELECT hash FROM node_journal WHERE node = ? AND epoch = ? AND seq = ?";
constexpr auto selectAnswer = "SELECT asked, answer FROM answer WHERE id = ?";
constexpr auto insertAnswer = "INSERT INTO answer (id, asked, answer) VALUES (?, ?, ?)";
// also where a restore lost what was answered: a late copy of the request is refused all the same
constexpr auto clearAnswer = R"(
    INSERT INTO answer (id, asked, answer) VALUES (?, x'', NULL) ON CONFLICT (id) DO UPDATE SET answer = NULL)";

QVariantList valuesOf(const EpochRow &epoch)
{
    return {int(epoch.state), epoch.position, epoch.code, epoch.nonce, int(epoch.mustReport),
        epoch.reportPosition ? QVariant(*epoch.reportPosition) : QVariant(),
        epoch.reportPosition ? QVariant(QString::fromUtf8(epoch.report)) : QVariant(), epoch.givenUp,
        epoch.id.node.bytes(), epoch.id.number};
}

EpochRow epochAt(const Rows &rows)
{
    return {{NodeId::fromBytes(rows.blob(0)), rows.small(1)}, EpochState(rows.small(2)), rows.integer(3), rows.blob(4),
        rows.blob(5), rows.flag(6), rows.isNull(7) ? std::nullopt : std::optional(rows.integer(7)),
        rows.text(8).toUtf8(), rows.integer(9)};
}

std::optional<EpochRow> epochIn(Rows rows) { return rows.next() ? std::optional(epochAt(rows)) : std::nullopt; }

/// Of any length: none isn't NULL.
QByteArray textIn(const QByteArray &utf8) { return utf8.isNull() ? QByteArray("") : utf8; }

/// Rows of one node, whose id is given once.
QVariantList valuesOf(NodeId node, const JournalEntry *entries, qsizetype count)
{
    QVariantList values{node.bytes()};
    values.reserve(1 + count * 6);
    for (qsizetype i = 0; i < count; ++i)
        values << entries[i].epoch << entries[i].seq << entries[i].at << textIn(entries[i].kind.toUtf8())
               << textIn(entries[i].body) << entries[i].hash;
    return values;
}
} // namespace

void EpochStore::add(const EpochRow &epoch) { m_db.run(insertEpoch, valuesOf(epoch)); }
void EpochStore::save(const EpochRow &epoch) { FOYER_REQUIRE(m_db.run(updateEpoch, valuesOf(epoch)).changed() == 1); }

std::optional<EpochRow> EpochStore::find(EpochId id) const
{
    return epochIn(m_db.run(selectEpoch, {id.node.bytes(), id.number}));
}

QList<EpochRow> EpochStore::all(NodeId node) const
{
    QList<EpochRow> epochs;
    for (Rows rows = m_db.run(selectAll, {node.bytes()}); rows.next();)
        epochs.append(epochAt(rows));
    return epochs;
}

std::optional<EpochRow> EpochStore::newest(NodeId node) const
{
    return epochIn(m_db.run(selectNewest, {node.bytes()}));
}

QList<EpochRow> EpochStore::live() const
{
    QList<EpochRow> epochs;
    for (Rows rows = m_db.run(selectLive); rows.next();)
        epochs.append(epochAt(rows));
    return epochs;
}

bool EpochStore::hasFork(EpochId epoch, qint64 seq, const QByteArray &hash) const
{
    return m_db.run(selectFork, {epoch.node.bytes(), epoch.number, seq, hash}).next();
}

bool EpochStore::any() const { return m_db.run(selectAny).next(); }

bool EpochStore::anyMustReport() const { return m_db.run(selectMustReport).next(); }

void EpochStore::append(NodeId node, const QList<JournalEntry> &entries)
{
    qsizetype from = 0;
    for (; entries.size() - from >= entriesAtOnce; from += entriesAtOnce)
        m_db.run(insertEntries, valuesOf(node, entries.constData() + from, entriesAtOnce));
    for (; from < entries.size(); ++from)
        m_db.run(insertEntry, valuesOf(node, entries.constData() + from, 1));
}

bool EpochStore::addFork(NodeId node, const JournalEntry &entry)
{
    return m_db.run(insertFork, valuesOf(node, &entry, 1)).changed() == 1;
}

QByteArray EpochStore::hashAt(EpochId epoch, qint64 seq) const
{
    Rows rows = m_db.run(selectHash, {epoch.node.bytes(), epoch.number, seq});
    return rows.next() ? rows.blob(0) : QByteArray();
}

std::optional<EpochStore::Answered> EpochStore::answered(RequestId id) const
{
    Rows rows = m_db.run(selectAnswer, {id.bytes()});
    return rows.next() ? std::optional(Answered{rows.blob(0), rows.text(1).toUtf8()}) : std::nullopt;
}

void EpochStore::addAnswer(RequestId id, const Answered &answered)
{
    m_db.run(insertAnswer, {id.bytes(), answered.asked, QString::fromUtf8(answered.answer)});
}

void EpochStore::forgetAnswer(RequestId id) { m_db.run(clearAnswer, {id.bytes()}); }

} // namespace foyer
