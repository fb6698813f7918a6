#include "Command.h"

namespace foyer {

using namespace Qt::StringLiterals;

int Call::usage(const QString &what) const
{
    err << "foyerctl: " << what << '\n';
    return ExitUsage;
}

int Call::fail(const QString &what) const
{
    err << "foyerctl: " << what << '\n';
    return ExitFailed;
}

int Call::fail(const Error &error) const
{
    return fail(u"%1: %2\n%3 (%4)"_s.arg(folder.database(), wording.message(error), error.detail, nameOf(error.kind)));
}

int Call::fail(const Refused &refused) const
{
    if (refused.why == Refusal::BadInput)
        return fail(wording.message(refused.fault, refused.place, refused.value));
    const QString message = wording.message(refused);
    return fail(refused.place.isEmpty() ? message : u"%1: %2 (%3)"_s.arg(refused.place, message, refused.value));
}

QCommandLineOption jsonOption() { return {u"json"_s, Ctl::tr("Answer in JSON, one object a line.")}; }

} // namespace foyer
