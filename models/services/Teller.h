#pragma once

#include "domain/Id.h"

#include <QJsonObject>
#include <optional>

namespace foyer {

/// Who did something to an order, in what the journal is told: somebody of the staff with their reason, or nobody of
/// them: its customer.
inline void tellWho(QJsonObject &told, const std::optional<StaffId> &who, const QString &why = {})
{
    if (!who)
        told.insert(QStringLiteral("by"), QStringLiteral("customer"));
    else
        told.insert(QStringLiteral("staff"), who->text());
    if (!why.trimmed().isEmpty())
        told.insert(QStringLiteral("why"), why.trimmed());
}

} // namespace foyer
