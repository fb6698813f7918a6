#pragma once

#include "domain/HouseOrders.h"
#include "protocol/MessageJson.h"

namespace foyer {

/// What a desk asks its hub about orders that other machines sold, what any terminal asks for a customer of theirs, and
/// what they are told, as JSON; read like all messages (MessageJson.h).

QJsonObject jsonOf(const OrderQuery &query);
QJsonObject jsonOf(const HouseOrdersFound &found);
QJsonObject jsonOf(const OrderWish &wish);
QJsonObject jsonOf(const HouseOrderFile &file);
QJsonObject jsonOf(const HouseOrderAct &act);
QJsonObject jsonOf(const MyTicketsWish &wish);
QJsonObject jsonOf(const MyTickets &tickets);
QJsonObject jsonOf(const MyTicketsPrint &print);
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
template <>
Result<MyTicketsWish> fromJson(const QJsonObject &json);
template <>
Result<MyTickets> fromJson(const QJsonObject &json);
template <>
Result<MyTicketsPrint> fromJson(const QJsonObject &json);

} // namespace foyer
