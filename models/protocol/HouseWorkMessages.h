#pragma once

#include "domain/HouseWork.h"
#include "protocol/MessageJson.h"

namespace foyer {

/// What staff at a desk ask their hub, and what it tells them, as JSON; read like all messages (MessageJson.h).

inline QJsonObject jsonOf(HouseQuestion) { return {}; }
QJsonObject jsonOf(const HouseTasks &tasks);
QJsonObject jsonOf(const HouseView &view);
QJsonObject jsonOf(const HouseAct &act);
QJsonObject jsonOf(const HouseActDone &answer);
template <>
Result<HouseTasks> fromJson(const QJsonObject &json);
template <>
Result<HouseView> fromJson(const QJsonObject &json);
template <>
Result<HouseAct> fromJson(const QJsonObject &json);
template <>
Result<HouseActDone> fromJson(const QJsonObject &json);

} // namespace foyer
