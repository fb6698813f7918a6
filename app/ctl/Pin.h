#pragma once

#include "Command.h"
#include "domain/Staff.h"

namespace foyer {

class Node;

/// "… write it down": the PIN's one appearance, as the last line.
QString newPinText(const QString &name, const QString &pin);

/// --staff, --pin and, when asked for, --why.
QList<QCommandLineOption> staffOptions(bool withWhy);
/// Checks --staff and --pin ('-': a line of standard input) for one action; see missingOf() first.
Result<StaffMember> authorise(Call &call, Node &node, StaffAction action);
/// What is missing of --staff, --pin and --why; empty: nothing.
QString missingOf(const Call &call, bool withWhy);

} // namespace foyer
