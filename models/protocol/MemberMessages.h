#pragma once

#include "domain/MemberRequests.h"
#include "protocol/MessageJson.h"

namespace foyer {

/// What a desk asks its hub about members, and what it is told, as JSON; read like all messages (MessageJson.h).

QJsonObject jsonOf(const MemberQuery &query);
QJsonObject jsonOf(const MembersFound &found);
QJsonObject jsonOf(const MemberWish &wish);
QJsonObject jsonOf(const MemberFile &file);
QJsonObject jsonOf(const MemberAct &act);
QJsonObject jsonOf(const PayOutWish &wish);
QJsonObject jsonOf(const PayOutRight &right);
QJsonObject jsonOf(const UnclaimedWish &wish);
QJsonObject jsonOf(const UnclaimedFound &found);
QJsonObject jsonOf(const CodeWish &wish);
QJsonObject jsonOf(const Claim &claim);
template <>
Result<MemberQuery> fromJson(const QJsonObject &json);
template <>
Result<MembersFound> fromJson(const QJsonObject &json);
template <>
Result<MemberWish> fromJson(const QJsonObject &json);
template <>
Result<MemberFile> fromJson(const QJsonObject &json);
template <>
Result<MemberAct> fromJson(const QJsonObject &json);
template <>
Result<PayOutWish> fromJson(const QJsonObject &json);
template <>
Result<PayOutRight> fromJson(const QJsonObject &json);
template <>
Result<UnclaimedWish> fromJson(const QJsonObject &json);
template <>
Result<UnclaimedFound> fromJson(const QJsonObject &json);
template <>
Result<CodeWish> fromJson(const QJsonObject &json);
template <>
Result<Claim> fromJson(const QJsonObject &json);

} // namespace foyer
