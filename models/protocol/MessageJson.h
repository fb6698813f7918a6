#pragma once

#include "domain/AmountRight.h"
#include "domain/Result.h"
#include "protocol/Session.h"

#include <QJsonObject>

namespace foyer {

/// How messages between nodes are written. Both ends use these, so that they can't drift apart. Reading is refused with
/// BadInput and the place (a JSON pointer); a number beyond what its field may be is refused as well.
QJsonObject jsonOf(EpochId epoch);
QJsonObject jsonOf(const EnrolmentRequest &request);
QJsonObject jsonOf(const Enrolment &enrolment);
QJsonObject jsonOf(const Challenge &challenge);
QJsonObject jsonOf(const RightsReport &report);
QJsonObject jsonOf(const Comparison &comparison);
QJsonObject jsonOf(const Push &push);
QJsonObject jsonOf(const Acknowledged &acknowledged);
QJsonObject jsonOf(const RightsRequest &request);
QJsonObject jsonOf(const RightsAnswer &answer);

template <typename Message>
Result<Message> fromJson(const QJsonObject &json);
template <>
Result<EnrolmentRequest> fromJson(const QJsonObject &json);
template <>
Result<Enrolment> fromJson(const QJsonObject &json);
template <>
Result<Challenge> fromJson(const QJsonObject &json);
template <>
Result<RightsReport> fromJson(const QJsonObject &json);
template <>
Result<Push> fromJson(const QJsonObject &json);
template <>
Result<Acknowledged> fromJson(const QJsonObject &json);
template <>
Result<RightsRequest> fromJson(const QJsonObject &json);
template <>
Result<RightsAnswer> fromJson(const QJsonObject &json);

QJsonArray jsonOf(const QList<PlacedRight> &rights);
QJsonObject jsonOf(const AmountRight &right);

} // namespace foyer
