#include "Command.h"
#include "storage/Audit.h"
#include "storage/Connection.h"
#include "storage/Migrations.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace foyer {

using namespace Qt::StringLiterals;

namespace {
QList<QCommandLineOption> options() { return {jsonOption()}; }

Result<AuditReport> audited(const DataFolder &folder)
{
    FOYER_CHECK(folder.isSetUp());
    FOYER_TRY(db, Connection::open(folder.database(), {.mode = Connection::Mode::ReadOnly}));
    FOYER_TRY(version, schemaVersionOf(*db));
    if (version != schemaVersion())
        return Error{version > schemaVersion() ? Error::Kind::NewerDatabase : Error::Kind::NoDatabase,
            u"the database has version %1, this program reads %2"_s.arg(version).arg(schemaVersion())};
    return audit(*db);
}

QByteArray jsonOf(const AuditReport &report)
{
    QJsonObject counts;
    for (const AuditCount &count : report.counts)
        counts.insert(count.name, count.value);
    QJsonArray violations;
    for (const AuditViolation &violation : report.violations)
        violations.append(
            QJsonObject{{u"rule"_s, violation.rule}, {u"id"_s, violation.id}, {u"words"_s, violation.words}});
    return QJsonDocument(
        {{u"counts"_s, counts}, {u"violationCount"_s, report.violationCount}, {u"violations"_s, violations}})
        .toJson(QJsonDocument::Compact);
}

void tell(Call &call, const AuditReport &report)
{
    for (const AuditCount &count : report.counts)
        call.out << u"%1 %2\n"_s.arg(count.name, -12).arg(count.value);
    for (const AuditViolation &violation : report.violations)
        call.out << violation.rule << ' ' << violation.id << ": " << violation.words << '\n';
    call.out << Ctl::tr("%n violation(s)", nullptr, int(report.violationCount)) << '\n';
}

int run(Call &call)
{
    const auto report = audited(call.folder);
    if (!report.ok())
        return call.fail(report);
    if (call.has(u"json"_s))
        call.out << jsonOf(report.value()) << '\n';
    else
        tell(call, report.value());
    return report.value().clean() ? ExitDone : ExitFailed;
}
} // namespace

const Command verifyCommand{"verify", "[--json]",
    QT_TRANSLATE_NOOP("foyer::Ctl", "Re-walks journal, seats and ledger, and names what doesn't fit."), 0, 0, options,
    run};

} // namespace foyer
