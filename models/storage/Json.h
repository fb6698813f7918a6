#pragma once

#include "domain/HouseSettings.h"
#include "domain/SeatingPlan.h"
#include "domain/Text.h"

#include <QJsonObject>

/// How values without columns of their own are written in rows and journal entries.
namespace foyer {

QString jsonOf(const Text &text);
Text textFromJson(const QString &json);

QString jsonOf(const QList<SeatIndex> &seats); ///< "[3,4]"
QList<SeatIndex> seatsFromJson(const QString &json);

QJsonObject jsonOf(const HouseSettings &settings);
HouseSettings settingsFromJson(const QJsonObject &json);

/// A plan version's body: compact, immutable, with its own format number.
QByteArray bytesOf(const SeatingPlan &plan);
SeatingPlan planFromBytes(const QByteArray &bytes);

} // namespace foyer
