#pragma once

#include <QString>

namespace foyer {

/// "#rrggbb" for a CSS colour (#rgb, #rrggbb or a name, in any case), empty for any other text.
QString cssColor(QStringView text);

} // namespace foyer
