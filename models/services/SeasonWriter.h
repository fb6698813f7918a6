#pragma once

#include "domain/Season.h"

#include <QJsonObject>

namespace foyer {

/// A season as a file that readSeason() reads, with every time in UTC.
QJsonObject seasonFile(const Season &season);

} // namespace foyer
