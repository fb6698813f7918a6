#pragma once

#include "domain/Refusal.h"

#include <QJsonObject>
#include <optional>

namespace foyer {

/// The first thing in a season that isn't as resources/api/season.schema.json describes it: Missing, WrongType or
/// SchemaMismatch with its JSON pointer. Any thread.
std::optional<Refused> schemaFault(const QJsonObject &season);

} // namespace foyer
