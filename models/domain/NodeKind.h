#pragma once

#include <QtGlobal>

namespace foyer {

/// What a node is to its hub.
enum class NodeKind : quint8 { Kiosk = 1, Desk = 2 };

} // namespace foyer
