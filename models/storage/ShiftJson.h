#pragma once

#include "domain/Shift.h"

#include <QJsonObject>

/// A closed shift's figures as its journal entry keeps them. Without names of people: no journal holds any.
namespace foyer {

QJsonObject jsonOf(const ShiftReport &report);
/// What jsonOf() wrote; the shift itself and its names are in its row.
ShiftReport shiftReportFromJson(const QJsonObject &json, const Shift &shift);

} // namespace foyer
