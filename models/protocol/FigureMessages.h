#pragma once

#include "domain/HouseFigures.h"
#include "protocol/MessageJson.h"

namespace foyer {

/// How a desk asks its hub for the house's figures, and what it is told, as JSON; read like all messages
/// (MessageJson.h).

QJsonObject jsonOf(const FigureWish &wish);
QJsonObject jsonOf(const FigureProgress &progress);
template <>
Result<FigureWish> fromJson(const QJsonObject &json);
template <>
Result<FigureProgress> fromJson(const QJsonObject &json);

} // namespace foyer
