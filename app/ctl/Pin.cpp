#include "Pin.h"

#include "domain/Limits.h"
#include "services/Node.h"

namespace foyer {

using namespace Qt::StringLiterals;

QString newPinText(const QString &name, const QString &pin)
{
    return Ctl::tr("The PIN of “%1” is only shown now; write it down:").arg(name) + u'\n' + pin;
}

QList<QCommandLineOption> staffOptions(bool withWhy)
{
    QList<QCommandLineOption> options{{u"staff"_s, Ctl::tr("Who does this."), u"NAME"_s},
        {u"pin"_s, Ctl::tr("Their PIN; '-' reads it from standard input."), u"PIN"_s}};
    if (withWhy)
        options.append({u"why"_s, Ctl::tr("The reason, for the journal."), u"TEXT"_s});
    return options;
}

QString missingOf(const Call &call, bool withWhy)
{
    QStringList missing;
    for (const QString &name : {u"staff"_s, u"pin"_s, u"why"_s})
        if ((withWhy || name != "why"_L1) && call.value(name).trimmed().isEmpty())
            missing.append(u"--"_s + name);
    if (withWhy && call.value(u"why"_s).size() > limits::nameLengthMax)
        return Ctl::tr("--why is longer than %1 characters").arg(limits::nameLengthMax);
    return missing.isEmpty() ? QString() : Ctl::tr("missing: %1").arg(missing.join(u", "_s));
}

Result<StaffMember> authorise(Call &call, Node &node, StaffAction action)
{
    StaffService &staff = node.services().staff;
    FOYER_TRY(check, staff.begin(call.value(u"staff"_s), action));
    QString pin = call.value(u"pin"_s);
    if (pin == "-"_L1)
        pin = QTextStream(stdin).readLine().trimmed();
    return staff.end(check, node.secrets().pinFits(pin, check.pin.hash));
}

} // namespace foyer
