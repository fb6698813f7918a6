#pragma once

#include "domain/HouseOrders.h"
#include "protocol/MessageJson.h"

namespace foyer {

/// What a desk asks its hub about orders that other machines sold, and what it is told, as JSON; read like all messages
/// (MessageJson.h).

QJsonObject jsonOf(const OrderQuery &query);
QJsonObject jsonOf(const HouseOrdersFound &found);
QJsonObject jsonOf(const OrderWish &wish);
QJsonObject jsonOf(const HouseOrderFile &file);
QJsonObject jsonOf(const HouseOrderAct &act);
template <>
Result<OrderQuery> fromJson(const QJsonObject &json);
template <>
Result<HouseOrdersFound> fromJson(const QJsonObject &json);
template <>
Result<OrderWish> fromJson(const QJsonObject &json);
template <>
Result<HouseOrderFile> fromJson(const QJsonObject &json);
template <>
Result<HouseOrderAct> fromJson(const QJsonObject &json);

} // namespace foyer
