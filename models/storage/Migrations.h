#pragma once

#include "domain/Result.h"

namespace foyer {

class Connection;

/// Brings the schema to this program's version, step by step, each step one transaction with its version number.
/// A database of a newer program is refused (NewerDatabase) and left untouched; an empty one gets everything.
Done migrate(Connection &db);
/// The version that this program writes.
int schemaVersion();
/// The version a database has; 0 when it is empty.
Result<int> schemaVersionOf(Connection &db);

} // namespace foyer
