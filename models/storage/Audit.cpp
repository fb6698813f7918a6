#include "storage/Audit.h"

#include "domain/JournalFacts.h"
#include "domain/Sha256.h"
#include "storage/AuditRules.h"
#include "storage/CatalogueStore.h"
#include "storage/Connection.h"
#include "storage/HubReplay.h"
#include "storage/SeatReplay.h"
#include "storage/ShiftAudit.h"

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
constexpr int violationsKept = 1'000;
constexpr int entriesBetweenProgress = 16'384;

constexpr auto selectJournal = "SELECT epoch, seq, at, kind, body, hash FROM journal ORDER BY epoch, seq";
// nodes and their epochs are apart: each has a chain of its own
constexpr auto selectNodeJournals =
    "SELECT node, epoch, seq, at, kind, body, hash FROM node_journal ORDER BY node, epoch, seq";
constexpr auto selectForks = "SELECT node, epoch, seq, at, kind, body FROM node_fork ORDER BY node, epoch, seq";
constexpr auto selectPositions = R"(
    SELECT node, number, position, coalesce((SELECT max(seq) FROM node_journal j
        WHERE j.node = e.node AND j.epoch = e.number), 0) FROM epoch e)";
constexpr auto selectPlans = "SELECT id, version, hash, body FROM seating_plan";
// a terminal's unused rights are still for sale, a hub's that others hold aren't
constexpr auto selectAway = R"(
    SELECT seat FROM seat_right
    WHERE performance = ? AND (state <> 1 OR hold IS NOT NULL OR node <> (SELECT node FROM head))
    UNION SELECT e.seat FROM seat_elsewhere e WHERE e.performance = ? AND NOT EXISTS (
        SELECT 1 FROM seat_right r WHERE r.performance = e.performance AND r.seat = e.seat))";

QString idIn(const Rows &rows)
{
    const QByteArray bytes = rows.blob(0);
    return bytes.size() == 16 ? QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces) : rows.text(0);
}

class Auditor
{
public:
    Auditor(Connection &db, const AuditProgress &progress)
        : m_db(db), m_progress(progress), m_replay(db, m_report), m_hub(db, m_report)
    {
    }

    AuditReport run()
    {
        m_report.finished = walkJournal() && walkNodeJournals() && checkPlans() && checkSeatsLeft() && checkRules() &&
                            checkShifts() && count();
        return std::move(m_report);
    }

private:
    bool goOn(const QString &step, qint64 rows = 0) { return !m_progress || m_progress(step, rows); }
    bool walkJournal();
    bool walkNodeJournals();
    void checkLink(const JournalEntry &entry);
    void checkEnd(const Head &head);
    bool checkPlans();
    bool checkSeatsLeft();
    void checkSeatsLeft(const Performance &performance);
    bool checkRules();
    bool checkShifts();
    bool count();

    Connection &m_db;
    const AuditProgress &m_progress;
    AuditReport m_report;
    SeatReplay m_replay;
    HubReplay m_hub;
    int m_epoch = 0;
    qint64 m_seq = 0;
    QByteArray m_hash;
};

bool Auditor::walkJournal()
{
    qint64 entries = 0;
    for (Rows rows = m_db.run(selectJournal); rows.next(); ++entries) {
        if (entries % entriesBetweenProgress == 0 && !goOn(u"journal"_s, entries))
            return false;
        const JournalEntry entry{
            rows.small(0), rows.integer(1), rows.integer(2), rows.text(3), rows.text(4).toUtf8(), rows.blob(5)};
        checkLink(entry);
        m_replay.apply(entry);
        m_hub.applyOwn(JournalFacts(entry));
    }
    m_report.counts.append({u"journal"_s, entries});
    checkEnd(journal::head(m_db));
    m_replay.compareWithRows();
    return true;
}

// What others pushed to this hub.
bool Auditor::walkNodeJournals()
{
    qint64 entries = 0;
    QByteArray node;
    m_epoch = 0;
    for (Rows rows = m_db.run(selectNodeJournals); rows.next(); ++entries) {
        if (entries % entriesBetweenProgress == 0 && !goOn(u"node-journals"_s, entries))
            return false;
        if (rows.blob(0) != node)
            m_epoch = 0;
        node = rows.blob(0);
        const JournalEntry entry{
            rows.small(1), rows.integer(2), rows.integer(3), rows.text(4), rows.text(5).toUtf8(), rows.blob(6)};
        checkLink(entry);
        m_hub.apply(node, JournalFacts(entry));
    }
    for (Rows rows = m_db.run(selectPositions); rows.next();)
        if (rows.integer(2) != rows.integer(3))
            m_report.violate(u"journal-end"_s, u"%1/%2"_s.arg(idIn(rows)).arg(rows.integer(1)),
                u"read up to %1, but it ends at %2"_s.arg(rows.integer(2)).arg(rows.integer(3)));
    for (Rows rows = m_db.run(selectForks); rows.next();) {
        const JournalEntry entry{
            rows.small(1), rows.integer(2), rows.integer(3), rows.text(4), rows.text(5).toUtf8(), {}};
        m_hub.apply(rows.blob(0), JournalFacts(entry));
    }
    m_report.counts.append({u"nodeJournals"_s, entries});
    m_hub.compareWithRows();
    return true;
}

// An epoch's chain begins at 1 with 32 zero bytes before it.
void Auditor::checkLink(const JournalEntry &entry)
{
    if (entry.epoch != m_epoch) {
        m_epoch = entry.epoch;
        m_seq = 0;
        m_hash = QByteArray(32, '\0');
    }
    const QString id = u"%1/%2"_s.arg(entry.epoch).arg(entry.seq);
    if (entry.seq != m_seq + 1)
        m_report.violate(u"journal-gap"_s, id, u"it follows %1"_s.arg(m_seq));
    const QByteArray hash = hashOf(m_hash, entry);
    if (hash != entry.hash)
        m_report.violate(u"journal-broken"_s, id, u"its hash isn't that of the entry after the one before"_s);
    m_seq = entry.seq;
    m_hash = entry.hash.size() == 32 ? entry.hash : hash;
}

void Auditor::checkEnd(const Head &head)
{
    const bool empty = head.seq == 0 && head.hash == QByteArray(32, '\0') && m_epoch != head.epoch;
    if (!empty && (head.epoch != m_epoch || head.seq != m_seq || head.hash != m_hash))
        m_report.violate(u"journal-end"_s, u"%1/%2"_s.arg(head.epoch).arg(head.seq),
            u"the journal ends at %1/%2, or with another hash"_s.arg(m_epoch).arg(m_seq));
}

bool Auditor::checkPlans()
{
    if (!goOn(u"plans"_s))
        return false;
    for (Rows rows = m_db.run(selectPlans); rows.next();)
        if (sha256(rows.blob(3)) != rows.blob(2))
            m_report.violate(u"plan-changed"_s, u"%1/%2"_s.arg(rows.text(0)).arg(rows.integer(1)),
                u"a version never changes, but its hash is another"_s);
    return true;
}

bool Auditor::checkSeatsLeft()
{
    for (const Performance &performance : CatalogueStore(m_db).performances()) {
        if (!goOn(u"seats-left"_s, performance.key.value))
            return false;
        checkSeatsLeft(performance);
    }
    return true;
}

void Auditor::checkSeatsLeft(const Performance &performance)
{
    const CatalogueStore catalogue(m_db);
    const auto plan = catalogue.plan(performance.plan);
    QHash<QString, int> left;
    for (const quint16 category : plan->category)
        ++left[plan->categories[category].name];
    for (Rows rows = m_db.run(selectAway, {performance.key.value, performance.key.value}); rows.next();) {
        if (plan->contains(SeatIndex(rows.small(0))))
            --left[plan->categoryOf(SeatIndex(rows.small(0))).name];
        else
            m_report.violate(
                u"seat-unknown"_s, u"%1/%2"_s.arg(performance.id).arg(rows.small(0)), u"not in its plan"_s);
    }
    for (const CatalogueStore::Left &written : catalogue.left(performance.key))
        left[written.category] -= written.seats;
    for (auto it = left.cbegin(); it != left.cend(); ++it)
        if (it.value() != 0)
            m_report.violate(u"seats-left-miscounted"_s, u"%1/%2"_s.arg(performance.id, it.key()),
                u"%1 more are free than is written"_s.arg(it.value()));
}

bool Auditor::checkRules()
{
    for (const auditrules::Rule &rule : auditrules::rules) {
        const QString name = QString::fromLatin1(rule.name);
        if (!goOn(name))
            return false;
        for (Rows rows = m_db.run(rule.sql); rows.next();) {
            QString words = QString::fromLatin1(rule.words);
            for (int i = 1; i <= 2; ++i)
                if (const QString value = u"%"_s + QString::number(i); words.contains(value))
                    words.replace(value, rows.text(i));
            m_report.violate(name, idIn(rows), words);
        }
    }
    return true;
}

bool Auditor::checkShifts()
{
    if (!goOn(u"shifts"_s))
        return false;
    compareShifts(m_db, m_report);
    return true;
}

bool Auditor::count()
{
    for (const auditrules::Count &count : auditrules::counts) {
        if (!goOn(u"counts"_s))
            return false;
        Rows rows = m_db.run(count.sql);
        m_report.counts.append({QString::fromLatin1(count.name), rows.next() ? rows.integer(0) : 0});
    }
    return true;
}
} // namespace

qint64 AuditReport::count(QStringView name) const
{
    for (const AuditCount &count : counts)
        if (count.name == name)
            return count.value;
    return 0;
}

void AuditReport::violate(const QString &rule, const QString &id, const QString &words)
{
    if (++violationCount <= violationsKept)
        violations.append({rule, id, words});
}

Result<AuditReport> audit(Connection &db, const AuditProgress &progress)
{
    return db.read([&]() -> Result<AuditReport> { return Auditor(db, progress).run(); });
}

} // namespace foyer
