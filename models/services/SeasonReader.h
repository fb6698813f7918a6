#pragma once

#include "domain/Result.h"
#include "domain/Season.h"

namespace foyer {

/// Reads a season file (resources/api/season.schema.json) whole or not at all; checks all that can be known without
/// the seating plans, so plan ids and categories may still turn out unknown. Settings left out keep their defaults;
/// times become UTC. Refused with BadInput, fault, place (JSON pointer, or "byte 123") and value. Any thread.
Result<Season> readSeason(const QByteArray &json);

} // namespace foyer
