#pragma once

#include "domain/HouseRequests.h"
#include "protocol/MessageJson.h"

namespace foyer {

/// What a terminal asks its hub for a customer, and what it is told, as JSON; read like all messages (MessageJson.h).

QJsonObject jsonOf(const SignInRequest &request);
QJsonObject jsonOf(const Member &member);
QJsonObject jsonOf(const Registration &registration);
QJsonObject jsonOf(const TokenRequest &request);
QJsonObject jsonOf(const HousePlace &place);
QJsonObject jsonOf(const HouseVisit &visit);
QJsonObject jsonOf(const ClaimRequest &request);
QJsonObject jsonOf(const RefundRequest &request);
QJsonObject jsonOf(const RefundAnswer &answer);
template <>
Result<SignInRequest> fromJson(const QJsonObject &json);
template <>
Result<Member> fromJson(const QJsonObject &json);
template <>
Result<Registration> fromJson(const QJsonObject &json);
template <>
Result<TokenRequest> fromJson(const QJsonObject &json);
template <>
Result<HouseVisit> fromJson(const QJsonObject &json);
template <>
Result<ClaimRequest> fromJson(const QJsonObject &json);
template <>
Result<AmountRight> fromJson(const QJsonObject &json);
template <>
Result<RefundRequest> fromJson(const QJsonObject &json);
template <>
Result<RefundAnswer> fromJson(const QJsonObject &json);

class JsonCursor;
namespace field {
Member member(const JsonCursor &at);
HousePlace housePlace(const JsonCursor &at);
} // namespace field

} // namespace foyer
